//! What waits for the demo's moderators beside the rest: two messages that neighbours reported, one that the guard held, one that
//! was hidden and whose author appeals, one with a part of it black.

use std::sync::Arc;

use super::logins::People;
use crate::areas::Reference;
use crate::base::{Actor, AreaId, HOUR, PostId, Time};
use crate::error::{Error, Result};
use crate::moderation::ground::{Ground, keep};
use crate::moderation::redactions::Masking;
use crate::moderation::{Target, flags};
use crate::talk::actions::{self as talk, Said, To, Verdict};
use crate::talk::model::{PostState, Subject};
use crate::web::Site;

/// Where they talk.
const PLACE: &str = "banconi";

/// What is reported: who says it, hours ago, what; who reports it, why, with which words.
const REPORTED: [(&str, i64, &str, &str, Ground, &str); 2] = [
    (
        "awa",
        30,
        "L’eau revient demain. En attendant, mon frère vend des bidons derrière la mosquée, 500 F.",
        "moussa",
        Ground::Apart,
        "C’est une publicité.",
    ),
    (
        "moussa",
        21,
        "Sɔgɔmada fɛ, mobilibolila jugu caman bɛ lekɔli daa la. U hakili tɛ u kun na!",
        "awa",
        Ground::Insult,
        "",
    ),
];

/// What was hidden, why, and what its author says against that.
const HIDDEN: (&str, &str, &str) = (
    "Le gérant de la pompe du carrefour ferme exprès avant l’heure et garde l’eau pour ses amis.",
    "On ne sait pas qui a décidé de l’heure.",
    "Je ne nomme personne. Le comité de gestion de l’eau l’a dit lui-même à la réunion de vendredi.",
);

/// What the guard holds.
const HELD: &str = "Mobili AB 123 CD bɛ boli teliya la lekɔli ɲɛ fɛ su o su.";

/// What is shown with a part of it black: who says it, what, and the part.
const MASKED: (&str, &str, &str) =
    ("moussa", "Kɔlɔn labɛnbaga sɔrɔla: a nimɔrɔ ye 76 00 00 02 ye. A bɛ na sibiri don.", "76 00 00 02");

/// Somebody who says something there, at an instant.
struct Talk<'a> {
    site: &'a Site,
    r: Arc<Reference>,
    area: AreaId,
}

impl Talk<'_> {
    /// Writes it; whoever is new is let through by a moderator unless it is to wait.
    fn say(&self, actor: &Actor, at: Time, body: &str, lets: Option<&Actor>) -> Result<PostId> {
        let (actor, lets, r, area) = (actor.clone(), lets.cloned(), Arc::clone(&self.r), self.area);
        let said = Said { body: body.to_owned(), ..Said::default() };
        self.site.db.write_now(move |tx| {
            tx.now = at;
            let (_, post, held) = talk::write(tx, &actor, &r, To::About(Subject::Area(area)), &said)?;
            if let Some(moderator) = lets.as_ref().filter(|_| held) {
                talk::judge(tx, moderator, post, PostState::Held, &Verdict::Publish)?;
            }
            Ok(post)
        })
    }
}

/// Lays it out.
pub(super) fn lay(site: &Site, people: &People, now: Time) -> Result<()> {
    let r = Arc::new(site.db.read_now(crate::areas::store::load)?);
    let area = r.area_at(PLACE).ok_or_else(|| Error::internal("the sample has no such quartier"))?.id;
    let committee = r.moderators_of(area).first().copied().ok_or(Error::NotFound)?;
    let there = Talk { site, r, area };
    let at = move |hours: i64| now.plus(-hours * HOUR);
    let moderator = people.login("moderation.c1")?.clone();
    for (who, hours, body, by, ground, note) in REPORTED {
        let post = there.say(people.login(who)?, at(hours), body, Some(&moderator))?;
        let by = people.login(by)?.clone();
        site.db.write_now(move |tx| {
            tx.now = at(hours - 1);
            flags::raise(tx, &by, Target::post(post), committee, ground, note)
        })?;
    }
    let (who, body, part) = MASKED;
    let post = there.say(people.login(who)?, at(25), body, None)?;
    let reader = moderator.clone();
    site.db.write_now(move |tx| {
        tx.now = at(24);
        let masking = Masking { parts: vec![part.to_owned()], reason: keep(Some(Ground::Private), "") };
        talk::redact(tx, &reader, post, &masking)?;
        talk::judge(tx, &reader, post, PostState::Held, &Verdict::Publish)
    })?;
    let awa = people.login("awa")?.clone();
    let post = there.say(&awa, at(18), HIDDEN.0, Some(&moderator))?;
    site.db.write_now(move |tx| {
        tx.now = at(12);
        let why = keep(Some(Ground::Accusation), HIDDEN.1);
        talk::judge(tx, &moderator, post, PostState::Visible, &Verdict::Hide(why, Vec::new()))?;
        tx.now = at(9);
        talk::appeal(tx, &awa, post, HIDDEN.2)
    })?;
    there.say(people.login("moussa")?, at(3), HELD, None)?;
    Ok(())
}
