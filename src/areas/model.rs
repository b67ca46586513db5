//! The reference data as one value, small enough to hold in memory, and the questions asked of it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::calendar::{Calendar, Counting, Holiday, Points};
use super::map::Outlines;
use super::question::Question;
use super::reply::{Purpose, ReplyTemplate};
use crate::base::{
    AreaId, CategoryId, CategorySoundId, CommitteeId, Day, EmergencyNumberId, Lang, PartnerId, Prompt, PromptSoundId,
    QuestionId, RouteId, SupportServiceId, TemplateId, UnitId, WatchWordId, fold, named,
};
use crate::db::schema;
use crate::policy::{Audience, SealedTo};

named! {
    /// How large an area is.
    pub enum AreaKind {
        /// The District de Bamako.
        District = "district",
        /// A commune.
        Commune = "commune",
        /// A quartier, always inside a commune.
        Quartier = "quartier",
    }
}

named! {
    /// What a committee is in law.
    pub enum CommitteeKind {
        /// Comité consultatif de sécurité of a commune (décret 2019-0041): chaired by the mayor, meets at least monthly.
        Ccs = "ccs",
        /// A quartier's own forum.
        Quartier = "quartier",
    }
}

/// A commune or a quartier.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::areas)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// How large.
    pub kind: AreaKind,
    /// What it lies in.
    pub parent_id: Option<AreaId>,
    /// Its address.
    pub slug: String,
    /// Its usual French spelling, used in both languages.
    pub name: String,
    /// Other spellings, for search.
    pub alt: String,
    /// A point inside it (degrees east), where an outline is known.
    pub lon: Option<f64>,
    /// A point inside it (degrees north).
    pub lat: Option<f64>,
    /// Order among its kind.
    pub position: i64,
    /// False once it is no longer offered.
    pub active: bool,
}

/// A police unit.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::units)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The commune it serves; none for the district desk.
    pub area_id: Option<AreaId>,
    /// Where it is.
    pub address: String,
    /// How it is reached.
    pub phone: String,
    /// The function (never a name) that answers for proximity.
    pub focal_point: String,
    /// True for the desk that takes what no rule routes.
    pub district_desk: bool,
    /// False once it is closed.
    pub active: bool,
    /// When somebody last called the number and found it right; hidden from the public until then.
    pub phone_verified_on: Option<Day>,
    /// A sample unit of the demo: its number is shown, and marked as such.
    pub sample: bool,
}

impl Unit {
    /// The number everybody may see: verified, or marked as sample.
    pub fn shown_phone(&self) -> Option<&str> {
        let shown = self.sample || self.phone_verified_on.is_some();
        Some(self.phone.as_str()).filter(|phone| shown && !phone.is_empty())
    }
}

/// A kind of concern.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::categories)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Its name in forms and addresses.
    pub slug: String,
    /// The icon beside its word.
    pub icon: String,
    /// Its word in French.
    pub name_fr: String,
    /// Its word in Bambara.
    pub name_bm: String,
    /// What belongs there, in French.
    pub hint_fr: String,
    /// What belongs there, in Bambara.
    pub hint_bm: String,
    /// Who reads a concern of this kind unless the reporter chooses fewer.
    pub audience: Audience,
    /// True when it is about police conduct: goes to oversight, never to the unit.
    pub conduct: bool,
    /// Hours within which a meaningful answer is owed.
    pub target_hours: i64,
    /// Order in the grid.
    pub position: i64,
    /// False once it is no longer offered.
    pub active: bool,
    /// How the hours are counted.
    pub counting: Counting,
}

impl Category {
    /// True for a kind that one desk reads and nobody else; what is said of police conduct is oversight's instead.
    pub fn is_sealed(&self) -> bool {
        self.audience == Audience::Sealed && !self.conduct
    }
}

/// A rule: concerns of this place (and kind) go to this unit.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::routings)]
pub struct Routing {
    /// Its id.
    pub id: RouteId,
    /// The quartier or commune.
    pub area_id: AreaId,
    /// The kind, or every kind.
    pub category_id: Option<CategoryId>,
    /// Who answers.
    pub unit_id: UnitId,
}

