//! How many statements a house asked its database: what somebody outside could measure with a watch.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};

use super::House;

/// Statements so far, by the database as its connections were opened.
static ASKED: Mutex<BTreeMap<String, Arc<AtomicUsize>>> = Mutex::new(BTreeMap::new());

fn of(url: &str) -> Arc<AtomicUsize> {
    Arc::clone(ASKED.lock().unwrap_or_else(PoisonError::into_inner).entry(url.to_owned()).or_default())
}

fn counter() -> Option<Box<dyn Instrumentation>> {
    let mut mine = Arc::new(AtomicUsize::new(0));
    Some(Box::new(move |event: InstrumentationEvent<'_>| match event {
        InstrumentationEvent::StartEstablishConnection { url, .. } => mine = of(url),
        InstrumentationEvent::StartQuery { .. } => {
            mine.fetch_add(1, Ordering::Relaxed);
        }
        _ => {}
    }))
}

/// From here on connections count what they are asked: before the house is opened that is looked at.
pub fn count() {
    set_default_instrumentation(counter).expect("nobody panicked while setting it");
}

/// Statements a house asked so far.
pub fn asked(house: &House) -> usize {
    let url = house.database_url();
    of(url.strip_prefix("sqlite://").unwrap_or(url)).load(Ordering::Relaxed)
}
