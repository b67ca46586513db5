//! The door for writing: one thread a node, one transaction a batch, a savepoint for each deed when one of them says no.
//!
//! Why: plain transactions lost or refused most read-then-write deeds under load (design notes: 101 of 120 on SQLite, 90 of 120
//! on Postgres); one writer with group commit did all 120 and many more a second, because a batch shares one flush to disk.
//! On Postgres an advisory lock held around the batch makes the nodes take turns, so the serialisable transaction inside
//! never meets another writer; the retry remains for whatever else may come.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use tokio::sync::{mpsc, oneshot};

use super::connect::{Conn, OpenError, writer};
use super::shut::{Door, Shut};
use super::{DatabaseUrl, is_passing, schema, waited};
use crate::base::{Clock, Entropy, Id, Time};
use crate::error::{Error, Result};

/// Deeds committed together at most.
const BATCH: usize = 64;
/// Deeds waiting at most; past that the sender waits.
const QUEUE: usize = 1_024;
/// Tries of a batch before its senders are told that the database is busy.
const TRIES: u32 = 6;
/// Key of the advisory lock that makes nodes take turns ("sigida" in base 36).
const TURN: i64 = 1_716_520_474;

/// The end of the ledger's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The last row's number; 0 when there is none.
    pub seq: i64,
    /// The last row's hash.
    pub hash: Vec<u8>,
}

/// One deed in the making: the connection inside its savepoint, one instant, one source of ids.
pub struct Tx<'a> {
    /// The connection; every statement goes through it.
    pub conn: &'a mut Conn,
    /// The instant of the deed: the same for all it writes.
    pub now: Time,
    /// Randomness.
    pub entropy: &'a Entropy,
    head: &'a mut Head,
    settled: bool,
    made: Cell<i64>,
}

impl Tx<'_> {
    /// A fresh id, larger than those made before it, so that what was written in the same second keeps its order: 31 bits
    /// of seconds since 2020, 20 bits of the ledger's count and this deed's own, 12 bits of chance.
    pub fn id<T>(&self) -> Id<T> {
        const SINCE_2020: i64 = 1_577_836_800;
        /// Ids a deed makes before it meets those of the next one; chance keeps them apart then.
        const EACH: i64 = 64;
        let seconds = (self.now.seconds() - SINCE_2020).clamp(1, (1 << 31) - 1);
        let order = (self.head.seq * EACH + self.made.replace(self.made.get() + 1)) & ((1 << 20) - 1);
        let chance = i64::from(u16::from_be_bytes(self.entropy.bytes()) >> 4);
        Id::new((seconds << 32) | (order << 12) | chance)
    }

    /// Where the ledger's chain ends now, inside this transaction.
    pub fn head(&self) -> &Head {
        self.head
    }

    /// Moves the chain's end: for `ledger::record` only.
    pub(crate) fn advance(&mut self, head: Head) {
        *self.head = head;
        self.settled = true;
    }

    /// Says that this deed goes on with what the ledger has already: a draft nobody outside has read, saved again while it is written.
    pub fn goes_on(&mut self) {
        self.settled = true;
    }

    /// Says that this deed changes nothing, because the same submission did it before.
    pub fn nothing_new(&mut self) {
        self.settled = true;
    }
}

type Run = Box<dyn FnMut(&mut Tx<'_>) -> Result<()> + Send>;
type Done = Box<dyn FnOnce(Result<()>) + Send>;

struct Job {
    run: Run,
    done: Done,
    recorded: bool,
}

pub(super) struct Writer {
    queue: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn spawn(
        url: DatabaseUrl,
        conn: Conn,
        door: Door,
        clock: Clock,
        entropy: Entropy,
    ) -> std::result::Result<Writer, OpenError> {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let desk = Desk { url, conn: Some(conn), door, clock, entropy };
        let thread = std::thread::Builder::new().name("writer".into()).spawn(move || desk.serve(jobs))?;
        Ok(Writer { queue: Some(queue), thread: Some(thread) })
    }

    pub(super) async fn send<T, F>(&self, f: F, recorded: bool) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (job, answer) = job(f, recorded);
        self.queue()?.send(job).await.map_err(|_| Error::Busy)?;
        answer.await.map_err(|_| Error::Busy)?
    }

    pub(super) fn send_now<T, F>(&self, f: F, recorded: bool) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (job, answer) = job(f, recorded);
        self.queue()?.blocking_send(job).map_err(|_| Error::Busy)?;
        answer.blocking_recv().map_err(|_| Error::Busy)?
    }

    /// Deeds in the queue.
    pub(super) fn waiting(&self) -> i64 {
        self.queue.as_ref().map_or(0, |queue| (queue.max_capacity() - queue.capacity()) as i64)
    }

    fn queue(&self) -> Result<&mpsc::Sender<Job>> {
        self.queue.as_ref().ok_or(Error::Busy)
    }
}

