//! What the pages of rumours show.

use askama::Template;

use super::actions::Signers;
use super::model::{Ask, Do, Rumour, Side, State, Step, StepKind};
use crate::areas::Reference;
use crate::base::{AreaId, Function, Id, Lang, RumourAskId, Time};
use crate::concerns::parts::{Places, pager};
use crate::i18n::{L, Text};
use crate::web::{Cursor, Cx, Form, Page, Slice};
use crate::{urls, web};

/// Class, icon and word of a state: colour, drawing and word say the same.
pub(crate) fn chip(l: L, state: State) -> (&'static str, &'static str, Text) {
    match state {
        State::Heard => ("received", "received", l.rumour_heard()),
        State::Checking => ("in-progress", "search", l.rumour_checking()),
        State::True => ("resolved", "ok", l.rumour_true()),
        State::False => ("reopened", "refuse", l.rumour_false()),
        State::Unknown => ("closed", "ask", l.rumour_unknown()),
    }
}

/// A rumour in a list.
pub(crate) struct Card {
    /// Where it leads.
    pub(crate) url: String,
    /// What is said.
    pub(crate) words: String,
    /// In which language.
    pub(crate) lang: Lang,
    /// Class, icon, word.
    pub(crate) chip: (&'static str, &'static str, Text),
    /// What both sides answered, or that they are checking.
    pub(crate) answer: String,
    place: String,
    since: String,
}

impl Card {
    /// Of a rumour with its answer's words.
    pub(crate) fn new(l: L, r: &Reference, rumour: &Rumour, answer: &str) -> Card {
        let open = !rumour.state.is_answered();
        Card {
            url: urls::rumour(l.lang(), rumour.id),
            words: rumour.words.clone(),
            lang: rumour.lang,
            chip: chip(l, rumour.state),
            answer: if open { l.rumour_we_check().as_str().to_owned() } else { answer.to_owned() },
            place: spot(r, rumour),
            since: l.date(rumour.opened_at.civil().date()),
        }
    }
}

/// « Petit marché, Banconi ».
pub(super) fn spot(r: &Reference, rumour: &Rumour) -> String {
    let area = r.area_name(rumour.area_id);
    if rumour.place.is_empty() { area.to_owned() } else { format!("{}, {area}", rumour.place) }
}

/// « Modérateur, Comité … ».
fn voice(l: L, r: &Reference, function: Function, scope: Option<i64>) -> String {
    let word = match function {
        Function::Officer => l.forums_function_officer(),
        Function::Chief => l.forums_function_chief(),
        _ => l.forums_function_moderator(),
    };
    let name = scope.map(|id| match function {
        Function::Officer | Function::Chief => r.unit_name(Id::new(id)).to_owned(),
        _ => r.committee(Id::new(id)).map_or("–", |c| c.name(l.lang())).to_owned(),
    });
    name.map_or_else(|| word.as_str().to_owned(), |name| format!("{}, {name}", word.as_str()))
}

/// A step, as it is read.
pub(super) struct Moment {
    icon: &'static str,
    pub(super) what: String,
    when: String,
    iso: String,
    /// Who: of an answer both who signed.
    who: Vec<String>,
    pub(super) words: String,
    source: String,
    lang: Lang,
}

pub(super) fn moment(l: L, r: &Reference, rumour: &Rumour, step: &Step) -> Moment {
    let verdict = chip(l, step.state).2;
    let (icon, what) = match step.kind {
        StepKind::Opened => ("received", l.rumour_step_opened().as_str().to_owned()),
        StepKind::Checking => ("search", l.rumour_step_checking().as_str().to_owned()),
        StepKind::Signed => ("edit", l.rumour_step_signed(verdict)),
        StepKind::Refused => ("refuse", l.rumour_step_refused(verdict)),
        StepKind::Answered => ("answer", l.rumour_step_answered(verdict)),
        StepKind::Corrected => ("history", l.rumour_step_corrected(verdict)),
    };
    let first = step.first_function.map(|function| voice(l, r, function, step.first_scope));
    Moment {
        icon,
        what,
        when: l.date(step.at.civil().date()),
        iso: step.at.rfc3339(),
        who: first.into_iter().chain([voice(l, r, step.function, step.scope_id)]).collect(),
        words: step.words.clone(),
        source: step.source.clone(),
        lang: rumour.lang,
    }
}

/// The public list.
#[derive(Template)]
#[template(path = "rumours/list.html")]
pub(super) struct ListPage<'a> {
    page: Page,
    form: Form,
    places: Vec<Places<'a>>,
    states: Vec<(&'static str, Text)>,
    cards: Vec<Card>,
    feed: String,
    ask_url: String,
    first: String,
    next: String,
}

