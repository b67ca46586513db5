//! The sentences that are worth hearing: whoever does not read still files, and knows who will read it.

use super::named;

named! {
    /// A sentence of the pages of filing and following that a person has recorded, or will.
    pub enum Prompt {
        /// « Is there danger now? »
        Danger = "danger",
        /// « What is it about? »
        Kinds = "kinds",
        /// « Where? »
        Place = "place",
        /// « Tell »
        Words = "words",
        /// « Who may read it? »
        Readers = "readers",
        /// What we know of the reporter, who reads, what cannot be hidden (R16).
        Honesty = "honesty",
        /// « Keep this code »
        Code = "code",
        /// « Type your code »
        Follow = "follow",
    }
}
