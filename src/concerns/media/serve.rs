//! The bytes of a photo or a voice note, for whoever may have them. To everybody else there is nothing (404).

use std::sync::Arc;

use super::super::sealing::{self, Part, Reporter};
use super::super::{model::Concern, store as concerns};
use super::model::{Kind, Medium, Showing};
use super::{bytes, store};
use crate::base::{CategorySoundId, MediumId, PromptSoundId};
use crate::error::{Error, Result};
use crate::media::{Format, Name};
use crate::policy::{Audience, Deed, may};
use crate::seal::Face;
use crate::web::{Answer, Cx};

/// `/media/photos/{id}`
pub(super) async fn photo(cx: Cx) -> Answer {
    let (medium, shared) = allowed(&cx, Kind::Photo).await?;
    cx.media(bytes::get(&cx.site, &medium, Face::Whole).await?, "image/jpeg", shared)
}

/// `/media/photos/{id}/small`
pub(super) async fn small(cx: Cx) -> Answer {
    let (medium, shared) = allowed(&cx, Kind::Photo).await?;
    cx.media(bytes::get(&cx.site, &medium, Face::Small).await?, "image/jpeg", shared)
}

/// `/media/voices/{id}`
pub(super) async fn voice(cx: Cx) -> Answer {
    let (medium, _) = allowed(&cx, Kind::Voice).await?;
    let format = medium.sound_format().ok_or_else(|| Error::internal("a voice note of no kind"))?;
    cx.media(bytes::get(&cx.site, &medium, Face::Whole).await?, format.mime(), false)
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
    let name = Name::parse(object).ok_or(Error::NotFound)?;
    cx.media(cx.site.media.get(&name).await?, format.mime(), true)
}

/// The row, when the reader may have its bytes, and whether everybody may. Of a sealed concern with what opens them, where the
/// reader's key or the code that was typed does.
async fn allowed(cx: &Cx, kind: Kind) -> Result<(Medium, bool)> {
    let id: MediumId = cx.id("id")?;
    let (actor, r, followed) = (cx.actor.clone(), Arc::clone(&cx.r), cx.followed());
    let (now, key, reporter) = (cx.now, cx.key(), followed.map(|concern| Reporter::of(cx, concern)));
    cx.read(move |conn| {
        let mut medium = store::get(conn, id)?;
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
        let words = match reporter.filter(|_| followed == Some(concern.id)) {
            Some(reporter) => sealing::of_reporter(conn, concern.id, Part::File, &reporter)?,
            None if seen => sealing::of_reader(conn, (concern.id, Part::File), key.as_deref(), now)?,
            None => return Err(Error::NotFound),
        };
        words.unveil(&mut medium);
        Ok((medium, false))
    })
    .await
}

/// True when everybody may see it now. A voice never.
fn is_shared(medium: &Medium, concern: &Concern) -> bool {
    medium.kind == Kind::Photo && medium.state == Showing::Published && concern.is_public()
}
