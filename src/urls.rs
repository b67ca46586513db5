//! Every address of the program, as a function of typed ids. Templates and redirects ask here; nobody writes a path by hand.

use std::fmt::Display;

use crate::base::{
    AccountId, AgendaItemId, AreaId, CategoryId, CategorySoundId, CheckbackId, CommitmentId, CommitteeId,
    ConcernNumber, CorrectionId, CustodyStepId, DeskFilterId, EmergencyNumberId, GrantId, HandoverId, HolidayId, Lang,
    MediumId, MeetingId, MeetingQuestionId, MembershipId, PartnerId, PatrolId, PlanId, PlannedStopId, PostId,
    PriorityId, Prompt, PromptSoundId, QuestionId, RedactionId, ReferralId, RegistrationId, RightsRequestId, RouteId,
    RumourAskId, RumourId, StopId, SupportServiceId, TemplateId, ThreadId, UnitId, WallId, WatchWordId,
};

macro_rules! addresses {
    ($($(#[$doc:meta])* $name:ident ( $($arg:ident : $kind:ty),* ) = $path:literal;)+) => {
        $(
            $(#[$doc])*
            pub fn $name(lang: impl std::borrow::Borrow<Lang> $(, $arg: impl std::borrow::Borrow<$kind>)*) -> String {
                format!(concat!("/{}", $path), lang.borrow() $(, $arg.borrow())*)
            }
        )+
    };
}

addresses! {
    /// Home.
    home() = "";
    /// The public list of concerns.
    concerns() = "/concerns";
    /// Filing: the emergency stop and the kinds.
    file_concern() = "/concerns/new";
    /// Filing: choosing the quartier on the map.
    file_map() = "/concerns/new/map";
    /// What waits on this phone to be sent.
    unsent() = "/concerns/unsent";
    /// Filing: danger now.
    danger() = "/danger";
    /// A concern in public.
    concern(number: ConcernNumber) = "/concerns/{}";
    /// « Moi aussi » on a public concern.
    concern_support(number: ConcernNumber) = "/concerns/{}/support";
    /// Typing a code.
    follow() = "/follow";
    /// The concern that is open by its code.
    followed() = "/follow/concern";
    /// A reporter's message.
    followed_message() = "/follow/concern/messages";
    /// A reporter says whether it is fixed.
    followed_outcome() = "/follow/concern/outcome";
    /// The open concern's proof of filing.
    followed_proof() = "/follow/concern/proof";
    /// Checking a proof of filing.
    proof() = "/proof";
    /// Filing for somebody else, as a relay.
    relay() = "/relay";
    /// Filing for somebody who came to the desk.
    desk_new() = "/desk/new";
    /// Withdrawing one's « moi aussi ».
    follow_withdrawal() = "/follow/withdrawal";
    /// All that is held about the concern that is open.
    followed_data() = "/follow/concern/data";
    /// The places one holds at meetings.
    account_places() = "/account/places";
    /// All that is held about one's account.
    account_data() = "/account/data";
    /// Requests about data.
    admin_rights() = "/admin/rights";
    /// One of them.
    admin_right(id: RightsRequestId) = "/admin/rights/{}";
    /// How long things are kept.
    admin_retention() = "/admin/retention";
    /// The record of processing.
    record() = "/oversight/record";
    /// The working calendar and the steps of a late answer.
    admin_clock() = "/admin/clock";
    /// Giving on what somebody holds, as administrator.
    admin_handover(id: AccountId) = "/admin/accounts/{}/handover";
    /// A handover that was done, as administrator.
    admin_handover_record(id: HandoverId) = "/admin/handovers/{}";
    /// Who serves in the unit.
    desk_people() = "/desk/people";
    /// Giving on what an officer of the unit holds.
    desk_handover(id: AccountId) = "/desk/people/{}/handover";
    /// A handover that was done in the unit.
    desk_handover_record(id: HandoverId) = "/desk/handovers/{}";
    /// What a unit did in a month, a quarter or a year.
    bilan() = "/desk/bilan";
    /// The same as CSV; sent to, since taking it is recorded.
    bilan_csv() = "/desk/bilan/csv";
    /// The same as a sheet; sent to as well.
    bilan_ods() = "/desk/bilan/ods";
    /// What a unit puts first, for its chief.
    priorities() = "/desk/priorities";
    /// One of them.
    priority(id: PriorityId) = "/desk/priorities/{}";
    /// The printed sheet of a referral, and where its answer is entered.
    desk_errand(number: ConcernNumber, id: ReferralId) = "/desk/concerns/{}/errands/{}";
    /// Public holidays.
    admin_holidays() = "/admin/holidays";
    /// A new holiday.
    admin_holiday_new() = "/admin/holidays/new";
    /// A holiday.
    admin_holiday(id: HolidayId) = "/admin/holidays/{}";
    /// Closing the code page.
    follow_close() = "/follow/close";
    /// « Quitter vite ».
    leave() = "/leave";
    /// All quartiers.
    areas() = "/areas";
    /// A commune's or quartier's page.
    area(slug: str) = "/areas/{}";
    /// A quartier's wall bulletin of a month, as `2026-11`.
    bulletin(slug: str, month: str) = "/areas/{}/bulletin/{}";
    /// The bulletins of a committee's quartiers.
    bulletins(slug: str) = "/forums/{}/bulletins";
    /// What is said, and what committee and police say of it.
    rumours() = "/rumours";
    /// One rumour.
    rumour(id: RumourId) = "/rumours/{}";
    /// « Is it true? »
    rumour_ask() = "/rumours/ask";
    /// Rumours to be checked and answered.
    rumours_desk() = "/rumours/desk";
    /// Writing one down.
    rumour_new() = "/rumours/desk/new";
    /// Working on one.
    rumour_file(id: RumourId) = "/rumours/desk/{}";
    /// Settling what a resident asked.
    rumour_asked(id: RumourAskId) = "/rumours/asks/{}";
    /// The ledger's hash of each day.
    ledger_days() = "/ledger";
    /// Who may do what.
    powers() = "/powers";
    /// All units.
    units() = "/units";
    /// A unit's page.
    unit(slug: str) = "/units/{}";
    /// All committees and their next meetings.
    forums() = "/forums";
    /// A committee's page.
    forum(slug: str) = "/forums/{}";
    /// A meeting.
    meeting(id: MeetingId) = "/meetings/{}";
    /// Keeping a place at a meeting.
    meeting_registration(id: MeetingId) = "/meetings/{}/registration";
    /// One's own place at a meeting, by account or by door code.
    meeting_place(id: MeetingId) = "/meetings/{}/place";
    /// Giving a place back.
    meeting_leave(id: MeetingId) = "/meetings/{}/place/leave";
    /// Asking for a correction of the minutes.
    meeting_correction(id: MeetingId) = "/meetings/{}/place/correction";
    /// Saying what one thought of a meeting.
    meeting_feedback(id: MeetingId) = "/meetings/{}/place/feedback";
    /// Asking a question for a meeting with the code of one's place.
    meeting_place_question(id: MeetingId) = "/meetings/{}/place/question";
    /// Every version of a meeting's minutes, two of them compared.
    meeting_versions(id: MeetingId) = "/meetings/{}/minutes/versions";
    /// What residents ask before a meeting.
    meeting_questions(id: MeetingId) = "/meetings/{}/questions";
    /// Supporting a question.
    question_support(id: MeetingId, question: MeetingQuestionId) = "/meetings/{}/questions/{}";
    /// Showing or refusing a question.
    committee_question(id: MeetingQuestionId) = "/committee/questions/{}";
    /// A meeting's minutes.
    meeting_minutes(id: MeetingId) = "/meetings/{}/minutes";
    /// What is said about a meeting.
    meeting_thread(id: MeetingId) = "/meetings/{}/thread";
    /// What is said about a quartier or a commune.
    area_thread(slug: str) = "/areas/{}/thread";
    /// What is said about a public concern.
    concern_thread(number: ConcernNumber) = "/concerns/{}/thread";
    /// A thread.
    thread(id: ThreadId) = "/threads/{}";
    /// Following a thread.
    thread_follow(id: ThreadId) = "/threads/{}/follow";
    /// Changing one's own post.
    post(id: PostId) = "/posts/{}";
    /// What a post said before.
    post_history(id: PostId) = "/posts/{}/history";
    /// The threads one follows.
    discussions() = "/account/discussions";
    /// What was written in them since yesterday.
    discussions_digest() = "/account/discussions/digest";
    /// Writing in a thread.
    thread_posts(id: ThreadId) = "/threads/{}/posts";
    /// What was promised.
    commitments() = "/commitments";
    /// One commitment, with each step towards it.
    commitment(id: CommitmentId) = "/commitments/{}";
    /// What one's own unit or service has promised.
    desk_commitments() = "/desk/commitments";
    /// The public log of moderation.
    moderation() = "/moderation";
    /// What we keep and who reads it.
    privacy() = "/privacy";
    /// One version of it.
    privacy_version(version: i64) = "/privacy/{}";
    /// Publishing the next version.
    admin_notice() = "/admin/notice";
    /// Whom to write to about one's data.
    admin_notice_contact() = "/admin/notice/contact";
    /// Signing in.
    login() = "/login";
    /// Signing out.
    logout() = "/logout";
    /// Making an account.
    signup() = "/signup";
    /// One's own account.
    account() = "/account";
    /// One's own name and language.
    account_profile() = "/account/profile";
    /// A concern of one's own, opened without its code.
    account_concern(number: ConcernNumber) = "/account/concerns/{}";
    /// What one follows.
    following() = "/account/following";
    /// The second step while signing in.
    login_code() = "/login/code";
    /// One's own second step.
    account_second_step() = "/account/second-step";
    /// A key in the place of the code while signing in.
    login_key() = "/login/code/key";
    /// One's own keys.
    account_passkeys() = "/account/passkeys";
    /// A key in the place of the code, to prove once more who one is.
    account_proof_key() = "/account/proof/key";
    /// One's own password.
    account_password() = "/account/password";
    /// Typing the letters of a link to a new password.
    account_reset() = "/account/reset";
    /// A new password by such a link.
    account_reset_link(token: str) = "/account/reset/{}";
    /// A new key pair in the place of one's own.
    account_key_renewal() = "/account/key/renewal";
    /// Proving once more who one is.
    account_proof() = "/account/proof";
    /// Opening one's own key with the password.
    account_key() = "/account/key";
    /// One's own open sessions; ending one or all of them.
    account_sessions() = "/account/sessions";
    /// A unit's inbox.
    desk() = "/desk";
    /// Doing something with several files.
    desk_batch() = "/desk/batch";
    /// The lists somebody keeps.
    desk_filters() = "/desk/filters";
    /// One of them.
    desk_filter(id: DeskFilterId) = "/desk/filters/{}";
    /// A concern's file.
    desk_concern(number: ConcernNumber) = "/desk/concerns/{}";
    /// Answering, asking, noting.
    desk_messages(number: ConcernNumber) = "/desk/concerns/{}/messages";
    /// Changing the state.
    desk_state(number: ConcernNumber) = "/desk/concerns/{}/state";
    /// Referring.
    desk_referral(number: ConcernNumber) = "/desk/concerns/{}/referral";
    /// Assigning and setting priority.
    desk_assignment(number: ConcernNumber) = "/desk/concerns/{}/assignment";
    /// Changing category or unit.
    desk_routing(number: ConcernNumber) = "/desk/concerns/{}/routing";
    /// Who filed a concern: whether it is known, and who opened it.
    desk_identity(number: ConcernNumber) = "/desk/concerns/{}/identity";
    /// Following a file in another.
    desk_merge(number: ConcernNumber) = "/desk/concerns/{}/merge";
    /// Undoing that.
    desk_separation(number: ConcernNumber) = "/desk/concerns/{}/separation";
    /// Opening it.
    desk_identity_opening(number: ConcernNumber) = "/desk/concerns/{}/identity/opening";
    /// Custody of identities.
    custody() = "/oversight/custody";
    /// Sealing anew to all who keep identities.
    custody_reseal() = "/oversight/custody/reseal";
    /// The key on three papers.
    rescue() = "/oversight/custody/rescue";
    /// One's own paper, shown.
    rescue_paper() = "/oversight/custody/rescue/paper";
    /// It is on paper.
    rescue_kept() = "/oversight/custody/rescue/kept";
    /// Two papers put together.
    rescue_use() = "/oversight/custody/rescue/use";
    /// One asking to open.
    custody_ask(id: CustodyStepId) = "/oversight/custody/asks/{}";
    /// What was referred to a service.
    desk_referrals() = "/desk/referrals";
    /// One referral.
    desk_referral_file(id: ReferralId) = "/desk/referrals/{}";
    /// A unit's patrols.
    patrols() = "/desk/patrols";
    /// Opening a patrol.
    patrol_new() = "/desk/patrols/new";
    /// A unit's planned patrols.
    plans() = "/desk/plans";
    /// Planning a patrol.
    plan_new() = "/desk/plans/new";
    /// A planned patrol.
    plan(id: PlanId) = "/desk/plans/{}";
    /// A further stop of a plan.
    plan_stops(id: PlanId) = "/desk/plans/{}/stops";
    /// A stop of a plan: moved, named, struck out.
    plan_stop(id: PlanId, stop: PlannedStopId) = "/desk/plans/{}/stops/{}";
    /// Leaving on a planned patrol.
    plan_departure(id: PlanId) = "/desk/plans/{}/departure";
    /// Giving a plan up.
    plan_end(id: PlanId) = "/desk/plans/{}/end";
    /// Where the unit was, and for how long.
    dose() = "/desk/dose";
    /// A patrol noted on a phone, with or without a network.
    field() = "/field";
    /// What lets a phone keep that page as a program of its own.
    field_manifest() = "/field/manifest";
    /// What a phone takes along for a night.
    field_kit() = "/desk/field/kit";
    /// Where a phone delivers.
    field_delivery() = "/desk/field/delivery";
    /// « Patrouille vue ».
    seen() = "/seen";
    /// Codes on walls.
    walls() = "/desk/walls";
    /// One of them: its poster.
    wall(id: WallId) = "/desk/walls/{}";
    /// A patrol.
    patrol(id: PatrolId) = "/desk/patrols/{}";
    /// Arriving at a stop.
    patrol_stops(id: PatrolId) = "/desk/patrols/{}/stops";
    /// Leaving a stop.
    patrol_stop(id: PatrolId, stop: StopId) = "/desk/patrols/{}/stops/{}";
    /// Correcting a stop's times.
    patrol_stop_times(id: PatrolId, stop: StopId) = "/desk/patrols/{}/stops/{}/times";
    /// Closing a patrol.
    patrol_closure(id: PatrolId) = "/desk/patrols/{}/closure";
    /// Writing down a voice note.
    desk_medium(number: ConcernNumber, id: MediumId) = "/desk/concerns/{}/media/{}";
    /// A moderator's desk.
    committee() = "/committee";
    /// A concern to be moderated.
    committee_concern(number: ConcernNumber) = "/committee/concerns/{}";
    /// Putting a public concern on a meeting's agenda.
    committee_concern_agenda(number: ConcernNumber) = "/committee/concerns/{}/agenda";
    /// Choosing what everybody may see of a concern's photos.
    committee_media(number: ConcernNumber) = "/committee/concerns/{}/media";
    /// Announcing a meeting.
    committee_meeting_new(id: CommitteeId) = "/committee/{}/meetings/new";
    /// Running a meeting.
    committee_meeting(id: MeetingId) = "/committee/meetings/{}";
    /// Changing what was announced.
    committee_meeting_edit(id: MeetingId) = "/committee/meetings/{}/edit";
    /// Adding to an agenda.
    committee_agenda(id: MeetingId) = "/committee/meetings/{}/agenda";
    /// One point of an agenda.
    committee_agenda_item(id: MeetingId, item: AgendaItemId) = "/committee/meetings/{}/agenda/{}";
    /// Who came: counts.
    committee_attendance(id: MeetingId) = "/committee/meetings/{}/attendance";
    /// Who kept a place: the door.
    committee_door(id: MeetingId) = "/committee/meetings/{}/door";
    /// One place kept.
    committee_registration(id: MeetingId, registration: RegistrationId) = "/committee/meetings/{}/door/{}";
    /// Writing minutes.
    committee_minutes(id: MeetingId) = "/committee/meetings/{}/minutes";
    /// Approving minutes.
    committee_approval(id: MeetingId) = "/committee/meetings/{}/minutes/approval";
    /// A correction that somebody said aloud.
    committee_corrections(id: MeetingId) = "/committee/meetings/{}/minutes/corrections";
    /// Answering a correction.
    committee_correction(id: MeetingId, correction: CorrectionId) = "/committee/meetings/{}/minutes/corrections/{}";
    /// The committee's own list of who came.
    committee_list(id: MeetingId) = "/committee/meetings/{}/attendance/list";
    /// Drawing a new invitation.
    committee_invitation(id: MeetingId) = "/committee/meetings/{}/invitation";
    /// Cancelling a meeting.
    committee_cancellation(id: MeetingId) = "/committee/meetings/{}/cancellation";
    /// A committee's commitments.
    committee_commitments(id: CommitteeId) = "/committee/{}/commitments";
    /// Hiding or restoring a post.
    committee_post(id: PostId) = "/committee/posts/{}";
    /// Holding back who wrote a message, or letting go.
    committee_restraint(id: PostId) = "/committee/posts/{}/restraint";
    /// What waits for a moderator.
    committee_queue() = "/committee/queue";
    /// Answering an appeal about a post.
    committee_post_appeal(id: PostId) = "/committee/posts/{}/appeal";
    /// Answering an appeal about a concern.
    committee_concern_appeal(number: ConcernNumber) = "/committee/concerns/{}/appeal";
    /// Blacking out parts of a post.
    committee_post_redaction(id: PostId) = "/committee/posts/{}/redaction";
    /// Blacking out parts of a concern's words.
    committee_concern_redaction(number: ConcernNumber) = "/committee/concerns/{}/redaction";
    /// Blacking out a part of a photo.
    committee_photo(number: ConcernNumber, id: MediumId) = "/committee/concerns/{}/photos/{}";
    /// What was blacked out.
    redactions() = "/oversight/redactions";
    /// One redaction, and every opening of its original.
    redaction(id: RedactionId) = "/oversight/redactions/{}";
    /// Appealing against what was decided on one's own post.
    post_appeal(id: PostId) = "/posts/{}/appeal";
    /// Appealing against what was decided on the open concern.
    followed_appeal() = "/follow/concern/appeal";
    /// Saying that a concern's text should not stand.
    flag_concern(number: ConcernNumber) = "/concerns/{}/flag";
    /// Saying that a message should not stand.
    flag_post(id: PostId) = "/posts/{}/flag";
    /// Locking a thread.
    committee_thread(id: ThreadId) = "/committee/threads/{}";
    /// Giving a thread another subject.
    committee_thread_move(id: ThreadId) = "/committee/threads/{}/move";
    /// Joining a thread to another one.
    committee_thread_merge(id: ThreadId) = "/committee/threads/{}/merge";
    /// Making a post and what follows it a thread of its own.
    committee_post_split(id: PostId) = "/committee/posts/{}/split";
    /// Complaints about police conduct.
    oversight() = "/oversight";
    /// Administration.
    admin() = "/admin";
    /// Roles over the district that wait for a second person.
    grants() = "/grants";
    /// Deciding on one.
    grant(id: GrantId) = "/grants/{}";
    /// Accounts.
    admin_accounts() = "/admin/accounts";
    /// Making an account.
    admin_account_new() = "/admin/accounts/new";
    /// One account.
    admin_account(id: AccountId) = "/admin/accounts/{}";
    /// Its roles.
    admin_memberships(id: AccountId) = "/admin/accounts/{}/memberships";
    /// Ending a role.
    admin_membership(id: AccountId, membership: MembershipId) = "/admin/accounts/{}/memberships/{}";
    /// Disabling or enabling it.
    admin_account_state(id: AccountId) = "/admin/accounts/{}/state";
    /// Taking its second step off.
    admin_account_second_step(id: AccountId) = "/admin/accounts/{}/second-step";
    /// Ending its sessions.
    admin_account_sessions(id: AccountId) = "/admin/accounts/{}/sessions";
    /// Who is signed in, and ending everybody's sessions.
    admin_sessions() = "/admin/sessions";
    /// A link to a new password for it.
    admin_account_password(id: AccountId) = "/admin/accounts/{}/password";
    /// Areas.
    admin_areas() = "/admin/areas";
    /// Making an area.
    admin_area_new() = "/admin/areas/new";
    /// One area.
    admin_area(id: AreaId) = "/admin/areas/{}";
    /// Units.
    admin_units() = "/admin/units";
    /// Making a unit.
    admin_unit_new() = "/admin/units/new";
    /// One unit.
    admin_unit(id: UnitId) = "/admin/units/{}";
    /// Categories.
    admin_categories() = "/admin/categories";
    /// Making a category.
    admin_category_new() = "/admin/categories/new";
    /// One category.
    admin_category(id: CategoryId) = "/admin/categories/{}";
    /// Questions of the kinds.
    admin_questions() = "/admin/questions";
    /// Making a question.
    admin_question_new() = "/admin/questions/new";
    /// One question.
    admin_question(id: QuestionId) = "/admin/questions/{}";
    /// Reply templates.
    admin_replies() = "/admin/replies";
    /// Making a reply template.
    admin_reply_new() = "/admin/replies/new";
    /// One reply template.
    admin_reply(id: TemplateId) = "/admin/replies/{}";
    /// Its recorded sounds.
    admin_category_sounds(id: CategoryId) = "/admin/categories/{}/sounds";
    /// The recorded sounds of sentences.
    admin_sounds() = "/admin/sounds";
    /// Those of one sentence.
    admin_prompt(prompt: Prompt) = "/admin/sounds/{}";
    /// The watch list.
    admin_watch() = "/admin/watch";
    /// A new word of it.
    admin_watch_new() = "/admin/watch/new";
    /// One word of it.
    admin_watch_word(id: WatchWordId) = "/admin/watch/{}";
    /// Committees.
    admin_committees() = "/admin/committees";
    /// Making a committee.
    admin_committee_new() = "/admin/committees/new";
    /// One committee.
    admin_committee(id: CommitteeId) = "/admin/committees/{}";
    /// Services.
    admin_partners() = "/admin/partners";
    /// Making a service.
    admin_partner_new() = "/admin/partners/new";
    /// One service.
    admin_partner(id: PartnerId) = "/admin/partners/{}";
    /// Sheets of slips.
    admin_slips() = "/admin/slips";
    /// One sheet.
    admin_slip_sheet(sheet: i64) = "/admin/slips/{}";
    /// Emergency numbers.
    admin_numbers() = "/admin/numbers";
    /// Making a number.
    admin_number_new() = "/admin/numbers/new";
    /// One number.
    admin_number(id: EmergencyNumberId) = "/admin/numbers/{}";
    /// Support services.
    admin_support() = "/admin/support";
    /// Making a support service.
    admin_support_new() = "/admin/support/new";
    /// One support service.
    admin_support_service(id: SupportServiceId) = "/admin/support/{}";
    /// Threats that reporters told of.
    threats() = "/oversight/threats";
    /// One of them.
    threat(id: CheckbackId) = "/oversight/threats/{}";
    /// Whether the reporter was threatened.
    followed_checkback() = "/follow/concern/checkback";
    /// Writing to oversight about a threat.
    followed_threat() = "/follow/concern/threat";
    /// Routing.
    admin_routings() = "/admin/routings";
    /// One rule of routing.
    admin_routing(id: RouteId) = "/admin/routings/{}";
    /// A meeting's papers: agenda, sign-in sheet, blank minutes.
    committee_sheets(id: MeetingId) = "/committee/meetings/{}/sheets";
}

/// What machines read stands under no language; one address a language all the same.
fn for_machines(lang: Lang, path: String) -> String {
    if lang == Lang::Fr { path } else { format!("{path}?lang={lang}") }
}

/// The Atom feed of a place.
pub fn feed_of_area(lang: Lang, slug: &str) -> String {
    for_machines(lang, format!("/feeds/areas/{slug}.atom"))
}

/// A place's rumours as a feed.
pub fn feed_of_rumours(lang: Lang, slug: &str) -> String {
    for_machines(lang, format!("/feeds/rumours/{slug}.atom"))
}

/// A committee's meetings as a feed.
pub fn committee_feed(lang: Lang, slug: &str) -> String {
    for_machines(lang, format!("/feeds/forums/{slug}.atom"))
}

/// A committee's meetings for calendars.
pub fn committee_calendar(lang: Lang, slug: &str) -> String {
    for_machines(lang, format!("/calendars/{slug}.ics"))
}

/// A place's meetings for calendars.
pub fn area_calendar(lang: Lang, slug: &str) -> String {
    for_machines(lang, format!("/calendars/areas/{slug}.ics"))
}

/// A meeting for calendars.
pub fn meeting_calendar(lang: Lang, id: MeetingId) -> String {
    for_machines(lang, format!("/calendars/meetings/{id}.ics"))
}

/// A photo. Media are the same in both languages.
pub fn photo(id: MediumId) -> String {
    format!("/media/photos/{id}")
}

/// Every signed day of the ledger.
pub fn ledger_csv() -> String {
    "/data/ledger.csv".into()
}

/// A photo's small copy.
pub fn photo_small(id: MediumId) -> String {
    format!("/media/photos/{id}/small")
}

/// A voice note.
pub fn voice(id: MediumId) -> String {
    format!("/media/voices/{id}")
}

/// The recorded sound of a kind.
pub fn category_sound(id: CategorySoundId) -> String {
    format!("/media/sounds/{id}")
}

/// The recorded sound of a sentence.
pub fn prompt_sound(id: PromptSoundId) -> String {
    format!("/media/prompts/{id}")
}

/// Signing in, then going on to where the reader wanted to be (an address of ours, after the language).
pub fn login_then(lang: Lang, here: &str) -> String {
    format!("{}?{}", login(lang), query(&[("next", here)]))
}

/// Opening one's own key, then going on to where the reader wanted to be.
pub fn key_then(lang: Lang, here: &str) -> String {
    format!("{}?{}", account_key(lang), query(&[("next", here)]))
}

/// Proving once more who one is, then going on to where the reader wanted to be.
pub fn proof_then(lang: Lang, here: &str) -> String {
    format!("{}?{}", account_proof(lang), query(&[("next", here)]))
}

/// An address with a query; empty values are left out.
pub fn with_query(url: impl Display, pairs: &[(&str, &str)]) -> String {
    match query(pairs) {
        q if q.is_empty() => url.to_string(),
        q => format!("{url}?{q}"),
    }
}

fn query(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()))
        .finish()
}

/// Where `next` may lead after signing in: only to a page of ours, after the language. Anything else is home.
pub fn next(lang: Lang, wanted: &str) -> String {
    let ours = wanted.is_empty()
        || (wanted.starts_with('/')
            && !wanted.starts_with("//")
            && !wanted.contains(|c: char| c == '\\' || c.is_control()));
    format!("/{lang}{}", if ours { wanted } else { "" })
}
