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
mod appeals;
mod attacks;
mod authority;
mod axe;
mod backup;
mod bilan;
mod browsing;
mod bulletin;
mod checkback;
mod clock;
mod commands;
mod commitments;
mod concerns;
mod custody;
mod dependencies;
mod desk;
mod errands;
mod field;
mod filing;
mod flagged;
mod floods;
mod following;
mod foreign;
mod forums;
mod given;
mod handover;
mod hostile;
mod house;
mod kept;
mod keyboard;
mod kit;
mod ledger;
mod logged;
mod media;
mod meetings;
mod merging;
mod met;
mod metrics;
mod minutes;
mod moderation;
mod month;
mod offline;
mod outcome;
mod pages;
mod passkeys;
mod patrols;
mod places;
mod plans;
mod priorities;
mod proof;
mod purge;
mod read;
mod record;
mod redaction;
mod relay;
mod reminders;
mod renewal;
mod replies;
mod rescue;
mod reset;
mod rights;
mod rumours;
mod schema;
mod sealed;
mod second;
mod seen;
mod signed_out;
mod similar;
mod slips;
mod slowed;
mod support;
mod survival;
mod talk;
mod told;
mod traces;
mod walked;
mod words;
mod writing;
mod year;

#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../build/icons.rs"]
mod icons;
#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../build/locales.rs"]
mod locales;
