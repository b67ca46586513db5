//! Posts as HTML: paragraphs, line ends, emphasis, quotes, lists and links, out of Markdown; nothing else, by construction: only
//! the tags written here exist, every text is escaped, raw HTML is text, an image is its words.
//!
//! A link leads to http or https only, and says where: its host stands beside words that are not its address.

use std::fmt::Write;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use url::Url;

/// How deep quotes and lists stand in each other at most: a thousand « > » in a line are no page of a thousand frames.
const DEEPEST: usize = 4;

/// A post's words as HTML.
pub(crate) fn html(words: &str) -> String {
    let words: String = words.chars().filter(|c| !turns(*c)).collect();
    let mut writer = Writer { out: String::with_capacity(words.len() * 2), ..Writer::default() };
    for event in TextMergeStream::new(Parser::new_ext(&words, Options::empty())) {
        writer.take(event);
    }
    writer.out
}

/// True when nothing of it would be seen: a picture without words, a lone mark.
pub(crate) fn is_blank(words: &str) -> bool {
    let html = html(words);
    let seen = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    !seen.flat_map(str::chars).any(char::is_alphanumeric)
}

/// Signs that turn the direction of what follows, and could make a link read as another one.
const fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Quotes and lists that are open.
    depth: usize,
    /// Which of the open links were written, with their address and where their words begin.
    links: Vec<Option<(Url, usize)>>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.links.iter().flatten().next().is_none() => self.linked(&text),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.out.push_str("<br>"),
            Event::Rule => self.out.push_str("<p>–</p>"),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.text(&text),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::CodeBlock(_) => self.out.push_str("<p>"),
            Tag::Heading { .. } => self.out.push_str("<p><strong>"),
            Tag::BlockQuote(_) => self.open("<blockquote>"),
            Tag::List(None) => self.open("<ul>"),
            Tag::List(Some(_)) => self.open("<ol>"),
            Tag::Item if self.depth <= DEEPEST => self.out.push_str("<li>"),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Link { dest_url, .. } => {
                let url = Some(dest_url.as_ref()).and_then(safe);
                if let Some(url) = &url {
                    self.anchor(url);
                }
                let at = self.out.len();
                self.links.push(url.map(|url| (url, at)));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::CodeBlock => self.out.push_str("</p>"),
            TagEnd::Heading(_) => self.out.push_str("</strong></p>"),
            TagEnd::BlockQuote(_) => self.close("</blockquote>"),
            TagEnd::List(false) => self.close("</ul>"),
            TagEnd::List(true) => self.close("</ol>"),
            TagEnd::Item if self.depth <= DEEPEST => self.out.push_str("</li>"),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Link => self.leave(),
            _ => {}
        }
    }

    fn open(&mut self, tag: &str) {
        self.depth += 1;
        if self.depth <= DEEPEST {
            self.out.push_str(tag);
        }
    }

    fn close(&mut self, tag: &str) {
        if self.depth <= DEEPEST {
            self.out.push_str(tag);
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn anchor(&mut self, url: &Url) {
        self.out.push_str("<a href=\"");
        self.text(url.as_str());
        self.out.push_str("\" rel=\"nofollow noopener noreferrer ugc\">");
    }

    /// Ends a link; where its words are not its address, its host follows.
    fn leave(&mut self) {
        let Some(Some((url, at))) = self.links.pop() else { return };
        let said = self.out.get(at..).unwrap_or_default();
        let host = url.host_str().unwrap_or_default();
        let told = said
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .strip_prefix(host)
            // Where the host ends, something else begins: « mali.co » is not told by « mali.com ».
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#', ':']));
        self.out.push_str("</a>");
        if !told {
            self.out.push_str(" (");
            self.text(host);
            self.out.push(')');
        }
    }

    /// Text in which a bare address becomes a link.
    fn linked(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
            let (before, from) = rest.split_at(at);
            let end = from
                .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»'))
                .unwrap_or(from.len());
            // What ends the sentence is not the address's.
            let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_']);
            self.text(before);
            match safe(address) {
                Some(url) => {
                    self.anchor(&url);
                    self.text(address);
                    self.out.push_str("</a>");
                }
                None => self.text(address),
            }
            rest = &from[address.len()..];
            if address.is_empty() {
                break;
            }
        }
        self.text(rest);
    }

    fn text(&mut self, text: &str) {
        for c in text.trim_end_matches('\n').chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                '\n' => self.out.push_str("<br>"),
                c => {
                    // Writing into a string does not fail.
                    let _ = self.out.write_char(c);
                }
            }
        }
    }
}

/// An address that a link may have: http or https, to a host, and nothing before the host that could pass for it.
fn safe(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    let plain = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    (plain && url.username().is_empty() && url.password().is_none()).then_some(url)
}

