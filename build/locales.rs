//! Reads `locales/{fr,bm}/*.ftl`, checks one against the other and writes `messages.rs`: one method of `L` a message.
//! French is the reference. Every fault found is told at once, as `language: file: key: what is wrong`.
//! What never lives here: how a message is said at run time (`src/i18n.rs`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    Comment, Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource, Term,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// Words a Bambara file or message must carry in a comment until a speaker has read it.
const TO_REVIEW: &str = "à relire";

/// Words spelt with the letters of an older or a foreign orthography; each is certainly a slip in Bambara.
const MISSPELT: [&str; 14] =
    ["be", "te", "ke", "fe", "mogo", "yoro", "soro", "fen", "bee", "were", "yere", "nye", "folo", "kono"];

/// Names a generated method cannot have.
const RESERVED: [&str; 44] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "trait", "true", "try",
    "type", "use", "while",
];

/// One locale file as read from disk.
pub struct Source {
    /// `fr` or `bm`.
    pub lang: &'static str,
    /// Path from the root of the repository, for messages.
    pub path: String,
    /// What the file says.
    pub text: String,
}

/// Reads the folders, writes `messages.rs` in `out`, or says everything that is wrong.
pub fn run(root: &Path, out: &Path) -> Result<(), Vec<String>> {
    // The folder with all it holds: a file that does not exist yet cannot be named, cargo would run us every time.
    println!("cargo::rerun-if-changed=locales");
    let mut sources = read_folder(root, "fr").map_err(|e| vec![e])?;
    sources.extend(read_folder(root, "bm").map_err(|e| vec![e])?);
    let names = read_names(root).map_err(|e| vec![e])?;
    let code = generate(&sources, &names)?;
    let target = out.join("messages.rs");
    fs::write(&target, code).map_err(|e| vec![format!("{}: {e}", target.display())])
}

fn read_folder(root: &Path, lang: &'static str) -> Result<Vec<Source>, String> {
    let folder = format!("locales/{lang}");
    let entries = fs::read_dir(root.join(&folder)).map_err(|e| format!("{lang}: {folder}: {e}"))?;
    let mut sources = Vec::new();
    for entry in entries {
        let name = entry.map_err(|e| format!("{lang}: {folder}: {e}"))?.file_name();
        let path = format!("{folder}/{}", name.to_string_lossy());
        if !path.ends_with(".ftl") {
            continue;
        }
        let text = fs::read_to_string(root.join(&path)).map_err(|e| format!("{lang}: {path}: {e}"))?;
        sources.push(Source { lang, path, text });
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn read_names(root: &Path) -> Result<String, String> {
    let path = "locales/bm-names.txt";
    match fs::read_to_string(root.join(path)) {
        Ok(names) => Ok(names),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(e) => Err(format!("bm: {path}: {e}")),
    }
}

/// Checks both languages and returns the Rust code, or every fault. `names` are the words a Bambara text may spell freely.
pub fn generate(sources: &[Source], names: &str) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let fr = Catalog::read("fr", sources, &mut faults);
    let bm = Catalog::read("bm", sources, &mut faults);
    for catalog in [&fr, &bm] {
        catalog.check_entries(&mut faults);
    }
    check_parity(&fr, &bm, &mut faults);
    check_bambara(&fr, &bm, names, &mut faults);
    check_names(&fr, &mut faults);
    if faults.is_empty() {
        emit(&fr, &bm).map_err(|fault| vec![fault])
    } else {
        faults.sort();
        faults.dedup();
        Err(faults)
    }
}

// --- reading ---------------------------------------------------------------------------------------------------------

/// A message or a term, where it was found.
struct Found<'s> {
    path: &'s str,
    pattern: Pattern<&'s str>,
    reviewed: bool,
    parts: Parts,
}

/// What one language says: messages under their key, terms under `-key`.
struct Catalog<'s> {
    lang: &'static str,
    entries: BTreeMap<String, Found<'s>>,
}

impl<'s> Catalog<'s> {
    fn read(lang: &'static str, sources: &'s [Source], faults: &mut Vec<String>) -> Self {
        let mut catalog = Catalog { lang, entries: BTreeMap::new() };
        for source in sources.iter().filter(|source| source.lang == lang) {
            catalog.read_file(source, faults);
        }
        catalog
    }

