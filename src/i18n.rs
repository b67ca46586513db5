//! What the program says, in French and in Bambara: `L` has one method a message of `locales/`, written and checked by
//! `build/locales.rs`, and the numbers and times of `format`.
//! What never lives here: the sentences themselves, the choice of a reader's language, and anything of a request.

mod format;
mod text;

use std::fmt;
use std::sync::{Arc, LazyLock};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};

use crate::base::Lang;

pub use format::Whole;
pub use text::{Arg, Text};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language, able to speak: `l.home_title()`, `l.n_reports(12)`, `l.date(day)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct L(Lang);

impl L {
    /// Speaks this language.
    pub const fn new(lang: Lang) -> Self {
        Self(lang)
    }

    /// The language spoken.
    pub const fn lang(self) -> Lang {
        self.0
    }

    /// Its code, for `<html lang>` and addresses.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// One of two texts.
    fn pick(self, fr: &Text, bm: &Text) -> Text {
        match self.0 {
            Lang::Fr => *fr,
            Lang::Bm => *bm,
        }
    }

    /// Says a message with arguments. What goes wrong is logged, and the reader gets what could be said.
    fn format<const N: usize>(self, key: &'static str, args: [(&'static str, FluentValue<'_>); N]) -> String {
        let bundle = match self.0 {
            Lang::Fr => &*BUNDLE_FR,
            Lang::Bm => &*BUNDLE_BM,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(lang = self.code(), key, "message without text");
            return key.to_owned();
        };
        let args: FluentArgs<'_> = args.into_iter().collect();
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(lang = self.code(), key, ?errors, "message badly said");
        }
        said
    }
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLE_FR: LazyLock<Bundle> = LazyLock::new(|| {
    let mut bundle = bundle(Lang::Fr, FLUENT_FR);
    bundle.set_formatter(Some(|value, _| L(Lang::Fr).value(value)));
    bundle
});

static BUNDLE_BM: LazyLock<Bundle> = LazyLock::new(|| {
    let mut bundle = bundle(Lang::Bm, FLUENT_BM);
    bundle.set_formatter(Some(|value, _| L(Lang::Bm).value(value)));
    bundle
});

/// The messages with arguments of one language. The build has read them already: an error here is a fault of ours.
fn bundle(lang: Lang, source: &str) -> Bundle {
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, errors)| {
        tracing::error!(lang = lang.code(), ?errors, "locale badly read");
        resource
    });
    let mut bundle = Bundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    if let Err(errors) = bundle.add_resource(resource) {
        tracing::error!(lang = lang.code(), ?errors, "locale badly loaded");
    }
    bundle
}

/// A sentence to be said later, when the language of the reader is known: the body of an error, a notice.
#[derive(Clone)]
pub struct Message(Arc<dyn Fn(L) -> String + Send + Sync>);

impl Message {
    /// Keeps how to say it: `Message::new(move |l| l.n_reports(count))`.
    pub fn new(say: impl Fn(L) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }

    /// Says it, raw: the template escapes.
    pub fn say(&self, l: L) -> String {
        (self.0)(l)
    }
}

/// `Message::from(L::home_title)`.
impl<F: Fn(L) -> Text + Send + Sync + 'static> From<F> for Message {
    fn from(text: F) -> Self {
        Self::new(move |l| text(l).as_str().to_owned())
    }
}

/// What it says in French, for logs and tests.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({:?})", self.say(L(Lang::Fr)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FR: L = L::new(Lang::Fr);
    const BM: L = L::new(Lang::Bm);

    #[test]
    fn french_counts_zero_as_one() {
        assert_eq!(FR.time_days(0), "0 jour");
        assert_eq!(FR.time_days(1), "1 jour");
        assert_eq!(FR.time_days(2), "2 jours");
        assert_eq!(FR.time_days(1_000_000), "1\u{202f}000\u{202f}000 jours");
        assert_eq!(BM.time_days(1), "tile 1");
    }

    #[derive(askama::Template)]
    #[template(
        source = "{{ l.time_days(*days) }}|{% for n in counts %}{{ l.time_days(n) }}, {{ l.number(n) }}|{% endfor %}{{ l.time_ago(word) }}|{{ l.date(day) }}|{{ l.time_now() }}",
        ext = "html"
    )]
    struct Page<'a> {
        l: L,
        days: &'a i64,
        counts: Vec<usize>,
        word: &'a str,
        day: jiff::civil::Date,
    }

    #[test]
    fn templates_say_messages_whatever_the_reference() {
        let day = jiff::civil::date(2026, 5, 1);
        let page = Page { l: FR, days: &2, counts: vec![0, 1500], word: "<3 h>", day };
        let html = askama::Template::render(&page).unwrap_or_default();
        let grouped = "1\u{202f}500";
        let expected =
            format!("2 jours|0 jour, 0|{grouped} jours, {grouped}|il y a &#60;3 h&#62;|1er mai 2026|à l’instant");
        assert_eq!(html, expected);
    }

    #[test]
    fn arguments_that_are_no_number_do_not_panic() {
        assert_eq!(FR.time_days(f64::NAN), "– jours");
        assert_eq!(FR.time_days(1.5), "1,5 jour");
    }

    #[test]
    fn a_message_is_said_in_both_languages() {
        let now = Message::from(L::time_now);
        assert_eq!(now.say(FR), "à l’instant");
        assert_eq!(now.clone().say(BM), "sisan");
        let hours = Message::new(|l| l.time_hours(31));
        assert_eq!(hours.say(FR), "31\u{a0}h");
        assert_eq!(hours.say(BM), "lɛrɛ 31");
        assert_eq!(format!("{now:?}"), "Message(\"à l’instant\")");
    }

    #[test]
    fn an_unknown_message_is_its_key() {
        assert_eq!(FR.format("none", []), "none");
    }

    #[test]
    fn a_missing_argument_is_shown() {
        assert_eq!(FR.format("time-hours", []), "{$count}\u{a0}h");
    }
}
