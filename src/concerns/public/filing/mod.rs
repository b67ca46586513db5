//! Filing (R1–R5, R16): danger now and the kinds, one form, the page of the code. Three requests and the style sheet.
//!
//! The form is made of parts. A part is a room here — `read(form, …) -> Option<…>` notes what is wrong under its own fields, `view`
//! prepares what it shows — and a partial in `templates/concerns/filing/`; `file.html` puts the partials in order. Without
//! JavaScript it is one page; a small script shows one part at a time. The code is shown in the answer to the form itself, so no
//! address and no cookie of the phone ever leads to it.

mod kinds;
mod map;
mod person;
mod place;
mod questions;
mod readers;
pub(in crate::concerns) mod receipt;
mod steps;
mod words;

use std::sync::Arc;

use askama::Template;

use super::similar;
pub(super) use map::{carried as map_carried, map};

use crate::areas::{Category, Reference};
use crate::base::{Actor, AreaId, Lang, Prompt};
use crate::concerns::custody;
use crate::concerns::help::Helper;
use crate::concerns::model::{Channel, NewConcern};
use crate::concerns::{actions, media, parts, slips};
use crate::error::{Error, Result};
use crate::i18n::Message;
use crate::notices::{self, About};
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};
use place::Spot;
use receipt::Beside;

#[derive(Template)]
#[template(path = "concerns/file.html")]
struct FormPage<'a> {
    page: Page,
    form: &'a Form,
    slug: &'a str,
    icon: &'a str,
    name: &'a str,
    hint: &'a str,
    kinds: Vec<(&'a str, &'a str)>,
    /// Only a desk or oversight reads it.
    protected: bool,
    /// Who helps with such a thing: before the questions.
    helpers: Vec<Helper>,
    changed: bool,
    place: place::View<'a>,
    questions: Vec<questions::Asked<'a>>,
    readers: readers::View,
    person: person::Part,
    /// The version of the privacy notice that holds: sending agrees to it.
    notice: i64,
    script: &'static web::Inline,
    r: &'a Reference,
}

impl<'a> FormPage<'a> {
    fn said(&self, prompt: Prompt) -> Option<String> {
        parts::spoken(self.r, prompt, self.page.lang)
    }

    /// The exact point, as long as this telephone still gives it and somebody may keep it.
    fn point(&self) -> Option<&str> {
        let given = match &self.place.spot {
            Spot::In { point, .. } => point,
            Spot::None | Spot::Outside => self.form.value("point"),
        };
        Some(given).filter(|point| self.person.offered && !point.is_empty())
    }

