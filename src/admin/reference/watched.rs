//! The watch list (D9): words that make a text wait for a moderator, in each language. They are compared folded: without accents
//! and capitals, ɛ ɔ ɲ ŋ as e o ny ng.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, WatchedRow};
use crate::admin::view::{Field, Row};
use crate::areas::{Reference, WatchedWord};
use crate::base::{self, Lang, WatchWordId, fold};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Watched;

fn word(r: &Reference, id: WatchWordId) -> Option<&WatchedWord> {
    r.watch.iter().find(|w| w.id == id)
}

impl Kind for Watched {
    type Noun = base::WatchWord;
    type Value = WatchedRow;
    const WORD: &'static str = "watch-word";

    fn words(l: L) -> Words {
        Words { list: l.moderation_watch(), lead: l.moderation_watch_lead(), new: l.moderation_watch_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_watch(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_watch_new(lang)
    }

    fn url(lang: Lang, id: WatchWordId) -> String {
        urls::admin_watch_word(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.moderation_watch_lang().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let row = |w: &WatchedWord| Row {
            id: w.id.raw(),
            url: urls::admin_watch_word(cx.lang(), w.id),
            icon: Some("warn".into()),
            name: w.word.clone(),
            cells: vec![w.lang.own_name().to_owned()],
            active: w.active,
        };
        cx.r.watch.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: WatchWordId) -> Option<WatchedRow> {
        word(r, id).map(|w| WatchedRow { lang: w.lang, word: w.word.clone(), folded: fold(&w.word), active: w.active })
    }

    fn name(value: &WatchedRow) -> &str {
        &value.word
    }

    fn mark(_: &Reference, id: WatchWordId) -> String {
        id.to_string()
    }

    fn taken(_: &Reference, _: &str) -> bool {
        false
    }

    fn facts(_: &Reference, v: &WatchedRow) -> Facts {
        vec![("lang", v.lang.code().to_owned()), ("word", v.word.clone()), ("active", yes(v.active))]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("active", "yes".into())])
    }

    fn fill(v: &WatchedRow) -> Form {
        let active = v.active.then(|| ("active", "yes".to_owned()));
        Form::filled([("lang", v.lang.code().to_owned()), ("word", v.word.clone())].into_iter().chain(active))
    }

    fn fields(cx: &Cx, _: &Form, _: Option<WatchWordId>) -> Vec<Field> {
        let l = cx.l;
        vec![
            Field::Select {
                name: "lang",
                label: l.moderation_watch_lang().as_str(),
                help: String::new(),
                optional: false,
                empty: l.form_choose().as_str(),
                options: Lang::ALL.iter().map(|lang| (lang.code().to_owned(), lang.own_name().to_owned())).collect(),
            },
            Field::Line {
                name: "word",
                label: l.moderation_watch_word().as_str(),
                help: l.moderation_watch_word_help().as_str().to_owned(),
                kind: "text",
                optional: false,
                attrs: "maxlength=\"60\"",
            },
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, _: &Reference, _: Option<WatchWordId>) -> Option<WatchedRow> {
        let lang = form.pick("lang", |code| Lang::ALL.iter().copied().find(|lang| lang.code() == code));
        let word = form.line("word", 2, 60);
        if word.as_ref().is_some_and(|word| fold(word).chars().count() < 2) {
            form.fail("word", L::form_required);
        }
        let (active, word) = (form.ticked("active"), word?);
        Some(WatchedRow { lang: lang?, folded: fold(&word), word, active })
    }

    fn rule(r: &Reference, id: Option<WatchWordId>, value: &mut WatchedRow) -> Result<()> {
        let other = |w: &&WatchedWord| Some(w.id) != id && w.lang == value.lang && fold(&w.word) == value.folded;
        if r.watch.iter().any(|w| other(&w)) { Err(Error::Refused(Refusal::Taken)) } else { Ok(()) }
    }

    fn insert(tx: &mut Tx<'_>, id: WatchWordId, _: &str, value: &WatchedRow) -> Result<()> {
        store::insert_watched(tx, id, value)
    }

    fn update(tx: &mut Tx<'_>, id: WatchWordId, value: &WatchedRow) -> Result<()> {
        store::update_watched(tx, id, value)
    }
}
