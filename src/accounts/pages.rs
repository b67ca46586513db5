//! The pages of one's own account, and their matter in words.

use askama::Template;

use super::store::{Account, OwnConcern};
use super::words::{role_word, scope_words};
use crate::areas::Reference;
use crate::base::{ConcernNumber, Lang, Role, Time};
use crate::i18n::L;
use crate::policy::Audience;
use crate::web::{Cx, Form, Page, Slice};
use crate::{urls, web};

/// Signing in.
#[derive(Template)]
#[template(path = "accounts/login.html")]
pub(super) struct LoginPage {
    pub(super) page: Page,
    pub(super) form: Form,
    /// Where the reader wanted to go.
    pub(super) next: String,
}

impl LoginPage {
    /// Making an account, then going on to the same place.
    fn signup(&self) -> String {
        urls::with_query(urls::signup(self.page.lang), &[("next", &self.next)])
    }
}

/// Making an account.
#[derive(Template)]
#[template(path = "accounts/signup.html")]
pub(super) struct SignUpPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) next: String,
    /// The version of the privacy notice that holds.
    pub(super) notice: i64,
    pub(super) langs: Vec<(&'static str, &'static str, String)>,
}

/// The languages as choices; each in its own words.
pub(super) fn langs() -> Vec<(&'static str, &'static str, String)> {
    Lang::ALL.iter().map(|lang| (lang.as_str(), lang.own_name(), String::new())).collect()
}

/// One's own account.
#[derive(Template)]
#[template(path = "accounts/account.html")]
pub(super) struct AccountPage {
    pub(super) page: Page,
    pub(super) account: Account,
    pub(super) roles: Vec<RoleLine>,
    pub(super) doors: Vec<Door>,
    pub(super) own: Vec<OwnLine>,
    pub(super) more: Option<String>,
    pub(super) form: Form,
    pub(super) langs: Vec<(&'static str, &'static str, String)>,
}

/// A role in words.
pub(super) struct RoleLine {
    role: String,
    place: String,
}

/// A link to something one has.
pub(super) struct Door {
    url: String,
    icon: &'static str,
    word: &'static str,
}

/// A concern of one's own.
pub(super) struct OwnLine {
    number: ConcernNumber,
    public: bool,
    icon: String,
    what: String,
    state: &'static str,
    chip: &'static str,
    /// When the police last did something.
    act: String,
    filed: String,
    /// That who answers changed, and when.
    handed: Option<String>,
}

impl AccountPage {
    pub(super) fn new(
        cx: &Cx,
        account: Account,
        own: Slice<OwnConcern>,
        handed: &[(i64, Time)],
        form: Form,
    ) -> AccountPage {
        let page = cx.page();
        let roles = cx.actor.memberships().iter().map(|held| RoleLine {
            role: role_word(cx.l, held.role).as_str().to_owned(),
            place: scope_words(cx.l, &cx.r, held.scope),
        });
        let more = own.next.map(|next| urls::with_query(urls::account(cx.lang()), &[("after", &next.to_string())]));
        AccountPage {
            roles: roles.collect(),
            doors: doors(cx),
            own: own.items.iter().map(|c| own_line(&page, &cx.r, c, handed)).collect(),
            more,
            account,
            form,
            langs: langs(),
            page,
        }
    }
}

fn doors(cx: &Cx) -> Vec<Door> {
    let (l, lang) = (cx.l, cx.lang());
    let desk = |url: String, icon, word: crate::i18n::Text| Door { url, icon, word: word.as_str() };
    let mut doors = Vec::new();
    let mut has: Vec<Role> = cx.actor.memberships().iter().map(|held| held.role).collect();
    has.sort_unstable();
    has.dedup();
    if has.iter().any(|r| r.is_police() || *r == Role::Overseer) {
        doors.push(desk(urls::desk(lang), "unit", l.nav_desk()));
    }
    if has.iter().any(|r| r.is_police()) {
        doors.push(desk(urls::patrols(lang), "patrol", l.nav_patrols()));
    }
    if has.iter().any(|r| r.is_police() || matches!(r, Role::Partner | Role::Chair)) {
        doors.push(desk(urls::desk_commitments(lang), "commitment", l.promise_desk()));
    }
    if has.iter().any(|r| matches!(r, Role::Moderator | Role::Chair)) {
        doors.push(desk(urls::committee(lang), "committee", l.nav_committee()));
    }
    for role in has {
        match role {
            Role::Partner => doors.push(desk(urls::desk_referrals(lang), "refer", l.nav_referrals())),
            Role::Admin => doors.push(desk(urls::admin(lang), "settings", l.nav_admin())),
            Role::Overseer => doors.push(desk(urls::custody(lang), "lock", l.custody_queue())),
            Role::Relay | Role::Officer | Role::Chief | Role::Moderator | Role::Chair => {}
        }
    }
    doors.push(desk(urls::file_concern(lang), "report", l.nav_file()));
    doors.push(desk(urls::follow(lang), "follow", l.nav_follow()));
    doors.push(desk(urls::following(lang), "follow", l.following_menu()));
    doors.push(desk(urls::discussions(lang), "note", l.talk_mine()));
    doors.push(desk(urls::forums(lang), "meeting", l.nav_forums()));
    doors
}

fn own_line(page: &Page, r: &Reference, c: &OwnConcern, handed: &[(i64, Time)]) -> OwnLine {
    // A phone is lent: what is sealed is named by its number only.
    let open = matches!(c.audience, Audience::Public | Audience::Private);
    let category = r.category(c.category_id).filter(|_| open);
    let what = category.map_or_else(
        || page.l.account_own_sealed().as_str().to_owned(),
        |k| format!("{}, {}", k.name(page.lang), r.area_name(c.area_id)),
    );
    let (state, chip) = state_words(page.l, &c.state, c.reopened);
    OwnLine {
        number: ConcernNumber { year: c.year, serial: c.serial },
        public: c.audience == Audience::Public && c.moderation == "published",
        icon: category.map_or("lock", |k| &k.icon).to_owned(),
        what,
        state,
        chip,
        act: c
            .last_act_at
            .map_or_else(|| page.l.concern_no_act().as_str().to_owned(), |at| page.l.concern_last_act(page.ago(&at))),
        filed: page.date(&c.filed_at),
        handed: handed.iter().find(|(id, _)| *id == c.id).map(|(_, at)| page.l.handover_since(page.date(at))),
    }
}

/// The state in one word, and the class and icon of its chip.
fn state_words(l: L, state: &str, reopened: bool) -> (&'static str, &'static str) {
    match state {
        "received" | "in_progress" if reopened => (l.state_reopened().as_str(), "reopened"),
        "received" => (l.state_received().as_str(), "received"),
        "in_progress" => (l.state_in_progress().as_str(), "in-progress"),
        "referred" => (l.state_referred().as_str(), "referred"),
        "resolved" => (l.state_resolved().as_str(), "resolved"),
        _ => (l.state_closed().as_str(), "closed"),
    }
}

/// Changing one's own password.
#[derive(Template)]
#[template(path = "accounts/password.html")]
pub(super) struct PasswordPage {
    pub(super) page: Page,
    pub(super) form: Form,
    /// The login, for the browser's keeper of passwords.
    pub(super) login: String,
    /// True when somebody else chose the password.
    pub(super) must_change: bool,
}
