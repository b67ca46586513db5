//! The bytes of a photo or a voice note, for whoever may have them. To everybody else there is nothing (404).

use std::sync::Arc;

use super::super::sealing::{self, Part, Reporter, Sight, Words};
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
    send_photo(&cx, Face::Whole).await
}

/// `/media/photos/{id}/small`
pub(super) async fn small(cx: Cx) -> Answer {
    send_photo(&cx, Face::Small).await
}

async fn send_photo(cx: &Cx, face: Face) -> Answer {
    let allowed = allowed(cx, Kind::Photo).await?;
    let bytes = bytes::get(&cx.site, &allowed.medium, face).await?;
    allowed.record(cx, Sight::Photo).await?;
    cx.media(bytes, "image/jpeg", allowed.shared)
}

/// `/media/voices/{id}`
pub(super) async fn voice(cx: Cx) -> Answer {
    let allowed = allowed(&cx, Kind::Voice).await?;
    let format = allowed.medium.sound_format().ok_or_else(|| Error::internal("a voice note of no kind"))?;
    let bytes = bytes::get(&cx.site, &allowed.medium, Face::Whole).await?;
    allowed.record(&cx, Sight::Voice).await?;
    cx.media(bytes, format.mime(), false)
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

/// Something whose bytes the reader may have.
struct Allowed {
    medium: Medium,
    /// True when everybody may.
    shared: bool,
    /// The concern, and how its words stand to the reader, where they read it as staff.
    staff: Option<(Concern, Words)>,
}

impl Allowed {
    /// Whoever of the staff looks at what is protected is in the ledger before they have it.
    async fn record(&self, cx: &Cx, sight: Sight) -> Result<()> {
        match &self.staff {
            Some((concern, words)) => sealing::record_file(cx, concern, words, sight).await,
            None => Ok(()),
        }
    }
}

/// The row, when the reader may have its bytes. Of a sealed concern with what opens them, where the reader's key or the
/// code that was typed does.
async fn allowed(cx: &Cx, kind: Kind) -> Result<Allowed> {
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
            return Ok(Allowed { medium, shared: true, staff: None });
        }
        let facts = concerns::facts_for(conn, &actor, &r, &concern)?;
        let seen = match kind {
            // Whoever moderates chooses among the photos; nobody but the unit and the reporter hears a voice.
            Kind::Photo => {
                may(&actor, &Deed::ReadFile(&facts))
                    || (concern.audience == Audience::Public && may(&actor, &Deed::ModerateConcern(&facts)))
            }
            Kind::Voice => may(&actor, &Deed::WorkFile(&facts)),
        };
        let reporter = reporter.filter(|_| followed == Some(concern.id));
        let staff = reporter.is_none();
        let words = match reporter {
            Some(reporter) => sealing::of_reporter(conn, concern.id, Part::File, &reporter)?,
            None if seen => sealing::of_reader(conn, (concern.id, Part::File), key.as_deref(), now)?,
            None => return Err(Error::NotFound),
        };
        words.unveil(&mut medium);
        Ok(Allowed { medium, shared: false, staff: staff.then_some((concern, words)) })
    })
    .await
}

/// True when everybody may see it now. A voice never.
fn is_shared(medium: &Medium, concern: &Concern) -> bool {
    medium.kind == Kind::Photo && medium.state == Showing::Published && concern.is_public()
}
