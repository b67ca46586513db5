//! Who files, if they want to say (R14): a closed part of the form. What is typed is sealed to the custodians before anything is
//! stored, and offered only while there is somebody to seal it to.

use super::place::Point;
use crate::accounts::keyring;
use crate::concerns::custody::Person;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::seal::{self, Kind, Lock, Seal};
use crate::web::{Cx, Form};

/// The longest name, in characters.
const NAME: usize = 80;

/// What the part of the form needs to be drawn.
pub(super) struct Part {
    /// True while somebody can keep what is typed.
    pub(super) offered: bool,
    /// True when something was typed: then the part stands open.
    pub(super) open: bool,
}

impl Part {
    /// The part as it is now.
    pub(super) async fn new(cx: &Cx, form: &Form) -> Result<Part> {
        let typed = ["person", "person_name", "person_phone"]
            .iter()
            .any(|name| !form.value(name).is_empty() || form.has_problem(name));
        Ok(Part { offered: !cx.read(keyring::locks).await?.is_empty(), open: typed })
    }
}

/// Reads the part and seals it; `None` when nothing was said. A problem is noted in the form.
pub(super) async fn sealed(cx: &Cx, form: &mut Form) -> Result<Option<Seal>> {
    let Some(person) = read(form).filter(|person| !person.is_empty()) else { return Ok(None) };
    let locks: Vec<Lock> = cx.read(keyring::locks).await?;
    if locks.is_empty() {
        form.fail("person", L::person_seal_none);
        return Ok(None);
    }
    let text = zeroize::Zeroizing::new(serde_json::to_string(&person).map_err(Error::internal)?);
    seal::seal(Kind::Identity, &text, &locks, &cx.site.entropy).map(Some)
}

fn read(form: &mut Form) -> Option<Person> {
    let name = form.line("person_name", 0, NAME);
    let phone = form.line("person_phone", 0, 30).filter(|typed| typed.is_empty() || is_number(typed));
    if phone.is_none() {
        form.fail("person_phone", L::person_phone_slip);
    }
    let point = Point::parse(form.value("point")).map(|point| point.to_string()).unwrap_or_default();
    Some(Person { name: name?, phone: phone?, point })
}

/// Of anywhere: who files may have a number from abroad.
fn is_number(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits) && typed.chars().all(|c| c.is_ascii_digit() || " +-.()/".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(point: &str) -> Form {
        let all = [
            ("person_name", " Awa  D. "),
            ("person_phone", "76 00 00 01"),
            ("lat", "12.650001234"),
            ("lon", "-7.95"),
            ("point", point),
        ];
        Form::filled(all.map(|(n, v)| (n, v.to_owned())))
    }

    #[test]
    fn the_exact_point_is_kept_only_when_it_is_asked_for() {
        let person = read(&mut form("12.65000, -7.95000")).unwrap();
        assert_eq!((&*person.name, &*person.phone, &*person.point), ("Awa D.", "76 00 00 01", "12.65000, -7.95000"));
        assert_eq!(read(&mut form("")).unwrap().point, "");
    }

    #[test]
    fn a_number_is_one_of_anywhere() {
        for good in ["76000001", "+223 76 00 00 01", "00 33 6 12 34 56 78"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["12", "awa", "76 00 00 01 chez Awa"] {
            assert!(!is_number(bad), "{bad}");
        }
    }
}
