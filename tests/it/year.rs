//! A year of one committee, driven as people drive it: twelve meetings, sixty commitments, four hundred messages, eighty flags, twelve
//! appeals.
//! Nothing promised is lost, and nothing hidden is found.

use std::collections::BTreeMap;

use crate::commitments::{owner_word, promised, sign};
use crate::forums::{announced, public};
use crate::moderation::form_of;
use crate::support::world::{number, sign_in, words, world};
use crate::support::{House, Person, both};
use sigida::base::Id;

const DAY: i64 = 86_400;

/// Who owns what is promised: the kind of body, its address, who signs for it.
const OWNERS: [(&str, &str, &str); 3] = [
    ("unit", "commune-1-ouest", "chef.c1-ouest"),
    ("partner", "mairie", "service.mairie"),
    ("partner", "edm", "service.edm"),
];

/// Who writes in the discussions.
const WRITERS: [&str; 5] = ["awa", "moussa", "relais.banconi", "agent.c1-ouest", "service.mairie"];

/// A commitment: its page, its words, who signs for its owner.
struct Promise {
    page: String,
    body: String,
    login: &'static str,
}

/// The id at the end of an address, as the database keeps it.
fn raw(address: &str) -> i64 {
    let id: Option<Id<()>> = address.rsplit('/').next().and_then(|id| id.parse().ok());
    id.unwrap_or_else(|| panic!("{address} ends in no id")).raw()
}

