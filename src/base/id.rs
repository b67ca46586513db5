//! Typed ids: a concern's id cannot be handed to a function that wants a unit's.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use data_encoding::BASE32_DNSSEC;
use diesel::backend::Backend;
use diesel::deserialize::FromSqlRow;
use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;

/// The id of a `T`: 63 bits, made by [`crate::db::Tx::id`] from the clock and randomness, so that nodes need not agree and
/// nobody can count or guess. In an address it is 13 letters and digits.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = BigInt)]
pub struct Id<T: 'static>(i64, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// Wraps a number that came from the database or from the id maker.
    pub const fn new(raw: i64) -> Self {
        Id(raw, PhantomData)
    }

    /// The number the database keeps.
    pub const fn raw(self) -> i64 {
        self.0
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{self}")
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE32_DNSSEC.encode(&self.0.to_be_bytes()))
    }
}

/// The text is not an id of ours; an address that holds it is 404.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let bytes = BASE32_DNSSEC.decode(text.as_bytes()).map_err(|_| NotAnId)?;
        let raw = i64::from_be_bytes(bytes.try_into().map_err(|_| NotAnId)?);
        if raw <= 0 { Err(NotAnId) } else { Ok(Id::new(raw)) }
    }
}

impl<T> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de, T> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl<T, DB> ToSql<BigInt, DB> for Id<T>
where
    DB: Backend,
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<T, DB> FromSql<BigInt, DB> for Id<T>
where
    DB: Backend,
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(bytes).map(Id::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Thing;

    #[test]
    fn an_id_survives_its_address() {
        let id: Id<Thing> = Id::new(0x0123_4567_89ab_cdef);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().len(), 13);
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in ["", "1", "../../etc", "zzzzzzzzzzzzz", "ABCDEFGHIJKLMN", "vvvvvvvvvvvvu"] {
            assert_eq!(text.parse::<Id<Thing>>(), Err(NotAnId), "{text}");
        }
    }
}
