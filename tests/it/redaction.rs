//! Blacking out as people live it (D10): a part of a text or of a photo is black wherever anybody could read it; its original is
//! sealed, each reading of it is written down, and it goes when its time is over.

use crate::concerns::{Filed, decide, file, follow, number_on};
use crate::media::makers::jpeg;
use crate::moderation::{form_of, thread, write};
use crate::support::world::{number, password, rows, sign_in, words, world};
use crate::support::{House, Page, Person, both};

const DAY: i64 = 86_400;
const SECRET: &str = "ZEBREUN";

/// A moderator blacks out parts on a page.
async fn mask(moderator: &Person, at: &str, parts: &str) -> Page {
    let form = form_of(moderator.visit(at).await.must_be(200), "parts");
    form.fill("parts", parts).fill("mask_ground", "private").press().await
}

/// A message with a part blacked out, for the table of access.
pub async fn redacted(house: &House) {
    let opening = thread(house).await;
    let (at, _) = write(house, &sign_in(house, "awa").await, &opening, "Demandez à ZEBREUN, rue 12.").await;
    mask(&sign_in(house, "moderation.c1").await, &at, SECRET).await.must_be(200);
}

/// The address of the newest redaction of oversight's list.
fn first(list: &Page) -> String {
    let hrefs = list.attributes("article a", "href");
    hrefs.into_iter().find(|href| href.contains("/oversight/redactions/")).expect("a redaction")
}

/// Everywhere that anybody may read of a discussion.
async fn nowhere(house: &House, what: &str, pages: &[&str]) {
    for login in ["", "awa", "moussa", "agent.c1-ouest", "moderation.c1"] {
        let person = if login.is_empty() { house.person().await } else { sign_in(house, login).await };
        for place in pages {
            let page = person.visit(place).await;
            assert!(!page.body.contains(what), "{what} is on {place} for {login:?}");
        }
    }
}

both! {
    /// The words, what they said before, and every message that quotes them; the log says why and never what.
    async fn a_part_of_a_message_is_black_in_its_history_and_in_what_quotes_it(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let (at, thread) = write(&house, &awa, &opening, "Le voisin ZEBREUN habite rue 12, porte 45.").await;
        let id = at.rsplit('/').next().unwrap().to_owned();
        write(&house, &moussa, &thread, "> Le voisin ZEBREUN habite rue 12, porte 45.\nVraiment ?").await;
        house.clock.advance(300);
        let edit = awa.visit(&format!("/fr/posts/{id}")).await;
        form_of(&edit, "body").fill("body", "Le voisin **zebreun** habite à côté, BALZEBREUN aussi.").press().await.must_be(200);
        let history = format!("/fr/posts/{id}/history");
        moussa.visit(&history).await.must_have(SECRET);
        let moderator = sign_in(&house, "moderation.c1").await;
        mask(&moderator, &at, "QUAGGA").await.must_be(422).must_have("QUAGGA").must_have("n’est pas dans le texte");
        mask(&moderator, &at, "ZEBREUN\nrue 12").await.must_be(200).must_have("Partie masquée par le comité");
        let pages = [thread.as_str(), history.as_str(), at.as_str(), "/fr/account/discussions/digest", "/fr/moderation", "/bm/moderation"];
        nowhere(&house, " ZEBREUN", &pages).await;
        nowhere(&house, "**zebreun**", &pages).await;
        nowhere(&house, "rue 12", &pages).await;
        let seen = house.person().await.visit(&thread).await;
        // A whole word only; black for the eye, a word for who listens, and why.
        seen.must_have("BALZEBREUN").must_have("███").must_have("(partie masquée)").must_have("Le comité a masqué une partie");
        assert_eq!(seen.body.matches("aria-hidden=\"true\">███").count(), 3, "{}", seen.body);
        assert_eq!(rows(&house, "redactions").await, 2, "the message and the one that quotes it");
        house.person().await.visit("/fr/moderation").await.must_have("Partie masquée").must_have("Montre une personne");
        // No row holds it in the clear.
        let told = "SELECT COUNT(*) AS value FROM posts WHERE body LIKE '%voisin ZEBREUN%' OR body LIKE '%rue 12%'";
        assert_eq!(number(&house, told).await + number(&house, &told.replace("posts", "post_edits")).await, 0);
        for login in ["agent.c1-ouest", "chef.c1-ouest", "moderation.c4", "controle", "awa"] {
            let person = sign_in(&house, login).await;
            let token = person.visit("/fr/account").await.form("/fr/account/profile").value("_token");
            let fields = [("_token", token.as_str()), ("parts", "habite"), ("mask_ground", "private")];
            person.post(&format!("{at}/redaction"), &fields).await.must_be(403);
        }
    }
}

