//! `import` and `generate`: what fills a database.

use std::path::Path;

use diesel::prelude::*;

use super::{Done, Failure, open};
use crate::config::Settings;
use crate::db::Conn;
use crate::db::schema::ledger;
use crate::error::Result;
use crate::sample::{self, Section};

/// Loads one section of the reference data from a file: all of it or, at the first wrong line, nothing.
///
/// # Errors
/// The file cannot be read, or one line for what is wrong in it.
pub fn import(settings: &Settings, section: Section, file: &Path) -> Done {
    let text = std::fs::read_to_string(file).map_err(|e| Failure::new(format!("{}: {e}", file.display())))?;
    let site = open(settings)?;
    let count = sample::import(&site, section, text).map_err(|e| Failure::new(format!("{}: {e}", file.display())))?;
    println!("{section}: {count} loaded");
    Ok(())
}

/// Makes up concerns, to measure with: in a database of their own, never among what people told.
///
/// # Errors
/// When somebody has used the instance, the database refuses, or it knows no such unit.
pub fn generate(settings: &Settings, concerns: u32, seed: u64, unit: Option<&str>, posts: u32) -> Done {
    let site = open(settings)?;
    if site.db.read_now(somebody_was_here)? {
        return Err(Failure::new(
            "DATABASE_URL: somebody has used this instance, and what is made up would stand among what they told; give an empty database",
        ));
    }
    let began = std::time::Instant::now();
    sample::generate(&site, concerns, seed, unit)?;
    println!("{concerns} concerns in {:.1} s", began.elapsed().as_secs_f64());
    if posts > 0 {
        let thread = sample::generate_talk(&site, posts)?;
        println!("{posts} posts: {}", crate::urls::thread(crate::base::Lang::Fr, thread));
    }
    Ok(())
}

/// True once the ledger holds a deed of anybody but the program and its operator.
fn somebody_was_here(conn: &mut Conn) -> Result<bool> {
    let theirs = ledger::table.filter(ledger::actor.ne("system").and(ledger::deed.not_like("%.generate")));
    Ok(theirs.count().get_result::<i64>(conn)? > 0)
}
