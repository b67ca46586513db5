//! Moderation as people live it: what is flagged, held or hidden, who decides, what everybody may read of it and what nobody may.

use crate::concerns::file;
use crate::forums::{announced, public};
use crate::support::world::{harm, number, sign_in, words, world};
use crate::support::{House, Page, Person, both};

/// A discussion everybody may read; its address.
pub async fn thread(house: &House) -> String {
    let moderator = sign_in(house, "moderation.c1").await;
    let run = announced(&moderator, "On en parle", "2026-12-05T16:00", "").await;
    let links = house.person().await.visit(&public(&run)).await.links();
    links.into_iter().find(|l| l.href.contains("/thread")).expect("a thread").href
}

/// Writes there; the newest message's address for its moderator, and the thread's own.
pub async fn write(house: &House, person: &Person, thread: &str, body: &str) -> (String, String) {
    form_of(&person.visit(thread).await, "body").fill("body", body).press().await.must_be(200);
    // Whoever is new would wait for a moderator; that is told elsewhere.
    harm(house, "UPDATE posts SET state = 'visible' WHERE state = 'held'").await;
    let newest = number(house, "SELECT MAX(id) AS value FROM posts").await;
    let id = sigida::base::Id::<()>::new(newest).to_string();
    let at = number(house, "SELECT thread_id AS value FROM posts ORDER BY id DESC").await;
    (format!("/fr/committee/posts/{id}"), format!("/fr/threads/{}", sigida::base::Id::<()>::new(at)))
}

/// The form with this field.
pub fn form_of(page: &Page, field: &str) -> crate::support::Form {
    page.forms()
        .into_iter()
        .find(|f| f.fields().contains(&field))
        .unwrap_or_else(|| panic!("no {field}: {}", page.described()))
}

/// What anybody may open and what somebody with a role may, where a text of a discussion could stand.
const PLACES: [&str; 14] = [
    "/fr",
    "/bm",
    "/fr/areas",
    "/fr/areas/banconi",
    "/fr/forums",
    "/fr/forums/ccs-commune-1",
    "/fr/moderation",
    "/bm/moderation",
    "/fr/concerns",
    "/feeds/forums/ccs-commune-1.atom",
    "/feeds/areas/banconi.atom",
    "/fr/commitments",
    "/fr/account",
    "/fr/units/commune-1-ouest",
];

both! {
    /// D6: hidden is gone everywhere in one request, with the messages that quote it, and comes back byte for byte.
    async fn a_hidden_text_is_nowhere_and_comes_back_the_same(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let body = "Le voisin SECRETQUINZE vend de l'essence dans la cour.\n\n<b>Deuxième</b>";
        let (at, thread) = write(&house, &awa, &opening, body).await;
        let (_, _) = write(&house, &moussa, &thread, "> Le voisin SECRETQUINZE vend de l'essence dans la cour.\nEt alors ?").await;
        let before = words(&house, "SELECT body AS value FROM posts ORDER BY id DESC LIMIT 2").await;
        let visitor = house.person().await;
        visitor.visit(&thread).await.must_have("SECRETQUINZE");
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&at).await;
        page.must_be(200).must_have("Cacher aussi les messages qui le citent").must_have("Et alors");
        // Two moderators: who saw another state decides nothing.
        let stale = form_of(&moderator.visit(&at).await, "ground").fill("reason", "Trop tard");
        let hid = form_of(&page, "ground").fill("ground", "accusation").fill("reason", "Aucune preuve").press_button("Cacher ce message").await;
        hid.must_be(200);
        assert!(hid.redirects[0].to.contains("done=withdrawn") && hid.path != at, "not led on: {}", hid.described());
        stale.press_button("Cacher ce message").await.must_be(409);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        for person in [&visitor, &awa, &officer] {
            for place in PLACES.iter().copied().chain([thread.as_str(), opening.as_str()]) {
                let page = person.visit(place).await;
                assert!(!page.body.contains("SECRETQUINZE"), "the hidden text is on {place}");
            }
        }
        // The ground is read in the reader's language, in the thread and in the log.
        visitor.visit(&thread).await.must_have("Accuse quelqu’un sans preuve").must_have("Aucune preuve");
        visitor.visit("/fr/moderation").await.must_have("Accuse quelqu’un sans preuve");
        visitor.visit("/bm/moderation").await.must_have("Aucune preuve").must_not_have("Accuse quelqu’un");
        visitor.visit("/fr/moderation?committee=ccs-commune-4").await.must_not_have("Aucune preuve");
        visitor.visit("/fr/moderation?month=2025-01").await.must_not_have("Aucune preuve");
        let back = moderator.visit(&at).await;
        form_of(&back, "reason").press_button("Montrer de nouveau").await.must_be(422);
        form_of(&back, "reason").fill("reason", "Preuve apportée").press_button("Montrer de nouveau").await.must_be(200);
        visitor.visit(&thread).await.must_have("SECRETQUINZE");
        assert_eq!(words(&house, "SELECT body AS value FROM posts ORDER BY id DESC LIMIT 2").await, before);
    }
}

