//! Filing (R1–R4, R16): choosing a kind, one page of questions, and the page of the code. Three requests and the style sheet.
//! Each part of the form is a room here and a partial template of its own in `templates/concerns/filing/`. The code is shown in
//! the answer to the form itself, so no address and no cookie of the phone ever leads to it.

mod receipt;

use std::sync::Arc;

use askama::Template;

use crate::areas::{Category, Reference};
use crate::base::{Actor, Lang, TrackingCode};
use crate::concerns::actions;
use crate::concerns::help::Helper;
use crate::concerns::model::{Channel, NewConcern};
use crate::concerns::parts::Places;
use crate::i18n::{L, Text};
use crate::policy::Audience;
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

/// The shortest and the longest text we take, in characters.
const WORDS: (usize, usize) = (10, 4000);

/// A kind in the grid.
struct Kind<'a> {
    href: String,
    icon: &'a str,
    name: &'a str,
}

#[derive(Template)]
#[template(path = "concerns/file-kind.html")]
struct KindPage<'a> {
    page: Page,
    kinds: Vec<Kind<'a>>,
}

#[derive(Template)]
#[template(path = "concerns/file.html")]
struct FilePage<'a> {
    page: Page,
    form: &'a Form,
    slug: &'a str,
    icon: &'a str,
    name: &'a str,
    hint: &'a str,
    kinds: Vec<(&'a str, &'a str)>,
    places: Vec<Places<'a>>,
    public: bool,
    readers: Text,
    /// Who helps with such a thing: before the questions.
    helpers: Vec<Helper>,
    changed: bool,
}

/// Step 1, or step 2 once the kind is chosen.
pub(super) async fn ask(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    match r.category_at(cx.query("category")) {
        Some(category) => {
            let mut form = Form::blank();
            form.preset("area", cx.query("area"));
            cx.html(&questions(&cx, &form, &r, category, false))
        }
        None => kinds(&cx),
    }
}

fn kinds(cx: &Cx) -> Answer {
    let lang = cx.lang();
    let area = cx.r.quartier_at(cx.query("area")).map_or("", |a| a.slug.as_str());
    let kinds = cx.r.offered().map(|c| Kind {
        href: urls::with_query(urls::file_concern(lang), &[("category", &c.slug), ("area", area)]),
        icon: &c.icon,
        name: c.name(lang),
    });
    cx.html(&KindPage { page: cx.page().with_exit(), kinds: kinds.collect() })
}

fn questions<'a>(cx: &Cx, form: &'a Form, r: &'a Reference, category: &'a Category, changed: bool) -> FilePage<'a> {
    let lang = cx.lang();
    FilePage {
        page: cx.page().with_exit(),
        form,
        slug: &category.slug,
        icon: &category.icon,
        name: category.name(lang),
        hint: category.hint(lang),
        kinds: r.offered().map(|c| (c.slug.as_str(), c.name(lang))).collect(),
        places: Places::all(r),
        public: offers_public(category),
        readers: readers(cx.l, category),
        helpers: Helper::all(cx.l, r, category.id),
        changed,
    }
}

/// True when the reporter may let everybody read it.
fn offers_public(category: &Category) -> bool {
    category.audience == Audience::Public && !category.conduct
}

/// Who reads a concern of a kind that is not for everybody.
fn readers(l: L, category: &Category) -> Text {
    match category.audience {
        _ if category.conduct => l.filing_only_oversight(),
        Audience::Sealed | Audience::Oversight => l.filing_only_sealed(),
        Audience::Public | Audience::Private => l.filing_only_private(),
    }
}

/// The form: files it, and answers with the code.
pub(super) async fn file(cx: Cx, mut form: Form) -> Answer {
    let r = Arc::clone(&cx.r);
    let Some(category) = r.category_at(form.value("category")) else { return kinds(&cx) };
    // The kind decides who reads: whoever changed it sees the new readers before anything is sent.
    if form.value("shown") != category.slug {
        return cx.html(&questions(&cx, &form, &r, category, true));
    }
    let parsed = parse(&mut form, &r, category, cx.lang());
    let Some(new) = form.done(parsed) else {
        return cx.invalid(&questions(&cx, &form, &r, category, false));
    };
    let code = TrackingCode::draw(&cx.site.entropy);
    let digits = code.digits();
    let site = Arc::clone(&cx.site);
    let hash = cx.site.slow.run(move || site.keys.hash_code(&code)).await?;
    // Somebody with an account is tied to what they file only when they ask for it.
    let actor = if form.ticked("mine") { cx.actor.clone() } else { Actor::Visitor };
    let receipt = cx.deed(&form, move |tx| actions::file(tx, &actor, &r, &new, &digits, &hash)).await?;
    receipt::filed(&cx, &receipt).await
}

fn parse(form: &mut Form, r: &Reference, category: &Category, lang: Lang) -> Option<NewConcern> {
    // Each question says itself what is missing: three times « choose an answer » would help nobody.
    let area = r.quartier_at(form.value("area")).map(|a| a.id);
    if area.is_none() {
        form.fail("area", L::filing_area_missing);
    }
    let landmark = form.line("landmark", 0, 200);
    if form.value("words").chars().count() < WORDS.0 {
        form.fail("words", L::filing_words_missing);
    }
    let words = form.words("words", WORDS.0, WORDS.1);
    let private = match offers_public(category) {
        true => {
            let private = Audience::parse(form.value("readers")).map(|a| a != Audience::Public);
            if private.is_none() {
                form.fail("readers", L::filing_readers_missing);
            }
            private
        }
        false => Some(true),
    };
    Some(NewConcern {
        category: category.id,
        area: area?,
        landmark: landmark?,
        words: words?,
        lang,
        private: private?,
        channel: Channel::Web,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn category(audience: Audience, conduct: bool) -> Category {
        Category {
            id: Id::new(1),
            slug: "x".into(),
            icon: "other".into(),
            name_fr: "X".into(),
            name_bm: "X".into(),
            hint_fr: String::new(),
            hint_bm: String::new(),
            audience,
            conduct,
            target_hours: 72,
            position: 1,
            active: true,
        }
    }

    #[test]
    fn only_a_public_kind_offers_everybody_as_reader() {
        assert!(offers_public(&category(Audience::Public, false)));
        assert!(!offers_public(&category(Audience::Public, true)));
        for audience in [Audience::Private, Audience::Sealed, Audience::Oversight] {
            assert!(!offers_public(&category(audience, false)));
        }
    }

    #[test]
    fn conduct_of_police_is_told_that_the_unit_does_not_read() {
        let l = L::new(Lang::Fr);
        assert_eq!(readers(l, &category(Audience::Sealed, true)), l.filing_only_oversight());
        assert_eq!(readers(l, &category(Audience::Sealed, false)), l.filing_only_sealed());
    }
}
