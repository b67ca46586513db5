//! The signed proof of filing: that a concern of this number was filed on this day, and nothing else. Neither its subject nor
//! its place is in it, so the proof of a sealed concern reads like any other; nor is anything of the code.
//!
//! # Format
//!
//! The statement is three lines of ASCII, each ended by a line feed: `sigida proof of filing 1`, the number
//! (`BKO-2026-00417`) and the day in Bamako (`2026-11-24`). The mark is its Ed25519 signature (RFC 8032, 64 bytes) in Base32
//! (RFC 4648), 103 signs in groups of four. The public key stands on `/{l}/proof`. Anybody checks a proof there, or with
//! other people's programs alone:
//!
//! ```sh
//! printf 'sigida proof of filing 1\nBKO-2026-00417\n2026-11-24\n' > statement
//! echo "$MARK=" | tr -d ' ' | base32 -d > mark
//! openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in statement -sigfile mark
//! ```
//!
//! Checking asks the signature alone, never the database: a proof still holds when the concern was erased by rule.

use data_encoding::{BASE32_NOPAD, BASE64};

use crate::base::{ConcernNumber, Day};
use crate::keys::Keys;

fn statement(number: ConcernNumber, day: Day) -> String {
    format!("sigida proof of filing 1\n{number}\n{day}\n")
}

/// The mark of a filing, in groups of four signs.
pub(crate) fn mark(keys: &Keys, number: ConcernNumber, day: Day) -> String {
    let text = BASE32_NOPAD.encode(&keys.prove(statement(number, day).as_bytes()));
    let mut groups = String::with_capacity(130);
    for (at, sign) in text.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            groups.push(' ');
        }
        groups.push(sign);
    }
    groups
}

/// True when this mark proves that the number was filed on the day.
pub(crate) fn holds(keys: &Keys, number: ConcernNumber, day: Day, typed: &str) -> bool {
    read(typed).is_some_and(|mark| keys.proved(statement(number, day).as_bytes(), &mark))
}

/// A mark as it was copied: spaces and capitals do not matter, nor a nought for an O, a one for an I, an eight for a B.
fn read(typed: &str) -> Option<[u8; 64]> {
    let signs: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '=' | '.'))
        .map(|c| match c.to_ascii_uppercase() {
            '0' => 'O',
            '1' => 'I',
            '8' => 'B',
            other => other,
        })
        .collect();
    BASE32_NOPAD.decode(signs.as_bytes()).ok()?.try_into().ok()
}

/// The public key as programs read it: PEM of its SubjectPublicKeyInfo (RFC 8410).
pub(crate) fn public_pem(keys: &Keys) -> String {
    /// What says « an Ed25519 key of 32 bytes follows ».
    const HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
    let body = BASE64.encode(&[&HEAD[..], &keys.proof_key()].concat());
    format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_survives_pen_and_paper_and_holds_for_its_number_and_day_only() {
        let keys = Keys::from_secret(&[7; 32]);
        let number = ConcernNumber { year: 2026, serial: 417 };
        let day = Day(20_781);
        let mark = mark(&keys, number, day);
        assert_eq!(mark.chars().filter(|c| *c != ' ').count(), 103);
        assert!(holds(&keys, number, day, &mark));
        let copied = mark.to_lowercase().replace('o', "0").replace('i', "1").replace('b', "8").replace(' ', "-");
        assert!(holds(&keys, number, day, &copied));
        assert!(!holds(&keys, ConcernNumber { serial: 418, ..number }, day, &mark));
        assert!(!holds(&keys, number, day.plus(1), &mark));
        assert!(!holds(&keys, number, day, &mark[..100]));
        assert!(!holds(&keys, number, day, ""));
        assert!(!holds(&Keys::from_secret(&[8; 32]), number, day, &mark));
    }
}
