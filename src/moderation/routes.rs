//! The addresses of moderation.

use super::pages::LogPage;
use super::store;
use crate::policy::Access;
use crate::web::{Answer, Cx, Routes};

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Public, "/{l}/moderation", log);
}

async fn log(cx: Cx) -> Answer {
    let after = cx.cursor();
    let acts = cx.read(move |conn| store::acts(conn, after)).await?;
    cx.html(&LogPage::new(&cx, &acts))
}
