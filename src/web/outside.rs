//! What stands outside the sessions: a session that cannot be stored ends a request after its handler, past every page of
//! ours, in a bare 500. Here it becomes the page that says so, in the reader's language.

use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::middleware::Next;
use actix_web::web;

use super::cx::lang_of;
use super::pages;
use super::site::Site;
use crate::error::Error;

/// Turns what the sessions could not do into a page.
///
/// # Errors
/// The page, as the error's answer.
pub async fn outside<B: MessageBody>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let lang = lang_of(req.request());
    let site = req.app_data::<web::Data<Arc<Site>>>().map(|site| Arc::clone(site.get_ref()));
    next.call(req).await.map_err(|error| match site {
        Some(site) => {
            tracing::error!(%error, "a session could not be stored");
            let why = if site.db.was_shut() { Error::ReadOnly } else { Error::Busy };
            InternalError::from_response(error, pages::draw_unsaved(&site, lang, &why)).into()
        }
        None => error,
    })
}
