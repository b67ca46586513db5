//! What we keep of people, who reads it, what we cannot protect: the notice's pages, and the form that publishes the next version.

use askama::Template;

use super::model::{Block, blocks};
use super::store::{self, Notice};
use crate::base::{Actor, Lang};
use crate::db::Tx;
use crate::error::Result;
use crate::ledger;
use crate::policy::{Deed, permit};
use crate::urls;
use crate::web::{self, Answer, Cx, Form, Notice as Said, Page, actor_of};

/// The longest notice, in characters.
const TEXT: (usize, usize) = (50, 20_000);

#[derive(Template)]
#[template(path = "notices/notice.html")]
struct NoticePage {
    page: Page,
    version: i64,
    published: String,
    /// True when it holds now.
    latest: bool,
    /// Empty for the first version, which is the program's own sentences.
    blocks: Vec<Block>,
    /// Address, words, and whether it is this one.
    versions: Vec<(String, String, bool)>,
    controller: String,
    contact: String,
    authority: String,
}

#[derive(Template)]
#[template(path = "notices/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    contacts: Form,
    current: i64,
}

async fn draw(cx: &Cx, wanted: Option<i64>) -> Answer {
    let (notice, all, [controller, contact, authority]) = cx
        .read(move |conn| {
            let version = match wanted {
                Some(version) => version,
                None => store::current(conn)?,
            };
            Ok((store::version(conn, version)?, store::all(conn)?, store::contacts(conn)?))
        })
        .await?;
    let page = cx.page();
    cx.html(&NoticePage {
        version: notice.version,
        published: page.date(&notice.published_at),
        latest: all.first().is_some_and(|(version, _)| *version == notice.version),
        blocks: text(cx, &notice),
        versions: all
            .into_iter()
            .map(|(number, at)| {
                let words = cx.l.notices_version(page.date(&at), number);
                (urls::privacy_version(cx.lang(), number), words, number == notice.version)
            })
            .collect(),
        controller,
        contact,
        authority,
        page,
    })
}

fn text(cx: &Cx, notice: &Notice) -> Vec<Block> {
    blocks(notice.text(cx.lang()))
}

/// The version that holds.
pub(super) async fn latest(cx: Cx) -> Answer {
    draw(&cx, None).await
}

/// One version, old or new.
pub(super) async fn version(cx: Cx) -> Answer {
    draw(&cx, Some(cx.part("version")?)).await
}

async fn draw_edit(cx: &Cx, form: Option<Form>, contacts: Option<Form>) -> Result<EditPage> {
    let (notice, [controller, contact, authority]) = cx
        .read(|conn| {
            let current = store::current(conn)?;
            Ok((store::version(conn, current)?, store::contacts(conn)?))
        })
        .await?;
    let texts = [("text_fr", notice.text(Lang::Fr).to_owned()), ("text_bm", notice.text(Lang::Bm).to_owned())];
    let filled = [("controller", controller), ("contact", contact), ("authority", authority)];
    Ok(EditPage {
        page: cx.page(),
        form: form.unwrap_or_else(|| Form::filled(texts)),
        contacts: contacts.unwrap_or_else(|| Form::filled(filled)),
        current: notice.version,
    })
}

/// The form.
pub(super) async fn edit(cx: Cx) -> Answer {
    cx.html(&draw_edit(&cx, None, None).await?)
}

/// The other language of a page that answered a form.
pub(super) async fn back(cx: Cx) -> Answer {
    cx.see(urls::admin_notice(cx.lang()))
}

fn permit_now(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    let actor = match actor.account() {
        Some(id) => actor_of(tx.conn, id)?,
        None => actor.clone(),
    };
    permit(&actor, &Deed::Administer)
}

/// Publishes the next version.
pub(super) async fn publish(cx: Cx, mut form: Form) -> Answer {
    let fr = form.words("text_fr", TEXT.0, TEXT.1);
    let bm = form.words("text_bm", TEXT.0, TEXT.1);
    let both = fr.zip(bm);
    let Some((fr, bm)) = form.done(both) else { return cx.invalid(&draw_edit(&cx, Some(form), None).await?) };
    let actor = cx.actor.clone();
    let published = cx.deed(&form, move |tx| {
        permit_now(tx, &actor)?;
        let version = store::publish(tx, &fr, &bm)?;
        ledger::record(tx, &actor, "notice.publish", format!("notice {version}"), "")?;
        Ok(version)
    });
    let version = published.await?;
    cx.see_done(urls::privacy_version(cx.lang(), version), Said::Published)
}

/// Fills in whom to write to; what is empty is shown nowhere.
pub(super) async fn contact(cx: Cx, mut form: Form) -> Answer {
    let lines = ["controller", "contact", "authority"].map(|name| form.line(name, 0, 300));
    let [Some(controller), Some(contact), Some(authority)] = lines else {
        return cx.invalid(&draw_edit(&cx, None, Some(form)).await?);
    };
    let Some(values) = form.done(Some([controller, contact, authority])) else {
        return cx.invalid(&draw_edit(&cx, None, Some(form)).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| {
        permit_now(tx, &actor)?;
        store::set_contacts(tx, &values)?;
        ledger::record(tx, &actor, "notice.contact", "notice", "")
    })
    .await?;
    cx.see_done(urls::admin_notice(cx.lang()), Said::Saved)
}
