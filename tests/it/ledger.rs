//! The ledger under attack (O5, N15): a row taken away, edited or swapped is named; the last rows, which no later row would miss,
//! are missed by the day's signature; and who has the database without the secret cannot sign another chain.

use std::process::Output;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Text};
use sha2::{Digest, Sha256};
use sigida::ledger::signed::{self, Beside};

use crate::concerns::file;
use crate::support::program::sigida;
use crate::support::world::{harm_at_once, number, sign_in, words, world};
use crate::support::{House, aside, both};

/// Runs a command beside the house.
fn run(house: &House, arguments: &[&str]) -> Output {
    let (data, secret) = (house.data_dir(), house.data_dir().join("secret"));
    let settings = [
        ("DATABASE_URL", house.database_url().to_owned()),
        ("SIGIDA_DATA", data.display().to_string()),
        ("SIGIDA_SECRET_FILE", secret.display().to_string()),
    ];
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sigida(arguments, &settings)
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Signs what there is to sign, as the program does every ten minutes.
fn sign(house: &House) -> Result<usize, sigida::error::Error> {
    let site = house.site();
    aside(|| signed::sign(&site.db, &site.keys, &Beside::secret(&house.data_dir().join("secret"))))
}

/// The database as it was: what an attack changed is put back.
async fn again(house: &House, attack: &[&str], says: &[&str]) {
    let kept = [
        "CREATE TABLE kept AS SELECT * FROM ledger",
        "CREATE TABLE kept_heads AS SELECT * FROM heads",
        "CREATE TABLE kept_marks AS SELECT * FROM ledger_heads",
    ];
    harm_at_once(house, &kept).await;
    harm_at_once(house, attack).await;
    let found = run(house, &["audit", "verify"]);
    let text = said(&found);
    assert_eq!(found.status.code(), Some(1), "{attack:?}: {text}");
    for word in says {
        assert!(text.contains(word), "{attack:?} is not told by « {word} »: {text}");
    }
    assert_eq!(text.trim().lines().count(), 1, "one line: {text}");
    let checked = run(house, &["check"]);
    assert!(said(&checked).contains(says[0]) && !checked.status.success(), "check says so too: {}", said(&checked));
    assert!(!matches!(sign(house), Ok(days) if days > 0), "{attack:?} was signed");
    harm_at_once(
        house,
        &[
            "DELETE FROM ledger",
            "INSERT INTO ledger SELECT * FROM kept",
            "DROP TABLE kept",
            "DELETE FROM heads",
            "INSERT INTO heads SELECT * FROM kept_heads",
            "DROP TABLE kept_heads",
            "DELETE FROM ledger_heads",
            "INSERT INTO ledger_heads SELECT * FROM kept_marks",
            "DROP TABLE kept_marks",
        ],
    )
    .await;
    let whole = run(house, &["audit", "verify"]);
    assert!(whole.status.success(), "{}", said(&whole));
}

/// What cuts the last rows off and makes the database forget that they were there.
fn cut(to: i64) -> Vec<String> {
    vec![
        format!("DELETE FROM ledger WHERE seq > {to}"),
        format!("UPDATE heads SET seq = {to}, hash = (SELECT hash FROM ledger WHERE seq = {to})"),
    ]
}

both! {
    /// Each attack on a row is told by the row's number.
    async fn a_row_that_is_removed_edited_or_swapped_is_named(house: House) {
        let house = world(house);
        sign(&house).unwrap();
        let whole = run(&house, &["audit", "verify"]);
        assert!(whole.status.success() && said(&whole).contains("signatures whole, the last for 2026-11-"), "{}", said(&whole));
        let deed = words(&house, "SELECT deed || ' ' || object AS value FROM ledger WHERE seq = 4").await.remove(0);

        let edit = "UPDATE ledger SET detail = 'nothing to see' WHERE seq = 4";
        again(&house, &[edit], &["broken at row 4: it was changed", &deed]).await;
        again(&house, &["DELETE FROM ledger WHERE seq = 4"], &["broken at row 4: it is missing, though row 5 stands"]).await;
        again(&house, &["DELETE FROM ledger WHERE seq IN (4, 5, 6)"], &["broken at row 4: rows 4 to 6 are missing"]).await;
        // Taken away, and the gap closed: the later rows say themselves that they were numbered anew.
        let closed = [
            "DELETE FROM ledger WHERE seq = 4",
            "UPDATE ledger SET seq = 1000000 + seq WHERE seq > 4",
            "UPDATE ledger SET seq = seq - 1000001 WHERE seq > 4",
        ];
        again(&house, &closed, &["broken at row 4: rows before it are missing; it was row 5"]).await;
        // Two rows change places, with their hashes or without.
        let swap = ["UPDATE ledger SET seq = -1 WHERE seq = 4", "UPDATE ledger SET seq = 4 WHERE seq = 9", "UPDATE ledger SET seq = 9 WHERE seq = -1"];
        again(&house, &swap, &["broken at row 4: it was swapped with row 9"]).await;
        let beside = ["UPDATE ledger SET seq = -1 WHERE seq = 4", "UPDATE ledger SET seq = 4 WHERE seq = 5", "UPDATE ledger SET seq = 5 WHERE seq = -1"];
        again(&house, &beside, &["broken at row 4: it was swapped with row 5"]).await;
    }
}

both! {
    /// Nothing follows the last rows; what was signed of them says that they are gone, even when nothing in the database does.
    async fn the_last_rows_cannot_be_cut_off_unseen(house: House) {
        let house = world(house);
        file(&house, "noise", "banconi", "Le bar joue toute la nuit.", "public").await;
        sign(&house).unwrap();
        let end = number(&house, "SELECT seq AS value FROM heads").await;
        let whole = run(&house, &["audit", "verify"]);
        assert!(said(&whole).contains(&format!("the last for 2026-11-23, row {end}")), "{}", said(&whole));
        let attack = cut(end - 1);
        let attack: Vec<&str> = attack.iter().map(String::as_str).collect();
        let gone = format!("broken at row {end}: rows {end} to {end} are missing; they were signed for 2026-11-23");
        again(&house, &attack, &[&gone]).await;
        // The signatures with them: the last one lies beside the secret too.
        let deeper = cut(3);
        let mut all: Vec<&str> = deeper.iter().map(String::as_str).collect();
        all.push("DELETE FROM ledger_heads");
        again(&house, &all, &[&format!("broken at row 4: rows 4 to {end} are missing; they were signed for 2026-11-23")]).await;
        // A day's signature alone.
        let one = "DELETE FROM ledger_heads WHERE day = (SELECT MIN(day) + 1 FROM ledger_heads)";
        let days = number(&house, "SELECT COUNT(*) AS value FROM ledger_heads WHERE day = (SELECT MIN(day) + 1 FROM ledger_heads)").await;
        assert_eq!(days, 1, "the sample has rows on its second day");
        let found = {
            harm_at_once(&house, &["CREATE TABLE kept_marks AS SELECT * FROM ledger_heads", one]).await;
            let found = said(&run(&house, &["audit", "verify"]));
            harm_at_once(&house, &["DELETE FROM ledger_heads", "INSERT INTO ledger_heads SELECT * FROM kept_marks"]).await;
            found
        };
        assert!(found.contains("the signature of") && found.contains("is missing"), "{found}");
        // A signature copied from another day is no signature.
        let copied = "UPDATE ledger_heads SET mark = (SELECT k.mark FROM kept_marks k WHERE k.day = (SELECT MIN(day) FROM kept_marks)) WHERE day = (SELECT MAX(day) FROM kept_marks)";
        harm_at_once(&house, &[copied]).await;
        let found = said(&run(&house, &["audit", "verify"]));
        assert!(found.contains("the signature of 2026-11-23 is not this instance's"), "{found}");
        assert!(sign(&house).is_err(), "nothing is signed on top of a forged day");
    }
}

#[derive(diesel::QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = BigInt)]
    at: i64,
    #[diesel(sql_type = Text)]
    actor: String,
    #[diesel(sql_type = Text)]
    deed: String,
    #[diesel(sql_type = Text)]
    object: String,
    #[diesel(sql_type = Text)]
    detail: String,
    #[diesel(sql_type = Binary)]
    hash: Vec<u8>,
}

