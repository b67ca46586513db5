//! Rows of reference data as forms write them. SQL only.

use diesel::prelude::*;

use crate::areas::{AreaKind, CommitteeKind, Counting, Purpose, QuestionKind};
use crate::base::{
    AreaId, CategoryId, CategorySound, CategorySoundId, CommitteeId, Day, EmergencyNumberId, HolidayId, Lang,
    PartnerId, Prompt, PromptSound, PromptSoundId, QuestionId, RouteId, SupportServiceId, TemplateId, UnitId,
    WatchWordId,
};
use crate::concerns::media::Sounded;
use crate::db::Tx;
use crate::db::schema::{
    areas, categories, category_desks, category_sounds, committees, emergency_numbers, holidays, partners,
    prompt_sounds, questions, reply_categories, reply_templates, routings, sealed_partners, support_categories,
    support_services, units, watch_words,
};
use crate::error::{Error, Refusal, Result};
use crate::policy::Audience;

/// An area, without its drawing on the map.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = areas, treat_none_as_null = true)]
pub(super) struct AreaRow {
    pub(super) kind: AreaKind,
    pub(super) parent_id: Option<AreaId>,
    pub(super) name: String,
    pub(super) alt: String,
    pub(super) folded: String,
    pub(super) position: i64,
    pub(super) active: bool,
}

/// A unit.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = units, treat_none_as_null = true)]
pub(super) struct UnitRow {
    pub(super) name: String,
    pub(super) area_id: Option<AreaId>,
    pub(super) address: String,
    pub(super) phone: String,
    pub(super) focal_point: String,
    pub(super) district_desk: bool,
    pub(super) active: bool,
    pub(super) phone_verified_on: Option<Day>,
    pub(super) sample: bool,
}

/// A category.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = categories)]
pub(super) struct CategoryRow {
    pub(super) icon: String,
    pub(super) name_fr: String,
    pub(super) name_bm: String,
    pub(super) hint_fr: String,
    pub(super) hint_bm: String,
    pub(super) audience: Audience,
    pub(super) conduct: bool,
    pub(super) target_hours: i64,
    pub(super) counting: Counting,
    pub(super) position: i64,
    pub(super) active: bool,
}

/// A public holiday.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = holidays)]
pub(super) struct HolidayRow {
    pub(super) day: Day,
    pub(super) yearly: bool,
    pub(super) name_fr: String,
    pub(super) name_bm: String,
    pub(super) active: bool,
}

/// A word of the watch list.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = watch_words)]
pub(super) struct WatchedRow {
    pub(super) lang: Lang,
    pub(super) word: String,
    pub(super) folded: String,
    pub(super) active: bool,
}

/// A question of a kind.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = questions)]
pub(super) struct QuestionRow {
    pub(super) category_id: CategoryId,
    pub(super) position: i64,
    pub(super) kind: QuestionKind,
    pub(super) label_fr: String,
    pub(super) label_bm: String,
    pub(super) help_fr: String,
    pub(super) help_bm: String,
    pub(super) options_fr: String,
    pub(super) options_bm: String,
    pub(super) required: bool,
    pub(super) active: bool,
}

/// A reply template.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = reply_templates)]
pub(super) struct ReplyRow {
    pub(super) name_fr: String,
    pub(super) name_bm: String,
    pub(super) purpose: Purpose,
    pub(super) words_fr: String,
    pub(super) words_bm: String,
    pub(super) position: i64,
    pub(super) active: bool,
}

/// A committee.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = committees)]
pub(super) struct CommitteeRow {
    pub(super) name_fr: String,
    pub(super) name_bm: String,
    pub(super) area_id: AreaId,
    pub(super) kind: CommitteeKind,
    pub(super) active: bool,
}

/// A service.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = partners)]
pub(super) struct PartnerRow {
    pub(super) name_fr: String,
    pub(super) name_bm: String,
    pub(super) kind: String,
    pub(super) active: bool,
}

/// An emergency number.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = emergency_numbers, treat_none_as_null = true)]
pub(super) struct NumberRow {
    pub(super) label_fr: String,
    pub(super) label_bm: String,
    pub(super) number: String,
    pub(super) source: String,
    pub(super) verified_on: Option<Day>,
    pub(super) sample: bool,
    pub(super) position: i64,
    pub(super) active: bool,
}

/// Somebody who helps.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = support_services, treat_none_as_null = true)]
pub(super) struct SupportRow {
    pub(super) name_fr: String,
    pub(super) name_bm: String,
    pub(super) what_fr: String,
    pub(super) what_bm: String,
    pub(super) phone: String,
    pub(super) place: String,
    pub(super) hours: String,
    pub(super) source: String,
    pub(super) verified_on: Option<Day>,
    pub(super) sample: bool,
    pub(super) position: i64,
    pub(super) active: bool,
}

