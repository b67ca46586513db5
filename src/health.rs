//! What machines ask: does the process answer, does the database, how busy are both; and `/`, which leads to the reader's language.

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::policy::Access;
use crate::urls;
use crate::web::{Answer, Cx, Routes, metrics};

/// `/`, `/healthz`, `/readyz`, `/metrics`.
pub fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/", front);
    routes.get(Access::Machine, "/healthz", healthy);
    routes.get(Access::Machine, "/readyz", ready);
    routes.get(Access::Machine, "/metrics", metrics);
}

async fn front(cx: Cx) -> Answer {
    let to = urls::home(cx.lang());
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, to))
        .insert_header((header::VARY, "Accept-Language, Cookie"))
        .finish())
}

async fn healthy(_: Cx) -> Answer {
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n"))
}

async fn ready(cx: Cx) -> Answer {
    cx.site.db.state().await?;
    // Still 200: a proxy that took the node away would take the reading with it. `sigida check` fails.
    let said = match cx.site.db.shut().await {
        None => "ready\n".to_owned(),
        Some(why) => format!("ready, for reading only: {why}\n"),
    };
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(said))
}