    fn read_file(&mut self, source: &'s Source, faults: &mut Vec<String>) {
        let resource = match fluent_syntax::parser::parse(source.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|e| junk(source, e)));
                resource
            }
        };
        let file_marked = resource.body.iter().any(|e| matches!(e, Entry::ResourceComment(c) if asks_review(c)));
        let mut group_marked = false;
        for entry in resource.body {
            match entry {
                Entry::GroupComment(comment) => group_marked = asks_review(&comment),
                Entry::Message(Message { id, value, attributes, comment }) => {
                    if !attributes.is_empty() {
                        faults.push(self.fault(source, id.name, "attributes are not supported"));
                    }
                    let marked = file_marked || group_marked || comment.as_ref().is_some_and(asks_review);
                    match value {
                        Some(value) => self.add(source, id.name.to_owned(), value, marked, faults),
                        None => faults.push(self.fault(source, id.name, "has no value")),
                    }
                }
                Entry::Term(Term { id, value, attributes, comment }) => {
                    let key = format!("-{}", id.name);
                    if !attributes.is_empty() {
                        faults.push(self.fault(source, &key, "attributes are not supported"));
                    }
                    let marked = file_marked || group_marked || comment.as_ref().is_some_and(asks_review);
                    self.add(source, key, value, marked, faults);
                }
                Entry::Comment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
            }
        }
    }

    fn add(
        &mut self,
        source: &'s Source,
        key: String,
        value: Pattern<&'s str>,
        reviewed: bool,
        faults: &mut Vec<String>,
    ) {
        if let Some(first) = self.entries.get(&key) {
            let what = format!("defined twice (first in {})", first.path);
            faults.push(self.fault(source, &key, &what));
            return;
        }
        let parts = Parts::of(&value);
        self.entries.insert(key, Found { path: &source.path, pattern: value, reviewed, parts });
    }

    fn fault(&self, source: &Source, key: &str, what: &str) -> String {
        format!("{}: {}: {key}: {what}", self.lang, source.path)
    }

    fn messages(&self) -> impl Iterator<Item = (&String, &Found<'s>)> {
        self.entries.iter().filter(|(key, _)| !key.starts_with('-'))
    }
}

/// A parse error, at the line where the entry it spoils begins.
fn junk(source: &Source, error: &fluent_syntax::parser::ParserError) -> String {
    let range = error.slice.clone().unwrap_or(error.pos.clone());
    let before = source.text.get(..range.start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let slice = source.text.get(range).unwrap_or_default();
    let key = slice.split('=').next().unwrap_or_default().trim();
    format!("{}: {}: {key}: line {line}: {error}", source.lang, source.path)
}

fn asks_review(comment: &Comment<&str>) -> bool {
    comment.content.iter().any(|line| line.contains(TO_REVIEW))
}

// --- what a pattern is made of -----------------------------------------------------------------------------------------

/// What a pattern holds, whatever the order.
#[derive(Default)]
struct Parts {
    args: BTreeSet<String>,
    references: BTreeSet<String>,
    texts: Vec<String>,
    problems: Vec<&'static str>,
}

impl Parts {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut parts = Parts::default();
        parts.pattern(pattern);
        parts
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.texts.push((*value).to_owned()),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                if !matches!(selector, InlineExpression::VariableReference { .. }) {
                    self.problems.push("only a $arg may be selected on");
                }
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.texts.push(unescape_unicode_to_string(value).into_owned());
            }
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.args.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.references.insert(id.name.to_owned());
                self.refuse(attribute.is_some(), "attributes are not supported");
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.references.insert(format!("-{}", id.name));
                self.refuse(attribute.is_some(), "attributes are not supported");
                self.refuse(arguments.is_some(), "a term takes no arguments");
            }
            InlineExpression::FunctionReference { .. } => self.refuse(true, "functions are not supported"),
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn refuse(&mut self, wrong: bool, what: &'static str) {
        if wrong {
            self.problems.push(what);
        }
    }
}

