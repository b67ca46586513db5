//! Pre-printed slips (N5) and the code shown again once (R12): every way a slip can be used and misused.

use std::process::Command;

use sigida::base::{Entropy, TrackingCode};

use crate::concerns::{follow, number_on};
use crate::support::world::{number as count, rows, sign_in, words, world};
use crate::support::{House, Page, Person, both};

const ADMIN: &str = "/fr/admin/slips";

/// A sheet an administrator just printed: serials and codes.
pub async fn printed(admin: &Person, sheets: &str) -> (Page, Vec<(String, String)>) {
    let page = admin.visit(ADMIN).await;
    let page = page.form("Montrer les planches").fill("sheets", sheets).press().await;
    page.must_be(200);
    let digits = |text: &String| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let codes: Vec<String> = page.select(".tickets .code").iter().map(digits).collect();
    let serials = page.select(".serial .tab");
    let serials = serials.iter().map(|text| text.trim_start_matches("N°").trim().to_owned());
    let slips: Vec<(String, String)> = serials.zip(codes).collect();
    (page, slips)
}

/// Files with a slip, as its holder; the page that answers.
async fn file_with(house: &House, slip: &str, words: &str) -> Page {
    let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
    let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", words);
    form.fill("readers", "private").fill("slip", slip).press_button("Envoyer").await
}

/// Types a code where concerns are followed.
async fn type_in(house: &House, code: &str) -> Page {
    let page = house.person().await.visit("/fr/follow").await;
    page.form("/fr/follow").fill("code", code).press().await
}

/// The numbers of the administration's page: unused, used, void.
async fn tally(admin: &Person) -> Vec<String> {
    admin.visit(ADMIN).await.select(".nums b")
}

both! {
    /// A slip becomes the code of the concern filed with it, once, and is counted.
    async fn a_slip_opens_the_concern_filed_with_it_and_serves_once(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let before = tally(&admin).await;
        let (_, slips) = printed(&admin, "1").await;
        assert_eq!(slips.len(), 8);
        let (serial, code) = &slips[2];
        assert!(serial.ends_with("-3"), "{serial}");
        // It has no concern yet, which is not the same as being unknown.
        type_in(&house, code).await.must_be(422).must_have("pas encore de dossier").must_not_have("n’ouvre rien");
        let filed = file_with(&house, code, "La musique ne s'arrête pas avant l'aube.").await;
        filed.must_be(200).must_have("Votre code est celui de votre ticket");
        assert!(!filed.body.contains(&code[..4]), "the code is shown again");
        let number = number_on(&filed);
        follow(&house, code).await.must_have(&number).must_have("avant l'aube");
        assert_eq!(words(&house, "SELECT channel AS value FROM concerns ORDER BY id DESC LIMIT 1").await, ["slip"]);
        let filed_before = rows(&house, "concerns").await;
        let again = file_with(&house, code, "Le moulin tourne toute la nuit.").await;
        again.must_be(409).must_have("déjà servi");
        let form = again.form("/fr/concerns/new");
        assert_eq!(form.value("words"), "Le moulin tourne toute la nuit.");
        assert_eq!(form.value("slip"), *code);
        assert_eq!(rows(&house, "concerns").await, filed_before);
        // Without the slip the same form is taken.
        form.fill("slip", "").press_button("Envoyer").await.must_be(200);
        let after = tally(&admin).await;
        let step = |at: usize| after[at].parse::<i64>().unwrap() - before[at].parse::<i64>().unwrap();
        assert_eq!([step(0), step(1), step(2)], [7, 1, 0]);
        let sheet = serial.split('-').next().unwrap();
        admin.visit(&format!("{ADMIN}/{sheet}")).await.must_have("utilisés").must_not_have(&number);
    }
}

both! {
    /// A mistyped digit, a code that is no slip's, somebody's own code and a withdrawn slip are each told what they are.
    async fn every_misuse_of_a_slip_has_its_sentence_and_files_nothing(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let (_, slips) = printed(&admin, "2").await;
        assert_eq!(slips.len(), 16);
        let (serial, code) = &slips[0];
        let before = rows(&house, "concerns").await;
        let text = "Le bar joue de la musique toute la nuit.";
        let mut wrong = code.clone().into_bytes();
        wrong[5] = if wrong[5] == b'9' { b'0' } else { wrong[5] + 1 };
        file_with(&house, &String::from_utf8(wrong).unwrap(), text).await.must_be(422).must_have("Code mal tapé");
        file_with(&house, &code[..15], text).await.must_be(422).must_have("16 chiffres");
        // The serial is no secret: to the public it opens nothing.
        file_with(&house, serial, text).await.must_be(422).must_have("16 chiffres");
        let nobody = TrackingCode::draw(&Entropy::seeded(77)).digits();
        file_with(&house, &nobody, text).await.must_be(409).must_have("Aucun ticket");
        let sheet = serial.split('-').next().unwrap().to_owned();
        let page = admin.visit(&format!("{ADMIN}/{sheet}")).await;
        let one = page.forms().into_iter().find(|form| form.to_string().contains(serial.as_str()));
        one.expect("a button beside the slip").press().await.must_be(200);
        let void = file_with(&house, code, text).await;
        void.must_be(409).must_have("annulé");
        assert_eq!(void.form("/fr/concerns/new").value("words"), text);
        type_in(&house, code).await.must_be(422).must_have("annulé");
        // Withdrawing a sheet takes what is left of it, and no more.
        file_with(&house, &slips[1].1, text).await.must_be(200);
        let page = admin.visit(&format!("{ADMIN}/{sheet}")).await;
        page.form("Annuler tous ceux qui restent").press().await.must_be(200);
        file_with(&house, &slips[7].1, text).await.must_be(409).must_have("annulé");
        follow(&house, &slips[1].1).await.must_have(text);
        file_with(&house, &slips[8].1, text).await.must_be(200);
        assert_eq!(rows(&house, "concerns").await, before + 2);
        admin.visit(&format!("{ADMIN}/999999")).await.must_be(404);
        admin.visit(&format!("{ADMIN}/nonsense")).await.must_be(404);
    }
}

