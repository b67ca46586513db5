//! The bytes of a photo or a voice note, for whoever may have them. To everybody else there is nothing (404).

use std::sync::Arc;

use super::super::{model::Concern, store as concerns};
use super::model::{Kind, Medium, Showing};
use super::store;
use crate::base::{CategorySoundId, MediumId, PromptSoundId};
use crate::error::{Error, Result};
use crate::media::{Format, Name};
use crate::policy::{Audience, Deed, may};
use crate::web::{Answer, Cx};

/// `/media/photos/{id}`
pub(super) async fn photo(cx: Cx) -> Answer {
    let (medium, shared) = allowed(&cx, Kind::Photo).await?;
    send(&cx, &medium.object, "image/jpeg", shared).await
}

/// `/media/photos/{id}/small`
pub(super) async fn small(cx: Cx) -> Answer {
    let (medium, shared) = allowed(&cx, Kind::Photo).await?;
    send(&cx, &medium.thumb, "image/jpeg", shared).await
}

/// `/media/voices/{id}`
pub(super) async fn voice(cx: Cx) -> Answer {
    let (medium, _) = allowed(&cx, Kind::Voice).await?;
    let format = medium.sound_format().ok_or_else(|| Error::internal("a voice note of no kind"))?;
    send(&cx, &medium.object, format.mime(), false).await
}

/// `/media/sounds/{id}`: the recorded sound of a kind, for everybody.
pub(super) async fn category_sound(cx: Cx) -> Answer {
    let id: CategorySoundId = cx.id("id")?;
    let sound = cx.r.sounds.iter().find(|sound| sound.id == id).ok_or(Error::NotFound)?;
    send_sound(&cx, &sound.format, &sound.object).await
}

/// `/media/prompts/{id}`: the recorded sound of a sentence, for everybody.
pub(super) async fn prompt_sound(cx: Cx) -> Answer {
    let id: PromptSoundId = cx.id("id")?;
    let sound = cx.r.prompts.iter().find(|sound| sound.id == id).ok_or(Error::NotFound)?;
    send_sound(&cx, &sound.format, &sound.object).await
}

async fn send_sound(cx: &Cx, format: &str, object: &str) -> Answer {
    let format = Format::parse(format).ok_or_else(|| Error::internal("a sound of no kind"))?;
    send(cx, object, format.mime(), true).await
}

async fn send(cx: &Cx, name: &str, kind: &'static str, shared: bool) -> Answer {
    let name = Name::parse(name).ok_or(Error::NotFound)?;
    let bytes = cx.site.media.get(&name).await?;
    cx.media(bytes, kind, shared)
}

/// The row, when the reader may have its bytes, and whether everybody may.
async fn allowed(cx: &Cx, kind: Kind) -> Result<(Medium, bool)> {
    let id: MediumId = cx.id("id")?;
    let (actor, r, followed) = (cx.actor.clone(), Arc::clone(&cx.r), cx.followed());
    cx.read(move |conn| {
        let medium = store::get(conn, id)?;
        if medium.kind != kind || !medium.is_kept() {
            return Err(Error::NotFound);
        }
        let concern = concerns::get(conn, medium.concern_id)?;
        if is_shared(&medium, &concern) {
            return Ok((medium, true));
        }
        let facts = concern.facts(&r, concerns::referred_to(conn, &concern)?);
        let seen = match kind {
            // Whoever moderates chooses among the photos; nobody but the unit and the reporter hears a voice.
            Kind::Photo => {
                may(&actor, &Deed::ReadFile(&facts))
                    || (concern.audience == Audience::Public && may(&actor, &Deed::ModerateConcern(&facts)))
            }
            Kind::Voice => may(&actor, &Deed::WorkFile(&facts)),
        };
        if seen || followed == Some(concern.id) { Ok((medium, false)) } else { Err(Error::NotFound) }
    })
    .await
}

/// True when everybody may see it now. A voice never.
fn is_shared(medium: &Medium, concern: &Concern) -> bool {
    medium.kind == Kind::Photo && medium.state == Showing::Published && concern.is_public()
}