impl Catalog<'_> {
    /// The keys a message needs to be said: itself, and all it refers to. Unknown ones are left out.
    fn closure(&self, key: &str) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let mut todo = vec![key.to_owned()];
        while let Some(key) = todo.pop() {
            if let Some(found) = self.entries.get(&key)
                && seen.insert(key)
            {
                todo.extend(found.parts.references.iter().cloned());
            }
        }
        seen
    }

    /// The `$args` of a message, those of the messages it refers to included.
    fn args(&self, key: &str) -> BTreeSet<&String> {
        let keys = self.closure(key);
        self.entries.iter().filter(|(key, _)| keys.contains(*key)).flat_map(|(_, found)| &found.parts.args).collect()
    }

    fn refers_to_itself(&self, key: &str, found: &Found<'_>) -> bool {
        found.parts.references.iter().any(|reference| self.closure(reference).contains(key))
    }

    /// Text of a message without `$args`; the checks have been made.
    fn plain(&self, pattern: &Pattern<&str>) -> String {
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => self.plain_expression(expression, &mut text),
            }
        }
        text
    }

    fn plain_expression(&self, expression: &Expression<&str>, text: &mut String) {
        let Expression::Inline(inline) = expression else { return };
        match inline {
            InlineExpression::StringLiteral { value } => text.push_str(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => text.push_str(value),
            InlineExpression::MessageReference { id, .. } => text.push_str(&self.plain_of(id.name)),
            InlineExpression::TermReference { id, .. } => text.push_str(&self.plain_of(&format!("-{}", id.name))),
            InlineExpression::Placeable { expression } => self.plain_expression(expression, text),
            InlineExpression::FunctionReference { .. } | InlineExpression::VariableReference { .. } => {}
        }
    }

    fn plain_of(&self, key: &str) -> String {
        self.entries.get(key).map(|found| self.plain(&found.pattern)).unwrap_or_default()
    }
}

// --- checks ------------------------------------------------------------------------------------------------------------

impl Catalog<'_> {
    fn check_entries(&self, faults: &mut Vec<String>) {
        for (key, found) in &self.entries {
            let mut fault = |what: &str| faults.push(format!("{}: {}: {key}: {what}", self.lang, found.path));
            found.parts.problems.iter().for_each(|problem| fault(problem));
            for reference in found.parts.references.iter().filter(|r| !self.entries.contains_key(*r)) {
                fault(&format!("refers to « {reference} », which does not exist"));
            }
            if self.refers_to_itself(key, found) {
                fault("refers to itself");
            }
            if key.starts_with('-') && !self.args(key).is_empty() {
                fault("a term holds no $arg");
            }
        }
    }
}

fn check_parity(fr: &Catalog<'_>, bm: &Catalog<'_>, faults: &mut Vec<String>) {
    for (key, found) in fr.messages() {
        let Some(other) = bm.entries.get(key) else {
            let expected = found.path.replace("/fr/", "/bm/");
            faults.push(format!("bm: {expected}: {key}: is missing (French is in {})", found.path));
            continue;
        };
        let (ours, theirs) = (fr.args(key), bm.args(key));
        if ours != theirs {
            let what = format!("has the arguments {theirs:?}, French has {ours:?}");
            faults.push(format!("bm: {}: {key}: {what}", other.path));
        }
    }
    for (key, found) in bm.messages().filter(|(key, _)| !fr.entries.contains_key(*key)) {
        let expected = found.path.replace("/bm/", "/fr/");
        faults.push(format!("fr: {expected}: {key}: is missing, or is one too many in {}", found.path));
    }
}

fn check_bambara(fr: &Catalog<'_>, bm: &Catalog<'_>, names: &str, faults: &mut Vec<String>) {
    let names: BTreeSet<&str> = words(names).collect();
    for (key, found) in &bm.entries {
        let mut fault = |what: String| faults.push(format!("bm: {}: {key}: {what}", found.path));
        if !found.reviewed {
            fault(format!("needs a comment « {TO_REVIEW} », its own, its group's or its file's"));
        }
        for word in found.parts.texts.iter().flat_map(|text| words(text)).filter(|word| !names.contains(word)) {
            if let Some(what) = misspelling(word) {
                fault(format!("« {word} »: {what} (names go in locales/bm-names.txt)"));
            }
        }
        let french = fr.entries.get(key).filter(|_| !key.starts_with('-'));
        if french.is_some_and(|french| is_sentence(found) && source_of(&french.pattern) == source_of(&found.pattern)) {
            fault("is the French text, not a translation".to_owned());
        }
    }
}

/// More than three words with a letter.
fn is_sentence(found: &Found<'_>) -> bool {
    let words = found.parts.texts.iter().flat_map(|text| words(text));
    words.filter(|word| word.chars().any(char::is_alphabetic)).count() > 3
}

