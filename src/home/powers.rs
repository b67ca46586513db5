//! Who may do what (A1), for everybody to read and to print: each cell is the policy's own answer.

use askama::Template;

use crate::accounts::who_word;
use crate::i18n::{L, Text};
use crate::policy::matrix::{Line, Part, Reach, Who, reach};
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

/// A deed, and who may do it: everywhere, at their own place; and who may not even know of it.
struct Row {
    key: &'static str,
    deed: Text,
    everywhere: String,
    own: String,
    unknown: String,
}

struct Section {
    id: &'static str,
    title: Text,
    icon: &'static str,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "home/powers.html")]
struct PowersPage {
    page: Page,
    sections: Vec<Section>,
    made: String,
}

/// `/{l}/powers`
pub(super) async fn powers(cx: Cx) -> Answer {
    let l = cx.l;
    let section = |part: &Part| {
        let (title, icon) = part_word(l, *part);
        let lines = Line::ALL.iter().filter(|line| line.part() == *part);
        Section { id: part.as_str(), title, icon, rows: lines.map(|line| row(l, *line)).collect() }
    };
    let sections = Part::ALL.iter().map(section).collect();
    cx.html(&PowersPage { page: cx.page(), sections, made: l.date(cx.now.civil().date()) })
}

fn row(l: L, line: Line) -> Row {
    let who = |far: &[Reach]| -> Vec<Who> {
        Who::ALL.iter().filter(|who| far.contains(&reach(**who, line))).copied().collect()
    };
    let (may, unknown) = (who(&[Reach::Everywhere, Reach::Own]), who(&[Reach::Unknown]));
    Row {
        key: line.as_str(),
        deed: line_word(l, line),
        everywhere: named(l, &who(&[Reach::Everywhere])),
        own: named(l, &who(&[Reach::Own])),
        unknown: if !may.is_empty() && !unknown.is_empty() && may.len() + unknown.len() == Who::ALL.len() {
            l.powers_others().as_str().to_owned()
        } else {
            named(l, &unknown)
        },
    }
}

/// Who, by name; where nearly all are meant, by who is not.
fn named(l: L, meant: &[Who]) -> String {
    let words = |some: &[Who]| some.iter().map(|who| who_word(l, *who).as_str()).collect::<Vec<_>>().join(", ");
    let not: Vec<Who> = Who::ALL.iter().filter(|who| !meant.contains(who)).copied().collect();
    match not[..] {
        [] => l.powers_all().as_str().to_owned(),
        [Who::Visitor] => l.powers_signed_in().as_str().to_owned(),
        _ if not.len() < 4 => l.powers_but(words(&not)),
        _ => words(meant),
    }
}

fn part_word(l: L, part: Part) -> (Text, &'static str) {
    match part {
        Part::Concerns => (l.powers_part_concerns(), "report"),
        Part::Sealed => (l.powers_part_sealed(), "lock"),
        Part::Moderation => (l.powers_part_moderation(), "committee"),
        Part::Forums => (l.powers_part_forums(), "meeting"),
        Part::Unit => (l.powers_part_unit(), "patrol"),
        Part::Instance => (l.powers_part_instance(), "settings"),
    }
}

fn line_word(l: L, line: Line) -> Text {
    match line {
        Line::ReadFile => l.powers_read_file(),
        Line::WorkFile => l.powers_work_file(),
        Line::LeadFile => l.powers_lead_file(),
        Line::MergeFiles => l.powers_merge_files(),
        Line::ReadReferred => l.powers_read_referred(),
        Line::AnswerReferral => l.powers_answer_referral(),
        Line::FileAsRelay => l.powers_file_as_relay(),
        Line::FileAtDesk => l.powers_file_at_desk(),
        Line::SpeakAsReporter => l.powers_speak_as_reporter(),
        Line::OpenOwn => l.powers_open_own(),
        Line::ReadSealed => l.powers_read_sealed(),
        Line::ReadSealedHere => l.powers_read_sealed_here(),
        Line::ReadConduct => l.powers_read_conduct(),
        Line::AnswerThreat => l.powers_answer_threat(),
        Line::AskIdentity => l.powers_ask_identity(),
        Line::KeepIdentities => l.powers_keep_identities(),
        Line::OpenOriginal => l.powers_open_original(),
        Line::ModerateConcern => l.powers_moderate_concern(),
        Line::AppealPost => l.powers_appeal_post(),
        Line::AnswerAppeal => l.powers_answer_appeal(),
        Line::AnswerAppealPeers => l.powers_answer_appeal_peers(),
        Line::AnswerAppealOversight => l.powers_answer_appeal_oversight(),
        Line::RunCommittee => l.powers_run_committee(),
        Line::SeeCommittee => l.powers_see_committee(),
        Line::ChairCommittee => l.powers_chair_committee(),
        Line::AnswerPromiseUnit => l.powers_answer_promise_unit(),
        Line::SignPromiseUnit => l.powers_sign_promise_unit(),
        Line::SignPromisePartner => l.powers_sign_promise_partner(),
        Line::SignPromiseCommittee => l.powers_sign_promise_committee(),
        Line::SignPromiseSilent => l.powers_sign_promise_silent(),
        Line::AskRumour => l.powers_ask_rumour(),
        Line::RumourCommittee => l.powers_rumour_committee(),
        Line::RumourPolice => l.powers_rumour_police(),
        Line::Post => l.powers_post(),
        Line::EditPost => l.powers_edit_post(),
        Line::LogPatrol => l.powers_log_patrol(),
        Line::PlanPatrol => l.powers_plan_patrol(),
        Line::ConfirmPatrol => l.powers_confirm_patrol(),
        Line::KeepWall => l.powers_keep_wall(),
        Line::SetPriorities => l.powers_set_priorities(),
        Line::ReadBilan => l.powers_read_bilan(),
        Line::LeadPeople => l.powers_lead_people(),
        Line::Administer => l.powers_administer(),
        Line::DecideGrant => l.powers_decide_grant(),
        Line::DecideOwnGrant => l.powers_decide_own_grant(),
        Line::DecideGrantToSelf => l.powers_decide_grant_to_self(),
    }
}
