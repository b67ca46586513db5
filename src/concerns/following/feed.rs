//! The Atom feed of a quartier or a commune (RFC 4287): what the committee published there, what was answered, where it stands.
//! French, or Bambara with `?lang=bm`; the same for every reader and kept ready like every public page, so that what is hidden is
//! gone in the next request.
//!
//! Of what a resident or a patrol did the day is told, not the hour, as on the public page.

use std::sync::Arc;

use askama::Template;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::store;
use crate::areas::{Area, Reference};
use crate::base::{ConcernId, DAY, Function, Lang, Time};
use crate::concerns::model::{Concern, Event, EventKind, Moderation};
use crate::concerns::parts::excerpt;
use crate::concerns::public::Place;
use crate::concerns::words;
use crate::db::Conn;
use crate::db::schema::concerns;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::keys::digest;
use crate::policy::Audience;
use crate::urls;
use crate::web::{Answer, Cx};

/// Entries told at most.
const ENTRIES: usize = 40;
/// How far back.
const DAYS: i64 = 90;
/// When a feed that tells nothing was last changed.
const NEVER: Time = Time(1_767_225_600);

#[derive(Template)]
#[template(path = "following/feed.xml")]
struct Feed {
    lang: Lang,
    id: String,
    title: String,
    updated: String,
    this: String,
    page: String,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    at: Time,
    title: String,
    updated: String,
    href: String,
    /// Who spoke, by function.
    author: String,
    category: String,
    /// The words, in the language they were written in.
    words: String,
    words_lang: Lang,
    /// Where it stands, and the last police act.
    state: String,
}

/// The feed.
pub(super) async fn area(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let lang = cx.asked_lang();
    let r = Arc::clone(&cx.r);
    let area = r.area_at(&slug).filter(|a| a.active).ok_or(Error::NotFound)?;
    let place = Place::of(area).ok_or(Error::NotFound)?;
    let since = cx.now.plus(-DAYS * DAY);
    let (published, events) = cx.read(move |conn| read(conn, place, since)).await?;
    let writer = Writer { l: L::new(lang), r: &r, instance: cx.site.keys.fingerprint() };
    cx.atom(&writer.feed(area, &published, &events))
}

type Published = Vec<(Concern, Option<Time>)>;

/// Events with their own ids and their concerns'.
type Told = Vec<(i64, ConcernId, Event)>;

/// The public concerns of a place that were published or moved since, and their public events.
fn read(conn: &mut Conn, place: Place, since: Time) -> Result<(Published, Told)> {
    let mut query = concerns::table
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
        .filter(
            concerns::published_at
                .ge(since)
                .or(concerns::last_act_at.ge(since))
                .or(concerns::outcome_at.ge(since))
                .or(concerns::closed_at.ge(since)),
        )
        .select((Concern::as_select(), concerns::published_at))
        .into_boxed();
    query = match place {
        Place::Quartier(id) => query.filter(concerns::area_id.eq(id)),
        Place::Commune(id) => query.filter(concerns::commune_id.eq(id)),
    };
    // What moved last, published or acted on.
    let moved = sql::<BigInt>("CASE WHEN last_act_at > published_at THEN last_act_at ELSE published_at END");
    let rows: Published = query.order(moved.desc()).limit(LOOKED_AT).load(conn)?;
    let ids: Vec<ConcernId> = rows.iter().map(|(c, _)| c.id).collect();
    let events = store::events(conn, &ids)?;
    Ok((rows, events))
}

/// Concerns looked at: enough to hold the newest entries.
const LOOKED_AT: i64 = 200;

struct Writer<'a> {
    l: L,
    r: &'a Reference,
    instance: &'a str,
}