/// Words as a Markdown quote, with room for an answer under them.
pub(crate) fn quoted(words: &str) -> String {
    let lines = words.lines().map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") });
    lines.chain([String::new(), String::new()]).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every tag of a text, as it stands.
    fn tags(html: &str) -> Vec<&str> {
        html.split('<').skip(1).filter_map(|t| t.split('>').next()).collect()
    }

    #[test]
    fn simple_marks_become_simple_tags_and_line_ends_stay() {
        assert_eq!(html("Bonjour **tous**\nà *demain*"), "<p>Bonjour <strong>tous</strong><br>à <em>demain</em></p>");
        assert_eq!(html("> dit\n\nnon"), "<blockquote><p>dit</p></blockquote><p>non</p>");
        assert_eq!(html("- un\n- deux"), "<ul><li>un</li><li>deux</li></ul>");
        assert_eq!(html("1. un\n2. deux"), "<ol><li>un</li><li>deux</li></ol>");
        assert_eq!(html("# Titre"), "<p><strong>Titre</strong></p>");
        assert_eq!(html("Ɲɛmɔgɔ & <ŋana>"), "<p>Ɲɛmɔgɔ &amp; &lt;ŋana&gt;</p>");
    }

    #[test]
    fn a_link_leads_to_the_web_only_and_says_where() {
        let rel = "rel=\"nofollow noopener noreferrer ugc\"";
        assert_eq!(
            html("voir https://a.ml/x?y=1&z."),
            format!("<p>voir <a href=\"https://a.ml/x?y=1&amp;z\" {rel}>https://a.ml/x?y=1&amp;z</a>.</p>")
        );
        assert_eq!(
            html("[la police](https://a.ml/)"),
            format!("<p><a href=\"https://a.ml/\" {rel}>la police</a> (a.ml)</p>")
        );
        for (words, host) in [("mali.com", "mali.co"), ("banque.ml.evil", "banque.ml"), ("a.ml evil.ml", "a.ml")] {
            let said = html(&format!("[{words}](https://{host}/x)"));
            assert!(said.ends_with(&format!("</a> ({host})</p>")), "{said}");
        }
        for hostile in [
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](data:text/html,a)",
            "<javascript:alert(1)>",
            "[x](vbscript:a)",
            "[x](/fr/logout)",
            "[x](//a.ml)",
            "[x](https://police.ml@evil.ml/)",
            "[x](tel:1)",
        ] {
            assert!(!html(hostile).contains("<a"), "{hostile}: {}", html(hostile));
        }
    }

    #[test]
    fn hostile_text_stays_text() {
        const KNOWN: &[&str] = &[
            "p",
            "/p",
            "br",
            "em",
            "/em",
            "strong",
            "/strong",
            "blockquote",
            "/blockquote",
            "ul",
            "/ul",
            "ol",
            "/ol",
            "li",
            "/li",
            "/a",
        ];
        let deep = ">".repeat(1_900) + " fond";
        let lists = "- ".repeat(900) + "x";
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "![x](https://a.ml/x.png)",
            "<b>x</b>\n\n<div style=a>",
            "<!-- -->",
            "```\n<i>\n```",
            "    <i>",
            "[a]: https://a.ml\n\n[a]",
            "https://a.ml/\"onmouseover=\"alert(1)",
            "[x](<https://a.ml/\"onclick=1>)",
            "&lt;script&gt;",
            "<https://a.ml/>",
            "<a@b.ml>",
            "| a |\n|---|\n| b |",
            "\u{202e}https://lm.a",
            &deep,
            &lists,
        ] {
            let html = html(hostile);
            for tag in tags(&html) {
                let link = tag.starts_with("a href=\"http")
                    && tag.ends_with("rel=\"nofollow noopener noreferrer ugc\"")
                    && tag.matches('"').count() == 4;
                assert!(link || KNOWN.contains(&tag), "{hostile}: <{tag}>");
            }
            assert!(html.len() < 8 * hostile.len() + 200, "{hostile} grows to {}", html.len());
            let (open, shut) = (html.matches("<blockquote>").count(), html.matches("</blockquote>").count());
            assert_eq!(open, shut);
        }
        assert!(!html("\u{202e}abc").contains('\u{202e}'));
    }

    #[test]
    fn a_message_of_which_nothing_would_be_seen_is_blank() {
        assert!(["![](http://a.ml/x.png)", "***", "> ", "- ", "…"].into_iter().all(is_blank));
        assert!(!["![dit](http://a.ml/x.png)", "ok", "ɲ", "٧", "> a"].into_iter().any(is_blank));
    }

    #[test]
    fn what_is_quoted_is_shown_as_a_quote() {
        assert_eq!(quoted("un\n\ndeux"), "> un\n>\n> deux\n\n");
        assert_eq!(html(&quoted("a\nb")), "<blockquote><p>a<br>b</p></blockquote>");
    }
}
