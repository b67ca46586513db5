//! What everybody may open: forums, meetings, places, threads, promises, the log.

use std::sync::Arc;

use crate::areas::Reference;
use crate::base::{AreaId, DAY, MeetingId, UnitId};
use crate::concerns::causes;
use crate::concerns::figures::UNIT_DAYS;
use crate::error::{Error, Refusal};
use crate::forums::actions;
use crate::forums::forms;
use crate::forums::model::{Owner, Phase, Place};
use crate::forums::pages::{
    ForumPage, ForumsPage, MeetingPage, MinutesPage, PlacePage, RegisterPage, VersionsPage, wanted_word,
};
use crate::forums::reads::{self, MeetingFile};
use crate::forums::store::commitments::{Filter, Wanted};
use crate::forums::store::papers;
use crate::i18n::L;
use crate::urls;
use crate::web::{Answer, Cx, Form};

pub async fn forums(cx: Cx) -> Answer {
    let now = cx.now;
    let read = cx.read(move |conn| reads::forums(conn, now)).await?;
    cx.html(&ForumsPage::new(&cx, &read))
}

/// The units that answer for a committee's place: those of its commune.
fn units_of(r: &Reference, area: AreaId) -> Vec<UnitId> {
    let commune = r.commune_of(area).map(|c| c.id);
    r.units.iter().filter(|u| u.active && u.area_id.is_some() && u.area_id == commune).map(|u| u.id).collect()
}

pub async fn forum(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let committee = r.committee_at(&slug).ok_or(Error::NotFound)?;
    let (id, now, after) = (committee.id, cx.now, cx.cursor());
    let units = units_of(&r, committee.area_id);
    let (read, lacked) = cx
        .read(move |conn| {
            let (from, to) = (now.plus(-UNIT_DAYS * DAY), now.plus(1));
            let mut lacked = Vec::with_capacity(units.len());
            for unit in units {
                lacked.push((unit, causes::of_unit(conn, unit, from, to)?));
            }
            Ok((reads::forum(conn, now, id, after)?, lacked))
        })
        .await?;
    cx.html(&ForumPage::new(&cx, committee, &read, &lacked))
}

async fn file(cx: &Cx, id: MeetingId) -> crate::error::Result<MeetingFile> {
    let (actor, now, r) = (cx.actor.clone(), cx.now, Arc::clone(&cx.r));
    cx.read(move |conn| reads::meeting(conn, &r, &actor, now, id)).await
}

pub async fn meeting(cx: Cx) -> Answer {
    let file = file(&cx, cx.id("id")?).await?;
    cx.html(&MeetingPage::new(&cx, &file))
}

pub async fn minutes(cx: Cx) -> Answer {
    let file = file(&cx, cx.id("id")?).await?;
    cx.html(&MinutesPage::new(&cx, &file))
}

pub async fn versions(cx: Cx) -> Answer {
    let file = file(&cx, cx.id("id")?).await?;
    let id = file.meeting.id;
    let mut versions = cx.read(move |conn| papers::versions(conn, id)).await?;
    versions.retain(|v| file.sees || (v.state.is_public() && file.belongs));
    cx.html(&VersionsPage::new(&cx, &file, &versions))
}

pub async fn registration(cx: Cx) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let file = file(&cx, id).await?;
    let account = cx.actor.account();
    let ahead = file.meeting.phase(cx.now) == Phase::Upcoming;
    let place = cx
        .read(move |conn| {
            let Some(mine) = account.map(|a| papers::registration_of(conn, id, a)).transpose()?.flatten() else {
                return Ok(None);
            };
            let rank = papers::rank(conn, id, &mine)?;
            Ok(Some(Place { code: mine.door_code, state: mine.state, rank }))
        })
        .await?;
    if place.is_some() && !ahead {
        // What a place is then is told where it is kept.
        return cx.see(urls::meeting_place(cx.lang(), id));
    }
    cx.html(&PlacePage::new(&cx, &file, Form::blank(), place.as_ref()))
}

pub async fn register(cx: Cx, mut form: Form) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let Some((name, invitation)) = forms::registration(&mut form) else {
        let file = file(&cx, id).await?;
        return cx.invalid(&PlacePage::new(&cx, &file, form, None));
    };
    // Whoever types an invitation may be guessing.
    if !invitation.is_empty() {
        cx.count_try()?;
    }
    cx.count_place(id)?;
    let actor = cx.actor.clone();
    let place = match cx.deed(&form, move |tx| actions::register(tx, &actor, id, &name, &invitation)).await {
        Ok(place) => place,
        Err(Error::Refused(Refusal::NotInvited)) => {
            form.fail("invitation", L::meet_refusal_not_invited);
            let file = file(&cx, id).await?;
            return cx.invalid(&PlacePage::new(&cx, &file, form, None));
        }
        Err(error) => return Err(error),
    };
    // The code stands on this answer only: no address holds it. The same form sent twice answers the same.
    let file = file(&cx, id).await?;
    cx.html(&PlacePage::new(&cx, &file, form, Some(&place)))
}

pub async fn commitments(cx: Cx) -> Answer {
    let state = [Wanted::Expected, Wanted::Overdue, Wanted::Kept, Wanted::Abandoned]
        .into_iter()
        .find(|w| wanted_word(*w) == cx.query("state"));
    let filter = Filter {
        committee: cx.r.committee_at(cx.query("committee")).map(|c| c.id),
        owner: Owner::parse(cx.query("owner"), &cx.r),
        state: state.unwrap_or_default(),
    };
    let (now, after) = (cx.now, cx.cursor());
    let read = cx.read(move |conn| reads::register(conn, &filter, now, after)).await?;
    cx.html(&RegisterPage::new(&cx, &filter, &read))
}
