//! What every page's HTML is held to, whichever test comes by: well formed, in its language, usable without eyes, and
//! asking nothing of other servers.

use super::page::{fold, name_of, selector, visible_text};
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// Scripts of ours that stand in a page.
const OURS: [&str; 1] = [include_str!("../../../static/filing.js")];

/// The hidden field of every form that posts.
const TOKEN: &str = "_token";

/// The languages a path may begin with, as in `/bm/…`.
const LANGUAGES: [&str; 2] = ["fr", "bm"];

/// What is wrong with a page, a sentence each.
pub fn problems(html: &Html, url: &Url) -> Vec<String> {
    let mut page = Review { html, url, wrong: Vec::new() };
    page.well_formed();
    page.language_and_title();
    page.headings();
    page.ids_and_references();
    page.fields();
    page.forms();
    page.links_and_buttons();
    page.pictures_and_tables();
    page.nothing_inline();
    page.nothing_from_elsewhere();
    page.wrong
}

/// References of all that a browser fetches to show the page: style sheets, icons, scripts, pictures, sounds.
pub fn fetched(html: &Html) -> Vec<String> {
    const FETCHED: [&str; 9] = [
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "mask-icon",
        "manifest",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
    ];
    let mut references = Vec::new();
    for link in html.select(&selector("link[rel][href]")) {
        let relations = link.attr("rel").unwrap_or_default().to_ascii_lowercase();
        if relations.split_whitespace().any(|relation| FETCHED.contains(&relation) || relation == "dns-prefetch") {
            references.extend(link.attr("href").map(str::to_owned));
        }
    }
    for element in
        html.select(&selector("script[src], img[src], source[src], audio[src], video[src], iframe[src], embed[src]"))
    {
        references.extend(element.attr("src").map(str::to_owned));
    }
    for element in html.select(&selector("img[srcset], source[srcset]")) {
        let set = element.attr("srcset").unwrap_or_default();
        references.extend(set.split(',').filter_map(|choice| choice.split_whitespace().next()).map(str::to_owned));
    }
    references.extend(html.select(&selector("video[poster]")).filter_map(|e| e.attr("poster")).map(str::to_owned));
    references.extend(html.select(&selector("use[href]")).filter_map(|e| e.attr("href")).map(str::to_owned));
    references.retain(|reference| !reference.starts_with("data:") && !reference.starts_with('#'));
    references
}

/// A page under review.
struct Review<'a> {
    html: &'a Html,
    url: &'a Url,
    wrong: Vec<String>,
}

