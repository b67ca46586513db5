//! The script that shows one part of the form at a time, inlined so that it costs no request, and what its page allows.

use std::sync::LazyLock;

use crate::web::{Answer, Device, Inline};

/// The script.
pub(super) static SCRIPT: LazyLock<Inline> =
    LazyLock::new(|| Inline::new(include_str!("../../../../static/filing.js")));

/// Lets a page of the form run it, and ask the telephone where it is or what it hears when its holder presses for that.
pub(super) fn with_script(answer: Answer) -> Answer {
    Ok(SCRIPT.allowed_in(answer?, &[Device::Geolocation, Device::Microphone]))
}
