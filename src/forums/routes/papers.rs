//! Running one meeting: its agenda, its door, its counts, its papers.

use std::sync::Arc;

use crate::areas::Committee;
use crate::base::{AgendaItemId, ConcernNumber, MeetingId, RegistrationId};
use crate::concerns;
use crate::error::{Error, Refusal, Result};
use crate::forums::actions::{self, AgendaMove, Door};
use crate::forums::forms;
use crate::forums::pages::{AttendancePage, DoorPage, MeetingForm, ReasonPage, RunPage, SheetPage};
use crate::forums::reads::{self, MeetingFile};
use crate::forums::store::talk_back;
use crate::i18n::L;
use crate::policy::{self, Deed};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The meeting in the address with all about it, if the reader runs its committee.
pub(super) async fn file(cx: &Cx) -> Result<MeetingFile> {
    let id: MeetingId = cx.id("id")?;
    let (actor, now, r) = (cx.actor.clone(), cx.now, Arc::clone(&cx.r));
    let file = cx.read(move |conn| reads::meeting(conn, &r, &actor, now, id)).await?;
    policy::permit(&cx.actor, &Deed::SeeCommittee(file.meeting.committee_id))?;
    Ok(file)
}

/// The same, for what moderators alone do.
pub(super) async fn own_file(cx: &Cx) -> Result<MeetingFile> {
    let file = file(cx).await?;
    policy::permit(&cx.actor, &Deed::RunCommittee(file.meeting.committee_id))?;
    Ok(file)
}

fn committee(cx: &Cx, file: &MeetingFile) -> Result<Committee> {
    cx.r.committee(file.meeting.committee_id).cloned().ok_or(Error::NotFound)
}

pub async fn run(cx: Cx) -> Answer {
    let file = file(&cx).await?;
    cx.html(&RunPage::new(&cx, &file, Form::blank()))
}

pub async fn edit(cx: Cx) -> Answer {
    let file = own_file(&cx).await?;
    let committee = committee(&cx, &file)?;
    file.meeting.must_be_ahead(cx.now)?;
    cx.html(&MeetingForm::new(&cx, &committee, Some(&file.meeting), Form::blank()))
}

pub async fn change(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let committee = committee(&cx, &file)?;
    let Some(draft) = forms::meeting(&mut form, &cx.r, committee.id, cx.now, file.places.0) else {
        return cx.invalid(&MeetingForm::new(&cx, &committee, Some(&file.meeting), form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), file.meeting.id);
    cx.deed(&form, move |tx| actions::change(tx, &actor, &r, id, &draft)).await?;
    cx.see_done(urls::committee_meeting(cx.lang(), id), Notice::Changed)
}

pub async fn cancellation(cx: Cx) -> Answer {
    let file = own_file(&cx).await?;
    file.meeting.must_be_ahead(cx.now)?;
    cx.html(&ReasonPage::cancel(&cx, &file.meeting, Form::blank()))
}

pub async fn cancel(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let Some(reason) = forms::reason(&mut form) else {
        return cx.invalid(&ReasonPage::cancel(&cx, &file.meeting, form));
    };
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::cancel(tx, &actor, id, &reason)).await?;
    cx.see_done(urls::committee_meeting(cx.lang(), id), Notice::Withdrawn)
}

pub async fn add_item(cx: Cx, mut form: Form) -> Answer {
    let file = file(&cx).await?;
    file.must_be_open()?;
    let Some(item) = forms::agenda_item(&mut form) else {
        // Whatever is wrong is told at once: a number that nothing public has, too.
        if let Ok(number) = form.value("number").parse::<ConcernNumber>()
            && cx.read(move |conn| concerns::store::find_public(conn, number)).await?.is_none()
        {
            form.fail("number", L::forums_agenda_unknown);
        }
        return cx.invalid(&RunPage::new(&cx, &file, form));
    };
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    match cx.deed(&form, move |tx| actions::add_item(tx, &actor, id, &item)).await {
        Ok(_) => cx.see_done(urls::committee_meeting(cx.lang(), id) + "#agenda", Notice::Saved),
        Err(Error::NotFound) => {
            form.fail("number", L::forums_agenda_unknown);
            cx.invalid(&RunPage::new(&cx, &file, form))
        }
        Err(error) => Err(error),
    }
}