both! {
    /// D5: signed in, once, with a ground; it waits, is taken in hand and decided; nobody learns who flagged.
    async fn a_message_is_flagged_once_taken_in_hand_and_left_and_police_decides_nothing(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (at, thread) = write(&house, &awa, &opening, "Le marché ferme trop tard.").await;
        let flag = at.replace("/committee", "") + "/flag";
        assert!(house.person().await.visit(&flag).await.path.starts_with("/fr/login"));
        let moussa = sign_in(&house, "moussa").await;
        assert!(moussa.visit(&thread).await.links().iter().any(|l| l.href == flag), "nothing leads to flagging");
        let page = moussa.visit(&flag).await;
        form_of(&page, "ground").fill("note", "Je ne sais pas").press().await.must_be(422).must_have("Je ne sais pas");
        form_of(&page, "ground").fill("ground", "other").press().await.must_be(422);
        let page = moussa.visit(&flag).await;
        let again = form_of(&page, "ground").fill("ground", "false").fill("note", "Il ferme à 22 h");
        form_of(&page, "ground").fill("ground", "false").fill("note", "Il ferme à 22 h").press().await.must_be(200);
        again.press().await;
        moussa.visit(&flag).await.must_have("déjà alerté").must_not_have("Envoyer l’alerte");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM flags").await, 1);
        let moderator = sign_in(&house, "moderation.c1").await;
        moderator.visit("/fr/committee/queue?kind=flag").await.must_have("Le marché ferme trop tard").must_have("Faux");
        sign_in(&house, "moderation.c4").await.visit("/fr/committee/queue").await.must_not_have("Le marché ferme");
        let page = moderator.visit(&at).await;
        page.must_have("Il ferme à 22 h").must_not_have("Moussa").must_have("Personne n’a encore regardé");
        form_of(&page, "staff_note").fill("staff_note", "Je demande au chef").press().await.must_be(200).must_have("Je demande au chef");
        moderator.visit("/fr/committee/queue").await.must_have("En cours");
        let page = moderator.visit(&at).await;
        let left = form_of(&page, "ground").press_button("Laisser le message").await;
        left.must_be(200).must_have("Le texte reste. L’alerte est fermée.").must_not_have("La raison est notée");
        moderator.visit("/fr/committee/queue?kind=flag").await.must_have("Rien n’attend");
        // Who flagged it reads where they flagged it what became of that.
        moussa.visit(&flag).await.must_have("déjà alerté").must_have("Rejetée");
        moussa.visit(&flag.replace("/fr/", "/bm/")).await.must_have("A ma jate").must_not_have("Rejetée");
        let log = house.person().await.visit("/fr/moderation").await;
        log.must_have("Alerte rejetée").must_not_have("marché ferme").must_not_have("22 h").must_not_have("chef");
        house.person().await.visit(&thread).await.must_have("Le marché ferme");
        // Every address of a moderator turns police away (D11).
        for login in ["agent.c1-ouest", "chef.c1-ouest", "controle", "admin"] {
            let other = sign_in(&house, login).await;
            for place in [at.as_str(), "/fr/committee/queue", "/fr/committee"] {
                other.visit(place).await.must_be(403);
            }
        }
    }
}

