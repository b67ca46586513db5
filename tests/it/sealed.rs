//! Sealed kinds (R9, O6): what is said of police conduct is oversight's, what a special desk reads is that desk's, and
//! everybody else's pages are the same to the letter whether it was filed or not.

use crate::concerns::{file, follow, published};
use crate::support::world::{harm, number, sign_in, words, world};
use crate::support::{House, Page, Person, both};
use sigida::base::Id;
use sigida::policy::Access;
use std::collections::BTreeMap;

/// A word that stands in the concern and nowhere else.
const MARK: &str = "zanfarala";

/// A page without what differs each time: form tokens, on pages and in what the patrol's telephone fetches.
fn constant(page: &Page) -> String {
    let mut kept = page.body.clone();
    for mark in ["name=\"_token\" value=\"", "{\"token\":\""] {
        let parts: Vec<String> = kept.split(mark).map(str::to_owned).collect();
        let cut = |part: &String| part.find('"').map_or(String::new(), |end| part[end..].to_owned());
        kept = parts
            .iter()
            .enumerate()
            .map(|(n, part)| if n == 0 { part.clone() } else { format!("{mark}{}", cut(part)) })
            .collect();
    }
    let way: String = page.redirects.iter().map(|step| format!("{} {}\n", step.status, step.to)).collect();
    format!("{} {way}{kept}", page.status)
}

/// Every address that can be asked for, of every route of the table, with the things of the sample and a number in it; and the
/// lists as they are searched and narrowed.
async fn addresses(house: &House, concern: &str) -> Vec<String> {
    let first = async |sql: &str| {
        Id::<()>::new(number(house, &format!("SELECT MIN(id) AS value FROM {sql}")).await).to_string()
    };
    let unit = "(SELECT id FROM units WHERE slug = 'commune-1-ouest')";
    let patrol = first(&format!("patrols WHERE unit_id = {unit}")).await;
    let things: BTreeMap<&str, String> = [
        ("/{l}/areas/{slug}", "banconi".into()),
        ("/{l}/units/{slug}", "commune-1-ouest".into()),
        ("/{l}/forums/{slug}", "ccs-commune-1".into()),
        ("/{l}/desk/patrols/{id}", patrol.clone()),
        ("/{l}/desk/referrals/{id}", first("referrals").await),
        ("/{l}/threads/{id}", first("threads").await),
        ("/{l}/committee/threads/{id}", first("threads").await),
        ("/{l}/committee/posts/{id}", first("posts").await),
        ("/{l}/posts/{id}", first("posts").await),
        ("/{l}/committee/commitments/{id}", first("commitments").await),
        ("/{l}/meetings/{id}", first("meetings").await),
        ("/{l}/committee/meetings/{id}", first("meetings").await),
        ("/{l}/committee/{committee}", first("committees").await),
        ("/{l}/admin/accounts/{id}", first("accounts").await),
        ("/{l}/admin/areas/{id}", first("areas").await),
        ("/{l}/admin/units/{id}", first("units").await),
        ("/{l}/admin/categories/{id}", first("categories").await),
        ("/{l}/admin/committees/{id}", first("committees").await),
        ("/{l}/admin/partners/{id}", first("partners").await),
        ("/{l}/admin/numbers/{id}", first("emergency_numbers").await),
        ("/{l}/admin/support/{id}", first("support_services").await),
        ("/{l}/oversight/threats/{id}", first("checkbacks WHERE answer = 'yes'").await),
    ]
    .into();
    let mut all = Vec::new();
    for route in sigida::app::table() {
        // What machines ask says nothing of concerns; leaving and the other side of signing in change who asks; how many are signed
        // in changes with whoever reads next.
        if route.method != "GET"
            || route.policy == Access::Machine
            || route.pattern == "/{l}/leave"
            || route.pattern == "/{l}/admin/sessions"
        {
            continue;
        }
        let mut path = route.pattern.to_owned();
        for (pattern, thing) in &things {
            if let Some(rest) = path.strip_prefix(pattern) {
                let stem = &pattern[..pattern.rfind('/').unwrap()];
                path = format!("{stem}/{thing}{rest}");
            }
        }
        let path = path.replace("{l}", "fr").replace("{number}", concern);
        // Whatever is left names a thing by an id that may as well be the concern's.
        let parts = path.split('/').map(|part| if part.starts_with('{') { concern } else { part });
        all.push(parts.collect::<Vec<_>>().join("/"));
    }
    for list in ["/fr/concerns", "/fr/desk"] {
        for query in [
            format!("q={MARK}"),
            format!("q={concern}"),
            "area=banconi".into(),
            "category=police-conduct".into(),
            "category=violence-gender".into(),
            "state=received".into(),
            "tab=owed".into(),
            "tab=late".into(),
            "tab=all".into(),
        ] {
            all.push(format!("{list}?{query}"));
        }
    }
    all.push(format!("/fr/areas?q={MARK}"));
    all.push("/fr/units/bureau-protection".into());
    all.push("/fr/units/bureau-district".into());
    all
}

