//! The sweep (A1): every address × every kind of person × own and foreign things, against `access.csv`, which people read.
//!
//! A cell says what the person gets: a status; `login` for being led to the sign-in form; of a POST with a token and nothing
//! else, `ok` when its deed may be done (200, 303, 400, 409 or 422) whatever then becomes of an empty form. A part of a pattern may
//! name which thing is meant: `{number:conduct}`. An address missing from the table fails the test.

use crate::concerns::{file, published};
use crate::media;
use crate::support::world::{number, sign_in, world};
use crate::support::{House, Page, Person, both};
use reqwest::Method;
use sigida::base::Id;
use std::collections::{BTreeMap, BTreeSet};

/// The columns: what they are called, and who of the demonstration it is. The things are those of `commune-1-ouest`, of the
/// committee of the Commune I and of the mairie.
pub(crate) const PEOPLE: [(&str, &str); 15] = [
    ("nobody", ""),
    ("resident", "awa"),
    ("relay", "relais.banconi"),
    ("officer", "agent.c1-ouest"),
    ("chief", "chef.c1-ouest"),
    ("officer elsewhere", "agent.c1-est"),
    ("chief elsewhere", "chef.c4-est"),
    ("moderator", "moderation.c1"),
    ("moderator elsewhere", "moderation.c4"),
    ("chair", "presidence.c1"),
    ("chair elsewhere", "presidence.c4"),
    ("partner", "service.mairie"),
    ("partner elsewhere", "service.justice"),
    ("overseer", "controle"),
    ("admin", "admin"),
];

/// Forms that end the session of who sends them, or everybody else's.
pub(crate) const ENDING: [&str; 3] = ["/{l}/logout", "/{l}/account/sessions", "/{l}/admin/sessions"];

/// The table as it is checked in: method and pattern to cells.
pub(crate) fn table() -> BTreeMap<(String, String), Vec<String>> {
    let mut lines = include_str!("access.csv").lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').skip(2).collect();
    assert_eq!(head, PEOPLE.map(|(name, _)| name), "the columns");
    let mut table = BTreeMap::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let mut cells = line.split(',').map(|cell| cell.trim().to_owned());
        let key = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let cells: Vec<String> = cells.collect();
        assert_eq!(cells.len(), PEOPLE.len(), "{line}");
        assert!(table.insert(key, cells).is_none(), "twice: {line}");
    }
    table
}

