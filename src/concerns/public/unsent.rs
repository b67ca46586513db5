//! What waits on this phone to be sent (C3). The page knows nothing of it: the worker in the browser (`static/sw.js`) holds it,
//! and the page's script shows what there is. Without a script it says that nothing waits, which is then true.

use askama::Template;

use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/unsent.html")]
struct UnsentPage {
    page: Page,
}

/// The page.
pub(super) async fn unsent(cx: Cx) -> Answer {
    cx.html(&UnsentPage { page: cx.page().with_exit() })
}
