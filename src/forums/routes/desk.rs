//! The committee's desk: what waits, announcing, promises, moderation of threads.

use std::collections::HashMap;
use std::sync::Arc;

use crate::areas::Committee;
use crate::base::{CommitteeId, MeetingId, Time};
use crate::db::Conn;
use crate::error::{Error, Refusal, Result};
use crate::forums::actions;
use crate::forums::forms;
use crate::forums::model::{Meeting, MinutesState, Phase};
use crate::forums::pages::{DeskPage, MeetingForm, PromisesPage};
use crate::forums::reads;
use crate::forums::store::commitments::{self, Filter};
use crate::forums::store::{meetings, papers};
use crate::i18n::L;
use crate::moderation::queue::Bench;
use crate::policy::{self, Deed};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

pub async fn desk(cx: Cx) -> Answer {
    let mut mine = cx.actor.committees();
    mine.extend(cx.actor.chaired());
    mine.sort_unstable();
    mine.dedup();
    let (committees, bench, now) = (mine.clone(), Bench::of(&cx.actor, &cx.r), cx.now);
    let chaired = cx.actor.chaired();
    let read = cx.read(move |conn| reads::desk(conn, now, &committees, &bench, &chaired)).await?;
    cx.html(&DeskPage::new(&cx, &mine, &read))
}

/// The committee in the address, if the reader runs it.
fn committee(cx: &Cx) -> Result<Committee> {
    let id: CommitteeId = cx.id("committee")?;
    let committee = cx.r.committee(id).ok_or(Error::NotFound)?;
    policy::permit(&cx.actor, &Deed::RunCommittee(id))?;
    Ok(committee.clone())
}

pub async fn new_meeting(cx: Cx) -> Answer {
    let committee = committee(&cx)?;
    cx.html(&MeetingForm::new(&cx, &committee, None, Form::blank()))
}

pub async fn announce(cx: Cx, mut form: Form) -> Answer {
    let committee = committee(&cx)?;
    // Both are read before either is refused: whatever is wrong is told at once.
    let draft = forms::meeting(&mut form, &cx.r, committee.id, cx.now, 0);
    let (Some(times), Some(draft)) = (forms::times(&mut form), draft) else {
        return cx.invalid(&MeetingForm::new(&cx, &committee, None, form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), committee.id);
    let meeting = cx.deed(&form, move |tx| actions::announce_series(tx, &actor, &r, id, &draft, times)).await?;
    cx.see_done(urls::committee_meeting(cx.lang(), meeting), Notice::Published)
}

/// The last meetings that were held and whose minutes are not locked: where something may still be noted as promised.
fn open_meetings(conn: &mut Conn, committee: CommitteeId, now: Time) -> Result<Vec<Meeting>> {
    let mut held = meetings::past(conn, committee, now, None)?.items;
    let ids: Vec<MeetingId> = held.iter().map(|m| m.id).collect();
    let states: HashMap<MeetingId, MinutesState> = papers::states(conn, &ids)?.into_iter().collect();
    held.retain(|m| m.phase(now) == Phase::Held && states.get(&m.id) != Some(&MinutesState::Approved));
    Ok(held)
}

async fn promises_page(cx: &Cx, form: Form) -> Result<PromisesPage> {
    let committee = committee(cx)?;
    let (id, now, after) = (committee.id, cx.now, cx.cursor());
    let filter = Filter { committee: Some(id), ..Filter::default() };
    let (held, read) = cx
        .read(move |conn| {
            let held = open_meetings(conn, id, now)?;
            Ok((held, commitments::page(conn, &filter, now.day(), after)?))
        })
        .await?;
    Ok(PromisesPage::new(cx, &committee, &held, &read, form))
}

pub async fn promises(cx: Cx) -> Answer {
    let page = promises_page(&cx, Form::blank()).await?;
    cx.html(&page)
}

pub async fn promise(cx: Cx, mut form: Form) -> Answer {
    let committee = committee(&cx)?;
    let (id, now) = (committee.id, cx.now);
    let met = match forms::promised_at(&form) {
        Some(meeting) => cx.read(move |conn| meetings::find(conn, meeting)).await?,
        None => None,
    };
    let met = met.filter(|m| m.committee_id == id && m.phase(now) == Phase::Held).map(|m| m.starts_at.day());
    let Some(new) = forms::commitment(&mut form, &cx.r, now.day(), met) else {
        let page = promises_page(&cx, form).await?;
        return cx.invalid(&page);
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    match cx.deed(&form, move |tx| actions::promise(tx, &actor, &r, id, &new)).await {
        Ok(_) => cx.see_done(urls::committee_commitments(cx.lang(), id), Notice::Saved),
        // Approved while this was being written: nothing typed is lost, another meeting is chosen, or none.
        Err(Error::Refused(Refusal::MinutesLocked)) => {
            form.fail("meeting", L::forums_promise_locked);
            let page = promises_page(&cx, form).await?;
            cx.invalid(&page)
        }
        Err(error) => Err(error),
    }
}