    async fn new(cx: &Cx, form: &'a Form, r: &'a Reference, category: &'a Category) -> Result<FormPage<'a>> {
        let lang = cx.lang();
        Ok(FormPage {
            page: cx.page().with_exit(),
            form,
            slug: &category.slug,
            protected: category.conduct || !category.audience.is_open(),
            icon: &category.icon,
            name: category.name(lang),
            hint: category.hint(lang),
            kinds: r.offered().map(|c| (c.slug.as_str(), c.name(lang))).collect(),
            helpers: Helper::all(cx.l, r, category.id),
            changed: false,
            place: place::view(r, Spot::None),
            questions: questions::view(r, category, lang),
            readers: readers::view(cx.l, category),
            person: person::Part::new(cx, form).await?,
            notice: cx.read(notices::current).await?,
            script: &steps::SCRIPT,
            r,
        })
    }
}

/// The kinds, or the form once one is chosen.
pub(super) async fn ask(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    let Some(category) = r.category_at(cx.query("category")) else { return kinds::page(&cx) };
    let mut form = Form::blank();
    form.preset("area", cx.query("area"));
    steps::with_script(cx.html(&FormPage::new(&cx, &form, &r, category).await?))
}

/// The form: files it, and answers with the code.
pub(super) async fn file(cx: Cx, mut form: Form) -> Answer {
    let r = Arc::clone(&cx.r);
    let Some(category) = r.category_at(form.value("category")) else { return kinds::page(&cx) };
    // What is asked on the way is no filing: the form comes back with all that was typed.
    match form.value("step") {
        "gps" => {
            let place = place::view(&r, place::locate(&mut form, &r));
            let shown = FormPage { place, ..FormPage::new(&cx, &form, &r, category).await? };
            return steps::with_script(cx.html(&shown));
        }
        "map" => {
            let area = map::chosen(&form).to_owned();
            form.put("area", area);
            return steps::with_script(cx.html(&FormPage::new(&cx, &form, &r, category).await?));
        }
        _ => {}
    }
    // The kind decides who reads: whoever changed it sees the new readers before anything is sent.
    if form.value("shown") != category.slug {
        let shown = FormPage { changed: true, ..FormPage::new(&cx, &form, &r, category).await? };
        return steps::with_script(cx.html(&shown));
    }
    if form.is(similar::ASKED, similar::EDIT) {
        return steps::with_script(cx.html(&FormPage::new(&cx, &form, &r, category).await?));
    }
    let slip = slips::typed(&mut form, false);
    let parsed = read(&mut form, &r, category, cx.lang()).zip(slip);
    let agreed = form.value("notice").parse().unwrap_or_default();
    let seal = person::sealed(&cx, &mut form).await?;
    let Some((mut new, slip)) = form.done(parsed) else {
        return steps::with_script(cx.invalid(&FormPage::new(&cx, &form, &r, category).await?));
    };
    let told = if similar::unasked(&form) { similar::of(&cx, category, &new).await? } else { Vec::new() };
    if !told.is_empty() && similar::carries(&form) {
        return similar::ask(&cx, &form, told);
    }
    // A form that was sent before is answered as it was.
    let before = cx.was_done(&form).await?;
    if !before && let Err(Error::TooMany(seconds)) = counted(&cx, &slip, new.area) {
        let wait = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_add(59);
        form.fail("_flood", Message::new(move |l| l.filing_flood(l.span(wait))));
        let page = FormPage::new(&cx, &form, &r, category).await?;
        return steps::with_script(cx.too_soon(&page, seconds));
    }
    let key = slips::key(&cx, slip).await?;
    let received = media::receive(&cx, &mut form).await?;
    // Where there are no words the voice stands for them, until the unit writes it down.
    let instead = new.words.is_empty();
    if instead && !received.has_voice() {
        let why = received.voice_turned().map_or("", |why| media::refusal(cx.l, why));
        form.fail("voice", Message::new(move |l| l.media_voice_refused(why)));
        return steps::with_script(cx.invalid(&FormPage::new(&cx, &form, &r, category).await?));
    }
    if instead {
        cx.l.media_voice_only().as_str().clone_into(&mut new.words);
    }
    new.channel = key.channel(new.channel);
    // Somebody with an account is tied to what they file only when they ask for it.
    let actor = if form.ticked("mine") { cx.actor.clone() } else { Actor::Visitor };
    let (reference, taken, stored) = (Arc::clone(&r), key.clone(), received.stored.clone());
    let filed = cx.deed(&form, move |tx| {
        let (digits, hash) = taken.take(tx)?;
        let receipt = actions::file(tx, &actor, &reference, &new, &digits, &hash)?;
        media::actions::attach(tx, receipt.id, receipt.number(), &stored, instead)?;
        notices::agree(tx, About::Concern(receipt.id), agreed)?;
        if let Some(seal) = &seal {
            custody::give(tx, receipt.id, receipt.number(), seal)?;
        }
        Ok(receipt)
    });
    match filed.await {
        Ok(receipt) => {
            key.was_right(&cx);
            receipt::filed(&cx, &receipt, Beside { told, received, ..Beside::default() }).await
        }
        // Somebody used the slip, or withdrew it: nothing typed is lost.
        Err(error) => match slips::problem(&error) {
            Some(problem) => {
                form.fail("slip", problem);
                steps::with_script(cx.conflict(&FormPage::new(&cx, &form, &r, category).await?))
            }
            None => Err(error),
        },
    }
}

/// Counts what no slip stands for: that was given by a person to a person.
fn counted(cx: &Cx, slip: &slips::Typed, area: AreaId) -> Result<()> {
    match slip {
        slips::Typed::Nothing => cx.count_filing(area),
        _ => Ok(()),
    }
}

/// Every part reads before any is missed: all that is wrong is told at once.
fn read(form: &mut Form, r: &Reference, category: &Category, lang: Lang) -> Option<NewConcern> {
    let place = place::read(form, r);
    let words = words::read(form);
    let answers = questions::read(form, r, category);
    let private = readers::read(form, category);
    let (place, words, answers, private) = (place?, words?, answers?, private?);
    Some(NewConcern {
        category: category.id,
        area: place.area,
        landmark: place.landmark,
        words,
        lang,
        private,
        channel: Channel::Web,
        answers,
    })
}
