//! Reply templates (P4): written in one language or both, checked when saved, retired, never deleted.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, ReplyRow};
use crate::admin::view::{Field, Row};
use crate::areas::{Category, Purpose, Reference, ReplyTemplate, Slip, Slot};
use crate::base::{self, CategoryId, Lang, TemplateId};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::{L, Message, Text};
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Replies;

/// Characters of a template at most.
const LONG: usize = 1_500;

/// A template, and the kinds it is for.
#[derive(Debug, Clone)]
pub(super) struct ReplyValue {
    row: ReplyRow,
    kinds: Vec<CategoryId>,
}

fn template(r: &Reference, id: TemplateId) -> Option<&ReplyTemplate> {
    r.replies.iter().find(|t| t.id == id)
}

fn kinds_of(r: &Reference, id: TemplateId) -> Vec<CategoryId> {
    r.categories.iter().map(|c| c.id).filter(|c| r.reply_kinds.contains(&(id, *c))).collect()
}

fn names(r: &Reference, kinds: &[CategoryId], word: impl Fn(&Category) -> &str) -> String {
    kinds.iter().filter_map(|c| r.category(*c)).map(word).collect::<Vec<_>>().join(", ")
}

fn purpose_word(l: L, purpose: Purpose) -> Text {
    match purpose {
        Purpose::Any => l.replies_any(),
        Purpose::Answer => l.replies_answer(),
        Purpose::Question => l.replies_question(),
        Purpose::Closing => l.replies_closing(),
    }
}

fn slot_word(l: L, slot: Slot) -> Text {
    match slot {
        Slot::Number => l.replies_slot_number(),
        Slot::Category => l.replies_slot_category(),
        Slot::Place => l.replies_slot_place(),
        Slot::Unit => l.replies_slot_unit(),
        Slot::Deadline => l.replies_slot_deadline(),
        Slot::Meeting => l.replies_slot_meeting(),
    }
}

/// « {numero} : le numéro du dossier. … »
fn slots(l: L) -> String {
    let line = |slot: &Slot| format!("{{{slot}}} : {}", slot_word(l, *slot).as_str());
    format!("{} {}.", l.replies_slots().as_str(), Slot::ALL.iter().map(line).collect::<Vec<_>>().join(" · "))
}

/// Reads the words in one language; names the slot that is none.
fn words(form: &mut Form, name: &'static str) -> Option<String> {
    let text = form.words(name, 0, LONG)?;
    match Slot::check(&text) {
        Ok(()) => return Some(text),
        Err(Slip::Unknown(slot)) => form.fail(name, Message::new(move |l| l.replies_unknown(format!("{{{slot}}}")))),
        Err(Slip::Brace) => form.fail(name, L::replies_brace),
    }
    None
}

impl Kind for Replies {
    type Noun = base::Template;
    type Value = ReplyValue;
    const WORD: &'static str = "reply-template";