impl Writer<'_> {
    fn feed(&self, area: &Area, published: &Published, events: &[(i64, ConcernId, Event)]) -> Feed {
        let lang = self.l.lang();
        let first = published.iter().map(|(c, at)| self.publication(c, at.unwrap_or(c.filed_at)));
        let then = events.iter().filter_map(|(id, concern, event)| {
            let (concern, _) = published.iter().find(|(c, _)| c.id == *concern)?;
            self.happening(concern, *id, event)
        });
        let mut entries: Vec<Entry> = first.chain(then).collect();
        entries.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.id.cmp(&a.id)));
        entries.truncate(ENTRIES);
        Feed {
            lang,
            id: self.id(&["area", &area.slug]),
            title: self.l.following_feed_title(self.r.place_name(area.id)),
            updated: entries.first().map_or(NEVER, |e| e.at).rfc3339(),
            this: urls::feed_of_area(lang, &area.slug),
            page: urls::area(lang, area.slug.as_str()),
            entries,
        }
    }

    fn publication(&self, c: &Concern, at: Time) -> Entry {
        let author = self.l.function_resident().as_str().to_owned();
        Entry { words: text(c.words.as_str()), ..self.entry(c, &["concern"], at, author, excerpt(c.words.as_str())) }
    }

    /// What happened to it afterwards; the filing is told by the publication.
    fn happening(&self, c: &Concern, id: i64, event: &Event) -> Option<Entry> {
        if event.kind == EventKind::Filed {
            return None;
        }
        let by_day = event.kind == EventKind::Patrol || matches!(event.function, Function::Resident | Function::Relay);
        let at = if by_day { event.at.day().start() } else { event.at };
        let (who, what) = (words::speaker(self.l, event, self.r), words::event(self.l, event, self.r));
        let title = format!("{what}: {}", excerpt(c.words.as_str()));
        Some(Entry { words: text(event.body.as_str()), ..self.entry(c, &["event", &id.to_string()], at, who, title) })
    }

    fn entry(&self, c: &Concern, what: &[&str], at: Time, author: String, title: String) -> Entry {
        let (l, number) = (self.l, c.number().to_string());
        let act = match c.last_act_at {
            Some(at) => l.following_feed_act(l.date(at.civil().date())),
            None => l.following_feed_no_act().as_str().to_owned(),
        };
        Entry {
            id: self.id(&[&[number.as_str()], what].concat()),
            at,
            title: text(&title),
            updated: at.rfc3339(),
            href: urls::concern(l.lang(), c.number()),
            author,
            category: self.r.category(c.category_id).map_or_else(String::new, |k| k.name(l.lang()).to_owned()),
            words: String::new(),
            words_lang: c.lang,
            state: format!("{}. {act}.", words::state(l, c.state, c.reopened).as_str()),
        }
    }

    /// A name that no other thing has, on this instance or another, and that stays: a UUID made of a hash (RFC 9562, version 8).
    fn id(&self, of: &[&str]) -> String {
        let parts: Vec<&[u8]> = std::iter::once(self.instance)
            .chain([self.l.lang().code()])
            .chain(of.iter().copied())
            .flat_map(|part| [part.as_bytes(), b"\0"])
            .collect();
        let h = digest(&parts);
        format!("urn:uuid:{}-{}-8{}-a{}-{}", &h[..8], &h[8..12], &h[13..16], &h[17..20], &h[20..32])
    }
}

/// Text without the characters that XML 1.0 cannot hold, escaped or not.
fn text(words: &str) -> String {
    let held = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    words.chars().filter(held).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_bambara_stays() {
        assert_eq!(text("a\u{8}b\u{fffe}\u{ffff}c\nɲɛ ŋ 🙂"), "abc\nɲɛ ŋ 🙂");
    }

    #[test]
    fn ids_are_uuids_that_stay_and_differ_by_thing_language_and_instance() {
        let r = Reference::default();
        let of = |lang, instance, what: &str| Writer { l: L::new(lang), r: &r, instance }.id(&["concern", what]);
        let one = of(Lang::Fr, "a", "1");
        assert_eq!(one, of(Lang::Fr, "a", "1"));
        assert_eq!((one.len(), &one[..9], &one[23..24], &one[28..29]), (45, "urn:uuid:", "8", "a"));
        for other in [of(Lang::Bm, "a", "1"), of(Lang::Fr, "b", "1"), of(Lang::Fr, "a", "2")] {
            assert_ne!(one, other);
        }
    }
}
