//! The demo's accounts: officers and a chief of every unit, moderators, services, oversight, an administrator, residents and
//! a relay. Everybody may know their password, which is why the demo listens on this machine only.

use std::collections::HashMap;

use serde::Serialize;

use crate::accounts::store::{self, NewAccount};
use crate::accounts::{hash_password, keyring};
use crate::areas::{self, Reference};
use crate::base::{Actor, Held, Lang, Role, Scope, Time};
use crate::error::{Error, Result};
use crate::ledger;
use crate::policy::{Audience, SealedTo};
use crate::web::Site;

/// The one password of the demo.
pub(super) const PASSWORD: &str = "demo-sigida-2026";

/// One of the demo's accounts.
#[derive(Debug, Clone, Serialize)]
pub struct Login {
    /// Its role's word; « resident » for none.
    pub role: String,
    /// What is typed to sign in.
    pub login: String,
    /// Its password.
    pub password: String,
    /// Where the role holds, as `unit:commune-1-ouest`; empty for a resident.
    pub scope: String,
    /// True for those the demo names when it starts.
    #[serde(skip)]
    pub shown: bool,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    lang: Lang,
}

/// Every account of the demo.
pub fn logins() -> Vec<Login> {
    let mut all = Vec::new();
    let mut add = |role: &str, login: String, scope: String, name: &str, lang: Lang, shown: bool| {
        let (role, name) = (role.to_owned(), name.to_owned());
        all.push(Login { role, login, password: PASSWORD.to_owned(), scope, shown, name, lang });
    };
    let units = [
        ("commune-1-ouest", "c1-ouest", "Adama", "Fanta"),
        ("commune-1-est", "c1-est", "Oumar", "Mariam"),
        ("commune-2", "c2", "Sidi", "Kadi"),
        ("commune-3", "c3", "Bakary", "Assa"),
        ("commune-4-est", "c4-est", "Modibo", "Awa"),
        ("commune-4-ouest", "c4-ouest", "Lamine", "Salif"),
        ("commune-5", "c5", "Drissa", "Nana"),
        ("commune-6", "c6", "Yaya", "Sira"),
        ("bureau-district", "district", "Issa", "Rokia"),
        ("bureau-protection", "protection", "Oumou", "Ramata"),
    ];
    let shown = |n: usize, slug: &str| n < 2 || slug == "bureau-protection";
    for (n, (slug, short, officer, chief)) in units.iter().enumerate() {
        add("officer", format!("agent.{short}"), format!("unit:{slug}"), officer, Lang::Fr, shown(n, slug));
        add("chief", format!("chef.{short}"), format!("unit:{slug}"), chief, Lang::Fr, shown(n, slug));
    }
    add("moderator", "moderation.c1".into(), "committee:ccs-commune-1".into(), "Aminata", Lang::Fr, true);
    add("moderator", "moderation.c1.2".into(), "committee:ccs-commune-1".into(), "Bintou", Lang::Fr, true);
    add("moderator", "moderation.c4".into(), "committee:ccs-commune-4".into(), "Seydou", Lang::Bm, true);
    for slug in ["mairie", "gendarmerie", "justice", "edm", "services-sociaux", "protection-civile"] {
        let shown = slug == "mairie";
        add("partner", format!("service.{slug}"), format!("partner:{slug}"), "Service", Lang::Fr, shown);
    }
    add("overseer", "controle".into(), "district".into(), "Coumba", Lang::Fr, true);
    add("overseer", "controle.2".into(), "district".into(), "Boubacar", Lang::Fr, true);
    add("overseer", "controle.3".into(), "district".into(), "Kadidia", Lang::Bm, false);
    add("admin", "admin".into(), "district".into(), "Administration", Lang::Fr, true);
    add("relay", "relais.banconi".into(), "area:banconi".into(), "Djeneba", Lang::Bm, true);
    add("resident", "awa".into(), String::new(), "Awa", Lang::Fr, true);
    add("resident", "moussa".into(), String::new(), "Moussa", Lang::Bm, true);
    add("chair", "presidence.c1".into(), "committee:ccs-commune-1".into(), "Hawa", Lang::Fr, true);
    add("chair", "presidence.c4".into(), "committee:ccs-commune-4".into(), "Modibo", Lang::Bm, true);
    all
}

