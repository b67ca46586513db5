//! A body that comes by pieces, of no length that anybody said. No browser sends a form so, and the server under us reads such a
//! body to its end, however long that is, once nobody wants it any more. So it is not begun.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};

use super::answer::protect;
use super::site::Site;

const ANSWER: &[u8] = b"Content-Length?\n";

/// The answer to such a body, which keeps hold of it until all of the answer is written: only then does actix-http see an unread
/// body that somebody still holds, ends the line and waits no longer for the rest. One that was let go it reads to its end.
struct Unread {
    answer: Option<web::Bytes>,
    _body: Payload,
}

impl MessageBody for Unread {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(ANSWER.len() as u64)
    }

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<web::Bytes, Infallible>>> {
        Poll::Ready(self.answer.take().map(Ok))
    }
}

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
        .message_body(Unread { answer: Some(web::Bytes::from_static(ANSWER)), _body: body })?
        .map_into_boxed_body();
    protect(&mut answer, secure);
    Ok(ServiceResponse::new(req, answer))
}
