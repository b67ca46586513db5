//! The discussion as people live it: about a quartier, a meeting, a concern; answered, quoted, corrected, followed, kept in order.

use crate::concerns::{decide, published};
use crate::forums::{public, reserved};
use crate::support::world::{harm, number as count, rows, sign_in, world};
use crate::support::{House, Page, Person, both};

const SOTUBA: &str = "/fr/areas/sotuba/thread";

/// Writes at an address of a thread; the page it leads to. A minute goes by, so that nobody is flooded.
async fn say(house: &House, person: &Person, at: &str, body: &str) -> Page {
    house.clock.advance(200);
    let page = person.visit(at).await;
    let key = if page.path.contains("/threads/") { "/posts" } else { "/thread" };
    let after = page.form(key).fill("body", body).press().await;
    after.must_be(200);
    after
}

/// The address of the thread a page shows.
fn thread_of(page: &Page) -> String {
    page.path.clone()
}

/// The link with this word on the post that says something.
fn link_of(page: &Page, says: &str, part: &str) -> String {
    let posts = page.body.split("<article").skip(1).filter_map(|t| t.split("</article>").next());
    let post = posts.filter(|a| a.contains(says)).last().expect("a post that says so").to_owned();
    let href = post.split("href=\"").skip(1).filter_map(|t| t.split('"').next()).find(|h| h.contains(part));
    href.unwrap_or_else(|| panic!("no {part} on the post")).replace("&amp;", "&")
}

/// Somebody who just made an account.
async fn newcomer(house: &House, login: &str) -> Person {
    let person = house.person().await;
    let page = person.visit("/fr/signup").await;
    let form =
        page.form("/fr/signup").fill("name", "Nouvelle").fill("login", login).fill("password", "cinq mangues mûres");
    form.press().await.must_be(200);
    person
}

both! {
    /// D1: the first post opens the thread; a reply says to whom, a quote fills the form; the place's page leads there and counts.
    async fn a_quartier_s_talk_begins_with_its_first_post_and_is_answered_and_quoted(house: House) {
        let house = world(house);
        let before = rows(&house, "threads").await;
        house.person().await.visit(SOTUBA).await.must_be(200).must_have("Personne n’a encore écrit").must_have("connectez-vous");
        assert_eq!(rows(&house, "threads").await, before, "looking opened a thread");
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let page = say(&house, &awa, SOTUBA, "Le caniveau UNZEBRE déborde.\n\n**Venez** voir").await;
        let thread = thread_of(&page);
        page.must_have("UNZEBRE").must_not_have("Awa");
        assert!(page.body.contains("<strong>Venez</strong>"), "{}", page.described());
        assert_eq!(rows(&house, "threads").await, before + 1);
        house.person().await.visit(SOTUBA).await.must_have("UNZEBRE");
        house.person().await.visit("/fr/areas/sotuba").await.must_have("1 message");
        let seen = moussa.visit(&thread).await;
        let reply = moussa.visit(&link_of(&seen, "UNZEBRE", "reply=")).await;
        reply.form("/posts").fill("body", "Je viens demain DEUXZEBRE.").press().await.must_be(200);
        house.clock.advance(60);
        let quoting = moussa.visit(&link_of(&seen, "UNZEBRE", "quote=")).await;
        let form = quoting.form("/posts");
        let quoted = form.value("body").replace('\r', "");
        assert!(quoted.starts_with("> Le caniveau UNZEBRE déborde.\n>\n> **Venez** voir"), "{quoted}");
        let all = form.fill("body", &format!("{quoted}\n\nOui TROISZEBRE")).press().await;
        let answered = all.select("article").into_iter().filter(|a| a.contains("En réponse à Habitant")).count();
        assert_eq!(answered, 2, "{}", all.described());
        assert!(all.body.contains("<blockquote><p>Le caniveau UNZEBRE déborde.</p>"));
        house.person().await.visit("/fr/areas/sotuba").await.must_have("3 messages");
    }
}