impl Review<'_> {
    fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&selector(css)).collect()
    }

    fn well_formed(&mut self) {
        let errors: BTreeSet<String> = self.html.errors.iter().map(|error| error.chars().take(200).collect()).collect();
        self.wrong.extend(errors.into_iter().map(|error| format!("the parser met: {error}")));
    }

    fn language_and_title(&mut self) {
        let lang = self.html.root_element().attr("lang").unwrap_or_default().to_owned();
        let first = self.url.path().split('/').nth(1).unwrap_or_default();
        if lang.is_empty() {
            self.wrong.push("<html> has no lang".into());
        } else if LANGUAGES.contains(&first) && lang.split('-').next() != Some(first) {
            self.wrong.push(format!("<html lang={lang}> on a page whose path begins with /{first}"));
        }
        let titles: Vec<String> =
            self.all("head > title").iter().map(|title| fold(&title.text().collect::<String>())).collect();
        if !matches!(&titles[..], [title] if !title.is_empty()) {
            self.wrong.push(format!("one <title> with words is needed; there is {titles:?}"));
        }
        if self.all("meta[name=viewport]").len() != 1 {
            self.wrong.push("one <meta name=viewport> is needed".into());
        }
        if self.all("main").len() != 1 {
            self.wrong.push(format!("{} <main>, not one", self.all("main").len()));
        }
    }

    fn headings(&mut self) {
        let headings: Vec<(u32, String)> = self
            .all("h1, h2, h3, h4, h5, h6")
            .iter()
            .map(|h| (h.value().name()[1..].parse().unwrap_or(1), fold(&visible_text(*h))))
            .collect();
        let ones: Vec<&str> = headings.iter().filter(|(level, _)| *level == 1).map(|(_, text)| text.as_str()).collect();
        let mut wrong = Vec::new();
        if ones.len() != 1 {
            wrong.push(format!("one <h1> is needed; there is {ones:?}"));
        }
        let mut before = 1;
        for (level, text) in &headings {
            if *level > before + 1 {
                wrong.push(format!("heading “{text}” goes from level {before} to {level}"));
            }
            if text.is_empty() {
                wrong.push(format!("an <h{level}> is empty"));
            }
            before = *level;
        }
        self.wrong.extend(wrong);
    }

    fn ids_and_references(&mut self) {
        let mut ids: BTreeMap<String, usize> = BTreeMap::new();
        for element in self.all("[id]") {
            *ids.entry(element.attr("id").unwrap_or_default().to_owned()).or_default() += 1;
        }
        let mut wrong: Vec<String> = ids
            .iter()
            .filter(|(_, times)| **times > 1)
            .map(|(id, times)| format!("id “{id}” is there {times} times"))
            .collect();
        for name in
            ["for", "form", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"]
        {
            for element in self.all(&format!("[{name}]")) {
                for id in element.attr(name).unwrap_or_default().split_whitespace() {
                    if !ids.contains_key(id) {
                        wrong.push(format!("{name}=“{id}” points at nothing, in {}", opening(element)));
                    }
                }
            }
        }
        for link in self.all("a[href^='#']") {
            let id = link.attr("href").unwrap_or_default().trim_start_matches('#');
            if id.is_empty() {
                wrong.push(format!("{} leads nowhere", opening(link)));
            } else if !ids.contains_key(id) {
                wrong.push(format!("{} points at nothing on the page", opening(link)));
            }
        }
        self.wrong.extend(wrong);
    }

    fn fields(&mut self) {
        const UNLABELLED: [&str; 5] = ["hidden", "submit", "button", "reset", "image"];
        let mut wrong = Vec::new();
        for field in self.all("input, select, textarea") {
            let kind = field.attr("type").unwrap_or("text").to_ascii_lowercase();
            if field.value().name() == "input" && UNLABELLED.contains(&kind.as_str()) {
                continue;
            }
            // What no reader and no key comes to, for a password manager's eyes only.
            if field.attr("aria-hidden") == Some("true") && field.attr("tabindex") == Some("-1") {
                continue;
            }
            if self.label_of(field).is_empty() {
                wrong.push(format!("{} has no label", opening(field)));
            }
        }
        self.wrong.extend(wrong);
    }

    /// The words that say what a field is for.
    fn label_of(&self, field: ElementRef<'_>) -> String {
        let mut words = fold(field.attr("aria-label").unwrap_or_default());
        let by = field.attr("aria-labelledby").unwrap_or_default().split_whitespace();
        let id = field.attr("id");
        let labels = self.all("label[for]").into_iter().filter(|label| id.is_some() && label.attr("for") == id);
        let around = field.ancestors().filter_map(ElementRef::wrap).filter(|e| e.value().name() == "label");
        let named = by.flat_map(|id| self.all("[id]").into_iter().filter(move |e| e.attr("id") == Some(id)));
        for element in labels.chain(around).chain(named) {
            words.push_str(&fold(&visible_text(element)));
        }
        words
    }

    fn forms(&mut self) {
        let mut wrong = Vec::new();
        for form in self.all("form") {
            let posts = form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
            let token = form.select(&selector("input[type=hidden]")).any(|input| {
                input.attr("name") == Some(TOKEN) && input.attr("value").is_some_and(|value| !value.is_empty())
            });
            if posts && !token {
                wrong.push(format!("{} posts without a hidden {TOKEN}", opening(form)));
            }
            if !posts && token {
                wrong.push(format!("{} would put its {TOKEN} in the address", opening(form)));
            }
            if form.attr("action").is_some_and(str::is_empty) {
                wrong.push(format!("{} has an empty action", opening(form)));
            }
            if form.select(&selector("input[type=file]")).next().is_some()
                && form.attr("enctype") != Some("multipart/form-data")
            {
                wrong.push(format!("{} has a file field and not enctype=multipart/form-data", opening(form)));
            }
        }
        self.wrong.extend(wrong);
    }

    fn links_and_buttons(&mut self) {
        let mut wrong = Vec::new();
        // What a script alone shows has its name then.
        for element in self.all("a, button:not([hidden]), input[type=submit], input[type=image], summary") {
            if name_of(element).is_empty() {
                wrong.push(format!("{} has nothing to read", opening(element)));
            }
        }
        for link in self.all("a") {
            match link.attr("href") {
                None => wrong.push(format!("{} has no href", opening(link))),
                Some(href) if href.trim().is_empty() => wrong.push(format!("{} has an empty href", opening(link))),
                Some(href) if href.trim().to_ascii_lowercase().starts_with("javascript:") => {
                    wrong.push(format!("{} is a script", opening(link)));
                }
                Some(_) => {}
            }
        }
        for inner in self.all("a a, a button, button a, button button, label label") {
            wrong.push(format!("{} is inside another of its like", opening(inner)));
        }
        self.wrong.extend(wrong);
    }

    fn pictures_and_tables(&mut self) {
        let mut wrong: Vec<String> = self
            .all("img:not([alt]), input[type=image]:not([alt])")
            .into_iter()
            .map(|e| format!("{} has no alt", opening(e)))
            .collect();
        for table in self.all("table:not([role=presentation])") {
            if table.select(&selector("th")).next().is_none() {
                wrong.push(format!("{} has no <th>", opening(table)));
            }
        }
        self.wrong.extend(wrong);
    }

    fn nothing_inline(&mut self) {
        let mut wrong = Vec::new();
        for script in self.all("script:not([src])") {
            // A script of ours may stand in its page: the answer says its hash (`tests/it/filing.rs`).
            if OURS.contains(&script.text().collect::<String>().as_str()) {
                continue;
            }
            // A data block is read, not run.
            if !script.attr("type").unwrap_or_default().ends_with("json") {
                wrong.push("a <script> is inline".to_owned());
            }
        }
        wrong.extend(self.all("style").iter().map(|_| "a <style> is inline".to_owned()));
        wrong.extend(self.all("[style]").into_iter().map(|e| format!("{} has a style attribute", opening(e))));
        for element in self.all("*") {
            if let Some((name, _)) = element.value().attrs().find(|(name, _)| name.starts_with("on")) {
                wrong.push(format!("<{} {name}> is an inline script", element.value().name()));
            }
        }
        self.wrong.extend(wrong);
    }

    fn nothing_from_elsewhere(&mut self) {
        let elsewhere: Vec<String> = fetched(self.html)
            .into_iter()
            .filter(|reference| self.url.join(reference).map_or(true, |url| url.origin() != self.url.origin()))
            .collect();
        self.wrong.extend(elsewhere.into_iter().map(|reference| format!("{reference} is fetched from another origin")));
    }
}

/// The opening tag of an element, for a message.
fn opening(element: ElementRef<'_>) -> String {
    let attributes: String = element.value().attrs().map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
    format!("<{}{attributes}>", element.value().name()).chars().take(160).collect()
}
