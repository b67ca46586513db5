//! The pages of others' accounts, and their matter in words.

use std::collections::HashMap;

use askama::Template;

use super::store::Holding;
use crate::accounts::store::{Account, Membership};
use crate::accounts::{is_over, role_why, role_word, scope_words};
use crate::admin::grants::needs_two;
use crate::base::{AccountId, Held, Lang, MembershipId, Role};
use crate::web::{Cx, Form, Page, Slice};
use crate::{urls, web};

/// The list.
#[derive(Template)]
#[template(path = "admin/accounts.html")]
pub(super) struct AccountsPage {
    page: Page,
    form: Form,
    roles: Vec<(String, String)>,
    rows: Vec<Line>,
    pager: Option<(String, Option<String>)>,
}

struct Line {
    url: String,
    name: String,
    login: String,
    roles: Vec<String>,
    disabled: bool,
}

/// The word of the filter for accounts without a role.
pub(super) const RESIDENT: &str = "resident";

/// Reads the filter.
pub(super) fn holding(word: &str) -> Holding {
    match Role::parse(word) {
        Some(role) => Holding::This(role),
        None if word == RESIDENT => Holding::None,
        None => Holding::Any,
    }
}

impl AccountsPage {
    pub(super) fn new(cx: &Cx, found: Slice<Account>, held: &HashMap<AccountId, Vec<Held>>) -> AccountsPage {
        let (text, role) = (cx.query("q").to_owned(), cx.query("role").to_owned());
        let here = |after: &str| {
            urls::with_query(urls::admin_accounts(cx.lang()), &[("q", &text), ("role", &role), ("after", after)])
        };
        let begun = cx.cursor().is_some();
        let next = found.next.map(|next| here(&next.to_string()));
        let line = |account: &Account| Line {
            url: urls::admin_account(cx.lang(), account.id),
            name: account.name.clone(),
            login: account.login.clone(),
            roles: held.get(&account.id).into_iter().flatten().map(|held| in_words(cx, *held)).collect(),
            disabled: account.disabled_at.is_some(),
        };
        AccountsPage {
            rows: found.items.iter().map(line).collect(),
            pager: (begun || next.is_some()).then(|| (here(""), next)),
            form: Form::filled([("q", text.clone()), ("role", role.clone())]),
            roles: Role::ALL
                .iter()
                .map(|role| (role.to_string(), role_word(cx.l, *role).as_str().to_owned()))
                .chain([(RESIDENT.to_owned(), cx.l.account_resident().as_str().to_owned())])
                .collect(),
            page: cx.page(),
        }
    }
}

/// « Agent, Commissariat du 6e arrondissement ».
fn in_words(cx: &Cx, held: Held) -> String {
    format!("{}, {}", role_word(cx.l, held.role).as_str(), scope_words(cx.l, &cx.r, held.scope))
}

/// The choices of a role and its place.
pub(super) struct Choices {
    roles: Vec<(String, String, String)>,
    units: Vec<(String, String)>,
    committees: Vec<(String, String)>,
    partners: Vec<(String, String)>,
    areas: Vec<(String, String)>,
}

impl Choices {
    pub(super) fn new(cx: &Cx) -> Choices {
        let (l, r, lang) = (cx.l, &cx.r, cx.lang());
        let role = |role: &Role| {
            (role.to_string(), role_word(l, *role).as_str().to_owned(), role_why(l, *role).as_str().to_owned())
        };
        let areas = r.communes().flat_map(|c| r.quartiers(c.id));
        Choices {
            roles: Role::ALL.iter().map(role).collect(),
            units: r.units.iter().filter(|u| u.active).map(|u| (u.id.to_string(), u.name.clone())).collect(),
            committees: r
                .committees
                .iter()
                .filter(|c| c.active)
                .map(|c| (c.id.to_string(), c.name(lang).to_owned()))
                .collect(),
            partners: r
                .partners
                .iter()
                .filter(|p| p.active)
                .map(|p| (p.id.to_string(), p.name(lang).to_owned()))
                .collect(),
            areas: areas.map(|a| (a.id.to_string(), r.place_name(a.id))).collect(),
        }
    }
}