both! {
    /// D9: the moderator is told which rule a waiting text meets, and where; the list is an administrator's, in both languages.
    async fn a_moderator_sees_what_a_text_tells_and_the_list_is_administered(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/watch/new").await;
        page.main_form().fill("lang", "bm").fill("word", "!").press().await.must_be(422);
        page.main_form().fill("lang", "bm").fill("word", "ɲɛmɔgɔ jugu").press().await.must_be(200);
        let page = admin.visit("/fr/admin/watch/new").await;
        page.main_form().fill("lang", "bm").fill("word", "Nyemogo Jugu").press().await.must_be(409);
        let filed = file(&house, "noise", "banconi", "NYEMOGO jugu de la rue, son numéro est le 76 oo 00.01, depuis le 24/11/2026.", "public").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        moderator.visit("/fr/committee/queue?kind=concern").await.must_have("NYEMOGO jugu");
        let page = moderator.visit(&format!("/fr/committee/concerns/{}", filed.number)).await;
        page.must_have("numéro de téléphone").must_have("Mot de la liste de vigilance").must_not_have("plaque");
        assert_eq!(page.select("mark").len(), 2, "{}", page.described());
        assert!(page.body.contains(">76 oo 00.01</mark>") && page.body.contains(">NYEMOGO jugu</mark>"), "{}", page.body);
        // Out of service, it is looked for no more.
        let id = number(&house, "SELECT id AS value FROM watch_words WHERE folded = 'nyemogo jugu'").await;
        let one = admin.visit(&format!("/fr/admin/watch/{}", sigida::base::Id::<()>::new(id))).await;
        one.main_form().clear("active").press().await.must_be(200);
        let page = moderator.visit(&format!("/fr/committee/concerns/{}", filed.number)).await;
        assert_eq!(page.select("mark").len(), 1);
    }
}

both! {
    /// Who is held back is named nowhere; letting go is a deed too.
    async fn somebody_is_held_back_and_let_go_without_being_named(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (at, _) = write(&house, &awa, &opening, "Encore un message.").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&at).await;
        page.must_not_have("Awa");
        form_of(&page, "hold_reason").fill("days", "0").fill("hold_reason", "Dix messages en une heure").press_button("Suspendre").await.must_be(422);
        let page = moderator.visit(&at).await;
        form_of(&page, "hold_reason").fill("days", "3").fill("hold_reason", "Dix messages en une heure").press_button("Suspendre").await.must_be(200).must_have("Suspendue jusqu’au");
        let log = house.person().await.visit("/fr/moderation").await;
        log.must_have("Écriture suspendue").must_have("Dix messages en une heure").must_not_have("Awa");
        let page = moderator.visit(&at).await;
        form_of(&page, "hold_reason").fill("hold_reason", "Elle a compris").press_button("Laisser écrire").await.must_be(200).must_not_have("Suspendue jusqu’au");
        house.person().await.visit("/fr/moderation").await.must_have("Écriture rendue");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM standings WHERE lifted_at IS NULL").await, 0);
    }
}

