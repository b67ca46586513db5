//! Sigida: neighbourhood concerns, police follow-through and community-security forums for *police de proximité* in Mali.
//!
//! # From above
//!
//! One binary serves pages in French and Bambara from SQLite or Postgres. A resident files a concern without an account and
//! keeps a secret code; the unit that answers for the place owes a word within a time; a committee decides what becomes
//! public and holds meetings; the reporter alone says whether it is fixed. Every deed stands in a hash-chained ledger.
//!
//! # Floors
//!
//! A room uses rooms of lower floors and itself, nothing else; `tests/it/house.rs` refuses the rest.
//!
//! | floor | rooms | what for |
//! |---|---|---|
//! | 1 | [`base`], [`error`] | vocabulary: ids, time, text, codes, roles; what can go wrong. Pure |
//! | 2 | [`policy`], [`urls`], [`i18n`], [`keys`], [`seal`] | who may do what; every address; every sentence; the secret's keys; what only its readers open |
//! | 3 | [`db`] | one door to read, one to write; the two databases are told apart here and nowhere else |
//! | 4 | [`ledger`], [`areas`], [`media`] | the record of deeds; reference data that administrators edit; photos and sounds made safe, and their store |
//! | 5 | [`web`] | the HTTP kit: routes with their policy, forms with their tokens, pages, sessions |
//! | 6 | `notices`, [`config`], `health` | the privacy notice and what was agreed to; settings; what machines ask |
//! | 7 | [`accounts`] | who people are |
//! | 8 | `moderation` | the guard of privacy, flags, decisions, appeals, who is held back, the public log; knows posts and concerns by kind and id |
//! | 9 | `concerns` | what residents tell, and what becomes of it |
//! | 10 | `patrols`, `forums`, `rights`, `rumours` | all cite concerns through its face; none knows the others |
//! | 11 | `talk`, `handover`, `bilan`, `priorities`, `bulletin`, [`backup`] | what is said about meetings, places and concerns; who leaves gives everything they hold on first; what a unit did in a span; what it puts first; a quartier's month on a wall, and the ledger's hash on paper; copies that outlive the machine |
//! | 12 | `home`, `admin`, [`purge`] | first pages and pages of places, which show of every feature; administration; what goes after its time |
//! | 13 | [`app`] | the composition root, the same for `main` and for tests |
//! | 14 | [`sample`], [`commands`] | `sigida demo`, `sigida generate` and the other commands |
//!
//! Where this differs from features as equals: concerns lie under patrols and forums, because a stop, an agenda and a
//! timeline cite the same concern, and a function call downwards is plainer than an event between equals.
//!
//! # The rooms of a feature
//!
//! `model` (rules, pure) ← `store` (SQL, private) ← `actions` (a deed: permit, rule, store, record) ← `routes` (HTTP); `forms`
//! parses what was typed, `pages` prepares what is shown. `mod.rs` is the face that higher floors may use.
//!
//! # Invariants
//!
//! - Nothing writes but through [`db::Db::write`], serialisably, one deed after another across all nodes; a deed that did not
//!   [`ledger::record`] itself is refused. (`keep` is for sessions and their like, which are no deeds.)
//! - No address exists without an [`policy::Access`]: [`web::Routes`] takes none. No body is read but by [`web::Form`], which
//!   proves that a page of ours sent it.
//! - A clock stands still only while the resident is asked. Each step of a late answer is told once, by nobody's request; of what
//!   is sealed no step leaves its desk, and what is said of conduct climbs to nobody.
//! - A key (WebAuthn) stands beside the code of the second step, never in its place: nobody needs a script to come in.
//! - Nobody leaves, and no account goes, while something is in its hands.
//! - The same form sent twice does one thing: [`web::Once`] answers again what it answered.
//! - What a phone noted without a network is known by the names it gave: sent however often, it is done once; what two officers said
//!   of the same stop is merged field by field, and neither version is lost.
//! - What a resident asks for a meeting and a rule of the guard meets waits for the committee, whoever asked. What an agenda that was
//!   held reports of a unit is as its hour found it.
//! - Once minutes are approved, nothing on their page changes any more but how far its promises are and what is taken
//!   from everybody, and the page says so.
//! - A commitment is settled by two sides with two accounts. What an agenda owes is asked of the commitments themselves, so no
//!   agenda can leave one out.
//! - The ledger's end of each day is signed with a key that is not in the database; what does not follow from what was signed is not
//!   signed, and the log says so.
//! - No table is without its line in the record of processing, and no deed without its line in what the policy prints.
//! - No column points to an account without its line in what an erasure does and the page of one's data counts; what was erased stays
//!   so after a restore: the list beside the secret is done again before anybody is served.
//! - No address of the network, user agent or tracking code is stored or logged. The code's slow hash is its only trace.
//! - A page kept for all visitors holds no form: its token would be everybody's. It links to the form's own page.
//! - Two files followed in one keep all their rows: what was before stands beside them, so an undoing restores it. No message, note
//!   or number of the one reaches the reader of the other.
//! - A supporter's code (« moi aussi ») opens what is public and speaks for nobody; its session follows no concern as reporter.
//! - Who files for somebody else (a relay, a desk) leaves no account on the concern; a used slip leads to none.
//! - Nobody answers an appeal against what they decided, nor their own; whom it goes to is asked anew each time.
//! - What a moderator blacked out is overwritten wherever everybody could read it; the original is sealed to oversight, and each reading
//!   of it recorded with its reason.
//! - The words of what a desk or oversight alone reads lie sealed to a pair of their concern's own; its readers and whoever holds the
//!   code have what opens them, the program alone has not ([`seal::Veiled`]). Whoever writes needs no key; lists open nothing.
//! - What committee and police say of a rumour is public once both have signed it, with two accounts; a correction is a further step.
//! - What the reader may not know of is 404; what they may see but not do is 403. [`policy::decide`] alone says which.
//! - A public page is the same for every visitor, costs no write, and is kept ready only while the ledger has not moved.
//! - A message missing in one language does not build; a message nobody says is a warning that CI refuses.
//!
//! # A resident files a concern
//!
//! `POST /fr/concerns/new` enters through [`web::Routes`]: the session is found (there is none), the policy asked ([`policy::enter`]),
//! the body capped and read, its token proved ([`web::Form`]). `concerns::public` parses it into a `NewConcern` or shows the form again
//! with every error under its field. A [`base::TrackingCode`] is drawn, or typed from a printed slip, and hashed
//! ([`keys::Keys::hash_code`]). Then one
//! [`db::Db::write`]: the once-token is looked up; `actions::file` routes the concern to a unit ([`areas::Reference::routed`]), stores
//! it, writes the first event and the ledger row. The writer thread commits it together with whatever else waits, and only
//! then the page with the code is sent, directly: no redirect, no cookie, nothing left on the phone.
//!
//! # An officer answers
//!
//! `POST /fr/desk/concerns/BKO-2026-00417/messages` enters with [`policy::Access::Desk`]; the session names an account, its
//! memberships make the [`base::Actor`]. `actions::say` loads the concern and asks [`policy::permit`] with its facts: another unit's
//! officer is told that there is nothing. The answer becomes an event, the clock stops, the state moves, the ledger has its row. 303
//! back to the file.

pub mod accounts;
mod admin;
pub mod app;
pub mod areas;
pub mod backup;
pub mod base;
mod bilan;
mod bulletin;
pub mod commands;
mod concerns;
pub mod config;
pub mod db;
pub mod error;
mod forums;
mod handover;
mod health;
mod home;
pub mod i18n;
pub mod keys;
pub mod ledger;
pub mod media;
mod moderation;
mod notices;
mod patrols;
pub mod policy;
mod priorities;
pub mod purge;
mod rights;
mod rumours;
pub mod sample;
pub mod seal;
mod talk;
pub mod urls;
pub mod web;
