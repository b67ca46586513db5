//! A form as a browser without JavaScript fills and sends it.
//!
//! [`Form::fill`] does what a person can do, and panics at what a person cannot: a field that is not there, an option not
//! offered, more letters than `maxlength` takes. What someone with bad intent can do is [`Form::tamper`].

use super::page::{Page, fold, name_of, selector, visible_text};
use super::person::{Person, Request};
use reqwest::Method;
use scraper::ElementRef;
use std::fmt;
use url::Url;

/// A form of a [`Page`], being filled.
#[derive(Clone)]
pub struct Form {
    person: Person,
    from: Origin,
    action: Url,
    method: Method,
    multipart: bool,
    headings: Vec<String>,
    heading_before: String,
    fields: Vec<Field>,
    buttons: Vec<Button>,
}

/// Where a request comes from, for `Referer` and `Origin`.
#[derive(Clone)]
pub(super) struct Origin {
    pub(super) url: Url,
    /// The page's `Referrer-Policy` says to tell nothing.
    pub(super) silent: bool,
}

/// A field: what it is called, and what it holds.
#[derive(Clone)]
struct Field {
    name: String,
    label: String,
    content: Content,
}

/// What a field holds.
#[derive(Clone)]
enum Content {
    Hidden(String),
    Text {
        value: String,
        at_most: Option<usize>,
        locked: bool,
    },
    /// A select, or radio buttons of one name.
    Choice {
        options: Vec<Choice>,
        many: bool,
    },
    Check {
        value: String,
        on: bool,
    },
    File(Vec<Upload>),
}

/// One of the options of a choice.
#[derive(Clone)]
struct Choice {
    value: String,
    label: String,
    picked: bool,
    disabled: bool,
}

/// A file to be sent.
#[derive(Clone)]
struct Upload {
    file_name: String,
    content_type: String,
    bytes: Vec<u8>,
}

/// A button that sends the form.
#[derive(Clone)]
struct Button {
    text: String,
    pair: Option<(String, String)>,
    action: Option<Url>,
}