both! {
    /// One row for all: what residents asked before a meeting and of the rumour desk waits beside the rest, with its age, and leads
    /// to where it is decided. Another committee and police read none of it.
    async fn what_residents_asked_waits_in_the_same_row_and_leads_to_where_it_is_decided(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "On en parle", "2026-12-05T16:00", "").await;
        let before = number(&house, "SELECT COUNT(*) AS value FROM meeting_questions WHERE state = 'held'").await;
        let page = house.person().await.visit(&format!("{}/questions", public(&run))).await;
        page.form("/questions").fill("body", "Pourquoi le lampadaire SECRETLAMPE est-il éteint ?").press().await.must_be(200);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM meeting_questions WHERE state = 'held'").await, before + 1);
        let page = house.person().await.visit("/fr/rumours/ask?area=banconi").await;
        page.form("Demander au comité").fill("words", "Est-ce que le puits SECRETPUITS ferme ?").press().await.must_be(200);
        house.clock.advance(3 * 3_600);

        let moderator = sign_in(&house, "moderation.c1").await;
        let count = |page: &Page, kind: &str| -> i64 {
            let tabs = page.select("ul.tabs a");
            let tab = tabs.iter().find(|tab| tab.starts_with(kind)).unwrap_or_else(|| panic!("no {kind}: {tabs:?}"));
            tab[kind.len()..].trim().parse().expect("a count")
        };
        let row = moderator.visit("/fr/committee/queue").await;
        row.check_html();
        let (asked, rumours) = (count(&row, "Question pour une réunion"), count(&row, "« Est-ce vrai ? »"));
        let line = |page: &Page, words: &str| page.select("ul.list > li").into_iter().find(|l| l.contains(words));
        for (kind, words, other) in [("question", "SECRETLAMPE", "SECRETPUITS"), ("rumour", "SECRETPUITS", "SECRETLAMPE")] {
            let page = moderator.visit(&format!("/fr/committee/queue?kind={kind}")).await;
            let line = line(&page, words).unwrap_or_else(|| panic!("{}", page.described()));
            assert!(line.contains("3 h"), "how long it waited: {line}");
            page.must_not_have(other);
        }
        for login in ["moderation.c4", "presidence.c1"] {
            sign_in(&house, login).await.visit("/fr/committee/queue").await.must_not_have("SECRETLAMPE").must_not_have("SECRETPUITS");
        }
        for login in ["agent.c1-ouest", "chef.c1-ouest"] {
            let police = sign_in(&house, login).await;
            police.visit("/fr/committee/queue?kind=question").await.must_be(403);
            police.visit("/fr/committee/queue?kind=rumour").await.must_be(403);
        }

        // From the line to the deed, on one page each; decided, it waits no more.
        let page = moderator.visit("/fr/committee/queue?kind=question").await.click("SECRETLAMPE").await;
        let held = page.forms().into_iter().find(|f| f.action().contains("/committee/questions/"));
        page.must_have("SECRETLAMPE").must_have("À décider");
        held.unwrap_or_else(|| panic!("{}", page.described())).press().await.must_be(200);
        let page = moderator.visit("/fr/committee/queue?kind=rumour").await.click("SECRETPUITS").await;
        let id = words(&house, "SELECT CAST(id AS TEXT) AS value FROM rumour_asks WHERE words LIKE '%SECRETPUITS%'").await.remove(0);
        let id = sigida::base::Id::<()>::new(id.parse().unwrap());
        assert_eq!(page.attributes(&format!("li#ask-{id}"), "id").len(), 1, "the line leads to no place");
        let form = page.form(&format!("/fr/rumours/asks/{id}"));
        form.fill("reason", "Déjà répondu").press_button("Fermer").await.must_be(200);
        let row = moderator.visit("/fr/committee/queue").await;
        row.must_not_have("SECRETLAMPE").must_not_have("SECRETPUITS");
        assert_eq!((count(&row, "Question pour une réunion"), count(&row, "« Est-ce vrai ? »")), (asked - 1, rumours - 1));
    }
}

