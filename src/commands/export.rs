//! `export`: what everybody may read, and the reference data, as open files for other programs. What is private, sealed
//! or not published is asked for nowhere here: the rows come by the same readings as the public pages.

use std::collections::HashMap;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::{Done, Failure, config, look, open, print};
use crate::areas::{self, Area, AreaKind, Category, Reference, Unit};
use crate::base::csv::{field, line};
use crate::base::{Actor, AreaId, Lang, Time};
use crate::concerns::model::{Concern, Reason, Standing};
use crate::concerns::{Filter, page_of};
use crate::config::Settings;
use crate::db::Conn;
use crate::error::Result;
use crate::forums;
use crate::forums::model::{Commitment, Meeting};
use crate::ledger;

/// The columns of each table, in the order of its first line; `deploy/README.md` tells them too. Days are UTC; yes is `true`;
/// words with a meaning of their own are those of the program, as in its addresses.
const CONCERNS: [&str; 14] = [
    "number",
    "category",
    "area",
    "commune",
    "unit",
    "language",
    "filed_on",
    "state",
    "reopened",
    "reason",
    "last_act_on",
    "result",
    "supports",
    "words",
];
const CATEGORIES: [&str; 10] =
    ["category", "icon", "name_fr", "name_bm", "hint_fr", "hint_bm", "audience", "conduct", "target_hours", "active"];
const UNITS: [&str; 8] = ["unit", "name", "commune", "address", "phone", "focal_point", "district_desk", "active"];
const AREAS: [&str; 8] = ["area", "kind", "name", "other_names", "within", "longitude", "latitude", "active"];
const MEETINGS: [&str; 12] = [
    "meeting",
    "committee",
    "area",
    "title",
    "language",
    "starts_at",
    "place",
    "landmark",
    "audience",
    "state",
    "cancel_reason",
    "announced_on",
];
const COMMITMENTS: [&str; 11] = [
    "commitment",
    "committee",
    "meeting",
    "owner_kind",
    "owner",
    "promise",
    "made_on",
    "due_on",
    "state",
    "changed_on",
    "reason",
];

/// A file about to be written.
struct Sheet {
    name: &'static str,
    text: String,
    rows: usize,
}

impl Sheet {
    /// A table: its columns, then its rows.
    fn table(name: &'static str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Sheet {
        let mut sheet = Sheet { name, text: line(&texts(columns)), rows: 0 };
        for row in rows {
            sheet.add(&row);
        }
        sheet
    }

    fn add(&mut self, row: &[String]) {
        self.text.push_str(&line(row));
        self.rows += 1;
    }
}

/// Writes what everybody may read into an empty or new folder, and records that it did.
///
/// # Errors
/// When the folder is not empty (then nothing is touched) or cannot be written, or the database refuses.
pub fn export(settings: &Settings, folder: &Path) -> Done {
    must_be_empty(folder)?;
    // Looked at first: a mistyped name makes no new instance.
    look(&config(settings)?)?;
    let site = open(settings)?;
    let now = site.clock.now();
    let sheets = site.db.read_now(move |conn| read(conn, now))?;
    let told: Vec<String> = sheets.iter().map(|sheet| format!("{} {}", sheet.name, sheet.rows)).collect();
    let detail = told.join(", ");
    site.db.write_now(move |tx| ledger::record(tx, &Actor::System, "export.open", "open data", &detail))?;
    std::fs::create_dir_all(folder).map_err(|e| failed(folder, &e))?;
    for sheet in &sheets {
        let path = folder.join(sheet.name);
        let written = File::create_new(&path).and_then(|mut file| file.write_all(sheet.text.as_bytes()));
        written.map_err(|e| failed(&path, &e))?;
        print(format!("{}: {} rows", path.display(), sheet.rows));
    }
    Ok(())
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
}

/// What lies in a folder already is somebody's, and is not mixed with ours.
fn must_be_empty(folder: &Path) -> Done {
    match std::fs::read_dir(folder) {
        Ok(mut inside) => match inside.next() {
            None => Ok(()),
            Some(_) => {
                let said = folder.display();
                Err(Failure::new(format!("{said}: the folder is not empty; give an empty one or a new one")))
            }
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(folder, &error)),
    }
}

/// All of it, at one moment of the database.
fn read(conn: &mut Conn, now: Time) -> Result<Vec<Sheet>> {
    let r = areas::store::load(conn)?;
    let outlines = areas::store::outlines(conn)?;
    let concerns = concerns(conn, &r, now)?;
    let (meetings, promises) = (forums::all_meetings(conn)?, forums::all_commitments(conn)?);
    Ok(vec![
        concerns,
        Sheet::table("categories.csv", &CATEGORIES, r.categories.iter().map(category)),
        Sheet::table("units.csv", &UNITS, r.units.iter().map(|u| unit(u, &r))),
        Sheet::table("areas.csv", &AREAS, r.areas.iter().map(|a| area(a, &r))),
        map(&r, &outlines),
        Sheet::table("meetings.csv", &MEETINGS, meetings.iter().map(|m| meeting(m, &r))),
        Sheet::table("commitments.csv", &COMMITMENTS, promises.iter().map(|c| commitment(c, &r))),
    ])
}

/// The public list, page by page, as its readers turn them.
fn concerns(conn: &mut Conn, r: &Reference, now: Time) -> Result<Sheet> {
    let mut sheet = Sheet::table("concerns.csv", &CONCERNS, std::iter::empty());
    let mut after = None;
    loop {
        let page = page_of(conn, &Filter::default(), after)?;
        for one in &page.items {
            sheet.add(&concern(one, r, now));
        }
        after = page.next;
        if after.is_none() {
            return Ok(sheet);
        }
    }
}

