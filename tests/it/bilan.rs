//! The bilan of a unit (O8) and what it lacked (N2): counted from what was done, the same on the page, in CSV and in a sheet.

use std::io::Cursor;

use calamine::{Data, Ods, Reader};
use sigida::base::Id;

use crate::concerns::{answer, file, published};
use crate::second;
use crate::support::world::{enter, number as count, password, sign_in, words, world};
use crate::support::{Page, both};

/// Label and number of each line.
fn lines(page: &Page) -> Vec<(String, String)> {
    let (labels, numbers) = (page.select(".bilan th[scope=row]"), page.select(".bilan td"));
    assert_eq!(labels.len(), numbers.len());
    labels.into_iter().zip(numbers).collect()
}

fn line(page: &Page, label: &str) -> String {
    let found = lines(page).into_iter().find(|(said, _)| said == label);
    found.unwrap_or_else(|| panic!("no line « {label} »: {:?}", lines(page))).1
}

both! {
    /// A month of which the test knows everything, on the page, in CSV and read back from the sheet by another program.
    async fn a_month_is_counted_and_reads_the_same_on_the_page_in_csv_and_in_a_sheet(house: House) {
        let house = world(house);
        // December: the sample's past lies before it.
        house.clock.advance(10 * 24 * 3_600);
        let solved = file(&house, "noise", "banconi", "La scierie tourne la nuit.", "private").await;
        let closed = file(&house, "theft", "banconi", "On a volé ma moto.", "private").await;
        let waiting = published(&house, "waste", "banconi", "Les ordures bouchent le caniveau.").await;
        file(&house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await;
        house.clock.advance_hours(5);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let chief_page = chief.visit(&solved.at_desk()).await;
        chief_page.form("C’est réglé").fill("done", "La scierie ferme à dix-huit heures.").press().await.must_be(200);
        let page = chief.visit(&closed.at_desk()).await;
        let form = page.form("Clore sans régler").fill("reason", "no_means").fill("closing", "Nous n'avons plus de carburant.");
        let refused = form.press().await;
        refused.must_be(422).must_have("Dites ce qui manque : carburant");
        let form = refused.form("Clore sans régler");
        assert_eq!(form.value("closing"), "Nous n'avons plus de carburant.");
        form.fill("cause", "fuel").press().await.must_be(200);
        let page = chief.visit(&waiting.at_desk()).await;
        let form = page.form("Dire pourquoi").fill("delay_cause", "vehicle").fill("delay", "Le véhicule est au garage.");
        form.press().await.must_be(200);
        let public = house.person().await.visit(&waiting.public()).await;
        public.must_have("En attente : Pas de véhicule").must_have("Le véhicule est au garage.");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM concerns WHERE owed AND first_answer_at IS NULL AND words LIKE 'Les ordures bouchent%'").await, 1, "saying why is not the answer that is owed");

        let bilan = chief.visit("/fr/desk/bilan?period=2026-12").await;
        bilan.must_be(200).must_have("décembre 2026");
        bilan.check_html();
        assert_eq!(line(&bilan, "Reçues"), "3");
        assert_eq!(line(&bilan, "Réglées, dit l’unité"), "1");
        assert_eq!(line(&bilan, "Closes sans être réglées"), "1");
        assert_eq!(line(&bilan, "Pas de carburant"), "1");
        assert_eq!(line(&bilan, "Pas de véhicule"), "1");
        assert_eq!(line(&bilan, "Pas assez d’agents"), "0");
        assert_eq!(line(&bilan, "Première réponse, une fois sur deux"), "5 h");
        let quarter = chief.visit("/fr/desk/bilan?period=2026-Q4").await;
        assert_ne!(line(&quarter, "Patrouilles terminées"), "0", "the sample's patrols are in the quarter");
        chief.visit("/bm/desk/bilan?period=2026").await.must_be(200).check_html();
        for wrong in ["2026-13", "hier", "2026-Q5"] {
            assert_eq!(chief.visit(&format!("/fr/desk/bilan?period={wrong}")).await.status, 404);
        }

        bilan.must_have("Chaque fichier pris est noté au registre");
        let csv = bilan.form("/fr/desk/bilan/csv").press().await;
        assert!(csv.must_be(200).header("content-type").starts_with("text/csv"));
        assert!(csv.header("content-disposition").contains("bilan-commune-1-ouest-2026-12.csv"));
        assert!(csv.body.contains("Préoccupations,Reçues,3,"), "{}", csv.body);
        assert!(csv.body.contains("Pas de carburant,1,"), "{}", csv.body);

        let sheet = bilan.form("/fr/desk/bilan/ods").press().await;
        assert_eq!(sheet.header("content-type"), "application/vnd.oasis.opendocument.spreadsheet");
        let mut book: Ods<_> = Ods::new(Cursor::new(sheet.bytes.clone())).expect("a sheet that another program reads");
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).expect("the sheet");
        let told: Vec<(String, String)> = range
            .rows()
            .filter_map(|row| match (row.get(1), row.get(2)) {
                (Some(Data::String(label)), Some(Data::Float(number))) => Some((label.clone(), number.to_string())),
                _ => None,
            })
            .collect();
        for label in ["Reçues", "Réglées, dit l’unité", "Pas de carburant", "Pas de véhicule"] {
            let number = line(&bilan, label);
            assert!(told.contains(&(label.to_owned(), number)), "{label}: {told:?}");
        }
    }
}