both! {
    /// Who is accused, then unsaid by an edit, is hidden with every message that still repeats the accusation.
    async fn a_quote_of_what_was_said_before_an_edit_is_hidden_with_it(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let (at, thread) = write(&house, &awa, &opening, "Karim OKAPISEPT vole les motos la nuit.").await;
        write(&house, &moussa, &thread, "> Karim OKAPISEPT vole les motos la nuit.\nVraiment ?").await;
        house.clock.advance(300);
        let edit = awa.visit(&at.replace("/committee", "")).await;
        form_of(&edit, "body").fill("body", "Des motos sont volées la nuit.").press().await.must_be(200);
        let page = sign_in(&house, "moderation.c1").await.visit(&at).await;
        page.must_have("Cacher aussi les messages qui le citent").must_have("OKAPISEPT");
        form_of(&page, "ground").fill("ground", "accusation").press_button("Cacher ce message").await.must_be(200);
        house.person().await.visit(&thread).await.must_not_have("OKAPISEPT");
    }
}

both! {
    /// A message with a part blacked out is not changed any more, by no way: what is black stays black, and its author is told so.
    async fn a_message_with_a_masked_part_is_not_changed_any_more(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (at, thread) = write(&house, &awa, &opening, "Demandez à OKAPINEUF, rue 12.").await;
        house.clock.advance(300);
        let own = at.replace("/committee", "");
        let opened = form_of(&awa.visit(&own).await, "body").fill("body", "OKAPINEUF revient, ███ 12.");
        let moderator = sign_in(&house, "moderation.c1").await;
        let form = form_of(&moderator.visit(&at).await, "parts").fill("parts", "OKAPINEUF");
        form.fill("mask_ground", "private").press().await.must_be(200);
        let late = opened.press().await;
        late.must_be(409).must_have("il ne se modifie plus");
        assert!(late.body.contains("OKAPINEUF revient"), "what was typed is kept: {}", late.described());
        awa.visit(&own).await.must_be(409).must_have("il ne se modifie plus");
        awa.visit(&own.replace("/fr/", "/bm/")).await.must_be(409).must_have("a tɛ yɛlɛma tugun");
        let seen = awa.visit(&thread).await;
        assert!(seen.links().iter().all(|l| l.href != own), "{}", seen.described());
        house.person().await.visit(&thread).await.must_have("███").must_not_have("OKAPINEUF");
    }
}

both! {
    /// Nobody decides on their own words; what leads to somebody is taken neither from a moderator's message nor from a reason, which
    /// everybody reads at once.
    async fn a_moderator_is_held_to_the_same_words_as_everybody(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&opening).await;
        let refused = form_of(&page, "body").fill("body", "Appelez Karim au 76 00 00 01.").press().await;
        refused.must_be(422).must_have("Enlevez-le").must_have("76 00 00 01");
        let (own, _) = write(&house, &moderator, &opening, "Le comité répond samedi.").await;
        let page = moderator.visit(&own).await;
        page.must_have("vos propres mots").must_not_have("Cacher ce message");
        let (at, thread) = write(&house, &sign_in(&house, "awa").await, &opening, "Le marché ferme trop tard.").await;
        let form = form_of(&moderator.visit(&at).await, "ground");
        let told = form.fill("ground", "private").fill("reason", "Le 76 00 00 01 de Karim").press_button("Cacher ce message").await;
        told.must_be(422).must_have("Enlevez-le");
        assert_eq!(form_of(&told, "ground").value("reason"), "Le 76 00 00 01 de Karim");
        house.person().await.visit("/fr/moderation").await.must_not_have("76 00 00 01");
        house.person().await.visit(&thread).await.must_have("Le marché ferme trop tard");
        // Until when, and why: each in its place.
        let held = form_of(&moderator.visit(&at).await, "hold_reason").fill("hold_reason", "Insultes répétées");
        held.press_button("Suspendre").await.must_be(200).must_have("Suspendue jusqu’au 30 novembre 2026. Raison : Insultes répétées");
    }
}