/// A neighbourhood committee.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::committees)]
pub struct Committee {
    /// Its id.
    pub id: CommitteeId,
    /// Its address.
    pub slug: String,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in Bambara.
    pub name_bm: String,
    /// The commune or quartier it speaks for.
    pub area_id: AreaId,
    /// What it is in law.
    pub kind: CommitteeKind,
    /// False once dissolved.
    pub active: bool,
}

/// A service concerns are referred to.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::partners)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Its name in forms.
    pub slug: String,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in Bambara.
    pub name_bm: String,
    /// mairie, gendarmerie, justice …
    pub kind: String,
    /// False once it takes no more.
    pub active: bool,
}

/// A number to call in danger.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::emergency_numbers)]
pub struct EmergencyNumber {
    /// Its id.
    pub id: EmergencyNumberId,
    /// Whose number, in French.
    pub label_fr: String,
    /// Whose number, in Bambara.
    pub label_bm: String,
    /// The number.
    pub number: String,
    /// Where it was read.
    pub source: String,
    /// When somebody last called and found it right; hidden from the public until then.
    pub verified_on: Option<Day>,
    /// A sample number of the demo: shown, and marked as such.
    pub sample: bool,
    /// Order.
    pub position: i64,
    /// False once withdrawn.
    pub active: bool,
}

/// Somebody who helps with what a sealed kind is about: shown before its questions.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::support_services)]
pub struct SupportService {
    /// Its id.
    pub id: SupportServiceId,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in Bambara.
    pub name_bm: String,
    /// What it does, in French.
    pub what_fr: String,
    /// What it does, in Bambara.
    pub what_bm: String,
    /// How it is called.
    pub phone: String,
    /// Where it is.
    pub place: String,
    /// When it is open.
    pub hours: String,
    /// Where this was read.
    pub source: String,
    /// When somebody last called and found it right; hidden from the public until then.
    pub verified_on: Option<Day>,
    /// A sample of the demo: shown, and marked as such.
    pub sample: bool,
    /// Order.
    pub position: i64,
    /// False once withdrawn.
    pub active: bool,
}

macro_rules! two_names {
    ($($thing:ty => $fr:ident $bm:ident $name:ident;)+) => {
        $(impl $thing {
            /// In the reader's language; in French while nobody wrote the Bambara.
            pub fn $name(&self, lang: Lang) -> &str {
                match lang {
                    Lang::Bm if !self.$bm.is_empty() => &self.$bm,
                    _ => &self.$fr,
                }
            }
        })+
    };
}

two_names! {
    Category => name_fr name_bm name;
    Category => hint_fr hint_bm hint;
    Committee => name_fr name_bm name;
    Partner => name_fr name_bm name;
    EmergencyNumber => label_fr label_bm label;
    SupportService => name_fr name_bm name;
    ReplyTemplate => name_fr name_bm name;
    SupportService => what_fr what_bm what;
}

/// The recorded sound of a kind in a language.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::category_sounds)]
pub struct CategorySound {
    /// Its id: another recording has another.
    pub id: CategorySoundId,
    /// The kind.
    pub category_id: CategoryId,
    /// The language it is read in.
    pub lang: Lang,
    /// In what it is kept.
    pub format: String,
    /// Its name in the media store.
    pub object: String,
}

/// The recorded sound of a sentence in a language.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::prompt_sounds)]
pub struct PromptSound {
    /// Its id: another recording has another.
    pub id: PromptSoundId,
    /// Which sentence is read.
    pub prompt: Prompt,
    /// The language it is read in.
    pub lang: Lang,
    /// In what it is kept.
    pub format: String,
    /// Its name in the media store.
    pub object: String,
}

/// A word that makes a text wait for a moderator.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::watch_words)]
pub struct WatchedWord {
    /// Its id.
    pub id: WatchWordId,
    /// In which language.
    pub lang: Lang,
    /// As it was typed.
    pub word: String,
    /// False once it is looked for no more.
    pub active: bool,
}

