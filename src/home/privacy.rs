//! What we keep of people, who reads it, what we cannot protect.

use askama::Template;

use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "home/privacy.html")]
struct PrivacyPage {
    page: Page,
}

/// The page.
pub(super) async fn privacy(cx: Cx) -> Answer {
    cx.html(&PrivacyPage { page: cx.page() })
}
