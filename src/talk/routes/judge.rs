//! One message before its moderator: what it says, which rules it meets, who flagged it, and the decision, all on one page.

use std::sync::Arc;

use crate::base::PostId;
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::moderation::queue::{self, Bench};
use crate::moderation::redactions::masking;
use crate::moderation::{restraints, words};
use crate::talk::model::PostState;
use crate::talk::pages::JudgedPage;
use crate::talk::reads::{self, Judged};
use crate::talk::{actions, forms};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

async fn load(cx: &Cx) -> Result<Judged> {
    let id: PostId = cx.id("id")?;
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    cx.read(move |conn| reads::judged(conn, &r, &actor, id, now)).await
}

pub(super) async fn show(cx: Cx) -> Answer {
    let read = load(&cx).await?;
    cx.html(&JudgedPage::new(&cx, &read, Form::blank()))
}

pub(super) async fn judge(cx: Cx, mut form: Form) -> Answer {
    let read = load(&cx).await?;
    let Some((seen, verdict)) = forms::verdict(&mut form) else {
        return cx.invalid(&JudgedPage::new(&cx, &read, form));
    };
    let (actor, id, bench, lang) = (cx.actor.clone(), read.post.id, Bench::of(&cx.actor, &cx.r), cx.lang());
    let opens = matches!(verdict, actions::Verdict::Publish | actions::Verdict::Restore(_));
    let stays = matches!(verdict, actions::Verdict::Take(_));
    let leaves = matches!(verdict, actions::Verdict::Leave);
    let deed = cx.deed(&form, move |tx| {
        actions::judge(tx, &actor, id, seen, &verdict)?;
        Ok(words::onward(lang, queue::next(tx, &bench)?))
    });
    let next = match deed.await {
        Err(Error::Refused(Refusal::Guarded)) => return guarded(&cx, &read, form, "reason"),
        other => other?,
    };
    let notice = match (opens, read.post.state) {
        _ if stays => Notice::Saved,
        _ if leaves => Notice::Left,
        (true, _) => Notice::Published,
        (false, PostState::Visible | PostState::Held) => Notice::Withdrawn,
        _ => Notice::Changed,
    };
    let url = if stays { urls::committee_post(cx.lang(), id) } else { next };
    cx.see_done(url, notice)
}

/// The page again: the reason leads to somebody, and everybody would read it.
fn guarded(cx: &Cx, read: &Judged, mut form: Form, field: &'static str) -> Answer {
    form.fail(field, L::moderation_guarded);
    cx.invalid(&JudgedPage::new(cx, read, form))
}

/// Blacks out parts of it, and of what quotes it.
pub(super) async fn redact(cx: Cx, mut form: Form) -> Answer {
    let read = load(&cx).await?;
    let texts: Vec<String> = std::iter::once(&read.post.body).chain(&read.earlier).cloned().collect();
    let Some(masking) = masking(&mut form, &texts) else {
        return cx.invalid(&JudgedPage::new(&cx, &read, form));
    };
    let (actor, id) = (cx.actor.clone(), read.post.id);
    match cx.deed(&form, move |tx| actions::redact(tx, &actor, id, &masking)).await {
        Err(Error::Refused(Refusal::Guarded)) => return guarded(&cx, &read, form, "mask_reason"),
        other => other?,
    }
    cx.see_done(urls::committee_post(cx.lang(), id), Notice::Changed)
}

/// Holds back whoever wrote it, or lets go.
pub(super) async fn hold(cx: Cx, mut form: Form) -> Answer {
    let read = load(&cx).await?;
    let Some(hold) = forms::hold(&mut form, cx.now) else {
        return cx.invalid(&JudgedPage::new(&cx, &read, form));
    };
    let (actor, account, committee) = (cx.actor.clone(), read.post.account_id, read.thread.committee_id);
    let held = cx.deed(&form, move |tx| match &hold {
        forms::Holding::Hold(hold) => restraints::hold(tx, &actor, account, committee, hold),
        forms::Holding::Lift(reason) => restraints::lift(tx, &actor, account, committee, reason),
    });
    match held.await {
        Err(Error::Refused(Refusal::Guarded)) => return guarded(&cx, &read, form, "hold_reason"),
        other => other?,
    }
    cx.see_done(urls::committee_post(cx.lang(), read.post.id), Notice::Saved)
}