/// Making a staff account.
#[derive(Template)]
#[template(path = "admin/account_new.html")]
pub(super) struct NewPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) choices: Choices,
    pub(super) langs: Vec<(String, String, String)>,
}

/// The languages as choices.
pub(super) fn langs() -> Vec<(String, String, String)> {
    Lang::ALL.iter().map(|lang| (lang.to_string(), lang.own_name().to_owned(), String::new())).collect()
}

/// One account.
#[derive(Template)]
#[template(path = "admin/account.html")]
pub(super) struct AccountPage {
    page: Page,
    account: Account,
    roles: Vec<RoleLine>,
    /// Roles that wait for a second person, in words.
    waiting: Vec<String>,
    form: Form,
    choices: Choices,
    files: usize,
    own: bool,
    /// True for who signs in by two steps.
    second: bool,
    /// How many sessions are open.
    open: usize,
    /// True when its password was given more than seven days ago and nobody changed it.
    over: bool,
    /// True while it holds a role that two people give.
    by_two: bool,
}

struct RoleLine {
    id: MembershipId,
    role: String,
    place: String,
    since: String,
    ended: Option<String>,
    /// True when a button may end it here.
    endable: bool,
}

impl AccountPage {
    /// `roles`: those held, and those that wait for a second person; `files`: how many things wait for them; `second`: whether they sign in by two steps;
    /// `open`: their open sessions.
    pub(super) fn new(
        cx: &Cx,
        account: Account,
        (roles, waiting): (&[Membership], &[Role]),
        (files, second, open): (usize, bool, usize),
        form: Form,
    ) -> AccountPage {
        let own = cx.actor.account() == Some(account.id);
        let line = |m: &Membership| RoleLine {
            id: m.id,
            role: role_word(cx.l, m.role).as_str().to_owned(),
            place: m.scope.map_or_else(|| "–".to_owned(), |scope| scope_words(cx.l, &cx.r, scope)),
            since: cx.l.date(m.since.civil().date()),
            ended: m.ended_at.map(|at| cx.l.date(at.civil().date())),
            endable: m.ended_at.is_none() && !(own && m.role == Role::Admin),
        };
        AccountPage {
            roles: roles.iter().map(line).collect(),
            waiting: waiting.iter().map(|role| cx.l.grants_waits(role_word(cx.l, *role).as_str())).collect(),
            choices: Choices::new(cx),
            page: cx.page(),
            over: is_over(account.given_at, cx.now),
            by_two: roles.iter().any(|m| m.ended_at.is_none() && needs_two(m.role)),
            account,
            form,
            files,
            own,
            second,
            open,
        }
    }
}

/// Who is signed in.
#[derive(Template)]
#[template(path = "admin/sessions.html")]
pub(super) struct SessionsPage {
    pub(super) page: Page,
    /// How many people, whoever reads included.
    pub(super) people: usize,
}

/// A password, shown this once.
#[derive(Template)]
#[template(path = "admin/secret.html")]
pub(super) struct SecretPage {
    pub(super) page: Page,
    pub(super) name: String,
    pub(super) login: String,
    pub(super) password: String,
    pub(super) account: AccountId,
    /// True when the role waits for a second person.
    pub(super) waits: bool,
}

/// A link to a new password, shown this once, as text: to be copied, or told on the telephone.
#[derive(Template)]
#[template(path = "admin/link.html")]
pub(super) struct LinkPage {
    page: Page,
    name: String,
    login: String,
    /// The language its owner reads.
    lang: Lang,
    /// Under what name this house was reached.
    host: String,
    token: String,
    account: AccountId,
}

impl LinkPage {
    /// Of an account, the letters of its link.
    pub(super) fn new(cx: &Cx, account: Account, token: String) -> LinkPage {
        let Account { id, name, login, lang, .. } = account;
        LinkPage { page: cx.page(), name, login, lang, host: cx.host().to_owned(), token, account: id }
    }

    fn address(&self) -> String {
        format!("{}{}", self.host, urls::account_reset_link(self.lang, self.token.as_str()))
    }

    /// Where the letters are typed.
    fn place(&self) -> String {
        format!("{}{}", self.host, urls::account_reset(self.lang))
    }
}
