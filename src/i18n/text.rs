//! A message without arguments, and what may be the argument of another.
//! What never lives here: the messages, and any escaping at run time (the build has done it).

use std::borrow::Cow;
use std::fmt;

use askama::{FastWritable, Values};
use fluent::FluentValue;

/// A fixed text of the interface, known both as it is and as HTML.
///
/// It writes itself as HTML, in a template and with `to_string()` alike: outside HTML (JSON, a log, plain mail)
/// use [`Text::as_str`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    html: &'static str,
    raw: &'static str,
}

impl Text {
    /// Both forms of one text; the build writes these.
    pub(super) const fn new(html: &'static str, raw: &'static str) -> Self {
        Self { html, raw }
    }

    /// The text as it is, not escaped.
    pub const fn as_str(self) -> &'static str {
        self.raw
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.html)
    }
}

impl FastWritable for Text {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        dest.write_str(self.html)?;
        Ok(())
    }
}

impl askama::filters::HtmlSafe for Text {}

/// What a message takes for argument: a number, a text, or a reference to one, however deep (askama passes references).
///
/// A number is written with the grouping of the language; what must not be (a year, a telephone number) is passed as text.
pub trait Arg {
    /// As Fluent wants it.
    fn value(&self) -> FluentValue<'_>;
}

impl<T: Arg + ?Sized> Arg for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

impl Arg for str {
    fn value(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Arg for String {
    fn value(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Arg for Cow<'_, str> {
    fn value(&self) -> FluentValue<'_> {
        (**self).into()
    }
}

impl Arg for Text {
    fn value(&self) -> FluentValue<'_> {
        self.raw.into()
    }
}

impl Arg for FluentValue<'_> {
    fn value(&self) -> FluentValue<'_> {
        self.clone()
    }
}

impl Arg for f64 {
    fn value(&self) -> FluentValue<'_> {
        // The plural rules of Fluent panic on what is no number.
        if self.is_finite() { self.into() } else { "–".into() }
    }
}

macro_rules! whole_args {
    ($($number:ty)+) => {
        $(impl Arg for $number {
            fn value(&self) -> FluentValue<'_> {
                self.into()
            }
        })+
    };
}

whole_args!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::*;

    #[derive(Template)]
    #[template(source = "{{ text }}|{{ raw }}", ext = "html")]
    struct Page {
        text: Text,
        raw: &'static str,
    }

    #[test]
    fn a_text_is_escaped_once_and_as_askama_does() {
        let raw = "L'eau & \"l’air\" <b>";
        let text = Text::new("L&#39;eau &#38; &#34;l’air&#34; &#60;b&#62;", raw);
        let page = Page { text, raw }.render().unwrap_or_default();
        let (ours, theirs) = page.split_once('|').unwrap_or_default();
        assert_eq!(ours, theirs);
        assert_eq!(ours, text.to_string());
        assert_eq!(text.as_str(), raw);
    }
}