impl Drop for Writer {
    /// Closing the queue lets the thread finish what was sent, then end.
    fn drop(&mut self) {
        self.queue = None;
        // A deed may hold the last of what holds this door: then the thread ends itself, and cannot wait for itself.
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
            && thread.join().is_err()
        {
            tracing::error!("the writer thread ended in a panic");
        }
    }
}

fn job<T, F>(mut f: F, recorded: bool) -> (Job, oneshot::Receiver<Result<T>>)
where
    T: Send + 'static,
    F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
{
    let (tell, answer) = oneshot::channel();
    let made = Arc::new(Mutex::new(None));
    let slot = Arc::clone(&made);
    let run = Box::new(move |tx: &mut Tx<'_>| {
        let value = f(tx)?;
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
        Ok(())
    });
    let done = Box::new(move |outcome: Result<()>| {
        let value = made.lock().unwrap_or_else(PoisonError::into_inner).take();
        let answer = outcome.and_then(|()| value.ok_or_else(|| Error::internal("a deed left nothing")));
        // The sender may have gone away: the deed stands all the same.
        let _ = tell.send(answer);
    });
    (Job { run, done, recorded }, answer)
}

/// What the writer thread owns.
struct Desk {
    url: DatabaseUrl,
    conn: Option<Conn>,
    door: Door,
    clock: Clock,
    entropy: Entropy,
}

impl Desk {
    fn serve(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut batch = Vec::with_capacity(BATCH);
        while jobs.blocking_recv_many(&mut batch, BATCH) > 0 {
            let outcomes = self.commit(&mut batch);
            for (job, outcome) in batch.drain(..).zip(outcomes) {
                (job.done)(outcome);
            }
        }
    }

    /// Runs the batch until it commits or the tries are used up.
    fn commit(&mut self, batch: &mut [Job]) -> Vec<Result<()>> {
        let mut attempt = 0;
        if self.conn.is_none() {
            self.mend();
        }
        while attempt < TRIES {
            match self.attempt(batch) {
                Ok(outcomes) => return outcomes,
                Err(error) => {
                    if let Some(why) = Shut::of(&error) {
                        return self.refuse(batch, why, &error);
                    }
                    tracing::warn!(%error, attempt, "a batch of deeds did not commit");
                    // Somebody waits before a screen: a try that itself waited seconds for a lock counts for several.
                    attempt += if waited(&error) { TRIES / 2 } else { 1 };
                    if !is_passing(&error) {
                        // A connection in an unknown state is not used again.
                        self.conn = None;
                    }
                    std::thread::sleep(Duration::from_millis(20 << attempt));
                    self.mend();
                }
            }
        }
        batch.iter().map(|_| Err(Error::Busy)).collect()
    }

    /// Nothing can be written, and a second try would not help. Of several deeds each is tried by itself: one that finds itself
    /// done already, and a small one where a large one had no room, still get their answer.
    fn refuse(&mut self, batch: &mut [Job], why: Shut, error: &Error) -> Vec<Result<()>> {
        if batch.len() > 1 {
            return batch.iter_mut().flat_map(|job| self.commit(std::slice::from_mut(job))).collect();
        }
        if self.door.close(why) {
            tracing::error!(%error, "nothing can be written: {why}; reading goes on");
        }
        if why == Shut::ReadOnly {
            // The next deed gets a connection of its own: the setting holds for the one that found it, and servers change.
            self.conn = None;
        }
        batch.iter().map(|_| Err(Error::ReadOnly)).collect()
    }

    fn mend(&mut self) {
        let alive = self.conn.as_mut().is_some_and(|c| c.batch_execute("SELECT 1").is_ok());
        if !alive {
            self.conn = writer(&self.url).map_err(|error| tracing::error!(%error, "the writer cannot reconnect")).ok();
        }
    }