    fn words(l: L) -> Words {
        Words { list: l.replies_title(), lead: l.replies_lead(), new: l.replies_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_replies(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_reply_new(lang)
    }

    fn url(lang: Lang, id: TemplateId) -> String {
        urls::admin_reply(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.replies_purpose().as_str(), l.replies_kinds().as_str(), l.replies_languages().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let languages = |t: &ReplyTemplate| {
            let written = Lang::ALL.iter().filter(|lang| t.words(**lang).is_some());
            written.map(|lang| lang.own_name()).collect::<Vec<_>>().join(", ")
        };
        let kinds = |t: &ReplyTemplate| match kinds_of(&cx.r, t.id) {
            kinds if kinds.is_empty() => cx.l.replies_kinds_all().as_str().to_owned(),
            kinds => names(&cx.r, &kinds, |c| c.name(cx.lang())),
        };
        let row = |t: &ReplyTemplate| Row {
            id: t.id.raw(),
            url: urls::admin_reply(cx.lang(), t.id),
            icon: Some("answer".into()),
            name: t.name(cx.lang()).to_owned(),
            cells: vec![purpose_word(cx.l, t.purpose).as_str().to_owned(), kinds(t), languages(t)],
            active: t.active,
        };
        cx.r.replies.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: TemplateId) -> Option<ReplyValue> {
        let row = |t: &ReplyTemplate| ReplyRow {
            name_fr: t.name_fr.clone(),
            name_bm: t.name_bm.clone(),
            purpose: t.purpose,
            words_fr: t.words_fr.clone(),
            words_bm: t.words_bm.clone(),
            position: t.position,
            active: t.active,
        };
        template(r, id).map(|t| ReplyValue { row: row(t), kinds: kinds_of(r, id) })
    }

    fn name(value: &ReplyValue) -> &str {
        &value.row.name_fr
    }

    fn mark(r: &Reference, id: TemplateId) -> String {
        template(r, id).map_or_else(|| id.to_string(), |t| t.slug.clone())
    }

    fn taken(r: &Reference, slug: &str) -> bool {
        r.replies.iter().any(|t| t.slug == slug)
    }

    fn facts(r: &Reference, v: &ReplyValue) -> Facts {
        let row = &v.row;
        vec![
            ("name_fr", row.name_fr.clone()),
            ("name_bm", row.name_bm.clone()),
            ("purpose", row.purpose.to_string()),
            ("words_fr", row.words_fr.clone()),
            ("words_bm", row.words_bm.clone()),
            ("kinds", names(r, &v.kinds, |c| &c.slug)),
            ("position", row.position.to_string()),
            ("active", yes(row.active)),
        ]
    }

    fn blank(cx: &Cx) -> Form {
        let last = cx.r.replies.iter().map(|t| t.position).max().unwrap_or(0);
        Form::filled([
            ("purpose", Purpose::Answer.to_string()),
            ("position", (last + 1).to_string()),
            ("active", "yes".into()),
        ])
    }

    fn fill(v: &ReplyValue) -> Form {
        let row = &v.row;
        let lines = [
            ("name_fr", row.name_fr.clone()),
            ("name_bm", row.name_bm.clone()),
            ("purpose", row.purpose.to_string()),
            ("words_fr", row.words_fr.clone()),
            ("words_bm", row.words_bm.clone()),
            ("position", row.position.to_string()),
        ];
        let kinds = v.kinds.iter().map(|c| ("kind", c.to_string()));
        Form::filled(lines.into_iter().chain(kinds).chain(row.active.then(|| ("active", "yes".to_owned()))))
    }

    fn fields(cx: &Cx, form: &Form, _: Option<TemplateId>) -> Vec<Field> {
        let (l, ticked) = (cx.l, form.all("kind"));
        let kind = |c: &Category| {
            (c.id.to_string(), c.name(cx.lang()).to_owned(), ticked.contains(&c.id.to_string().as_str()))
        };
        let purposes = Purpose::ALL.iter().map(|p| (p.to_string(), purpose_word(l, *p).as_str().to_owned()));
        vec![
            Field::line("name_fr", l.admin_name_fr().as_str()),
            Field::line("name_bm", l.admin_name_bm().as_str()),
            Field::Radios {
                name: "purpose",
                label: l.replies_purpose().as_str(),
                options: purposes.map(|(value, word)| (value, word, String::new())).collect(),
            },
            Field::Words { name: "words_fr", label: l.replies_words_fr().as_str(), help: slots(l) },
            Field::Words {
                name: "words_bm",
                label: l.replies_words_bm().as_str(),
                help: l.replies_words_help().as_str().to_owned(),
            },
            Field::Ticks {
                name: "kind",
                label: l.replies_kinds().as_str(),
                help: l.replies_kinds_help().as_str(),
                options: cx.r.offered().map(kind).collect(),
            },
            Field::number("position", l.admin_position().as_str(), l.admin_position_help().as_str()),
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.replies_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, r: &Reference, _: Option<TemplateId>) -> Option<ReplyValue> {
        let (name_fr, name_bm) = (form.line("name_fr", 2, 80), form.line("name_bm", 2, 80));
        let purpose = form.pick("purpose", Purpose::parse);
        let (words_fr, words_bm) = (words(form, "words_fr"), words(form, "words_bm"));
        if let (Some(fr), Some(bm)) = (&words_fr, &words_bm)
            && fr.is_empty()
            && bm.is_empty()
        {
            form.fail("words_fr", L::form_required);
        }
        let mut kinds: Vec<CategoryId> =
            form.all("kind").iter().filter_map(|c| c.parse().ok()).filter(|c| r.category(*c).is_some()).collect();
        kinds.sort_by_key(|id| r.categories.iter().position(|c| c.id == *id));
        kinds.dedup();
        let position = form.number("position", 0, 9999);
        let row = ReplyRow {
            name_fr: name_fr?,
            name_bm: name_bm?,
            purpose: purpose?,
            words_fr: words_fr?,
            words_bm: words_bm?,
            position: position?,
            active: form.ticked("active"),
        };
        Some(ReplyValue { row, kinds })
    }

    fn insert(tx: &mut Tx<'_>, id: TemplateId, slug: &str, value: &ReplyValue) -> Result<()> {
        store::insert_reply(tx, id, slug, &value.row)?;
        store::reply_for(tx, id, &value.kinds)
    }

    fn update(tx: &mut Tx<'_>, id: TemplateId, value: &ReplyValue) -> Result<()> {
        store::update_reply(tx, id, &value.row)?;
        store::reply_for(tx, id, &value.kinds)
    }
}
