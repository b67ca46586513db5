//! A page as a person without JavaScript has it: the words to be seen, links, forms, what it weighed on the wire.

use super::form::Form;
use super::html_rules;
use super::person::Person;
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use scraper::{ElementRef, Html, HtmlTreeSink, Node, Selector};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use url::Url;

/// A step on the way to a page: the status that redirected, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// 301, 302, 303, 307 or 308.
    pub status: u16,
    /// Path and query it led to; the whole URL when it led elsewhere, where nobody follows.
    pub to: String,
}

/// A link of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is to be read on it, or its `aria-label`.
    pub text: String,
    /// Its `href` as written.
    pub href: String,
}

/// What the program answered, redirects followed.
pub struct Page {
    /// HTTP status.
    pub status: u16,
    /// Where we ended up.
    pub url: Url,
    /// Path of [`Page::url`].
    pub path: String,
    /// HTTP headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub bytes: Vec<u8>,
    /// The body as text.
    pub body: String,
    /// Bytes of the body as they came over the wire, compressed.
    pub wire_bytes: usize,
    /// The redirects on the way, in order.
    pub redirects: Vec<Redirect>,
    html: OnceCell<Html>,
    person: Person,
}

impl Page {
    /// Reads an answer.
    pub(super) fn new(
        person: Person,
        url: Url,
        status: u16,
        headers: HeaderMap,
        bytes: Vec<u8>,
        wire_bytes: usize,
        redirects: Vec<Redirect>,
    ) -> Page {
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let path = url.path().to_owned();
        Page { status, url, path, headers, bytes, body, wire_bytes, redirects, html: OnceCell::new(), person }
    }

    /// The page as a browser reads it, once somebody looks; of what is no page, an empty one.
    fn html(&self) -> &Html {
        self.html.get_or_init(|| parse(if self.is_html() { &self.body } else { "" }))
    }

    /// Who looks at it.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// A header as text, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Whether it is a page rather than a picture, a feed or a file.
    pub fn is_html(&self) -> bool {
        content_type(&self.headers).starts_with("text/html")
    }

    /// The words to be seen, white space folded: no script, style, head, nor anything `hidden`. What `<noscript>` holds
    /// is seen, and so is what a closed `<details>` holds, since a tap opens it.
    pub fn text(&self) -> String {
        if self.is_html() { fold(&visible_text(self.html().root_element())) } else { fold(&self.body) }
    }

    /// `<title>`.
    pub fn title(&self) -> String {
        self.select("head > title").into_iter().next().unwrap_or_default()
    }

    /// Whether these words are to be seen.
    pub fn has(&self, words: &str) -> bool {
        self.text().contains(&fold(words))
    }

    /// Panics with what is to be seen unless these words are.
    #[track_caller]
    pub fn must_have(&self, words: &str) -> &Page {
        assert!(self.has(words), "“{words}” should be on the page, and is not.\n{}", self.described());
        self
    }

    /// Panics with what is to be seen if these words are.
    #[track_caller]
    pub fn must_not_have(&self, words: &str) -> &Page {
        assert!(!self.has(words), "“{words}” should not be on the page, and is.\n{}", self.described());
        self
    }

    /// Panics with what is to be seen unless the status is this one.
    #[track_caller]
    pub fn must_be(&self, status: u16) -> &Page {
        assert!(self.status == status, "The status should be {status}.\n{}", self.described());
        self
    }

    /// Status, path, way and visible text, for messages.
    pub fn described(&self) -> String {
        let way: String = self.redirects.iter().map(|step| format!(" ({} → {})", step.status, step.to)).collect();
        let seen = if self.is_html() { lines(&visible_text(self.html().root_element())) } else { self.body.clone() };
        format!("--- {} {}{way}\n{seen}\n---", self.status, self.url)
    }

    /// Every link, in order.
    pub fn links(&self) -> Vec<Link> {
        self.elements("a[href]")
            .into_iter()
            .map(|a| Link { text: name_of(a), href: a.attr("href").unwrap_or_default().to_owned() })
            .collect()
    }