macro_rules! rows {
    ($($insert:ident $update:ident $table:ident $id:ty, $row:ty, slug;)+) => {
        $(
            pub(super) fn $insert(tx: &mut Tx<'_>, id: $id, slug: &str, row: &$row) -> Result<()> {
                diesel::insert_into($table::table).values(($table::id.eq(id), $table::slug.eq(slug), row)).execute(tx.conn)?;
                Ok(())
            }

            pub(super) fn $update(tx: &mut Tx<'_>, id: $id, row: &$row) -> Result<()> {
                let changed = diesel::update($table::table.find(id)).set(row).execute(tx.conn)?;
                if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
            }
        )+
    };
}

rows! {
    insert_area update_area areas AreaId, AreaRow, slug;
    insert_unit update_unit units UnitId, UnitRow, slug;
    insert_category update_category categories CategoryId, CategoryRow, slug;
    insert_committee update_committee committees CommitteeId, CommitteeRow, slug;
    insert_reply update_reply reply_templates TemplateId, ReplyRow, slug;
    insert_partner update_partner partners PartnerId, PartnerRow, slug;
}

/// Writes a new question.
pub(super) fn insert_question(tx: &mut Tx<'_>, id: QuestionId, code: &str, row: &QuestionRow) -> Result<()> {
    diesel::insert_into(questions::table)
        .values((questions::id.eq(id), questions::code.eq(code), row))
        .execute(tx.conn)?;
    Ok(())
}

