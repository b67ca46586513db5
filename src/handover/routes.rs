//! The addresses of handovers: an administrator's for every account, a chief's for the officers of the unit.

use std::sync::Arc;

use super::model::{Item, Leaving};
use super::pages::{Colleague, HandoverPage, Known, PeoplePage, Pointed, RecordPage, record_url};
use super::{actions, forms, store};
use crate::accounts;
use crate::accounts::role_word;
use crate::accounts::store as rows;
use crate::base::{AccountId, HandoverId, MembershipId, Role, Scope, UnitId};
use crate::concerns::handover as files;
use crate::error::{Error, Result};
use crate::policy::{Access, Deed, permit};
use crate::rights::erased;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes};
use crate::{forums, patrols};

/// Its addresses.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(Access::Admin, "/{l}/admin/handovers/{id}", admin_record);
    routes.get(Access::Chief, "/{l}/desk/people", people);
    routes.proven(|routes| {
        routes.get(Access::Admin, "/{l}/admin/accounts/{id}/handover", admin_show);
        routes.post(Access::Admin, "/{l}/admin/accounts/{id}/handover", admin_hand);
        routes.get(Access::Chief, "/{l}/desk/people/{id}/handover", desk_show);
        routes.post(Access::Chief, "/{l}/desk/people/{id}/handover", desk_hand);
    });
    routes.get(Access::Chief, "/{l}/desk/handovers/{id}", desk_record);
}

type RoleHeld = (MembershipId, Role, Scope);

/// Units the reader leads.
fn led(cx: &Cx) -> Vec<UnitId> {
    let units = cx.actor.units();
    units.into_iter().filter(|unit| cx.actor.holds_at(Role::Chief, Scope::Unit(*unit))).collect()
}

struct Read {
    leaving: Leaving,
    roles: Vec<RoleHeld>,
    items: Vec<Item>,
}

/// The account in the address, the way it goes, and what it holds. A chief lets officers of the own unit go, nobody else: of the
/// others there is nothing.
async fn read(cx: &Cx, leave: &str, desk: bool) -> Result<Read> {
    let id: AccountId = cx.id("id")?;
    let (r, now, led) = (Arc::clone(&cx.r), cx.now, led(cx));
    let leave: Option<MembershipId> =
        if leave.is_empty() { None } else { Some(leave.parse().map_err(|_| Error::NotFound)?) };
    let own = cx.actor.account() == Some(id);
    cx.read(move |conn| {
        let account = rows::account(conn, id)?;
        let held = rows::roles(conn, id)?.into_iter().filter(|m| m.ended_at.is_none());
        let roles: Vec<RoleHeld> = held.filter_map(|m| Some((m.id, m.role, m.scope?))).collect();
        let role = match (desk, leave) {
            (false, None) => None,
            (false, Some(leave)) => Some(*roles.iter().find(|role| role.0 == leave).ok_or(Error::NotFound)?),
            (true, _) => {
                let leads = |scope: Scope| led.iter().any(|unit| scope == Scope::Unit(*unit));
                let chief = roles.iter().any(|(_, role, scope)| *role == Role::Chief && leads(*scope));
                let officer = roles.iter().find(|(_, role, scope)| *role == Role::Officer && leads(*scope));
                Some(*officer.filter(|_| !chief && !own).ok_or(Error::NotFound)?)
            }
        };
        let leaving = Leaving { account: id, name: account.name, role };
        let items = store::held(conn, &r, id, leaving.scope(), now)?;
        // Administration is ended on the account's own page: it holds nothing.
        let roles = roles.into_iter().filter(|(_, role, _)| *role != Role::Admin).collect();
        Ok(Read { leaving, roles, items })
    })
    .await
}

async fn show(cx: &Cx, desk: bool) -> Answer {
    let read = read(cx, cx.query("leave"), desk).await?;
    cx.html(&HandoverPage::new(cx, &read.leaving, &read.items, &read.roles, Form::blank(), desk))
}

