//! The icons of `static/icons.svg`, inlined in pages so that no request is made for them.

#![allow(missing_docs)]

include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// An icon's drawing by its name, safe to put in a page; « other » for a name that has none.
pub fn icon(name: &str) -> Drawing {
    Drawing(Icon::from_name(name).unwrap_or(Icon::Other).markup())
}

/// SVG of ours, written as it is.
#[derive(Clone, Copy)]
pub struct Drawing(&'static str);

impl askama::filters::HtmlSafe for Drawing {}

impl std::fmt::Display for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl askama::FastWritable for Drawing {
    fn write_into(&self, dest: &mut dyn std::fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(dest.write_str(self.0)?)
    }
}
