//! What was promised: everything the service acknowledged, by whom it must be found again, and what people saw instead.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::browser::{Browser, Form, Gone, Page};

/// What kind of deed it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Concern,
    Answer,
    Patrol,
}

/// A deed that the service said was done.
#[derive(Debug, Clone)]
pub struct Promise {
    pub what: What,
    /// The sixteen digits, of a concern.
    pub code: Option<String>,
    /// The page that shows it to staff.
    pub path: String,
    /// Words that only it has.
    pub mark: String,
    pub at: Instant,
}

/// All that was promised and seen; shared by everybody.
#[derive(Default, Clone)]
pub struct Memory(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    promises: Vec<Promise>,
    seen: BTreeMap<String, u64>,
    /// Forms sent that nobody answered: sent again, token and all, once the service is back.
    unanswered: Vec<(Form, String)>,
    again: u64,
}

impl Memory {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn promise(&self, what: What, code: Option<String>, path: String, mark: &str) {
        let promise = Promise { what, code, path, mark: mark.to_owned(), at: Instant::now() };
        self.inner().promises.push(promise);
    }

    /// Notes what somebody saw.
    pub fn saw(&self, who: &str, what: &Result<Page, Gone>) {
        let what = match what {
            Ok(page) if page.status < 400 => format!("{who}: served"),
            Ok(page) => format!("{who}: {} « {} »", page.status, page.title()),
            Err(Gone) => format!("{who}: no answer"),
        };
        *self.inner().seen.entry(what).or_default() += 1;
    }

    pub fn unanswered(&self, form: Form, mark: String) {
        self.inner().unanswered.push((form, mark));
    }

    pub fn take_unanswered(&self) -> Option<(Form, String)> {
        let mut inner = self.inner();
        let taken = inner.unanswered.pop();
        inner.again += u64::from(taken.is_some());
        taken
    }

    /// How many forms were sent a second time.
    pub fn again(&self) -> u64 {
        self.inner().again
    }

    pub fn len(&self) -> usize {
        self.inner().promises.len()
    }

    pub fn count(&self, what: What) -> usize {
        self.inner().promises.iter().filter(|p| p.what == what).count()
    }

    pub fn since(&self, from: usize) -> Vec<Promise> {
        self.inner().promises.get(from..).unwrap_or_default().to_vec()
    }

    /// A concern to answer, one of the newest.
    pub fn a_concern(&self, n: usize) -> Option<Promise> {
        let inner = self.inner();
        let concerns = || inner.promises.iter().rev().filter(|p| p.what == What::Concern).take(40);
        concerns().nth(n % concerns().count().max(1)).cloned()
    }

    pub fn marks(&self) -> BTreeSet<String> {
        self.inner().promises.iter().map(|p| p.mark.clone()).collect()
    }

    /// What was seen so far, a line each; forgotten then.
    pub fn tell(&self) -> String {
        let seen = std::mem::take(&mut self.inner().seen);
        seen.into_iter().map(|(what, times)| format!("{what} × {times}")).collect::<Vec<_>>().join("; ")
    }
}

/// How often one asks who gets no answer.
const TRIES: u32 = 5;

/// Looks for everything promised since `from`: concerns by their code on another telephone, all of it at the desk. What is
/// missing is named.
pub async fn missing(memory: &Memory, from: usize, new: impl Fn() -> Browser, staff: &[Browser]) -> Vec<String> {
    let promises = memory.since(from);
    let mut missing = Vec::new();
    let mut by_path: BTreeMap<&str, Vec<&Promise>> = BTreeMap::new();
    for promise in &promises {
        by_path.entry(&promise.path).or_default().push(promise);
        if let Some(code) = &promise.code {
            let mut found = Err(Gone);
            // Only an answer says that something is not there: a machine too busy to give one is asked again.
            for _ in 0..TRIES {
                found = by_code(&new(), code, &promise.mark).await;
                if found.is_ok() {
                    break;
                }
            }
            match found {
                Ok(true) => {}
                Ok(false) => missing.push(format!("{} by its code", promise.mark)),
                Err(Gone) => missing.push(format!("{}: no answer to its code in {TRIES} tries", promise.mark)),
            }
        }
    }
    for (path, promises) in by_path {
        let mut text = String::new();
        for browser in staff {
            for _ in 0..TRIES {
                let Ok(page) = browser.visit(path).await else { continue };
                if page.status < 500 {
                    text.push_str(&page.text);
                    break;
                }
            }
        }
        let gone = promises.iter().filter(|p| !text.contains(&p.mark));
        missing.extend(gone.map(|p| format!("{} ({:?}) on {path}", p.mark, p.what)));
    }
    missing
}

/// Whether a code opens the concern with these words.
pub async fn by_code(browser: &Browser, code: &str, mark: &str) -> Result<bool, Gone> {
    let page = browser.visit("/fr/follow").await?;
    let form = page.form("/fr/follow").ok_or(Gone)?.fill("code", code);
    browser.send_on(&form).await?;
    // The first return may offer the code once more; the concern's own page is open either way.
    let page = browser.visit("/fr/follow/concern").await?;
    if page.status >= 500 { Err(Gone) } else { Ok(page.has(mark)) }
}