both! {
    /// Two people, or one person twice, with the same slip at the same instant: one concern has it.
    async fn of_two_who_use_a_slip_at_once_one_does(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let (_, slips) = printed(&admin, "1").await;
        let before = rows(&house, "concerns").await;
        let all = (0..6).map(|n| {
            let (house, code) = (&house, &slips[4].1);
            async move { file_with(house, code, &format!("La rue est noire depuis {n} jours.")).await.status }
        });
        let mut statuses = futures_util::future::join_all(all).await;
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409, 409, 409, 409, 409]);
        assert_eq!(rows(&house, "concerns").await, before + 1);
    }
}

both! {
    /// The sheet is shown once: neither the same form sent again nor the database shows a code.
    async fn a_sheet_is_shown_once_and_the_database_holds_hashes_only(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit(ADMIN).await;
        let form = page.form("Montrer les planches").fill("sheets", "1");
        let first = form.clone().press().await;
        first.must_be(200);
        assert_eq!((first.header("cache-control"), first.redirects.len()), ("no-store", 0));
        let sheets = rows(&house, "slip_sheets").await;
        form.press().await.must_be(409).must_have("déjà été montrée");
        assert_eq!(rows(&house, "slip_sheets").await, sheets, "the same form printed twice");
        let codes: Vec<String> = first.select(".tickets .code").iter().map(|text| text.chars().filter(char::is_ascii_digit).collect()).collect();
        assert_eq!(codes.len(), 8);
        for table in ["slips", "slip_sheets", "concern_keys", "sessions", "once", "ledger"] {
            let column = match table {
                "slips" | "concern_keys" => "code_hash",
                "sessions" => "state",
                "ledger" => "detail",
                _ => continue,
            };
            let all = words(&house, &format!("SELECT {column} AS value FROM {table} WHERE {column} IS NOT NULL")).await;
            for code in &codes {
                assert!(all.iter().all(|value| !value.contains(&code[..12])), "{table} holds a code");
            }
        }
        let hashes = words(&house, "SELECT code_hash AS value FROM slips WHERE code_hash IS NOT NULL").await;
        assert!(hashes.iter().all(|hash| hash.len() == 64));
        // Used, a slip keeps nothing that leads to its concern.
        file_with(&house, &codes[0], "Le moulin tourne toute la nuit.").await.must_be(200);
        let joined = "SELECT COUNT(*) AS value FROM slips INNER JOIN concern_keys ON concern_keys.code_hash = slips.code_hash";
        assert_eq!(count(&house, joined).await, 0);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM slips WHERE state = 'used' AND code_hash IS NOT NULL").await, 0);
        let ledger = words(&house, "SELECT deed AS value FROM ledger WHERE deed LIKE 'slip.%'").await;
        assert!(ledger.contains(&"slip.print".to_owned()) && !ledger.iter().any(|deed| deed.contains("use")), "{ledger:?}");
    }
}

both! {
    /// Sheets are listed newest first, page after page.
    async fn sheets_are_paged(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        for _ in 0..2 {
            printed(&admin, "10").await;
        }
        let first = admin.visit(ADMIN).await;
        assert_eq!(first.select("tbody tr").len(), 20);
        let second = first.click("Suite").await;
        assert_eq!(second.select("tbody tr").len(), 2, "the sample's own");
        for bad in ["0", "11", "x", ""] {
            let page = admin.visit(ADMIN).await;
            page.form("Montrer les planches").fill("sheets", bad).press().await.must_be(422);
        }
    }
}

