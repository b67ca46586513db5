//! The demo's talk about a quartier: residents, an officer and a moderator, in French and Bambara, with an answer, a quote, words
//! corrected afterwards, and one message that waits for a moderator.

use std::sync::Arc;

use super::logins::People;
use crate::base::{Actor, HOUR, PostId, Time};
use crate::error::{Error, Result};
use crate::talk::actions::{self as talk, Said, To, Verdict};
use crate::talk::model::{PostState, Subject};
use crate::web::Site;

/// Where they talk.
const PLACE: &str = "banconi";

/// Who says what, how many hours ago, and which of the messages before it they answer.
const SAID: &[(&str, i64, Option<usize>, &str)] = &[
    (
        "awa",
        70,
        None,
        "Bonsoir à tous. Depuis deux semaines, les lampes entre le dispensaire et le marché sont éteintes. Le soir, les femmes qui ferment leur étal rentrent dans le noir. Qui l’a déjà signalé ?",
    ),
    (
        "moussa",
        67,
        Some(0),
        "Aw ni su. N fana y'a ye. An ka kin in kɔnɔ, fitinɛw faga la kabini dɔgɔkun fila. Denmisɛnw tɛ se ka kalan kɛ su fɛ.",
    ),
    (
        "agent.c1-ouest",
        49,
        Some(0),
        "Nous avons lu. Une patrouille à pied passe maintenant **entre 19 h et 22 h** sur ce trajet. Pour les lampes, la mairie répond.",
    ),
    (
        "moderation.c1",
        46,
        None,
        "Le comité a mis ce point à l’ordre du jour de la prochaine réunion :\n\n- les lampes du dispensaire\n- le trajet des vendeuses\n\nVenez le dire vous-mêmes.",
    ),
    (
        "awa",
        44,
        Some(2),
        "> Une patrouille à pied passe maintenant **entre 19 h et 22 h**\n\nMerci. Le marché ferme à *22 h 30*. Pouvez-vous rester un peu plus tard ?",
    ),
    ("agent.c1-ouest", 26, Some(4), "C’est noté : jusqu’à 23 h à partir de demain."),
    ("moussa", 5, Some(5), "Aw ni ce. Surɔ, polisiw tɛmɛna ka ban, an y'u ye. Fitinɛw dun?"),
    ("moussa", 2, None, "Ni mɔgɔ dɔ ye yɛlɛn labɛnbaga dɔn, a ka n wele: 76 00 00 01."),
];

/// Which of them its author corrected an hour later, and what it says since.
const CORRECTED: (usize, &str) = (
    4,
    "> Une patrouille à pied passe maintenant **entre 19 h et 22 h**\n\nMerci. Le marché ferme à *23 h*, pas avant. Pouvez-vous rester un peu plus tard ?",
);

/// Lives through the talk.
pub(super) fn replay(site: &Site, people: &People, now: Time) -> Result<()> {
    let r = Arc::new(site.db.read_now(crate::areas::store::load)?);
    let area = r.area_at(PLACE).ok_or_else(|| Error::internal("the sample has no such quartier"))?.id;
    let mut made: Vec<PostId> = Vec::new();
    let moderator = people.login("moderation.c1")?.clone();
    for (n, (login, hours, answers, body)) in SAID.iter().enumerate() {
        let (actor, at) = (people.login(login)?.clone(), now.plus(-hours * HOUR));
        let said =
            Said { body: (*body).to_owned(), reply_to: answers.and_then(|n| made.get(n).copied()), ..Said::default() };
        let (r, moderator) = (Arc::clone(&r), moderator.clone());
        let waits = n + 1 == SAID.len();
        let post = site.db.write_now(move |tx| {
            tx.now = at;
            let (_, post, held) = talk::write(tx, &actor, &r, To::About(Subject::Area(area)), &said)?;
            if held && !waits {
                talk::judge(tx, &moderator, post, PostState::Held, &Verdict::Publish)?;
            }
            Ok(post)
        })?;
        made.push(post);
        if n == CORRECTED.0 {
            correct(site, people.login(login)?, post, at.plus(HOUR))?;
        }
    }
    Ok(())
}

fn correct(site: &Site, actor: &Actor, post: PostId, at: Time) -> Result<()> {
    let actor = actor.clone();
    let r = site.db.read_now(crate::areas::store::load)?;
    site.db.write_now(move |tx| {
        tx.now = at;
        talk::edit(tx, &actor, &r, post, CORRECTED.1).map(|_| ())
    })
}
