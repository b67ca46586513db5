//! « Patrouille vue » on the web: a code, and thanks.

use askama::Template;

use super::{actions, forms};
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Page, Routes};
use crate::{urls, web};

/// Its addresses.
pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/seen", show);
    routes.post(Access::Anyone, "/{l}/seen", confirm);
}

#[derive(Template)]
#[template(path = "patrols/seen.html")]
struct SeenPage {
    page: Page,
    form: Form,
    thanks: bool,
}

async fn show(cx: Cx) -> Answer {
    cx.html(&SeenPage { page: cx.page(), form: Form::blank(), thanks: false })
}

/// Confirms. An unknown code counts as a guess of this address, a known one against the wall's own limit.
async fn confirm(cx: Cx, mut form: Form) -> Answer {
    let Some(code) = forms::code(&mut form) else {
        return cx.invalid(&SeenPage { page: cx.page(), form, thanks: false });
    };
    cx.count_wall(&code)?;
    let actor = cx.actor.clone();
    let known = cx.deed(&form, move |tx| actions::confirm(tx, &actor, &code)).await?;
    if !known {
        cx.count_try()?;
        forms::unknown(&mut form);
        return cx.invalid(&SeenPage { page: cx.page(), form, thanks: false });
    }
    cx.html(&SeenPage { page: cx.page(), form: Form::blank(), thanks: true })
}
