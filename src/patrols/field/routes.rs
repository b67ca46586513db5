//! The addresses of a patrol on a phone. The page itself is the same for everybody and holds nothing; what it takes along and where
//! it delivers are for police.

use std::sync::Arc;

use serde::Serialize;
use serde_json::json;

use super::actions::deliver;
use super::batch::{Nonsense, read};
use super::kit::{Kit, of_unit};
use super::pages::{self, FieldPage};
use crate::policy::Access;
use crate::urls;
use crate::web::{Answer, Cx, Form, Routes};

/// Its addresses.
pub(in crate::patrols) fn routes(routes: &mut Routes) {
    routes.get(Access::Public, "/{l}/field", page);
    routes.get(Access::Public, "/{l}/field/manifest", manifest);
    routes.get(Access::Police, "/{l}/desk/field/kit", kit);
    routes.get(Access::Police, "/{l}/desk/field/delivery", to_page);
    routes.post(Access::Police, "/{l}/desk/field/delivery", delivery);
}

async fn page(cx: Cx) -> Answer {
    cx.html(&FieldPage::new(&cx))
}

async fn manifest(cx: Cx) -> Answer {
    let manifest = json!({
        "id": urls::field(cx.lang()),
        "name": format!("Sigida – {}", cx.l.field_title().as_str()),
        "short_name": "Sigida",
        "lang": cx.lang().code(),
        "start_url": urls::field(cx.lang()),
        "scope": "/",
        "display": "standalone",
        "orientation": "portrait",
        "background_color": "#10162b",
        "theme_color": "#0a0f20",
        "icons": [{ "src": pages::ICON, "type": "image/svg+xml", "sizes": "any", "purpose": "any" }],
    });
    cx.file("application/manifest+json", manifest.to_string())
}

/// Where a delivery is sent has no page of its own.
async fn to_page(cx: Cx) -> Answer {
    cx.see(urls::field(cx.lang()))
}

async fn kit(cx: Cx) -> Answer {
    let (units, now, r) = (cx.actor.units(), cx.now, Arc::clone(&cx.r));
    let units = cx.read(move |conn| units.iter().map(|unit| of_unit(conn, &r, *unit, now)).collect()).await?;
    cx.json(&Kit { token: cx.page().token(), units })
}

/// A refusal as the phone shows it.
#[derive(Serialize)]
struct Refused<'a> {
    cause: &'static str,
    mark: &'a str,
    say: String,
}

async fn delivery(cx: Cx, form: Form) -> Answer {
    let batch = match read(form.value("batch"), &cx.r, cx.now) {
        Ok(batch) => batch,
        Err(Nonsense { cause, mark }) => {
            let say = pages::sentence(cx.l, cause).as_str().to_owned();
            return cx.json_invalid(&Refused { cause: cause.as_str(), mark: &mark, say });
        }
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let told = cx.deed(&form, move |tx| deliver(tx, &actor, &r, &batch)).await?;
    cx.json(&told)
}
