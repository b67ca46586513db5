//! A public concern is put on the agenda of a meeting to come, from its own page (M4).

use std::sync::Arc;

use crate::base::ConcernNumber;
use crate::concerns::agenda::{Coming, coming};
use crate::concerns::model::Concern;
use crate::concerns::store::find_public;
use crate::error::{Error, Result};
use crate::forums::actions::{self, NewItem};
use crate::forums::forms;
use crate::forums::pages::AgendaPage;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The concern, if everybody may read it, and the meetings to come of the reader's committees.
async fn read(cx: &Cx) -> Result<(Concern, Coming)> {
    let number: ConcernNumber = cx.part("number")?;
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    cx.read(move |conn| {
        let concern = find_public(conn, number)?.ok_or(Error::NotFound)?;
        let coming = coming(conn, &r, &actor, &concern, now)?.ok_or(Error::Forbidden)?;
        Ok((concern, coming))
    })
    .await
}

pub async fn choose(cx: Cx) -> Answer {
    let (concern, coming) = read(&cx).await?;
    cx.html(&AgendaPage::new(&cx, &concern, &coming, Form::blank()))
}

pub async fn put(cx: Cx, mut form: Form) -> Answer {
    let (concern, coming) = read(&cx).await?;
    let Some(meeting) = forms::agenda_meeting(&mut form) else {
        return cx.invalid(&AgendaPage::new(&cx, &concern, &coming, form));
    };
    let (actor, number) = (cx.actor.clone(), concern.number());
    let item = NewItem::Concern(number, actions::CONCERN_MINUTES);
    cx.deed(&form, move |tx| actions::add_item(tx, &actor, meeting, &item)).await?;
    cx.see_done(urls::concern(cx.lang(), number), Notice::Saved)
}
