//! One commitment, read by everybody and signed by two sides; what one's own bodies owe.

use crate::base::CommitmentId;
use crate::error::{Error, Result};
use crate::forums::pages::{CommitmentPage, OwedPage};
use crate::forums::reads::{self, CommitmentFile};
use crate::forums::{actions, forms};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

async fn file(cx: &Cx) -> Result<CommitmentFile> {
    let (id, actor): (CommitmentId, _) = (cx.id("id")?, cx.actor.clone());
    cx.read(move |conn| reads::commitment(conn, &actor, id)).await
}

pub async fn commitment(cx: Cx) -> Answer {
    let file = file(&cx).await?;
    cx.html(&CommitmentPage::new(&cx, &file, Form::blank()))
}

pub async fn sign(cx: Cx, mut form: Form) -> Answer {
    let file = file(&cx).await?;
    let Some((side, sign, body)) = forms::signing(&mut form) else {
        // Who has nothing to say here is told so, however the form was filled.
        return if file.offers.is_empty() {
            Err(Error::Forbidden)
        } else {
            cx.invalid(&CommitmentPage::new(&cx, &file, form))
        };
    };
    let (actor, id) = (cx.actor.clone(), file.commitment.id);
    cx.deed(&form, move |tx| actions::sign(tx, &actor, id, side, sign, &body)).await?;
    cx.see_done(urls::commitment(cx.lang(), id), Notice::Saved)
}

pub async fn owed(cx: Cx) -> Answer {
    let (actor, now) = (cx.actor.clone(), cx.now);
    let (owed, answers) = cx.read(move |conn| reads::owed(conn, &actor, now)).await?;
    cx.html(&OwedPage::new(&cx, &owed, &answers))
}
