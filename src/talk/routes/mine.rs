//! What somebody follows: the list, the digest, beginning and ceasing.

use std::sync::Arc;

use crate::base::{DAY, ThreadId};
use crate::error::Error;
use crate::moderation::{decisions, restraints};
use crate::talk::pages::{DigestPage, MinePage};
use crate::talk::{actions, reads};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

pub(super) async fn mine(cx: Cx) -> Answer {
    let account = cx.actor.account().ok_or(Error::SignIn)?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let now = cx.now;
    let (all, against, held) = cx
        .read(move |conn| {
            let held = restraints::of_account(conn, account, now)?;
            Ok((reads::mine(conn, &r, &actor, account)?, reads::against_me(conn, account)?, held))
        })
        .await?;
    cx.note(move |tx| decisions::read(tx, account)).await?;
    cx.html(&MinePage::new(&cx, &all, &against, &held))
}

/// « Tout lu ».
pub(super) async fn read_all(cx: Cx, form: Form) -> Answer {
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::read_all(tx, &actor)).await?;
    cx.see_done(urls::discussions(cx.lang()), Notice::Saved)
}

/// What was written since yesterday morning: the digest of a day, whenever in the day it is opened.
pub(super) async fn digest(cx: Cx) -> Answer {
    let account = cx.actor.account().ok_or(Error::SignIn)?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let since = cx.now.day().start().plus(-DAY);
    let told = cx.read(move |conn| reads::digest(conn, &r, &actor, account, since)).await?;
    cx.html(&DigestPage::new(&cx, cx.l.date(since.civil().date()), &told))
}

pub(super) async fn follow(cx: Cx, form: Form) -> Answer {
    let id: ThreadId = cx.id("id")?;
    let on = form.value("do") != "unfollow";
    let from_list = form.ticked("list");
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::follow(tx, &actor, &r, id, on)).await?;
    let back = if from_list { urls::discussions(cx.lang()) } else { urls::thread(cx.lang(), id) };
    cx.see_done(back, Notice::Saved)
}
