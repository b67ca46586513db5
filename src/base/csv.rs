//! CSV (RFC 4180) that a spreadsheet opens as words and numbers, never as something to reckon with.

/// A field; quoted where it must be. One that a spreadsheet would take for a formula begins with an apostrophe.
pub fn field(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

/// A line of fields, with its end.
pub fn line(fields: &[String]) -> String {
    format!("{}\r\n", fields.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be_and_never_a_formula() {
        assert_eq!(field("Reçus"), "Reçus");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field("\t=1+1"), "'\t=1+1");
        assert_eq!(line(&[field("a"), field("b\nc")]), "a,\"b\nc\"\r\n");
    }
}
