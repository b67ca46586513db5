//! `check`, `migrate`, `audit verify` and `routes`: what tells how the instance stands.

use data_encoding::HEXLOWER;
use diesel::prelude::*;

use super::{Done, Failure, config, look, print, sealed};
use crate::app;
use crate::base::{AccountId, Clock, Day, Entropy};
use crate::config::{Config, Settings};
use crate::db::schema::{accounts, memberships, second_steps, settings as kept};
use crate::db::{self, Conn, Db};
use crate::keys::Keys;
use crate::ledger::day::{self, Digits};
use crate::ledger::signed::{self, Beside};
use crate::ledger::{self, Verdict};
use crate::media::Store;

/// Checks everything and changes nothing (what it tries the database and the media store with is removed again); a line for each
/// thing.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(settings: &Settings) -> Done {
    let config = config(settings)?;
    println!("configuration: listens on {}, data in {}", config.listen, config.data.display());
    let mut conn = look(&config)?;
    println!("database: {:?} answers", config.database);
    println!("schema: current");
    if let Some(damage) = db::damage(&mut conn).map_err(crate::error::Error::from)? {
        return Err(Failure::new(format!("DATABASE_URL: the database is damaged: {damage}")));
    }
    db::try_writing(&config.database)
        .map_err(|why| Failure::new(format!("DATABASE_URL: can be read, but not written: {why}")))?;
    println!("database: whole, and can be written");
    let keys = keys(&config)?;
    let of_database: Option<String> = kept::table
        .find("secret")
        .select(kept::value)
        .get_result(&mut conn)
        .optional()
        .map_err(crate::error::Error::from)?;
    if of_database.is_some_and(|known| known != keys.fingerprint()) {
        return Err(Failure::new("SIGIDA_SECRET_FILE: this database was made under another secret; bring that file"));
    }
    println!("secret: readable and this database's own");
    let store = Store::open(&config.media).map_err(Failure::new)?;
    store.probe_now().map_err(|e| Failure::new(format!("SIGIDA_MEDIA: the media store cannot be written: {e}")))?;
    println!("media: the store takes, gives back and removes");
    let (rows, hash) = verify(&mut conn)?;
    println!("ledger: {rows} rows, {hash}");
    println!("signatures: {}", signatures(&mut conn, &config, &keys)?);
    let sealed = sealed::look(&mut conn)?;
    println!("sealed: {}", sealed.told);
    for open in &sealed.open {
        println!("warning: sealed: {open}");
    }
    let (told, warned) = second_step(&mut conn, config.web.second_step)?;
    println!("{told}");
    println!("warnings: {}", sealed.open.len() + usize::from(warned));
    Ok(())
}

/// Whether whoever holds a role signs in by two steps, and how many do not (ASVS 5.0, 6.3.3); true when that is something to be warned
/// of.
fn second_step(conn: &mut Conn, asked: bool) -> Result<(String, bool), Failure> {
    let with_a_role: Vec<AccountId> = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::ended_at.is_null().and(accounts::disabled_at.is_null()))
        .select(memberships::account_id)
        .distinct()
        .load(conn)
        .map_err(crate::error::Error::from)?;
    let by_two: Vec<AccountId> = second_steps::table
        .filter(second_steps::confirmed_at.is_not_null())
        .select(second_steps::account_id)
        .load(conn)
        .map_err(crate::error::Error::from)?;
    let by_one = with_a_role.iter().filter(|id| !by_two.contains(id)).count();
    Ok(match asked {
        true => {
            let told =
                format!("second step: asked of whoever holds a role; {by_one} have none yet and open nothing before");
            (told, false)
        }
        false => {
            let told = format!(
                "warning: second step: NOT asked (SIGIDA_SECOND_STEP=false): {by_one} with a role sign in by a password alone"
            );
            (told, true)
        }
    })
}