both! {
    /// A file leaves the house: whoever takes it has proven a moment ago who they are, and the ledger says who took which, each time.
    async fn a_file_of_a_bilan_is_given_to_who_proves_who_they_are_and_is_recorded(house: House) {
        let house = second::strict(house).await;
        let chief = house.person().await;
        enter(&chief, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        let (key, _) = second::enrolled(&chief, &house.clock).await;
        let taken = "SELECT object || ' ' || detail AS value FROM ledger WHERE deed = 'export.bilan' ORDER BY seq";
        let address = "/fr/desk/bilan?unit=commune-1-ouest&period=2026-10";
        let page = chief.visit(address).await;
        // Only looked at, and not asked for by an address alone: nothing is taken.
        chief.visit("/fr/desk/bilan/csv?unit=commune-1-ouest&period=2026-10").await.must_be(405);
        assert!(words(&house, taken).await.is_empty());
        page.form("/fr/desk/bilan/csv").press().await.must_be(200);
        page.form("/fr/desk/bilan/csv").press().await.must_be(200);
        page.form("/fr/desk/bilan/ods").press().await.must_be(200);
        let told = words(&house, taken).await;
        let csv = "unit commune-1-ouest 2026-10 csv";
        assert_eq!(told, [csv, csv, "unit commune-1-ouest 2026-10 ods"]);
        let id = count(&house, "SELECT id AS value FROM accounts WHERE login = 'chef.c1-ouest'").await;
        let by = words(&house, "SELECT DISTINCT actor AS value FROM ledger WHERE deed = 'export.bilan'").await;
        assert_eq!(by, [Id::<()>::new(id).to_string()]);

        // A session left open gives no file; whoever proves who they are stands where the buttons are.
        house.clock.advance(50 * 60);
        let page = chief.visit(address).await;
        let asked = page.must_be(200).form("/fr/desk/bilan/csv").press().await;
        assert_eq!(asked.path, "/fr/account/proof", "{}", asked.described());
        assert_eq!(words(&house, taken).await.len(), 3);
        let back = asked.main_form().fill("code", &second::shown(&key, house.clock.now())).press().await;
        back.must_be(200).must_have("octobre 2026");
        let csv = back.form("/fr/desk/bilan/csv").press().await;
        assert!(csv.must_be(200).header("content-disposition").contains("bilan-commune-1-ouest-2026-10.csv"));
        assert_eq!(words(&house, taken).await.len(), 4);
    }
}

both! {
    /// The chief reads the own unit's, oversight every one, nobody else any; in public small counts are not told.
    async fn a_bilan_is_for_the_chief_and_for_oversight_and_what_lacked_is_public(house: House) {
        let house = world(house);
        sign_in(&house, "chef.c1-ouest").await.visit("/fr/desk/bilan?unit=commune-2").await.must_be(403);
        sign_in(&house, "agent.c1-ouest").await.visit("/fr/desk/bilan").await.must_be(403);
        let oversight = sign_in(&house, "controle").await;
        oversight.visit("/fr/desk/bilan?unit=commune-2&period=2026").await.must_be(200).must_have("Commune II");
        oversight.visit("/fr/desk/bilan?unit=nulle-part").await.must_be(404);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let before = house.person().await.visit("/fr/units/commune-1-ouest").await;
        before.must_not_have("Pas assez d’agents");
        let mut filed = Vec::new();
        for n in 0..5 {
            filed.push(file(&house, "noise", "banconi", &format!("Le moulin numéro {n} tourne la nuit."), "private").await);
        }
        for (n, one) in filed.iter().enumerate() {
            let page = chief.visit(&one.at_desk()).await;
            let form = page.form("Clore sans régler").fill("reason", "no_means").fill("cause", "staff").fill("closing", "Trop peu d'agents.");
            form.press().await.must_be(200);
            let page = house.person().await.visit("/fr/units/commune-1-ouest").await;
            let told = page.select("aside ul.rows li").into_iter().find(|li| li.contains("Pas assez d’agents"));
            let expected = if n < 4 { "<5" } else { "5" };
            assert!(told.as_ref().is_some_and(|told| told.starts_with(expected)), "{n}: {told:?}");
        }
        house.person().await.visit("/fr/forums/ccs-commune-1").await.must_have("Pas assez d’agents");
        house.person().await.visit("/bm/forums/ccs-commune-1").await.must_be(200).check_html();
        let other = file(&house, "noise", "banconi", "Le bar joue la nuit.", "private").await;
        answer(&chief, &other, "Nous y allons.", "reporter").await;
    }
}
