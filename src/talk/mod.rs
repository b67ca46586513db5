//! The discussion: threads of meetings, places and public concerns, and what people write in them. Floors above use this face.

pub(crate) mod actions;
mod forms;
mod markup;
pub(crate) mod model;
mod pages;
mod reads;
mod routes;
pub(crate) mod store;

pub(crate) use pages::part;
pub(crate) use reads::unread;
pub(crate) use routes::routes;

/// How many posts a place's thread has, for the link on its page.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn said_of_area(conn: &mut crate::db::Conn, area: crate::base::AreaId) -> crate::error::Result<i64> {
    Ok(store::threads::about(conn, model::Subject::Area(area))?.map_or(0, |thread| thread.posts))
}

/// Discussions that were split off a place's own: where, how they are called, and how much is said there.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn parts_of_area(
    conn: &mut crate::db::Conn,
    area: crate::base::AreaId,
) -> crate::error::Result<Vec<model::Thread>> {
    reads::parts_about(conn, model::Subject::Area(area))
}
