//! The page of the key on papers: who has which, one's own to read, two to type.

use std::sync::Arc;

use askama::Template;

use super::super::actions as custody;
use super::store::Standing;
use super::{actions, store};
use crate::accounts::keyring;
use crate::base::{AccountId, RescueKeyId};
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::policy::{Deed, permit};
use crate::seal::{self, Lock, Paper};
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// Custodians who get a paper.
const THREE: usize = 3;
/// The longest that is read as a paper, in characters: with whatever stands between the groups.
const TYPED: usize = 200;

/// One of the three, in a line.
struct Line {
    number: i64,
    name: String,
    icon: &'static str,
    word: String,
}

#[derive(Template)]
#[template(path = "concerns/custody/rescue.html")]
struct RescuePage {
    page: Page,
    form: Form,
    /// Since when there is a key; nothing while there is none.
    made: String,
    papers: Vec<Line>,
    /// True while all three are where they should be.
    whole: bool,
    /// True while the reader's own waits to be written down.
    mine: bool,
    /// Who could get a paper: has a key.
    choices: Vec<(AccountId, String)>,
    locked: bool,
}

#[derive(Template)]
#[template(path = "concerns/custody/paper.html")]
struct PaperPage {
    page: Page,
    rescue: RescueKeyId,
    number: u8,
    text: zeroize::Zeroizing<String>,
}

fn word(page: &Page, standing: Standing) -> (&'static str, String) {
    let l = page.l;
    match standing {
        Standing::Kept(at) => ("ok", l.rescue_kept(page.date(&at)).to_string()),
        Standing::Waits => ("clock", l.rescue_waits().to_string()),
        Standing::Lost => ("warn", l.rescue_lost().to_string()),
        Standing::Left => ("warn", l.rescue_left().to_string()),
    }
}

async fn draw(cx: &Cx, form: Form) -> Result<RescuePage> {
    permit(&cx.actor, &Deed::KeepIdentities)?;
    let (custodians, key, whole) = cx
        .read(|conn| {
            let key = match keyring::on_papers(conn)? {
                Some(key) => Some((key.since, store::papers(conn, key.id)?)),
                None => None,
            };
            Ok((keyring::custodians(conn)?, key, store::is_whole(conn)?))
        })
        .await?;
    let (page, me) = (cx.page(), cx.actor.account());
    let accounts: Vec<AccountId> = custodians.iter().map(|one| one.account).collect();
    let (made, papers) = key.map_or_else(Default::default, |(at, papers)| (page.date(&at), papers));
    let stands: Vec<Standing> = papers.iter().map(|paper| paper.standing(&accounts)).collect();
    let mine = papers.iter().zip(&stands).any(|(paper, how)| Some(paper.account) == me && *how == Standing::Waits);
    let line = |(paper, how): (store::Kept, &Standing)| {
        let (icon, word) = word(&page, *how);
        Line { number: paper.paper, name: paper.name, icon, word }
    };
    Ok(RescuePage {
        form,
        made,
        whole,
        papers: papers.into_iter().zip(&stands).map(line).collect(),
        mine,
        choices: custodians.into_iter().filter(|one| one.pair.is_some()).map(|one| (one.account, one.name)).collect(),
        locked: cx.key().is_none(),
        page,
    })
}

/// `/{l}/oversight/custody/rescue`
pub(super) async fn show(cx: Cx) -> Answer {
    cx.html(&draw(&cx, Form::blank()).await?)
}

fn chosen(form: &mut Form) -> Option<[AccountId; THREE]> {
    let mut three: Vec<AccountId> = form.all("custodian").iter().filter_map(|id| id.parse().ok()).collect();
    three.sort_unstable();
    three.dedup();
    let three = three.try_into().ok();
    if three.is_none() {
        form.fail("custodian", L::rescue_choose_slip);
    }
    three
}

/// Makes the key, then seals to it what the maker's own key opens.
pub(super) async fn make(cx: Cx, mut form: Form) -> Answer {
    draw(&cx, Form::blank()).await?;
    let three = chosen(&mut form);
    let key = keyring::at_hand(&cx, &mut form).await?;
    let both = three.zip(key);
    let Some((three, key)) = form.done(both) else { return cx.invalid(&draw(&cx, form).await?) };
    let (actor, with) = (cx.actor.clone(), Arc::clone(&key));
    cx.deed(&form, move |tx| actions::make(tx, &actor, &three, &with)).await?;
    custody::reseal_all(&cx, &key).await?;
    cx.see_done(urls::rescue(cx.lang()), Notice::Saved)
}

/// Shows the reader's own paper: recorded first, each time.
pub(super) async fn read(cx: Cx, mut form: Form) -> Answer {
    draw(&cx, Form::blank()).await?;
    let key = keyring::at_hand(&cx, &mut form).await?;
    let Some(key) = form.done(key) else { return cx.invalid(&draw(&cx, form).await?) };
    let (actor, with) = (cx.actor.clone(), Arc::clone(&key));
    let (rescue, share) = cx.site.db.write(move |tx| actions::read(tx, &actor, &with)).await?;
    let paper = Paper::opened(&share, &key)?;
    cx.html(&PaperPage { page: cx.page(), rescue, number: paper.number(), text: paper.text() })
}

/// The reader has it on paper.
pub(super) async fn kept(cx: Cx, form: Form) -> Answer {
    let of = form.value("rescue").parse().map_err(|_| Error::Refused(Refusal::AlreadyDone))?;
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::keep(tx, &actor, of)).await?;
    cx.see_done(urls::rescue(cx.lang()), Notice::Saved)
}

fn typed(form: &mut Form, name: &'static str) -> Option<Paper> {
    let paper = form.line(name, 1, TYPED).map(|text| Paper::parse(&text));
    if let Some(None) = paper {
        form.fail(name, L::rescue_slip);
    }
    paper.flatten()
}

/// What two papers typed into the form bring back.
fn joined(form: &mut Form, lock: &Lock) -> Option<(seal::Secret, [Paper; 2])> {
    let (one, other) = (typed(form, "paper_1"), typed(form, "paper_2"));
    let (one, other) = one.zip(other)?;
    let secret = seal::join(&one, &other, &lock.public);
    if secret.is_none() {
        form.fail("paper_2", L::rescue_pair);
    }
    secret.map(|secret| (secret, [one, other]))
}

/// Seals everything anew by two papers.
pub(super) async fn open(cx: Cx, mut form: Form) -> Answer {
    draw(&cx, Form::blank()).await?;
    let key = cx.read(keyring::on_papers).await?.ok_or(Error::Refused(Refusal::AlreadyDone))?;
    let joined = joined(&mut form, &key.lock);
    let Some((secret, papers)) = form.done(joined) else { return cx.invalid(&draw(&cx, form).await?) };
    loop {
        let (actor, r, secret, papers) = (cx.actor.clone(), Arc::clone(&cx.r), secret.clone(), papers.clone());
        // In steps: a deed holds up the others. One that is cut off begins where it was.
        if cx.site.db.write(move |tx| actions::open(tx, &actor, &r, key.id, &secret, &papers.each_ref())).await? {
            break;
        }
    }
    cx.see_done(urls::rescue(cx.lang()), Notice::Saved)
}
