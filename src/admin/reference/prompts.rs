//! The recorded sounds of the sentences of filing and following (R16, C6): all on one page, which says what is missing and what to read.

use askama::Template;

use super::sounds::{self, Owner};
use crate::admin::view::SoundSlot;
use crate::base::{Lang, Prompt};
use crate::error::Error;
use crate::i18n::{L, Text};
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// Bytes of a sound at most: a minute of speech as a telephone records it.
const MOST: i64 = 120_000;

/// A sentence, and its sound in each language.
struct Line {
    prompt: Prompt,
    name: &'static str,
    /// What is read, in each language.
    read: Vec<(&'static str, String)>,
    slots: Vec<SoundSlot>,
    missing: bool,
}

#[derive(Template)]
#[template(path = "admin/sounds.html")]
struct SoundsPage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
}

/// What is read, as the page has it.
fn sentences(l: L, prompt: Prompt) -> Vec<Text> {
    match prompt {
        Prompt::Danger => vec![l.filing_danger()],
        Prompt::Kinds => vec![l.filing_kind(), l.filing_kind_why()],
        Prompt::Place => vec![l.filing_where(), l.filing_landmark_help()],
        Prompt::Words => vec![l.filing_words(), l.filing_words_help()],
        Prompt::Readers => vec![l.filing_readers(), l.filing_readers_public_why(), l.filing_readers_private_why()],
        Prompt::Honesty => vec![
            l.filing_honest(),
            l.filing_honest_kept(),
            l.filing_honest_limit(),
            l.honest_phone(),
            l.honest_operator(),
            l.honest_words(),
            l.honest_photos(),
        ],
        Prompt::Code => vec![l.filing_code_keep(), l.filing_code_once()],
        Prompt::Follow => vec![l.follow_title(), l.follow_how()],
    }
}

fn line(cx: &Cx, prompt: Prompt) -> Line {
    let name = sentences(cx.l, prompt)[0].as_str();
    let slot = |lang: &Lang| SoundSlot {
        lang: lang.code(),
        label: cx.l.prompts_sound(lang.own_name(), name),
        url: cx.r.prompt(prompt, *lang).map(|sound| urls::prompt_sound(sound.id)),
        action: urls::admin_prompt(cx.lang(), prompt),
    };
    let slots: Vec<SoundSlot> = Lang::ALL.iter().map(slot).collect();
    let read = |lang: &Lang| {
        let words: Vec<&str> = sentences(L::new(*lang), prompt).iter().map(|text| text.as_str()).collect();
        (lang.code(), words.join(" "))
    };
    Line {
        prompt,
        name,
        read: Lang::ALL.iter().map(read).collect(),
        missing: slots.iter().any(|slot| slot.url.is_none()),
        slots,
    }
}

fn page(cx: &Cx, form: Form) -> SoundsPage {
    SoundsPage { page: cx.page(), form, lines: Prompt::ALL.iter().map(|prompt| line(cx, *prompt)).collect() }
}

/// Lists them.
pub(super) async fn list(cx: Cx) -> Answer {
    cx.html(&page(&cx, Form::blank()))
}

/// Sends or removes one.
pub(super) async fn change(cx: Cx, mut form: Form) -> Answer {
    let prompt = Prompt::parse(&cx.part::<String>("prompt")?).ok_or(Error::NotFound)?;
    if sounds::change_of(&cx, &mut form, Owner::Prompt(prompt), MOST).await? {
        return cx.see_done(urls::admin_sounds(cx.lang()), Notice::Saved);
    }
    cx.invalid(&page(&cx, form))
}
