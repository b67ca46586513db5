//! The record of processing: told from what is really stored, for how long and read by whom; blank where only the controller knows.

use std::collections::BTreeSet;

use sigida::purge::record::{Of, TABLES};

use crate::support::both;
use crate::support::world::{harm, sign_in, world};

/// A table that no processing claims is personal data nobody declared: say in `src/purge/record.rs` what it holds.
#[test]
fn every_table_stands_under_a_processing_or_holds_nobody() {
    let schema = include_str!("../../src/db/schema.rs");
    let tables: BTreeSet<&str> = schema
        .lines()
        .filter(|line| line.starts_with("    ") && !line.starts_with("     ") && line.ends_with(") {"))
        .filter_map(|line| line.trim().split_once(" (").map(|(name, _)| name))
        .collect();
    assert!(tables.len() > 80, "the schema was read: {}", tables.len());
    let claimed: Vec<&str> = TABLES.iter().flat_map(|(_, tables)| tables.iter().copied()).collect();
    let once: BTreeSet<&str> = claimed.iter().copied().collect();
    assert_eq!(once.len(), claimed.len(), "a table is claimed twice");
    assert_eq!(once, tables);
}

/// What is said to hold nobody has no column that could: no account, no words of somebody, no address.
#[test]
fn what_is_said_to_hold_nobody_points_at_no_account() {
    let schema = include_str!("../../src/db/schema.rs");
    let (_, nobody) = TABLES.iter().find(|(of, _)| *of == Of::Nobody).unwrap();
    for table in *nobody {
        let block = schema.split("diesel::table!").find(|block| block.contains(&format!("\n    {table} ("))).unwrap();
        for column in ["account_id", "made_by", "by_id", "words", "password"] {
            assert!(!block.contains(&format!(" {column} ->")), "{table}.{column}");
        }
    }
}

both! {
    /// The overseer prints it in both languages; periods move with the rules; the controller's lines stay empty.
    async fn the_record_is_told_from_the_rules_as_they_stand(house: House) {
        let house = world(house);
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit("/fr/oversight").await.click("Registre des traitements").await;
        page.must_be(200).check_html();
        assert_eq!(page.attributes("section[data-of]", "data-of").len(), Of::ALL.len() - 1);
        page.must_have("Noms scellés : 90 jours après la clôture.").must_have("loi n° 2013-015");
        let sealed = page.select("section[data-of='sealed']").remove(0);
        assert!(sealed.contains("Violence (femme, famille)") && sealed.contains("Traite des personnes"), "the sealed kinds are named: {sealed}");
        assert!(sealed.contains("Contrôle") && !sealed.contains("Administrateur"), "{sealed}");
        assert_eq!(page.select(".fill dd").len(), 7);
        assert!(page.select(".fill dd").iter().all(|line| line == "à remplir"), "nothing is invented");
        harm(&house, "UPDATE retention_rules SET days = 41 WHERE name = 'identity'").await;
        overseer.visit("/fr/oversight/record").await.must_have("Noms scellés : 41 jours après la clôture.");
        overseer.visit("/bm/oversight/record").await.must_be(200).must_have("tile 41 ko datugulen kɔfɛ").check_html();
    }
}