impl Form {
    /// Reads a form of a page.
    pub(super) fn read(page: &Page, form: ElementRef<'_>) -> Form {
        let action = |text: Option<&str>| match text {
            Some(text) if !text.is_empty() => page.url.join(text).unwrap_or_else(|_| page.url.clone()),
            _ => page.url.clone(),
        };
        let mut read = Form {
            person: page.person().clone(),
            from: Origin { url: page.url.clone(), silent: page.header("referrer-policy") == "no-referrer" },
            action: action(form.attr("action")),
            method: match form.attr("method") {
                Some(method) if method.eq_ignore_ascii_case("post") => Method::POST,
                _ => Method::GET,
            },
            multipart: form.attr("enctype") == Some("multipart/form-data"),
            headings: headings(form),
            heading_before: heading_before(page, form),
            fields: Vec::new(),
            buttons: Vec::new(),
        };
        let id = form.attr("id");
        for element in page.elements("input, select, textarea, button") {
            let owned = match element.attr("form") {
                Some(owner) => Some(owner) == id,
                None => element.ancestors().any(|ancestor| ancestor.id() == form.id()),
            };
            let disabled = element.attr("disabled").is_some()
                || element
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|ancestor| ancestor.value().name() == "fieldset" && ancestor.attr("disabled").is_some());
            if owned && !disabled {
                read.add(page, element, &action);
            }
        }
        read
    }

    /// Adds an input, select, textarea or button.
    fn add(&mut self, page: &Page, element: ElementRef<'_>, action: &dyn Fn(Option<&str>) -> Url) {
        let tag = element.value().name();
        let kind = element.attr("type").map(str::to_ascii_lowercase).unwrap_or_default();
        let name = element.attr("name").unwrap_or_default().to_owned();
        let value = element.attr("value").map(str::to_owned);
        let text = |value: String| Content::Text {
            value,
            at_most: element.attr("maxlength").and_then(|number| number.parse().ok()),
            locked: element.attr("readonly").is_some(),
        };
        let content = match (tag, kind.as_str()) {
            ("button", "button" | "reset") | ("input", "button" | "reset") => return,
            ("button", _) | ("input", "submit" | "image") => {
                self.buttons.push(Button {
                    text: name_of(element),
                    pair: (!name.is_empty()).then(|| (name, value.unwrap_or_default())),
                    action: element.attr("formaction").map(|text| action(Some(text))),
                });
                return;
            }
            _ if name.is_empty() => return,
            ("select", _) => Content::Choice { options: options(element), many: element.attr("multiple").is_some() },
            ("textarea", _) => {
                let inner: String = element.text().collect();
                text(inner)
            }
            (_, "hidden") => Content::Hidden(value.unwrap_or_default()),
            (_, "file") => Content::File(Vec::new()),
            (_, "checkbox") => {
                Content::Check { value: value.unwrap_or_else(|| "on".into()), on: element.attr("checked").is_some() }
            }
            (_, "radio") => {
                let choice = Choice {
                    value: value.unwrap_or_else(|| "on".into()),
                    label: label_of(page, element),
                    picked: element.attr("checked").is_some(),
                    disabled: false,
                };
                let group = self.fields.iter_mut().find(|field| field.name == name);
                if let Some(Field { content: Content::Choice { options, .. }, .. }) = group {
                    options.push(choice);
                    return;
                }
                let legend = element
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .find(|ancestor| ancestor.value().name() == "fieldset")
                    .and_then(|set| set.select(&selector("legend")).next().map(|legend| fold(&visible_text(legend))));
                self.fields.push(Field {
                    name,
                    label: legend.unwrap_or_default(),
                    content: Content::Choice { options: vec![choice], many: false },
                });
                return;
            }
            _ => text(value.unwrap_or_default()),
        };
        self.fields.push(Field { name, label: label_of(page, element), content });
    }

    /// Path and query it goes to.
    pub fn action(&self) -> String {
        self.action[url::Position::BeforePath..url::Position::AfterQuery].to_owned()
    }

    /// Whether its `aria-label`, or a heading or legend in it, holds these words.
    pub(super) fn is_headed(&self, words: &str) -> bool {
        self.headings.iter().any(|heading| heading.contains(words))
    }

    /// Whether the last heading before it holds these words.
    pub(super) fn comes_after(&self, words: &str) -> bool {
        self.heading_before.contains(words)
    }

    /// Whether one of its buttons reads so, in whole or part.
    pub(super) fn has_button(&self, text: &str) -> bool {
        let wanted = fold(text);
        self.buttons.iter().any(|button| button.text.contains(&wanted))
    }

    /// Names of the fields a person can fill.
    pub fn fields(&self) -> Vec<&str> {
        let open = self.fields.iter().filter(|field| !matches!(field.content, Content::Hidden(_)));
        open.map(|field| field.name.as_str()).collect()
    }

    /// What a field holds now: text, the value picked, or the values of what is ticked, with commas between.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        assert!(self.fields.iter().any(|field| field.name == name), "No field is called “{name}”.\n{self}");
        let held = self.fields.iter().filter(|field| field.name == name).flat_map(Field::pairs);
        held.map(|(_, value)| value).collect::<Vec<_>>().join(",")
    }

    /// The options of a select, of radio buttons or of boxes to tick: value and label.
    #[track_caller]
    pub fn options(&self, name: &str) -> Vec<(String, String)> {
        let fields = self.at(name).into_iter().map(|at| &self.fields[at]);
        fields
            .flat_map(|field| match &field.content {
                Content::Choice { options, .. } => {
                    options.iter().map(|option| (option.value.clone(), option.label.clone())).collect()
                }
                Content::Check { value, .. } => vec![(value.clone(), field.label.clone())],
                _ => panic!("“{name}” offers no options.\n{self}"),
            })
            .collect()
    }

    /// Fills a field, named by its name or else by its label. A choice takes the value or the label of an option; a lone
    /// box to tick takes `on` or `off`.
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Form {
        let places = self.at(name);
        let described = self.to_string();
        let wanted = fold(value);
        if places.len() > 1 && places.iter().all(|&at| matches!(self.fields[at].content, Content::Check { .. })) {
            for &at in &places {
                let Field { label, content, .. } = &mut self.fields[at];
                if let Content::Check { value: own, on } = content
                    && (own == value || *label == wanted)
                {
                    *on = true;
                    return self;
                }
            }
            panic!("No box “{value}” of “{name}” can be ticked.\n{described}");
        }
        let Field { label, content, .. } = &mut self.fields[places[0]];
        match content {
            Content::Hidden(_) => {
                panic!("“{name}” is hidden from people; a test of bad intent uses `tamper`.\n{described}")
            }
            Content::File(_) => panic!("“{name}” takes a file; use `attach`.\n{described}"),
            Content::Text { locked: true, .. } => panic!("“{name}” cannot be changed.\n{described}"),
            Content::Text { value: held, at_most, .. } => {
                let length = value.encode_utf16().count();
                if at_most.is_some_and(|most| length > most) {
                    panic!("“{name}” takes no {length} letters; to send them all the same use `tamper`.\n{described}");
                }
                *held = value.to_owned();
            }
            Content::Check { value: own, on } => {
                *on = match value {
                    "on" | "true" | "1" | "yes" => true,
                    "off" | "false" | "0" | "no" | "" => false,
                    _ if own == value || *label == wanted => true,
                    _ => panic!("“{name}” is a box: `on` or `off`, not “{value}”.\n{described}"),
                };
            }
            Content::Choice { options, many } => {
                let by_value = options.iter().position(|option| option.value == value && !option.disabled);
                let by_label = || options.iter().position(|option| option.label == wanted && !option.disabled);
                let Some(chosen) = by_value.or_else(by_label) else {
                    panic!("“{name}” does not offer “{value}”.\n{described}")
                };
                for (at, option) in options.iter_mut().enumerate() {
                    option.picked = at == chosen || (*many && option.picked);
                }
            }
        }
        self
    }

    /// Empties a field: no text, nothing ticked, no file, and of a choice nothing picked.
    #[track_caller]
    pub fn clear(mut self, name: &str) -> Form {
        for at in self.at(name) {
            match &mut self.fields[at].content {
                Content::Hidden(value) | Content::Text { value, .. } => value.clear(),
                Content::Check { on, .. } => *on = false,
                Content::Choice { options, .. } => options.iter_mut().for_each(|option| option.picked = false),
                Content::File(files) => files.clear(),
            }
        }
        self
    }

    /// Puts a file in a file field; again for a second one.
    #[track_caller]
    pub fn attach(mut self, name: &str, file_name: &str, content_type: &str, bytes: &[u8]) -> Form {
        let at = self.at(name)[0];
        let described = self.to_string();
        match &mut self.fields[at].content {
            Content::File(files) => files.push(Upload {
                file_name: file_name.to_owned(),
                content_type: content_type.to_owned(),
                bytes: bytes.to_vec(),
            }),
            _ => panic!("“{name}” takes no file.\n{described}"),
        }
        self
    }

    /// Sends this value for this name whatever the page offers: in place of what is there, or added to it.
    pub fn tamper(mut self, name: &str, value: &str) -> Form {
        self = self.without(name);
        self.fields.push(Field {
            name: name.to_owned(),
            label: String::new(),
            content: Content::Hidden(value.to_owned()),
        });
        self
    }

    /// Sends nothing for this name, hidden or not.
    pub fn without(mut self, name: &str) -> Form {
        self.fields.retain(|field| field.name != name);
        self
    }

    /// Presses the first button, as the Enter key does.
    pub async fn press(self) -> Page {
        assert!(!self.buttons.is_empty(), "There is no button to press.\n{self}");
        self.send(0).await
    }

    /// Presses the button that reads so, in whole or else in part.
    pub async fn press_button(self, text: &str) -> Page {
        let wanted = fold(text);
        let whole = self.buttons.iter().position(|button| button.text == wanted);
        let part = || self.buttons.iter().position(|button| button.text.contains(&wanted));
        let Some(at) = whole.or_else(part) else { panic!("No button reads “{text}”.\n{self}") };
        self.send(at).await
    }

    /// Sends the form by a button.
    async fn send(self, button: usize) -> Page {
        let mut url = self.action.clone();
        let mut pairs: Vec<(String, String)> = self.fields.iter().flat_map(Field::pairs).collect();
        if let Some(button) = self.buttons.get(button) {
            pairs.extend(button.pair.clone());
            url = button.action.clone().unwrap_or(url);
        }
        url.set_fragment(None);
        let body = if self.method == Method::GET {
            url.query_pairs_mut().clear().extend_pairs(&pairs);
            None
        } else if self.multipart {
            Some(multipart(&pairs, &self.fields))
        } else {
            Some(urlencoded(&pairs))
        };
        self.person.send(Request { method: self.method, url, body, from: Some(self.from), headers: Vec::new() }).await
    }

    /// Where the fields of a name are, or else of a label that holds these words. Panics with the fields that exist.
    #[track_caller]
    fn at(&self, name: &str) -> Vec<usize> {
        let wanted = fold(name);
        let find = |fits: &dyn Fn(&Field) -> bool| -> Vec<usize> {
            (0..self.fields.len()).filter(|&at| fits(&self.fields[at])).collect()
        };
        let named = find(&|field| field.name == name);
        if !named.is_empty() {
            return named;
        }
        let labelled = find(&|field| !wanted.is_empty() && field.label.contains(&wanted));
        assert!(labelled.len() == 1, "{} fields are called “{name}”, not one.\n{self}", labelled.len());
        labelled
    }
}

