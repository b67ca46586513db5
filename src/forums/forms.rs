//! What the forms of forums send, parsed into values. No database and no permission here.

use crate::areas::Reference;
use crate::base::{AgendaItemId, CommitteeId, Day, Lang, MeetingId, Time};
use crate::i18n::{L, Message};
use crate::web::Form;

use super::actions::NewItem;
use super::model::{
    AgeBand, CameAs, Count, Feedback, MeetingAudience, MeetingDraft, MinutesState, NewCommitment, Opinion, Owner,
    QuestionVerdict, Sex, Side, Sign, Written, join,
};

/// How many people one meeting can count.
const CROWD: i64 = 9_999;

/// A meeting, announced or changed; `taken` places are kept at it already.
pub fn meeting(form: &mut Form, r: &Reference, committee: CommitteeId, now: Time, taken: i64) -> Option<MeetingDraft> {
    let title = form.line("title", 3, 120);
    let lang = form.pick("lang", Lang::parse);
    let starts_at = form.time("starts_at");
    let paper = form.ticked("paper");
    match starts_at {
        Some(at) if at <= now && !paper => form.fail("starts_at", L::forums_form_past),
        Some(at) if at > now && paper => form.fail("starts_at", L::meet_paper_ahead),
        _ => {}
    }
    let area_id = form.pick("area", |slug| {
        let home = r.committee(committee)?.area_id;
        r.area_at(slug).filter(|a| a.active && (a.id == home || a.parent_id == Some(home))).map(|a| a.id)
    });
    let place = form.line("place", 2, 120);
    let landmark = form.line("landmark", 2, 160);
    let audience = form.pick("audience", MeetingAudience::parse);
    let capacity = form.number_maybe("capacity", 1, CROWD);
    if capacity.flatten().is_some_and(|capacity| capacity < taken) {
        form.fail("capacity", Message::new(move |l| l.meet_capacity_taken(taken)));
    }
    let draft = || {
        Some(MeetingDraft {
            title: title?,
            lang: lang?,
            starts_at: starts_at?,
            area_id: area_id?,
            place: place?,
            landmark: landmark?,
            audience: audience?,
            capacity: capacity?,
            paper,
        })
    };
    let draft = draft();
    form.done(draft)
}

/// How many meetings a new series has; one when nothing is said.
pub fn times(form: &mut Form) -> Option<i64> {
    let times = form.number_maybe("times", 1, 12).map(|n| n.unwrap_or(1));
    form.done(times)
}

/// A reason everybody will read.
pub fn reason(form: &mut Form) -> Option<String> {
    let reason = form.line("reason", 3, 300);
    form.done(reason)
}

/// Whoever wants a place: a name or nothing, and the invitation to a reserved meeting.
pub fn registration(form: &mut Form) -> Option<(String, String)> {
    let invitation: String = form.value("invitation").chars().filter(char::is_ascii_digit).collect();
    let both = form.line("name", 0, 60).map(|name| (name, invitation));
    form.done(both)
}

/// The code that says whose place it is, on a form that follows the one where it was typed; empty for an account.
pub fn held_code(form: &Form) -> String {
    form.value("code").chars().filter(char::is_ascii_digit).take(6).collect()
}

/// A correction of minutes.
pub fn correction(form: &mut Form) -> Option<String> {
    let body = form.words("correction", 5, 1_000);
    form.done(body)
}

/// What the secretary says to a correction.
pub fn correction_answer(form: &mut Form) -> Option<(bool, String)> {
    let accept = form.pick("do", |word| match word {
        "accept" => Some(true),
        "refuse" => Some(false),
        _ => None,
    });
    let both = accept.zip(form.line("answer", 3, 300));
    form.done(both)
}

/// Three answers after a meeting.
pub fn feedback(form: &mut Form) -> Option<Feedback> {
    let heard = form.pick("heard", Opinion::parse);
    let useful = form.pick("useful", Opinion::parse);
    let again = form.pick("again", Opinion::parse);
    let said = || Some(Feedback { heard: heard?, useful: useful?, again: again? });
    let said = said();
    form.done(said)
}

/// The committee's own list of names.
pub fn names(form: &mut Form) -> Option<String> {
    let names = form.words("names", 0, 8_000);
    form.done(names)
}

/// The six digits shown at the door, with any spaces.
pub fn door_code(form: &mut Form) -> Option<String> {
    let digits: String = form.value("code").chars().filter(|c| !c.is_whitespace()).collect();
    let right = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit());
    if !right {
        form.fail("code", L::forums_door_slip);
    }
    form.done(right.then_some(digits))
}

/// A new point of an agenda: a concern by its number, or words.
pub fn agenda_item(form: &mut Form) -> Option<NewItem> {
    let minutes = form.number("minutes", 1, 240);
    let item = if form.value("number").is_empty() {
        form.line("title", 3, 160).zip(minutes).map(|(title, minutes)| NewItem::Words(title, minutes))
    } else {
        let number = form.value("number").parse().ok();
        if number.is_none() {
            form.fail("number", L::forums_agenda_slip);
        }
        number.zip(minutes).map(|(number, minutes)| NewItem::Concern(number, minutes))
    };
    form.done(item)
}

