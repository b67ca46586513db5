//! The bilan as CSV (RFC 4180): a line a number, in the reader's language.

use super::model::Bilan;
use crate::i18n::L;

/// A field; quoted where it must be. One that a spreadsheet would take for a formula begins with an apostrophe.
fn field(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

/// The whole file. It begins with the mark that tells spreadsheets it is UTF-8.
pub(super) fn of(bilan: &Bilan, l: L) -> String {
    let mut lines = vec![
        [l.desk_unit().as_str(), l.bilan_period().as_str(), l.bilan_part().as_str(), l.bilan_what().as_str()]
            .iter()
            .chain([&l.bilan_number().as_str(), &l.bilan_measure().as_str()])
            .map(|word| field(word))
            .collect::<Vec<_>>()
            .join(","),
    ];
    for section in &bilan.sections {
        for row in &section.rows {
            let (number, measure) = row.value.plain();
            let number = number.map(|n| n.to_string()).unwrap_or_default();
            let cells = [&bilan.unit, &bilan.period, &section.title, &row.label, &number, measure];
            lines.push(cells.map(field).join(","));
        }
    }
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_is_quoted_where_it_must_be_and_never_a_formula() {
        assert_eq!(field("Reçus"), "Reçus");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
    }
}