impl Field {
    /// What it sends. Line ends are those of HTML, two letters long.
    fn pairs(&self) -> Vec<(String, String)> {
        let pair = |value: &str| (self.name.clone(), value.replace("\r\n", "\n").replace('\n', "\r\n"));
        match &self.content {
            Content::Hidden(value) | Content::Text { value, .. } => vec![pair(value)],
            Content::Check { value, on } => on.then(|| pair(value)).into_iter().collect(),
            Content::Choice { options, .. } => options
                .iter()
                .filter(|option| option.picked && !option.disabled)
                .map(|option| pair(&option.value))
                .collect(),
            Content::File(_) => Vec::new(),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:?}, after “{}”", self.method, self.action(), self.headings, self.heading_before)?;
        for field in &self.fields {
            write!(f, "\n    {}", field.name)?;
            if !field.label.is_empty() {
                write!(f, " “{}”", field.label)?;
            }
            match &field.content {
                Content::Hidden(_) => f.write_str(" (hidden)")?,
                Content::Text { value, .. } => write!(f, " = {value:?}")?,
                Content::Check { value, on } => write!(f, " [{}] {value}", if *on { "x" } else { " " })?,
                Content::Choice { options, .. } => {
                    for option in options.iter().filter(|option| !option.disabled) {
                        write!(
                            f,
                            "\n      {} {:?} “{}”",
                            if option.picked { "(•)" } else { "( )" },
                            option.value,
                            option.label
                        )?;
                    }
                }
                Content::File(files) => write!(f, " (files: {})", files.len())?,
            }
        }
        for button in &self.buttons {
            write!(f, "\n    [{}]", button.text)?;
        }
        Ok(())
    }
}

