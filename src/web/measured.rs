//! A body that comes by pieces, of no length that anybody said. No browser sends a form so, and the server under us reads such a
//! body to its end, however long that is, once nobody wants it any more. So it is not begun.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};

use super::answer::protect;
use super::site::Site;

/// Answers a body without a length with 411 (RFC 9110, 15.5.12) and ends the line; everything else goes on.
///
/// # Errors
/// Those of what is inside.
pub async fn measured<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if !req.headers().contains_key(header::TRANSFER_ENCODING) {
        return Ok(next.call(req).await?.map_into_boxed_body());
    }
    let secure = req.app_data::<web::Data<Arc<Site>>>().is_some_and(|site| site.settings.secure);
    let (req, body) = req.into_parts();
    let mut answer = HttpResponse::build(StatusCode::LENGTH_REQUIRED)
        .content_type("text/plain; charset=utf-8")
        .body("Content-Length?\n");
    protect(&mut answer, secure);
    // Held until the answer is on its way: a body that was let go is read to its end, one that is held closes the line.
    answer.extensions_mut().insert(body);
    Ok(ServiceResponse::new(req, answer))
}
