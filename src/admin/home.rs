//! The first page of administration: what there is, how many, and what waits for a hand.

use askama::Template;

use super::{accounts, grants};
use crate::concerns::slips;
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "admin/home.html")]
struct HomePage {
    page: Page,
    doors: Vec<Door>,
    /// Places that no unit answers for but the district's desk.
    unrouted: usize,
    /// Numbers nobody has called yet.
    unverified: usize,
    /// Support services nobody has called yet.
    uncalled: usize,
    /// Roles that wait for a second person.
    grants: usize,
    /// Sealed kinds that no desk reads: the chief of the district's desk does.
    deskless: Vec<String>,
}

struct Door {
    url: String,
    icon: &'static str,
    word: &'static str,
    count: String,
}

/// Draws it.
pub(super) async fn home(cx: Cx) -> Answer {
    let now = cx.now;
    let (count, slips, asked, notice, grants) = cx
        .read(move |conn| {
            let notice = crate::notices::current(conn)?;
            Ok((
                accounts::count(conn)?,
                slips::tally(conn)?,
                crate::rights::waiting(conn)?,
                notice,
                grants::waiting(conn, now)?,
            ))
        })
        .await?;
    let (l, lang, r) = (cx.l, cx.lang(), &cx.r);
    let door = |url, icon, word: crate::i18n::Text, count: usize| Door {
        url,
        icon,
        word: word.as_str(),
        count: l.number(count),
    };
    let special = r.routings.iter().filter(|rule| rule.category_id.is_some()).count();
    let doors = vec![
        door(urls::admin_accounts(lang), "people", l.admin_accounts(), usize::try_from(count).unwrap_or_default()),
        door(urls::admin_areas(lang), "area", l.admin_areas(), r.areas.iter().filter(|a| a.active).count()),
        door(urls::admin_units(lang), "unit", l.admin_units(), r.units.iter().filter(|u| u.active).count()),
        door(urls::admin_categories(lang), "report", l.admin_categories(), r.offered().count()),
        door(urls::admin_questions(lang), "ask", l.admin_questions(), r.questions.iter().filter(|q| q.active).count()),
        door(urls::admin_replies(lang), "answer", l.replies_title(), r.replies.iter().filter(|t| t.active).count()),
        door(urls::admin_routings(lang), "refer", l.admin_routings(), special),
        door(
            urls::admin_committees(lang),
            "committee",
            l.admin_committees(),
            r.committees.iter().filter(|c| c.active).count(),
        ),
        door(urls::admin_partners(lang), "assign", l.admin_partners(), r.partners.iter().filter(|p| p.active).count()),
        door(urls::admin_numbers(lang), "phone", l.admin_numbers(), r.numbers.iter().filter(|n| n.active).count()),
        door(urls::admin_support(lang), "people", l.support_services(), r.support.iter().filter(|s| s.active).count()),
        door(urls::admin_sounds(lang), "voice", l.prompts_title(), r.prompts.len()),
        door(urls::admin_slips(lang), "print", l.slips_title(), usize::try_from(slips.unused).unwrap_or_default()),
        door(urls::admin_rights(lang), "person", l.rights_desk(), usize::try_from(asked).unwrap_or_default()),
        door(urls::admin_notice(lang), "info", l.notices_title(), usize::try_from(notice).unwrap_or_default()),
        door(urls::admin_clock(lang), "clock", l.clock_title(), r.holidays.iter().filter(|h| h.active).count()),
        door(urls::admin_watch(lang), "warn", l.moderation_watch(), r.watch.iter().filter(|w| w.active).count()),
        door(urls::admin_retention(lang), "history", l.purge_title(), 8),
    ];
    let general = |area| r.routings.iter().any(|rule| rule.area_id == area && rule.category_id.is_none());
    let unrouted =
        r.communes().filter(|c| !general(c.id)).flat_map(|c| r.quartiers(c.id)).filter(|a| !general(a.id)).count();
    let unverified = r.numbers.iter().filter(|n| n.active && n.verified_on.is_none()).count();
    let uncalled = r.support.iter().filter(|s| s.active && s.verified_on.is_none()).count();
    let deskless = r.offered().filter(|c| c.is_sealed() && r.desk_of(c.id).is_none());
    let deskless = deskless.map(|c| c.name(lang).to_owned()).collect();
    cx.html(&HomePage { page: cx.page(), doors, unrouted, unverified, uncalled, grants, deskless })
}
