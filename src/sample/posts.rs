//! A made-up thread of any length, to measure with: one a minute, by three accounts, the last one just now.

use crate::accounts::store::{NewAccount, insert};
use crate::areas;
use crate::base::{AccountId, Actor, Function, Lang, ThreadId};
use crate::error::{Error, Result};
use crate::ledger;
use crate::talk::model::{PostState, Subject, same_words};
use crate::talk::store::posts::{self, NewPost};
use crate::talk::store::threads;
use crate::web::Site;

/// Posts written together.
const BATCH: i64 = 500;

const WORDS: [&str; 3] = [
    "Les lampes du carrefour sont *encore* éteintes, et le soir les enfants rentrent dans le noir. Qui vient avec moi le dire ?",
    "An bɛ nin ko in fɔ kabini kalo kelen. **Aw ye na** ɲɔgɔnye la, an ka a fɔ ɲɔgɔn fɛ.",
    "> Qui vient avec moi ?\n\nMoi. J’ai aussi vu :\n\n- le caniveau\n- les motos sans phare",
];

/// Makes a thread of so many posts about the first quartier.
///
/// # Errors
/// When the database refuses, or knows no quartier a committee answers for.
pub fn talk(site: &Site, count: u32) -> Result<ThreadId> {
    let r = site.db.read_now(areas::store::load)?;
    let commune = r.communes().next().ok_or_else(|| Error::internal("there is no commune"))?.id;
    let area = r.quartiers(commune).next().ok_or_else(|| Error::internal("there is no quartier"))?.id;
    let committee = r.moderators_of(area).first().copied().ok_or_else(|| Error::internal("there is no committee"))?;
    let (thread, authors) = site.db.write_now(move |tx| {
        let author = |tx: &mut crate::db::Tx<'_>, login: &str| {
            let (login, name, password_hash) = (login.to_owned(), "Mesure".to_owned(), "-".to_owned());
            insert(tx, NewAccount { login, name, password_hash, lang: Lang::Fr, must_change: false })
        };
        let authors = [author(tx, "mesure.a")?, author(tx, "mesure.b")?, author(tx, "mesure.c")?];
        let thread = threads::open(tx, Subject::Area(area), committee)?;
        ledger::record(tx, &Actor::System, "thread.generate", format_args!("thread {thread}"), "")?;
        Ok((thread, authors))
    })?;
    let (now, count) = (site.clock.now(), i64::from(count));
    for from in (0..count).step_by(BATCH as usize) {
        let to = (from + BATCH).min(count);
        site.db.write_now(move |tx| {
            let written = tx.now;
            for n in from..to {
                tx.now = now.plus(-(count - n) * 60);
                write(tx, thread, &authors, n)?;
            }
            tx.now = written;
            ledger::record(
                tx,
                &Actor::System,
                "post.generate",
                format_args!("thread {thread}"),
                &format!("{}", to - from),
            )
        })?;
    }
    site.db.keep_now(crate::db::plan::take_stock)?;
    Ok(thread)
}

fn write(tx: &mut crate::db::Tx<'_>, thread: ThreadId, authors: &[AccountId; 3], n: i64) -> Result<()> {
    let of = usize::try_from(n).unwrap_or_default();
    let body = WORDS[of % WORDS.len()];
    let new = NewPost {
        thread,
        account: authors[of % authors.len()],
        voice: (Function::Resident, None),
        body,
        reply_to: None,
        state: PostState::Visible,
        held_for: "",
        digest: &same_words(body),
    };
    posts::write(tx, &new).map(|_| ())
}