both! {
    /// D10, D7: who wrote it is told as of a hidden message, and appeals once; upheld, the part is theirs to write again, and a
    /// moderator reads it first.
    async fn an_author_is_told_of_a_masked_part_and_appeals_once(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (at, thread) = write(&house, &awa, &opening, "Demandez à ZEBREUN, rue 12.").await;
        let told = |page: &Page| page.select("nav a[href='/fr/account/discussions'] .count").concat();
        let before = told(&awa.visit("/fr").await);
        mask(&sign_in(&house, "moderation.c1").await, &at, SECRET).await.must_be(200);
        assert_ne!(told(&awa.visit("/fr").await), before, "nobody told the author");
        let page = awa.visit("/fr/account/discussions").await;
        page.must_have("Partie masquée").must_have("Montre une personne").must_have("Faire un recours").must_not_have(SECRET);
        page.check_html();
        awa.visit("/bm/account/discussions").await.must_have("Yɔrɔ datugura").must_not_have("Partie masquée");
        assert_eq!(told(&awa.visit("/fr").await), before);
        let own = at.replace("/committee", "") + "/appeal";
        assert!(awa.visit(&thread).await.links().iter().any(|l| l.href == own), "nothing leads to the appeal");
        sign_in(&house, "moussa").await.visit(&own).await.must_be(404);
        let again = form_of(&awa.visit(&own).await, "words").fill("words", "Une deuxième fois, pour voir.");
        let page = awa.visit(&own).await;
        form_of(&page, "words").fill("words", "C’est le nom du marché.").press().await.must_be(200).must_have("Attend une réponse");
        again.press().await.must_be(409);
        let second = sign_in(&house, "moderation.c1.2").await;
        second.visit("/fr/committee/queue?kind=appeal").await.must_have("Partie masquée");
        let page = second.visit(&at).await;
        page.must_have("C’est le nom du marché").must_not_have("Accepter et montrer").check_html();
        form_of(&page, "answer").fill("answer", "C’est un marché, oui.").press_button("Accepter : l’auteur réécrit").await.must_be(200);
        awa.visit(&own).await.must_have("vous pouvez réécrire cette partie").must_have("C’est un marché, oui.");
        // Nothing comes back by itself; what its author writes again waits.
        house.person().await.visit(&thread).await.must_have("███").must_not_have(SECRET);
        house.clock.advance(300);
        let edit = awa.visit(&at.replace("/committee", "")).await;
        form_of(&edit, "body").fill("body", "Demandez au marché ZEBREUN, rue 12.").press().await.must_be(200);
        house.person().await.visit(&thread).await.must_not_have(SECRET);
        second.visit(&at).await.must_have("Une partie avait été masquée").must_have(SECRET);
        house.person().await.visit("/fr/moderation").await.must_have("Recours accepté").must_not_have(SECRET);
    }
}