/// All of it, as it stood at one version.
#[derive(Debug, Default)]
pub struct Reference {
    /// The version it was read at.
    pub version: i64,
    /// Communes and quartiers, each kind by position and name.
    pub areas: Vec<Area>,
    /// Units by name.
    pub units: Vec<Unit>,
    /// Categories by position.
    pub categories: Vec<Category>,
    /// Rules of routing.
    pub routings: Vec<Routing>,
    /// Committees by name.
    pub committees: Vec<Committee>,
    /// Services by name.
    pub partners: Vec<Partner>,
    /// Emergency numbers by position.
    pub numbers: Vec<EmergencyNumber>,
    /// The desk that alone reads a kind.
    pub desks: HashMap<CategoryId, UnitId>,
    /// Services that may be given what is sealed.
    pub sealed_partners: Vec<PartnerId>,
    /// Who helps, by position.
    pub support: Vec<SupportService>,
    /// Which kinds they help with.
    pub support_kinds: Vec<(SupportServiceId, CategoryId)>,
    /// Questions of the kinds, each kind's by position, those no longer asked among them.
    pub questions: Vec<Question>,
    /// Reply templates by position, those retired among them.
    pub replies: Vec<ReplyTemplate>,
    /// The kinds a reply template is for; a template without one is for all.
    pub reply_kinds: Vec<(TemplateId, CategoryId)>,
    /// The outlines of areas.
    pub(super) outlines: Outlines,
    /// Recorded sounds of kinds.
    pub sounds: Vec<CategorySound>,
    /// Recorded sounds of sentences.
    pub prompts: Vec<PromptSound>,
    /// The watch list, by language and word.
    pub watch: Vec<WatchedWord>,
    /// Which days and hours are worked.
    pub calendar: Calendar,
    /// When somebody more is asked to look at a late answer.
    pub points: Points,
    /// Hours a service has to say whether it takes what was referred.
    pub acceptance: i64,
    /// Public holidays by day.
    pub holidays: Vec<Holiday>,
    pub(super) by_area: HashMap<AreaId, usize>,
    pub(super) by_unit: HashMap<UnitId, usize>,
    pub(super) by_category: HashMap<CategoryId, usize>,
}

impl Reference {
    /// Nothing yet: older than any version.
    pub fn unread() -> Self {
        Reference { version: -1, ..Reference::default() }
    }

    /// Builds the indexes over what was read.
    pub(super) fn index(mut self) -> Self {
        self.by_area = self.areas.iter().enumerate().map(|(i, a)| (a.id, i)).collect();
        self.by_unit = self.units.iter().enumerate().map(|(i, u)| (u.id, i)).collect();
        self.by_category = self.categories.iter().enumerate().map(|(i, c)| (c.id, i)).collect();
        self
    }

    /// An area by id.
    pub fn area(&self, id: AreaId) -> Option<&Area> {
        self.by_area.get(&id).and_then(|i| self.areas.get(*i))
    }

    /// An area by address.
    pub fn area_at(&self, slug: &str) -> Option<&Area> {
        self.areas.iter().find(|a| a.slug == slug)
    }

    /// A quartier on offer, by address.
    pub fn quartier_at(&self, slug: &str) -> Option<&Area> {
        self.area_at(slug).filter(|a| a.kind == AreaKind::Quartier && a.active)
    }

    /// An area's name, or « – » for one that is gone.
    pub fn area_name(&self, id: AreaId) -> &str {
        self.area(id).map_or("–", |a| &a.name)
    }

    /// An area's word in addresses; empty for one that is gone.
    pub fn area_slug(&self, id: AreaId) -> &str {
        self.area(id).map_or("", |a| &a.slug)
    }

    /// « Hippodrome, Commune II ».
    pub fn place_name(&self, id: AreaId) -> String {
        match self.area(id) {
            Some(a) => match a.parent_id.and_then(|p| self.area(p)) {
                Some(parent) if a.kind == AreaKind::Quartier => format!("{}, {}", a.name, parent.name),
                _ => a.name.clone(),
            },
            None => "–".into(),
        }
    }

