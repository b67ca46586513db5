//! Numbers, dates, times and lengths of time as French and Bambara write them; for numbers Mali follows
//! the French. Bamako is on UTC all year: the civil dates and times given here are those of UTC.
//! What never lives here: reading the clock, reading what a person typed.

use std::borrow::Borrow;

use fluent::FluentValue;
use jiff::civil::{Date, DateTime, Time};

use super::L;
use crate::base::Lang;

/// Between groups of digits, and before the sign per cent.
const THIN: char = '\u{202f}';
/// Between a number and its unit.
const NO_BREAK: char = '\u{a0}';
/// Said for what is no number.
const NOTHING: &str = "–";

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
/// From CLDR 48.2, locale bm; like the days.
const MONTHS_BM: [&str; 12] = [
    "zanwuye",
    "feburuye",
    "marisi",
    "awirili",
    "mɛ",
    "zuwɛn",
    "zuluye",
    "uti",
    "sɛtanburu",
    "ɔkutɔburu",
    "nowanburu",
    "desanburu",
];
const DAYS_FR: [&str; 7] = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const DAYS_BM: [&str; 7] = ["kari", "ntɛnɛ", "tarata", "araba", "alamisa", "juma", "sibiri"];

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A whole number of any width, or a reference to one (askama passes references).
pub trait Whole {
    /// The number; beyond the range of an `i64`, its bound.
    fn whole(&self) -> i64;
}

impl<T: Whole + ?Sized> Whole for &T {
    fn whole(&self) -> i64 {
        (**self).whole()
    }
}

