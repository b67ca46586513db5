//! Minutes while they are written: which saves are one version, which text somebody saw, and a text in its agenda's points.

use serde::{Deserialize, Serialize};

use super::meeting::{Minutes, MinutesState};
use crate::base::{AccountId, Time};
use crate::keys::digest;

/// Saves of one author within so many seconds of the first are one version: a meeting of two hours leaves a dozen, not hundreds.
const ONE_VERSION: i64 = 10 * 60;

/// A text to be saved, by somebody who saw a text before.
#[derive(Debug, Clone)]
pub struct Written {
    /// The version they saw; 0 for none.
    pub seen: i64,
    /// The [`mark`] of the text they saw; empty for none.
    pub mark: String,
    /// How far it is to be.
    pub state: MinutesState,
    /// The text.
    pub body: String,
    /// True for a text that stands beside another one: it becomes a version of its own.
    pub apart: bool,
}

/// What was saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Saved {
    /// The version.
    pub version: i64,
    /// The [`mark`] of its text.
    pub mark: String,
    /// When.
    pub at: Time,
}

/// What tells a text from another one of the same version.
pub fn mark(body: &str) -> String {
    digest(&[body.as_bytes()]).chars().take(16).collect()
}

impl Minutes {
    /// True when this is what its next writer saw.
    pub fn is_as_seen(&self, written: &Written) -> bool {
        (self.version, mark(&self.body)) == (written.seen, written.mark.clone())
    }

    /// True when a text is the same version, written on: a draft that stays one, of the same author, begun less than ten minutes ago.
    /// What was public once, what somebody else saved and what is older stays as it was.
    pub fn goes_on(&self, written: &Written, author: Option<AccountId>, now: Time) -> bool {
        self.state == MinutesState::Draft
            && written.state == MinutesState::Draft
            && !written.apart
            && author.is_some()
            && self.account_id == author
            && now.since(self.begun_at) < ONE_VERSION
    }
}

/// A point's heading in the text: « 3. Éclairage du marché ».
fn heading(at: usize, title: &str) -> String {
    format!("{}. {title}", at + 1)
}

/// A text as what stands before every point, and what stands under each. A heading is known by its title, whatever its number was: an
/// agenda may be put in order. What has no heading stays where it is, so nothing is lost.
pub fn split(body: &str, titles: &[String]) -> (String, Vec<String>) {
    let mut opening = String::new();
    let mut parts = vec![String::new(); titles.len()];
    let mut found = vec![false; titles.len()];
    let mut here: Option<usize> = None;
    for line in body.lines() {
        let next = line.split_once(". ").and_then(|(number, title)| {
            let number: usize = number.parse().ok()?;
            let fits = |at: &usize| !found[*at] && titles[*at] == title;
            number.checked_sub(1).filter(|at| *at < titles.len() && fits(at)).or((0..titles.len()).find(fits))
        });
        if let Some(next) = next {
            found[next] = true;
            here = Some(next);
            continue;
        }
        let part = here.map_or(&mut opening, |at| &mut parts[at]);
        part.push_str(line);
        part.push('\n');
    }
    let tidy = |text: String| text.trim().to_owned();
    (tidy(opening), parts.into_iter().map(tidy).collect())
}

/// The same put together again; a point under which nothing was written has no heading.
pub fn join(opening: &str, titles: &[String], parts: &[String]) -> String {
    let mut all: Vec<String> = Some(opening.trim().to_owned()).filter(|text| !text.is_empty()).into_iter().collect();
    for (at, (title, part)) in titles.iter().zip(parts).enumerate() {
        if !part.trim().is_empty() {
            all.push(format!("{}\n{}", heading(at, title), part.trim()));
        }
    }
    all.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(all: &[&str]) -> Vec<String> {
        all.iter().map(|t| (*t).to_owned()).collect()
    }

    fn draft(by: i64, begun_at: i64) -> Minutes {
        Minutes {
            version: 3,
            state: MinutesState::Draft,
            body: "a".into(),
            at: Time(begun_at + 500),
            hash: String::new(),
            account_id: Some(AccountId::new(by)),
            begun_at: Time(begun_at),
        }
    }

    fn written(state: MinutesState, apart: bool) -> Written {
        Written { seen: 3, mark: mark("a"), state, body: "ab".into(), apart }
    }

    #[test]
    fn saves_of_one_author_within_ten_minutes_are_one_version() {
        use MinutesState::{Approved, Corrections, Draft};
        let (me, other) = (Some(AccountId::new(1)), Some(AccountId::new(2)));
        let on = |minutes: Minutes, written: Written, by, now| minutes.goes_on(&written, by, Time(now));
        assert!(on(draft(1, 0), written(Draft, false), me, 599));
        // Ten minutes from the first save, however often it was saved since.
        assert!(!on(draft(1, 0), written(Draft, false), me, 600));
        assert!(!on(draft(1, 0), written(Draft, false), other, 1), "somebody else's text is no part of mine");
        assert!(!on(draft(1, 0), written(Corrections, false), me, 1), "what becomes public is a version");
        assert!(!on(draft(1, 0), written(Draft, true), me, 1), "two texts side by side are two versions");
        for state in [Corrections, Approved] {
            assert!(!on(Minutes { state, ..draft(1, 0) }, written(Draft, false), me, 1));
        }
        assert!(!on(Minutes { account_id: None, ..draft(1, 0) }, written(Draft, false), None, 1));
    }

    #[test]
    fn another_text_of_the_same_version_is_told_from_the_one_that_was_seen() {
        assert!(draft(1, 0).is_as_seen(&written(MinutesState::Draft, false)));
        assert!(!Minutes { body: "b".into(), ..draft(1, 0) }.is_as_seen(&written(MinutesState::Draft, false)));
        assert!(!Minutes { version: 4, ..draft(1, 0) }.is_as_seen(&written(MinutesState::Draft, false)));
    }

    #[test]
    fn a_text_is_put_together_from_its_points_and_taken_apart_again() {
        let titles = titles(&["Lampes", "Divers", "Divers"]);
        let parts = ["Dix lampes.\n\nAvant mars.".to_owned(), String::new(), "1. Rien".to_owned()];
        let body = join("Le maire ouvre.", &titles, &parts);
        assert_eq!(body, "Le maire ouvre.\n\n1. Lampes\nDix lampes.\n\nAvant mars.\n\n3. Divers\n1. Rien");
        let (opening, again) = split(&body, &titles);
        assert_eq!((opening.as_str(), again.as_slice()), ("Le maire ouvre.", parts.as_slice()));
        assert_eq!(join(&opening, &titles, &again), body);
    }

    #[test]
    fn nothing_is_lost_when_the_agenda_changes() {
        let before = titles(&["Lampes", "Motos"]);
        let body = join("", &before, &titles(&["Dix.", "Deux volées."]));
        // Put in another order: each stays under its point.
        let (opening, parts) = split(&body, &titles(&["Motos", "Lampes"]));
        assert_eq!((opening.as_str(), parts), ("", titles(&["Deux volées.", "Dix."])));
        // A point that went away leaves its words where they were.
        let (opening, parts) = split(&body, &titles(&["Lampes"]));
        assert_eq!((opening.as_str(), parts), ("", titles(&["Dix.\n\n2. Motos\nDeux volées."])));
        // A text from before points had fields of their own.
        assert_eq!(split("Un\n\nDeux", &before).0, "Un\n\nDeux");
    }
}
