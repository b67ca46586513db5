//! The addresses of moderation: the public log, and the row of what waits.

use super::model::{Wanted, month};
use super::pages::{LogPage, QueuePage};
use super::queue::{self, Bench, Kind};
use super::store;
use crate::policy::Access;
use crate::web::{Answer, Cx, Routes};

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Public, "/{l}/moderation", log);
    routes.get(Access::Committee, "/{l}/committee/queue", waiting);
}

async fn log(cx: Cx) -> Answer {
    let after = cx.cursor();
    let committee = cx.r.committee_at(cx.query("committee")).map(|committee| committee.id);
    let wanted = Wanted { committee, within: month(cx.query("month")) };
    let (acts, totals) =
        cx.read(move |conn| Ok((store::acts(conn, wanted, after)?, store::totals(conn, wanted)?))).await?;
    cx.html(&LogPage::new(&cx, &acts, &totals))
}

/// What waits for this moderator.
async fn waiting(cx: Cx) -> Answer {
    let (bench, now, after) = (Bench::of(&cx.actor, &cx.r), cx.now, cx.cursor());
    let kind = Kind::parse(cx.query("kind"));
    let read = cx
        .read(move |conn| {
            let page = queue::page(conn, &bench, kind, after)?;
            // The oldest of all stands on the first page of all kinds.
            let oldest = match (kind, after) {
                (None, None) => page.items.first().map(|item| item.since),
                _ => queue::page(conn, &bench, None, None)?.items.first().map(|item| item.since),
            };
            Ok((page, queue::counts(conn, &bench)?, queue::median(conn, &bench, now)?, oldest))
        })
        .await?;
    cx.html(&QueuePage::new(&cx, kind, &read.0, &read.1, read.2, read.3))
}
