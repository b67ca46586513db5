//! A moderator looks at one concern and decides (D6, D11): its words and place, never an internal note, never what is between
//! the unit and the reporter. A police role does not come in.

use std::sync::Arc;

use askama::Template;

use super::super::actions::{self, Verdict};
use super::super::agenda::{self, Choice, Coming};
use super::super::flagged::{self, FlagAnswer};
use super::super::media::{self, Gallery, Medium};
use super::super::model::{Concern, Moderation};
use super::super::{appeals, store, words};
use super::forms::{self, Judgement};
use crate::base::{AccountId, ConcernNumber};
use crate::error::{Error, Result};
use crate::i18n::Text;
use crate::moderation::Target;
use crate::moderation::appeals::{Card, Open};
use crate::moderation::flagging::FlagLine;
use crate::moderation::flags::{self, Flag};
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
    flags: Vec<FlagLine>,
    /// True while a flag waits.
    flagged: bool,
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
    fn new(
        cx: &Cx,
        Read { concern, media, watch, open, redactions, coming, flags, hands }: &Read,
        mut form: Form,
    ) -> ModeratePage {
        let (l, page) = (cx.l, cx.page());
        form.preset("parts", found(concern.words.as_str(), watch));
        let (pieces, mut rules) = moderation::words::marked(l, concern.words.as_str(), watch);
        for rule in moderation::words::marked(l, concern.landmark.as_str(), watch).1 {
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
            flags: FlagLine::all(cx, &page, flags, hands),
            flagged: flags.iter().any(Flag::waits),
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
            landmark: concern.landmark.as_str().to_owned(),
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

/// A concern before its moderator.
struct Read {
    concern: Concern,
    /// Its photos and voice notes.
    media: Vec<Medium>,
    /// The watch list.
    watch: Vec<WatchWord>,
    /// The appeal that waits.
    open: Option<Open>,
    /// What was blacked out.
    redactions: Vec<Redaction>,
    /// The meetings to come.
    coming: Option<Coming>,
    /// What readers flagged.
    flags: Vec<Flag>,
    /// The names of those who took them in hand.
    hands: Vec<(AccountId, String)>,
}

async fn load(cx: &Cx, number: ConcernNumber) -> Result<Read> {
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    cx.read(move |conn| {
        let concern = store::find(conn, number)?.ok_or(Error::NotFound)?;
        permit(&actor, &Deed::ModerateConcern(&store::facts_for(conn, &actor, &r, &concern)?))?;
        let target = Target::concern(concern.id);
        let flags = flags::of(conn, target)?;
        Ok(Read {
            media: media::of(conn, concern.id)?,
            watch: watch_list(conn)?,
            open: appeals::open(conn, &actor, &concern)?,
            redactions: redactions::of(conn, target)?,
            coming: if concern.is_public() { agenda::coming(conn, &r, &actor, &concern, now)? } else { None },
            hands: flags::hands(conn, &flags)?,
            flags,
            concern,
        })
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
    let Read { concern, media, .. } = load(cx, number).await?;
    let all = std::iter::once(&concern.words).chain(media.iter().map(|medium| &medium.transcript));
    Ok(all.map(|text| text.as_str().to_owned()).collect())
}

/// Publishes, refuses, hides or restores; or answers what readers flagged.
pub(super) async fn decide(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let verdict = match forms::judgement(&mut form) {
        Some(Judgement::Verdict(verdict)) => verdict,
        Some(Judgement::Flags(answer)) => return answer_flags(&cx, number, form, answer).await,
        None => return again(&cx, number, form).await,
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

/// Leaves what was flagged, and goes on to what waits; or takes it in hand, and stays.
async fn answer_flags(cx: &Cx, number: ConcernNumber, form: Form, answer: FlagAnswer) -> Answer {
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let (bench, lang, leaves) = (Bench::of(&actor, &r), cx.lang(), matches!(answer, FlagAnswer::Leave));
    let next = cx
        .deed(&form, move |tx| {
            flagged::answer(tx, &actor, &r, number, &answer)?;
            match leaves {
                true => Ok(moderation::words::onward(lang, queue::next(tx, &bench)?)),
                false => Ok(urls::committee_concern(lang, number)),
            }
        })
        .await?;
    cx.see_done(next, if leaves { Notice::Left } else { Notice::Saved })
}
