//! Mass assignment: fields that no form of ours has, named as columns and rights are, sent with every kind of form. Each row is
//! read back beside that of somebody who sent none of them.

use reqwest::Method;

use super::{body, token};
use crate::access::{Things, table};
use crate::concerns::{follow, number_on};
use crate::forums::{announced, public};
use crate::moderation::{form_of, thread};
use crate::support::world::{rows, sign_in, words, world};
use crate::support::{Form, House, both};

/// What only the house decides, by the names it has here and by those it has elsewhere.
const EXTRA: [(&str, &str); 34] = [
    ("role", "admin"),
    ("roles", "admin"),
    ("role[]", "admin"),
    ("membership", "admin"),
    ("scope", "district"),
    ("scope_kind", "district"),
    ("is_admin", "1"),
    ("admin", "true"),
    ("account_id", "1"),
    ("id", "1"),
    ("unit_id", "1"),
    ("assignee_id", "1"),
    ("assignee", "1"),
    ("must_change", "1"),
    ("disabled_at", "1"),
    ("shows_name", ""),
    ("moderation", "published"),
    ("published_at", "1"),
    ("audience", "public"),
    ("channel", "desk"),
    ("priority", "true"),
    ("reopened", "true"),
    ("outcome", "fixed"),
    ("supports", "1000"),
    ("filed_at", "1"),
    ("due_at", "1"),
    ("at", "1"),
    ("function", "chief"),
    ("attended_at", "1"),
    ("spoke", "true"),
    ("door_code", "000000"),
    ("held_for", ""),
    ("became", "closed"),
    ("__proto__", "x"),
];

/// With all of them, but those that the form has itself.
fn laden(mut form: Form) -> Form {
    let own: Vec<String> = form.fields().iter().map(|name| (*name).to_owned()).collect();
    for (name, value) in EXTRA.into_iter().chain([("state", "closed"), ("kind", "closed")]) {
        if !own.iter().any(|field| field == name) {
            form = form.tamper(name, value);
        }
    }
    form
}

/// Columns as one text.
fn columns(names: &[&str]) -> String {
    let texts: Vec<String> = names.iter().map(|name| format!("COALESCE(CAST({name} AS TEXT), '-')")).collect();
    texts.join(" || ' ' || ")
}

/// The two newest rows of a table, the newest first.
async fn two_newest(house: &House, table: &str, names: &[&str]) -> Vec<String> {
    words(house, &format!("SELECT {} AS value FROM {table} ORDER BY id DESC LIMIT 2", columns(names))).await
}

/// Says that a row sent with more fields is the row sent without.
#[track_caller]
fn alike(what: &str, two: &[String]) {
    assert_eq!(two.len(), 2, "{what}");
    assert_eq!(two[0], two[1], "{what}: what was sent beside the form's fields became something");
}

const CONCERN: [&str; 16] = [
    "state",
    "moderation",
    "audience",
    "account_id",
    "unit_id",
    "assignee_id",
    "channel",
    "published_at",
    "reopened",
    "priority",
    "outcome",
    "supports",
    "due_at",
    "filed_at",
    "first_answer_at",
    "closed_at",
];
const EVENT: [&str; 8] = ["kind", "function", "account_id", "scope_id", "audience", "was", "became", "at"];

/// The form, with more fields or without.
fn with(form: Form, more: bool) -> Form {
    if more { laden(form) } else { form }
}

/// What became of a concern, event by event.
async fn events(house: &House, number: &str) -> Vec<String> {
    let serial = number.rsplit('-').next().unwrap_or_default().trim_start_matches('0');
    let concern = format!("(SELECT id FROM concerns WHERE serial = {serial} AND year = 2026)");
    words(
        house,
        &format!("SELECT {} AS value FROM concern_events WHERE concern_id = {concern} ORDER BY id", columns(&EVENT)),
    )
    .await
}

both! {
    /// Who signs up is a resident, and who writes their name changes their name.
    async fn nobody_signs_up_as_more_than_a_resident(house: House) {
        let house = world(house);
        for (login, more) in [("ami.un", false), ("ami.deux", true)] {
            let person = house.person().await;
            let form = person.visit("/fr/signup").await.form("/fr/signup").fill("name", "Ami").fill("login", login);
            with(form.fill("password", "trois calebasses"), more).press().await.must_be(200);
            person.visit("/fr/admin").await.must_be(403);
            person.visit("/fr/desk").await.must_be(403);
        }
        let names = ["name", "lang", "must_change", "disabled_at", "shows_name", "created_at",
            "(SELECT COUNT(*) FROM memberships WHERE account_id = accounts.id)", "(SELECT COUNT(*) FROM role_grants WHERE account_id = accounts.id)"];
        alike("accounts", &two_newest(&house, "accounts", &names).await);
        let all = format!("SELECT {} AS value FROM accounts WHERE login <> 'awa' ORDER BY id", columns(&["id", "login", "name", "password", "must_change", "disabled_at"]));
        let own = format!("SELECT {} AS value FROM accounts WHERE login = 'awa'", columns(&["id", "password", "must_change", "disabled_at", "created_at"]));
        let (others, mine, roles) = (words(&house, &all).await, words(&house, &own).await, rows(&house, "memberships").await);
        let form = sign_in(&house, "awa").await.visit("/fr/account").await.form("/fr/account/profile").fill("name", "Awa Deux");
        let form = laden(form).tamper("login", "controle").tamper("password", "neuf tamarins verts");
        form.press().await.must_be(200).must_have("Awa Deux");
        assert_eq!((words(&house, &all).await, words(&house, &own).await, rows(&house, "memberships").await), (others, mine, roles));
    }
}