    fn attempt(&mut self, batch: &mut [Job]) -> Result<Vec<Result<()>>> {
        let conn = self.conn.as_mut().ok_or(Error::Busy)?;
        let now = self.clock.now();
        begin(conn)?;
        let ran = run(conn, batch, now, &self.entropy).and_then(|done| {
            conn.batch_execute("COMMIT")?;
            Ok(done)
        });
        match ran {
            Ok((outcomes, moved)) => {
                end_turn(conn)?;
                if moved && self.door.open() {
                    tracing::info!("the database is written again");
                }
                Ok(outcomes)
            }
            Err(error) => {
                // Either statement may fail when the connection is gone; `mend` looks at it next.
                let _ = conn.batch_execute("ROLLBACK");
                let _ = end_turn(conn);
                Err(error)
            }
        }
    }
}

fn begin(conn: &mut Conn) -> Result<()> {
    // The turn is taken before the snapshot, or the snapshot would already be old.
    if let Conn::Pg(c) = conn {
        c.batch_execute(&format!("SELECT pg_advisory_lock({TURN})"))?;
    }
    reopen(conn)
}

/// Begins again within the same turn.
fn reopen(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Sqlite(c) => c.batch_execute("BEGIN IMMEDIATE")?,
        Conn::Pg(c) => c.batch_execute("BEGIN ISOLATION LEVEL SERIALIZABLE")?,
    }
    Ok(())
}

fn end_turn(conn: &mut Conn) -> Result<()> {
    if let Conn::Pg(c) = conn {
        c.batch_execute(&format!("SELECT pg_advisory_unlock({TURN})"))?;
    }
    Ok(())
}

/// Runs the deeds of a batch inside the open transaction. Savepoints cost two statements a deed, two round trips on Postgres,
/// and are of use only to a deed that fails among others: so the batch runs without them first, and once more with them when
/// one of several deeds said no. Says of each how it went, and whether the ledger moved.
fn run(conn: &mut Conn, batch: &mut [Job], now: Time, entropy: &Entropy) -> Result<(Vec<Result<()>>, bool)> {
    let several = batch.len() > 1;
    let (outcomes, moved) = each(conn, batch, now, entropy, Guard::Transaction)?;
    let failed = outcomes.iter().any(Result::is_err);
    if !failed {
        return Ok((outcomes, moved));
    }
    // What this pass wrote goes, whole.
    conn.batch_execute("ROLLBACK")?;
    reopen(conn)?;
    if several { each(conn, batch, now, entropy, Guard::Savepoint) } else { Ok((outcomes, false)) }
}

/// What undoes a deed that failed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guard {
    /// The whole transaction: the pass ends with the first deed that fails.
    Transaction,
    /// A savepoint of its own.
    Savepoint,
}

fn each(
    conn: &mut Conn,
    batch: &mut [Job],
    now: Time,
    entropy: &Entropy,
    guard: Guard,
) -> Result<(Vec<Result<()>>, bool)> {
    use schema::heads::dsl;
    let (seq, hash): (i64, Vec<u8>) = dsl::heads.select((dsl::seq, dsl::hash)).get_result(conn)?;
    let mut head = Head { seq, hash };
    let mut outcomes = Vec::with_capacity(batch.len());
    for job in batch.iter_mut() {
        let before = head.clone();
        if guard == Guard::Savepoint {
            conn.batch_execute("SAVEPOINT deed")?;
        }
        let mut tx = Tx { conn, now, entropy, head: &mut head, settled: !job.recorded, made: Cell::new(0) };
        let outcome = catch_unwind(AssertUnwindSafe(|| (job.run)(&mut tx)))
            .unwrap_or_else(|_| Err(Error::internal("a deed panicked")))
            .and_then(
                |()| if tx.settled { Ok(()) } else { Err(Error::internal("a deed was not recorded in the ledger")) },
            );
        match &outcome {
            Err(error) if is_passing(error) || Shut::of(error).is_some() => {
                return outcome.map(|()| (Vec::new(), false));
            }
            Err(_) if guard == Guard::Transaction => {
                outcomes.push(outcome);
                return Ok((outcomes, false));
            }
            Ok(()) if guard == Guard::Transaction => {}
            Ok(()) => conn.batch_execute("RELEASE SAVEPOINT deed")?,
            Err(_) => {
                conn.batch_execute("ROLLBACK TO SAVEPOINT deed; RELEASE SAVEPOINT deed")?;
                head = before;
            }
        }
        outcomes.push(outcome);
    }
    if head.seq != seq {
        diesel::update(dsl::heads).set((dsl::seq.eq(head.seq), dsl::hash.eq(&head.hash))).execute(conn)?;
    }
    Ok((outcomes, head.seq != seq))
}
