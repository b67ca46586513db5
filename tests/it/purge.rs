//! Purging by rule (R15): what is due goes, a dry run only says it, and no public figure moves.

use crate::concerns::{Filed, file, follow};
use crate::custody::file_named;
use crate::forums::{announced, door_code, public, registered};
use crate::media::{makers, send, stores};
use crate::support::program::sigida;
use crate::support::world::{enter, number as count, rows, sign_in, words, world};
use crate::support::{Form, House, Page, both};

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

/// The form of the page that has this field.
fn form_with(page: &Page, field: &str) -> Form {
    let found = page.forms().into_iter().find(|form| form.fields().contains(&field));
    found.unwrap_or_else(|| panic!("no form with {field}\n{}", page.described()))
}

/// Gives a rule its days, as the administrator does.
async fn set_rule(house: &House, rule: &str, days: &str) -> Page {
    let page = sign_in(house, "admin").await.visit("/fr/admin/retention").await;
    page.must_be(200).check_html();
    page.form("/fr/admin/retention").fill(rule, days).press().await
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
        let look = || site.db.read_now(|conn| sigida::purge::look(conn, house.clock.now(), 30)).unwrap();
        house.clock.advance(89 * DAY);
        assert_eq!(crate::support::aside(look).identities, 0, "not yet");
        house.clock.advance(2 * DAY);
        let before = figures(&house).await;
        let dry = crate::support::aside(look);
        assert_eq!((dry.identities, rows(&house, "sealed").await), (1, sealed), "a dry run says and does nothing");
        let went = crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap());
        assert_eq!((went.identities, rows(&house, "sealed").await), (1, sealed - 1));
        assert_eq!(figures(&house).await, before, "a public figure moved");
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit(&closed.at_desk()).await.must_have("donné, puis effacé");
        officer.visit(&open.at_desk()).await.must_have("donné, scellé");
        let detail = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'purge'").await;
        assert!(detail.first().is_some_and(|d| d.starts_with("identities 1,")), "{detail:?}");
        assert_eq!(crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap()).identities, 0, "nothing twice");
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
        let went = crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap());
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
        assert_eq!(crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap()).words, 0, "off by default");
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/retention").await;
        page.must_be(200).form("/fr/admin/retention").fill("words", "abc").press().await.must_be(422);
        page.form("/fr/admin/retention").fill("words", "30").press().await.must_be(200);
        let before = figures(&house).await;
        let went = crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap());
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

#[test]
fn a_dry_run_makes_no_instance() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = crate::support::program::sigida(&["purge", "--dry-run"], &[("SIGIDA_DATA", data.to_str().unwrap())]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("there is no such file"), "{said}");
    assert!(!data.exists(), "a mistyped folder was made");
}