/// Runs of letters, digits and combining marks.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || is_combining(c))).filter(|word| !word.is_empty())
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

/// Why a word cannot be Bambara, if it cannot (guide §5.1 and §5.2).
fn misspelling(word: &str) -> Option<String> {
    if let Some(c) = word.chars().find(|c| !is_bambara(*c)) {
        return Some(format!("{c:?} (U+{:04X}) is not in the alphabet", u32::from(c)));
    }
    let lower = word.to_lowercase();
    if MISSPELT.contains(&lower.as_str()) {
        return Some("lacks its ɛ, ɔ or ɲ".to_owned());
    }
    let vowel = lower.strip_prefix("ny").is_some_and(|rest| rest.starts_with(['a', 'e', 'ɛ', 'i', 'o', 'ɔ', 'u']));
    vowel.then(|| "begins with ny instead of ɲ".to_owned())
}

fn is_bambara(c: char) -> bool {
    match c.to_ascii_lowercase() {
        'q' | 'v' | 'x' => false,
        'a'..='z' | '0'..='9' => true,
        _ => matches!(c, 'ɛ' | 'Ɛ' | 'ɔ' | 'Ɔ' | 'ɲ' | 'Ɲ' | 'ŋ' | 'Ŋ'),
    }
}

/// Keys and arguments become names of Rust: refused when they cannot, or when two would be one.
fn check_names(fr: &Catalog<'_>, faults: &mut Vec<String>) {
    let mut methods = BTreeMap::new();
    for (key, found) in fr.messages() {
        let mut fault = |what: String| faults.push(format!("fr: {}: {key}: {what}", found.path));
        for name in fr.args(key).into_iter().chain([key]).filter(|name| !is_name(name)) {
            fault(format!("« {name} » must be lower-case-words and no word of Rust"));
        }
        if let Some(other) = methods.insert(snake(key), key) {
            fault(format!("makes the same method as « {other} »"));
        }
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
        && !RESERVED.contains(&snake(name).as_str())
}

fn snake(key: &str) -> String {
    key.replace('-', "_")
}

// --- writing -----------------------------------------------------------------------------------------------------------

fn emit(fr: &Catalog<'_>, bm: &Catalog<'_>) -> Result<String, String> {
    let (plain, formatted): (Vec<&String>, Vec<&String>) =
        fr.messages().map(|(key, _)| key).partition(|key| fr.args(key).is_empty());
    let mut code = String::from("// Written by build/locales.rs from locales/: do not edit.\n\n");
    for catalog in [fr, bm] {
        emit_table(&mut code, catalog, &plain);
        emit_source(&mut code, catalog, &formatted)?;
    }
    code.push_str("impl L {\n");
    for (at, key) in plain.into_iter().enumerate() {
        emit_doc(&mut code, fr, key);
        let name = snake(key);
        put(
            &mut code,
            format_args!("pub(crate) fn {name}(self) -> Text {{ self.pick(&TEXTS_FR[{at}], &TEXTS_BM[{at}]) }}\n"),
        );
    }
    for key in formatted {
        emit_doc(&mut code, fr, key);
        emit_formatted(&mut code, key, &fr.args(key));
    }
    code.push_str("}\n");
    Ok(code)
}

fn put(code: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a String never fails.
    let _ = code.write_fmt(what);
}

fn emit_table(code: &mut String, catalog: &Catalog<'_>, keys: &[&String]) {
    let (table, count) = (catalog.lang.to_uppercase(), keys.len());
    put(code, format_args!("static TEXTS_{table}: [Text; {count}] = [\n"));
    for key in keys {
        let raw = catalog.plain_of(key);
        put(code, format_args!("    Text::new({:?}, {raw:?}),\n", escape(&raw)));
    }
    code.push_str("];\n");
}

/// The messages with arguments and all they refer to, as Fluent again, for the bundles.
fn emit_source(code: &mut String, catalog: &Catalog<'_>, keys: &[&String]) -> Result<(), String> {
    let needed: BTreeSet<String> = keys.iter().flat_map(|key| catalog.closure(key)).collect();
    let entries = catalog.entries.iter().filter(|(key, _)| needed.contains(*key));
    let body: Vec<Entry<&str>> = entries.map(|(key, found)| entry(key, &found.pattern)).collect();
    let text = fluent_syntax::serializer::serialize(&Resource { body: body.clone() });
    let again = fluent_syntax::parser::parse(text.as_str());
    if !again.is_ok_and(|again| same_texts(&again.body, &body)) {
        return Err(format!("{}: the messages with arguments do not survive being written again", catalog.lang));
    }
    put(code, format_args!("const FLUENT_{}: &str = {text:?};\n", catalog.lang.to_uppercase()));
    Ok(())
}

fn entry<'a>(key: &'a str, pattern: &Pattern<&'a str>) -> Entry<&'a str> {
    let (value, attributes, comment) = (pattern.clone(), Vec::new(), None);
    match key.strip_prefix('-') {
        Some(name) => Entry::Term(Term { id: Identifier { name }, value, attributes, comment }),
        None => Entry::Message(Message { id: Identifier { name: key }, value: Some(value), attributes, comment }),
    }
}

fn same_texts(ours: &[Entry<&str>], theirs: &[Entry<&str>]) -> bool {
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| texts_of(a) == texts_of(b))
}

