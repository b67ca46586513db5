//! A moderator looks at one concern and decides (D6, D11): its words and place, never an internal note, never what is between
//! the unit and the reporter. A police role does not come in.

use std::sync::Arc;

use askama::Template;

use super::super::actions::{self, Verdict};
use super::super::agenda::{self, Choice, Coming};
use super::super::media::{self, Gallery, Medium};
use super::super::model::{Concern, Moderation};
use super::super::{appeals, store, words};
use super::forms;
use crate::base::ConcernNumber;
use crate::error::{Error, Result};
use crate::i18n::Text;
use crate::moderation::Target;
use crate::moderation::appeals::{Card, Open};
use crate::moderation::ground::{self, Ground};
use crate::moderation::guard::{WatchWord, watch_list};
use crate::moderation::queue::{self, Bench};
use crate::moderation::redactions::{self, Redaction, found};
use crate::moderation::words::Piece;
use crate::policy::{Deed, permit};
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{moderation, urls, web};

#[derive(Template)]
#[template(path = "desk/moderate.html")]
struct ModeratePage {
    page: Page,
    form: Form,
    number: String,
    named: ConcernNumber,
    action: String,
    icon: String,
    category: String,
    place: String,
    landmark: String,
    filed: String,
    /// Its words, what meets a rule of the guard marked.
    pieces: Vec<Piece>,
    /// The rules its words and its landmark meet.
    rules: Vec<(&'static str, Text)>,
    lang: &'static str,
    standing: Text,
    reason: String,
    /// What may be done without a reason: the word of the form, and of the button.
    opens: Option<(&'static str, Text)>,
    /// What needs a reason: the word of the form, of the button, and the heading.
    shuts: Option<(&'static str, Text)>,
    gallery: Gallery,
    /// Where parts of its words are blacked out, and what was: when and why.
    mask_url: String,
    grounds: Vec<(&'static str, &'static str)>,
    redactions: Vec<String>,
    /// Putting it on an agenda, while everybody reads it.
    agenda: Option<Choice>,
    /// The appeal that waits.
    appeal: Option<Card>,
    /// True while there is nothing but a voice note that nobody has written down.
    unwritten: bool,
    choose: String,
    /// True when the boxes have a button of their own.
    chooses: bool,
}

impl ModeratePage {
    fn new(cx: &Cx, (concern, media, watch, (open, redactions, coming)): &Read, mut form: Form) -> ModeratePage {
        let (l, page) = (cx.l, cx.page());
        form.preset("parts", found(&concern.words, watch));
        let (pieces, mut rules) = moderation::words::marked(l, &concern.words, watch);
        for rule in moderation::words::marked(l, &concern.landmark, watch).1 {
            if !rules.iter().any(|known| known.0 == rule.0) {
                rules.push(rule);
            }
        }
        let unwritten = media.iter().any(Medium::is_unwritten);
        let (opens, shuts) = match concern.moderation {
            Moderation::Waiting => (Some(("publish", l.desk_publish())), Some(("refuse", l.desk_refuse_publication()))),
            Moderation::Refused => (Some(("publish", l.desk_publish())), None),
            Moderation::Published => (None, Some(("hide", l.desk_hide()))),
            Moderation::Hidden => (Some(("restore", l.desk_restore())), None),
            Moderation::NotNeeded => (None, None),
        };
        ModeratePage {
            agenda: coming.as_ref().map(|coming| Choice::new(l, concern.number(), coming)),
            appeal: open
                .as_ref()
                .map(|open| Card::new(&page, open, urls::committee_concern_appeal(cx.lang(), concern.number()))),
            mask_url: urls::committee_concern_redaction(cx.lang(), concern.number()),
            grounds: Ground::options(l),
            redactions: redactions
                .iter()
                .map(|one| l.redaction_done(page.date(&one.at), ground::say(l, &one.reason)))
                .collect(),
            gallery: Gallery::to_choose(l, media),
            unwritten,
            choose: urls::committee_media(cx.lang(), concern.number()),
            chooses: concern.moderation == Moderation::Published,
            form,
            number: concern.number().to_string(),
            named: concern.number(),
            action: urls::committee_concern(cx.lang(), concern.number()),
            icon: cx.r.category_icon(concern.category_id).to_owned(),
            category: cx.r.category_name(concern.category_id, cx.lang()).to_owned(),
            place: cx.r.area_name(concern.area_id).to_owned(),
            landmark: concern.landmark.clone(),
            filed: page.datetime(&concern.filed_at),
            pieces,
            rules,
            lang: concern.lang.code(),
            standing: words::moderation(l, concern.moderation),
            reason: concern.moderation_reason.clone(),
            opens: opens.filter(|_| !unwritten),
            shuts,
            page,
        }
    }
}

/// A concern, its photos and voice notes, the watch list, the appeal that waits, what was blacked out, and the meetings to come.
type Read = (Concern, Vec<Medium>, Vec<WatchWord>, (Option<Open>, Vec<Redaction>, Option<Coming>));

async fn load(cx: &Cx, number: ConcernNumber) -> Result<Read> {
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    cx.read(move |conn| {
        let concern = store::find(conn, number)?.ok_or(Error::NotFound)?;
        let referred = store::referred_to(conn, &concern)?;
        permit(&actor, &Deed::ModerateConcern(&concern.facts(&r, referred)))?;
        let media = media::of(conn, concern.id)?;
        let open = appeals::open(conn, &concern)?;
        let redactions = redactions::of(conn, Target::concern(concern.id))?;
        let coming = if concern.is_public() { agenda::coming(conn, &r, &actor, &concern, now)? } else { None };
        Ok((concern, media, watch_list(conn)?, (open, redactions, coming)))
    })
    .await
}

/// `/{l}/committee/concerns/{number}`
pub(super) async fn show(cx: Cx) -> Answer {
    let concern = load(&cx, cx.part("number")?).await?;
    cx.html(&ModeratePage::new(&cx, &concern, Form::blank()))
}

/// The page again, with what is wrong.
pub(in crate::concerns) async fn again(cx: &Cx, number: ConcernNumber, form: Form) -> Answer {
    let read = load(cx, number).await?;
    cx.invalid(&ModeratePage::new(cx, &read, form))
}

/// The texts of a concern that everybody reads, or would once it is published; for who moderates it.
pub(in crate::concerns) async fn texts(cx: &Cx, number: ConcernNumber) -> Result<Vec<String>> {
    let (concern, media, ..) = load(cx, number).await?;
    Ok(std::iter::once(concern.words).chain(media.into_iter().map(|medium| medium.transcript)).collect())
}

/// Publishes, refuses, hides or restores.
pub(super) async fn decide(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let Some(verdict) = forms::verdict(&mut form) else {
        let concern = load(&cx, number).await?;
        return cx.invalid(&ModeratePage::new(&cx, &concern, form));
    };
    let notice = match &verdict {
        Verdict::Publish | Verdict::Restore => Notice::Published,
        Verdict::Refuse(_) | Verdict::Hide(_) => Notice::Withdrawn,
    };
    let opens = matches!(verdict, Verdict::Publish | Verdict::Restore);
    let shown = media::chosen(&form);
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let (bench, lang) = (Bench::of(&actor, &r), cx.lang());
    let next = cx
        .deed(&form, move |tx| {
            actions::moderate(tx, &actor, &r, number, &verdict)?;
            // With the words go the photos that are ticked, and no others.
            if opens {
                media::actions::choose(tx, &actor, &r, number, &shown)?;
            }
            Ok(moderation::words::onward(lang, queue::next(tx, &bench)?))
        })
        .await?;
    cx.see_done(next, notice)
}