impl ListPage<'_> {
    pub(super) fn new<'a>(
        cx: &'a Cx,
        area: Option<AreaId>,
        rows: &Slice<Rumour>,
        answers: &[(crate::base::RumourId, String)],
        after: Option<Cursor>,
    ) -> ListPage<'a> {
        let (l, lang, r) = (cx.l, cx.lang(), &cx.r);
        let page = cx.page();
        let (first, next) = pager(lang, &page.here, after, rows.next);
        let said = |id| answers.iter().find(|(of, _)| *of == id).map_or("", |(_, words)| words.as_str());
        let slug = area.map_or("", |id| r.area_slug(id));
        ListPage {
            form: Form::filled(["area", "state"].map(|name| (name, cx.query(name).to_owned()))),
            places: Places::all(r),
            states: State::ALL.iter().map(|s| (s.as_str(), chip(l, *s).2)).collect(),
            cards: rows.items.iter().map(|x| Card::new(l, r, x, said(x.id))).collect(),
            feed: if slug.is_empty() { String::new() } else { urls::feed_of_rumours(lang, slug) },
            ask_url: urls::with_query(urls::rumour_ask(lang), &[("area", slug)]),
            page,
            first,
            next,
        }
    }
}

/// One of them.
#[derive(Template)]
#[template(path = "rumours/rumour.html")]
pub(super) struct RumourPage {
    page: Page,
    words: String,
    lang: Lang,
    place: String,
    area_url: String,
    area: String,
    chip: (&'static str, &'static str, Text),
    open: bool,
    /// The answer that stands.
    answer: Option<Moment>,
    /// True when it is not the first one.
    corrected: bool,
    history: Vec<Moment>,
    desk: Option<String>,
}

impl RumourPage {
    pub(super) fn new(cx: &Cx, rumour: &Rumour, steps: &[Step]) -> RumourPage {
        let (l, r) = (cx.l, &cx.r);
        let last = steps.iter().rev().find(|s| matches!(s.kind, StepKind::Answered | StepKind::Corrected));
        let signs = Signers::of(r, rumour.area_id).side(&cx.actor).is_some();
        RumourPage {
            page: cx.page(),
            words: rumour.words.clone(),
            lang: rumour.lang,
            place: rumour.place.clone(),
            area_url: urls::area(cx.lang(), r.area_slug(rumour.area_id)),
            area: r.area_name(rumour.area_id).to_owned(),
            chip: chip(l, rumour.state),
            open: !rumour.state.is_answered(),
            answer: last.map(|step| moment(l, r, rumour, step)),
            corrected: last.is_some_and(|step| step.kind == StepKind::Corrected),
            history: steps.iter().rev().map(|step| moment(l, r, rumour, step)).collect(),
            desk: signs.then(|| urls::rumour_file(cx.lang(), rumour.id)),
        }
    }
}

/// « Is it true? »
#[derive(Template)]
#[template(path = "rumours/ask.html")]
pub(super) struct AskPage<'a> {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) places: Vec<Places<'a>>,
    pub(super) asked: bool,
}

/// What a resident asked, on the desk.
struct AskLine {
    url: String,
    id: RumourAskId,
    words: String,
    lang: Lang,
    place: String,
    since: String,
    open_url: String,
}

/// The desk of both sides.
#[derive(Template)]
#[template(path = "rumours/desk.html")]
pub(super) struct DeskPage {
    page: Page,
    form: Form,
    /// What waits for the reader's signature.
    sign: Vec<Card>,
    /// What is open otherwise.
    open: Vec<Card>,
    asks: Vec<AskLine>,
    /// Rumours a question may be joined to.
    known: Vec<(String, String)>,
    /// The question whose form was wrong.
    about: Option<RumourAskId>,
    answered: Vec<Card>,
}

