//! Kinds of concern.

use super::kind::{Facts, Kind, Words, yes};
use super::sounds;
use super::store::{self, CategoryRow};
use crate::admin::view::{Field, Row, SoundSlot};
use crate::areas::{Category, Counting, Reference};
use crate::base::{self, CategoryId, Lang};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::policy::Audience;
use crate::urls;
use crate::web::{Cx, Form, Icon};

/// The kind.
pub(super) struct Categories;

/// Kinds on offer at most: more than that nobody reads on a phone.
const MOST: usize = 20;

/// Drawings that fit a kind of concern; the rest of the sprite means states and deeds.
const DRAWINGS: [Icon; 31] = [
    Icon::Theft,
    Icon::Assault,
    Icon::Dispute,
    Icon::Drugs,
    Icon::Noise,
    Icon::Light,
    Icon::Waste,
    Icon::Traffic,
    Icon::Accident,
    Icon::Fraud,
    Icon::Disorder,
    Icon::Child,
    Icon::ViolenceGender,
    Icon::Trafficking,
    Icon::PoliceConduct,
    Icon::Other,
    Icon::Warn,
    Icon::Info,
    Icon::Clock,
    Icon::Place,
    Icon::Area,
    Icon::People,
    Icon::Person,
    Icon::Phone,
    Icon::Lock,
    Icon::Patrol,
    Icon::Unit,
    Icon::Committee,
    Icon::Photo,
    Icon::Star,
    Icon::Hide,
];

fn audience_words(l: L, audience: Audience) -> (&'static str, &'static str) {
    match audience {
        Audience::Public => (l.admin_audience_public().as_str(), l.admin_audience_public_why().as_str()),
        Audience::Private => (l.admin_audience_private().as_str(), l.admin_audience_private_why().as_str()),
        Audience::Sealed | Audience::Oversight => {
            (l.admin_audience_sealed().as_str(), l.admin_audience_sealed_why().as_str())
        }
    }
}

/// The ways of counting, as choices.
fn countings(l: L) -> Vec<(String, String, String)> {
    let words = |counting: &Counting| match counting {
        Counting::Clock => (l.clock_counting_clock(), l.clock_counting_clock_why()),
        Counting::Days => (l.clock_counting_days(), l.clock_counting_days_why()),
        Counting::Hours => (l.clock_counting_hours(), l.clock_counting_hours_why()),
    };
    let choice = |counting: &Counting| {
        let (word, why) = words(counting);
        (counting.to_string(), word.as_str().to_owned(), why.as_str().to_owned())
    };
    Counting::ALL.iter().map(choice).collect()
}

/// The drawings, each under the name of a kind that has it.
fn drawings(cx: &Cx) -> Vec<(&'static str, String)> {
    let word = |at: usize, icon: &Icon| {
        let used = cx.r.categories.iter().find(|c| c.icon == icon.name());
        (icon.name(), used.map_or_else(|| cx.l.admin_drawing(at + 1), |c| c.name(cx.lang()).to_owned()))
    };
    DRAWINGS.iter().enumerate().map(|(at, icon)| word(at, icon)).collect()
}

fn too_many(r: &Reference, id: Option<CategoryId>, active: bool) -> bool {
    active && r.categories.iter().filter(|c| c.active && Some(c.id) != id).count() >= MOST
}

impl Kind for Categories {
    type Noun = base::Category;
    type Value = CategoryRow;
    const WORD: &'static str = "category";

