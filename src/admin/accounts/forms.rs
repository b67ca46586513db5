//! What an administrator types about an account, read and checked.

use crate::accounts::Login;
use crate::areas::Reference;
use crate::base::{AreaId, Held, Lang, Role, Scope};
use crate::i18n::L;
use crate::web::Form;

/// A staff account to be made.
pub(super) struct NewStaff {
    pub(super) name: String,
    pub(super) login: String,
    pub(super) lang: Lang,
    pub(super) held: Held,
}

pub(super) fn staff(form: &mut Form, r: &Reference) -> Option<NewStaff> {
    let name = form.line("name", 2, 60);
    let login = Login::parse(form.value("login"));
    if login.is_none() {
        form.fail("login", L::admin_login_slip);
    }
    let lang = form.pick("lang", Lang::parse);
    let held = held(form, r);
    let new = (|| Some(NewStaff { name: name?, login: login?.as_str().to_owned(), lang: lang?, held: held? }))();
    form.done(new)
}

/// A role and its place; the places of other roles are not looked at.
pub(super) fn role(form: &mut Form, r: &Reference) -> Option<Held> {
    let held = held(form, r);
    form.done(held)
}

fn held(form: &mut Form, r: &Reference) -> Option<Held> {
    let role = form.pick("role", Role::parse)?;
    let scope = match role {
        Role::Officer | Role::Chief => {
            let unit = |id: &_| r.unit(*id).is_some_and(|u| u.active);
            Scope::Unit(form.pick("unit", |text| text.parse().ok().filter(unit))?)
        }
        Role::Moderator | Role::Chair => {
            let committee = |id: &_| r.committee(*id).is_some_and(|c| c.active);
            Scope::Committee(form.pick("committee", |text| text.parse().ok().filter(committee))?)
        }
        Role::Partner => {
            let partner = |id: &_| r.partner(*id).is_some_and(|p| p.active);
            Scope::Partner(form.pick("partner", |text| text.parse().ok().filter(partner))?)
        }
        Role::Relay => {
            let area = |id: &AreaId| r.area(*id).is_some_and(|a| a.active);
            Scope::Area(form.pick("area", |text| text.parse().ok().filter(area))?)
        }
        Role::Overseer | Role::Admin => Scope::District,
    };
    Some(Held { role, scope })
}