both! {
    /// What was written before an edit stays to be read, as long as the post is; nobody edits for another; the guard reads again.
    async fn an_edit_shows_what_was_said_before_and_hides_with_its_post(house: House) {
        let house = world(house);
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let page = say(&house, &awa, SOTUBA, "Le puits PREMIERMOT est fermé.").await;
        let thread = thread_of(&page);
        let edit = link_of(&page, "PREMIERMOT", "/fr/posts/");
        moussa.visit(&edit).await.must_be(403);
        let form = awa.visit(&edit).await.main_form();
        assert!(form.value("body").contains("PREMIERMOT"));
        house.clock.advance(600);
        let after = form.fill("body", "Le puits SECONDMOT est ouvert.").press().await;
        after.must_be(200).must_have("SECONDMOT").must_have("Modifié");
        let visitor = house.person().await;
        let shown = visitor.visit(&thread).await;
        shown.must_have("SECONDMOT").must_not_have("PREMIERMOT");
        let history = link_of(&shown, "SECONDMOT", "/history");
        visitor.visit(&history).await.must_be(200).must_have("PREMIERMOT").must_have("SECONDMOT");
        // A number in the new words holds the whole post, its history too.
        awa.visit(&edit).await.main_form().fill("body", "Appelez le 76 12 34 56 TROISIEME").press().await.must_have("En attente d’un modérateur");
        visitor.visit(&thread).await.must_not_have("TROISIEME").must_not_have("SECONDMOT");
        visitor.visit(&history).await.must_be(404);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM posts WHERE state = 'held' AND held_for = 'phone' AND body LIKE '%TROISIEME%'").await, 1);
        // Hidden, its history is gone as well.
        harm(&house, "UPDATE posts SET state = 'hidden' WHERE body LIKE '%TROISIEME%'").await;
        visitor.visit(&history).await.must_be(404);
    }
}

both! {
    /// D4: the first two posts of an account wait, and only their author sees them; whoever holds a role waits for nobody.
    async fn a_newcomer_s_first_two_posts_wait_and_only_their_author_reads_them(house: House) {
        let house = world(house);
        let person = newcomer(&house, "nouvelle").await;
        let page = say(&house, &person, SOTUBA, "Je viens d'arriver PREMIER").await;
        page.must_have("PREMIER").must_have("En attente d’un modérateur").must_have("Un modérateur le lit d’abord");
        let thread = thread_of(&page);
        say(&house, &person, &thread, "Et encore DEUXIEME").await.must_have("En attente");
        for other in [house.person().await, sign_in(&house, "moussa").await, sign_in(&house, "agent.c1-ouest").await] {
            other.visit(&thread).await.must_not_have("PREMIER").must_not_have("DEUXIEME");
        }
        house.person().await.visit("/fr/areas/sotuba").await.must_have("Lire et écrire");
        harm(&house, "UPDATE posts SET state = 'visible' WHERE held_for = 'newcomer' AND body LIKE '%PREMIER%'").await;
        say(&house, &person, &thread, "Toujours TROISIEME").await.must_have("En attente");
        harm(&house, "UPDATE posts SET state = 'visible' WHERE held_for = 'newcomer' AND body LIKE '%DEUXIEME%'").await;
        say(&house, &person, &thread, "Enfin QUATRIEME").await;
        house.person().await.visit(&thread).await.must_have("QUATRIEME").must_not_have("TROISIEME");
        say(&house, &sign_in(&house, "agent.c6").await, &thread, "La police CINQUIEME").await;
        house.person().await.visit(&thread).await.must_have("CINQUIEME").must_have("Agent");
    }
}

