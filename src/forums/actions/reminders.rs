//! What the program does by itself: it calls a meeting to mind two days before, once for each hour the meeting was given (M10).

use crate::base::Actor;
use crate::db::Db;
use crate::error::Result;
use crate::forums::model::BEFORE;
use crate::forums::store::reminders;
use crate::ledger;

/// Calls to mind what is due; returns how many meetings. Each deed asks anew what is due, one deed after another across all nodes,
/// so no node calls again what another one did, and none of them after a restart.
///
/// # Errors
/// When the database refuses.
pub(crate) fn remind(db: &Db) -> Result<usize> {
    db.write_now(|tx| {
        let due = reminders::due(tx.conn, tx.now, tx.now.plus(BEFORE))?;
        if due.is_empty() {
            tx.nothing_new();
        }
        for (meeting, starts_at) in &due {
            reminders::note(tx, *meeting, *starts_at)?;
            let object = format_args!("meeting {meeting}");
            ledger::record(tx, &Actor::System, "meeting.remind", object, &starts_at.rfc3339())?;
        }
        Ok(due.len())
    })
}