both! {
    /// What is filed, and what is said of it, is what the form asks and nothing else.
    async fn a_concern_and_its_messages_are_only_what_their_forms_ask(house: House) {
        let house = world(house);
        let mut numbers = Vec::new();
        for (words, more) in [("Le moulin tourne toute la nuit.", false), ("On vend de la viande avariée ici.", true)] {
            let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
            let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", words);
            let form = if form.fields().contains(&"readers") { form.fill("readers", "public") } else { form };
            let mut filed = with(form, more).press_button("Envoyer").await;
            if filed.has("Non, envoyer le mien") {
                filed = filed.form("/fr/concerns/new").press_button("Non, envoyer le mien").await;
            }
            filed.must_be(200);
            numbers.push((number_on(&filed), filed.code()));
        }
        alike("concerns", &two_newest(&house, "concerns", &CONCERN).await);
        for ((_, code), more) in numbers.iter().zip([false, true]) {
            let page = follow(&house, code).await;
            let form = page.form("/fr/follow/concern/messages");
            let field = form.fields()[0].to_owned();
            with(form.fill(&field, "C'est pire depuis hier."), more).press().await.must_be(200);
        }
        let officer = sign_in(&house, "agent.c1-ouest").await;
        for ((number, _), more) in numbers.iter().zip([false, true]) {
            let page = officer.visit(&format!("/fr/desk/concerns/{number}")).await;
            let form = page.must_be(200).form("Répondre").fill("answer", "Nous passerons demain.");
            let form = if form.fields().contains(&"readers") { form.fill("readers", "reporter") } else { form };
            with(form, more).press().await.must_be(200);
        }
        let [plain, laden] = [events(&house, &numbers[0].0).await, events(&house, &numbers[1].0).await];
        assert_eq!(plain, laden, "what was sent beside the form's fields became an event, or a part of one");
        assert!(plain.len() >= 3, "{plain:?}");
        alike("the answered concerns", &two_newest(&house, "concerns", &CONCERN).await);
    }
}

both! {
    /// What is written in a discussion is its writer's, and a place at a meeting is a place.
    async fn a_message_and_a_place_are_only_what_their_forms_ask(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        for (said, more) in [("Le puits est à sec depuis lundi.", false), ("La lampe du marché ne s'allume plus.", true)] {
            house.clock.advance(600);
            let form = form_of(&awa.visit(&opening).await, "body").fill("body", said);
            with(form, more).press().await.must_be(200);
        }
        let names = ["account_id", "function", "scope_id", "state", "reason", "reply_to", "edited_at", "held_for", "thread_id"];
        alike("posts", &two_newest(&house, "posts", &names).await);
        let moderator = sign_in(&house, "moderation.c1").await;
        let meeting = public(&announced(&moderator, "Sécurité au marché", "2026-12-05T16:00", "").await);
        for more in [false, true] {
            let page = house.person().await.visit(&format!("{meeting}/registration")).await;
            with(page.main_form().fill("name", "Voisin"), more).press().await.must_be(200);
        }
        let names = ["meeting_id", "account_id", "name", "state", "made_at", "attended_at", "promoted_at", "spoke"];
        alike("registrations", &two_newest(&house, "registrations", &names).await);
        let codes = words(&house, "SELECT door_code AS value FROM registrations ORDER BY id DESC LIMIT 1").await;
        assert_ne!(codes, ["000000"]);
    }
}

both! {
    /// At every address a resident may send a form to, nothing but more fields makes them more, nor anybody else's thing theirs.
    async fn more_fields_at_any_address_make_nobody_more(house: House) {
        let house = world(house);
        let things = Things::of(&house).await;
        let people = format!("SELECT {} AS value FROM memberships ORDER BY id", columns(&["id", "account_id", "role", "scope_kind", "scope_id", "ended_at"]));
        let held = format!("SELECT {} AS value FROM concerns ORDER BY id", columns(&["id", "unit_id", "account_id", "moderation", "audience", "priority"]));
        let awa = sign_in(&house, "awa").await.without_following().without_checks();
        let before = (words(&house, &people).await, words(&house, &held).await, rows(&house, "role_grants").await);
        let mut tried = 0;
        for ((method, pattern), cells) in table() {
            if method != "POST" || cells[1] != "ok" || pattern.contains("logout") || pattern.contains("sessions") {
                continue;
            }
            let token = token(&awa, "awa").await;
            let mut pairs = EXTRA.to_vec();
            pairs.extend([("_token", token.as_str()), ("state", "closed"), ("kind", "closed")]);
            let answer = awa.request(Method::POST, &things.address(&pattern), &[], body(&pairs)).await;
            assert!(answer.status < 500, "{pattern}: {}", answer.status);
            tried += 1;
        }
        assert!(tried > 30, "{tried}");
        assert_eq!((words(&house, &people).await, words(&house, &held).await, rows(&house, "role_grants").await), before);
    }
}