both! {
    /// A year after a meeting the names go that were typed on its lists; whoever came is still counted, and an account keeps its place.
    async fn typed_names_leave_the_lists_of_a_meeting_a_year_later_and_who_came_is_still_counted(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Liste PURGEUNE", "2026-12-05T16:00", "").await;
        let (meeting, desk) = (public(&run), run.path.clone());
        let code = door_code(&registered(&house, &meeting, "Tante MARQUEDEUX").await);
        let place = sign_in(&house, "awa").await.visit(&format!("{meeting}/registration")).await;
        place.main_form().fill("name", "Awa MARQUETROIS").press().await.must_be(200);
        house.clock.advance(12 * DAY + 10 * 3_600);
        let moderator = sign_in(&house, "moderation.c1").await;
        let door = moderator.visit(&format!("{desk}/door")).await;
        form_with(&door, "code").fill("code", &code).press().await.must_be(200);
        let page = moderator.visit(&format!("{desk}/attendance")).await;
        form_with(&page, "resident-m-18_34").fill("resident-m-18_34", "12").press().await.must_be(200);
        let page = moderator.visit(&format!("{desk}/attendance")).await;
        form_with(&page, "names").fill("names", "Tante MARQUEQUATRE").press().await.must_be(200);
        let site = house.site();
        let look = || site.db.read_now(|conn| sigida::purge::look(conn, house.clock.now(), 30)).unwrap();
        let purged = || sigida::purge::run(&site.db, 30).unwrap();
        let typed = "SELECT (SELECT COUNT(*) FROM registrations WHERE name = 'Tante MARQUEDEUX') + \
                     (SELECT COUNT(*) FROM attendance_lists WHERE body LIKE '%MARQUEQUATRE%') AS value";
        let came = "SELECT COUNT(*) AS value FROM registrations WHERE attended_at IS NOT NULL";
        let counted = "SELECT CAST(SUM(number) AS BIGINT) AS value FROM attendance";

        house.clock.advance(364 * DAY);
        crate::support::aside(purged);
        assert_eq!(count(&house, typed).await, 2, "not yet");
        house.clock.advance(2 * DAY);
        let told = house.person().await.visit(&meeting).await.must_be(200).select("main").join(" ");
        let (figures_before, numbers) = (figures(&house).await, (count(&house, came).await, count(&house, counted).await));
        let dry = crate::support::aside(look);
        assert_eq!(count(&house, typed).await, 2, "a dry run says and does nothing");
        let went = crate::support::aside(purged);
        assert!(went.lists >= 1, "{went}");
        assert_eq!(dry.lists, went.lists, "a dry run says what the run then does");
        assert_eq!(count(&house, typed).await, 0);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM registrations WHERE name = 'Awa MARQUETROIS'").await, 1);
        assert_eq!((count(&house, came).await, count(&house, counted).await), numbers, "who came is counted anew");
        assert_eq!(figures(&house).await, figures_before, "a public figure moved");
        assert_eq!(house.person().await.visit(&meeting).await.select("main").join(" "), told);
        let moderator = sign_in(&house, "moderation.c1").await;
        moderator.visit(&format!("{desk}/door")).await.must_be(200).must_not_have("MARQUEDEUX").must_have("MARQUETROIS");
        moderator.visit(&format!("{desk}/attendance")).await.must_be(200).must_not_have("MARQUEQUATRE");
        assert_eq!(crate::support::aside(purged).lists, 0, "nothing twice");
    }
}

both! {
    /// A resident's account that nobody uses is closed when a rule says so; who signs in keeps theirs, and so does whoever has a role.
    async fn an_idle_account_is_closed_when_a_rule_says_so_and_one_in_use_is_not(house: House) {
        let house = world(house);
        let page = house.person().await.visit("/fr/signup").await;
        let form = page.form("/fr/signup").fill("name", "Oumou MARQUECINQ").fill("login", "76 00 11 22");
        form.fill("password", "cinq mangues mûres").press().await.must_be(200);
        let site = house.site();
        let look = || site.db.read_now(|conn| sigida::purge::look(conn, house.clock.now(), 30)).unwrap();
        let purged = || sigida::purge::run(&site.db, 30).unwrap();
        let named = "SELECT COUNT(*) AS value FROM accounts WHERE name LIKE '%MARQUECINQ%'";
        house.clock.advance(35 * DAY);
        sign_in(&house, "awa").await;
        house.clock.advance(6 * DAY);
        assert_eq!(crate::support::aside(look).accounts, 0, "off by default");
        set_rule(&house, "account-idle", "29").await.must_be(422);
        set_rule(&house, "account-idle", "42").await.must_be(200);
        // Others of the demonstration were idle before.
        assert!(crate::support::aside(purged).accounts >= 1);
        assert_eq!(count(&house, named).await, 1, "not yet");
        set_rule(&house, "account-idle", "40").await.must_be(200);
        let (before, dry) = (figures(&house).await, crate::support::aside(look));
        assert_eq!(count(&house, named).await, 1, "a dry run says and does nothing");
        let went = crate::support::aside(purged);
        assert_eq!((dry.accounts, went.accounts), (1, 1), "a dry run says what the run then does");
        assert_eq!(count(&house, named).await, 0);
        enter(&house.person().await, "76 00 11 22", "cinq mangues mûres").await.must_be(422);
        assert_eq!(figures(&house).await, before, "a public figure moved");
        sign_in(&house, "awa").await.visit("/fr/account/data").await.must_be(200).must_have("Dernière connexion");
        sign_in(&house, "agent.c1-est").await;
        assert_eq!(crate::support::aside(purged).accounts, 0, "nothing twice");
    }
}

