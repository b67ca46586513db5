//! Two photos for the demo, drawn by this code so that nobody's street is shown: one that everybody may see, one that waits for
//! a moderator. No recording is invented: a voice would have to be somebody's.

use std::io::Cursor;
use std::sync::Arc;

use diesel::prelude::*;
use image::{ImageFormat, Rgb, RgbImage};

use super::logins::People;
use crate::areas;
use crate::base::{ConcernId, Role, Scope};
use crate::concerns::media::{Locked, actions};
use crate::concerns::model::Moderation;
use crate::concerns::store as concern_rows;
use crate::db::Conn;
use crate::db::schema::{categories, concerns, media};
use crate::error::{Error, Result};
use crate::media::{Photo, Stop};
use crate::web::Site;

/// A street at dusk: sky, houses, a dark lamp. `lit` is how many windows have light.
fn street(lit: u32) -> RgbImage {
    let (width, height, ground) = (1200_u32, 800_u32, 620);
    RgbImage::from_fn(width, height, |x, y| {
        let house = x / 240;
        let roof = 320 + (house * 97 % 5) * 30;
        let window = y > roof + 70 && y < roof + 130 && (x % 240) > 90 && (x % 240) < 150;
        let pole =
            (600..612).contains(&x) && (180..ground).contains(&y) || (600..690).contains(&x) && (180..190).contains(&y);
        let lamp = (660..700).contains(&x) && (190..212).contains(&y);
        match () {
            () if lamp => Rgb([58, 52, 46]),
            () if pole => Rgb([30, 28, 30]),
            () if y >= ground => Rgb([96 + (x * 7 + y * 3) as u8 % 12, 66, 46]),
            () if y > roof && window && house < lit => Rgb([232, 184, 92]),
            () if y > roof && window => Rgb([40, 36, 44]),
            () if y > roof => Rgb([112 - (house * 9) as u8, 74 - (house * 5) as u8, 58]),
            () => Rgb([44 + (y / 8) as u8, 46 + (y / 12) as u8, 94 + (y / 16) as u8]),
        }
    })
}

/// The oldest concern about light that stands so and has no photo yet.
fn dark_street(conn: &mut Conn, standing: Moderation) -> Result<Option<ConcernId>> {
    Ok(concerns::table
        .inner_join(categories::table)
        .filter(categories::slug.eq("light").and(concerns::moderation.eq(standing)))
        .filter(concerns::id.ne_all(media::table.select(media::concern_id)))
        .order(concerns::filed_at)
        .select(concerns::id)
        .first(conn)
        .optional()?)
}

/// Hangs them.
pub(super) fn hang(site: &Site, people: &People) -> Result<()> {
    let r = Arc::new(site.db.read_now(areas::store::load)?);
    for (standing, lit) in [(Moderation::Published, 3), (Moderation::Waiting, 1)] {
        let Some(id) = site.db.read_now(|conn| dark_street(conn, standing))? else { continue };
        let mut png = Cursor::new(Vec::new());
        street(lit).write_to(&mut png, ImageFormat::Png).map_err(Error::internal)?;
        let photo = Photo::make(png.get_ref(), &Stop::default()).map_err(Error::internal)?;
        let Locked { stored, objects } = Locked::photo(site, &photo)?;
        for (name, bytes) in objects {
            site.media.put_now(&name, bytes)?;
        }
        let (people, r) = (people.clone(), Arc::clone(&r));
        site.db.write_now(move |tx| {
            let concern = concern_rows::get(tx.conn, id)?;
            actions::attach(tx, id, concern.number(), std::slice::from_ref(&stored), false)?;
            if standing != Moderation::Published {
                return Ok(());
            }
            let committee = r.moderators_of(concern.area_id).into_iter().next().ok_or(Error::NotFound)?;
            let moderator = people.at(Role::Moderator, Scope::Committee(committee))?;
            actions::show_all(tx, moderator, &r, concern.number())
        })?;
    }
    Ok(())
}
