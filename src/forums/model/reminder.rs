//! Calling a meeting to mind two days before (M10): when it is due, and the one SMS it fits.

use crate::base::gsm::{SEGMENT, cut, plain};
use crate::base::{HOUR, Time};

use super::meeting::{Meeting, Phase};

/// How long before its hour a meeting is called to mind.
pub const BEFORE: i64 = 48 * HOUR;

/// True from two days before a meeting that stands until it begins.
pub fn is_near(meeting: &Meeting, now: Time) -> bool {
    meeting.phase(now) == Phase::Upcoming && meeting.starts_at.since(now) <= BEFORE
}

/// One segment (N11): the sentence whole, and of the place as much as is left. `sentence` ends where the place begins.
pub fn one_segment(sentence: &str, place: &str) -> String {
    let sentence = plain(sentence);
    let Some(left) = SEGMENT.checked_sub(sentence.chars().count() + 1) else { return cut(&sentence, SEGMENT) };
    let (head, place) = (sentence, cut(&plain(place), left));
    if place.is_empty() { head } else { format!("{head} {place}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::base::gsm::segments;
    use crate::i18n::L;

    #[test]
    fn a_reminder_is_one_segment_of_plain_letters_in_both_languages() {
        let place = "Grande salle de la mairie de la Commune I, derrière le château d’eau, près de la mosquée du vendredi de Banconi";
        for lang in Lang::ALL {
            let l = L::new(*lang);
            let at = Time::parse("2026-12-23T16:30:00Z").expect("a time").civil();
            let when = format!("{}, {}", l.weekday_date(at.date()), l.time(at.time()));
            for committee in ["CCS Commune I", "Forum du quartier de Boulkassoumbougou (exemple)"] {
                let text = one_segment(&l.meet_remind_sms(committee, &when), place);
                assert_eq!(segments(&text), 1, "{} letters: {text}", text.chars().count());
                assert_eq!(plain(&text), text, "letters that cut a segment to seventy");
                assert!(text.contains("salle"), "the place is in it: {text}");
                assert!(text.contains("16"), "the hour is in it: {text}");
            }
        }
    }

    #[test]
    fn a_sentence_that_leaves_no_room_is_cut_and_has_no_place() {
        let text = one_segment(&"ɲɔgɔnye ".repeat(40), "Salle");
        assert_eq!((segments(&text), text.contains("Salle")), (1, false), "{text}");
    }
}
