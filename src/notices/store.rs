//! Versions of the notice, agreements to them, and the contacts an administrator fills in. SQL only.

use diesel::dsl::max;
use diesel::prelude::*;

use crate::base::{AccountId, ConcernId, Lang, Time};
use crate::db::schema::{consents, notices, settings};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};

/// A version of the notice.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices)]
pub(super) struct Notice {
    /// 1, 2, 3 …
    pub(super) version: i64,
    /// In French; empty when it is the program's own.
    pub(super) text_fr: String,
    /// In Bambara.
    pub(super) text_bm: String,
    /// When it was published.
    pub(super) published_at: Time,
}

/// The version that holds now.
pub(crate) fn current(conn: &mut Conn) -> Result<i64> {
    let latest: Option<i64> = notices::table.select(max(notices::version)).first(conn)?;
    Ok(latest.unwrap_or(1))
}

/// One version.
pub(super) fn version(conn: &mut Conn, version: i64) -> Result<Notice> {
    notices::table.find(version).select(Notice::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Every version's number and date, the newest first.
pub(super) fn all(conn: &mut Conn) -> Result<Vec<(i64, Time)>> {
    Ok(notices::table.order(notices::version.desc()).select((notices::version, notices::published_at)).load(conn)?)
}

/// Publishes the next version; returns its number.
pub(super) fn publish(tx: &mut Tx<'_>, fr: &str, bm: &str) -> Result<i64> {
    let version = current(tx.conn)? + 1;
    diesel::insert_into(notices::table)
        .values((
            notices::version.eq(version),
            notices::text_fr.eq(fr),
            notices::text_bm.eq(bm),
            notices::published_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(version)
}

/// With what a version was agreed to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum About {
    /// A concern that was filed.
    Concern(ConcernId),
    /// An account that was made.
    Account(AccountId),
}

/// Notes which version was agreed to: the one that was shown, or the one that holds when it was none.
pub(crate) fn agree(tx: &mut Tx<'_>, about: About, shown: i64) -> Result<()> {
    let current = current(tx.conn)?;
    let version = if (1..=current).contains(&shown) { shown } else { current };
    let (concern, account) = match about {
        About::Concern(id) => (Some(id), None),
        About::Account(id) => (None, Some(id)),
    };
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(tx.id::<crate::base::Consent>()),
            consents::concern_id.eq(concern),
            consents::account_id.eq(account),
            consents::version.eq(version),
            consents::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// What was agreed to, oldest first.
pub(crate) fn agreements(conn: &mut Conn, about: About) -> Result<Vec<(i64, Time)>> {
    let query = consents::table.order(consents::id).select((consents::version, consents::at)).into_boxed();
    Ok(match about {
        About::Concern(id) => query.filter(consents::concern_id.eq(id)).load(conn)?,
        About::Account(id) => query.filter(consents::account_id.eq(id)).load(conn)?,
    })
}

/// The contacts of the notice, as `settings` names them: who answers for the data, how to reach them, the authority's own.
pub(super) const CONTACTS: [&str; 3] = ["privacy.controller", "privacy.contact", "privacy.authority"];

/// The contacts, empty where nobody filled them in.
pub(super) fn contacts(conn: &mut Conn) -> Result<[String; 3]> {
    let mut found = [String::new(), String::new(), String::new()];
    for (name, value) in CONTACTS.iter().zip(&mut found) {
        *value = settings::table.find(*name).select(settings::value).first(conn).optional()?.unwrap_or_default();
    }
    Ok(found)
}

/// Fills the contacts in.
pub(super) fn set_contacts(tx: &mut Tx<'_>, values: &[String; 3]) -> Result<()> {
    for (name, value) in CONTACTS.iter().zip(values) {
        diesel::delete(settings::table.find(*name)).execute(tx.conn)?;
        if !value.is_empty() {
            diesel::insert_into(settings::table)
                .values((settings::name.eq(*name), settings::value.eq(value)))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}

impl Notice {
    /// The text in a language; nothing for the program's own version.
    pub(super) fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.text_fr,
            Lang::Bm => &self.text_bm,
        }
    }
}