struct Reader {
    who: &'static str,
    person: Person,
}

/// Pages are compared here, and held to the rules of HTML elsewhere.
async fn readers(house: &House, logins: &[&'static str]) -> Vec<Reader> {
    let mut readers = vec![Reader { who: "a visitor", person: house.person().await.without_checks() }];
    for who in logins {
        let person = sign_in(house, who).await.without_checks();
        // Looking at one's news, or reading what one follows, changes every page's count of it: that is done before anything is
        // compared.
        person.visit("/fr/account/following").await;
        let followed = person.visit("/fr/account/discussions").await;
        if let Some(form) = followed.forms().into_iter().find(|form| form.action().ends_with("/account/discussions")) {
            form.press().await.must_be(200);
        }
        readers.push(Reader { who, person });
    }
    readers
}

/// What every reader gets at every address.
async fn all_pages(readers: &[Reader], addresses: &[String]) -> BTreeMap<(&'static str, String), String> {
    let mut pages = BTreeMap::new();
    for reader in readers {
        for address in addresses {
            pages.insert((reader.who, address.clone()), constant(&reader.person.visit(address).await));
        }
    }
    pages
}

/// Compares; the first lines that differ stand in the message.
#[track_caller]
fn same(
    before: &BTreeMap<(&'static str, String), String>,
    after: &BTreeMap<(&'static str, String), String>,
    what: &str,
) {
    let mut told = Vec::new();
    for (key, now) in after {
        let then = &before[key];
        if now.to_lowercase().contains(MARK) && !key.1.contains(MARK) {
            told.push(format!("{key:?} shows its words"));
        }
        if now != then {
            let line = now.lines().zip(then.lines()).find(|(now, then)| now != then);
            told.push(format!("{key:?} changed: {line:?}"));
        }
    }
    assert!(told.is_empty(), "{what}:\n{}", told.join("\n"));
}

/// The number that the next concern of the year will have.
async fn next_number(house: &House) -> String {
    let last = number(house, "SELECT CAST(MAX(serial) AS BIGINT) AS value FROM concerns WHERE year = 2026").await;
    format!("BKO-2026-{:05}", last + 1)
}

const OTHERS: [&str; 10] = [
    "awa",
    "relais.banconi",
    "agent.c1-ouest",
    "chef.c1-ouest",
    "chef.c4-est",
    "chef.district",
    "moderation.c1",
    "presidence.c1",
    "service.mairie",
    "admin",
];

both! {
    /// O6: at every address of the program, for everybody but oversight, a complaint about the police changes not one letter:
    /// not when it is filed, nor when oversight answers, asks, and closes it.
    async fn a_complaint_about_the_police_changes_no_page_of_anybody_but_oversight(house: House) {
        let house = world(house);
        let next = next_number(&house).await;
        let places = addresses(&house, &next).await;
        let readers = readers(&house, &[&OTHERS[..], &["agent.protection", "service.justice"]].concat()).await;
        let before = all_pages(&readers, &places).await;
        let filed = file(&house, "police-conduct", "banconi", "Un policier demande 2000 francs, zanfarala.", "").await;
        assert_eq!(filed.number, next, "the address asked for before is the complaint's");
        same(&before, &all_pages(&readers, &places).await, "after it was filed");
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit(&filed.at_desk()).await;
        page.must_have(MARK).form("Répondre").fill("answer", "Le contrôle ouvre une enquête.").press().await.must_be(200);
        let page = overseer.visit(&filed.at_desk()).await;
        page.form("C’est réglé").fill("done", "Une sanction est prise.").press().await.must_be(200);
        same(&before, &all_pages(&readers, &places).await, "after oversight answered and closed it");
    }
}

both! {
    /// R9: what a special desk reads changes no page of anybody else: neither the unit of the place nor the district's desk,
    /// nor oversight, nor a service that was not asked.
    async fn violence_changes_no_page_of_anybody_but_its_desk(house: House) {
        let house = world(house);
        let next = next_number(&house).await;
        let places = addresses(&house, &next).await;
        let readers = readers(&house, &[&OTHERS[..], &["controle", "service.justice"]].concat()).await;
        // Oversight reads complaints about police on the way, which the ledger notes, once an hour: their own data count it.
        let overseer = readers.iter().position(|reader| reader.who == "controle").expect("oversight reads");
        all_pages(&readers[overseer..=overseer], &places).await;
        let before = all_pages(&readers, &places).await;
        let filed = file(&house, "violence-gender", "banconi", "Une femme est battue, zanfarala.", "").await;
        assert_eq!(filed.number, next, "the address asked for before is the concern's");
        same(&before, &all_pages(&readers, &places).await, "after it was filed");
        let desk = sign_in(&house, "agent.protection").await;
        let inbox = desk.visit("/fr/desk").await;
        assert!(inbox.links().iter().any(|l| l.href == filed.at_desk()), "the desk's inbox does not hold it");
        let page = desk.visit(&filed.at_desk()).await;
        let services: Vec<String> = page.form("Transmettre").options("partner").into_iter().map(|(slug, _)| slug).collect();
        assert_eq!(services, ["", "justice", "services-sociaux"], "what is sealed may go to these services only");
        let form = page.form("Transmettre").tamper("partner", "mairie").fill("errand", "Un abri pour la nuit.");
        form.press().await.must_be(404);
        page.form("Transmettre").fill("partner", "services-sociaux").fill("errand", "Un abri pour la nuit.").press().await.must_be(200);
        same(&before, &all_pages(&readers, &places).await, "after the desk referred it to a service");
        let service = sign_in(&house, "service.services-sociaux").await.visit("/fr/desk/referrals").await;
        service.must_have(&filed.number);
        follow(&house, &filed.code).await.must_have("Services sociaux").must_have("Centre d'accueil pour femmes");
    }
}

both! {
    /// While no desk is named, the chief of the district's desk reads alone; once one is, it is that desk's at once.
    async fn without_a_desk_the_district_s_chief_reads_alone_until_one_is_named(house: House) {
        let house = world(house);
        let filed = file(&house, "trafficking", "banconi", "Des filles partent la nuit, zanfarala.", "").await;
        let reads = async |login: &str| sign_in(&house, login).await.visit(&filed.at_desk()).await.status;
        for (login, status) in [("chef.district", 200), ("agent.district", 404), ("agent.protection", 404), ("chef.c1-ouest", 404), ("controle", 404)] {
            assert_eq!(reads(login).await, status, "{login}");
        }
        let chief = sign_in(&house, "chef.district").await;
        let page = chief.visit(&filed.at_desk()).await;
        let names: Vec<String> = page.form("Confier").options("assignee").into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.len(), 2, "only who could open it may be given it: {names:?}");
        page.form("Confier").fill("assignee", &names[1]).press().await.must_be(200);
        let admin = sign_in(&house, "admin").await;
        admin.visit("/fr/admin").await.must_have("n’a pas de bureau spécialisé");
        let desk = number(&house, "SELECT id AS value FROM units WHERE slug = 'bureau-protection'").await;
        let address = format!("/fr/admin/units/{}", Id::<()>::new(desk));
        let form = admin.visit(&address).await.form(&address);
        form.fill("desk", "Traite des personnes").press().await.must_be(200);
        for (login, status) in [("chef.district", 404), ("agent.protection", 200), ("chef.protection", 200)] {
            assert_eq!(reads(login).await, status, "{login} once a desk is named");
        }
        let held = number(&house, &format!("SELECT COUNT(*) AS value FROM concerns WHERE unit_id = {desk} AND assignee_id IS NOT NULL AND category_id = (SELECT id FROM categories WHERE slug = 'trafficking')")).await;
        assert_eq!(held, 0, "whoever held it at the district's desk holds it no more");
        // The next one goes there from the start, wherever it is filed.
        let other = file(&house, "trafficking", "lafiabougou", "Des filles partent la nuit de Lafiabougou.", "").await;
        sign_in(&house, "agent.protection").await.visit(&other.at_desk()).await.must_be(200);
    }
}

both! {
    /// P7, R9: what becomes sealed leaves the unit of the place in that very deed, with whoever held it, the service it stood with
    /// and the patrols that cited it; the reporter is told, and the public sees nothing any more.
    async fn what_becomes_sealed_leaves_the_unit_its_service_and_its_patrols_at_once(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Des cris toutes les nuits, zanfarala.").await;
        let (officer, chief) = (sign_in(&house, "agent.c1-ouest").await, sign_in(&house, "chef.c1-ouest").await);
        let page = chief.visit(&filed.at_desk()).await;
        let name = page.form("Confier").options("assignee")[1].1.clone();
        page.form("Confier").fill("assignee", &name).press().await.must_be(200);
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Transmettre").fill("partner", "mairie").fill("errand", "Un bar sans permis.").press().await.must_be(200);
        let service = sign_in(&house, "service.mairie").await;
        let errand = Id::<()>::new(number(&house, "SELECT MAX(id) AS value FROM referrals").await);
        service.visit(&format!("/fr/desk/referrals/{errand}")).await.must_be(200);
        // A patrol of the unit went there.
        let stop = "(SELECT MAX(s.id) FROM patrol_stops s JOIN patrols p ON p.id = s.patrol_id JOIN units u ON u.id = p.unit_id WHERE u.slug = 'commune-1-ouest')";
        let (year, serial) = filed.number.trim_start_matches("BKO-").split_once('-').unwrap();
        let concern = format!("(SELECT id FROM concerns WHERE year = {year} AND serial = {})", serial.trim_start_matches('0'));
        harm(&house, &format!("INSERT INTO stop_concerns (stop_id, concern_id) VALUES ({stop}, {concern})")).await;
        let patrol = Id::<()>::new(number(&house, &format!("SELECT patrol_id AS value FROM patrol_stops WHERE id = {stop}")).await);
        let patrol = format!("/fr/desk/patrols/{patrol}");
        chief.visit(&patrol).await.must_have(&filed.number);

        let page = officer.visit(&filed.at_desk()).await;
        let after = page.form("Changer la catégorie").fill("category", "violence-gender").press().await;
        assert!(after.redirects.first().is_some_and(|step| step.to.starts_with("/fr/desk?")), "{}", after.described());
        for person in [&officer, &chief] {
            person.visit(&filed.at_desk()).await.must_be(404);
            person.visit(&patrol).await.must_be(200).must_not_have(&filed.number);
            for list in ["/fr/desk", "/fr/desk?tab=all&q=zanfarala", "/fr/desk?mine=yes", "/fr/desk?tab=referred"] {
                assert!(!person.visit(list).await.body.contains(&filed.number), "{list} still lists it");
            }
        }
        service.visit(&format!("/fr/desk/referrals/{errand}")).await.must_be(404);
        service.visit("/fr/desk/referrals").await.must_not_have(&filed.number);
        house.person().await.visit(&filed.public()).await.must_be(404);
        house.person().await.visit(&format!("/fr/concerns?q={MARK}")).await.must_not_have(&filed.number);
        let desk = sign_in(&house, "agent.protection").await.visit(&filed.at_desk()).await;
        desk.must_be(200).must_have(MARK).must_have("Repris, dossier protégé");
        assert!(desk.form("Répondre").fields().contains(&"answer"));
        follow(&house, &filed.code).await.must_have("Un bureau spécialisé et vous");
        // What was told to the desk stays with it, whatever kind it is called.
        let page = desk.form("Changer la catégorie").fill("category", "noise").press().await;
        page.must_be(200);
        chief.visit(&filed.at_desk()).await.must_be(404);
        let stands = words(&house, &format!("SELECT audience AS value FROM concerns WHERE id = {concern}")).await;
        assert_eq!(stands, ["sealed"]);
    }
}

both! {
    /// A patrol is read by a whole unit: what is sealed is not to be cited in one, typed or ticked.
    async fn what_is_sealed_is_cited_in_no_patrol(house: House) {
        let house = world(house);
        let filed = file(&house, "violence-gender", "banconi", "Une femme est battue, zanfarala.", "").await;
        let officer = sign_in(&house, "agent.protection").await;
        let page = officer.visit("/fr/desk/patrols/new").await;
        let page = page.form("/fr/desk/patrols/new").fill("objective", "Voir la famille").press().await;
        page.must_be(200);
        let form = page.form(&format!("{}/stops", page.path));
        let page = form.fill("area", "banconi").fill("place", "Le puits").press().await;
        page.must_be(200).must_not_have(MARK).must_not_have(&filed.number);
        house.clock.advance(900);
        let page = officer.visit(&page.path).await;
        let stop = page.form("/stops/");
        let refused = stop.fill("numbers", &filed.number).press().await;
        refused.must_be(422);
        let cited = number(
            &house,
            "SELECT COUNT(*) AS value FROM stop_concerns WHERE concern_id = (SELECT MAX(id) FROM concerns)",
        )
        .await;
        assert_eq!(cited, 0);
    }
}

both! {
    /// Help comes before the questions of a grave kind, can be passed by, and is hidden until somebody called it.
    async fn help_stands_before_the_questions_and_only_once_somebody_called_it(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        let page = visitor.visit("/fr/concerns/new?category=violence-gender").await;
        let (help, questions) = (page.body.find("Centre d&#39;accueil").or(page.body.find("Centre d&#x27;accueil")).or(page.body.find("Centre d'accueil")), page.body.find("id=\"questions\""));
        assert!(help.unwrap_or(usize::MAX) < questions.unwrap(), "help comes after the questions");
        page.must_have("exemple").must_have("Continuer").must_have("Quitter vite");
        visitor.visit("/fr/concerns/new?category=noise").await.must_not_have("Aide tout de suite");
        let bambara = visitor.visit("/bm/concerns/new?category=violence-gender").await;
        bambara.must_have("Dɛmɛ sisan").must_have("Musow bisimiliso");
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/support/new").await;
        let form = page.form("/fr/admin/support/new").fill("name_fr", "Maison des femmes").fill("name_bm", "Musow ka so");
        let form = form.fill("what_fr", "Écoute et abri").fill("what_bm", "Lamɛnni ani siyɔrɔ").fill("phone", "00 00 00 30").fill("kind", "Violence (femme, famille)");
        form.press().await.must_be(200).must_have("Maison des femmes").must_have("Pas vérifié");
        visitor.visit("/fr/concerns/new?category=violence-gender").await.must_not_have("Maison des femmes");
        let id = Id::<()>::new(number(&house, "SELECT MAX(id) AS value FROM support_services").await);
        let address = format!("/fr/admin/support/{id}");
        admin.visit(&address).await.form(&address).fill("verified_on", "2026-11-20").press().await.must_be(200);
        visitor.visit("/fr/concerns/new?category=violence-gender").await.must_have("Maison des femmes");
        visitor.visit("/fr/concerns/new?category=trafficking").await.must_not_have("Maison des femmes");
    }
}