both! {
    /// Too much in a few minutes, and the same words twice in a day, are refused with a sentence; what was typed is kept.
    async fn a_flood_and_the_same_words_twice_are_refused_with_a_sentence(house: House) {
        let house = world(house);
        let awa = sign_in(&house, "awa").await;
        let thread = thread_of(&say(&house, &awa, SOTUBA, "Un mot de moi").await);
        let twice = awa.visit(&thread).await.form("/posts").fill("body", "un  MOT, de moi!").press().await;
        twice.must_be(422).must_have("déjà envoyé ce texte").must_have("un  MOT, de moi!");
        // Nothing is missing: the heading fits whatever is wrong.
        twice.must_have("À corriger").must_not_have("Il manque quelque chose");
        for n in 0..5 {
            awa.visit(&thread).await.form("/posts").fill("body", &format!("Message numéro {n}x")).press().await.must_be(200);
        }
        let before = rows(&house, "posts").await;
        awa.visit(&thread).await.form("/posts").fill("body", "Un de trop").press().await.must_be(422).must_have("beaucoup de messages");
        assert_eq!(rows(&house, "posts").await, before);
        house.clock.advance(660);
        awa.visit(&thread).await.form("/posts").fill("body", "Un de trop").press().await.must_be(200);
        house.clock.advance(90_000);
        let awa = sign_in(&house, "awa").await;
        awa.visit(&thread).await.form("/posts").fill("body", "Un mot de moi").press().await.must_be(200);
    }
}

both! {
    /// What is not public any more takes its talk with it: at every address, in lists and counts, for everybody.
    async fn a_concern_that_is_hidden_takes_its_thread_with_it_at_every_address(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", "Lampe éteinte devant l'école GIRAFE").await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let opening = format!("{}/thread", told.public());
        awa.visit("/fr/account/discussions").await.form("/discussions").press().await.must_be(200);
        let thread = thread_of(&say(&house, &moussa, &opening, "Chez nous aussi HIPPO.").await);
        house.person().await.visit(&told.public()).await.must_have("1 message");
        awa.visit(&thread).await.form("/follow").press().await.must_be(200);
        let seen = say(&house, &moussa, &thread, "Et la nuit LIONCEAU.").await;
        let post = link_of(&seen, "LIONCEAU", "post=");
        moussa.visit(&link_of(&seen, "LIONCEAU", "/fr/posts/")).await.main_form().fill("body", "Et le jour LIONCEAU.").press().await.must_be(200);
        let history = link_of(&moussa.visit(&thread).await, "LIONCEAU", "/history");
        awa.visit("/fr/account/discussions").await.must_have("1 nouveau message");
        awa.visit("/fr/account/discussions/digest").await.must_have("LIONCEAU");
        decide(&sign_in(&house, "moderation.c1").await, &told.number, "Retirer du public", "Une adresse").await;
        for person in [&house.person().await, &awa, &moussa, &sign_in(&house, "moderation.c1").await] {
            for place in [&thread, &opening, &post, &history] {
                let page = person.visit(place).await;
                assert_eq!(page.status, 404, "{place}\n{}", page.described());
                assert!(!page.body.contains("LIONCEAU"));
            }
        }
        for place in ["/fr/account/discussions", "/fr/account/discussions/digest"] {
            let page = awa.visit(place).await;
            assert!(!page.body.contains("LIONCEAU") && !page.body.contains("GIRAFE"), "{}", page.described());
            page.must_not_have("nouveau message");
        }
    }
}

