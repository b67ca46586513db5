//! What roles and their places are called, for every page that shows them.

use crate::areas::Reference;
use crate::base::{Role, Scope};
use crate::i18n::{L, Text};
use crate::policy::matrix::Who;

/// The role's word.
pub(crate) fn role_word(l: L, role: Role) -> Text {
    match role {
        Role::Relay => l.account_role_relay(),
        Role::Officer => l.account_role_officer(),
        Role::Chief => l.account_role_chief(),
        Role::Moderator => l.account_role_moderator(),
        Role::Chair => l.account_role_chair(),
        Role::Partner => l.account_role_partner(),
        Role::Overseer => l.account_role_overseer(),
        Role::Admin => l.account_role_admin(),
    }
}

/// Who somebody is by the policy: a role, or none.
pub(crate) fn who_word(l: L, who: Who) -> Text {
    match who {
        Who::Visitor => l.powers_visitor(),
        Who::Resident => l.powers_resident(),
        Who::Relay => role_word(l, Role::Relay),
        Who::Officer => role_word(l, Role::Officer),
        Who::Chief => role_word(l, Role::Chief),
        Who::Moderator => role_word(l, Role::Moderator),
        Who::Chair => role_word(l, Role::Chair),
        Who::Partner => role_word(l, Role::Partner),
        Who::Overseer => role_word(l, Role::Overseer),
        Who::Admin => role_word(l, Role::Admin),
    }
}

/// What the role lets somebody do, in a few words.
pub(crate) fn role_why(l: L, role: Role) -> Text {
    match role {
        Role::Relay => l.account_why_relay(),
        Role::Officer => l.account_why_officer(),
        Role::Chief => l.account_why_chief(),
        Role::Moderator => l.account_why_moderator(),
        Role::Chair => l.account_why_chair(),
        Role::Partner => l.account_why_partner(),
        Role::Overseer => l.account_why_overseer(),
        Role::Admin => l.account_why_admin(),
    }
}

/// Where a role is held, in words.
pub(crate) fn scope_words(l: L, r: &Reference, scope: Scope) -> String {
    match scope {
        Scope::Unit(id) => r.unit_name(id).to_owned(),
        Scope::Committee(id) => r.committee(id).map_or("–", |c| c.name(l.lang())).to_owned(),
        Scope::Partner(id) => r.partner(id).map_or("–", |p| p.name(l.lang())).to_owned(),
        Scope::Area(id) => r.place_name(id),
        Scope::District => l.account_district().as_str().to_owned(),
    }
}