fn texts_of(entry: &Entry<&str>) -> Option<(String, BTreeSet<String>, BTreeSet<String>)> {
    let parts = match entry {
        Entry::Message(message) => Parts::of(message.value.as_ref()?),
        Entry::Term(term) => Parts::of(&term.value),
        _ => return None,
    };
    Some((parts.texts.concat(), parts.args, parts.references))
}

fn emit_doc(code: &mut String, fr: &Catalog<'_>, key: &str) {
    if let Some(found) = fr.entries.get(key) {
        let text = source_of(&found.pattern).replace('`', "'");
        put(code, format_args!("    /// `{text}` ({})\n    ", found.path));
    }
}

/// A pattern as Fluent, on one line.
fn source_of(pattern: &Pattern<&str>) -> String {
    let text = fluent_syntax::serializer::serialize(&Resource { body: vec![entry("x", pattern)] });
    let value = text.strip_prefix("x =").unwrap_or(&text);
    value.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn emit_formatted(code: &mut String, key: &str, args: &BTreeSet<&String>) {
    let parameters: Vec<String> = args.iter().map(|arg| format!("{}: impl Arg", snake(arg))).collect();
    let values: Vec<String> = args.iter().map(|arg| format!("({arg:?}, {}.value())", snake(arg))).collect();
    if args.len() > 6 {
        code.push_str("#[allow(clippy::too_many_arguments)]\n    ");
    }
    put(
        code,
        format_args!(
            "pub(crate) fn {}(self, {}) -> String {{ self.format({key:?}, [{}]) }}\n",
            snake(key),
            parameters.join(", "),
            values.join(", ")
        ),
    );
}

/// The entities askama writes.
fn escape(raw: &str) -> String {
    let mut html = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '"' => html.push_str("&#34;"),
            '&' => html.push_str("&#38;"),
            '\'' => html.push_str("&#39;"),
            '<' => html.push_str("&#60;"),
            '>' => html.push_str("&#62;"),
            _ => html.push(c),
        }
    }
    html
}

// Run by the test binary that includes this file; cargo itself never tests a build script.
#[cfg(test)]
mod tests {
    use super::*;

    fn faults(fr: &str, bm: &str) -> String {
        let fr = Source { lang: "fr", path: "locales/fr/t.ftl".to_owned(), text: fr.to_owned() };
        let bm = Source { lang: "bm", path: "locales/bm/t.ftl".to_owned(), text: format!("### à relire\n\n{bm}") };
        generate(&[fr, bm], "UNICEF\r\nQuéco-Djicoroni\nSébénikoro\n").err().unwrap_or_default().join("\n")
    }

    #[test]
    fn sound_locales_pass() {
        let fr = "-app = L'app\na = Ici { -app }\nb = { $n ->\n    [one] un\n   *[other] { $n } & { a }\n  }\nc =\n    deux\n    lignes\n";
        let bm = "-app = app\na = { -app } yan\nb = UNICEF, Sébénikoro, Quéco-Djicoroni { $n }\nc = fila\n";
        assert_eq!(faults(fr, bm), "");
    }