both! {
    /// D9: a number, a plate or an address in disguise waits like a plain one, and nobody else reads it; what neighbours write every
    /// day does not wait.
    async fn what_is_written_in_disguise_waits_and_everyday_words_do_not(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (_, thread) = write(&house, &awa, &opening, "Le 12 mars 2026 à 18 h 30, 25 000 francs et 3 sacs.").await;
        for (n, said) in [
            "Appelez 76 zéro zéro 00 01 GNOUUN",
            "Appelez GNOUDEUX le 76 00\n00 01",
            "Écrivez GNOUTROIS à awa[at]gmail[dot]com",
            "La moto A B 1 2 3 C D de GNOUQUATRE",
            "GNOUCINQ: bi wolonwula ni wɔɔrɔ fu fu fu fu fu kelen",
        ]
        .iter()
        .enumerate()
        {
            house.clock.advance(300);
            let at = if n == 4 { thread.replace("/fr/", "/bm/") } else { thread.clone() };
            let sent = form_of(&awa.visit(&at).await, "body").fill("body", said).press().await;
            sent.must_be(200).must_have(if n == 4 { "A bɛ baro ɲɛminɛbaga makɔnɔ" } else { "En attente d’un modérateur" });
        }
        let held = number(&house, "SELECT COUNT(*) AS value FROM posts WHERE state = 'held' AND body LIKE '%GNOU%'").await;
        assert_eq!(held, 5);
        let plain = "SELECT COUNT(*) AS value FROM posts WHERE held_for <> '' AND body LIKE '%25 000 francs%'";
        assert_eq!(number(&house, plain).await, 0, "everyday words waited");
        house.person().await.visit(&thread).await.must_have("25 000 francs et 3 sacs").must_not_have("GNOU");
        let newest = number(&house, "SELECT id AS value FROM posts WHERE body LIKE '%GNOUDEUX%'").await;
        let at = format!("/fr/committee/posts/{}", sigida::base::Id::<()>::new(newest));
        let page = sign_in(&house, "moderation.c1").await.visit(&at).await;
        page.must_have("numéro de téléphone");
        assert_eq!(page.select("mark").len(), 1, "{}", page.described());
    }
}

both! {
    /// A title is read by everybody and by nobody first: what leads to somebody is not taken in it, nor in the reasons of what is
    /// done to a whole thread; what was typed is kept.
    async fn a_title_that_leads_to_somebody_is_refused_like_a_reason(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (_, thread) = write(&house, &awa, &opening, "Le caniveau déborde.").await;
        house.clock.advance(300);
        let (at, _) = write(&house, &awa, &thread, "Et le match de dimanche ?").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        for (split, says) in [(format!("{at}/split"), "Enlevez-le"), (format!("{at}/split").replace("/fr/", "/bm/"), "Nimɔrɔ, palaki")] {
            let form = moderator.visit(&split).await.main_form();
            let refused = form.fill("title", "Appelez le 76 00 00 01").fill("reason", "Autre sujet").press().await;
            refused.must_be(422).must_have(says);
            assert_eq!(form_of(&refused, "title").value("title"), "Appelez le 76 00 00 01");
        }
        let form = moderator.visit(&format!("{at}/split")).await.main_form();
        form.fill("title", "Le football").fill("reason", "Voir AB 123 CD").press().await.must_be(422).must_have("Enlevez-le");
        for whole in ["", "/move", "/merge"] {
            let page = moderator.visit(&(thread.replace("/fr/threads", "/fr/committee/threads") + whole)).await;
            let form = match whole {
                "/move" => {
                    let values = page.attributes("select[name=to] option", "value");
                    page.main_form().fill("to", values.last().expect("a place"))
                }
                "/merge" => {
                    let values = page.attributes("select[name=into] option", "value");
                    page.main_form().fill("into", values.last().filter(|v| !v.is_empty()).expect("another discussion"))
                }
                _ => page.main_form(),
            };
            form.fill("reason", "Demandez au 76 00 00 01").press().await.must_be(422);
        }
        house.person().await.visit("/fr/moderation").await.must_not_have("76 00 00 01").must_not_have("AB 123 CD");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM threads WHERE subject_kind = 'split' AND title LIKE '%76 00%'").await, 0);
    }
}

