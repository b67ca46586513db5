//! The second step of signing in (A2): six digits that a telephone shows (TOTP, RFC 6238), a code from
//! paper when it is lost, or a key (WebAuthn) in the place of either.
//!
//! What is shared with the telephone is kept sealed under the instance's secret: a copy of the database alone makes no code.

mod actions;
mod again;
mod forms;
mod pages;
mod passkeys;
mod routes;
mod rule;
mod store;

pub(crate) use actions::forget;
pub use passkeys::answers_hold;
pub(super) use routes::routes;
pub(super) use store::forget as drop_rows;
