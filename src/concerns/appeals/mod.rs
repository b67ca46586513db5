//! Appeals about concerns (D7): whoever holds the code says once, in own words, why refusing or hiding it was wrong; somebody else
//! than who decided answers. No account is kept of who appeals: the code is all there is.

mod actions;
mod desk;
mod reporter;

use super::model::{Concern, Moderation};
use crate::base::Actor;
use crate::db::Conn;
use crate::error::Result;
use crate::moderation::Target;
use crate::moderation::appeals::{self, Against, Mine, Open};
use crate::policy::{Access, Audience};
use crate::web::{Page, Routes};

/// True while a concern that was for everybody is not shown, because a moderator said so.
fn is_gone(concern: &Concern) -> bool {
    concern.audience == Audience::Public && matches!(concern.moderation, Moderation::Refused | Moderation::Hidden)
}

/// What was decided against a concern, and the appeal, for its reporter.
pub(super) fn against(conn: &mut Conn, concern: &Concern) -> Result<Against> {
    let author = actions::author(conn, concern)?;
    appeals::against(conn, Target::concern(concern.id), author)
}

/// The appeal about a concern that waits.
pub(super) fn open(conn: &mut Conn, reader: &Actor, concern: &Concern) -> Result<Option<Open>> {
    let author = actions::author(conn, concern)?;
    appeals::open(conn, reader, Target::concern(concern.id), author)
}

/// As the reporter reads it on the code page.
pub(super) fn mine(page: &Page, concern: &Concern, against: &Against) -> Option<Mine> {
    if concern.audience == Audience::Public { Mine::new(page, against, is_gone(concern)) } else { None }
}

pub(super) fn routes(routes: &mut Routes) {
    routes.post(Access::Anyone, "/{l}/follow/concern/appeal", reporter::raise);
    routes.get(Access::Appeals, "/{l}/committee/concerns/{number}/appeal", desk::show);
    routes.post(Access::Appeals, "/{l}/committee/concerns/{number}/appeal", desk::answer);
}