both! {
    /// Whoever is slowed or suspended reads by which committee, until when and why, where they would write and on their own page,
    /// with the way to the public log; nobody else reads it there.
    async fn who_is_held_back_reads_why_and_until_when(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let (at, thread) = write(&house, &awa, &opening, "Encore un message.").await;
        let form = form_of(&sign_in(&house, "moderation.c1").await.visit(&at).await, "hold_reason");
        let form = form.fill("days", "3").fill("minutes", "30").fill("hold_reason", "Dix messages ADDAX en une heure");
        form.press_button("Ralentir").await.must_be(200);
        house.clock.advance(2_000);
        // They may write now, and know all the same.
        for place in [thread.as_str(), "/fr/account/discussions"] {
            let page = awa.visit(place).await;
            page.must_have("Dix messages ADDAX en une heure").must_have("toutes les 30 minutes").must_have("Jusqu’au");
            page.check_html();
            assert!(page.attributes("main .notice a", "href").contains(&"/fr/moderation".to_owned()), "{}", page.described());
            moussa.visit(place).await.must_not_have("ADDAX");
        }
        let (thread, page) = (thread.replace("/fr/", "/bm/"), "/bm/account/discussions");
        awa.visit(&thread).await.must_have("ADDAX").must_have("miniti 30").must_not_have("Jusqu’au");
        awa.visit(page).await.must_have("ADDAX").must_have("miniti 30").must_not_have("Jusqu’au");
    }
}

both! {
    /// D5: whoever looks at the row sees who took a flag in hand, and where what waits lies.
    async fn everybody_at_the_row_sees_who_took_a_flag_in_hand_and_where_it_lies(house: House) {
        let house = world(house);
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let (at, _) = write(&house, &awa, "/fr/areas/sotuba/thread", "Le puits KOBUN est fermé.").await;
        let flag = moussa.visit(&(at.replace("/committee", "") + "/flag")).await;
        form_of(&flag, "ground").fill("ground", "false").press().await.must_be(200);
        let first = sign_in(&house, "moderation.c1").await;
        let name = words(&house, "SELECT name AS value FROM accounts WHERE login = 'moderation.c1'").await.remove(0);
        let line = |page: &Page| {
            let all = page.select("ul.list > li");
            all.into_iter().find(|l| l.contains("KOBUN")).unwrap_or_else(|| panic!("{}", page.described()))
        };
        let waiting = line(&first.visit("/fr/committee/queue?kind=flag").await);
        assert!(waiting.contains("Sotuba") && !waiting.contains("En cours"), "{waiting}");
        form_of(&first.visit(&at).await, "staff_note").press().await.must_be(200);
        let second = sign_in(&house, "moderation.c1.2").await;
        for (person, fr, bm) in [(&first, "c’est vous", "aw yɛrɛ don"), (&second, name.as_str(), name.as_str())] {
            let told = line(&person.visit("/fr/committee/queue?kind=flag").await);
            assert!(told.contains("En cours") && told.contains(fr), "{told}");
            let told = line(&person.visit("/bm/committee/queue?kind=flag").await);
            assert!(told.contains("A bɛ ka lajɛ") && told.contains(bm), "{told}");
        }
        second.visit(&at).await.must_have(&name).must_not_have("Moussa");
        moussa.visit("/fr/areas/sotuba/thread").await.must_not_have(&name);
    }
}

