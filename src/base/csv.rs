//! CSV (RFC 4180) that a spreadsheet opens as words and numbers, never as something to reckon with.

/// A field; quoted where it must be. One that a spreadsheet would take for a formula begins with an apostrophe.
pub fn field(text: &str) -> String {
    let text = tame(text);
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

/// Puts an apostrophe before what would be reckoned with: at the beginning, and after what a spreadsheet set to French, for which a
/// comma ends no field, takes for the end of one.
fn tame(text: &str) -> String {
    let mut tamed = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for sign in text.chars() {
        if begins && matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r') {
            tamed.push('\'');
            begins = false;
        } else {
            begins = matches!(sign, ';' | '\n' | '\r') || (begins && sign == ' ');
        }
        tamed.push(sign);
    }
    tamed
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
        assert_eq!(field("bruit; =cmd"), "bruit; '=cmd");
        assert_eq!(field("bruit\n=cmd, là"), "\"bruit\n'=cmd, là\"");
        assert_eq!(field("3 - 2 = 1; 4"), "3 - 2 = 1; 4");
        assert_eq!(line(&[field("a"), field("b\nc")]), "a,\"b\nc\"\r\n");
    }
}