/// The keys of a secret that is there: looking makes none.
fn keys(config: &Config) -> Result<Keys, Failure> {
    let file = &config.secret_file;
    if !file.is_file() {
        let path = file.display();
        return Err(Failure::new(format!("SIGIDA_SECRET_FILE: there is no {path}; sigida serve makes it")));
    }
    Keys::load(file, &Entropy::system()).map_err(|e| Failure::new(format!("SIGIDA_SECRET_FILE: {e}")))
}

/// Whether all that was signed of the ledger is this instance's own; until when it is.
fn signatures(conn: &mut Conn, config: &Config, keys: &Keys) -> Result<String, Failure> {
    match signed::check(conn, keys, &Beside::secret(&config.secret_file))? {
        Ok(Some(last)) => Ok(format!("whole, the last for {}, row {}", last.day, last.seq)),
        Ok(None) => Ok("none yet; sigida serve makes them".into()),
        Err(fault) => Err(Failure::new(format!("DATABASE_URL: {fault}"))),
    }
}

/// What stands on paper: a day and the digits beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnPaper {
    /// The day.
    pub day: Day,
    /// The hash, as it was copied.
    pub hash: Digits,
}

/// Verifies the ledger; then whether it holds what stands on paper, when a day and its digits are given.
///
/// # Errors
/// When it is broken: the first row that does not follow. When the paper says otherwise.
pub fn audit(settings: &Settings, paper: Option<&OnPaper>) -> Done {
    let config = config(settings)?;
    let mut conn = look(&config)?;
    let keys = keys(&config)?;
    let (rows, hash) = verify(&mut conn)?;
    let signed = signatures(&mut conn, &config, &keys)?;
    println!("rows {rows}\nhash {hash}\nsignatures {signed}");
    paper.map_or(Ok(()), |paper| prove(&mut conn, paper))
}

/// Compares a paper with the chain, which was found whole: then the row that ended the day is what it was, and all before it.
fn prove(conn: &mut Conn, paper: &OnPaper) -> Done {
    let until = day::told_until(Clock::system().now());
    if paper.day > until {
        return Err(Failure::usage(format!("--day: {} is not over; the last day to be told is {until}", paper.day)));
    }
    let Some(end) = day::end_of(conn, paper.day)? else {
        return Err(Failure::new(format!("no: the ledger has no row up to {}", paper.day)));
    };
    if !end.is(&paper.hash) {
        let (day, rows, printed) = (paper.day, end.rows, end.printed());
        return Err(Failure::new(format!("no: at the end of {day} the ledger had {rows} rows and the hash {printed}")));
    }
    println!("yes: at the end of {} the ledger had {} rows and this hash", paper.day, end.rows);
    Ok(())
}

fn verify(conn: &mut Conn) -> Result<(i64, String), Failure> {
    match conn.transaction(ledger::verify)? {
        Verdict::Whole { rows, hash } => Ok((rows, HEXLOWER.encode(&hash))),
        Verdict::Broken(fault) => Err(Failure::new(format!("DATABASE_URL: {fault}"))),
    }
}

/// Brings the schema up to date.
///
/// # Errors
/// When the database does not answer or is newer.
pub fn migrate(settings: &Settings) -> Done {
    let config = config(settings)?;
    if let db::DatabaseUrl::Sqlite(path) = &config.database
        && path.starts_with(&config.data)
    {
        std::fs::create_dir_all(&config.data)
            .map_err(|e| Failure::new(format!("SIGIDA_DATA: cannot make {}: {e}", config.data.display())))?;
    }
    Db::open(config.database.clone(), Clock::system(), Entropy::system(), 1)
        .map_err(|e| Failure::new(e.to_string()))?;
    println!("schema: current ({:?})", config.database);
    Ok(())
}

/// Prints the table of addresses.
///
/// # Errors
/// None that should happen.
pub fn routes(json: bool) -> Done {
    let table = app::table();
    if json {
        print(serde_json::to_string_pretty(&table).map_err(|e| Failure::new(e.to_string()))?);
        return Ok(());
    }
    for route in table {
        print(format!("{:<5} {:<12} {}", route.method, route.policy, route.pattern));
    }
    Ok(())
}
