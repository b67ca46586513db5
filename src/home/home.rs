//! The first page: danger first, three doors, then what the police last answered and the way to one's quartier.

use std::sync::Arc;

use askama::Template;

use super::danger::{Call, calls};
use crate::areas::Reference;
use crate::concerns;
use crate::concerns::parts::Card;
use crate::forums::{self, MeetingBrief, Promise};
use crate::i18n::L;
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

/// Answers shown: what fits under the doors of a phone.
const ANSWERS: usize = 4;

/// Promises shown of each sort.
const PROMISES: usize = 2;

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage<'a> {
    page: Page,
    calls: Vec<Call<'a>>,
    /// Where the next meeting is told, and when and where it is; empty while none is announced.
    meeting: Option<(String, String)>,
    /// What became of the reader's places and questions: where it is told, and the sentence.
    news: Vec<(String, String)>,
    /// Meetings of the next two days at which the reader keeps a place: where it is, and the sentence.
    near: Vec<(String, String)>,
    cards: Vec<Card>,
    promises: Vec<Promise>,
    communes: Vec<(String, &'a str)>,
}

/// The page.
pub(super) async fn home(cx: Cx) -> Answer {
    let page = cx.page();
    // What the menu counted is told in words; where it counted nothing, nothing is read again.
    let (now, account, told) = (cx.now, cx.actor.account(), page.news.places > 0);
    let asked = account.filter(|_| page.news.questions > 0);
    let (rows, meeting, promised, (news, near, refused)) = cx
        .read(move |conn| {
            let answers = concerns::latest_answers(conn, ANSWERS)?;
            let news = match account.filter(|_| told) {
                Some(account) => forums::place_news(conn, account, now)?,
                None => Vec::new(),
            };
            let near = match account {
                Some(account) => forums::called_to_mind(conn, account, now)?,
                None => Vec::new(),
            };
            let refused = match asked {
                Some(account) => forums::question_news(conn, account, now)?,
                None => Vec::new(),
            };
            let promised = forums::latest_promises(conn, now, PROMISES)?;
            Ok((answers, forums::next_meeting(conn, now)?, promised, (news, near, refused)))
        })
        .await?;
    let r = Arc::clone(&cx.r);
    let (l, lang) = (cx.l, cx.lang());
    cx.html(&HomePage {
        promises: Promise::list(&page, &r, &promised),
        page,
        meeting: meeting.map(|m| (urls::meeting(lang, m.id), meeting_line(l, &r, &m))),
        news: news
            .iter()
            .flat_map(|told| told.say(l).into_iter().map(move |said| (urls::meeting_place(lang, told.meeting()), said)))
            .chain(refused.iter().map(|(id, title)| (urls::meeting_questions(lang, *id), l.meet_news_question(title))))
            .collect(),
        near: near.iter().map(|m| (urls::meeting_place(lang, m.id), reminder(l, m))).collect(),
        calls: calls(&r, l),
        cards: rows.iter().map(|c| Card::new(l, c, &r, cx.now)).collect(),
        communes: r.communes().map(|c| (urls::area(lang, c.slug.as_str()), c.name.as_str())).collect(),
    })
}

/// « Samedi 28 novembre 2026, 16 h, Banconi ».
pub(super) fn meeting_line(l: L, r: &Reference, meeting: &MeetingBrief) -> String {
    let at = meeting.starts_at.civil();
    format!("{}, {}, {}", l.weekday_date(at.date()), l.time(at.time()), r.area_name(meeting.area))
}

/// « Rappel : réunion samedi 28 novembre 2026, 16 h, … ».
fn reminder(l: L, meeting: &MeetingBrief) -> String {
    let at = meeting.starts_at.civil();
    let when = format!("{}, {}", l.weekday_date(at.date()), l.time(at.time()));
    l.meet_remind(format!("{}, {}", meeting.place, meeting.landmark), when)
}
