//! The bilan as CSV (RFC 4180): a line a number, in the reader's language.

use super::model::Bilan;
use crate::base::csv::{field, line};
use crate::i18n::L;

/// The whole file. It begins with the mark that tells spreadsheets it is UTF-8.
pub(super) fn of(bilan: &Bilan, l: L) -> String {
    let head = [l.desk_unit(), l.bilan_period(), l.bilan_part(), l.bilan_what(), l.bilan_number(), l.bilan_measure()]
        .map(|word| field(word.as_str()));
    let mut text = format!("\u{feff}{}", line(&head));
    for section in &bilan.sections {
        for row in &section.rows {
            let (number, measure) = row.value.plain();
            let number = number.map(|n| n.to_string()).unwrap_or_default();
            let cells = [&bilan.unit, &bilan.period, &section.title, &row.label, &number, measure];
            text.push_str(&line(&cells.map(field)));
        }
    }
    text
}