/// The options of a select, one picked as a browser does: the last that says `selected`, else the first.
fn options(select: ElementRef<'_>) -> Vec<Choice> {
    let mut options: Vec<Choice> = select
        .select(&selector("option"))
        .map(|option| {
            let label = fold(&option.text().collect::<String>());
            Choice {
                value: option.attr("value").map_or_else(|| label.clone(), str::to_owned),
                label,
                picked: option.attr("selected").is_some(),
                disabled: option.attr("disabled").is_some(),
            }
        })
        .collect();
    if select.attr("multiple").is_none() {
        let chosen = options.iter().rposition(|option| option.picked);
        let chosen = chosen.or_else(|| options.iter().position(|option| !option.disabled));
        for (at, option) in options.iter_mut().enumerate() {
            option.picked = Some(at) == chosen;
        }
    }
    options
}

/// The words of a field's labels.
fn label_of(page: &Page, field: ElementRef<'_>) -> String {
    let around = field.ancestors().filter_map(ElementRef::wrap).find(|ancestor| ancestor.value().name() == "label");
    let id = field.attr("id");
    let pointing = page.elements("label[for]").into_iter().find(|label| id.is_some() && label.attr("for") == id);
    match pointing.or(around) {
        Some(label) => fold(&visible_text(label)),
        None => fold(field.attr("aria-label").unwrap_or_default()),
    }
}

/// What a form calls itself: its `aria-label`, the headings and legends in it, the summary it folds away under.
fn headings(form: ElementRef<'_>) -> Vec<String> {
    let folder = form.ancestors().filter_map(ElementRef::wrap).find(|ancestor| ancestor.value().name() == "details");
    let summary = selector("summary");
    let folded = folder.and_then(|folder| folder.select(&summary).next());
    let inner = selector("h1, h2, h3, h4, h5, h6, legend");
    let inner = form.select(&inner).map(|heading| fold(&visible_text(heading)));
    let folded = folded.map(|summary| fold(&visible_text(summary)));
    form.attr("aria-label").into_iter().map(fold).chain(inner).chain(folded).collect()
}

/// The last heading before a form that is not another form's own.
fn heading_before(page: &Page, form: ElementRef<'_>) -> String {
    let mut before = String::new();
    for element in page.elements("h1, h2, h3, h4, h5, h6, form") {
        if element.id() == form.id() {
            break;
        }
        let of_a_form = element.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "form");
        if element.value().name() != "form" && !of_a_form {
            before = fold(&visible_text(element));
        }
    }
    before
}

/// A body of `application/x-www-form-urlencoded`, with its content type.
pub(super) fn urlencoded(pairs: &[(String, String)]) -> (String, Vec<u8>) {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    ("application/x-www-form-urlencoded".into(), body.into_bytes())
}

/// A body of `multipart/form-data`, with its content type. An empty file field sends an empty file, as browsers do.
fn multipart(pairs: &[(String, String)], fields: &[Field]) -> (String, Vec<u8>) {
    const BOUNDARY: &str = "----------------sigida-tests-7MA4YWxkTrZu0gW";
    let quoted = |text: &str| text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    let mut body = Vec::new();
    for (name, value) in pairs {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n", quoted(name));
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(value.as_bytes());
        body.extend_from_slice(b"\r\n");
    }
    let nothing =
        [Upload { file_name: String::new(), content_type: "application/octet-stream".into(), bytes: Vec::new() }];
    for field in fields {
        let Content::File(files) = &field.content else { continue };
        for file in if files.is_empty() { &nothing[..] } else { &files[..] } {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                quoted(&field.name),
                quoted(&file.file_name),
                file.content_type,
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(&file.bytes);
            body.extend_from_slice(b"\r\n");
        }
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}
