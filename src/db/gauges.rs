//! How busy the doors are, for whoever watches over the machine.

use super::Db;
use super::read::Readers;

/// What stands before the doors now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gauges {
    /// Deeds that wait for the writer.
    pub waiting: i64,
    /// Connections of the pool of readers; none on SQLite, which reads on each thread's own.
    pub connections: i64,
    /// Those that nobody uses.
    pub idle: i64,
}

impl Db {
    /// How busy its doors are.
    pub fn gauges(&self) -> Gauges {
        let (connections, idle) = match &self.0.readers {
            Readers::Inline { .. } => (0, 0),
            Readers::Pooled(pool) => pool.connections(),
        };
        Gauges { waiting: self.0.writer.waiting(), connections, idle }
    }
}