impl DeskPage {
    pub(super) fn new(
        cx: &Cx,
        open: &[Rumour],
        answered: &[Rumour],
        asks: &[Ask],
        form: Form,
        about: Option<RumourAskId>,
    ) -> DeskPage {
        let (l, r, lang) = (cx.l, &cx.r, cx.lang());
        let mine = |x: &&Rumour| {
            let side = Signers::of(r, x.area_id).side(&cx.actor);
            x.claim_side.is_some() && side.is_some_and(|side| x.claim_side != Some(side))
        };
        let card = |x: &Rumour| Card { url: urls::rumour_file(lang, x.id), ..Card::new(l, r, x, "") };
        let (sign, rest): (Vec<&Rumour>, Vec<&Rumour>) = open.iter().chain(answered).partition(|x| mine(x));
        let line = |ask: &Ask| AskLine {
            url: urls::rumour_asked(lang, ask.id),
            id: ask.id,
            words: ask.words.clone(),
            lang: ask.lang,
            place: r.place_name(ask.area_id),
            since: l.ago(cx.now.since(ask.asked_at).max(0)),
            open_url: urls::with_query(urls::rumour_new(lang), &[("from", &ask.id.to_string())]),
        };
        DeskPage {
            page: cx.page(),
            form,
            sign: sign.into_iter().map(card).collect(),
            open: rest.iter().filter(|x| !x.state.is_answered()).map(|x| card(x)).collect(),
            answered: rest.iter().filter(|x| x.state.is_answered()).map(|x| card(x)).collect(),
            asks: asks.iter().map(line).collect(),
            known: open.iter().chain(answered).map(|x| (x.id.to_string(), x.words.clone())).collect(),
            about,
        }
    }
}

/// Writing one down.
#[derive(Template)]
#[template(path = "rumours/new.html")]
pub(super) struct NewPage {
    page: Page,
    form: Form,
    areas: Vec<(String, String)>,
    langs: Vec<(&'static str, &'static str)>,
    /// What was asked, word for word.
    asked: Option<(String, Lang)>,
    action: String,
}

impl NewPage {
    pub(super) fn new(cx: &Cx, areas: &[AreaId], from: Option<&Ask>, mut form: Form) -> NewPage {
        form.preset("lang", from.map_or(cx.lang(), |ask| ask.lang).to_string());
        if let Some(ask) = from {
            form.preset("area", cx.r.area_slug(ask.area_id));
        }
        let of = |id: &AreaId| (cx.r.area_slug(*id).to_owned(), cx.r.place_name(*id));
        let id = from.map(|ask| ask.id.to_string()).unwrap_or_default();
        NewPage {
            page: cx.page(),
            form,
            areas: areas.iter().map(of).collect(),
            langs: Lang::ALL.iter().map(|lang| (lang.code(), lang.own_name())).collect(),
            asked: from.map(|ask| (ask.words.clone(), ask.lang)),
            action: urls::with_query(urls::rumour_new(cx.lang()), &[("from", &id)]),
        }
    }
}

/// Working on one.
#[derive(Template)]
#[template(path = "rumours/file.html")]
pub(super) struct FilePage {
    page: Page,
    form: Form,
    words: String,
    lang: Lang,
    place: String,
    public: String,
    action: String,
    chip: (&'static str, &'static str, Text),
    /// What one side signed: verdict, words, source, by whom.
    claim: Option<(Text, String, String, String)>,
    /// For which side the reader signs.
    side: Text,
    check: bool,
    answer: bool,
    accept: bool,
    refuse: bool,
    correction: bool,
    verdicts: Vec<(String, String, String)>,
    history: Vec<Moment>,
}

impl FilePage {
    pub(super) fn new(cx: &Cx, rumour: &Rumour, side: Side, steps: &[Step], form: Form) -> FilePage {
        let (l, r) = (cx.l, &cx.r);
        let offers = rumour.offers(side);
        let mine = rumour.claim_by.is_some() && rumour.claim_by == cx.actor.account();
        let claim = rumour.claim.map(|verdict| {
            let who = voice(l, r, rumour.claim_function.unwrap_or(Function::Moderator), rumour.claim_scope);
            let when = rumour.claim_at.map(|at: Time| l.date(at.civil().date())).unwrap_or_default();
            let who = l.rumour_signed_by(when, who);
            (chip(l, verdict).2, rumour.claim_words.clone(), rumour.claim_source.clone(), who)
        });
        FilePage {
            page: cx.page(),
            form,
            words: rumour.words.clone(),
            lang: rumour.lang,
            place: spot(r, rumour),
            public: urls::rumour(cx.lang(), rumour.id),
            action: urls::rumour_file(cx.lang(), rumour.id),
            chip: chip(l, rumour.state),
            claim,
            side: if side == Side::Police { l.rumour_side_police() } else { l.rumour_side_committee() },
            check: offers.contains(&Do::Check),
            answer: offers.contains(&Do::Answer),
            accept: offers.contains(&Do::Accept) && !mine,
            refuse: offers.contains(&Do::Refuse),
            correction: rumour.state.is_answered(),
            verdicts: State::VERDICTS
                .map(|s| (s.to_string(), chip(l, s).2.as_str().to_owned(), String::new()))
                .to_vec(),
            history: steps.iter().rev().map(|step| moment(l, r, rumour, step)).collect(),
        }
    }
}
