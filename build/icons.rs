//! Reads `static/icons.svg` and writes `icons.rs`: the enum `Icon`, one variant a symbol, with the markup to put in a page.
//! It knows one shape, `<symbol id="kebab-name" viewBox="0 0 24 24">shapes</symbol>` one after another in one `<svg>`,
//! and refuses any other. What never lives here: drawing, and where an icon is used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const SPRITE: &str = "static/icons.svg";
const SHAPES: [&str; 8] = ["path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "g"];

/// Reads the sprite and writes `icons.rs` in `out`, or says what is wrong.
pub fn run(root: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={SPRITE}");
    let sprite = fs::read_to_string(root.join(SPRITE)).map_err(|e| format!("{SPRITE}: {e}"))?;
    let code = generate(&sprite).map_err(|fault| format!("{SPRITE}: {fault}"))?;
    let target = out.join("icons.rs");
    fs::write(&target, code).map_err(|e| format!("{}: {e}", target.display()))
}

/// A symbol of the sprite.
struct Symbol {
    id: String,
    variant: String,
    body: String,
}

/// The Rust code for a sprite, or the first fault.
pub fn generate(sprite: &str) -> Result<String, String> {
    let symbols = read(sprite)?;
    let mut seen = BTreeSet::new();
    for symbol in &symbols {
        if !seen.insert(&symbol.variant) {
            return Err(format!("symbol « {} » is there twice", symbol.id));
        }
    }
    Ok(emit(&symbols))
}

fn read(sprite: &str) -> Result<Vec<Symbol>, String> {
    let sprite = without_comments(sprite)?;
    let opened = sprite.trim().strip_prefix("<svg").and_then(|rest| rest.split_once('>'));
    let (_, inner) = opened.ok_or("does not begin with <svg …>")?;
    let mut rest = inner.strip_suffix("</svg>").ok_or("does not end with </svg>")?.trim_start();
    let mut symbols: Vec<Symbol> = Vec::new();
    while !rest.is_empty() {
        let (symbol, after) = read_symbol(rest).map_err(|fault| match symbols.last() {
            Some(last) => format!("{fault} (after symbol « {} »)", last.id),
            None => fault,
        })?;
        symbols.push(symbol);
        rest = after.trim_start();
    }
    if symbols.is_empty() { Err("holds no symbol".to_owned()) } else { Ok(symbols) }
}

fn without_comments(sprite: &str) -> Result<String, String> {
    let mut kept = String::new();
    let mut rest = sprite;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").ok_or("a comment does not end")?.1;
    }
    Ok(kept + rest)
}

fn read_symbol(text: &str) -> Result<(Symbol, &str), String> {
    let start = text.lines().next().unwrap_or_default();
    let after =
        text.strip_prefix("<symbol id=\"").ok_or_else(|| format!("expected <symbol id=\"…, found « {start} »"))?;
    let (id, after) = after.split_once('"').ok_or_else(|| format!("an id does not end in « {start} »"))?;
    let fault = |what: &str| format!("symbol « {id} »: {what}");
    if !is_kebab(id) {
        return Err(fault("the id must be lower-case-words"));
    }
    let after = after.strip_prefix(" viewBox=\"0 0 24 24\">");
    let after = after.ok_or_else(|| fault("expected viewBox=\"0 0 24 24\"> and nothing else after the id"))?;
    let (body, rest) = after.split_once("</symbol>").ok_or_else(|| fault("has no </symbol>"))?;
    let body = read_body(body).map_err(|what| fault(&what))?;
    Ok((Symbol { id: id.to_owned(), variant: pascal(id), body }, rest))
}

fn is_kebab(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id != "self"
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

fn pascal(id: &str) -> String {
    id.split('-')
        .flat_map(|part| part.chars().enumerate().map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c }))
        .collect()
}

/// The shapes without the blanks between them; only shapes, all closed.
fn read_body(body: &str) -> Result<String, String> {
    let mut open: Vec<&str> = Vec::new();
    let mut kept = String::new();
    let mut rest = body.trim();
    while !rest.is_empty() {
        let tag = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (tag, after) = tag.ok_or_else(|| format!("expected a shape, found « {rest} »"))?;
        check_tag(tag, &mut open)?;
        kept.push_str(&format!("<{}>", tag.split_whitespace().collect::<Vec<_>>().join(" ")));
        rest = after.trim_start();
    }
    match open.last() {
        Some(name) => Err(format!("<{name}> is not closed")),
        None if kept.is_empty() => Err("is empty".to_owned()),
        None => Ok(kept),
    }
}

