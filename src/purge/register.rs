//! The record of processing as a page that prints, for the overseer.

use askama::Template;

use super::record::{Of, TABLES};
use super::rules::{self, Rule};
use crate::accounts::who_word;
use crate::i18n::{L, Text};
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

/// A processing in words.
struct Entry {
    id: &'static str,
    title: Text,
    why: Text,
    whose: Text,
    what: Text,
    /// The kinds that are sealed, by name.
    kinds: String,
    readers: String,
    periods: Vec<String>,
    /// Where it stands in the database.
    tables: String,
}

#[derive(Template)]
#[template(path = "purge/record.html")]
struct RecordPage {
    page: Page,
    /// What only the controller knows: each with an empty line.
    blanks: [Text; 7],
    entries: Vec<Entry>,
    guards: [Text; 7],
    made: String,
}

/// `/{l}/oversight/record`
pub(super) async fn show(cx: Cx) -> Answer {
    let sound_days = cx.site.settings.sound_days;
    let periods = cx.read(move |conn| rules::all(conn, sound_days)).await?;
    let l = cx.l;
    let entries = Of::ALL.iter().filter(|of| **of != Of::Nobody).map(|of| entry(&cx, *of, &periods)).collect();
    cx.html(&RecordPage {
        page: cx.page(),
        blanks: [
            l.record_blank_controller(),
            l.record_blank_contact(),
            l.record_blank_ground(),
            l.record_blank_number(),
            l.record_blank_place(),
            l.record_blank_helpers(),
            l.record_blank_abroad(),
        ],
        entries,
        guards: [
            l.record_guard_code(),
            l.record_guard_sealed(),
            l.record_guard_network(),
            l.record_guard_ledger(),
            l.record_guard_backup(),
            l.record_guard_counts(),
            l.record_guard_rights(),
        ],
        made: l.date(cx.now.civil().date()),
    })
}

fn entry(cx: &Cx, of: Of, periods: &[(Rule, Option<i64>)]) -> Entry {
    let l = cx.l;
    let (title, why, whose, what) = words(l, of);
    let sealed = cx.r.categories.iter().filter(|c| c.active && of == Of::Sealed && (c.is_sealed() || c.conduct));
    let kinds: Vec<&str> = sealed.map(|c| cx.r.category_name(c.id, l.lang())).collect();
    let mut told: Vec<String> = of.rules().iter().map(|rule| period(l, *rule, periods)).collect();
    if told.is_empty() {
        let kept = if of == Of::Ledger { l.record_period_ever() } else { l.record_period_asked() };
        told.push(kept.as_str().to_owned());
    }
    let tables = TABLES.iter().filter(|(known, _)| *known == of).flat_map(|(_, tables)| tables.iter().copied());
    let readers: Vec<&str> = of.readers().into_iter().map(|who| who_word(l, who).as_str()).collect();
    Entry {
        id: of.as_str(),
        title,
        why,
        whose,
        what,
        kinds: kinds.join(", "),
        readers: if readers.is_empty() { l.record_readers_all().as_str().to_owned() } else { readers.join(", ") },
        periods: told,
        tables: tables.collect::<Vec<_>>().join(", "),
    }
}

fn period(l: L, rule: Rule, periods: &[(Rule, Option<i64>)]) -> String {
    let days = periods.iter().find(|(known, _)| *known == rule).and_then(|(_, days)| *days);
    let (what, after) = match rule {
        Rule::Identity => (l.purge_identity(), l.record_after_closing()),
        Rule::Words => (l.purge_words(), l.record_after_closing()),
        Rule::Request => (l.purge_request(), l.record_after_answer()),
        Rule::Original => (l.purge_original(), l.record_after_masking()),
        Rule::Answer => (l.purge_answer(), l.record_after_asking()),
        Rule::Sound => (l.purge_sound(), l.record_after_writing()),
        Rule::MeetingNames => (l.purge_meeting_names(), l.record_after_meeting()),
        Rule::AccountIdle => (l.purge_account_idle(), l.record_after_sign_in()),
    };
    match days {
        Some(days) => l.record_period(after.as_str(), days, what.as_str()),
        None => l.record_period_none(what.as_str()),
    }
}

/// Title, purpose, whose, what.
fn words(l: L, of: Of) -> (Text, Text, Text, Text) {
    match of {
        Of::Concerns => {
            (l.record_concerns(), l.record_concerns_why(), l.record_concerns_whose(), l.record_concerns_what())
        }
        Of::Identities => {
            (l.record_identities(), l.record_identities_why(), l.record_identities_whose(), l.record_identities_what())
        }
        Of::Sealed => (l.record_sealed(), l.record_sealed_why(), l.record_sealed_whose(), l.record_sealed_what()),
        Of::Accounts => {
            (l.record_accounts(), l.record_accounts_why(), l.record_accounts_whose(), l.record_accounts_what())
        }
        Of::Meetings => {
            (l.record_meetings(), l.record_meetings_why(), l.record_meetings_whose(), l.record_meetings_what())
        }
        Of::Talk => (l.record_talk(), l.record_talk_why(), l.record_talk_whose(), l.record_talk_what()),
        Of::Service => (l.record_service(), l.record_service_why(), l.record_service_whose(), l.record_service_what()),
        Of::Rights => (l.record_rights(), l.record_rights_why(), l.record_rights_whose(), l.record_rights_what()),
        Of::Ledger | Of::Nobody => {
            (l.record_ledger(), l.record_ledger_why(), l.record_ledger_whose(), l.record_ledger_what())
        }
    }
}
