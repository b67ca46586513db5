//! Flagging a text, message or concern alike: the page and the form of who flags, and the flags as their moderator reads them.

use askama::Template;

use super::flags::{Flag, FlagState};
use super::ground::Ground;
use crate::base::AccountId;
use crate::i18n::{L, Text};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Saying that a text should not stand.
#[derive(Template)]
#[template(path = "moderation/flag.html")]
pub(crate) struct FlagPage {
    page: Page,
    form: Form,
    /// The text, and its language where it is known.
    body: String,
    lang: &'static str,
    /// Where it stands: the address, and what that is called.
    back: (String, String),
    /// The grounds: value, word, explanation.
    grounds: Vec<(&'static str, Text, String)>,
    /// How this reader's own flag stands, when they flagged it before.
    flagged: Option<(&'static str, Text)>,
}

impl FlagPage {
    /// Of a text in a language, which stands somewhere.
    pub(crate) fn new(
        cx: &Cx,
        (body, lang): (&str, &'static str),
        back: (String, String),
        flagged: Option<FlagState>,
        form: Form,
    ) -> FlagPage {
        let page = cx.page();
        FlagPage {
            body: body.to_owned(),
            lang,
            back,
            grounds: Ground::ALL.iter().map(|ground| (ground.as_str(), ground.say(page.l), String::new())).collect(),
            flagged: flagged.map(|state| say(page.l, state)),
            form,
            page,
        }
    }
}

/// How a flag stands: its icon and its word.
fn say(l: L, state: FlagState) -> (&'static str, Text) {
    match state {
        FlagState::Open => ("clock", l.moderation_flag_open()),
        FlagState::InHand => ("person", l.moderation_flag_in_hand()),
        FlagState::Upheld => ("hide", l.moderation_flag_upheld()),
        FlagState::Rejected => ("ok", l.moderation_flag_rejected()),
    }
}

/// Why a text is flagged, and own words.
pub(crate) fn read(form: &mut Form) -> Option<(Ground, String)> {
    let ground = form.pick("ground", Ground::parse);
    let note = form.words("note", if ground == Some(Ground::Other) { 5 } else { 0 }, 500);
    form.done(ground.zip(note))
}

/// A flag on its moderator's page; who flagged it stands nowhere.
pub(crate) struct FlagLine {
    pub(crate) icon: &'static str,
    pub(crate) state: Text,
    pub(crate) why: Text,
    pub(crate) note: String,
    pub(crate) when: String,
    pub(crate) staff_note: String,
    pub(crate) mine: bool,
    /// The name of who has it in hand.
    pub(crate) hand: String,
}

impl FlagLine {
    /// Flags as lines, with the names of those who took one in hand.
    pub(crate) fn all(cx: &Cx, page: &Page, flags: &[Flag], hands: &[(AccountId, String)]) -> Vec<FlagLine> {
        flags.iter().map(|flag| FlagLine::new(cx, page, flag, hands)).collect()
    }

    fn new(cx: &Cx, page: &Page, flag: &Flag, hands: &[(AccountId, String)]) -> FlagLine {
        let l = page.l;
        let (icon, state) = say(l, flag.state);
        FlagLine {
            icon,
            state,
            why: flag.reason.say(l),
            note: flag.note.clone(),
            when: page.datetime(&flag.decided_at.unwrap_or(flag.at)),
            staff_note: flag.staff_note.clone(),
            hand: hands
                .iter()
                .find(|(id, _)| Some(*id) == flag.assignee_id)
                .map_or_else(String::new, |(_, name)| name.clone()),
            mine: flag.assignee_id.is_some() && flag.assignee_id == cx.actor.account(),
        }
    }
}