async fn hand(cx: &Cx, mut form: Form, desk: bool) -> Answer {
    let read = read(cx, form.value("leave"), desk).await?;
    let Some(decided) = forms::decided(&mut form, &cx.r, &read.leaving, &read.items) else {
        return cx.invalid(&HandoverPage::new(cx, &read.leaving, &read.items, &read.roles, form, desk));
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let id = cx.deed(&form, move |tx| actions::hand_over(tx, &actor, &r, &decided)).await?;
    erased::note(&cx.site).await;
    cx.site.vault.forget(read.leaving.account);
    cx.see_done(record_url(cx, id, desk), Notice::Saved)
}

async fn admin_show(cx: Cx) -> Answer {
    show(&cx, false).await
}

async fn admin_hand(cx: Cx, form: Form) -> Answer {
    hand(&cx, form, false).await
}

async fn desk_show(cx: Cx) -> Answer {
    show(&cx, true).await
}

async fn desk_hand(cx: Cx, form: Form) -> Answer {
    hand(&cx, form, true).await
}

/// Who serves in the units the reader leads, and what each holds.
async fn people(cx: Cx) -> Answer {
    let (units, r, now, own) = (led(&cx), Arc::clone(&cx.r), cx.now, cx.actor.account());
    let (serving, done) = cx
        .read(move |conn| {
            let mut all = Vec::new();
            for unit in &units {
                for (id, name, role) in rows::officers(conn, *unit)? {
                    let holds = store::held(conn, &r, id, Some(Scope::Unit(*unit)), now)?.len();
                    all.push((id, name, role, *unit, holds));
                }
            }
            let done = store::latest(conn, &units)?;
            let ids: Vec<AccountId> = done.iter().map(|(_, account, _)| *account).collect();
            Ok((all, (done, accounts::names(conn, &ids)?)))
        })
        .await?;
    let (done, names) = done;
    let chiefs: Vec<AccountId> = serving.iter().filter(|p| p.2 == Role::Chief).map(|p| p.0).collect();
    let colleague = |(id, name, role, unit, holds): &(AccountId, String, Role, UnitId, usize)| Colleague {
        name: name.clone(),
        role: role_word(cx.l, *role),
        place: cx.r.unit_name(*unit).to_owned(),
        holds: *holds,
        href: match chiefs.contains(id) || own == Some(*id) {
            true => String::new(),
            false => urls::desk_handover(cx.lang(), *id),
        },
    };
    let called = |id: &AccountId| names.iter().find(|(known, _)| known == id).map_or("–", |(_, name)| name).to_owned();
    let page = cx.page();
    cx.html(&PeoplePage {
        people: serving.iter().map(colleague).collect(),
        done: done
            .iter()
            .map(|(id, account, at)| (record_url(&cx, *id, true), called(account), page.date(at)))
            .collect(),
        page,
    })
}

async fn record(cx: &Cx, desk: bool) -> Answer {
    let id: HandoverId = cx.id("id")?;
    let (record, handed, known) = cx
        .read(move |conn| {
            let (record, handed) = store::find(conn, id)?;
            let mut ids: Vec<AccountId> = handed.iter().map(|item| item.to).collect();
            ids.extend([record.account, record.by]);
            let pointed = Pointed::of(&handed);
            let mut times = patrols::handover::plan_times(conn, &pointed.plans)?;
            times.extend(patrols::handover::patrol_times(conn, &pointed.patrols)?);
            let known = Known {
                names: accounts::names(conn, &ids)?,
                concerns: files::numbers(conn, &pointed.files, &pointed.referrals)?,
                commitments: forums::commitment_words(conn, &pointed.commitments)?,
                times,
            };
            Ok((record, handed, known))
        })
        .await?;
    if desk {
        permit(&cx.actor, &Deed::LeadPeople(record.unit.ok_or(Error::NotFound)?))?;
    }
    cx.html(&RecordPage::new(cx, &record, &handed, &known, desk))
}

async fn admin_record(cx: Cx) -> Answer {
    record(&cx, false).await
}

async fn desk_record(cx: Cx) -> Answer {
    record(&cx, true).await
}
