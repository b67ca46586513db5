//! The bilan (O8): a month, a quarter or a year of one unit on one A4, for its chief and for oversight; as a page, as CSV and as a
//! sheet for LibreOffice. Every number is counted from what was done; nothing is typed in. What is sealed is in none of them. Whoever
//! takes a file proves again who they are, and the ledger says so.

mod csv;
mod model;
mod ods;
mod pages;
mod routes;
mod store;

pub(crate) use routes::routes;