    /// The link that reads so, or that alone reads partly so. Panics with the links that exist.
    #[track_caller]
    pub fn link(&self, text: &str) -> Link {
        let wanted = fold(text);
        let links = self.links();
        let mut found: Vec<&Link> = links.iter().filter(|link| link.text == wanted).collect();
        if found.is_empty() {
            found = links.iter().filter(|link| link.text.contains(&wanted)).collect();
        }
        let places: BTreeSet<&str> = found.iter().map(|link| link.href.as_str()).collect();
        if let (Some(link), 1) = (found.first(), places.len()) {
            return (*link).clone();
        }
        let list: String = links.iter().map(|link| format!("\n  “{}” → {}", link.text, link.href)).collect();
        panic!("{} links read “{text}” on {}. There are:{list}", places.len(), self.url)
    }

    /// Follows a link, or presses the button that reads so when no link does.
    pub async fn click(&self, text: &str) -> Page {
        let wanted = fold(text);
        if !self.links().iter().any(|link| link.text.contains(&wanted))
            && let Some(form) = self.forms().into_iter().find(|form| form.has_button(text))
        {
            return form.press_button(text).await;
        }
        self.person.follow(self, &self.link(text).href).await
    }

    /// Every form, in order.
    pub fn forms(&self) -> Vec<Form> {
        self.elements("form").into_iter().map(|form| Form::read(self, form)).collect()
    }

    /// The one form with `key` as its action or part of it, or else in its heading, legend or label, in the heading
    /// before it, or on its button: the first of these ways that finds exactly one. Panics with the forms that exist.
    #[track_caller]
    pub fn form(&self, key: &str) -> Form {
        let mut forms = self.forms();
        let wanted = fold(key);
        let ways: [&dyn Fn(&Form) -> bool; 5] = [
            &|form| form.action() == wanted,
            &|form| form.action().contains(&wanted),
            &|form| form.is_headed(&wanted),
            &|form| form.comes_after(&wanted),
            &|form| form.has_button(&wanted),
        ];
        for way in ways {
            let found: Vec<usize> = (0..forms.len()).filter(|&at| way(&forms[at])).collect();
            if let [at] = found[..] {
                return forms.swap_remove(at);
            }
        }
        let list: String = forms.iter().map(|form| format!("\n  {form}")).collect();
        panic!("Not one form exactly answers to “{key}” on {}. There are:{list}\n{}", self.url, self.described())
    }

    /// The one form in `<main>`.
    #[track_caller]
    pub fn main_form(&self) -> Form {
        let forms = self.elements("main form");
        assert!(forms.len() == 1, "{} forms are in <main>, not one.\n{}", forms.len(), self.described());
        Form::read(self, forms[0])
    }

    /// The visible text of every element that a CSS selector finds (of `<title>` and its like, all of it).
    #[track_caller]
    pub fn select(&self, css: &str) -> Vec<String> {
        self.elements(css)
            .into_iter()
            .map(|element| match fold(&visible_text(element)) {
                text if text.is_empty() => fold(&element.text().collect::<String>()),
                text => text,
            })
            .collect()
    }

    /// The words of every `<dl class="facts">`: name and value of each.
    pub fn rows_of_facts(&self) -> Vec<(String, String)> {
        self.select(".facts dt").into_iter().zip(self.select(".facts dd")).collect()
    }

    /// What stands in every element that a CSS selector finds, as it is written.
    pub fn elements_text(&self, css: &str) -> Vec<String> {
        self.elements(css).into_iter().map(|element| element.text().collect()).collect()
    }

    /// The cells of every row of a table's body, as they read.
    #[track_caller]
    pub fn rows(&self, table: &str) -> Vec<Vec<String>> {
        let cells = scraper::Selector::parse("th, td").expect("a selector");
        self.elements(&format!("{table} tbody tr"))
            .into_iter()
            .map(|row| row.select(&cells).map(|cell| fold(&visible_text(cell))).collect())
            .collect()
    }

