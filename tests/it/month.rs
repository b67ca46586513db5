//! A month of nights: thirty of them, twelve units, four hundred patrols and three thousand concerns. Nothing is lost, and the
//! table of presence is the one this test computes from its own notes, not from the database.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sigida::base::{Day, Entropy, Time};

use crate::field::{mark, send};
use crate::support::world::{harm, number, sign_in, words, world};
use crate::support::{House, Person, both};

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;
const NIGHTS: i64 = 30;
const PATROLS: u64 = 400;

/// Twelve units: eight of the sample, four more with a quartier each, whose officer is one of the sample's.
const UNITS: [(&str, &str); 12] = [
    ("commune-1-ouest", "agent.c1-ouest"),
    ("commune-1-est", "agent.c1-est"),
    ("commune-2", "agent.c2"),
    ("commune-3", "agent.c3"),
    ("commune-4-est", "agent.c4-est"),
    ("commune-4-ouest", "agent.c4-ouest"),
    ("commune-5", "agent.c5"),
    ("commune-6", "agent.c6"),
    ("poste-1", "agent.c1-ouest"),
    ("poste-2", "agent.c2"),
    ("poste-3", "agent.c5"),
    ("poste-4", "agent.c6"),
];
const POSTS: [(&str, &str, &str); 4] = [
    ("poste-1", "banconi", "agent.c1-ouest"),
    ("poste-2", "hippodrome", "agent.c2"),
    ("poste-3", "badalabougou", "agent.c5"),
    ("poste-4", "magnambougou", "agent.c6"),
];

/// A stop as it is noted on this test's own paper.
#[derive(Clone, Copy)]
struct Noted {
    arrived: i64,
    left: i64,
    met: i64,
}

/// Notes by unit and quartier's name.
type Notes = BTreeMap<(usize, String), Vec<Noted>>;

async fn prepare(house: &House) {
    for table in ["stop_contacts", "stop_concerns", "patrol_stops", "planned_stops", "patrol_plans", "patrols"] {
        harm(house, &format!("DELETE FROM {table}")).await;
    }
    for (n, (slug, area, login)) in POSTS.iter().enumerate() {
        let id = 9_000 + n;
        harm(house, &format!(
            "INSERT INTO units (id, slug, name, area_id, address, phone, focal_point, district_desk, active) \
             VALUES ({id}, '{slug}', 'Poste {n}', (SELECT id FROM areas WHERE slug = '{area}'), '', '', '', FALSE, TRUE)")).await;
        harm(house, &format!(
            "INSERT INTO routings (id, area_id, category_id, unit_id) VALUES ({id}, (SELECT id FROM areas WHERE slug = '{area}'), NULL, {id})")).await;
        harm(
            house,
            &format!(
                "INSERT INTO memberships (id, account_id, role, scope_kind, scope_id, since) \
             VALUES ({id}, (SELECT id FROM accounts WHERE login = '{login}'), 'officer', 'unit', {id}, 0)"
            ),
        )
        .await;
    }
    harm(house, "UPDATE heads SET reference = reference + 1").await;
    let site = house.site();
    crate::support::aside(|| sigida::sample::generate(&site, 3_000, 417, None)).unwrap();
}

/// A patrol of a night, drawn; what a phone sends of it, and the notes.
fn patrol(
    n: u64,
    unit: usize,
    night: Day,
    quartiers: &[(String, String)],
    chance: &Entropy,
    notes: &mut Notes,
) -> Value {
    let below = |n: u64| chance.below(n) as i64;
    let began = night.start().seconds() + (18 * 60 + below(240)) * MINUTE;
    let mut at = began;
    let mut stops = Vec::new();
    for stop in 0..2 + chance.below(4) {
        let (slug, name) = &quartiers[chance.below(quartiers.len() as u64) as usize];
        let arrived = at + (3 + below(15)) * MINUTE;
        let left = arrived + (2 + below(32)) * MINUTE;
        let (young, residents) = (below(6), below(9));
        at = left;
        notes.entry((unit, name.clone())).or_default().push(Noted { arrived, left, met: young + residents });
        stops
            .push(json!({ "mark": mark(n * 16 + 1 + stop), "version": 1, "said": { "area": slug, "place": "Carrefour",
            "arrived": arrived, "left": left, "met": { "young": young, "residents": residents } } }));
    }
    json!({ "unit": UNITS[unit].0, "patrol": { "mark": mark(n * 16), "version": 1, "said": { "mode": "foot", "headcount": 3,
        "objective": "Ronde du soir", "started": began, "ended": at + 5 * MINUTE } }, "stops": stops })
}

/// The quartiers of each of the officer's units, as the phone takes them along.
async fn quartiers(officer: &Person, unit: &str) -> Vec<(String, String)> {
    let kit = crate::field::kit(officer).await;
    let own = kit["units"].as_array().unwrap().iter().find(|u| u["slug"] == unit).expect("the officer's unit").clone();
    serde_json::from_value(own["quartiers"].clone()).unwrap()
}