    /// Communes on offer.
    pub fn communes(&self) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(|a| a.kind == AreaKind::Commune && a.active)
    }

    /// Quartiers on offer of one commune.
    pub fn quartiers(&self, commune: AreaId) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(move |a| a.kind == AreaKind::Quartier && a.active && a.parent_id == Some(commune))
    }

    /// The commune of an area: itself, or what it lies in.
    pub fn commune_of(&self, id: AreaId) -> Option<&Area> {
        let area = self.area(id)?;
        match area.kind {
            AreaKind::Quartier => self.area(area.parent_id?),
            AreaKind::Commune | AreaKind::District => Some(area),
        }
    }

    /// A unit by id.
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.by_unit.get(&id).and_then(|i| self.units.get(*i))
    }

    /// A unit by address.
    pub fn unit_at(&self, slug: &str) -> Option<&Unit> {
        self.units.iter().find(|u| u.slug == slug)
    }

    /// A unit's name, or « – ».
    pub fn unit_name(&self, id: UnitId) -> &str {
        self.unit(id).map_or("–", |u| &u.name)
    }

    /// A unit's word in addresses; empty for one that is gone.
    pub fn unit_slug(&self, id: UnitId) -> &str {
        self.unit(id).map_or("", |u| &u.slug)
    }

    /// A category's name, or « – ».
    pub fn category_name(&self, id: CategoryId, lang: Lang) -> &str {
        self.category(id).map_or("–", |c| c.name(lang))
    }

    /// A category's drawing; that of « Autre » for one that is gone.
    pub fn category_icon(&self, id: CategoryId) -> &str {
        self.category(id).map_or("other", |c| &c.icon)
    }

    /// A category by id.
    pub fn category(&self, id: CategoryId) -> Option<&Category> {
        self.by_category.get(&id).and_then(|i| self.categories.get(*i))
    }

    /// A category on offer, by its name in addresses.
    pub fn category_at(&self, slug: &str) -> Option<&Category> {
        self.categories.iter().find(|c| c.slug == slug && c.active)
    }

    /// Categories on offer.
    pub fn offered(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(|c| c.active)
    }

    /// What is asked of a kind beside place and words, in order (R5): for the form, for SMS, for Open311.
    pub fn questions_of(&self, category: CategoryId) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |q| q.category_id == category && q.active)
    }

    /// A question by id, also one that is no longer asked.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }

    /// The reply templates an officer may choose for this kind of concern and of message, in order (P4).
    pub fn replies_for(&self, category: CategoryId, purpose: Purpose) -> impl Iterator<Item = &ReplyTemplate> {
        let fits = move |t: &&ReplyTemplate| {
            let mut kinds = self.reply_kinds.iter().filter(|(id, _)| *id == t.id).peekable();
            t.active && t.purpose.serves(purpose) && (kinds.peek().is_none() || kinds.any(|(_, c)| *c == category))
        };
        self.replies.iter().filter(fits)
    }

    /// The recorded sound of a kind in a language.
    pub fn sound(&self, category: CategoryId, lang: Lang) -> Option<&CategorySound> {
        self.sounds.iter().find(|s| s.category_id == category && s.lang == lang)
    }

    /// The recorded sound of a sentence in a language.
    pub fn prompt(&self, prompt: Prompt, lang: Lang) -> Option<&PromptSound> {
        self.prompts.iter().find(|s| s.prompt == prompt && s.lang == lang)
    }

    /// A committee by id.
    pub fn committee(&self, id: CommitteeId) -> Option<&Committee> {
        self.committees.iter().find(|c| c.id == id)
    }

    /// A committee by address.
    pub fn committee_at(&self, slug: &str) -> Option<&Committee> {
        self.committees.iter().find(|c| c.slug == slug)
    }

    /// A service by id.
    pub fn partner(&self, id: PartnerId) -> Option<&Partner> {
        self.partners.iter().find(|p| p.id == id)
    }

    /// A service on offer, by its name in forms.
    pub fn partner_at(&self, slug: &str) -> Option<&Partner> {
        self.partners.iter().find(|p| p.slug == slug && p.active)
    }

    /// The committees that speak for a place: those of the quartier and those of its commune.
    pub fn committees_for(&self, area: AreaId) -> Vec<CommitteeId> {
        let commune = self.commune_of(area).map(|c| c.id);
        self.committees
            .iter()
            .filter(|c| c.active && (c.area_id == area || Some(c.area_id) == commune))
            .map(|c| c.id)
            .collect()
    }

    /// The committees that moderate a place: those that speak for it, or every one where nobody does, so that nothing waits
    /// for ever.
    pub fn moderators_of(&self, area: AreaId) -> Vec<CommitteeId> {
        let own = self.committees_for(area);
        if own.is_empty() { self.committees.iter().filter(|c| c.active).map(|c| c.id).collect() } else { own }
    }

    /// The quartiers (and communes) whose concerns any of these committees moderate.
    pub fn moderated_by(&self, committees: &[CommitteeId]) -> Vec<AreaId> {
        self.areas
            .iter()
            .filter(|a| self.moderators_of(a.id).iter().any(|c| committees.contains(c)))
            .map(|a| a.id)
            .collect()
    }

    /// The unit that answers for a place and kind (P1): a sealed kind's own desk, or the district's while none is named;
    /// otherwise the quartier's rule for the kind, its general rule, the commune's two, else the district desk. Never nobody
    /// while one active unit exists.
    pub fn routed(&self, area: AreaId, category: CategoryId) -> Option<UnitId> {
        if self.category(category).is_some_and(Category::is_sealed) {
            return self.desk_of(category).or_else(|| self.district_desk());
        }
        let commune = self.commune_of(area).map(|c| c.id);
        let rule = |place: AreaId, kind: Option<CategoryId>| {
            self.routings
                .iter()
                .find(|r| r.area_id == place && r.category_id == kind)
                .map(|r| r.unit_id)
                .filter(|u| self.unit(*u).is_some_and(|u| u.active))
        };
        rule(area, Some(category))
            .or_else(|| rule(area, None))
            .or_else(|| commune.and_then(|c| rule(c, Some(category)).or_else(|| rule(c, None))))
            .or_else(|| self.district_desk())
    }

    /// The desk that takes what no rule routes; any active unit if none is marked.
    pub fn district_desk(&self) -> Option<UnitId> {
        let mut active = self.units.iter().filter(|u| u.active);
        active.clone().find(|u| u.district_desk).or_else(|| active.next()).map(|u| u.id)
    }

    /// The desk that alone reads a kind; none named, or closed, is none.
    pub fn desk_of(&self, category: CategoryId) -> Option<UnitId> {
        self.desks.get(&category).copied().filter(|id| self.unit(*id).is_some_and(|u| u.active))
    }

    /// True for a unit that is the desk of some kind.
    pub fn is_desk(&self, unit: UnitId) -> bool {
        self.desks.keys().any(|category| self.desk_of(*category) == Some(unit))
    }

    /// Where a sealed concern of a kind belongs that stands with a unit: with the kind's desk; with the unit, when that is
    /// another kind's desk; with the district's otherwise.
    pub fn sealed_home(&self, category: CategoryId, unit: UnitId) -> Option<UnitId> {
        self.desk_of(category)
            .or_else(|| Some(unit).filter(|unit| self.is_desk(*unit)))
            .or_else(|| self.district_desk())
    }

    /// Who of a unit reads the sealed concerns that stand with it.
    pub fn sealed_to(&self, unit: UnitId) -> SealedTo {
        if self.is_desk(unit) {
            SealedTo::Desk
        } else if self.district_desk() == Some(unit) {
            SealedTo::Chief
        } else {
            SealedTo::Nobody
        }
    }

    /// True when a service may be given a concern of this audience: what is sealed only some, oversight's none.
    pub fn may_be_given(&self, partner: PartnerId, audience: Audience) -> bool {
        match audience {
            Audience::Public | Audience::Private => true,
            Audience::Sealed => self.sealed_partners.contains(&partner),
            Audience::Oversight => false,
        }
    }

    /// Services on offer that a concern of this audience may be given to.
    pub fn services_for(&self, audience: Audience) -> impl Iterator<Item = &Partner> {
        self.partners.iter().filter(move |p| p.active && self.may_be_given(p.id, audience))
    }

    /// Who helps with a kind, those the public may see: verified, or marked as sample.
    pub fn support_for(&self, category: CategoryId) -> impl Iterator<Item = &SupportService> {
        let helps = move |s: &&SupportService| self.support_kinds.contains(&(s.id, category));
        self.support.iter().filter(|s| s.active && (s.sample || s.verified_on.is_some())).filter(helps)
    }

    /// Numbers the public may see: verified, or marked as sample.
    pub fn shown_numbers(&self) -> impl Iterator<Item = &EmergencyNumber> {
        self.numbers.iter().filter(|n| n.active && (n.sample || n.verified_on.is_some()))
    }

    /// Areas whose name or other spelling holds the text, folded.
    pub fn areas_named(&self, text: &str) -> Vec<&Area> {
        let text = fold(text);
        if text.is_empty() {
            return Vec::new();
        }
        self.areas.iter().filter(|a| a.active && fold(&format!("{} {}", a.name, a.alt)).contains(&text)).collect()
    }
}
