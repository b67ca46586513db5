//! Sigida.
mod accounts;
pub mod app;
pub mod areas;
pub mod base;
pub mod config;
pub mod db;
pub mod error;
mod health;
pub mod i18n;
pub mod keys;
pub mod ledger;
pub mod policy;
pub mod urls;
pub mod web;