/// Writes over a question; what it is called in forms stays.
pub(super) fn update_question(tx: &mut Tx<'_>, id: QuestionId, row: &QuestionRow) -> Result<()> {
    let changed = diesel::update(questions::table.find(id)).set(row).execute(tx.conn)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Writes a new holiday.
pub(super) fn insert_holiday(tx: &mut Tx<'_>, id: HolidayId, row: &HolidayRow) -> Result<()> {
    diesel::insert_into(holidays::table).values((holidays::id.eq(id), row)).execute(tx.conn)?;
    Ok(())
}

/// Writes over a holiday.
pub(super) fn update_holiday(tx: &mut Tx<'_>, id: HolidayId, row: &HolidayRow) -> Result<()> {
    let changed = diesel::update(holidays::table.find(id)).set(row).execute(tx.conn)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Writes a new word of the watch list.
pub(super) fn insert_watched(tx: &mut Tx<'_>, id: WatchWordId, row: &WatchedRow) -> Result<()> {
    diesel::insert_into(watch_words::table).values((watch_words::id.eq(id), row)).execute(tx.conn)?;
    Ok(())
}

/// Writes over a word of the watch list.
pub(super) fn update_watched(tx: &mut Tx<'_>, id: WatchWordId, row: &WatchedRow) -> Result<()> {
    let changed = diesel::update(watch_words::table.find(id)).set(row).execute(tx.conn)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Writes a new emergency number.
pub(super) fn insert_number(tx: &mut Tx<'_>, id: EmergencyNumberId, row: &NumberRow) -> Result<()> {
    diesel::insert_into(emergency_numbers::table).values((emergency_numbers::id.eq(id), row)).execute(tx.conn)?;
    Ok(())
}

/// Writes over an emergency number.
pub(super) fn update_number(tx: &mut Tx<'_>, id: EmergencyNumberId, row: &NumberRow) -> Result<()> {
    let changed = diesel::update(emergency_numbers::table.find(id)).set(row).execute(tx.conn)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Writes a new support service.
pub(super) fn insert_support(tx: &mut Tx<'_>, id: SupportServiceId, row: &SupportRow) -> Result<()> {
    diesel::insert_into(support_services::table).values((support_services::id.eq(id), row)).execute(tx.conn)?;
    Ok(())
}

/// Writes over a support service.
pub(super) fn update_support(tx: &mut Tx<'_>, id: SupportServiceId, row: &SupportRow) -> Result<()> {
    let changed = diesel::update(support_services::table.find(id)).set(row).execute(tx.conn)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Makes these kinds, and no others, the ones a service helps with.
pub(super) fn support_with(tx: &mut Tx<'_>, id: SupportServiceId, kinds: &[CategoryId]) -> Result<()> {
    diesel::delete(support_categories::table.filter(support_categories::service_id.eq(id))).execute(tx.conn)?;
    for kind in kinds {
        diesel::insert_into(support_categories::table)
            .values((support_categories::service_id.eq(id), support_categories::category_id.eq(kind)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Makes these kinds, and no others, the ones a template is for.
pub(super) fn reply_for(tx: &mut Tx<'_>, id: TemplateId, kinds: &[CategoryId]) -> Result<()> {
    diesel::delete(reply_categories::table.filter(reply_categories::template_id.eq(id))).execute(tx.conn)?;
    for kind in kinds {
        diesel::insert_into(reply_categories::table)
            .values((reply_categories::template_id.eq(id), reply_categories::category_id.eq(kind)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Makes a unit the desk of these kinds, and of no others; takes them from whoever had them.
pub(super) fn desk_of(tx: &mut Tx<'_>, unit: UnitId, kinds: &[CategoryId]) -> Result<()> {
    diesel::delete(category_desks::table)
        .filter(category_desks::unit_id.eq(unit).or(category_desks::category_id.eq_any(kinds)))
        .execute(tx.conn)?;
    for kind in kinds {
        diesel::insert_into(category_desks::table)
            .values((category_desks::category_id.eq(kind), category_desks::unit_id.eq(unit)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Says whether a service may be given what is sealed.
pub(super) fn set_sealed(tx: &mut Tx<'_>, partner: PartnerId, sealed: bool) -> Result<()> {
    diesel::delete(sealed_partners::table.find(partner)).execute(tx.conn)?;
    if sealed {
        diesel::insert_into(sealed_partners::table).values(sealed_partners::partner_id.eq(partner)).execute(tx.conn)?;
    }
    Ok(())
}

/// Takes the district's desk from every unit but this one.
pub(super) fn sole_desk(tx: &mut Tx<'_>, unit: UnitId) -> Result<()> {
    diesel::update(units::table.filter(units::id.ne(unit))).set(units::district_desk.eq(false)).execute(tx.conn)?;
    Ok(())
}

/// Makes these places, and no others, the ones a unit answers for in general; takes them from whoever had them.
pub(super) fn answer_for(tx: &mut Tx<'_>, unit: UnitId, places: &[AreaId]) -> Result<()> {
    let general = || routings::table.filter(routings::category_id.is_null());
    let held: Vec<AreaId> = general().filter(routings::unit_id.eq(unit)).select(routings::area_id).load(tx.conn)?;
    diesel::delete(routings::table.filter(routings::category_id.is_null()).filter(routings::unit_id.eq(unit)))
        .filter(routings::area_id.ne_all(places))
        .execute(tx.conn)?;
    for place in places.iter().filter(|place| !held.contains(place)) {
        diesel::delete(routings::table.filter(routings::category_id.is_null()))
            .filter(routings::area_id.eq(place))
            .execute(tx.conn)?;
        insert_routing(tx, *place, None, unit)?;
    }
    Ok(())
}

/// Writes a rule.
pub(super) fn insert_routing(
    tx: &mut Tx<'_>,
    area: AreaId,
    category: Option<CategoryId>,
    unit: UnitId,
) -> Result<RouteId> {
    let id: RouteId = tx.id();
    diesel::insert_into(routings::table)
        .values((
            routings::id.eq(id),
            routings::area_id.eq(area),
            routings::category_id.eq(category),
            routings::unit_id.eq(unit),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Ends a rule: from now on the general one answers. The ledger keeps what it was.
pub(super) fn end_routing(tx: &mut Tx<'_>, id: RouteId) -> Result<()> {
    let ended = diesel::delete(routings::table.find(id)).execute(tx.conn)?;
    if ended == 0 { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
}

/// Writes the recorded sound of a kind.
pub(super) fn insert_sound(tx: &mut Tx<'_>, category: CategoryId, lang: Lang, sound: &Sounded) -> Result<()> {
    diesel::insert_into(category_sounds::table)
        .values((
            category_sounds::id.eq(tx.id::<CategorySound>()),
            category_sounds::category_id.eq(category),
            category_sounds::lang.eq(lang),
            category_sounds::format.eq(sound.format),
            category_sounds::object.eq(sound.object.as_str()),
            category_sounds::bytes.eq(sound.bytes),
            category_sounds::seconds.eq(sound.seconds),
            category_sounds::set_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Writes the recorded sound of a sentence.
pub(super) fn insert_prompt(tx: &mut Tx<'_>, prompt: Prompt, lang: Lang, sound: &Sounded) -> Result<()> {
    diesel::insert_into(prompt_sounds::table)
        .values((
            prompt_sounds::id.eq(tx.id::<PromptSound>()),
            prompt_sounds::prompt.eq(prompt),
            prompt_sounds::lang.eq(lang),
            prompt_sounds::format.eq(sound.format),
            prompt_sounds::object.eq(sound.object.as_str()),
            prompt_sounds::bytes.eq(sound.bytes),
            prompt_sounds::seconds.eq(sound.seconds),
            prompt_sounds::set_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Removes one.
pub(super) fn drop_prompt(tx: &mut Tx<'_>, id: PromptSoundId) -> Result<()> {
    diesel::delete(prompt_sounds::table.find(id)).execute(tx.conn)?;
    Ok(())
}

/// Removes one.
pub(super) fn drop_sound(tx: &mut Tx<'_>, id: CategorySoundId) -> Result<()> {
    diesel::delete(category_sounds::table.find(id)).execute(tx.conn)?;
    Ok(())
}