/// The table as this test computes it: by quartier visits, minutes, median, share and days since the last visit.
fn expected(
    notes: &Notes,
    unit: usize,
    name: &str,
    monday: Day,
    today: Day,
) -> (i64, i64, Option<i64>, Option<i64>, Option<i64>) {
    let none = Vec::new();
    let all = notes.get(&(unit, name.to_owned())).unwrap_or(&none);
    let day = |n: &Noted| Time(n.arrived).day();
    let mut lengths: Vec<i64> = all
        .iter()
        .filter(|n| day(n) >= monday && day(n) < monday.plus(7))
        .map(|n| (n.left - n.arrived) / MINUTE)
        .collect();
    lengths.sort_unstable();
    let count = lengths.len();
    let median = (count > 0)
        .then(|| if count % 2 == 1 { lengths[count / 2] } else { (lengths[count / 2 - 1] + lengths[count / 2]) / 2 });
    let good = lengths.iter().filter(|m| (10..=20).contains(*m)).count();
    let share = (count > 0).then(|| (good as f64 * 100.0 / count as f64).round() as i64);
    let seen = monday.plus(6).min(today);
    let last = all.iter().map(day).filter(|d| *d < monday.plus(7)).max();
    (count as i64, lengths.iter().sum(), median, share, last.map(|d| (seen.0 - d.0).max(0)))
}

/// The number in a cell; nothing for « – » and « jamais », 0 for « ce jour ».
fn cell(text: &str) -> Option<i64> {
    if text == "ce jour" {
        return Some(0);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

both! {
    /// The month, delivered by phones week by week, some of it twice; every number of every unit and week is the test's own.
    async fn a_month_of_four_hundred_patrols_loses_nothing_and_its_table_is_right(house: House) {
        let house = world(house);
        prepare(&house).await;
        let chance = Entropy::seeded(31);
        let first = house.clock.now().day();
        let mut notes = Notes::new();
        let mut sent = 0;
        // Each week's nights, delivered by each unit's phone at its end.
        let mut night = 0;
        while night < NIGHTS {
            let nights = (NIGHTS - night).min(7);
            house.clock.advance(nights * DAY);
            let clock = house.clock.now().seconds();
            for (unit, (slug, login)) in UNITS.iter().enumerate() {
                let officer = sign_in(&house, login).await;
                let places = quartiers(&officer, slug).await;
                let many = (PATROLS * (night + nights) as u64 / NIGHTS as u64 * (unit as u64 + 1) / 12).min(PATROLS);
                let before = PATROLS * (night + nights) as u64 / NIGHTS as u64 * unit as u64 / 12;
                let past = PATROLS * night as u64 / NIGHTS as u64;
                let share = (many - before) - (past * (unit as u64 + 1) / 12 - past * unit as u64 / 12);
                for n in 0..share {
                    let on = first.plus(night + chance.below(nights as u64) as i64);
                    let mut batch = patrol(sent, unit, on, &places, &chance, &mut notes);
                    batch["clock"] = json!(clock);
                    send(&officer, &batch).await.must_be(200);
                    if n % 7 == 0 {
                        send(&officer, &batch).await.must_be(200);
                    }
                    sent += 1;
                }
            }
            night += nights;
        }
        assert_eq!(sent, PATROLS);

        // Nothing is lost, nothing is twice.
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, PATROLS as i64);
        let all: Vec<Noted> = notes.values().flatten().copied().collect();
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrol_stops").await, all.len() as i64);
        assert_eq!(number(&house, "SELECT CAST(SUM(contacts) AS BIGINT) AS value FROM patrol_stops").await, all.iter().map(|n| n.met).sum::<i64>());
        assert_eq!(number(&house, "SELECT CAST(SUM(met) AS BIGINT) AS value FROM stop_contacts").await, all.iter().map(|n| n.met).sum::<i64>());
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrol_conflicts").await, 0);
        assert!(number(&house, "SELECT COUNT(*) AS value FROM concerns").await >= 3_000);

        // What is open, counted here from rows one by one.
        let mut open: BTreeMap<(String, String), i64> = BTreeMap::new();
        let rows = "SELECT units.slug || ';' || areas.name AS value FROM concerns INNER JOIN units ON units.id = concerns.unit_id \
             INNER JOIN areas ON areas.id = concerns.area_id WHERE concerns.audience IN ('public', 'private') \
             AND concerns.state IN ('received', 'in_progress', 'referred')";
        for row in words(&house, rows).await {
            let (unit, area) = row.split_once(';').unwrap();
            *open.entry((unit.to_owned(), area.to_owned())).or_default() += 1;
        }

        let today = house.clock.now().day();
        let mut compared = 0;
        for (unit, (slug, login)) in UNITS.iter().enumerate() {
            let officer = sign_in(&house, login).await;
            for week in 0..5 {
                let monday = first.monday().plus(7 * week);
                let page = officer.visit(&format!("/fr/desk/dose?unit={slug}&week={monday}")).await;
                let table = page.must_be(200).rows("section > table.cards");
                let mut order = Vec::new();
                for row in table.iter().filter(|row| row.len() == 9) {
                    let (visits, minutes, median, share, since) = expected(&notes, unit, &row[0], monday, today);
                    let count = open.get(&((*slug).to_owned(), row[0].clone())).copied().unwrap_or(0);
                    let served = (count > 0).then(|| minutes * 100 / count);
                    let got = (cell(&row[1]), cell(&row[2]), cell(&row[3]), cell(&row[4]), cell(&row[5]), cell(&row[6]), cell(&row[7]));
                    let want = (Some(count), served, Some(visits), Some(minutes), median, share, since);
                    assert_eq!(got, want, "{slug}, week of {monday}: {row:?}");
                    order.push((served.is_none(), served));
                    compared += 1;
                }
                assert!(!order.is_empty() && order.is_sorted(), "{slug}: not the least served first");
            }
        }
        assert!(compared > 300, "{compared} rows compared");
    }
}
