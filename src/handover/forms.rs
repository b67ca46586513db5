//! The form: everything to one person, or each thing to somebody of its own.

use super::model::{Decided, Item, Leaving};
use crate::areas::Reference;
use crate::base::{AccountId, UnitId};
use crate::i18n::L;
use crate::web::Form;

/// Reads who takes what. A thing without a choice of its own goes to whom all goes; whoever may not have it is no choice.
pub(super) fn decided(form: &mut Form, r: &Reference, leaving: &Leaving, items: &[Item]) -> Option<Decided> {
    let all: Option<AccountId> = form.value("all").parse().ok();
    let mut choices = Vec::with_capacity(items.len());
    for item in items {
        let field = item.subject.field();
        let own = form.value(&field);
        let to = if own.is_empty() { all } else { own.parse().ok() };
        match to.filter(|to| item.candidates.iter().any(|(id, _)| id == to)) {
            Some(to) => choices.push((field, to)),
            None => form.fail(field, L::handover_missing),
        }
    }
    let moves = form.pick_maybe("unit", |slug| r.unit_at(slug).filter(|u| u.active).map(|u| u.id));
    let same = |unit: &UnitId| leaving.scope() == Some(crate::base::Scope::Unit(*unit));
    if moves.flatten().as_ref().is_some_and(same) {
        form.fail("unit", L::handover_same_unit);
    }
    let decided = moves.map(|moves_to| Decided { leaving: leaving.clone(), moves_to, choices });
    form.done(decided)
}