/// Five promises of a month: one is kept, one given up, one claimed by one side alone, one answered, one forgotten.
async fn promises_of_a_month(
    house: &House,
    moderator: &Person,
    month: usize,
    words_of: &[(String, &'static str)],
) -> Vec<Promise> {
    let due = house.clock.now().plus(29 * DAY).day().to_string();
    let mut made = Vec::new();
    for n in 0..5 {
        let body = format!("ANNÉE-{month:02}-{n}");
        let (word, login) = &words_of[(month + n) % words_of.len()];
        let page = promised(house, moderator, &body, word, &due).await;
        let owner = sign_in(house, login).await;
        match n {
            0 => {
                sign(&owner, &page, "owner", "keep", "").await.must_be(200);
                sign(moderator, &page, "community", "accept", "").await.must_be(200);
            }
            1 => {
                sign(moderator, &page, "community", "abandon", "Plus utile.").await.must_be(200);
                sign(&owner, &page, "owner", "accept", "").await.must_be(200);
            }
            2 => drop(sign(&owner, &page, "owner", "keep", "").await.must_be(200)),
            3 => drop(sign(&owner, &page, "owner", "answer", "Bientôt.").await.must_be(200)),
            _ => {}
        }
        made.push(Promise { page, body, login });
    }
    made
}

/// Every promise that two sides have not settled stands on this agenda, and no other one.
async fn agenda_holds_what_is_open(house: &House, visitor: &Person, meeting: &str, promises: &[Promise], month: usize) {
    let agenda = visitor.visit(meeting).await.text();
    let states =
        words(house, "SELECT CAST(id AS TEXT) || ' ' || state AS value FROM commitments WHERE body LIKE 'ANNÉE%'")
            .await;
    let states: BTreeMap<i64, String> = states
        .iter()
        .filter_map(|row| row.split_once(' '))
        .map(|(id, state)| (id.parse().expect("an id"), state.to_owned()))
        .collect();
    for Promise { page, body, login } in promises {
        let state = states[&raw(page)].as_str();
        let open = !["kept", "abandoned"].contains(&state);
        assert_eq!(
            agenda.contains(body),
            open,
            "{body} of {login} is {state}; the agenda of month {month} says otherwise"
        );
    }
}

/// A month's talk: messages in the meeting's discussion and the quartier's, ten minutes apart so that nobody floods. The addresses
/// of the messages, each with who wrote it.
async fn talk_of_a_month(
    house: &House,
    people: &[(&'static str, Person)],
    places: &[String],
    month: usize,
    many: usize,
) -> Vec<(String, usize)> {
    let mut said = Vec::new();
    for n in 0..many {
        let (_, person) = &people[n % people.len()];
        let place = &places[n % places.len()];
        let body = format!("Message {month:02}-{n:02} MOT{month:02}X{n:02} sur la rue et ses lampes.");
        let page = person.visit(place).await;
        form_of(&page, "body").fill("body", &body).press().await.must_be(200);
        let id =
            number(house, &format!("SELECT id AS value FROM posts WHERE body LIKE '%MOT{month:02}X{n:02}%'")).await;
        said.push((Id::<()>::new(id).to_string(), n % people.len()));
        if n % people.len() == people.len() - 1 {
            house.clock.advance(2 * 60 + 1);
        }
    }
    said
}

/// An author appeals once, somebody else answers in writing, and the author reads the answer.
async fn appeal(house: &House, author: &Person, post: &str, upheld: bool) {
    let page = author.visit(&format!("/fr/posts/{post}/appeal")).await;
    form_of(&page, "words").fill("words", "Je ne nomme personne.").press().await.must_be(200);
    let other = sign_in(house, "moderation.c1.2").await;
    let page = other.visit(&format!("/fr/committee/posts/{post}")).await;
    let button = if upheld { "Accepter et montrer" } else { "Rejeter" };
    form_of(&page, "answer")
        .fill("answer", &format!("Relu ensemble, {button}."))
        .press_button(button)
        .await
        .must_be(200);
    author.visit(&format!("/fr/posts/{post}/appeal")).await.must_have(&format!("Relu ensemble, {button}."));
}

/// Where a text of a discussion could stand for somebody, beside the discussions themselves.
const PLACES: [&str; 22] = [
    "/fr",
    "/bm",
    "/fr/areas",
    "/fr/areas/banconi",
    "/fr/forums",
    "/fr/forums/ccs-commune-1",
    "/fr/forums/ccs-commune-1/bulletins",
    "/fr/moderation",
    "/bm/moderation",
    "/fr/concerns",
    "/fr/concerns?q=CACHÉ",
    "/fr/commitments",
    "/fr/rumours",
    "/fr/units/commune-1-ouest",
    "/feeds/forums/ccs-commune-1.atom",
    "/feeds/areas/banconi.atom",
    "/feeds/rumours/banconi.atom",
    "/calendars/ccs-commune-1.ics",
    "/fr/account",
    "/fr/account/following",
    "/fr/account/discussions",
    "/fr/account/discussions/digest",
];

/// Every page of a discussion, from its first on.
async fn pages_of(person: &Person, thread: &str) -> Vec<String> {
    let mut bodies = Vec::new();
    let mut next = Some(thread.to_owned());
    while let Some(address) = next.take() {
        let page = person.visit(&address).await;
        next = page
            .links()
            .into_iter()
            .find(|l| l.href.starts_with("/fr/threads/") && l.href.contains("after="))
            .map(|l| l.href);
        bodies.push(page.body);
        assert!(bodies.len() < 60, "{thread} never ends");
    }
    bodies
}

both! {
    /// M7, N3, D5, D6, D7: every promise ends by two signatures or stands on the next agenda; what was hidden is found nowhere.
    async fn a_year_loses_no_promise_and_shows_nothing_hidden(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        let mut words_of = Vec::new();
        for (kind, slug, login) in OWNERS {
            words_of.push((owner_word(&house, kind, slug).await, login));
        }
        let (mut promises, mut said, mut hidden, mut threads) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut flags = 0;
        for month in 1..=12 {
            // Sessions end within a month: everybody signs in again.
            let moderator = sign_in(&house, "moderation.c1").await;
            let mut people = Vec::new();
            for login in WRITERS {
                people.push((login, sign_in(&house, login).await));
            }
            let starts = house.clock.now().plus(9 * DAY).day();
            let meeting = public(&announced(&moderator, &format!("Réunion {month:02}"), &format!("{starts}T16:00"), "").await);
            promises.extend(promises_of_a_month(&house, &moderator, month, &words_of).await);
            agenda_holds_what_is_open(&house, &visitor, &meeting, &promises, month).await;

            let places = [format!("{meeting}/thread"), "/fr/areas/banconi/thread".to_owned()];
            let many = if month <= 4 { 34 } else { 33 };
            let posts = talk_of_a_month(&house, &people, &places, month, many).await;
            threads.extend(places);
            // Some are flagged by somebody else; of these every other one is hidden, and the others stay.
            for n in 0..if month <= 8 { 7 } else { 6 } {
                let (post, author) = &posts[n * 4];
                let (_, other) = &people[(author + 1) % people.len()];
                let page = other.visit(&format!("/fr/posts/{post}/flag")).await;
                form_of(&page, "ground").fill("ground", "accusation").press().await.must_be(200);
                flags += 1;
                let page = moderator.visit(&format!("/fr/committee/posts/{post}")).await;
                if n % 2 == 0 {
                    form_of(&page, "ground").fill("ground", "accusation").press_button("Cacher ce message").await.must_be(200);
                    hidden.push((format!("MOT{month:02}X{:02}", n * 4), *author));
                } else {
                    form_of(&page, "ground").press_button("Laisser le message").await.must_be(200);
                }
            }
            // The author of one appeals; another moderator answers, and every second time shows it again.
            let (post, author) = &posts[0];
            let upheld = month % 2 == 0;
            appeal(&house, &people[*author].1, post, upheld).await;
            if upheld {
                hidden.retain(|(mark, _)| *mark != format!("MOT{month:02}X00"));
            }
            said.extend(posts);
            house.clock.advance(30 * DAY);
        }
        assert_eq!((promises.len(), said.len(), flags), (60, 400, 80));
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM appeals WHERE state IN ('upheld', 'rejected')").await, 12);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM posts WHERE state = 'held' AND body LIKE 'Message%'").await, 0);
        let settled = "SELECT COUNT(*) AS value FROM commitments WHERE body LIKE 'ANNÉE%' AND state IN ('kept', 'abandoned')";
        assert_eq!(number(&house, settled).await, 24);
        // Nothing was settled by fewer than two sides.
        let one_sided = format!("{settled} AND (SELECT COUNT(DISTINCT side) FROM commitment_steps WHERE commitment_id = commitments.id \
            AND kind <> 'made' AND kind <> 'answer') < 2");
        assert_eq!(number(&house, &one_sided).await, 0);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM flags WHERE state NOT IN ('upheld', 'rejected')").await, 0);

        let months: Vec<String> = (1..=12).map(|n| house.clock.now().plus(-30 * DAY * n).day().to_string()[..7].to_owned()).collect();
        let bulletins = months.iter().map(|month| format!("/fr/areas/banconi/bulletin/{month}"));
        let places: Vec<String> = PLACES.iter().map(|place| (*place).to_owned()).chain(bulletins).collect();
        let mut readers = vec![("a visitor", None, house.person().await)];
        for (n, login) in WRITERS.iter().enumerate() {
            readers.push((login, Some(n), sign_in(&house, login).await));
        }
        for login in ["chef.c1-ouest", "controle", "admin", "moderation.c4"] {
            readers.push((login, None, sign_in(&house, login).await));
        }
        for (who, own, person) in &readers {
            let mut bodies = Vec::new();
            for place in &places {
                bodies.push((place.clone(), person.visit(place).await.body));
            }
            for thread in threads.iter().filter(|thread| !thread.contains("areas")).chain([&"/fr/areas/banconi/thread".to_owned()]) {
                bodies.extend(pages_of(person, thread).await.into_iter().map(|body| (thread.clone(), body)));
            }
            for (mark, author) in &hidden {
                // Its author alone reads what was hidden, beside the reason, to appeal against it.
                let own = |place: &str| own.as_ref() == Some(author) && place == "/fr/account/discussions";
                let found = bodies.iter().find(|(place, body)| body.contains(mark.as_str()) && !own(place));
                assert!(found.is_none(), "{who} reads {mark}, which is hidden, on {}", found.map_or("", |(place, _)| place));
            }
            // The pages were really read: a message that stays is on one of them.
            assert!(bodies.iter().any(|(_, body)| body.contains("MOT05X01")), "{who} finds no message at all");
        }
    }
}
