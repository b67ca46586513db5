//! One test program: people over HTTP on both databases, the house's own rules, and the build's checks.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test says what it expected by panicking"
)]

mod access;
mod admin;
mod browsing;
mod commands;
mod concerns;
mod forums;
mod house;
mod kept;
mod kit;
mod offline;
mod pages;
mod patrols;
mod plans;
mod schema;
mod support;
mod writing;

#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../build/icons.rs"]
mod icons;
#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../build/locales.rs"]
mod locales;