both! {
    /// The original opens for an overseer who gives a reason, each time with a trace; after a year it is gone and the trace stays.
    async fn an_overseer_reads_the_original_with_a_trace_until_its_time_is_over(house: House) {
        let house = world(house);
        redacted(&house).await;
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit("/fr/oversight").await.click("Parties masquées").await;
        let at = first(page.must_be(200));
        let page = overseer.visit(&at).await;
        page.must_have("Personne.").must_not_have(SECRET);
        let opened = |reason: &'static str| {
            let page = &page;
            async move {
                let mut form = form_of(page, "reason").fill("reason", reason);
                if form.fields().contains(&"password") {
                    form = form.fill("password", &password("controle"));
                }
                form.press().await
            }
        };
        opened("Non").await.must_be(422).must_not_have(SECRET);
        assert_eq!(rows(&house, "redaction_openings").await, 0);
        opened("Plainte de la personne nommée.").await.must_be(200).must_have("Demandez à ZEBREUN, rue 12.");
        let second = sign_in(&house, "controle.2").await;
        second.visit(&at).await.must_have("Coumba").must_have("Plainte de la personne nommée").must_not_have(SECRET);
        assert_eq!(words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'redaction.open'").await, ["Plainte de la personne nommée."]);
        for login in ["moderation.c1", "agent.c1-ouest", "admin", "awa"] {
            sign_in(&house, login).await.visit(&at).await.must_be(403);
        }
        let site = house.site();
        house.clock.advance(364 * DAY);
        assert_eq!(crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap()).originals, 0, "not yet");
        house.clock.advance(2 * DAY);
        assert_eq!(crate::support::aside(|| site.db.read_now(|conn| sigida::purge::look(conn, house.clock.now(), 30)).unwrap()).originals, 1);
        assert_eq!(crate::support::aside(|| sigida::purge::run(&site.db, 30).unwrap()).originals, 1);
        assert_eq!((rows(&house, "redactions").await, rows(&house, "redaction_openings").await), (1, 1));
        let overseer = sign_in(&house, "controle").await;
        overseer.visit(&at).await.must_have("L’original est effacé").must_not_have("Inscrire et lire");
    }
}

both! {
    /// A concern's words: page, list, search, feed, desk; the guard proposes what it found; the reporter is told why.
    async fn a_part_of_a_concern_is_black_and_no_search_finds_it(house: House) {
        let house = world(house);
        let said = "Le patron QUAGGA du bar, 76 00 00 01, joue de la musique toute la nuit.";
        let filed = file(&house, "noise", "banconi", said, "public").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let at = format!("/fr/committee/concerns/{}", filed.number);
        assert_eq!(form_of(&moderator.visit(&at).await, "parts").value("parts"), "76 00 00 01");
        mask(&moderator, &at, "76 00 00 01\nQUAGGA").await.must_be(200).must_have("Partie masquée par le comité");
        decide(&moderator, &filed.number, "Publier", "").await.must_be(200);
        let visitor = house.person().await;
        visitor.visit(&filed.public()).await.must_be(200).must_have("███").must_have("(partie masquée)").must_not_have("QUAGGA");
        let desk = filed.at_desk();
        let pages = [filed.public(), "/fr/concerns".into(), "/fr/concerns?q=quagga".into(), "/feeds/areas/banconi.atom".into(), desk, "/fr/desk?q=quagga".into()];
        for page in &pages {
            for what in ["QUAGGA du bar", "76 00 00 01"] {
                nowhere(&house, what, &[page]).await;
            }
        }
        sign_in(&house, "agent.c1-ouest").await.visit("/fr/desk?q=quagga").await.must_not_have(&filed.number);
        visitor.visit("/fr/concerns?q=quagga").await.must_not_have(&filed.number);
        let mine = follow(&house, &filed.code).await;
        mine.must_have("Partie masquée par le comité").must_have("Montre une personne").must_not_have("QUAGGA");
        let told = "SELECT COUNT(*) AS value FROM concerns WHERE words LIKE '%QUAGGA%' OR folded LIKE '%quagga%'";
        assert_eq!(number(&house, told).await, 0);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM desk_texts WHERE folded LIKE '%quagga%'").await, 0);
        house.person().await.visit("/fr/moderation").await.must_have("Partie masquée").must_not_have("QUAGGA");
    }
}