fn check_tag<'a>(tag: &'a str, open: &mut Vec<&'a str>) -> Result<(), String> {
    if let Some(name) = tag.strip_prefix('/') {
        return if open.pop() == Some(name) { Ok(()) } else { Err(format!("</{name}> closes nothing")) };
    }
    let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
    let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    if !SHAPES.contains(&name) {
        return Err(format!("<{name}> is not one of {SHAPES:?}"));
    }
    check_attributes(attributes)?;
    if !closed {
        open.push(name);
    }
    Ok(())
}

/// `name="value"` only; nothing that repeats an id in the page, runs, points elsewhere or breaks the style policy.
fn check_attributes(attributes: &str) -> Result<(), String> {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        let wrong = || format!("expected name=\"value\", found « {rest} »");
        let (name, after) = rest.split_once("=\"").ok_or_else(wrong)?;
        let (value, after) = after.split_once('"').ok_or_else(wrong)?;
        let known = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && !value.contains(['<', '&']);
        if !known || name.starts_with("on") || ["id", "style", "class", "href"].contains(&name) {
            return Err(format!("attribute « {name} » is not allowed"));
        }
        rest = after.trim_start();
    }
    Ok(())
}

fn emit(symbols: &[Symbol]) -> String {
    let each = |line: &dyn Fn(&Symbol) -> String| symbols.iter().map(line).collect::<String>();
    let variants = each(&|s| format!("    /// `{}`\n    {},\n", s.id, s.variant));
    let all = each(&|s| format!("        Icon::{},\n", s.variant));
    let names = each(&|s| format!("            Icon::{} => {:?},\n", s.variant, s.id));
    let from = each(&|s| format!("            {:?} => Some(Icon::{}),\n", s.id, s.variant));
    let markup = each(&|s| format!("            Icon::{} => {:?},\n", s.variant, markup(s)));
    let count = symbols.len();
    format!(
        r#"// Written by build/icons.rs from static/icons.svg: do not edit.

/// A drawing of the sprite. Never shown alone: a word stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {{
{variants}}}

impl Icon {{
    /// All of them, in the order of the sprite.
    pub const ALL: [Icon; {count}] = [
{all}    ];

    /// The id of its symbol.
    pub const fn name(self) -> &'static str {{
        match self {{
{names}        }}
    }}

    /// The icon whose symbol has this id.
    pub fn from_name(name: &str) -> Option<Icon> {{
        match name {{
{from}            _ => None,
        }}
    }}

    /// The whole drawing, to be put in a page as it is; hidden from screen readers.
    pub const fn markup(self) -> &'static str {{
        match self {{
{markup}        }}
    }}
}}
"#
    )
}

fn markup(symbol: &Symbol) -> String {
    format!(r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>"#, symbol.body)
}

// Run by the test binary that includes this file; cargo itself never tests a build script.
#[cfg(test)]
mod tests {
    use super::*;

    fn fault(symbols: &str) -> String {
        generate(&format!("<svg xmlns=\"x\">\n{symbols}\n</svg>\n")).err().unwrap_or_default()
    }

    fn symbol(id: &str, body: &str) -> String {
        format!("<symbol id=\"{id}\" viewBox=\"0 0 24 24\">{body}</symbol>")
    }

    #[test]
    fn a_sound_sprite_passes() {
        let sprite = symbol("police-conduct", "<g fill=\"none\">\n <path d=\"M1 2\"/>\n</g>")
            + "<!-- x -->"
            + symbol("a1", "<path d=\"\"/>").as_str();
        let code = generate(&format!("<svg>{sprite}</svg>")).unwrap_or_default();
        assert!(code.contains("\"police-conduct\" => Some(Icon::PoliceConduct)"), "{code}");
        assert!(code.contains(r#"aria-hidden=\"true\"><g fill=\"none\"><path d=\"M1 2\"/></g></svg>"#), "{code}");
    }

    #[test]
    fn faults_name_the_symbol() {
        for (id, body, told) in [
            ("a", "", "is empty"),
            ("a", "<script/>", "<script> is not one of"),
            ("a", "<path d=\"\">", "<path> is not closed"),
            ("a", "</g>", "</g> closes nothing"),
            ("a", "<path onload=\"x\"/>", "attribute « onload »"),
            ("a", "<path id=\"x\"/>", "attribute « id »"),
            ("a", "text", "expected a shape"),
            ("A_b", "<path d=\"\"/>", "lower-case-words"),
        ] {
            let said = fault(&symbol(id, body));
            assert!(said.contains(told) && said.contains(&format!("symbol « {id} »")), "{body}: {said}");
        }
        let twice = symbol("a", "<path d=\"\"/>").repeat(2);
        assert_eq!(fault(&twice), "symbol « a » is there twice");
        assert!(
            fault("<symbol id=\"b\" viewBox=\"0 0 16 16\"><path/></symbol>").contains("symbol « b »: expected viewBox")
        );
        assert!(fault(&(symbol("a", "<path d=\"\"/>") + "<g/>")).contains("after symbol « a »"));
    }
}
