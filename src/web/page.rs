//! What every page needs beside its own matter: language, reader, address, tokens for its forms.

use std::sync::Arc;

use super::once;
use super::site::{News, Site};
use crate::base::{Actor, Lang, Role, Time, named};
use crate::i18n::{L, Text};
use crate::policy::{self, Access, Deed};

named! {
    /// A short sentence shown once after a deed; its word stands in the address (`?done=…`), so no state is kept for it.
    pub enum Notice {
        /// Something was saved.
        Saved = "saved",
        /// An answer, question or note was sent.
        Sent = "sent",
        /// It waits for a moderator.
        Waits = "waits",
        /// The state was changed.
        Changed = "changed",
        /// Something was published.
        Published = "published",
        /// Something was refused or hidden.
        Withdrawn = "withdrawn",
        /// What was flagged stays.
        Left = "left",
        /// A place was kept at a meeting.
        Registered = "registered",
        /// A place at a meeting was given back.
        GivenBack = "given-back",
        /// Signed out.
        SignedOut = "signed-out",
        /// The password was changed.
        Password = "password",
        /// A code of paper was spent to come in.
        PaperSpent = "paper-spent",
        /// Too many wrong codes: the password again.
        StartAgain = "start-again",
        /// The account changed between its two steps: the password again.
        ChangedMeanwhile = "changed-meanwhile",
        /// The patrol is closed.
        PatrolClosed = "patrol-closed",
    }
}

/// The frame around a page's matter.
pub struct Page {
    /// The page's language, able to speak.
    pub l: L,
    /// The same, as a value.
    pub lang: Lang,
    /// Who reads.
    pub actor: Actor,
    /// The instant the page is made.
    pub now: Time,
    /// The address after the language, with its query: `/concerns?state=closed`.
    pub here: String,
    /// What was just done.
    pub notice: Option<Notice>,
    /// True where « Quitter vite » belongs: filing and following.
    pub exit: bool,
    /// What is new to the reader; nothing for who has no account.
    pub news: News,
    site: Arc<Site>,
    binding: Arc<str>,
}

impl Page {
    pub(super) fn new(
        l: L,
        actor: Actor,
        now: Time,
        here: String,
        notice: Option<Notice>,
        site: Arc<Site>,
        binding: Arc<str>,
    ) -> Page {
        Page { l, lang: l.lang(), actor, now, here, notice, exit: false, news: News::default(), site, binding }
    }

    /// Shows « Quitter vite ».
    pub fn with_exit(mut self) -> Page {
        self.exit = true;
        self
    }

    /// A fresh token for one form.
    pub fn token(&self) -> String {
        once::mint(&self.site, &self.binding, self.now)
    }

    /// This page in the other language.
    pub fn switch(&self) -> String {
        format!("/{}{}", self.lang.other(), self.here)
    }

    /// The style sheet's address.
    pub fn css(&self) -> &'static str {
        super::css_url()
    }

    /// The address of the style sheet of those who signed in.
    pub fn work_css(&self) -> &'static str {
        super::work_css_url()
    }

    /// A script's address: `<script src="{{ page.script("draft") }}" defer></script>` for `static/draft.js`.
    pub fn script(&self, name: &str) -> &'static str {
        super::script_url(name)
    }

    /// True in the demo.
    pub fn demo(&self) -> bool {
        self.site.settings.demo
    }

    /// True where a key of a telephone can be made: the house knows its own address.
    pub fn takes_passkeys(&self) -> bool {
        self.site.settings.public_url.is_some()
    }

    /// True for somebody who signed in.
    pub fn signed_in(&self) -> bool {
        self.actor.account().is_some()
    }

    /// The name the reader chose.
    pub fn name(&self) -> &str {
        match &self.actor {
            Actor::Account { name, .. } => name,
            Actor::Visitor | Actor::System => "",
        }
    }

    /// True when the reader holds the role.
    pub fn holds(&self, role: &str) -> bool {
        Role::parse(role).is_some_and(|role| self.actor.holds(role))
    }

    /// True when the reader files for those who come to the desk.
    pub fn may_file_at_desk(&self) -> bool {
        policy::may(&self.actor, &Deed::FileAtDesk)
    }

    /// True when the reader files for neighbours.
    pub fn may_relay(&self) -> bool {
        policy::enter(&self.actor, Access::Relay).is_ok()
    }

    /// The notice's sentence.
    pub fn said(&self) -> Option<Text> {
        let l = self.l;
        self.notice.map(|notice| match notice {
            Notice::Saved => l.notice_saved(),
            Notice::Sent => l.notice_sent(),
            Notice::Waits => l.notice_waits(),
            Notice::Changed => l.notice_changed(),
            Notice::Published => l.notice_published(),
            Notice::Withdrawn => l.notice_withdrawn(),
            Notice::Left => l.notice_left(),
            Notice::Registered => l.notice_registered(),
            Notice::GivenBack => l.notice_given_back(),
            Notice::SignedOut => l.notice_signed_out(),
            Notice::Password => l.notice_password(),
            Notice::PaperSpent => l.second_paper_spent(),
            Notice::StartAgain => l.second_start_again(),
            Notice::ChangedMeanwhile => l.second_changed(),
            Notice::PatrolClosed => l.notice_patrol_closed(),
        })
    }

    /// « 23 novembre 2026 ».
    pub fn date(&self, at: &Time) -> String {
        self.l.date(at.civil().date())
    }

    /// « 23 novembre 2026 à 14 h 30 ».
    pub fn datetime(&self, at: &Time) -> String {
        self.l.datetime(at.civil())
    }

    /// « il y a 3 h ».
    pub fn ago(&self, at: &Time) -> String {
        self.l.ago(self.now.since(*at).max(0))
    }

    /// « encore 31 h » or « en retard de 2 jours ».
    pub fn left(&self, due: &Time) -> String {
        let seconds = due.since(self.now);
        if seconds >= 0 { self.l.left(seconds) } else { self.l.late(-seconds) }
    }
}
