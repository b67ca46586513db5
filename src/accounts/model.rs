//! Pure rules of accounts: what a login is, which password is too easy, which roles go together. No SQL, no HTTP.

use unicode_normalization::UnicodeNormalization;

use super::guessable::is_guessable;
use crate::base::{DAY, Entropy, Role, Scope, Time, fold};
use crate::error::Refusal;

/// The shortest password taken. NIST SP 800-63B-4, 3.1.1.2 asks eight of one of two factors, as whoever holds a role has them outside the demo, and fifteen of
/// one that stands alone, as a resident's may: why that is not asked here, `deploy/asvs.md` says at 6.2.1.
pub(super) const SHORTEST: usize = 10;
/// The longest: enough for any phrase, too little to keep the hasher busy.
pub(super) const LONGEST: usize = 200;

/// Days a password that somebody else chose is good for (ASVS 5.0, 6.4.1).
const GIVEN_DAYS: i64 = 7;

/// True when a password that was given then, and that its owner never changed, opens nothing any more.
pub(crate) fn is_over(given_at: Option<Time>, now: Time) -> bool {
    given_at.is_some_and(|at| now.since(at) >= GIVEN_DAYS * DAY)
}

/// A login as we keep it: a telephone number of Mali or a name such as `aminata.diarra` or `aminata@exemple.ml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Login(String);

impl Login {
    /// Reads a login somebody chooses; `None` when it is neither of the two.
    pub(crate) fn parse(typed: &str) -> Option<Login> {
        let login = fold_login(typed);
        if phone(&login).is_some() {
            return Some(Login(login));
        }
        let fits = login.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@'));
        let (name, host) = login.split_once('@').map_or((&*login, None), |(n, h)| (n, Some(h)));
        let host_fits =
            host.is_none_or(|h| h.len() >= 3 && !h.contains('@') && h.split('.').all(|part| !part.is_empty()));
        // A number that is not one of Mali is a slip, not a name.
        let named = name.contains(|c: char| c.is_ascii_alphabetic());
        let sized = !name.is_empty() && (3..=120).contains(&login.len());
        (fits && host_fits && named && sized).then_some(Login(login))
    }

    /// The folded text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A login as it is looked up: the same however it was typed. A number of Mali becomes `+223` and eight digits, whatever its
/// spaces and prefix; anything else loses its capitals and the spaces around it.
pub fn fold_login(typed: &str) -> String {
    let text: String = typed.trim().nfkc().flat_map(char::to_lowercase).collect();
    phone(&text).unwrap_or(text)
}

fn phone(text: &str) -> Option<String> {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '(' | ')' | '/')).collect();
    let digits = bare.strip_prefix('+').or(bare.strip_prefix("00")).map_or_else(
        || Some(bare.strip_prefix("223").filter(|rest| rest.len() == 8).unwrap_or(&bare)),
        |abroad| abroad.strip_prefix("223"),
    )?;
    let ours = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with(['0', '1']);
    ours.then(|| format!("+223{digits}"))
}

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weak {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// More than [`LONGEST`] characters.
    Long,
    /// Among the first that somebody would try.
    Common,
    /// The login itself.
    LikeLogin,
}

/// A password as it is hashed: composed one way, so that two keyboards write the same.
pub(super) fn normal(password: &str) -> String {
    password.trim().nfc().collect()
}

/// Finds what is wrong with a chosen password. A phrase of a few words is welcome: only length and guessability count. `names` are
/// this instance's own words ([`house_words`](super::guessable::house_words)).
pub(crate) fn weakness(password: &str, login: &str, names: &[String]) -> Option<Weak> {
    let length = normal(password).chars().count();
    if length < SHORTEST {
        return Some(Weak::Short);
    }
    if length > LONGEST {
        return Some(Weak::Long);
    }
    let bare = fold(password).replace(' ', "");
    let own = fold(login).replace(' ', "");
    let own_name = fold(login.split('@').next().unwrap_or_default()).replace(' ', "");
    if !own.is_empty() && (bare == own || bare == own_name || (login.starts_with('+') && own.ends_with(&bare))) {
        return Some(Weak::LikeLogin);
    }
    is_guessable(password, names).then_some(Weak::Common)
}

/// A first password for somebody else: three groups of four signs that no hand confuses, about 59 bits of chance.
pub(crate) fn initial_password(entropy: &Entropy) -> String {
    const SIGNS: &[u8] = b"abcdefghijkmnpqrstuvwxyz2345679";
    let group = || -> String {
        (0..4).map(|_| char::from(SIGNS[entropy.below(SIGNS.len() as u64) as usize % SIGNS.len()])).collect()
    };
    format!("{}-{}-{}", group(), group(), group())
}

