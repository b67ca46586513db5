//! What was blacked out of a text, on a page: black for the eye, a word for who listens.

use crate::base::MASK;
use crate::i18n::L;

/// A text as HTML, its blacked out places marked.
#[derive(Debug, Clone)]
pub struct Masked(String);

/// A text in a template, escaped, its blacked out places marked.
pub fn masked(text: &str, l: &L) -> Masked {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&#38;"),
            '<' => safe.push_str("&#60;"),
            '>' => safe.push_str("&#62;"),
            '"' => safe.push_str("&#34;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    Masked(masked_html(&safe, *l))
}

/// The same for what is HTML of ours already.
pub fn masked_html(html: &str, l: L) -> String {
    if !html.contains(MASK) {
        return html.to_owned();
    }
    let said =
        format!("<span aria-hidden=\"true\">{MASK}</span><span class=\"off\"> ({}) </span>", l.redaction_masked());
    html.replace(MASK, &said)
}

impl askama::filters::HtmlSafe for Masked {}

impl std::fmt::Display for Masked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::FastWritable for Masked {
    fn write_into(&self, dest: &mut dyn std::fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    #[test]
    fn a_blacked_out_place_has_a_word_and_everything_else_is_text() {
        let said = masked(&format!("<b>{MASK}</b> & \"Awa\""), &L::new(Lang::Fr)).to_string();
        assert!(said.starts_with("&#60;b&#62;<span aria-hidden=\"true\">███</span><span class=\"off\"> ("), "{said}");
        assert!(said.ends_with("&#60;/b&#62; &#38; &#34;Awa&#34;"), "{said}");
        assert_eq!(masked("rien", &L::new(Lang::Bm)).to_string(), "rien");
    }
}