    fn words(l: L) -> Words {
        Words { list: l.admin_categories(), lead: l.admin_categories_lead(), new: l.admin_category_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_categories(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_category_new(lang)
    }

    fn url(lang: Lang, id: CategoryId) -> String {
        urls::admin_category(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![
            l.admin_audience().as_str(),
            l.admin_target().as_str(),
            l.admin_position().as_str(),
            l.media_sounds().as_str(),
        ]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let audience = |c: &Category| match c.conduct {
            true => cx.l.admin_conduct_short().as_str(),
            false => audience_words(cx.l, c.audience).0,
        };
        let row = |c: &Category| Row {
            id: c.id.raw(),
            url: urls::admin_category(cx.lang(), c.id),
            icon: Some(c.icon.clone()),
            name: c.name(cx.lang()).to_owned(),
            cells: vec![
                audience(c).to_owned(),
                cx.l.admin_hours(c.target_hours),
                c.position.to_string(),
                sounds::standing(cx, c),
            ],
            active: c.active,
        };
        cx.r.categories.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: CategoryId) -> Option<CategoryRow> {
        r.category(id).map(|c| CategoryRow {
            icon: c.icon.clone(),
            name_fr: c.name_fr.clone(),
            name_bm: c.name_bm.clone(),
            hint_fr: c.hint_fr.clone(),
            hint_bm: c.hint_bm.clone(),
            audience: c.audience,
            conduct: c.conduct,
            target_hours: c.target_hours,
            counting: c.counting,
            position: c.position,
            active: c.active,
        })
    }

    fn name(value: &CategoryRow) -> &str {
        &value.name_fr
    }

    fn mark(r: &Reference, id: CategoryId) -> String {
        r.category(id).map_or_else(|| id.to_string(), |c| c.slug.clone())
    }

    fn taken(r: &Reference, slug: &str) -> bool {
        r.categories.iter().any(|c| c.slug == slug)
    }

    fn facts(_: &Reference, v: &CategoryRow) -> Facts {
        vec![
            ("name_fr", v.name_fr.clone()),
            ("name_bm", v.name_bm.clone()),
            ("hint_fr", v.hint_fr.clone()),
            ("hint_bm", v.hint_bm.clone()),
            ("icon", v.icon.clone()),
            ("audience", v.audience.to_string()),
            ("conduct", yes(v.conduct)),
            ("target_hours", v.target_hours.to_string()),
            ("counting", v.counting.to_string()),
            ("position", v.position.to_string()),
            ("active", yes(v.active)),
        ]
    }

    fn blank(cx: &Cx) -> Form {
        let last = cx.r.categories.iter().map(|c| c.position).max().unwrap_or(0);
        Form::filled([
            ("audience", "private".into()),
            ("target_hours", "72".into()),
            ("counting", Counting::Clock.to_string()),
            ("position", (last + 1).to_string()),
            ("active", "yes".into()),
        ])
    }

    fn fill(v: &CategoryRow) -> Form {
        let audience = if v.audience == Audience::Oversight { Audience::Sealed } else { v.audience };
        let flag = |name, flag: bool| flag.then(|| (name, "yes".to_owned()));
        let lines = [
            ("name_fr", v.name_fr.clone()),
            ("name_bm", v.name_bm.clone()),
            ("hint_fr", v.hint_fr.clone()),
            ("hint_bm", v.hint_bm.clone()),
            ("icon", v.icon.clone()),
            ("audience", audience.to_string()),
            ("target_hours", v.target_hours.to_string()),
            ("counting", v.counting.to_string()),
            ("position", v.position.to_string()),
        ];
        Form::filled(
            lines.into_iter().chain([flag("conduct", v.conduct), flag("active", v.active)].into_iter().flatten()),
        )
    }

    fn fields(cx: &Cx, _: &Form, _: Option<CategoryId>) -> Vec<Field> {
        let l = cx.l;
        let audiences = [Audience::Public, Audience::Private, Audience::Sealed].map(|audience| {
            let (word, why) = audience_words(l, audience);
            (audience.to_string(), word.to_owned(), why.to_owned())
        });
        vec![
            Field::line("name_fr", l.admin_name_fr().as_str()),
            Field::line("name_bm", l.admin_name_bm().as_str()),
            Field::maybe("hint_fr", l.admin_hint_fr().as_str(), l.admin_hint_help().as_str()),
            Field::maybe("hint_bm", l.admin_hint_bm().as_str(), ""),
            Field::Icons { name: "icon", label: l.admin_icon().as_str(), options: drawings(cx) },
            Field::Radios { name: "audience", label: l.admin_audience_long().as_str(), options: audiences.into() },
            Field::Check {
                name: "conduct",
                label: l.admin_conduct().as_str(),
                help: l.admin_conduct_help().as_str().to_owned(),
            },
            Field::number("target_hours", l.admin_target_long().as_str(), l.admin_target_help().as_str()),
            Field::Radios { name: "counting", label: l.clock_counting().as_str(), options: countings(l) },
            Field::number("position", l.admin_position().as_str(), l.admin_position_help().as_str()),
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn sounds(cx: &Cx, id: CategoryId) -> Vec<SoundSlot> {
        sounds::slots(cx, id)
    }

    fn parse(form: &mut Form, r: &Reference, id: Option<CategoryId>) -> Option<CategoryRow> {
        let (name_fr, name_bm) = (form.line("name_fr", 2, 60), form.line("name_bm", 2, 60));
        let (hint_fr, hint_bm) = (form.line("hint_fr", 0, 200), form.line("hint_bm", 0, 200));
        let icon = form.pick("icon", |name| DRAWINGS.iter().find(|i| i.name() == name).map(|i| i.name().to_owned()));
        let chosen = form.pick("audience", |word| Audience::parse(word).filter(|a| *a != Audience::Oversight));
        // What is said of the police is never public and never the unit's to read, whatever was ticked.
        let conduct = form.ticked("conduct");
        let audience = chosen.map(|chosen| if conduct { Audience::Sealed } else { chosen });
        let target_hours = form.number("target_hours", 1, 720);
        let counting = form.pick("counting", Counting::parse);
        let position = form.number("position", 0, 9999);
        let active = form.ticked("active");
        if too_many(r, id, active) {
            form.fail("active", L::admin_categories_full);
        }
        Some(CategoryRow {
            icon: icon?,
            name_fr: name_fr?,
            name_bm: name_bm?,
            hint_fr: hint_fr?,
            hint_bm: hint_bm?,
            audience: audience?,
            conduct,
            target_hours: target_hours?,
            counting: counting?,
            position: position?,
            active,
        })
    }

    fn rule(r: &Reference, id: Option<CategoryId>, value: &mut CategoryRow) -> Result<()> {
        if too_many(r, id, value.active) { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
    }

    fn insert(tx: &mut Tx<'_>, id: CategoryId, slug: &str, value: &CategoryRow) -> Result<()> {
        store::insert_category(tx, id, slug, value)
    }

    fn update(tx: &mut Tx<'_>, id: CategoryId, value: &CategoryRow) -> Result<()> {
        store::update_category(tx, id, value)
    }
}