/// The demo's people as actors, by login, and by role and place.
#[derive(Clone)]
pub(super) struct People {
    actors: HashMap<String, Actor>,
}

impl People {
    /// Somebody by login.
    pub(super) fn login(&self, login: &str) -> Result<&Actor> {
        self.actors.get(login).ok_or_else(|| Error::Internal(format!("sample: no account {login}")))
    }

    /// Whoever holds a role there.
    pub(super) fn at(&self, role: Role, scope: Scope) -> Result<&Actor> {
        let mut found: Vec<_> = self.actors.iter().filter(|(_, actor)| actor.holds_at(role, scope)).collect();
        found.sort_by_key(|(login, _)| *login);
        found.first().map(|(_, actor)| *actor).ok_or_else(|| Error::Internal(format!("sample: no {role} at {scope:?}")))
    }
}

/// True for whoever names or words are sealed to: overseers, who read at a desk of sealed kinds, services that may be given such.
fn is_sealed_to(role: Role, scope: Scope, r: &Reference) -> bool {
    match (role, scope) {
        (Role::Overseer, _) => true,
        (Role::Chief, Scope::Unit(unit)) => r.sealed_to(unit) != SealedTo::Nobody,
        (Role::Officer, Scope::Unit(unit)) => r.sealed_to(unit) == SealedTo::Desk,
        (Role::Partner, Scope::Partner(partner)) => r.may_be_given(partner, Audience::Sealed),
        _ => false,
    }
}

fn scope_of(text: &str, r: &Reference) -> Option<Scope> {
    Some(match text.split_once(':') {
        None => Scope::District,
        Some(("unit", slug)) => Scope::Unit(r.unit_at(slug)?.id),
        Some(("committee", slug)) => Scope::Committee(r.committee_at(slug)?.id),
        Some(("partner", slug)) => Scope::Partner(r.partner_at(slug)?.id),
        Some((_, slug)) => Scope::Area(r.area_at(slug)?.id),
    })
}

/// Makes the demo's accounts as of an instant.
pub(super) fn settle(site: &Site, at: Time) -> Result<People> {
    let r = site.db.read_now(areas::store::load)?;
    // One password, one hash: the demo starts at once, and nothing here is secret.
    let hash = hash_password(PASSWORD)?;
    let actors = site.db.write_now(move |tx| {
        tx.now = at;
        let mut actors = HashMap::new();
        for login in logins() {
            let row = NewAccount {
                login: login.login.clone(),
                name: login.name.clone(),
                password_hash: hash.clone(),
                lang: login.lang,
                must_change: false,
            };
            let id = store::insert(tx, row)?;
            let mut held = Vec::new();
            if let Some(role) = Role::parse(&login.role) {
                let scope = scope_of(&login.scope, &r)
                    .ok_or_else(|| Error::Internal(format!("sample: no place {}", login.scope)))?;
                store::grant(tx, id, role, scope)?;
                held.push(Held { role, scope });
                // What is sealed is sealed to them: they have their keys as if they had signed in.
                if is_sealed_to(role, scope, &r) {
                    keyring::draw(tx, id, PASSWORD)?;
                }
            }
            ledger::record(
                tx,
                &Actor::System,
                "account.create",
                format!("account {id}"),
                &format!("{} {}", login.role, login.scope),
            )?;
            actors.insert(login.login, Actor::Account { id, name: login.name, lang: login.lang, memberships: held });
        }
        Ok(actors)
    })?;
    Ok(People { actors })
}