/// Changes a row and makes every later hash right again, and the end that the database remembers: the format is no secret.
async fn rewrite(house: &House, from: i64) {
    let site = house.site();
    let done = site.db.keep(move |tx| {
        let rows: Vec<Row> = diesel::sql_query("SELECT * FROM ledger ORDER BY seq").load(tx.conn)?;
        let mut before = Vec::new();
        for row in rows {
            let detail = if row.seq == from { "nothing to see" } else { row.detail.as_str() };
            let mut hash = Sha256::new();
            let numbers = (row.seq.to_be_bytes(), row.at.to_be_bytes());
            let texts = [&row.actor, &row.deed, &row.object].map(String::as_bytes);
            for field in [&before[..], &numbers.0, &numbers.1, texts[0], texts[1], texts[2], detail.as_bytes()] {
                hash.update((field.len() as u64).to_be_bytes());
                hash.update(field);
            }
            before = hash.finalize().to_vec();
            if row.seq < from {
                assert_eq!(before, row.hash, "the test makes hashes as the program does");
                continue;
            }
            let sql = "UPDATE ledger SET detail = $1, hash = $2 WHERE seq = $3";
            let query = diesel::sql_query(sql).bind::<Text, _>(detail).bind::<Binary, _>(&before);
            query.bind::<BigInt, _>(row.seq).execute(tx.conn)?;
        }
        diesel::sql_query("UPDATE heads SET hash = $1").bind::<Binary, _>(&before).execute(tx.conn)?;
        Ok(())
    });
    done.await.unwrap();
}