macro_rules! wholes {
    ($($number:ty)+) => {
        $(impl Whole for $number {
            fn whole(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        })+
    };
}

wholes!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl L {
    /// « 1 234 567 », with narrow spaces that do not break.
    pub fn number(self, number: impl Whole) -> String {
        grouped(&number.whole().to_string())
    }

    /// « 1 234,5 » with so many digits after the comma.
    pub fn decimal(self, number: impl Borrow<f64>, digits: usize) -> String {
        let number = *number.borrow();
        if number.is_finite() { grouped(&format!("{number:.digits$}")) } else { NOTHING.to_owned() }
    }

    /// A share of one as « 13 % ».
    pub fn percent(self, share: impl Borrow<f64>) -> String {
        format!("{}{THIN}%", self.decimal(share.borrow() * 100.0, 0))
    }

    /// « 1er décembre 2026 ».
    pub fn date(self, date: impl Borrow<Date>) -> String {
        let date = *date.borrow();
        format!("{} {}", self.day_month(date), date.year())
    }

    /// « 23/11/2026 ».
    pub fn short_date(self, date: impl Borrow<Date>) -> String {
        let date = date.borrow();
        format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
    }

    /// « 23 novembre ».
    pub fn day_month(self, date: impl Borrow<Date>) -> String {
        let date = *date.borrow();
        let first = if self.lang() == Lang::Fr && date.day() == 1 { "er" } else { "" };
        format!("{}{first} {}", date.day(), self.month(date))
    }

    /// « lundi 23 novembre 2026 ».
    pub fn weekday_date(self, date: impl Borrow<Date>) -> String {
        let date = *date.borrow();
        format!("{} {}", self.weekday(date), self.date(date))
    }

    /// « novembre 2026 ».
    pub fn month_year(self, date: impl Borrow<Date>) -> String {
        let date = *date.borrow();
        format!("{} {}", self.month(date), date.year())
    }

    /// « 14 h 30 » in French, « 14:30 » in Bambara.
    pub fn time(self, time: impl Borrow<Time>) -> String {
        let (hour, minute) = (time.borrow().hour(), time.borrow().minute());
        match self.lang() {
            Lang::Fr if minute == 0 => format!("{hour}{NO_BREAK}h"),
            Lang::Fr => format!("{hour}{NO_BREAK}h{NO_BREAK}{minute:02}"),
            Lang::Bm => format!("{hour:02}:{minute:02}"),
        }
    }

    /// « 23 novembre 2026 à 14 h 30 ».
    pub fn datetime(self, at: impl Borrow<DateTime>) -> String {
        let at = at.borrow();
        self.date_time(self.date(at.date()), self.time(at.time()))
    }

    /// A length of time in the largest unit that does not hide much, rounded down: « 31 h », « 2 jours ».
    pub fn span(self, seconds: impl Whole) -> String {
        match seconds.whole() {
            ..MINUTE => self.time_instant().as_str().to_owned(),
            s if s < HOUR => self.time_minutes(s / MINUTE),
            s if s < 2 * DAY => self.time_hours(s / HOUR),
            s if s < 60 * DAY => self.time_days(s / DAY),
            // A month of 30 days and a year of 365: the length is rounded anyway.
            s if s < 730 * DAY => self.time_months(s / (30 * DAY)),
            s => self.time_years(s / (365 * DAY)),
        }
    }

    /// « il y a 3 jours »; less than a minute, or the future: « à l’instant ».
    pub fn ago(self, seconds: impl Whole) -> String {
        match seconds.whole() {
            ..MINUTE => self.time_now().as_str().to_owned(),
            seconds => self.time_ago(self.span(seconds)),
        }
    }

    /// « encore 31 h ».
    pub fn left(self, seconds: impl Whole) -> String {
        self.time_left(self.span(seconds))
    }

    /// « en retard de 2 jours ».
    pub fn late(self, seconds: impl Whole) -> String {
        self.time_late(self.span(seconds))
    }

    /// The size of a file: « 12 ko », rounded up so that nothing weighs nothing, then « 1,2 Mo ».
    pub fn bytes(self, bytes: impl Whole) -> String {
        let kilos = u64::try_from(bytes.whole()).unwrap_or_default().div_ceil(1000);
        if kilos < 1000 {
            return self.size_kilo(kilos);
        }
        // Tenths, rounded up too; exact far beyond any file.
        let tenths = kilos.div_ceil(100) as f64 / 10.0;
        self.size_mega(self.decimal(tenths, 1))
    }

    fn month(self, date: Date) -> &'static str {
        let months = match self.lang() {
            Lang::Fr => &MONTHS_FR,
            Lang::Bm => &MONTHS_BM,
        };
        usize::try_from(date.month() - 1).ok().and_then(|at| months.get(at)).copied().unwrap_or(NOTHING)
    }

    /// « lundi ».
    pub fn weekday(self, date: impl Borrow<Date>) -> &'static str {
        let date = *date.borrow();
        let days = match self.lang() {
            Lang::Fr => &DAYS_FR,
            Lang::Bm => &DAYS_BM,
        };
        let at = usize::try_from(date.weekday().to_sunday_zero_offset());
        at.ok().and_then(|at| days.get(at)).copied().unwrap_or(NOTHING)
    }

    /// How Fluent writes an argument: numbers are ours, the rest is its own.
    pub(super) fn value(self, value: &FluentValue<'_>) -> Option<String> {
        match value {
            FluentValue::Number(number) => Some(grouped(&number.as_string())),
            _ => None,
        }
    }
}