    /// An attribute of every element that a CSS selector finds, where it is present.
    #[track_caller]
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.elements(css).into_iter().filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// The sixteen digits shown in `.code`.
    #[track_caller]
    pub fn code(&self) -> String {
        let shown = self.select(".code");
        let codes: Vec<String> = shown.iter().map(|text| text.chars().filter(char::is_ascii_digit).collect()).collect();
        let codes: Vec<String> = codes.into_iter().filter(|digits: &String| digits.len() == 16).collect();
        assert!(
            codes.len() == 1,
            "One code of 16 digits should be shown in .code; there is {shown:?}.\n{}",
            self.described()
        );
        codes.into_iter().next().unwrap_or_default()
    }

    /// `<html lang>`.
    pub fn lang(&self) -> String {
        self.html().root_element().attr("lang").unwrap_or_default().to_owned()
    }

    /// Paths of the style sheets, pictures and other files of our own that the page has this browser fetch, which runs no
    /// scripts and asks for none.
    pub fn subresources(&self) -> BTreeSet<String> {
        html_rules::fetched(self.html())
            .into_iter()
            .filter_map(|reference| self.url.join(&reference).ok())
            .filter(|url| url.origin() == self.url.origin())
            .map(|url| url.path().to_owned())
            .filter(|path| !path.ends_with(".js"))
            .collect()
    }

    /// What is wrong with the HTML; see [`html_rules`].
    pub fn html_problems(&self) -> Vec<String> {
        if self.is_html() { html_rules::problems(self.html(), &self.url) } else { Vec::new() }
    }

    /// Panics with what is wrong with the HTML. Run on every page a [`Person`] comes to.
    #[track_caller]
    pub fn check_html(&self) {
        let problems = self.html_problems();
        assert!(
            problems.is_empty(),
            "The HTML of {} (status {}) is not as it should be:\n  {}",
            self.url,
            self.status,
            problems.join("\n  ")
        );
    }

    /// The elements that a CSS selector finds, in order.
    #[track_caller]
    pub(crate) fn elements(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.html().select(&selector(css)).collect()
    }
}

/// Parses as a browser does whose JavaScript is off, and keeps every error.
fn parse(text: &str) -> Html {
    let options = ParseOpts {
        tokenizer: TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() },
        tree_builder: TreeBuilderOpts { exact_errors: true, scripting_enabled: false, ..TreeBuilderOpts::default() },
    };
    driver::parse_document(HtmlTreeSink::new(Html::new_document()), options).one(text)
}

/// A CSS selector, which in a test is always well written.
#[track_caller]
pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("`{css}` is not a CSS selector: {error}"))
}

/// White space of any kind and length, no-break ones too, as one plain space.
pub(crate) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folds each line and leaves out the empty ones.
fn lines(text: &str) -> String {
    text.lines().map(fold).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What an element lets one see, a new line at each edge of a block.
pub(super) fn visible_text(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    text
}

/// Adds what an element lets one see.
fn gather(element: ElementRef<'_>, text: &mut String) {
    const UNSEEN: [&str; 8] = ["head", "script", "style", "template", "datalist", "object", "iframe", "title"];
    const INLINE: [&str; 26] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
        "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    ];
    let name = element.value().name();
    if UNSEEN.contains(&name) || element.attr("hidden").is_some() {
        return;
    }
    let edge = if INLINE.contains(&name) { "" } else { "\n" };
    text.push_str(edge);
    for child in element.children() {
        match child.value() {
            // A line break in the source is a space to the reader.
            Node::Text(words) => text.extend(words.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c })),
            Node::Element(_) => {
                if let Some(child) = ElementRef::wrap(child) {
                    gather(child, text);
                }
            }
            _ => {}
        }
    }
    text.push_str(edge);
}

/// What a link or button is called: its words, else its `aria-label`, else those of the picture in it.
pub(super) fn name_of(element: ElementRef<'_>) -> String {
    let words = fold(&visible_text(element));
    if !words.is_empty() {
        return words;
    }
    let picture = selector("img[alt], svg[aria-label]");
    let own = [element.attr("aria-label"), element.attr("value"), element.attr("title")];
    let inner = element.select(&picture).flat_map(|image| [image.attr("alt"), image.attr("aria-label")]);
    own.into_iter().chain(inner).flatten().map(fold).find(|name| !name.is_empty()).unwrap_or_default()
}

/// `Content-Type`, or nothing.
fn content_type(headers: &HeaderMap) -> &str {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