fn texts(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| field(cell)).collect()
}

const fn yes(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// What the public page says: of what a resident did the day, not the minute; of the place the quartier, not the landmark.
fn concern(c: &Concern, r: &Reference, now: Time) -> Vec<String> {
    texts(&[
        c.number().to_string().as_str(),
        r.category(c.category_id).map_or("", |kind| kind.slug.as_str()),
        r.area_slug(c.area_id),
        r.area_slug(c.commune_id),
        r.unit_slug(c.unit_id),
        c.lang.as_str(),
        c.filed_at.day().to_string().as_str(),
        c.state.as_str(),
        yes(c.reopened),
        c.reason.map_or("", Reason::as_str),
        c.last_act_at.map(|at| at.day().to_string()).unwrap_or_default().as_str(),
        result(c, now),
        c.supports.to_string().as_str(),
        c.words.as_str(),
    ])
}

/// What is known of the result. Of what is followed in another file, that one says it.
fn result(c: &Concern, now: Time) -> &'static str {
    match c.standing(now) {
        _ if c.reason == Some(Reason::Duplicate) => "",
        None => "",
        Some(Standing::Claimed) => "claimed",
        Some(Standing::Confirmed) => "confirmed",
        Some(Standing::Partly) => "partly",
        Some(Standing::NotFixed) => "not_fixed",
        Some(Standing::Silent) => "silent",
    }
}

fn category(c: &Category) -> Vec<String> {
    texts(&[
        c.slug.as_str(),
        c.icon.as_str(),
        c.name_fr.as_str(),
        c.name_bm.as_str(),
        c.hint_fr.as_str(),
        c.hint_bm.as_str(),
        c.audience.as_str(),
        yes(c.conduct),
        c.target_hours.to_string().as_str(),
        yes(c.active),
    ])
}

/// As on its page: the number only once somebody found it right.
fn unit(u: &Unit, r: &Reference) -> Vec<String> {
    texts(&[
        u.slug.as_str(),
        u.name.as_str(),
        u.area_id.map_or("", |id| r.area_slug(id)),
        u.address.as_str(),
        u.shown_phone().unwrap_or_default(),
        u.focal_point.as_str(),
        yes(u.district_desk),
        yes(u.active),
    ])
}

fn area(a: &Area, r: &Reference) -> Vec<String> {
    let within = a.parent_id.map_or("", |id| r.area_slug(id));
    let mut cells = texts(&[a.slug.as_str(), a.kind.as_str(), a.name.as_str(), a.alt.as_str(), within]);
    // Written as they are: a number that begins with a minus is no formula.
    cells.extend([a.lon, a.lat].map(|degrees| degrees.map(|n| n.to_string()).unwrap_or_default()));
    cells.extend(texts(&[yes(a.active)]));
    cells
}

/// The areas as GeoJSON (RFC 7946): the outline where one is known, else the point, else nothing but the words.
fn map(r: &Reference, outlines: &HashMap<AreaId, String>) -> Sheet {
    let features: Vec<Value> = r.areas.iter().map(|a| feature(a, r, outlines.get(&a.id))).collect();
    let rows = features.len();
    Sheet {
        name: "areas.geojson",
        text: json!({ "type": "FeatureCollection", "features": features }).to_string(),
        rows,
    }
}

fn feature(a: &Area, r: &Reference, outline: Option<&String>) -> Value {
    // An outline that cannot be read is one that is not known, as on the pages.
    let outline = outline.and_then(|text| serde_json::from_str::<Value>(text).ok());
    let point = a.lon.zip(a.lat).map(|(lon, lat)| json!({ "type": "Point", "coordinates": [lon, lat] }));
    let commune = a.parent_id.filter(|_| a.kind == AreaKind::Quartier).map(|id| r.area_name(id));
    let alt: Vec<&str> = a.alt.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    json!({
        "type": "Feature",
        "properties": {
            "area": a.slug,
            "kind": a.kind.as_str(),
            "name": a.name,
            "alt": alt,
            "commune": commune,
            "lon": a.lon,
            "lat": a.lat,
            "active": a.active,
        },
        "geometry": outline.or(point),
    })
}

/// What calendars say of it.
fn meeting(m: &Meeting, r: &Reference) -> Vec<String> {
    texts(&[
        m.id.to_string().as_str(),
        r.committee(m.committee_id).map_or("", |committee| committee.slug.as_str()),
        r.area_slug(m.area_id),
        m.title.as_str(),
        m.lang.as_str(),
        m.starts_at.rfc3339().as_str(),
        m.place.as_str(),
        m.landmark.as_str(),
        m.audience.as_str(),
        m.state.as_str(),
        m.cancel_reason.as_str(),
        m.announced_at.day().to_string().as_str(),
    ])
}

/// What the register says of it.
fn commitment(c: &Commitment, r: &Reference) -> Vec<String> {
    texts(&[
        c.id.to_string().as_str(),
        r.committee(c.committee_id).map_or("", |committee| committee.slug.as_str()),
        c.meeting_id.map(|id| id.to_string()).unwrap_or_default().as_str(),
        c.owner_kind.as_str(),
        c.owner().name(r, Lang::Fr).unwrap_or_default().as_str(),
        c.body.as_str(),
        c.made_at.day().to_string().as_str(),
        c.due_on.to_string().as_str(),
        c.state.as_str(),
        c.changed_at.day().to_string().as_str(),
        c.reason.as_str(),
    ])
}