/// A pattern without which thing is meant.
pub(crate) fn bare(pattern: &str) -> String {
    let part = |part: &str| match part.strip_prefix('{').and_then(|p| p.split_once(':')) {
        Some((name, _)) => format!("{{{name}}}"),
        None => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The things the addresses are about: a part under its pattern's beginning, to what stands in the address.
pub(crate) struct Things(Vec<(&'static str, &'static str, String)>);

impl Things {
    pub(crate) async fn of(house: &House) -> Things {
        let public = published(house, "noise", "banconi", "Le moulin tourne toute la nuit.").await.number;
        let waiting = file(house, "noise", "banconi", "Le bar joue toute la nuit.", "public").await.number;
        let conduct = file(house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await.number;
        let named = crate::custody::file_named(house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await.number;
        crate::rights::asked(house, "awa").await;
        let sealed = file(house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await;
        let private = file(house, "assault", "banconi", "On me menace tous les soirs devant ma porte.", "").await;
        let mut referred = Vec::new();
        // The desk of the kind may refer what is sealed to some services, the unit of the place what is not to all.
        for (login, filed, to) in [("agent.protection", &sealed, "justice"), ("agent.c1-ouest", &private, "mairie")] {
            let page = sign_in(house, login).await.visit(&filed.at_desk()).await;
            let form = page.form("Transmettre").fill("partner", to).fill("errand", "Un abri pour la nuit.");
            form.press().await.must_be(200);
            let newest = number(house, "SELECT MAX(id) AS value FROM referrals").await;
            referred.push(Id::<()>::new(newest).to_string());
        }
        let admin = sign_in(house, "admin").await;
        let page = admin.visit("/fr/admin/routings").await;
        let form = page.form("/fr/admin/routings").fill("area", "Commune I – Sotuba").fill("category", "Autre");
        form.fill("unit", "Bureau du district (exemple)").press().await.must_be(200);
        let serial = "SELECT CAST(MIN(serial) AS BIGINT) AS value FROM concerns WHERE account_id = (SELECT id FROM accounts WHERE login = 'awa')";
        let year = "SELECT CAST(MIN(year) AS BIGINT) AS value FROM concerns";
        let awa = format!("BKO-{}-{:05}", number(house, year).await, number(house, serial).await);
        let page = sign_in(house, "agent.c1-ouest").await.visit("/fr/desk?tab=late").await;
        page.form("/desk/filters").fill("name", "En retard").press().await.must_be(200);
        let media = media::things(house).await;
        let page = admin.visit("/fr/admin/categories").await.click("Autre").await;
        let form = page.form("Son : Français").attach("sound", "s.ogg", "audio/ogg", &media::recording());
        form.press().await.must_be(200);
        let form = admin.visit("/fr/admin/sounds").await.form("Ce que nous savons de vous – Français");
        form.attach("sound", "s.ogg", "audio/ogg", &media::recording()).press().await.must_be(200);
        let now = house.clock.now().seconds();
        let id = async |sql: &str| Id::<()>::new(number(house, sql).await).to_string();
        let committee = "(SELECT id FROM committees WHERE slug = 'ccs-commune-1')";
        let unit = "(SELECT id FROM units WHERE slug = 'commune-1-ouest')";
        let upcoming = format!("FROM meetings WHERE committee_id = {committee} AND starts_at > {now}");
        let account = "(SELECT id FROM accounts WHERE login = 'agent.c6')";
        let meeting = id(&format!("SELECT MIN(id) AS value {upcoming}")).await;
        let of_meeting = format!("meeting_id = (SELECT MIN(id) {upcoming})");
        let patrol = format!(
            "(SELECT MAX(patrol_id) FROM patrol_stops WHERE patrol_id IN (SELECT id FROM patrols WHERE unit_id = {unit}))"
        );
        let record = format!(
            "INSERT INTO handovers (id, account_id, unit_id, way, by_id, at) SELECT 4242, id, {unit}, 'left', id, {now} FROM accounts WHERE login = 'agent.c6'"
        );
        crate::support::world::harm(house, &record).await;
        let handover = id("SELECT id AS value FROM handovers").await;
        let (appealed, appealed_concern) = crate::appeals::waiting(house).await;
        let [photo, photo_waiting, photo_conduct, photo_sealed] = media.photos;
        let [voice, voice_conduct, voice_sealed] = media.voices;
        let id_of = |word: &str| word.parse::<Id<()>>().expect("an id").raw();
        let of_photo = format!("FROM concerns WHERE id = (SELECT concern_id FROM media WHERE id = {})", id_of(&photo));
        let serial = number(house, &format!("SELECT CAST(serial AS BIGINT) AS value {of_photo}")).await;
        let pictured = format!("BKO-{}-{serial:05}", number(house, year).await);
        crate::redaction::redacted(house).await;
        crate::second::asked(house, "moussa").await;
        let grant = id("SELECT MAX(id) AS value FROM role_grants").await;
        let redaction = id("SELECT MAX(id) AS value FROM redactions").await;
        Things(vec![
            ("/media/photos", "{id}", photo.clone()),
            ("/media/photos", "{id:waiting}", photo_waiting),
            ("/media/photos", "{id:conduct}", photo_conduct),
            ("/media/photos", "{id:sealed}", photo_sealed),
            ("/media/voices", "{id}", voice.clone()),
            ("/media/voices", "{id:conduct}", voice_conduct),
            ("/media/voices", "{id:sealed}", voice_sealed),
            ("/media/prompts", "{id}", id("SELECT MIN(id) AS value FROM prompt_sounds").await),
            ("", "{prompt}", "honesty".into()),
            ("/media/sounds", "{id}", id("SELECT MIN(id) AS value FROM category_sounds").await),
            ("/{l}/desk/concerns", "{id}", voice),
            ("", "{l}", "fr".into()),
            ("", "{month}", "2026-11".into()),
            // Nobody's link: a good one is `reset.rs`'s matter.
            ("", "{token}", "abcd-efgh-jkmn".into()),
            ("", "{number}", public),
            ("", "{version}", "1".into()),
            ("/{l}/admin/rights", "{id}", id("SELECT MAX(id) AS value FROM rights_requests").await),
            ("", "{number:waiting}", waiting),
            ("", "{number:named}", named),
            ("", "{id:appealed}", appealed),
            ("", "{number:pictured}", pictured),
            ("", "{id:photo}", photo.clone()),
            ("/{l}/oversight/redactions", "{id}", redaction),
            ("", "{number:appealed}", appealed_concern),
            ("", "{number:conduct}", conduct),
            ("/{l}/oversight/custody/asks", "{id}", id("SELECT MAX(ask_id) AS value FROM custody_steps").await),
            ("", "{number:sealed}", sealed.number.clone()),
            ("", "{number:given}", private.number.clone()),
            ("/{l}/desk/concerns", "{id:errand}", referred[1].clone()),
            ("", "{number:awa}", awa),
            ("/feeds/areas", "{slug}.atom", "banconi.atom".into()),
            ("/{l}/areas", "{slug}", "banconi".into()),
            ("/feeds/rumours", "{slug}.atom", "banconi.atom".into()),
            ("/{l}/rumours/asks", "{id}", id("SELECT MIN(id) AS value FROM rumour_asks WHERE state = 'held'").await),
            ("/{l}/rumours", "{id}", id("SELECT MIN(id) AS value FROM rumours").await),
            ("/{l}/units", "{slug}", "commune-1-ouest".into()),
            ("/{l}/forums", "{slug}", "ccs-commune-1".into()),
            ("/{l}/desk/filters", "{id}", id("SELECT MAX(id) AS value FROM desk_filters").await),
            ("/{l}/desk/referrals", "{id:sealed}", referred[0].clone()),
            ("/{l}/desk/referrals", "{id}", referred[1].clone()),
            ("/{l}/desk/patrols", "{id}", id(&format!("SELECT {patrol} AS value")).await),
            ("/{l}/desk/patrols", "{stop}", id(&format!("SELECT MAX(id) AS value FROM patrol_stops WHERE patrol_id = {patrol}")).await),
            ("/{l}/desk/plans", "{id}", id(&format!("SELECT MAX(id) AS value FROM patrol_plans WHERE unit_id = {unit}")).await),
            ("/{l}/desk/plans", "{stop}", id(&format!(
                "SELECT MAX(id) AS value FROM planned_stops WHERE plan_id = (SELECT MAX(id) FROM patrol_plans WHERE unit_id = {unit})")).await),
            ("/{l}/desk/walls", "{id}", id(
                "SELECT MIN(walls.id) AS value FROM walls INNER JOIN areas ON areas.id = area_id WHERE areas.slug = 'banconi'").await),
            ("/{l}/posts", "{id}", id("SELECT MIN(id) AS value FROM posts WHERE edited_at IS NOT NULL").await),
            ("/{l}/threads", "{id}", id(&format!("SELECT MIN(id) AS value FROM threads WHERE committee_id = {committee}")).await),
            ("/{l}/committee/threads", "{id}", id(&format!("SELECT MIN(id) AS value FROM threads WHERE committee_id = {committee}")).await),
            ("/{l}/committee/posts", "{id}", id(&format!(
                "SELECT MIN(posts.id) AS value FROM posts INNER JOIN threads ON threads.id = thread_id WHERE committee_id = {committee}")).await),
            ("/{l}/commitments", "{id}", id(&format!(
                "SELECT MIN(id) AS value FROM commitments WHERE committee_id = {committee} AND owner_kind = 'unit' AND owner_id = {unit} AND state IN ('open', 'in_progress')")).await),
            ("/{l}/meetings", "{question}", id(&format!(
                "SELECT MIN(meeting_questions.id) AS value FROM meeting_questions INNER JOIN meetings ON meetings.id = meeting_id WHERE committee_id = {committee} AND meeting_questions.state = 'shown'")).await),
            ("/{l}/committee/questions", "{id}", id(&format!(
                "SELECT MIN(meeting_questions.id) AS value FROM meeting_questions INNER JOIN meetings ON meetings.id = meeting_id WHERE committee_id = {committee} AND meeting_questions.state = 'held'")).await),
            ("/{l}/meetings", "{id}", meeting.clone()),
            ("/{l}/committee/meetings", "{id}", meeting.clone()),
            ("/{l}/committee/meetings", "{item}", id(&format!("SELECT MIN(id) AS value FROM agenda_items WHERE {of_meeting}")).await),
            ("/calendars/meetings", "{id}.ics", format!("{meeting}.ics")),
            ("/calendars/areas", "{slug}.ics", "banconi.ics".into()),
            ("/calendars", "{slug}.ics", "ccs-commune-1.ics".into()),
            ("/feeds/forums", "{slug}.atom", "ccs-commune-1.atom".into()),
            ("/{l}/committee/meetings", "{correction}", id("SELECT MAX(id) AS value FROM minutes_corrections").await),
            ("/{l}/committee/meetings", "{row}", id(&format!("SELECT MIN(id) AS value FROM registrations WHERE {of_meeting}")).await),
            ("/{l}/committee", "{committee}", id(&format!("SELECT {committee} AS value")).await),
            ("/{l}/admin/accounts", "{id}", id(&format!("SELECT {account} AS value")).await),
            ("/{l}/admin/accounts", "{membership}", id(&format!("SELECT MAX(id) AS value FROM memberships WHERE account_id = {account}")).await),
            ("/{l}/admin/areas", "{id}", id("SELECT id AS value FROM areas WHERE slug = 'sotuba'").await),
            ("/{l}/admin/units", "{id}", id("SELECT id AS value FROM units WHERE slug = 'commune-6'").await),
            ("/{l}/admin/categories", "{id}", id("SELECT id AS value FROM categories WHERE slug = 'other'").await),
            ("/{l}/admin/questions", "{id}", id("SELECT MIN(id) AS value FROM questions").await),
            ("/{l}/admin/replies", "{id}", id("SELECT MIN(id) AS value FROM reply_templates").await),
            ("/{l}/admin/committees", "{id}", id("SELECT id AS value FROM committees WHERE slug = 'ccs-commune-4'").await),
            ("/{l}/admin/partners", "{id}", id("SELECT id AS value FROM partners WHERE slug = 'edm'").await),
            ("/{l}/admin/numbers", "{id}", id("SELECT MIN(id) AS value FROM emergency_numbers").await),
            ("/{l}/oversight/threats", "{id}", id("SELECT MIN(id) AS value FROM checkbacks WHERE answer = 'yes'").await),
            ("/{l}/desk/priorities", "{id}", id(&format!("SELECT MIN(line_id) AS value FROM unit_priorities WHERE unit_id = {unit}")).await),
            ("/{l}/desk/people", "{id}", id("SELECT id AS value FROM accounts WHERE login = 'agent.c1-ouest'").await),
            ("/{l}/desk/handovers", "{id}", handover.clone()),
            ("/{l}/admin/handovers", "{id}", handover),
            ("/{l}/posts", "{id}", id(&format!(
                "SELECT MIN(posts.id) AS value FROM posts INNER JOIN threads ON threads.id = thread_id WHERE posts.state = 'visible' AND committee_id = {committee}")).await),
            ("/{l}/admin/watch", "{id}", id("SELECT MIN(id) AS value FROM watch_words").await),
            ("/{l}/admin/holidays", "{id}", id("SELECT MIN(id) AS value FROM holidays").await),
            ("/{l}/admin/support", "{id}", id("SELECT MIN(id) AS value FROM support_services").await),
            ("/{l}/grants", "{id}", grant),
            ("/{l}/admin/slips", "{sheet}", "1".into()),
            ("/{l}/admin/routings", "{id}", id("SELECT MAX(id) AS value FROM routings WHERE category_id IS NOT NULL").await),
        ])
    }

    /// Means another thing by a part.
    pub(crate) fn name(&mut self, under: &'static str, part: &'static str, thing: String) {
        self.0.insert(0, (under, part, thing));
    }

    /// The address a pattern stands for.
    pub(crate) fn address(&self, pattern: &str) -> String {
        let part = |part: &str| {
            if !part.starts_with('{') {
                return part.to_owned();
            }
            let fits = |(under, name, _): &&(&str, &str, String)| *name == part && pattern.starts_with(under);
            let thing = self.0.iter().find(fits).unwrap_or_else(|| panic!("What is {part} in {pattern}?"));
            assert!(thing.2 != Id::<()>::new(0).to_string(), "The sample holds no {part} for {pattern}.");
            thing.2.clone()
        };
        pattern.split('/').map(part).collect::<Vec<_>>().join("/")
    }
}

/// Someone at their browser.
pub(crate) struct Visitor {
    pub(crate) login: &'static str,
    person: Person,
}

impl Visitor {
    pub(crate) async fn enter(house: &House, login: &'static str) -> Visitor {
        let person = if login.is_empty() { house.person().await } else { sign_in(house, login).await };
        // An empty form is none that a page would send: what it is answered need not be well made.
        Visitor { login, person: person.without_following().without_checks() }
    }

    /// Asks; a form with a token that was never used, since a used one only repeats its answer.
    pub(crate) async fn ask(&self, method: &str, path: &str) -> Page {
        if method == "GET" {
            return self.person.visit(path).await;
        }
        let (page, key) =
            if self.login.is_empty() { ("/fr/login", "/fr/login") } else { ("/fr/account", "/fr/account/profile") };
        let token = self.person.visit(page).await.form(key).value("_token");
        let body = url::form_urlencoded::Serializer::new(String::new()).append_pair("_token", &token).finish();
        let body = Some(("application/x-www-form-urlencoded".to_owned(), body.into_bytes()));
        self.person.request(Method::POST, path, &[("Sec-Fetch-Site", "same-origin")], body).await
    }
}

/// What a cell says of an answer.
pub(crate) fn cell(method: &str, answer: &Page) -> String {
    let to_login = answer.redirects.first().is_some_and(|step| step.to.starts_with("/fr/login?next="));
    match (method, answer.status) {
        (_, 303) if to_login => "login".into(),
        ("POST", 200 | 303 | 400 | 409 | 422) => "ok".into(),
        (_, status) => status.to_string(),
    }
}

#[test]
fn every_address_stands_in_the_table_and_nothing_else_does() {
    let listed: BTreeSet<(String, String)> =
        table().into_keys().map(|(method, pattern)| (method, bare(&pattern))).collect();
    let served: BTreeSet<(String, String)> =
        sigida::app::table().iter().map(|route| (route.method.to_owned(), route.pattern.to_owned())).collect();
    let lacking: Vec<_> = served.difference(&listed).map(|(m, p)| format!("{m},{p}")).collect();
    assert!(lacking.is_empty(), "access.csv lacks:\n{}", lacking.join("\n"));
    let extra: Vec<_> = listed.difference(&served).collect();
    assert!(extra.is_empty(), "access.csv knows what is not served: {extra:?}");
}

both! {
    /// A1: everybody gets what the table says, at every address.
    async fn everybody_gets_what_the_table_says_at_every_address(house: House) {
        let house = world(house);
        let things = Things::of(&house).await;
        let mut visitors = Vec::new();
        for (_, login) in PEOPLE {
            visitors.push(Visitor::enter(&house, login).await);
        }
        let (mut wrong, mut stuck) = (Vec::new(), Vec::new());
        // What ends every session of its sender comes last.
        let (ending, others): (Vec<_>, Vec<_>) =
            table().into_iter().partition(|((_, pattern), _)| ENDING.contains(&pattern.as_str()));
        for ((method, pattern), expected) in others.into_iter().chain(ending) {
            let path = things.address(&pattern);
            let mut got = Vec::new();
            for visitor in &visitors {
                let fresh = match ENDING.contains(&pattern.as_str()) {
                    true => Some(Visitor::enter(&house, visitor.login).await),
                    false => None,
                };
                let visitor = fresh.as_ref().unwrap_or(visitor);
                let answer = visitor.ask(&method, &path).await;
                got.push(cell(&method, &answer));
                // Whatever page answers a form, its language can be switched; but of a code, which is shown once.
                let code = || !answer.select(".slip .code").is_empty();
                if method == "POST" && answer.is_html() && answer.status != 303 && !code() {
                    let other = answer.attributes("a.lang", "href").into_iter().next().unwrap_or_default();
                    let there = visitor.person.visit(&other).await;
                    if there.status == 405 || other.is_empty() {
                        stuck.push(format!("{pattern}: {other} is {}", there.status));
                    }
                }
            }
            if got != expected {
                wrong.push(format!("{method},{pattern},{}\n  not {}", got.join(","), expected.join(",")));
            }
        }
        if let Some(place) = std::env::var_os("SIGIDA_ACCESS") {
            let lines: Vec<&str> = wrong.iter().filter_map(|line| line.lines().next()).collect();
            std::fs::write(place, lines.join("\n")).unwrap();
        }
        assert!(wrong.is_empty(), "{} addresses answer otherwise than access.csv says:\n{}", wrong.len(), wrong.join("\n"));
        stuck.dedup();
        assert!(stuck.is_empty(), "a form's answer cannot be read in the other language:\n{}", stuck.join("\n"));
    }
}