both! {
    /// D2: who follows sees how much is new, where it begins, and the day's digest; opening the page is reading it.
    async fn who_follows_a_thread_sees_what_is_new_and_reading_it_makes_it_old(house: House) {
        let house = world(house);
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let thread = thread_of(&say(&house, &moussa, SOTUBA, "Premier mot ANCIEN").await);
        awa.visit("/fr/account/discussions").await.must_have("Banconi").form("/discussions").press().await.must_not_have("nouveaux messages");
        awa.visit("/fr/account/discussions").await.must_not_have("Sotuba");
        awa.visit(&thread).await.form("/follow").press().await.must_be(200);
        awa.visit(&thread).await.must_not_have("Nouveau à partir d’ici");
        for body in ["Deuxième mot RECENT", "Troisième mot FRAIS"] {
            say(&house, &moussa, &thread, body).await;
        }
        awa.visit("/fr/account/discussions").await.must_have("2 nouveaux messages");
        awa.visit("/fr/account/discussions/digest").await.must_have("RECENT").must_have("FRAIS").must_have("ANCIEN");
        let page = awa.visit(&thread).await;
        let marks = page.select("#new");
        assert_eq!(marks.len(), 1, "{}", page.described());
        let (mark, old, new) = (page.body.find("id=\"new\""), page.body.find("ANCIEN"), page.body.find("RECENT"));
        assert!(old < mark && mark < new, "the mark does not stand before what is new");
        awa.visit("/fr/account/discussions").await.must_not_have("nouveaux messages").must_have("Sotuba");
        // Who wrote follows; a hidden post is not new.
        moussa.visit("/fr/account/discussions").await.form("/discussions").press().await.must_not_have("nouveau message");
        say(&house, &awa, &thread, "Je réponds ICI").await;
        moussa.visit("/fr/account/discussions").await.must_have("1 nouveau message");
        harm(&house, "UPDATE posts SET state = 'hidden' WHERE body LIKE '%ICI%'").await;
        moussa.visit("/fr/account/discussions").await.must_not_have("nouveau message");
        moussa.visit("/fr/account/discussions/digest").await.must_not_have("ICI");
        moussa.visit(&thread).await.form("/follow").press().await.must_be(200);
        moussa.visit("/fr/account/discussions").await.must_not_have("Sotuba");
    }
}

both! {
    /// What was split off a part is found on the place's page as the part itself is; what was joined to another thread is not.
    async fn a_part_of_a_part_is_found_where_the_whole_is(house: House) {
        let house = world(house);
        let (awa, moderator) = (sign_in(&house, "awa").await, sign_in(&house, "moderation.c1").await);
        let thread = thread_of(&say(&house, &awa, SOTUBA, "Les eaux sales UNELEPHANT").await);
        say(&house, &awa, &thread, "Le match de dimanche DEUXELEPHANT").await;
        say(&house, &awa, &thread, "Le ballon est percé TROISELEPHANT").await;
        let mut from = thread.clone();
        for (says, title) in [("DEUXELEPHANT", "Le football"), ("TROISELEPHANT", "Le ballon")] {
            let message = link_of(&moderator.visit(&from).await, says, "/committee/posts/");
            let split = moderator.visit(&message).await.links().into_iter().find(|l| l.href.ends_with("/split")).expect("parting");
            let form = moderator.visit(&split.href).await.main_form().fill("title", title).fill("reason", "Autre sujet");
            from = form.press().await.must_be(200).path.clone();
        }
        let place = house.person().await.visit("/fr/areas/sotuba").await;
        place.must_have("Le football").must_have("Le ballon");
        let links = place.links();
        let found = links.iter().filter(|l| l.text.contains("Le football") || l.text.contains("Le ballon"));
        assert_eq!(found.count(), 2, "{links:?}");
        // What waits there is told with its quartier, too.
        harm(&house, "UPDATE posts SET state = 'held' WHERE body LIKE '%TROISELEPHANT%'").await;
        let row = moderator.visit("/fr/committee/queue?kind=post").await.select("article");
        let line = row.iter().find(|line| line.contains("TROISELEPHANT")).expect("it waits");
        assert!(line.contains("Sotuba"), "{line}");
        harm(&house, "UPDATE threads SET merged_into = origin_id WHERE title = 'Le football'").await;
        moderator.visit("/fr/areas/sotuba").await.must_have("Le ballon").must_not_have("Le football");
    }
}