both! {
    /// Somebody with the database, and without the secret, writes the chain anew from a row on, hashes and all.
    async fn a_chain_written_anew_is_not_the_one_that_was_signed(house: House) {
        let house = world(house);
        sign(&house).unwrap();
        rewrite(&house, 7).await;
        let found = run(&house, &["audit", "verify"]);
        let text = said(&found);
        assert!(text.contains("were written anew; what was signed for"), "{text}");
        assert!(sign(&house).is_err(), "and the program signs it no more");
    }
}

both! {
    /// Everybody reads which days are signed, takes the signatures away, and checks them with other people's programs.
    async fn the_signatures_are_everybodys(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        harm_at_once(&house, &["DELETE FROM ledger_heads"]).await;
        visitor.visit("/fr/ledger").await.must_be(200).must_have("Pas encore signé");
        sign(&house).unwrap();
        // A kept page is told anew once something was done.
        file(&house, "noise", "banconi", "Le bar joue toute la nuit.", "public").await;
        let page = visitor.visit("/fr/ledger").await;
        page.must_be(200).must_have("Signé").must_not_have("Pas encore signé").check_html();
        visitor.visit("/bm/ledger").await.must_be(200).must_have("Bolonɔ b'a la").check_html();
        let csv = visitor.visit("/data/ledger.csv").await;
        let lines: Vec<&str> = csv.body.lines().collect();
        assert_eq!(lines[0], "day,rows,hash,signature");
        assert!(!lines.iter().any(|line| line.starts_with("2026-11-23")), "a day that runs is not told");
        let fields: Vec<&str> = lines.last().unwrap().split(',').collect();
        let [day, rows, hash, mark] = fields[..] else { panic!("four fields: {fields:?}") };
        let statement = format!("sigida ledger head 1\n{day}\n{rows}\n{hash}\n");
        let key = visitor.visit("/fr/proof").await.select("#key").remove(0);
        let der = key.split_whitespace().find(|word| word.starts_with("MC")).expect("the key's body");
        let der = data_encoding::BASE64.decode(der.as_bytes()).unwrap();
        let key: [u8; 32] = der[12..].try_into().unwrap();
        let key = ed25519_dalek::VerifyingKey::from_bytes(&key).unwrap();
        let mark: [u8; 64] = data_encoding::BASE64.decode(mark.as_bytes()).unwrap().try_into().unwrap();
        let mark = ed25519_dalek::Signature::from_bytes(&mark);
        assert!(key.verify_strict(statement.as_bytes(), &mark).is_ok());
        assert!(key.verify_strict(statement.replace(day, "2026-11-01").as_bytes(), &mark).is_err());
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit("/fr/ledger").await.must_be(200).must_have("Signé");
    }
}