both! {
    /// Whoever is slowed is suspended in one step, and the other way round: one restraint holds, the newest.
    async fn somebody_who_is_slowed_is_suspended_in_one_step_and_the_reverse(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (at, thread) = write(&house, &awa, &opening, "Encore un message.").await;
        let steps = [("Ralentir", "toutes les 30 minutes", "Suspendue"), ("Suspendre", "Suspendue jusqu’au", "toutes les"), ("Ralentir", "toutes les 30 minutes", "Suspendue")];
        for (n, (button, said, unsaid)) in steps.into_iter().enumerate() {
            house.clock.advance(2_400);
            let (moderator, awa) = (sign_in(&house, "moderation.c1").await, sign_in(&house, "awa").await);
            let form = form_of(&moderator.visit(&at).await, "hold_reason").fill("days", "3").fill("minutes", "30");
            let page = form.fill("hold_reason", &format!("Raison numéro {n}x")).press_button(button).await;
            page.must_be(200).must_have(said).must_not_have(unsaid);
            assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM standings WHERE lifted_at IS NULL AND reason LIKE 'Raison num%'").await, 1);
            let writes = awa.visit(&thread).await.forms().iter().any(|f| f.fields().contains(&"body"));
            assert_eq!(writes, button == "Ralentir", "{button}");
        }
    }
}

both! {
    /// What everybody reads is not « to be checked before it is published » any more; a reason is written as its language writes it.
    async fn a_published_message_is_not_to_be_checked_before_it_is_published(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let page = awa.visit(&opening).await;
        form_of(&page, "body").fill("body", "Appelez le 76 00 00 01 KOBDEUX.").press().await.must_be(200);
        let id = number(&house, "SELECT id AS value FROM posts WHERE body LIKE '%KOBDEUX%'").await;
        let at = format!("/fr/committee/posts/{}", sigida::base::Id::<()>::new(id));
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&at).await;
        page.must_have("À vérifier avant de publier").must_have("numéro de téléphone");
        form_of(&page, "ground").press_button("Publier").await.must_be(200);
        let page = moderator.visit(&at).await;
        page.must_have("À regarder dans ce texte").must_have("numéro de téléphone").must_not_have("avant de publier");
        moderator.visit(&at.replace("/fr/", "/bm/")).await.must_have("Aw ye nin lajɛ sɛbɛn in kɔnɔ").must_not_have("sani ka bila kɛnɛ kan");
        form_of(&page, "ground").fill("ground", "private").press_button("Cacher ce message").await.must_be(200);
        moderator.visit(&at).await.must_have("Raison du comité : Montre une personne");
        moderator.visit(&at.replace("/fr/", "/bm/")).await.must_have("Komite ka kun: A bɛ mɔgɔ jira");
    }
}

both! {
    /// A message that comes after the discussion was closed cannot be sent again: its author reads so, and keeps the words.
    async fn words_that_come_too_late_are_kept_and_not_offered_to_be_sent_again(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (_, thread) = write(&house, &awa, &opening, "Le caniveau déborde.").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        for (lang, says, keeps) in [("fr", "Cette discussion est fermée", "vous pouvez le copier"), ("bm", "Nin baro in datugulen don", "Foyi ma tunun")] {
            let typed = form_of(&awa.visit(&thread.replace("/fr/", &format!("/{lang}/"))).await, "body");
            let committee = thread.replace("/fr/threads", "/fr/committee/threads");
            moderator.visit(&committee).await.main_form().fill("reason", "Trop de bruit").press().await.must_be(200);
            let late = typed.fill("body", "Il déborde encore ORYXUN.").press().await;
            late.must_be(409).must_have(says).must_have(keeps);
            assert!(late.body.contains("ORYXUN"), "what was typed is kept: {}", late.described());
            assert!(late.forms().iter().all(|f| !f.fields().contains(&"body")), "{}", late.described());
            late.check_html();
            moderator.visit(&committee).await.main_form().fill("reason", "Le calme est revenu").press().await.must_be(200);
        }
    }
}