both! {
    /// D1: moved, joined and parted, a thread says so on both sides, links to its posts lead on, and police does none of it.
    async fn threads_are_moved_joined_and_parted_in_public_view_and_never_by_police(house: House) {
        let house = world(house);
        let (awa, moderator) = (sign_in(&house, "awa").await, sign_in(&house, "moderation.c1").await);
        let thread = thread_of(&say(&house, &awa, SOTUBA, "Les eaux sales UNELEPHANT").await);
        let page = say(&house, &awa, &thread, "Le match de dimanche DEUXELEPHANT").await;
        let (first, second) = (link_of(&page, "UNELEPHANT", "post="), link_of(&page, "DEUXELEPHANT", "post="));
        let message = link_of(&moderator.visit(&thread).await, "DEUXELEPHANT", "/committee/posts/");
        let split = moderator.visit(&message).await.links().into_iter().find(|l| l.href.ends_with("/split")).expect("parting").href;
        let chief = sign_in(&house, "chef.c1-ouest").await;
        for place in [split.clone(), thread.replace("/fr/threads", "/fr/committee/threads") + "/move", thread.replace("/fr/threads", "/fr/committee/threads") + "/merge"] {
            chief.visit(&place).await.must_be(403);
            sign_in(&house, "moderation.c4").await.visit(&place).await.must_be(403);
        }
        moderator.visit(&split).await.main_form().fill("title", "Le football").press().await.must_be(422);
        let part = moderator.visit(&split).await.main_form().fill("title", "Le football").fill("reason", "Autre sujet AUTRERAISON").press().await;
        part.must_be(200).must_have("Le football").must_have("DEUXELEPHANT").must_have("AUTRERAISON").must_not_have("UNELEPHANT");
        let visitor = house.person().await;
        visitor.visit(&thread).await.must_have("UNELEPHANT").must_not_have("DEUXELEPHANT").must_have("1 message est devenu");
        assert_eq!(visitor.visit(&second).await.path, part.path);
        // The part is found where the whole is: on the place's page and beside its discussion.
        for (page, lang) in [("/fr/areas/sotuba", "fr"), (thread.as_str(), "fr"), ("/bm/areas/sotuba", "bm")] {
            let links = visitor.visit(page).await.links();
            let to = part.path.replace("/fr/", &format!("/{lang}/"));
            assert!(links.iter().any(|l| l.href == to && l.text.contains("Le football")), "{page}: {links:?}");
        }
        visitor.visit("/fr/areas/sotuba").await.must_have("1 message");
        // The first thread moves to another quartier of the committee.
        let mv = moderator.visit(&thread).await.click("Déplacer").await;
        let form = mv.main_form();
        let options = mv.attributes("select[name=to] option", "value");
        let at = mv.select("select[name=to] option").iter().position(|o| o.contains("Djélibougou")).expect("a quartier");
        let value = options[at].clone();
        form.fill("to", &value).fill("reason", "C'est là-bas").press().await.must_be(200).must_have("UNELEPHANT").must_have("Avant : Sotuba");
        let left = visitor.visit(SOTUBA).await;
        left.must_have("Personne n’a encore écrit").must_have("vers : Djélibougou").must_have("C'est là-bas").check_html();
        assert!(left.links().iter().any(|l| l.href == thread), "{}", left.described());
        let left = visitor.visit("/bm/areas/sotuba/thread").await;
        left.must_have("ka taa: Djélibougou").must_not_have("Déplacée");
        // Closed and open again, each stands on it with its reason.
        for (word, said, reason) in [("Fermer la discussion", "Fermée le", "Trop de bruit"), ("Rouvrir la discussion", "Rouverte le", "Le calme est revenu")] {
            let lock = moderator.visit(&thread).await.click(word).await;
            lock.main_form().fill("reason", reason).press().await.must_be(200);
            let seen = visitor.visit(&thread).await;
            let trace = seen.select("ul.rows li").into_iter().find(|l| l.contains(said));
            assert!(trace.is_some_and(|l| l.contains(reason)), "{}", seen.described());
        }
        // Joined again, both links lead to one page; the empty thread leads on.
        let merge = moderator.visit(&part.path).await.click("Réunir avec une autre").await;
        let into = thread.rsplit('/').next().expect("an id").to_owned();
        let whole = merge.main_form().fill("into", &into).fill("reason", "Finalement").press().await;
        whole.must_be(200).must_have("UNELEPHANT").must_have("DEUXELEPHANT").must_have("1 message est venu");
        for link in [&first, &second, &part.path] {
            let page = visitor.visit(link).await;
            assert_eq!(page.path, thread, "{link}");
        }
        visitor.visit("/fr/moderation").await.must_have("Déplacé").must_have("Séparé").must_have("Réuni avec un autre").must_have("AUTRERAISON");
    }
}

