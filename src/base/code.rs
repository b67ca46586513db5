//! The tracking code: the reporter's only key to their concern.

use std::fmt;

use super::Entropy;

/// Damm's quasigroup of order 10 (H. M. Damm, *Total anti-symmetrische Quasigruppen*, 2004): its check digit finds every
/// single wrong digit and every swap of neighbours.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

fn damm(digits: &[u8]) -> u8 {
    digits.iter().fold(0, |row, d| DAMM[row as usize][*d as usize])
}

/// Sixteen secret digits: fifteen drawn at random (about 50 bits), the last a check digit. Never logged, never in an address,
/// never stored but as a slow hash; its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct TrackingCode([u8; 16]);

/// Why what was typed is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeSlip {
    /// Not sixteen digits.
    Length,
    /// Sixteen digits whose check digit does not fit: a slip of the finger.
    CheckDigit,
}

impl TrackingCode {
    /// A new code.
    pub fn draw(entropy: &Entropy) -> TrackingCode {
        let mut digits = [0u8; 16];
        let mut n = entropy.below(1_000_000_000_000_000);
        for d in digits[..15].iter_mut().rev() {
            *d = (n % 10) as u8;
            n /= 10;
        }
        digits[15] = damm(&digits[..15]);
        TrackingCode(digits)
    }

    /// Reads a code typed with any spaces, dots or dashes between its digits.
    ///
    /// # Errors
    /// [`CodeSlip`] says whether digits are missing or one was mistyped.
    pub fn parse(text: &str) -> Result<TrackingCode, CodeSlip> {
        let mut digits = [0u8; 16];
        let mut n = 0;
        for c in text.chars() {
            match c.to_digit(10) {
                Some(d) if n < 16 => {
                    digits[n] = d as u8;
                    n += 1;
                }
                Some(_) => return Err(CodeSlip::Length),
                None if c.is_alphabetic() => return Err(CodeSlip::Length),
                None => {}
            }
        }
        if n < 16 {
            Err(CodeSlip::Length)
        } else if damm(&digits) != 0 {
            Err(CodeSlip::CheckDigit)
        } else {
            Ok(TrackingCode(digits))
        }
    }

    /// The sixteen digits without spaces, for the slow hash and the sealed answer only.
    pub fn digits(&self) -> String {
        self.0.iter().map(|d| char::from(b'0' + d)).collect()
    }

    /// Four groups of four, to be read and copied by hand.
    pub fn groups(&self) -> [String; 4] {
        std::array::from_fn(|g| self.0[g * 4..g * 4 + 4].iter().map(|d| char::from(b'0' + d)).collect())
    }
}

impl fmt::Debug for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TrackingCode(…)")
    }
}

/// Six digits on a wall, the last a check digit: short enough for a keypad, and no secret. A slip of a finger is no other wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WallCode([u8; 6]);

impl WallCode {
    /// A new code.
    pub fn draw(entropy: &Entropy) -> WallCode {
        let mut digits = [0u8; 6];
        for digit in &mut digits[..5] {
            *digit = entropy.below(10) as u8;
        }
        digits[5] = damm(&digits[..5]);
        WallCode(digits)
    }

    /// Reads a code typed with any spaces.
    pub fn parse(text: &str) -> Option<WallCode> {
        let mut digits = Vec::with_capacity(6);
        for c in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.')) {
            digits.push(c.to_digit(10)? as u8);
        }
        let digits: [u8; 6] = digits.try_into().ok()?;
        (damm(&digits) == 0).then_some(WallCode(digits))
    }

    /// As it is kept.
    pub fn digits(&self) -> String {
        self.0.iter().map(|d| char::from(b'0' + d)).collect()
    }

    /// A kept code in two groups, to be read.
    pub fn spaced(digits: &str) -> String {
        match digits.split_at_checked(3) {
            Some((one, two)) => format!("{one}\u{a0}{two}"),
            None => digits.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slip_of_one_digit_and_every_swap_of_neighbours_is_seen() {
        let entropy = Entropy::seeded(7);
        for _ in 0..50 {
            let code = TrackingCode::draw(&entropy);
            let digits = code.digits();
            assert_eq!(TrackingCode::parse(&code.groups().join(" ")), Ok(code.clone()));
            for i in 0..16 {
                for d in '0'..='9' {
                    let mut typed: Vec<char> = digits.chars().collect();
                    if typed[i] != d {
                        typed[i] = d;
                        let typed: String = typed.into_iter().collect();
                        assert_eq!(TrackingCode::parse(&typed), Err(CodeSlip::CheckDigit));
                    }
                }
                let mut typed: Vec<char> = digits.chars().collect();
                if i > 0 && typed[i] != typed[i - 1] {
                    typed.swap(i, i - 1);
                    let typed: String = typed.into_iter().collect();
                    assert_eq!(TrackingCode::parse(&typed), Err(CodeSlip::CheckDigit));
                }
            }
        }
    }

    #[test]
    fn a_code_is_read_with_any_spacing_and_refused_when_short_long_or_wordy() {
        let code = TrackingCode::draw(&Entropy::seeded(1));
        let digits = code.digits();
        assert_eq!(TrackingCode::parse(&format!(" {}-{} ", &digits[..7], &digits[7..])), Ok(code));
        assert_eq!(TrackingCode::parse(&digits[..15]), Err(CodeSlip::Length));
        assert_eq!(TrackingCode::parse(&format!("{digits}1")), Err(CodeSlip::Length));
        assert_eq!(TrackingCode::parse("bonjour"), Err(CodeSlip::Length));
    }

    #[test]
    fn a_wall_s_code_is_read_with_spaces_and_a_slip_of_the_finger_is_seen() {
        let code = WallCode::draw(&Entropy::seeded(3));
        assert_eq!(WallCode::parse(&WallCode::spaced(&code.digits())), Some(code.clone()));
        for typed in ["12345", "", "12345a", &format!("{}0", code.digits())] {
            assert_eq!(WallCode::parse(typed), None, "{typed}");
        }
        let wrong = (0..10).map(|d| format!("{}{d}", &code.digits()[..5])).filter(|c| WallCode::parse(c).is_some());
        assert_eq!(wrong.count(), 1);
    }

    #[test]
    fn a_code_does_not_show_itself_in_a_log() {
        assert_eq!(format!("{:?}", TrackingCode::draw(&Entropy::seeded(1))), "TrackingCode(…)");
    }
}