/// « -1234.5 » as « -1 234,5 »; zero has no sign.
fn grouped(plain: &str) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) if digits.contains(|c: char| ('1'..='9').contains(&c)) => ("-", digits),
        Some(digits) => ("", digits),
        None => ("", plain),
    };
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut written = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push(THIN);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push(',');
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const FR: L = L::new(Lang::Fr);
    const BM: L = L::new(Lang::Bm);

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(FR.number(0), "0");
        assert_eq!(FR.number(999_usize), "999");
        assert_eq!(FR.number(1000_i64), "1\u{202f}000");
        assert_eq!(BM.number(-1_234_567), "-1\u{202f}234\u{202f}567");
        assert_eq!(FR.number(i64::MIN), "-9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808");
    }

    #[test]
    fn decimals_have_a_comma() {
        assert_eq!(FR.decimal(1234.56, 1), "1\u{202f}234,6");
        assert_eq!(FR.decimal(-0.01, 1), "0,0");
        assert_eq!(FR.decimal(f64::INFINITY, 1), "–");
        assert_eq!(BM.percent(0.125), "12\u{202f}%");
        assert_eq!(FR.percent(1.0), "100\u{202f}%");
    }

    #[test]
    fn french_dates() {
        assert_eq!(FR.date(date(2026, 11, 23)), "23 novembre 2026");
        assert_eq!(FR.date(date(2026, 8, 1)), "1er août 2026");
        assert_eq!(FR.day_month(date(2026, 1, 11)), "11 janvier");
        assert_eq!(FR.weekday_date(date(2026, 11, 23)), "lundi 23 novembre 2026");
        assert_eq!(FR.month_year(date(2026, 12, 1)), "décembre 2026");
        assert_eq!(FR.short_date(date(2026, 3, 4)), "04/03/2026");
    }

    #[test]
    fn bambara_dates() {
        assert_eq!(BM.date(date(2026, 11, 23)), "23 nowanburu 2026");
        assert_eq!(BM.day_month(date(2026, 5, 1)), "1 mɛ");
        assert_eq!(BM.weekday_date(date(2026, 11, 22)), "kari 22 nowanburu 2026");
        assert_eq!(BM.weekday_date(date(2026, 11, 28)), "sibiri 28 nowanburu 2026");
        assert_eq!(BM.month_year(date(2026, 1, 1)), "zanwuye 2026");
    }

    #[test]
    fn times() {
        let at = date(2026, 11, 23).at(14, 5, 59, 0);
        assert_eq!(FR.time(at.time()), "14\u{a0}h\u{a0}05");
        assert_eq!(FR.time(Time::midnight()), "0\u{a0}h");
        assert_eq!(BM.time(Time::midnight()), "00:00");
        assert_eq!(FR.datetime(at), "23 novembre 2026 à 14\u{a0}h\u{a0}05");
        assert_eq!(BM.datetime(at), "23 nowanburu 2026, 14:05");
    }

    #[test]
    fn spans_round_down_in_the_largest_sensible_unit() {
        let said = [59, MINUTE, HOUR - 1, HOUR, 2 * DAY - 1, 2 * DAY, 60 * DAY, 730 * DAY].map(|s| FR.span(s));
        let expected =
            ["moins d’une minute", "1\u{a0}min", "59\u{a0}min", "1\u{a0}h", "47\u{a0}h", "2 jours", "2 mois", "2 ans"];
        assert_eq!(said, expected);
        assert_eq!(BM.span(3 * DAY), "tile 3");
    }

    #[test]
    fn past_present_and_delay() {
        assert_eq!(FR.ago(-5), "à l’instant");
        assert_eq!(FR.ago(3 * DAY), "il y a 3 jours");
        assert_eq!(BM.ago(3 * DAY), "tile 3 tɛmɛna");
        assert_eq!(FR.left(31 * HOUR + 5), "encore 31\u{a0}h");
        assert_eq!(BM.left(31 * HOUR), "lɛrɛ 31 tora");
        assert_eq!(FR.late(50 * HOUR), "en retard de 2 jours");
    }

    #[test]
    fn sizes_round_up() {
        assert_eq!(FR.bytes(0), "0\u{a0}ko");
        assert_eq!(FR.bytes(1_u64), "1\u{a0}ko");
        assert_eq!(FR.bytes(999_000), "999\u{a0}ko");
        assert_eq!(FR.bytes(999_001), "1,0\u{a0}Mo");
        assert_eq!(BM.bytes(1_200_001), "1,3\u{a0}Mo");
    }
}