/// True when the scope is of the kind the role is held at.
pub const fn scope_fits(role: Role, scope: Scope) -> bool {
    matches!(
        (role, scope),
        (Role::Relay, Scope::Area(_))
            | (Role::Officer | Role::Chief, Scope::Unit(_))
            | (Role::Moderator | Role::Chair, Scope::Committee(_))
            | (Role::Partner, Scope::Partner(_))
            | (Role::Overseer | Role::Admin, Scope::District)
    )
}

/// Why two roles do not go together. Who polices neither moderates nor presides (D11), nor files as a neighbour: a resident who trusts
/// a relay must not speak to the police without knowing it. Police file for a walk-in at their desk, as police.
pub(super) fn clash(held: &[Role], new: Role) -> Option<Refusal> {
    let has = |role: Role| new == role || held.contains(&role);
    match new.is_police() || held.iter().any(|r| r.is_police()) {
        true if has(Role::Moderator) || has(Role::Chair) => Some(Refusal::PoliceModerates),
        true if has(Role::Relay) => Some(Refusal::PoliceRelays),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_password_is_good_for_seven_days_and_a_chosen_one_for_ever() {
        let (given, days) = (Time(1_000_000), |n: i64| Time(1_000_000 + n * DAY));
        assert!(!is_over(Some(given), days(7).plus(-1)) && is_over(Some(given), days(7)));
        assert!(!is_over(None, days(4_000)));
        assert!(!is_over(Some(given), days(-1)), "a clock that was put back");
    }

    #[test]
    fn a_number_of_mali_is_one_login_however_it_is_typed() {
        for typed in
            ["76123456", "76 12 34 56", "+223 76 12 34 56", "00223-76123456", "(223) 76.12.34.56", " +22376123456 "]
        {
            assert_eq!(Login::parse(typed).as_ref().map(Login::as_str), Some("+22376123456"), "{typed}");
        }
    }

    #[test]
    fn names_lose_their_capitals_and_slips_are_refused() {
        assert_eq!(
            Login::parse(" Aminata.Diarra@Exemple.ML ").as_ref().map(Login::as_str),
            Some("aminata.diarra@exemple.ml")
        );
        assert_eq!(Login::parse("chef-6e").as_ref().map(Login::as_str), Some("chef-6e"));
        for typed in
            ["", "ab", "7612345", "+33 6 12 34 56 78", "00 00 00 01", "a b c", "a@", "@b.ml", "a@b@c", "a@b..c", "éa.b"]
        {
            assert_eq!(Login::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn easy_passwords_are_refused_and_phrases_welcome() {
        for (password, weak) in [
            ("court", Weak::Short),
            ("1234567890", Weak::Common),
            ("1234567891", Weak::Common),
            ("0123456789", Weak::Common),
            ("aaaaaaaaaaaa", Weak::Common),
            ("Mot de passe", Weak::Common),
            ("motdepasse2026", Weak::Common),
            ("Bamako223223", Weak::Common),
            ("azertyuiop", Weak::Common),
            ("!!!!!!!!!!!!", Weak::Common),
            ("aminata.diarra", Weak::LikeLogin),
        ] {
            assert_eq!(weakness(password, "aminata.diarra@exemple.ml", &[]), Some(weak), "{password}");
        }
        assert_eq!(weakness("+223 76123456", "+22376123456", &[]), Some(Weak::LikeLogin));
        assert_eq!(weakness(&"é".repeat(201), "x", &[]), Some(Weak::Long));
        for good in ["trois mangues mûres", "kmra-7fdx-q9tw", "saya tɛ mɔgɔ to"] {
            assert_eq!(weakness(good, "aminata@exemple.ml", &[]), None, "{good}");
        }
    }

    #[test]
    fn police_goes_together_with_neither_moderator_nor_relay() {
        for police in [Role::Officer, Role::Chief] {
            assert_eq!(clash(&[police], Role::Moderator), Some(Refusal::PoliceModerates));
            assert_eq!(clash(&[Role::Moderator], police), Some(Refusal::PoliceModerates));
            assert_eq!(clash(&[police], Role::Relay), Some(Refusal::PoliceRelays));
            assert_eq!(clash(&[Role::Relay], police), Some(Refusal::PoliceRelays));
            assert_eq!(clash(&[police, Role::Admin], Role::Overseer), None);
        }
        assert_eq!(clash(&[Role::Moderator], Role::Moderator), None);
        assert_eq!(clash(&[Role::Moderator], Role::Relay), None);
        assert_eq!(clash(&[], Role::Moderator), None);
    }

    #[test]
    fn a_first_password_would_be_taken_as_a_chosen_one() {
        let entropy = Entropy::seeded(4);
        let (one, two) = (initial_password(&entropy), initial_password(&entropy));
        assert_ne!(one, two);
        assert_eq!(one.len(), 14);
        assert_eq!(weakness(&one, "x@exemple.ml", &[]), None);
    }
}