both! {
    /// R12: on its first return the code is shown once more, in the answer that it opened, and never again.
    async fn the_code_is_shown_again_exactly_once(house: House) {
        let house = world(house);
        let filed = crate::concerns::file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "private").await;
        let person = house.person().await;
        let page = person.visit("/fr/follow").await;
        let form = page.form("/fr/follow").fill("code", &filed.code);
        let asked = form.clone().press().await;
        asked.must_be(200).must_have("Avez-vous gardé votre code");
        assert_eq!((asked.code(), asked.path.as_str(), asked.header("cache-control")), (filed.code.clone(), "/fr/follow", "no-store"));
        assert!(asked.select("details.again[open]").is_empty(), "the code is not unfolded for whoever looks over a shoulder");
        let states = words(&house, "SELECT state AS value FROM sessions").await;
        assert!(states.iter().all(|state| !state.contains(&filed.code[..8])), "the code stands in a session");
        asked.click("voir mon signalement").await.must_be(200).must_have(&filed.number).must_not_have(&filed.code[..4]);
        // The page loaded again, another form, another telephone: never a second time.
        assert!(form.press().await.select(".slip").is_empty());
        let page = person.visit("/fr/follow").await;
        let here = page.form("/fr/follow").fill("code", &filed.code).press().await;
        for again in [here, type_in(&house, &filed.code).await] {
            assert_eq!(again.path, "/fr/follow/concern", "{}", again.described());
            assert!(!again.body.contains(&filed.code[..4]) && again.has(&filed.number));
        }
    }
}

both! {
    /// However many send the code at once, one of them sees it again.
    async fn of_many_first_returns_at_once_one_shows_the_code(house: House) {
        let house = world(house);
        let filed = crate::concerns::file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "private").await;
        let all = (0..6).map(|_| type_in(&house, &filed.code));
        let shown = futures_util::future::join_all(all).await;
        assert_eq!(shown.iter().filter(|page| page.body.contains(&filed.code[..4])).count(), 1);
        assert!(shown.iter().all(|page| page.status == 200));
    }
}

both! {
    /// Unknown codes slow their address, and many addresses together slow each other; a right code goes through at once.
    async fn guessing_is_slowed_and_a_right_code_is_not(house: House) {
        let strict = House::open_with(house.kind(), |config| {
            config.web.tries_per_minute = 20;
            config.web.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
        });
        let strict = world(strict.await);
        let filed = crate::concerns::file(&strict, "noise", "banconi", "Le moulin tourne toute la nuit.", "private").await;
        let guess = async |address: String, code: &str| {
            let person = strict.person().await.with_header("X-Forwarded-For", &address);
            let page = person.visit("/fr/follow").await;
            page.form("/fr/follow").fill("code", code).press().await
        };
        let wrong = |n: u64| TrackingCode::draw(&Entropy::seeded(900_000 + n)).digits();
        for n in 0..20 {
            guess("198.51.100.1".into(), &wrong(n)).await.must_be(422);
        }
        let told = guess("198.51.100.1".into(), &wrong(21)).await;
        told.must_be(429);
        assert!(told.header("retry-after").parse::<u64>().unwrap() <= 60);
        // A slip of the finger is no guess, and neither is a right code, as often as it is typed.
        for _ in 0..25 {
            guess("198.51.100.2".into(), "1234 5678 9012 3456").await.must_be(422);
            guess("198.51.100.2".into(), &filed.code).await.must_be(200);
        }
        // Where concerns are filed a slip's field takes codes too: it counts the same.
        let liar = strict.person().await.with_header("X-Forwarded-For", "198.51.100.1");
        let page = liar.visit("/fr/concerns/new?category=noise").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Le moulin tourne la nuit.");
        form.fill("readers", "private").fill("slip", &wrong(22)).press_button("Envoyer").await.must_be(429);
        // From many addresses: after 300 everybody has three tries, then waits two minutes at most.
        for n in 0..280 {
            guess(format!("203.0.113.{}", n / 14), &wrong(100 + n)).await.must_be(422);
        }
        for n in 0..3 {
            guess("192.0.2.9".into(), &wrong(1_000 + n)).await.must_be(422);
        }
        let told = guess("192.0.2.9".into(), &wrong(2_000)).await;
        told.must_be(429);
        assert!((1..=120).contains(&told.header("retry-after").parse::<i64>().unwrap()));
        guess("192.0.2.77".into(), &filed.code).await.must_be(200).must_have(&filed.number);
        strict.clock.advance(120);
        guess("192.0.2.9".into(), &filed.code).await.must_be(200).must_have(&filed.number);
    }
}

#[test]
fn the_command_line_prints_sheets_into_a_new_file_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sigida"));
        command.current_dir(folder.path()).args(args).env_clear().output().expect("the program runs")
    };
    let out = run(&["slips", "--count", "11", "--out", "sheets.html"]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let paper = std::fs::read_to_string(folder.path().join("sheets.html")).unwrap();
    assert_eq!((paper.matches("class=\"tickets\"").count(), paper.matches("class=\"code\"").count()), (2, 11));
    assert!(
        ["src=", "href=\"http", "url(http", "<script"].iter().all(|word| !paper.contains(word)),
        "the document asks the network for something"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(folder.path().join("sheets.html")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "others may read the codes");
    }
    // A file that is there already is never written over, and then no slip is made.
    let again = run(&["slips", "--count", "8", "--out", "sheets.html"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("--out"));
    let next = run(&["slips", "--count", "1"]);
    assert!(String::from_utf8_lossy(&next.stdout).contains("3-1"), "sheets are numbered on");
    assert_eq!(run(&["slips", "--count", "0"]).status.code(), Some(2));
}
