//! As what somebody writes (D3). Who holds a role speaks as such, never as a resident: nobody is deceived about who it is. Pure.

use crate::base::{Actor, AreaId, CommitteeId, Function, Held, Role, Scope, UnitId};

/// As what an actor writes: a function, and for which unit, committee, service or area.
pub type Voice = (Function, Option<i64>);

/// Where a thread lies, for choosing the voice that is nearest to it.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Who moderates it.
    pub committee: CommitteeId,
    /// Its quartier, or its commune.
    pub area: AreaId,
    /// Its commune.
    pub commune: Option<AreaId>,
    /// The unit that answers there.
    pub unit: Option<UnitId>,
}

/// A role as a voice.
fn voice(held: &Held) -> Voice {
    let function = match held.role {
        Role::Relay => Function::Relay,
        Role::Officer => Function::Officer,
        Role::Chief => Function::Chief,
        Role::Moderator => Function::Moderator,
        Role::Chair => Function::Chair,
        Role::Partner => Function::Partner,
        Role::Overseer => Function::Overseer,
        Role::Admin => Function::Admin,
    };
    let scope = match held.scope {
        Scope::Unit(id) => Some(id.raw()),
        Scope::Committee(id) => Some(id.raw()),
        Scope::Partner(id) => Some(id.raw()),
        Scope::Area(id) => Some(id.raw()),
        Scope::District => None,
    };
    (function, scope)
}

/// How far a role is from a thread's place; the nearest speaks unless another is chosen.
fn distance(held: &Held, spot: &Spot) -> u8 {
    match held.scope {
        Scope::Committee(id) if id == spot.committee => 0,
        Scope::Unit(id) if Some(id) == spot.unit => 1,
        Scope::Area(id) if id == spot.area => 1,
        Scope::Area(id) if Some(id) == spot.commune => 2,
        Scope::Partner(_) => 3,
        Scope::Committee(_) | Scope::Unit(_) | Scope::Area(_) => 4,
        Scope::District => 5,
    }
}

/// Everything an actor may write as, the nearest to the thread first; a resident where they hold no role.
pub fn voices(actor: &Actor, spot: &Spot) -> Vec<Voice> {
    let mut held: Vec<&Held> = actor.memberships().iter().collect();
    held.sort_by_key(|h| distance(h, spot));
    let mut voices: Vec<Voice> = Vec::new();
    for voice in held.into_iter().map(voice) {
        if !voices.contains(&voice) {
            voices.push(voice);
        }
    }
    if voices.is_empty() {
        voices.push((Function::Resident, None));
    }
    voices
}

/// A voice as a form's word.
pub fn word(voice: Voice) -> String {
    format!("{}-{}", voice.0, voice.1.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Lang};

    fn with(memberships: Vec<Held>) -> Actor {
        Actor::Account { id: Id::new(1), name: "Awa".into(), lang: Lang::Bm, memberships }
    }

    fn spot() -> Spot {
        Spot { committee: Id::new(5), area: Id::new(8), commune: Some(Id::new(1)), unit: Some(Id::new(7)) }
    }

    #[test]
    fn an_officer_speaks_for_the_unit_and_a_resident_for_nobody() {
        assert_eq!(voices(&with(vec![]), &spot()), [(Function::Resident, None)]);
        let officer = Held { role: Role::Officer, scope: Scope::Unit(Id::new(7)) };
        assert_eq!(voices(&with(vec![officer]), &spot()), [(Function::Officer, Some(7))]);
    }

    #[test]
    fn the_role_nearest_to_the_thread_speaks_first() {
        let held = |role, scope| Held { role, scope };
        let many = with(vec![
            held(Role::Overseer, Scope::District),
            held(Role::Moderator, Scope::Committee(Id::new(6))),
            held(Role::Chair, Scope::Committee(Id::new(5))),
            held(Role::Partner, Scope::Partner(Id::new(5))),
        ]);
        let functions: Vec<Function> = voices(&many, &spot()).into_iter().map(|v| v.0).collect();
        assert_eq!(functions, [Function::Chair, Function::Partner, Function::Moderator, Function::Overseer]);
    }
}
