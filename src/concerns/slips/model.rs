//! What a slip is.

use std::fmt;
use std::str::FromStr;

use crate::base::named;

/// Slips on one sheet of A4: two columns of four.
pub(crate) const PER_SHEET: usize = 8;

named! {
    /// Where a slip stands.
    pub enum SlipState {
        /// Printed; no concern yet.
        Unused = "unused",
        /// It is the code of a concern.
        Used = "used",
        /// Lost, spoilt or withdrawn: it binds to nothing any more.
        Void = "void",
    }
}

/// `12-3`: the third slip of sheet 12. Printed beside the code, secret to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SlipSerial {
    /// The sheet's number.
    pub(crate) sheet: i64,
    /// 1 to 8.
    pub(crate) place: i64,
}

impl fmt::Display for SlipSerial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.sheet, self.place)
    }
}

/// The text is no serial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a slip's serial")]
pub(crate) struct NotASerial;

impl FromStr for SlipSerial {
    type Err = NotASerial;

    fn from_str(text: &str) -> Result<Self, NotASerial> {
        let between = ['-', '–', '/', ' '];
        if text.contains(|c: char| !c.is_ascii_digit() && !between.contains(&c)) {
            return Err(NotASerial);
        }
        let mut numbers = text.split(between).filter(|part| !part.is_empty());
        let (Some(sheet), Some(place), None) = (numbers.next(), numbers.next(), numbers.next()) else {
            return Err(NotASerial);
        };
        if sheet.len() > 9 || place.len() > 1 {
            return Err(NotASerial);
        }
        let number = |digits: &str| digits.parse().map_err(|_| NotASerial);
        let serial = SlipSerial { sheet: number(sheet)?, place: number(place)? };
        let fits = serial.sheet > 0 && (1..=PER_SHEET as i64).contains(&serial.place);
        if fits { Ok(serial) } else { Err(NotASerial) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_is_read_as_it_is_copied_and_nothing_else_is_one() {
        let serial = SlipSerial { sheet: 12, place: 3 };
        for text in ["12-3", " 12 - 3 ", "012-3", "12/3", "12 3", &serial.to_string()] {
            assert_eq!(text.parse(), Ok(serial), "{text}");
        }
        for text in ["", "12", "12-0", "12-9", "0-1", "12-3-4", "1234 5678 9012 3456", "a-b", "-3"] {
            assert_eq!(text.parse::<SlipSerial>(), Err(NotASerial), "{text}");
        }
    }
}
