//! Everything held about a concern or an account, as lines of name and value: each row of each table, in words.

use super::holdings::{self, Group};
use super::model::Of;
use super::store;
use crate::accounts::store as accounts;
use crate::base::{AccountId, ConcernId};
use crate::concerns::custody::{self, Standing};
use crate::concerns::model::{Event, Readers};
use crate::concerns::parts::{Chip, Moment, said, timeline};
use crate::concerns::sealing::{self, Part, Reporter};
use crate::concerns::{answers, media, store as concerns, words};
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::notices::{self, About};
use crate::web::Cx;

/// A line.
pub(super) struct Line {
    pub(super) name: &'static str,
    pub(super) value: String,
}

/// What is held.
#[derive(Default)]
pub(super) struct Data {
    pub(super) lines: Vec<Line>,
    /// What happened and what was said, a concern's.
    pub(super) moments: Vec<Moment>,
    /// Notes the unit keeps for itself: counted, not shown.
    pub(super) notes: usize,
    /// The words as they stand, to be corrected from.
    pub(super) words: String,
    /// True where they lie sealed, and what is asked of them too.
    pub(super) sealed: bool,
}

fn line(name: Text, value: impl Into<String>) -> Line {
    Line { name: name.as_str(), value: value.into() }
}

/// All about a concern.
pub(super) async fn of_concern(cx: &Cx, id: ConcernId) -> Result<Data> {
    let (l, page, opened) = (cx.l, cx.page(), Reporter::of(cx, id));
    let (concern, events, keys, identity, steps, agreed, told, (photos, voices), sealed) = cx
        .read(move |conn| {
            let words = sealing::of_reporter(conn, id, Part::File, &opened)?;
            let (mut concern, mut events) = (concerns::get(conn, id)?, concerns::events(conn, id)?);
            let mut told = answers::of(conn, id)?;
            words.unveil(&mut concern);
            words.unveil(&mut events);
            words.unveil(&mut told);
            Ok((
                concern,
                events,
                store::keys(conn, id)?,
                custody::standing(conn, id)?,
                custody::steps(conn, id)?.len(),
                notices::agreements(conn, About::Concern(id))?,
                told,
                media::counts(conn, id)?,
                words.are_sealed(),
            ))
        })
        .await?;
    let (theirs, inside): (Vec<Event>, Vec<Event>) = events.into_iter().partition(|e| e.audience <= Readers::Reporter);
    let category = cx.r.category(concern.category_id).map_or("–", |c| c.name(cx.lang()));
    let mut lines = vec![
        line(l.rights_number(), concern.number().to_string()),
        line(l.desk_category(), category),
        line(l.desk_place(), cx.r.place_name(concern.area_id)),
        line(l.desk_landmark(), said(l, &concern.landmark)),
        line(l.follow_wrote(), said(l, &concern.words)),
        line(l.desk_language(), concern.lang.own_name()),
        line(l.follow_readers(), words::audience(l, concern.audience).as_str()),
        line(l.desk_state(), Chip::of(l, &concern).word.as_str()),
        line(l.desk_filed(), page.datetime(&concern.filed_at)),
        line(
            l.custody_fact(),
            match identity {
                Standing::Unknown => l.rights_no_name().as_str().to_owned(),
                Standing::Sealed(_) => l.rights_name(steps),
                Standing::Erased(at) => format!("{} {}", l.custody_gone_fact().as_str(), page.date(&at)),
            },
        ),
    ];
    for (question, answer) in answers::told(&cx.r, &told, l) {
        lines.push(line(l.concern_answers(), format!("{question} {answer}")));
    }
    for (name, number) in [(l.media_photos(), photos), (l.media_voice(), voices)] {
        if number > 0 {
            lines.push(line(name, l.number(number)));
        }
    }
    if let Some(at) = concern.closed_at {
        lines.push(line(l.rights_closed(), page.datetime(&at)));
    }
    for (made, seen) in keys {
        let seen = seen.map_or_else(|| "–".to_owned(), |at| page.datetime(&at));
        lines.push(line(l.rights_key(), l.rights_key_dates(page.datetime(&made), seen)));
    }
    for (version, at) in agreed {
        lines.push(line(l.rights_agreed(), l.notices_version(page.datetime(&at), version)));
    }
    lines.retain(|line| !line.value.is_empty());
    let moments = timeline(l, &theirs, &cx.r, None);
    Ok(Data { lines, moments, notes: inside.len(), words: concern.words.as_str().to_owned(), sealed })
}

/// All about an account.
pub(super) async fn of_account(cx: &Cx, id: AccountId) -> Result<Data> {
    let (l, page) = (cx.l, cx.page());
    let (account, signed_in, tied, counts, ledger, agreed) = cx
        .read(move |conn| {
            let tied = store::tied(conn, id)?;
            let numbers = tied.into_iter().map(|c| Ok(concerns::get(conn, c)?.number().to_string()));
            let numbers = numbers.collect::<Result<Vec<_>>>()?;
            Ok((
                accounts::account(conn, id)?,
                accounts::signed_in_at(conn, id)?,
                numbers,
                holdings::counts(conn, id)?,
                holdings::in_ledger(conn, id)?,
                notices::agreements(conn, About::Account(id))?,
            ))
        })
        .await?;
    let mut lines = vec![
        line(l.account_name(), account.name.clone()),
        line(l.account_login(), account.login),
        line(l.account_lang(), account.lang.own_name()),
        line(l.account_password(), l.rights_password().as_str()),
        line(l.rights_since(), page.datetime(&account.created_at)),
        line(l.rights_signed_in(), signed_in.map_or_else(|| "–".to_owned(), |at| page.datetime(&at))),
        line(l.account_own(), if tied.is_empty() { "–".to_owned() } else { tied.join(", ") }),
    ];
    lines.extend(counts.into_iter().filter_map(|(group, n)| Some(line(counted(l, group)?, l.number(n)))));
    lines.push(line(l.record_ledger(), l.number(ledger)));
    for (version, at) in agreed {
        lines.push(line(l.rights_agreed(), l.notices_version(page.datetime(&at), version)));
    }
    Ok(Data { lines, words: account.name, ..Data::default() })
}

/// What a count is of; nothing for what the page names one by one.
fn counted(l: L, group: Group) -> Option<Text> {
    Some(match group {
        Group::Filed | Group::Agreed | Group::Requests => return None,
        Group::Roles => l.account_roles(),
        Group::Granted => l.rights_granted_roles(),
        Group::Sessions => l.rights_sessions(),
        Group::Second => l.second_title(),
        Group::Passkeys => l.passkey_title(),
        Group::Pairs => l.rights_pairs(),
        Group::Places => l.rights_places(),
        Group::Questions => l.rights_questions(),
        Group::Corrections => l.meet_corrections(),
        Group::Posts => l.rights_posts(),
        Group::Earlier => l.rights_earlier(),
        Group::Follows => l.following_what(),
        Group::Backed => l.rights_backed(),
        Group::Flags => l.moderation_flags(),
        Group::Appeals => l.moderation_kind_appeal(),
        Group::Standings => l.rights_standings(),
        Group::Work => l.rights_work(),
    })
}

/// All about either.
pub(super) async fn of(cx: &Cx, of: Of) -> Result<Data> {
    match of {
        Of::Concern(id) => of_concern(cx, id).await,
        Of::Account(id) => of_account(cx, id).await,
    }
}
