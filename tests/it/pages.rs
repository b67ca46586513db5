//! Every page of the demonstration, as the right person, in both languages: well made, light, and wholly in its language.

use crate::support::page::fold;
use crate::support::world::{sign_in, world};
use crate::support::{House, Page, Person, on_sqlite};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The most a first view may weigh on the wire, with its style sheet.
const FIRST_VIEW: usize = 14_336;
/// The most any page may.
const ANY_PAGE: usize = 50_000;
/// Pages a reader follows links through; the sample holds fewer kinds than this.
const PATIENCE: usize = 90;

/// Who walks through the house; the first is nobody.
pub const READERS: [&str; 10] = [
    "",
    "awa",
    "agent.c1-ouest",
    "chef.c1-ouest",
    "moderation.c1",
    "presidence.c1",
    "service.mairie",
    "controle",
    "admin",
    "relais.banconi",
];

/// An address with what differs from thing to thing left out, to visit a few of each kind only.
pub fn kind(href: &str) -> String {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let known = |part: &str| {
        part.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !part.contains("commune") && !part.contains("ccs")
    };
    let parts: Vec<&str> = path.split('/').collect();
    let slugged =
        |at: usize| at == 3 && ["areas", "units", "forums"].contains(&parts.get(2).copied().unwrap_or_default());
    let part =
        |(at, part): (usize, &&str)| if known(part) && !slugged(at) { (*part).to_owned() } else { "*".to_owned() };
    parts.iter().enumerate().map(part).collect::<Vec<_>>().join("/")
}

/// Follows links from the beginning until no new kind of page is found: at most two pages of a kind.
pub async fn walk(person: &Person, begin: &[&str], mut look: impl FnMut(&str, &Page)) -> BTreeSet<String> {
    let mut queue: VecDeque<String> = begin.iter().map(|path| (*path).to_owned()).collect();
    let (mut seen, mut kinds) = (BTreeSet::new(), BTreeMap::<String, usize>::new());
    while let Some(path) = queue.pop_front() {
        let number = kinds.entry(kind(&path)).or_default();
        if *number >= 2 || seen.len() >= PATIENCE || !seen.insert(path.clone()) {
            continue;
        }
        *number += 1;
        let page = person.visit(&path).await;
        look(&path, &page);
        for link in page.links() {
            let here = page.lang();
            let href = link.href.split('#').next().unwrap_or_default().to_owned();
            if (href.starts_with(&format!("/{here}/")) || href == format!("/{here}")) && !href.ends_with("/leave") {
                queue.push_back(href);
            }
        }
    }
    seen
}

/// Where a reader begins.
pub fn begin(login: &str) -> Vec<&'static str> {
    let mut paths = vec![
        "/fr",
        "/fr/danger",
        "/fr/privacy",
        "/fr/moderation",
        "/fr/concerns",
        "/fr/forums",
        "/fr/areas",
        "/fr/units",
        "/fr/commitments",
    ];
    paths.extend(match login {
        "" => vec![
            "/fr/login",
            "/fr/signup",
            "/fr/follow",
            "/fr/proof",
            "/fr/concerns/new",
            "/fr/concerns/new?category=police-conduct",
        ],
        "agent.c1-ouest" | "chef.c1-ouest" => vec!["/fr/desk", "/fr/desk/new", "/fr/desk/patrols", "/fr/account"],
        "moderation.c1" | "presidence.c1" => vec!["/fr/committee", "/fr/account"],
        "service.mairie" => vec!["/fr/desk/referrals"],
        "controle" => vec!["/fr/oversight", "/fr/desk"],
        "admin" => vec!["/fr/admin", "/fr/admin/slips"],
        "relais.banconi" => vec!["/fr/relay"],
        _ => vec!["/fr/account", "/fr/account/password"],
    });
    paths
}

/// Visits every kind of page as one reader; everything that is wrong.
async fn walked(house: &House, login: &str) -> (BTreeSet<String>, Vec<String>) {
    let person = if login.is_empty() { house.person().await } else { sign_in(house, login).await };
    let person = person.without_checks();
    let css = person.visit("/fr/login").await.subresources().into_iter().next().expect("a style sheet");
    let sheet = person.visit(&css).await.wire_bytes;
    let mut wrong = Vec::new();
    let seen = walk(&person, &begin(login), |path, page| {
        let mut say =
            |what: String| wrong.push(format!("{} at {path}: {what}", if login.is_empty() { "nobody" } else { login }));
        if page.status != 200 {
            say(format!("a link leads to {}", page.status));
        }
        page.html_problems().into_iter().for_each(&mut say);
        if page.wire_bytes > ANY_PAGE {
            say(format!("{} bytes", page.wire_bytes));
        }
        if login.is_empty() && page.wire_bytes + sheet > FIRST_VIEW {
            say(format!(
                "a first view of {} bytes ({} and the style sheet's {sheet})",
                page.wire_bytes + sheet,
                page.wire_bytes
            ));
        }
        let files = page.subresources();
        if files.len() > 2 {
            say(format!("fetches {files:?}"));
        }
        // A message that was not found shows its key, or its argument's braces.
        for text in page.select("h1, h2, h3, label, legend, button, a, th, dt, dd, p, li") {
            let key = |word: &str| {
                word.matches('-').count() >= 1
                    && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                    && [
                        "web-",
                        "nav-",
                        "form-",
                        "desk-",
                        "forums-",
                        "admin-",
                        "account-",
                        "patrols-",
                        "filing-",
                        "follow-",
                        "concerns-",
                        "home-",
                        "state-",
                        "event-",
                        "slips-",
                        "proof-",
                        "assisted-",
                    ]
                    .iter()
                    .any(|start| word.starts_with(start))
            };
            if text.contains("{ $") || text.contains("{$") || text.split(' ').any(key) || text.contains('\u{2068}') {
                say(format!("an untranslated message: {text}"));
            }
        }
    })
    .await;
    wrong.sort();
    wrong.dedup();
    (seen, wrong)
}

