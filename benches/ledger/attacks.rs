//! Rows deep within a large ledger, removed, edited and swapped by who has the database: whether each is named.

use diesel::RunQueryDsl;
use sigida::web::Site;

use super::Found;

/// Something done to the database, and what must be said of it.
struct Attack {
    what: String,
    sql: Vec<String>,
    says: String,
}

fn attacks(rows: i64) -> Vec<Attack> {
    let (early, middle, late) = (rows / 10, rows / 2, rows / 10 * 9);
    let attack = |what: &str, sql: Vec<String>, says: String| Attack { what: what.to_owned(), sql, says };
    let swap = vec![
        format!("UPDATE ledger SET seq = -1 WHERE seq = {early}"),
        format!("UPDATE ledger SET seq = {early} WHERE seq = {late}"),
        format!("UPDATE ledger SET seq = {late} WHERE seq = -1"),
    ];
    vec![
        attack(
            &format!("row {middle} edited"),
            vec![format!("UPDATE ledger SET detail = 'noise, privatE' WHERE seq = {middle}")],
            format!("broken at row {middle}: it was changed"),
        ),
        attack(
            &format!("row {late} removed"),
            vec![format!("DELETE FROM ledger WHERE seq = {late}")],
            format!("broken at row {late}: it is missing"),
        ),
        attack(
            &format!("rows {early} and {late} swapped"),
            swap,
            format!("broken at row {early}: it was swapped with row {late}"),
        ),
        attack(
            "the last row removed, and the database made to forget it",
            vec![
                format!("DELETE FROM ledger WHERE seq = {rows}"),
                format!("UPDATE heads SET seq = {rows} - 1, hash = (SELECT hash FROM ledger WHERE seq = {rows} - 1)"),
            ],
            format!("broken at row {rows}: rows {rows} to {rows} are missing"),
        ),
    ]
}

fn run(site: &Site, statements: &[String]) {
    let statements = statements.to_vec();
    let done = site.db.keep_now(move |tx| {
        statements.iter().try_for_each(|sql| diesel::sql_query(sql.as_str()).execute(tx.conn).map(drop))?;
        Ok(())
    });
    done.unwrap();
}

/// Does each to the database and puts it back; how many were not named.
pub fn all(site: &Site, rows: i64, verify: impl Fn() -> Found) -> usize {
    let touched = format!("({}, {}, {}, {rows})", rows / 10, rows / 2, rows / 10 * 9);
    let keep = [
        format!("CREATE TABLE kept AS SELECT * FROM ledger WHERE seq IN {touched}"),
        "CREATE TABLE kept_heads AS SELECT * FROM heads".to_owned(),
    ];
    run(site, &keep);
    let back = [
        format!("DELETE FROM ledger WHERE seq IN {touched}"),
        "INSERT INTO ledger SELECT * FROM kept".to_owned(),
        "DELETE FROM heads".to_owned(),
        "INSERT INTO heads SELECT * FROM kept_heads".to_owned(),
    ];
    let mut missed = 0;
    for attack in attacks(rows) {
        run(site, &attack.sql);
        let found = verify();
        let named = !found.whole && found.said.contains(&attack.says);
        missed += usize::from(!named);
        let word = if named { "named" } else { "NOT NAMED" };
        println!("{}: {word} in {:.2} s, at most {}: {}", attack.what, found.seconds, found.most, found.said.trim());
        run(site, &back);
    }
    assert!(verify().whole, "put back");
    missed
}
