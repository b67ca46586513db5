//! Recorded sounds, in each language (R3, R16, C6): a kind's are sent, heard and removed on its page, those of the sentences of the
//! filing pages on a page of their own (`prompts.rs`).

use super::categories::Categories;
use super::kind::Kind;
use super::{routes, store};
use crate::admin::permit_now;
use crate::admin::view::{FormPage, SoundSlot};
use crate::areas::store::{load, touch};
use crate::areas::{Category, Reference};
use crate::base::{Actor, CategoryId, Id, Lang, Prompt};
use crate::concerns::media::{self, Sounded};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::i18n::{L, Message};
use crate::ledger;
use crate::urls;
use crate::web::{Answer, Cx, FileField, Form, Notice};

/// What the form takes.
pub(super) const FILES: &[FileField] = &[FileField { name: "sound", most: 1, bytes: 12 * 1024 * 1024 }];

/// Bytes of a sound at most, without what it hid (R3).
const MOST: i64 = 40_000;

/// The sounds of a kind, one a language, whether there or missing.
pub(super) fn slots(cx: &Cx, id: CategoryId) -> Vec<SoundSlot> {
    let slot = |lang: &Lang| SoundSlot {
        lang: lang.code(),
        label: cx.l.media_sound_file(lang.own_name()),
        url: cx.r.sound(id, *lang).map(|sound| urls::category_sound(sound.id)),
        action: urls::admin_category_sounds(cx.lang(), id),
    };
    Lang::ALL.iter().map(slot).collect()
}

/// Which languages have their sound, for the list: « fr, bm : manque ».
pub(super) fn standing(cx: &Cx, category: &Category) -> String {
    let missing = cx.l.media_sound_missing();
    let of = |lang: &Lang| match cx.r.sound(category.id, *lang) {
        Some(_) => lang.code().to_owned(),
        None => format!("{} : {missing}", lang.code()),
    };
    Lang::ALL.iter().map(of).collect::<Vec<_>>().join(", ")
}

/// Sends or removes one of a kind.
pub(super) async fn change(cx: Cx, mut form: Form) -> Answer {
    let id: CategoryId = cx.id("id")?;
    let category = cx.r.category(id).ok_or(Error::NotFound)?.slug.clone();
    if change_of(&cx, &mut form, Owner::Kind(id, category), MOST).await? {
        return cx.see_done(urls::admin_category(cx.lang(), id), Notice::Saved);
    }
    again(&cx, &form, id)
}

/// Whose sound it is.
pub(super) enum Owner {
    /// A kind's, with its word.
    Kind(CategoryId, String),
    /// A sentence's.
    Prompt(Prompt),
}

impl Owner {
    /// The one it has now: its row, and its name in the media store.
    fn now(&self, r: &Reference, lang: Lang) -> Option<(i64, String)> {
        match self {
            Owner::Kind(id, _) => r.sound(*id, lang).map(|s| (s.id.raw(), s.object.clone())),
            Owner::Prompt(prompt) => r.prompt(*prompt, lang).map(|s| (s.id.raw(), s.object.clone())),
        }
    }

    fn drop(&self, tx: &mut Tx<'_>, row: i64) -> Result<()> {
        match self {
            Owner::Kind(..) => store::drop_sound(tx, Id::new(row)),
            Owner::Prompt(_) => store::drop_prompt(tx, Id::new(row)),
        }
    }

    fn insert(&self, tx: &mut Tx<'_>, lang: Lang, sound: &Sounded) -> Result<()> {
        match self {
            Owner::Kind(id, _) => store::insert_sound(tx, *id, lang, sound),
            Owner::Prompt(prompt) => store::insert_prompt(tx, *prompt, lang, sound),
        }
    }

    /// The ledger's word of setting and of removing, and of the thing.
    fn deed(&self, set: bool) -> (&'static str, String) {
        match (self, set) {
            (Owner::Kind(_, slug), true) => ("category.sound", format!("category {slug}")),
            (Owner::Kind(_, slug), false) => ("category.silence", format!("category {slug}")),
            (Owner::Prompt(prompt), true) => ("prompt.sound", format!("prompt {prompt}")),
            (Owner::Prompt(prompt), false) => ("prompt.silence", format!("prompt {prompt}")),
        }
    }
}

/// Sends or removes a sound of `most` bytes; false when the form says what is wrong.
pub(super) async fn change_of(cx: &Cx, form: &mut Form, owner: Owner, most: i64) -> Result<bool> {
    let lang = form.pick("lang", Lang::parse);
    let Some(lang) = form.done(lang) else { return Ok(false) };
    let sound = match form.value("deed") {
        "drop" => None,
        _ => match record(cx, form, most).await? {
            Some(sound) => Some(sound),
            None => return Ok(false),
        },
    };
    let actor = cx.actor.clone();
    cx.deed(form, move |tx| set(tx, &actor, &owner, lang, sound.as_ref())).await?;
    Ok(true)
}

/// Takes the file, or says at its field what is wrong with it.
async fn record(cx: &Cx, form: &mut Form, most: i64) -> Result<Option<Sounded>> {
    let Some(upload) = form.take_files("sound").into_iter().next() else {
        form.fail("sound", L::media_sound_choose);
        return Ok(None);
    };
    match media::keep_sound(cx, upload, most).await? {
        Ok(sound) => Ok(Some(sound)),
        Err(crate::media::Refused::TooLarge) => {
            form.fail("sound", Message::new(move |l| l.media_sound_too_large(most / 1000)));
            Ok(None)
        }
        Err(why) => {
            form.fail("sound", Message::new(move |l| media::refusal(l, why).to_owned()));
            Ok(None)
        }
    }
}

/// The kind's page again, with what is wrong.
fn again(cx: &Cx, form: &Form, id: CategoryId) -> Answer {
    let stored = Categories::stored(&cx.r, id).ok_or(Error::NotFound)?;
    let mut page: FormPage = routes::draw::<Categories>(cx, Categories::fill(&stored), Some(id))?;
    page.form.blame(form);
    cx.invalid(&page)
}

fn set(tx: &mut Tx<'_>, actor: &Actor, owner: &Owner, lang: Lang, sound: Option<&Sounded>) -> Result<()> {
    permit_now(tx, actor)?;
    let before = owner.now(&load(tx.conn)?, lang);
    if let Some((row, object)) = &before {
        owner.drop(tx, *row)?;
        media::release(tx, object)?;
    }
    match sound {
        Some(sound) => {
            owner.insert(tx, lang, sound)?;
            media::claim(tx, &sound.object)?;
        }
        None if before.is_none() => {
            tx.nothing_new();
            return Ok(());
        }
        None => {}
    }
    touch(tx)?;
    let (deed, object) = owner.deed(sound.is_some());
    ledger::record(tx, actor, deed, object, lang.code())
}
