//! Slips printed before anybody has a concern (N5): a sheet of paper with codes, cut, folded and handed out. A slip typed in
//! later, by its holder, by a relay or at a desk, becomes the code of the concern filed with it.
//!
//! # What is secret, what is kept
//!
//! A code is drawn for a sheet and shown once, in the answer that prints the sheet; the database keeps its slow hash. The
//! serial beside it (`12-3`: the third slip of sheet 12) opens nothing: whoever files for somebody else types the serial of
//! a folded slip and so never sees the code. When a slip is used its hash moves to the concern's keys; afterwards
//! nothing ties the serial to a concern, not even for who holds the database.

mod actions;
mod form;
mod model;
mod print;
mod store;

pub(crate) use actions::{Ticket, bind, note_sheet, print as print_sheets, void};
pub(crate) use form::{Key, Typed, key, problem, typed};
pub(crate) use model::{PER_SHEET, SlipSerial, SlipState};
pub(crate) use print::{Sheet, codes, document, draw};
pub(crate) use store::{Tally, sheet, sheets, standing, tally};