    #[test]
    fn plain_texts_are_resolved_and_escaped() {
        let fr = Source {
            lang: "fr",
            path: "f".to_owned(),
            text: "-x = d'<b>\na-b = { -x }{\"\\u00A0\"}& { c }\nc = 3\n".to_owned(),
        };
        let bm = Source { lang: "bm", path: "b".to_owned(), text: "### à relire\na-b = a\nc = 3\n".to_owned() };
        let code = generate(&[fr, bm], "").unwrap_or_default();
        assert!(code.contains(r#"Text::new("d&#39;&#60;b&#62;\u{a0}&#38; 3", "d'<b>\u{a0}& 3")"#), "{code}");
        assert!(code.contains("fn a_b(self) -> Text"), "{code}");
    }

    #[test]
    fn keys_must_be_in_both_languages_once() {
        assert!(faults("a = A\n", "").starts_with("bm: locales/bm/t.ftl: a: is missing"));
        assert!(faults("", "a = A\n").starts_with("fr: locales/fr/t.ftl: a: is missing"));
        assert!(faults("a = A\na = B\n", "a = A\n").contains("fr: locales/fr/t.ftl: a: defined twice"));
        assert!(faults("a-b = A\na_b = B\n", "a-b = A\na_b = B\n").contains("makes the same method"));
    }

    #[test]
    fn arguments_must_agree_through_references() {
        assert!(
            faults("a = { $n }\n", "a = ba\n")
                .contains("bm: locales/bm/t.ftl: a: has the arguments {}, French has {\"n\"}")
        );
        assert_eq!(faults("a = { $n }\nb = { a }\n", "a = { $n }\nb = { $n }\n"), "");
    }

    #[test]
    fn references_must_lead_somewhere() {
        assert!(faults("a = { b }\n", "a = A\n").contains("fr: locales/fr/t.ftl: a: refers to « b »"));
        assert!(faults("a = { -b }\n", "a = A\n").contains("refers to « -b »"));
        assert!(faults("a = { b }\nb = { a }\n", "a = A\nb = B\n").contains("refers to itself"));
        assert!(faults("-t = { $n }\na = { -t }\n", "a = A\n").contains("-t: a term holds no $arg"));
    }

    #[test]
    fn what_is_not_supported_is_refused() {
        assert!(faults("a = A\n    .label = B\n", "a = A\n").contains("a: attributes are not supported"));
        assert!(faults("a = { NUMBER($n) }\n", "a = A\n").contains("functions are not supported"));
        assert!(faults("-t = T\na = { -t(x: 1) }\n", "a = A\n").contains("a term takes no arguments"));
        assert!(faults("a = A\nb = { $n\n", "a = A\n").contains("fr: locales/fr/t.ftl: b: line 2: "));
        assert!(faults("type = A\n", "type = A\n").contains("no word of Rust"));
    }

    #[test]
    fn bambara_is_spelt_with_its_letters() {
        for (word, told) in [
            ("école", "U+00E9"),
            ("quartier", "U+0071"),
            ("dɔ\u{301}n", "U+0301"),
            ("ŋgε", "U+03B5"),
            ("mogo", "lacks its"),
            ("Nyɛ", "begins with ny"),
        ] {
            let said = faults("a = A\n", &format!("a = an ka {word}\n"));
            assert!(said.contains("bm: locales/bm/t.ftl: a: « ") && said.contains(told), "{word}: {said}");
        }
        assert_eq!(faults("a = A\n", "a = Ɲɛ ŋaniya, k'a kelenya ɔ\n"), "");
    }

    #[test]
    fn bambara_is_no_copy_and_asks_for_review() {
        assert!(faults("a = a b c d\n", "a = a b c d\n").contains("is the French text"));
        assert_eq!(faults("a = a b c\n", "a = a b c\n"), "");
        let read = |bm: &str| {
            let fr = Source { lang: "fr", path: "f".to_owned(), text: "a = A\nb = B\n".to_owned() };
            generate(&[fr, Source { lang: "bm", path: "b".to_owned(), text: bm.to_owned() }], "")
                .err()
                .unwrap_or_default()
        };
        assert_eq!(
            read("a = ba\n\n## à relire\n\nb = ba\n").join(""),
            "bm: b: a: needs a comment « à relire », its own, its group's or its file's"
        );
        assert_eq!(read("# à relire\na = ba\n# à relire\nb = ba\n").len(), 0);
        assert_eq!(read("## à relire\n\na = ba\n\n## lu\n\nb = ba\n").len(), 1);
    }
}
