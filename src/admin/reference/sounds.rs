//! The recorded sound of a kind, in each language (R3, C6): sent, heard and removed on the kind's page.

use super::categories::Categories;
use super::kind::Kind;
use super::{routes, store};
use crate::admin::permit_now;
use crate::admin::view::{FormPage, SoundSlot};
use crate::areas::Category;
use crate::areas::store::{load, touch};
use crate::base::{Actor, CategoryId, Lang};
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

/// Sends or removes one.
pub(super) async fn change(cx: Cx, mut form: Form) -> Answer {
    let id: CategoryId = cx.id("id")?;
    let category = cx.r.category(id).ok_or(Error::NotFound)?.slug.clone();
    let lang = form.pick("lang", Lang::parse);
    let Some(lang) = form.done(lang) else { return again(&cx, &form, id) };
    let sound = match form.value("deed") {
        "drop" => None,
        _ => match record(&cx, &mut form).await? {
            Some(sound) => Some(sound),
            None => return again(&cx, &form, id),
        },
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| set(tx, &actor, id, &category, lang, sound.as_ref())).await?;
    cx.see_done(urls::admin_category(cx.lang(), id), Notice::Saved)
}

/// Takes the file, or says at its field what is wrong with it.
async fn record(cx: &Cx, form: &mut Form) -> Result<Option<Sounded>> {
    let Some(upload) = form.take_files("sound").into_iter().next() else {
        form.fail("sound", L::media_sound_choose);
        return Ok(None);
    };
    match media::keep_sound(cx, upload, MOST).await? {
        Ok(sound) => Ok(Some(sound)),
        Err(crate::media::Refused::TooLarge) => {
            form.fail("sound", L::media_sound_too_large);
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

fn set(tx: &mut Tx<'_>, actor: &Actor, id: CategoryId, slug: &str, lang: Lang, sound: Option<&Sounded>) -> Result<()> {
    permit_now(tx, actor)?;
    let before = load(tx.conn)?.sound(id, lang).map(|sound| (sound.id, sound.object.clone()));
    if let Some((before, object)) = &before {
        store::drop_sound(tx, *before)?;
        media::release(tx, object)?;
    }
    match sound {
        Some(sound) => {
            store::insert_sound(tx, id, lang, sound)?;
            media::claim(tx, &sound.object)?;
        }
        None if before.is_none() => {
            tx.nothing_new();
            return Ok(());
        }
        None => {}
    }
    touch(tx)?;
    let deed = if sound.is_some() { "category.sound" } else { "category.silence" };
    ledger::record(tx, actor, deed, format!("category {slug}"), lang.code())
}