both! {
    /// Whoever waits for an answer about their data keeps their account until they have it.
    async fn an_idle_account_that_waits_for_an_answer_is_not_closed(house: House) {
        let house = world(house);
        let number = crate::rights::asked(&house, "awa").await;
        set_rule(&house, "account-idle", "30").await.must_be(200);
        let purged = || sigida::purge::run(&house.site().db, 30).unwrap();
        let there = "SELECT COUNT(*) AS value FROM accounts WHERE login = 'awa'";
        house.clock.advance(31 * DAY);
        crate::support::aside(purged);
        assert_eq!(count(&house, there).await, 1, "asked, and closed without an answer");
        let admin = sign_in(&house, "admin").await;
        crate::rights::answer(&admin, &number, "Refuser").await.must_be(200);
        crate::support::aside(purged);
        assert_eq!(count(&house, there).await, 0);
    }
}

both! {
    /// Nor is whoever waits for a role; an asking that lapsed keeps nobody's account.
    async fn an_idle_account_that_is_to_hold_a_role_is_not_closed_until_the_asking_lapses(house: House) {
        let house = world(house);
        set_rule(&house, "account-idle", "30").await.must_be(200);
        let purged = || sigida::purge::run(&house.site().db, 30).unwrap();
        let there = "SELECT COUNT(*) AS value FROM accounts WHERE login = 'moussa'";
        house.clock.advance(31 * DAY);
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit(&crate::second::account_of(&admin, "moussa").await).await;
        page.form("Ajouter un rôle").fill("role", "overseer").press().await.must_be(200);
        crate::support::aside(purged);
        assert_eq!(count(&house, there).await, 1, "a role waits for them");
        house.clock.advance(8 * DAY);
        crate::support::aside(purged);
        assert_eq!(count(&house, there).await, 0);
    }
}

both! {
    /// Voices are kept as long as the setting says until an administrator sets the rule; then the rule wins, in the record too.
    async fn the_rule_of_voices_that_an_administrator_sets_wins_over_the_setting(house: House) {
        let house = world(house);
        let filed = send(&house, "light", "", &[("voice", "v.ogg", &makers::opus(2))]).await;
        let concern = crate::concerns::number_on(filed.must_be(200));
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&format!("/fr/desk/concerns/{concern}")).await;
        page.form("/media/").fill("transcript", "La rue est sans lumière.").press().await.must_be(200);
        let site = house.site();
        let look = || site.db.read_now(|conn| sigida::purge::look(conn, house.clock.now(), 30)).unwrap();
        let ruled = "SELECT COUNT(*) AS value FROM retention_rules WHERE name = 'sound'";
        let kept = "SELECT COUNT(*) AS value FROM media WHERE deleted_at IS NULL";

        let admin = sign_in(&house, "admin").await.visit("/fr/admin/retention").await;
        assert_eq!(admin.form("/fr/admin/retention").value("sound"), "30", "the setting is the first value");
        set_rule(&house, "identity", "91").await.must_be(200);
        assert_eq!(count(&house, ruled).await, 0, "who sets another rule sets this one too");
        set_rule(&house, "sound", "60").await.must_be(200);
        house.clock.advance(31 * DAY);
        stores::sweep(&house).await;
        assert_eq!((count(&house, kept).await, crate::support::aside(look).sounds), (1, 0), "the setting's time is over, the rule's is not");
        let record = sign_in(&house, "controle").await.visit("/fr/oversight/record").await;
        record.must_be(200).must_have("Messages vocaux : 60 jours après leur transcription ou la clôture.");
        record.must_have("Noms sans compte sur les listes des réunions : 365 jours après la réunion.");
        record.must_have("Comptes d’habitants sans visite : pas de durée fixée");
        house.clock.advance(30 * DAY);
        let dry = crate::support::aside(look);
        let went = crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap());
        assert_eq!((dry.sounds, went.sounds, count(&house, kept).await), (1, 1, 0));
    }
}
