//! The sweep over what belongs to others (A1): every address that names a thing × everybody × a thing of a unit, a committee, a
//! service and a resident that nobody who asks has to do with. What is expected needs no second table: of a third place each role gets
//! what the stricter of its two columns in `access.csv` says, the one at home or the one elsewhere.

use crate::access::{ENDING, PEOPLE, Things, Visitor, cell, table};
use crate::support::world::{harm_at_once, number, world};
use crate::support::{House, both};

/// Columns of the same role at two places.
const PAIRS: [(&str, &str); 6] = [
    ("officer", "officer elsewhere"),
    ("chief", "chief elsewhere"),
    ("moderator", "moderator elsewhere"),
    ("chair", "chair elsewhere"),
    ("partner", "partner elsewhere"),
    // Whose thing it was, and anybody else who has signed in.
    ("resident", "relay"),
];

/// The less somebody gets, the higher.
fn strictness(cell: &str) -> u8 {
    match cell {
        "404" => 3,
        "403" => 2,
        "login" => 1,
        _ => 0,
    }
}

/// What each gets of a third place's thing.
fn expected(cells: &[String]) -> Vec<String> {
    let at = |name: &str| PEOPLE.iter().position(|(known, _)| *known == name).expect("a column");
    let stricter = |a: &String, b: &String| if strictness(a) >= strictness(b) { a.clone() } else { b.clone() };
    let mut foreign = cells.to_vec();
    for (home, elsewhere) in PAIRS {
        let both = stricter(&cells[at(home)], &cells[at(elsewhere)]);
        foreign[at(home)] = both.clone();
        // A relay is no other resident where a relay's own pages are meant.
        if elsewhere != "relay" {
            foreign[at(elsewhere)] = both;
        }
    }
    foreign
}

/// Whether an address names a thing that is somebody's: an id or a number, not a place that everybody sees.
fn names_a_thing(pattern: &str) -> bool {
    let of_somebody =
        ["{id", "{number", "{stop", "{item", "{row", "{question", "{correction", "{membership", "{committee"];
    of_somebody.iter().any(|part| pattern.contains(part))
}

/// A unit, a committee, a service, a quartier and a resident that nobody in the table has to do with; and all things made theirs.
async fn give_away(house: &House) {
    let unit = "(SELECT id FROM units WHERE slug = 'commune-6')";
    let commune = "(SELECT id FROM areas WHERE name = 'Commune VI')";
    let area = "(SELECT MIN(id) FROM areas WHERE parent_id = (SELECT id FROM areas WHERE name = 'Commune VI'))";
    let partner = "(SELECT id FROM partners WHERE slug = 'edm')";
    let resident = "(SELECT id FROM accounts WHERE login = 'moussa')";
    let committee = "4243";
    let made = format!(
        "INSERT INTO committees (id, slug, name_fr, name_bm, area_id, kind, active) VALUES ({committee}, 'ccs-commune-6', 'VI', 'VI', {commune}, 'ccs', TRUE)"
    );
    let mut moves = vec![made];
    // Two who moderate there, of no column, or an appeal would rightly go to those of the neighbouring committees.
    for (id, login) in [(4244, "moussa"), (4245, "service.edm")] {
        moves.push(format!(
            "INSERT INTO memberships (id, account_id, role, scope_kind, scope_id, since) SELECT {id}, id, 'moderator', 'committee', {committee}, 0 FROM accounts WHERE login = '{login}'"
        ));
    }
    for (table, column, to) in [
        ("concerns", "unit_id", unit),
        ("patrols", "unit_id", unit),
        ("patrol_plans", "unit_id", unit),
        ("unit_priorities", "unit_id", unit),
        ("handovers", "unit_id", unit),
        ("concerns", "area_id", area),
        ("walls", "area_id", area),
        ("rumours", "area_id", area),
        ("rumour_asks", "area_id", area),
        ("meetings", "area_id", area),
        ("referrals", "partner_id", partner),
        ("meetings", "committee_id", committee),
        ("commitments", "committee_id", committee),
        ("threads", "committee_id", committee),
        ("flags", "committee_id", committee),
        ("moderation_decisions", "committee_id", committee),
        ("appeals", "committee_id", committee),
        ("redactions", "committee_id", committee),
        ("desk_filters", "account_id", resident),
    ] {
        moves.push(format!("UPDATE {table} SET {column} = {to}"));
    }
    moves.push(format!("UPDATE concerns SET account_id = {resident} WHERE account_id IS NOT NULL"));
    moves.push(format!(
        "UPDATE posts SET account_id = {resident} WHERE account_id = (SELECT id FROM accounts WHERE login = 'awa')"
    ));
    moves.push(format!("UPDATE commitments SET owner_id = {unit} WHERE owner_kind = 'unit'"));
    moves.push("UPDATE heads SET reference = reference + 1".to_owned());
    let moves: Vec<&str> = moves.iter().map(String::as_str).collect();
    harm_at_once(house, &moves).await;
}

both! {
    /// A1: nobody reaches what belongs to another unit, committee, service or resident, at any address that names a thing.
    async fn nobody_reaches_what_belongs_to_others(house: House) {
        let house = world(house);
        let mut things = Things::of(&house).await;
        give_away(&house).await;
        let officer = sigida::base::Id::<()>::new(number(&house, "SELECT id AS value FROM accounts WHERE login = 'agent.c6'").await);
        things.name("/{l}/desk/people", "{id}", officer.to_string());
        things.name("/{l}/committee", "{committee}", sigida::base::Id::<()>::new(4243).to_string());
        let mut visitors = Vec::new();
        for (_, login) in PEOPLE {
            visitors.push(Visitor::enter(&house, login).await);
        }
        let (mut tried, mut wrong) = (0, Vec::new());
        for ((method, pattern), cells) in table() {
            if !names_a_thing(&pattern) || ENDING.contains(&pattern.as_str()) {
                continue;
            }
            let path = things.address(&pattern);
            let wanted = expected(&cells);
            let mut got = Vec::new();
            for visitor in &visitors {
                got.push(cell(&method, &visitor.ask(&method, &path).await));
            }
            tried += got.len();
            if got != wanted {
                wrong.push(format!("{method},{pattern}\n  got {}\n  not {}", got.join(","), wanted.join(",")));
            }
        }
        println!("{tried} combinations of address, person and a thing of others, {} wrong", wrong.len());
        assert!(tried > 3_000, "{tried}");
        assert!(wrong.is_empty(), "{} addresses:\n{}", wrong.len(), wrong.join("\n"));
    }
}
