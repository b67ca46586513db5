//! `account create` and `account password`: how the first people get in.

use std::io::BufRead;

use diesel::prelude::*;

use super::{Done, Failure, open};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, Entropy, Lang, Role, Scope};
use crate::config::Settings;
use crate::db::schema::accounts;
use crate::{areas, ledger, sample};

/// What `account create` wants to know.
#[derive(Debug, Clone, clap::Args)]
pub struct NewAccount {
    /// What the person types to sign in
    #[arg(long)]
    pub login: String,
    /// What the person is called on their own pages
    #[arg(long)]
    pub name: String,
    /// relay, officer, chief, moderator, partner, overseer or admin
    #[arg(long)]
    pub role: String,
    /// unit:SLUG, committee:SLUG, partner:SLUG, area:SLUG or district
    #[arg(long)]
    pub scope: String,
    /// fr or bm
    #[arg(long, default_value = "fr")]
    pub lang: String,
    /// Read the password from the first line of standard input
    #[arg(long)]
    pub password_stdin: bool,
}

/// Makes an account with one role.
///
/// # Errors
/// When the role, the scope or the login does not fit.
pub fn create_account(settings: &Settings, new: &NewAccount) -> Done {
    let role = Role::parse(&new.role).ok_or_else(|| {
        let words: Vec<&str> = Role::ALL.iter().map(|r| r.as_str()).collect();
        Failure::usage(format!("--role: « {} » is none of {}", new.role, words.join(", ")))
    })?;
    let lang = Lang::parse(&new.lang)
        .ok_or_else(|| Failure::usage(format!("--lang: « {} » is neither fr nor bm", new.lang)))?;
    let login = new.login.trim().to_lowercase();
    if login.chars().count() < 2 || login.chars().any(char::is_whitespace) {
        return Err(Failure::usage("--login: at least two characters, without spaces"));
    }
    let site = open(settings)?;
    let reference = site.db.read_now(areas::store::load)?;
    let scope = scope_of(&new.scope, &reference)?;
    if !fits(role, scope) {
        return Err(Failure::usage(format!("--scope: {} does not go with {role}", new.scope)));
    }
    let (password, given) = password(new.password_stdin)?;
    let (name, hash, asked, made) =
        (new.name.trim().to_owned(), sample::hash_password(&password)?, new.scope.clone(), login.clone());
    site.db
        .write_now(move |tx| {
            let account = sample::Person {
                login: made.clone(),
                name: name.clone(),
                lang,
                hash: hash.clone(),
                must_change: !given,
            };
            let id = sample::insert_account(tx, &account)?;
            sample::insert_membership(tx, id, role, scope)?;
            ledger::record(tx, &Actor::System, "account.create", format!("account {id}"), &format!("{role} {asked}"))
        })
        .map_err(|e| match e {
            crate::error::Error::Refused(crate::error::Refusal::Taken) => {
                Failure::new(format!("--login: {login} is taken"))
            }
            other => other.into(),
        })?;
    say(&login, &password, given);
    Ok(())
}

/// Sets a new password and ends the account's sessions.
///
/// # Errors
/// When there is no such account.
pub fn set_password(settings: &Settings, login: &str, from_stdin: bool) -> Done {
    let site = open(settings)?;
    let login = login.trim().to_lowercase();
    let (password, given) = password(from_stdin)?;
    let (hash, asked) = (sample::hash_password(&password)?, login.clone());
    site.db
        .write_now(move |tx| {
            let id: AccountId = accounts::table
                .filter(accounts::login.eq(&asked))
                .select(accounts::id)
                .get_result(tx.conn)
                .optional()?
                .ok_or(crate::error::Error::NotFound)?;
            diesel::update(accounts::table.find(id))
                .set((accounts::password.eq(&hash), accounts::must_change.eq(!given)))
                .execute(tx.conn)?;
            crate::web::end_all_sessions(tx, id)?;
            ledger::record(tx, &Actor::System, "account.password", format!("account {id}"), "")
        })
        .map_err(|e| match e {
            crate::error::Error::NotFound => Failure::new(format!("LOGIN: there is no account {login}")),
            other => other.into(),
        })?;
    say(&login, &password, given);
    Ok(())
}

fn say(login: &str, password: &str, given: bool) {
    match given {
        true => println!("{login}: done"),
        false => println!("{login}: {password} (to be changed at the first sign-in)"),
    }
}

/// The password, and whether somebody chose it.
fn password(from_stdin: bool) -> Result<(String, bool), Failure> {
    if !from_stdin {
        return Ok((drawn(&Entropy::system()), false));
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|e| Failure::new(format!("--password-stdin: {e}")))?;
    let line = line.trim_end_matches(['\r', '\n']).to_owned();
    match line.chars().count() {
        10..=200 => Ok((line, true)),
        n => Err(Failure::usage(format!("--password-stdin: {n} characters; a password has 10 to 200"))),
    }
}

/// Sixteen letters and digits that are not mistaken for one another: about 79 bits.
fn drawn(entropy: &Entropy) -> String {
    const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    (0..16).map(|_| SIGNS[entropy.below(SIGNS.len() as u64) as usize] as char).collect()
}

fn scope_of(text: &str, r: &Reference) -> Result<Scope, Failure> {
    let unknown = || Failure::usage(format!("--scope: there is no {text} (import the reference data first?)"));
    match text.split_once(':') {
        None if text == "district" => Ok(Scope::District),
        Some(("unit", slug)) => r.unit_at(slug).map(|u| Scope::Unit(u.id)).ok_or_else(unknown),
        Some(("committee", slug)) => r.committee_at(slug).map(|c| Scope::Committee(c.id)).ok_or_else(unknown),
        Some(("partner", slug)) => r.partner_at(slug).map(|p| Scope::Partner(p.id)).ok_or_else(unknown),
        Some(("area", slug)) => r.area_at(slug).map(|a| Scope::Area(a.id)).ok_or_else(unknown),
        _ => Err(Failure::usage(format!(
            "--scope: « {text} » is none of unit:SLUG, committee:SLUG, partner:SLUG, area:SLUG, district"
        ))),
    }
}

/// Whether a role holds at that kind of place.
const fn fits(role: Role, scope: Scope) -> bool {
    matches!(
        (role, scope),
        (Role::Officer | Role::Chief, Scope::Unit(_))
            | (Role::Moderator, Scope::Committee(_))
            | (Role::Partner, Scope::Partner(_))
            | (Role::Relay, Scope::Area(_))
            | (Role::Overseer | Role::Admin, Scope::District)
    )
}