both! {
    /// A photo: boxes ticked are black points in the file and in its small copy, under a new address; the log says how it was shown.
    async fn a_part_of_a_photo_is_black_in_the_file_and_its_small_copy(house: House) {
        let house = world(house);
        let form = house.person().await.with_old_browser().visit("/fr/concerns/new?category=light").await.form("/fr/concerns/new");
        let form = form.fill("area", "banconi").fill("words", "Un manguier penché cache tout le virage du marigot.").fill("readers", "public");
        let sent = form.attach("photos", "a.jpg", "image/jpeg", &jpeg(600, 400)).press_button("Envoyer").await;
        let filed = Filed { code: sent.must_be(200).code(), number: number_on(&sent) };
        let moderator = sign_in(&house, "moderation.c1").await;
        let at = format!("/fr/committee/concerns/{}", filed.number);
        let page = moderator.visit(&at).await.click("Masquer une partie d’une photo").await;
        let full = page.attributes(".black img", "src").remove(0);
        let old = moderator.visit(&full).await.must_be(200).bytes.clone();
        form_of(&page, "cell").press().await.must_be(422).must_have("Cochez au moins une case");
        let form = form_of(&page, "cell").fill("cell", "0-0").fill("mask_ground", "private");
        form.press().await.must_be(200).must_have("Partie masquée par le comité");
        moderator.visit(&full).await.must_be(404);
        moderator.visit(&format!("{full}/small")).await.must_be(404);
        let page = moderator.visit(&at).await;
        let new = page.attributes("a", "href").into_iter().find(|href| href.contains("/photos/")).expect("the new photo");
        let new = new.rsplit('/').next().unwrap().to_owned();
        page.form("Publier").fill("shown", &new).press().await.must_be(200);
        let visitor = house.person().await;
        for address in [format!("/media/photos/{new}"), format!("/media/photos/{new}/small")] {
            let seen = visitor.visit(&address).await;
            let picture = image::load_from_memory(&seen.must_be(200).bytes).unwrap().into_rgb8();
            let (w, h) = picture.dimensions();
            let dark = |x: u32, y: u32| picture.get_pixel(x, y).0.iter().all(|c| *c < 40);
            assert!(dark(0, 0) && dark(w / 12 - 4, h / 8 - 4), "the cell is not black in {address}");
            let was = image::load_from_memory(&old).unwrap().into_rgb8();
            let (then, now) = (was.get_pixel(was.width() / 2, was.height() / 2), picture.get_pixel(w / 2, h / 2));
            let far = then.0.iter().zip(now.0).map(|(a, b)| a.abs_diff(b)).max();
            assert!(far < Some(60), "the middle is another in {address}: {then:?} {now:?}");
        }
        visitor.visit("/fr/moderation").await.must_have("Photo montrée, une partie masquée").must_have("Partie masquée");
        follow(&house, &filed.code).await.must_have("Partie masquée par le comité");
        // The old bytes lie sealed, and nowhere else once the store is swept.
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit(&first(&overseer.visit("/fr/oversight/redactions").await)).await;
        let mut form = form_of(&page, "reason").fill("reason", "La personne demande à la voir.");
        if form.fields().contains(&"password") {
            form = form.fill("password", &password("controle"));
        }
        let original = form.press().await;
        assert_eq!((original.must_be(200).header("content-type"), original.bytes.clone()), ("image/jpeg", old));
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM redactions WHERE medium_id IS NOT NULL").await, 1);
        for login in ["agent.c1-ouest", "moderation.c4", "controle"] {
            sign_in(&house, login).await.visit(&format!("{at}/photos/{new}")).await.must_be(403);
        }
    }
}