pub async fn move_item(cx: Cx, form: Form) -> Answer {
    let file = file(&cx).await?;
    let item: AgendaItemId = cx.id("item")?;
    let what = match form.value("do") {
        "up" => AgendaMove::Up,
        "down" => AgendaMove::Down,
        "remove" => AgendaMove::Remove,
        _ => return Err(Error::BadRequest("up, down or remove")),
    };
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::move_item(tx, &actor, id, item, what)).await?;
    cx.see_done(urls::committee_meeting(cx.lang(), id) + "#agenda", Notice::Changed)
}

async fn door_page(cx: &Cx, form: Form) -> Result<DoorPage> {
    let file = own_file(cx).await?;
    let (id, after) = (file.meeting.id, cx.cursor());
    let read = cx.read(move |conn| reads::door(conn, id, after)).await?;
    Ok(DoorPage::new(cx, &file.meeting, &read, form))
}

pub async fn door(cx: Cx) -> Answer {
    let page = door_page(&cx, Form::blank()).await?;
    cx.html(&page)
}

pub async fn enter_by_code(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let Some(code) = forms::door_code(&mut form) else {
        let page = door_page(&cx, form).await?;
        return cx.invalid(&page);
    };
    let (actor, id, door) = (cx.actor.clone(), file.meeting.id, Door::Code(code));
    let problem = match cx.deed(&form, move |tx| actions::enter(tx, &actor, id, &door)).await {
        Ok(()) => return cx.see_done(urls::committee_door(cx.lang(), id), Notice::Saved),
        Err(Error::NotFound) => L::forums_door_unknown,
        Err(Error::Refused(Refusal::AlreadyDone)) => L::forums_door_twice,
        Err(error) => return Err(error),
    };
    form.fail("code", problem);
    let page = door_page(&cx, form).await?;
    cx.invalid(&page)
}

pub async fn enter_by_row(cx: Cx, form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let row: RegistrationId = cx.id("row")?;
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::enter(tx, &actor, id, &Door::Row(row))).await?;
    cx.see_done(urls::committee_door(cx.lang(), id), Notice::Saved)
}

pub async fn attendance(cx: Cx) -> Answer {
    let file = own_file(&cx).await?;
    file.meeting.must_have_begun(cx.now)?;
    let id = file.meeting.id;
    let names = cx.read(move |conn| talk_back::list(conn, id)).await?;
    cx.html(&AttendancePage::new(&cx, &file, &names, Form::blank()))
}

pub async fn count(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    file.must_be_open()?;
    let Some(counts) = forms::counts(&mut form) else {
        return cx.invalid(&AttendancePage::new(&cx, &file, "", form));
    };
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::set_counts(tx, &actor, id, &counts)).await?;
    // The totals stand on this page.
    cx.see_done(urls::committee_attendance(cx.lang(), id), Notice::Saved)
}

pub async fn keep_list(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let Some(names) = forms::names(&mut form) else {
        return cx.invalid(&AttendancePage::new(&cx, &file, "", form));
    };
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::set_list(tx, &actor, id, &names)).await?;
    cx.see_done(urls::committee_attendance(cx.lang(), id), Notice::Saved)
}

pub async fn invite(cx: Cx, form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::invite(tx, &actor, id)).await?;
    cx.see_done(urls::committee_meeting(cx.lang(), id), Notice::Changed)
}

pub async fn sheets(cx: Cx) -> Answer {
    let file = file(&cx).await?;
    cx.html(&SheetPage::new(&cx, &file))
}