on_sqlite! {
    /// Wherever links lead, each person finds well-made pages, light enough for 2G, without a dead end.
    async fn every_page_a_link_leads_to_is_there_well_made_and_light(house: House) {
        let house = world(house);
        let (mut wrong, mut kinds) = (Vec::new(), BTreeSet::new());
        for login in READERS {
            let (seen, faults) = walked(&house, login).await;
            kinds.extend(seen.iter().map(|path| kind(path)));
            wrong.extend(faults);
        }
        assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
        assert!(kinds.len() > 35, "too few kinds of pages were found: {kinds:#?}");
    }
}

/// Text nodes of the interface: outside what people wrote, names of places and units, and the switch itself.
fn phrases(page: &Page) -> BTreeSet<String> {
    let mine = page.lang();
    let texts = page.elements("body").into_iter().flat_map(|body| body.descendants()).filter_map(|node| {
        let text = node.value().as_text()?;
        // Whatever is marked as being in the other language, or quoted, is not ours.
        let foreign = node.ancestors().filter_map(scraper::ElementRef::wrap).any(|e| {
            let name = e.value().name();
            e.attr("lang").is_some_and(|lang| lang != mine && name != "html")
                || ["blockquote", "script", "style", "svg", "option", "time"].contains(&name)
        });
        (!foreign).then(|| fold(text))
    });
    texts
        .filter(|text| {
            text.split(' ').filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).count() >= 3
        })
        .collect()
}

on_sqlite! {
    /// C7: a page in Bambara speaks Bambara: no sentence of the interface is the same in both.
    async fn no_sentence_of_the_interface_stayed_french_in_bambara(house: House) {
        let house = world(house);
        let mut same: BTreeMap<String, String> = BTreeMap::new();
        for login in READERS {
            let person = if login.is_empty() { house.person().await } else { sign_in(&house, login).await };
            let person = person.without_checks();
            let mut paths = BTreeMap::new();
            walk(&person, &begin(login), |path, page| {
                if page.is_html() {
                    paths.insert(path.to_owned(), phrases(page));
                }
            }).await;
            for (path, french) in paths {
                let other = person.visit(&path.replacen("/fr", "/bm", 1)).await;
                if other.status != 200 {
                    same.insert(format!("({} in Bambara)", other.status), path);
                    continue;
                }
                assert_eq!(other.lang(), "bm", "{path}");
                for phrase in french.intersection(&phrases(&other)) {
                    // Names and what people of the demonstration wrote are the same in both.
                    same.entry(phrase.clone()).or_insert_with(|| path.clone());
                }
            }
        }
        let written = format!("{}{}{}", include_str!("../../src/sample/story.json"), include_str!("../../src/sample/reference.json"),
            include_str!("../../src/sample/bamako.geojson"));
        let locale: BTreeSet<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/fr")).unwrap().flatten()
            .flat_map(|entry| std::fs::read_to_string(entry.path()).unwrap().lines().map(fold).collect::<Vec<_>>()).collect();
        let ours = |phrase: &str| !written.contains(phrase) && locale.iter().any(|line| line.contains(phrase));
        let suspicious: Vec<String> = same.iter().filter(|(phrase, _)| ours(phrase) || phrase.starts_with('(')).map(|(p, at)| format!("{at}: {p}")).collect();
        assert!(suspicious.is_empty(), "the same in both languages:\n{}", suspicious.join("\n"));
    }
}

on_sqlite! {
    /// Both languages of a page point at each other, so that machines and people find the one they read.
    async fn both_languages_of_a_page_point_at_each_other(house: House) {
        let house = world(house);
        let person = house.person().await;
        for path in ["/fr", "/fr/concerns?area=banconi", "/fr/areas/banconi", "/fr/units/commune-1-ouest", "/fr/forums", "/fr/privacy"] {
            let french = person.visit(path).await;
            let there = french.attributes("link[rel=alternate][hreflang=bm]", "href").remove(0);
            let bambara = person.visit(&there).await;
            bambara.must_be(200);
            assert_eq!(bambara.attributes("link[rel=alternate][hreflang=fr]", "href"), [path], "{path}");
            // A place is called the same; everything else has a name in each language.
            let named = path.contains("/areas/") || path.contains("/units/");
            assert!(named || french.title() != bambara.title(), "{path} has one title in both languages");
        }
    }
}
