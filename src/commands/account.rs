//! `account …`: how the first people get in, and how somebody is put out.

use std::io::BufRead;

use diesel::prelude::*;

use super::{Done, Failure, open};
use crate::accounts::store::{self, NewAccount as Row};
use crate::accounts::{Login, Weak, fold_login, hash_password, house_words, initial_password, scope_fits, weakness};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, Entropy, Lang, Role, Scope};
use crate::config::Settings;
use crate::db::Conn;
use crate::db::schema::accounts;
use crate::error::{Error, Refusal};
use crate::{areas, ledger};

/// What `account create` wants to know.
#[derive(Debug, Clone, clap::Args)]
pub struct NewAccount {
    /// What the person types to sign in
    #[arg(long)]
    pub login: String,
    /// What the person is called on their own pages
    #[arg(long)]
    pub name: String,
    /// relay, officer, chief, moderator, chair, partner, overseer or admin
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
    let login = Login::parse(&new.login)
        .ok_or_else(|| Failure::usage("--login: a name such as aminata.diarra, or a telephone number of Mali"))?;
    let login = login.as_str().to_owned();
    let site = open(settings)?;
    let reference = site.db.read_now(areas::store::load)?;
    let scope = scope_of(&new.scope, &reference)?;
    if !scope_fits(role, scope) {
        return Err(Failure::usage(format!("--scope: {} does not go with {role}", new.scope)));
    }
    let (password, given) = password(new.password_stdin, &login, &reference)?;
    let row = Row {
        login: login.clone(),
        name: new.name.trim().to_owned(),
        password_hash: hash_password(&password)?,
        lang,
        must_change: !given,
    };
    let asked = new.scope.clone();
    let made = site.db.write_now(move |tx| {
        let id = store::insert(tx, row.clone())?;
        store::grant(tx, id, role, scope)?;
        ledger::record(tx, &Actor::System, "account.create", format!("account {id}"), &format!("{role} {asked}"))
    });
    match made {
        Err(Error::Refused(Refusal::Taken)) => return Err(Failure::new(format!("--login: {login} is taken"))),
        other => other?,
    }
    say(&login, &password, given);
    Ok(())
}

/// Sets a new password and ends the account's sessions.
///
/// # Errors
/// When there is no such account.
pub fn set_password(settings: &Settings, login: &str, from_stdin: bool) -> Done {
    let site = open(settings)?;
    let login = fold_login(login);
    let reference = site.db.read_now(areas::store::load)?;
    let (password, given) = password(from_stdin, &login, &reference)?;
    let (hash, asked) = (hash_password(&password)?, login.clone());
    let done = site.db.write_now(move |tx| {
        let id = named(tx.conn, &asked)?;
        diesel::update(accounts::table.find(id))
            .set((
                accounts::password.eq(&hash),
                accounts::must_change.eq(!given),
                accounts::given_at.eq((!given).then_some(tx.now)),
            ))
            .execute(tx.conn)?;
        crate::accounts::keyring::retire(tx, id)?;
        crate::accounts::links::forget(tx, id)?;
        crate::web::end_all_sessions(tx, id)?;
        ledger::record(tx, &Actor::System, "account.password", format!("account {id}"), "")
    });
    match done {
        Err(Error::NotFound) => return Err(Failure::new(format!("LOGIN: there is no account {login}"))),
        other => other?,
    }
    say(&login, &password, given);
    Ok(())
}

/// Takes the second step off an account and ends its sessions: for the only administrator's lost telephone.
///
/// # Errors
/// When there is no such account, or it has none.
pub fn forget_second_step(settings: &Settings, login: &str) -> Done {
    let site = open(settings)?;
    let login = fold_login(login);
    let asked = login.clone();
    let done = site.db.write_now(move |tx| {
        let id = named(tx.conn, &asked)?;
        crate::accounts::second::forget(tx, &Actor::System, id)?;
        crate::web::end_all_sessions(tx, id)?;
        Ok(())
    });
    match done {
        Err(Error::NotFound) => return Err(Failure::new(format!("LOGIN: there is no account {login}"))),
        Err(Error::Refused(Refusal::AlreadyDone)) => {
            return Err(Failure::new(format!("LOGIN: {login} signs in by one step")));
        }
        other => other?,
    }
    println!("{login}: done");
    Ok(())
}

/// Ends the sessions of an account, or of everybody.
///
/// # Errors
/// When there is no such account.
pub fn sign_out(settings: &Settings, login: Option<&str>) -> Done {
    let site = open(settings)?;
    let login = login.map(fold_login);
    let asked = login.clone();
    let done = site.db.write_now(move |tx| {
        let (ended, object) = match &asked {
            Some(login) => {
                let id = named(tx.conn, login)?;
                (crate::web::end_all_sessions(tx, id)?, format!("account {id}"))
            }
            None => (crate::web::end_other_sessions(tx, None)?, "accounts".to_owned()),
        };
        ledger::record(tx, &Actor::System, "account.sessions-end", object, &format!("sessions: {ended}"))?;
        Ok(ended)
    });
    let ended = match (done, login) {
        (Err(Error::NotFound), Some(login)) => {
            return Err(Failure::new(format!("LOGIN: there is no account {login}")));
        }
        (done, _) => done?,
    };
    println!("sessions ended: {ended}");
    Ok(())
}

/// The account of a login.
fn named(conn: &mut Conn, login: &str) -> crate::error::Result<AccountId> {
    let id = accounts::table.filter(accounts::login.eq(login)).select(accounts::id).get_result(conn).optional()?;
    id.ok_or(Error::NotFound)
}

fn say(login: &str, password: &str, given: bool) {
    match given {
        true => println!("{login}: done"),
        false => println!("{login}: {password} (to be changed at the first sign-in, within seven days)"),
    }
}

/// The password, and whether somebody chose it.
fn password(from_stdin: bool, login: &str, r: &Reference) -> Result<(String, bool), Failure> {
    if !from_stdin {
        return Ok((initial_password(&Entropy::system()), false));
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|e| Failure::new(format!("--password-stdin: {e}")))?;
    let line = line.trim_end_matches(['\r', '\n']).to_owned();
    match weakness(&line, login, &house_words(r)) {
        None => Ok((line, true)),
        Some(Weak::Short) => Err(Failure::usage("--password-stdin: at least 10 characters")),
        Some(Weak::Long) => Err(Failure::usage("--password-stdin: at most 200 characters")),
        Some(Weak::Common) => Err(Failure::usage(
            "--password-stdin: too easy to guess (in the list of common ones, or words of the house); take a few words of your own",
        )),
        Some(Weak::LikeLogin) => Err(Failure::usage("--password-stdin: the password is the login")),
    }
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
