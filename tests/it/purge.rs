//! Purging by rule (R15): what is due goes, a dry run only says it, and no public figure moves.

use crate::concerns::{Filed, file, follow};
use crate::custody::file_named;
use crate::support::program::sigida;
use crate::support::world::{number as count, rows, sign_in, words, world};
use crate::support::{House, both};

const DAY: i64 = 86_400;

async fn close(house: &House, filed: &Filed) {
    let officer = sign_in(house, "agent.c1-ouest").await;
    let page = officer.visit(&filed.at_desk()).await;
    let form = page.must_be(200).form("C’est réglé").fill("done", "C’est réglé pour de bon.");
    form.press().await.must_be(200);
}

/// Everything that everybody may count, on the pages that say it.
async fn figures(house: &House) -> Vec<String> {
    let mut all = Vec::new();
    for path in [
        "/fr",
        "/fr/units",
        "/fr/units/commune-1-ouest",
        "/fr/units/commune-2",
        "/fr/areas",
        "/fr/areas/banconi",
        "/fr/concerns",
        "/fr/commitments",
    ] {
        let page = house.person().await.visit(path).await;
        all.push(page.must_be(200).select("main").join(" "));
    }
    all
}

/// Runs the command beside the house; what it printed.
fn purge(house: &House, arguments: &[&str]) -> String {
    let secret = house.data_dir().join("secret").display().to_string();
    let data = house.data_dir().display().to_string();
    let settings = [("DATABASE_URL", house.database_url()), ("SIGIDA_SECRET_FILE", &secret), ("SIGIDA_DATA", &data)];
    let out = sigida(&[&["purge"], arguments].concat(), &settings);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).trim().to_owned()
}

both! {
    /// Ninety days after closing the identity goes and the figures stay; a dry run before it changes nothing.
    async fn an_identity_goes_ninety_days_after_closing_and_no_figure_moves(house: House) {
        let house = world(house);
        let closed = file_named(&house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await;
        let open = file_named(&house, "noise", "banconi", "Binta Marqueur", "").await;
        close(&house, &closed).await;
        let sealed = rows(&house, "sealed").await;
        let site = house.site();
        let look = || sigida::purge::look(&site.db, house.clock.now()).unwrap();
        house.clock.advance(89 * DAY);
        assert_eq!(crate::support::aside(look).identities, 0, "not yet");
        house.clock.advance(2 * DAY);
        let before = figures(&house).await;
        let dry = crate::support::aside(look);
        assert_eq!((dry.identities, rows(&house, "sealed").await), (1, sealed), "a dry run says and does nothing");
        let went = crate::support::aside(|| sigida::purge::run(&site.db).unwrap());
        assert_eq!((went.identities, rows(&house, "sealed").await), (1, sealed - 1));
        assert_eq!(figures(&house).await, before, "a public figure moved");
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit(&closed.at_desk()).await.must_have("donné, puis effacé");
        officer.visit(&open.at_desk()).await.must_have("donné, scellé");
        let detail = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'purge'").await;
        assert!(detail.first().is_some_and(|d| d.starts_with("identities 1,")), "{detail:?}");
        assert_eq!(crate::support::aside(|| sigida::purge::run(&site.db).unwrap()).identities, 0, "nothing twice");
    }
}

both! {
    /// A lapsed opening's envelope goes; the steps of custody never do.
    async fn a_lapsed_opening_goes_and_its_steps_stay(house: House) {
        let house = world(house);
        let steps = rows(&house, "custody_steps").await;
        let id = count(&house, "SELECT MAX(ask_id) AS value FROM custody_steps").await;
        let overseer = sign_in(&house, "controle").await;
        let at = format!("/fr/oversight/custody/asks/{}", sigida::base::Id::<()>::new(id));
        let form = overseer.visit(&at).await.form("/fr/oversight/custody/asks/").fill("reason", "La raison est bonne.");
        form.press_button("Accepter").await.must_be(200);
        let envelopes = rows(&house, "envelopes").await;
        house.clock.advance(8 * DAY);
        let site = house.site();
        let went = crate::support::aside(|| sigida::purge::run(&site.db).unwrap());
        assert_eq!((went.openings, rows(&house, "envelopes").await), (1, envelopes - 1));
        assert_eq!(rows(&house, "custody_steps").await, steps + 1);
    }
}

both! {
    /// Words of what was never public go only when an administrator gives them a time; the code still opens the rest.
    async fn words_of_private_files_go_when_a_rule_says_so(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Zoumana joue du tambour.", "private").await;
        close(&house, &filed).await;
        house.clock.advance(40 * DAY);
        let site = house.site();
        assert_eq!(crate::support::aside(|| sigida::purge::run(&site.db).unwrap()).words, 0, "off by default");
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/retention").await;
        page.must_be(200).form("/fr/admin/retention").fill("words", "abc").press().await.must_be(422);
        page.form("/fr/admin/retention").fill("words", "30").press().await.must_be(200);
        let before = figures(&house).await;
        let went = crate::support::aside(|| sigida::purge::run(&site.db).unwrap());
        assert!(went.words >= 1);
        assert_eq!(figures(&house).await, before, "a public figure moved");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM concerns WHERE words LIKE '%tambour%'").await, 0);
        follow(&house, &filed.code).await.must_have("effacé : le temps de garde est passé").must_have("C’est réglé");
    }
}

both! {
    /// The command says what would go, then takes it.
    async fn the_command_says_what_would_go_then_takes_it(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "").await;
        close(&house, &filed).await;
        // The command runs by the real clock: closed long ago is long ago for it too.

        crate::support::world::harm(&house, "UPDATE concerns SET closed_at = closed_at - 20000000 WHERE closed_at IS NOT NULL").await;
        let sealed = rows(&house, "sealed").await;
        let dry = crate::support::aside(|| purge(&house, &["--dry-run"]));
        assert!(dry.starts_with("would go: identities 1,"), "{dry}");
        assert_eq!(rows(&house, "sealed").await, sealed);
        let done = crate::support::aside(|| purge(&house, &[]));
        assert!(done.starts_with("gone: identities 1,"), "{done}");
        assert_eq!(rows(&house, "sealed").await, sealed - 1);
    }
}