/// Which meeting's agenda a concern is put on.
pub fn agenda_meeting(form: &mut Form) -> Option<MeetingId> {
    let meeting = form.pick("meeting", |id| id.parse().ok());
    form.done(meeting)
}

/// The name of a cell of the attendance grid.
pub fn cell(function: CameAs, sex: Sex, age: AgeBand) -> String {
    format!("{function}-{sex}-{age}")
}

/// The attendance grid: cells left empty count nobody; each wrong one is named.
pub fn counts(form: &mut Form) -> Option<Vec<Count>> {
    let mut counts = Vec::new();
    for &function in CameAs::ALL {
        for &sex in Sex::ALL {
            for &age in AgeBand::ALL {
                let name = cell(function, sex, age);
                let typed = form.value(&name);
                match typed.parse::<i64>() {
                    Ok(0) => {}
                    Ok(number) if (1..=CROWD).contains(&number) => counts.push(Count { sex, age, function, number }),
                    _ if typed.is_empty() => {}
                    _ => {
                        let typed: String = typed.chars().take(8).collect();
                        form.fail(name, Message::new(move |l| l.meet_count_wrong(CROWD, &typed)));
                    }
                }
            }
        }
    }
    form.done(Some(counts))
}

/// The longest and the shortest text of minutes that everybody reads.
const MINUTES: (usize, usize) = (20, 10_000);

/// What a point's words are called.
pub fn part(point: AgendaItemId) -> String {
    format!("part-{point}")
}

/// What is saved of minutes: the text somebody saw, how far it is to be, and the text put together from what stands under each point.
pub fn minutes(form: &mut Form, points: &[AgendaItemId], titles: &[String]) -> Option<Written> {
    let seen = form.number("_seen", 0, 10_000);
    let mark = form.value("_mark").to_owned();
    let state = form.pick("state", |word| MinutesState::parse(word).filter(|s| *s != MinutesState::Approved));
    let opening = form.words("body", 0, MINUTES.1);
    let parts: Option<Vec<String>> = points.iter().map(|point| form.words(part(*point), 0, MINUTES.1)).collect();
    let body = join(&opening?, titles, &parts?);
    let length = body.chars().count();
    let least = if state == Some(MinutesState::Draft) { 1 } else { MINUTES.0 };
    if length == 0 {
        form.fail("body", L::form_required);
    } else if length < least {
        form.fail("body", Message::new(move |l| l.form_too_short(least)));
    } else if length > MINUTES.1 {
        form.fail("body", Message::new(move |l| l.form_too_long(length, MINUTES.1)));
    }
    let apart = form.ticked("_apart");
    let written = seen.zip(state).map(|(seen, state)| Written { seen, mark, state, body, apart });
    form.done(written)
}

/// Which version somebody saw.
pub fn seen(form: &mut Form) -> Option<i64> {
    let seen = form.number("_seen", 1, 10_000);
    form.done(seen)
}

/// At which meeting something was promised, as far as it was chosen.
pub fn promised_at(form: &Form) -> Option<MeetingId> {
    form.value("meeting").parse().ok()
}

/// A promise. `met` is the day of the meeting it was made at: what is noted late may have been due since.
pub fn commitment(form: &mut Form, r: &Reference, today: Day, met: Option<Day>) -> Option<NewCommitment> {
    let body = form.words("body", 5, 500);
    let owner = form.pick("owner", |word| Owner::parse(word, r));
    let due_on = form.day("due_on");
    match met {
        Some(met) if due_on.is_some_and(|due| due < met) => form.fail("due_on", L::promise_before),
        None if due_on.is_some_and(|due| due < today) => form.fail("due_on", L::forums_form_past),
        _ => {}
    }
    let meeting = form.pick_maybe("meeting", |id| id.parse::<MeetingId>().ok());
    let new = || Some(NewCommitment { body: body?, owner: owner?, due_on: due_on?, meeting: meeting? });
    let new = new();
    form.done(new)
}

/// A step of a commitment: for which side, what, and the sentence everybody reads.
pub fn signing(form: &mut Form) -> Option<(Side, Sign, String)> {
    let side = form.pick("side", Side::parse);
    let sign = form.pick("do", Sign::parse);
    let owed = sign.is_some_and(Sign::wants_words);
    let body = form.words("body", if owed { 3 } else { 0 }, 500);
    let all = side.zip(sign).zip(body).map(|((side, sign), body)| (side, sign, body));
    form.done(all)
}

/// A question for a meeting.
pub fn question(form: &mut Form) -> Option<String> {
    let body = form.words("body", 8, 400);
    form.done(body)
}

/// What the committee does with a question: shown, or with a reason refused or withdrawn.
pub fn question_decision(form: &mut Form) -> Option<(QuestionVerdict, String)> {
    let verdict = form.pick("do", QuestionVerdict::parse);
    let owed = verdict.is_some_and(|verdict| verdict != QuestionVerdict::Show);
    let reason = form.line("reason", if owed { 3 } else { 0 }, 300);
    let both = verdict.zip(reason);
    form.done(both)
}
