//! Pure rules of reference data: what changed, in a few words; an address nobody else has.

use crate::base;
use crate::keys::digest;

use super::kind::Facts;

/// Values up to this length are written in the ledger whole; of longer ones it says only that they changed.
const SHORT: usize = 60;
/// A fact whose value is a set of words, parted by spaces.
pub(super) const SET: &str = "answers_for";

/// What changed, as `name: old → new; phone: …`; nothing when nothing did.
pub(super) fn changes(before: &Facts, after: &Facts) -> Option<String> {
    let said: Vec<String> = before
        .iter()
        .zip(after)
        .filter(|((_, old), (_, new))| old != new)
        .map(|((name, old), (_, new))| match *name {
            SET => set_change(old, new),
            _ if old.chars().count() > SHORT || new.chars().count() > SHORT => format!("{name} changed"),
            _ => format!("{name}: {} → {}", shown(old), shown(new)),
        })
        .collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// What a new one is, as `name: …; phone: …`, without what is empty or long.
pub(super) fn summary(facts: &Facts) -> String {
    let short = facts.iter().filter(|(_, value)| !value.is_empty() && value.chars().count() <= SHORT);
    short.map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("; ")
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "–" } else { value }
}

fn set_change(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let added = new.iter().filter(|w| !w.is_empty() && !old.contains(w)).map(|w| format!("+{w}"));
    let ended = old.iter().filter(|w| !w.is_empty() && !new.contains(w)).map(|w| format!("−{w}"));
    format!("{SET}: {}", added.chain(ended).collect::<Vec<_>>().join(" "))
}

/// A mark of all the facts: the same only while nothing changed.
pub(super) fn mark(facts: &Facts) -> String {
    let parts: Vec<&[u8]> = facts.iter().flat_map(|(n, v)| [n.as_bytes(), &[0], v.as_bytes(), &[1]]).collect();
    digest(&parts).chars().take(32).collect()
}

/// An address made of a name, with a number when it is somebody's already.
pub(super) fn free_slug(name: &str, word: &str, taken: impl Fn(&str) -> bool) -> String {
    let slug = base::slug(name);
    let stem = if slug.is_empty() { word.to_owned() } else { slug };
    if !taken(&stem) && stem != "new" {
        return stem;
    }
    (2..).map(|n| format!("{stem}-{n}")).find(|slug| !taken(slug)).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ledger_says_what_changed_and_nothing_long() {
        let facts = |name: &str, hint: String, set: &str| {
            vec![("name", name.to_owned()), ("hint", hint), (SET, set.to_owned()), ("phone", String::new())]
        };
        let (old, new) = (facts("A", "x".repeat(80), "banconi sotuba"), facts("B", "y".repeat(80), "banconi korofina"));
        let said = changes(&old, &new).unwrap_or_default();
        assert_eq!(said, "name: A → B; hint changed; answers_for: +korofina −sotuba");
        assert_eq!(changes(&old, &old), None);
        assert_ne!(mark(&old), mark(&new));
        assert_eq!(summary(&new), "name: B; answers_for: banconi korofina");
    }

    #[test]
    fn an_address_is_nobody_elses() {
        let taken = ["banconi", "banconi-2"];
        assert_eq!(free_slug("Banconi !", "area", |s| taken.contains(&s)), "banconi-3");
        assert_eq!(free_slug("Hippodrome", "area", |s| taken.contains(&s)), "hippodrome");
        assert_eq!(free_slug("–", "area", |s| taken.contains(&s)), "area");
    }
}