both! {
    /// From page to page and back, every post comes once, in order; a link to one post shows it.
    async fn a_long_thread_is_leafed_both_ways_and_no_post_is_lost(house: House) {
        let house = world(house);
        let awa = sign_in(&house, "awa").await;
        let thread = thread_of(&say(&house, &awa, SOTUBA, "Le début NUMERO000").await);
        let values: Vec<String> = (1..65).map(|n| format!(
            "SELECT id + {n}, thread_id, account_id, function, scope_id, 'Suite NUMERO{n:03}', state, reason, at + {}, '', '' FROM posts WHERE body = 'Le début NUMERO000'", n / 3)).collect();
        for value in values {
            harm(&house, &format!("INSERT INTO posts (id, thread_id, account_id, function, scope_id, body, state, reason, at, held_for, digest) {value}")).await;
        }
        let numbers = |page: &Page| -> Vec<u32> {
            page.body.match_indices("NUMERO").filter_map(|(at, _)| page.body[at + 6..at + 9].parse().ok()).collect()
        };
        // The other language stands at the same cursor: that is no next page.
        let beside = |page: &Page, part: &str| page.links().into_iter().map(|l| l.href).find(|h| h.starts_with(&thread) && h.contains(part));
        let visitor = house.person().await;
        let (mut page, mut all) = (visitor.visit(&thread).await, Vec::new());
        page.must_not_have("Précédente");
        loop {
            all.extend(numbers(&page));
            let Some(next) = beside(&page, "after=") else { break };
            page = visitor.visit(&next).await;
        }
        assert_eq!(all, (0..65).collect::<Vec<_>>());
        page = visitor.visit(&format!("{thread}?page=last")).await;
        let mut back = Vec::new();
        loop {
            back.splice(0..0, numbers(&page));
            let Some(previous) = beside(&page, "before=") else { break };
            page = visitor.visit(&previous).await;
        }
        assert_eq!(back, (0..65).collect::<Vec<_>>());
        let link = link_of(&visitor.visit(&thread).await, "NUMERO015", "post=");
        let at = visitor.visit(&link).await;
        assert_eq!(numbers(&at).first(), Some(&15));
        at.must_have("Précédente");
    }
}

both! {
    /// D3: an official's name stands beside their function only while they want it.
    async fn an_officer_s_name_is_shown_only_while_they_want_it(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let thread = thread_of(&say(&house, &officer, SOTUBA, "Nous passons ce soir.").await);
        let visitor = house.person().await;
        let profile = officer.visit("/fr/account").await.form("/fr/account/profile");
        let name = profile.value("name").to_owned();
        visitor.visit(&thread).await.must_have("Agent").must_not_have(&name);
        profile.fill("shows_name", "yes").press().await.must_be(200);
        visitor.visit(&thread).await.must_have(&name);
        let profile = officer.visit("/fr/account").await.form("/fr/account/profile");
        profile.fill("shows_name", "").press().await.must_be(200);
        visitor.visit(&thread).await.must_not_have(&name);
        assert!(!sign_in(&house, "awa").await.visit("/fr/account").await.body.contains("shows_name"));
    }
}

both! {
    /// Under the field stands who reads what is written: everybody, or those of a reserved meeting.
    async fn who_writes_is_told_who_reads_it(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let (run, _) = reserved(&moderator).await;
        let thread = format!("{}/thread", public(&run));
        let reserved = moderator.visit(&thread).await;
        reserved.must_have("Seules les personnes inscrites et le comité le lisent").must_not_have("Tout le monde peut le lire");
        moderator.visit(&thread.replace("/fr/", "/bm/")).await.must_have("ni komite dɔrɔn b'a kalan").must_not_have("Bɛɛ bɛ se k'a kalan");
        moderator.visit(SOTUBA).await.must_have("Tout le monde peut le lire").must_not_have("Seules les personnes inscrites");
    }
}
