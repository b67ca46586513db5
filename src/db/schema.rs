//! The tables, as Diesel knows them. A test compares this file with both databases' own catalogues.

#![allow(missing_docs)]

diesel::table! {
    heads (id) {
        id -> BigInt,
        seq -> BigInt,
        hash -> Binary,
        reference -> BigInt,
    }
}

diesel::table! {
    ledger (seq) {
        seq -> BigInt,
        at -> BigInt,
        actor -> Text,
        deed -> Text,
        object -> Text,
        detail -> Text,
        hash -> Binary,
    }
}

diesel::table! {
    counters (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    once (token) {
        token -> Text,
        answer -> Binary,
        expires_at -> BigInt,
    }
}

diesel::table! {
    areas (id) {
        id -> BigInt,
        kind -> Text,
        parent_id -> Nullable<BigInt>,
        slug -> Text,
        name -> Text,
        alt -> Text,
        folded -> Text,
        lon -> Nullable<Double>,
        lat -> Nullable<Double>,
        outline -> Nullable<Text>,
        position -> BigInt,
        active -> Bool,
    }
}

diesel::table! {
    units (id) {
        id -> BigInt,
        slug -> Text,
        name -> Text,
        area_id -> Nullable<BigInt>,
        address -> Text,
        phone -> Text,
        focal_point -> Text,
        district_desk -> Bool,
        active -> Bool,
    }
}

diesel::table! {
    categories (id) {
        id -> BigInt,
        slug -> Text,
        icon -> Text,
        name_fr -> Text,
        name_bm -> Text,
        hint_fr -> Text,
        hint_bm -> Text,
        audience -> Text,
        conduct -> Bool,
        target_hours -> BigInt,
        position -> BigInt,
        active -> Bool,
    }
}

diesel::table! {
    routings (id) {
        id -> BigInt,
        area_id -> BigInt,
        category_id -> Nullable<BigInt>,
        unit_id -> BigInt,
    }
}

diesel::table! {
    committees (id) {
        id -> BigInt,
        slug -> Text,
        name_fr -> Text,
        name_bm -> Text,
        area_id -> BigInt,
        kind -> Text,
        active -> Bool,
    }
}

diesel::table! {
    partners (id) {
        id -> BigInt,
        slug -> Text,
        name_fr -> Text,
        name_bm -> Text,
        kind -> Text,
        active -> Bool,
    }
}

diesel::table! {
    emergency_numbers (id) {
        id -> BigInt,
        label_fr -> Text,
        label_bm -> Text,
        number -> Text,
        source -> Text,
        verified_on -> Nullable<BigInt>,
        sample -> Bool,
        position -> BigInt,
        active -> Bool,
    }
}

diesel::table! {
    accounts (id) {
        id -> BigInt,
        login -> Text,
        name -> Text,
        password -> Text,
        lang -> Text,
        must_change -> Bool,
        created_at -> BigInt,
        disabled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    memberships (id) {
        id -> BigInt,
        account_id -> BigInt,
        role -> Text,
        scope_kind -> Text,
        scope_id -> Nullable<BigInt>,
        since -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sessions (key_hash) {
        key_hash -> Text,
        account_id -> Nullable<BigInt>,
        state -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    concerns (id) {
        id -> BigInt,
        year -> Integer,
        serial -> Integer,
        category_id -> BigInt,
        area_id -> BigInt,
        commune_id -> BigInt,
        unit_id -> BigInt,
        assignee_id -> Nullable<BigInt>,
        account_id -> Nullable<BigInt>,
        channel -> Text,
        lang -> Text,
        landmark -> Text,
        words -> Text,
        folded -> Text,
        audience -> Text,
        moderation -> Text,
        moderation_reason -> Text,
        published_at -> Nullable<BigInt>,
        state -> Text,
        reopened -> Bool,
        priority -> Bool,
        waiting -> Bool,
        owed -> Bool,
        reason -> Nullable<Text>,
        filed_at -> BigInt,
        due_at -> BigInt,
        first_answer_at -> Nullable<BigInt>,
        last_act_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
        outcome_at -> Nullable<BigInt>,
        supports -> BigInt,
    }
}

diesel::table! {
    concern_keys (code_hash) {
        code_hash -> Text,
        concern_id -> BigInt,
        holder -> Text,
        made_at -> BigInt,
        seen_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    concern_events (id) {
        id -> BigInt,
        concern_id -> BigInt,
        at -> BigInt,
        kind -> Text,
        function -> Text,
        account_id -> Nullable<BigInt>,
        scope_id -> Nullable<BigInt>,
        audience -> Text,
        body -> Text,
        was -> Text,
        became -> Text,
    }
}

diesel::table! {
    referrals (id) {
        id -> BigInt,
        concern_id -> BigInt,
        partner_id -> BigInt,
        state -> Text,
        note -> Text,
        asked_at -> BigInt,
        asked_by -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        answer -> Text,
    }
}

diesel::table! {
    patrols (id) {
        id -> BigInt,
        unit_id -> BigInt,
        leader_id -> BigInt,
        mode -> Text,
        headcount -> BigInt,
        objective -> Text,
        state -> Text,
        started_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        observations -> Text,
    }
}

diesel::table! {
    patrol_stops (id) {
        id -> BigInt,
        patrol_id -> BigInt,
        area_id -> BigInt,
        place -> Text,
        arrived_at -> BigInt,
        left_at -> Nullable<BigInt>,
        contacts -> BigInt,
        observation -> Text,
    }
}

diesel::table! {
    patrol_plans (id) {
        id -> BigInt,
        unit_id -> BigInt,
        leaves_at -> BigInt,
        mode -> Text,
        headcount -> BigInt,
        objective -> Text,
        draw -> BigInt,
        state -> Text,
        reason -> Text,
        patrol_id -> Nullable<BigInt>,
        made_by -> BigInt,
        made_at -> BigInt,
    }
}

diesel::table! {
    planned_stops (id) {
        id -> BigInt,
        plan_id -> BigInt,
        position -> BigInt,
        area_id -> BigInt,
        place -> Text,
        origin -> Text,
        struck -> Bool,
        open_concerns -> BigInt,
        days_since -> Nullable<BigInt>,
        stayed -> BigInt,
    }
}

diesel::table! {
    stop_concerns (stop_id, concern_id) {
        stop_id -> BigInt,
        concern_id -> BigInt,
    }
}

diesel::table! {
    meetings (id) {
        id -> BigInt,
        committee_id -> BigInt,
        area_id -> BigInt,
        title -> Text,
        lang -> Text,
        starts_at -> BigInt,
        place -> Text,
        landmark -> Text,
        audience -> Text,
        capacity -> Nullable<BigInt>,
        state -> Text,
        announced_at -> BigInt,
        late -> Bool,
        cancel_reason -> Text,
    }
}

diesel::table! {
    agenda_items (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        position -> BigInt,
        kind -> Text,
        title -> Text,
        minutes -> BigInt,
        concern_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    registrations (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        account_id -> Nullable<BigInt>,
        name -> Text,
        door_code -> Text,
        state -> Text,
        made_at -> BigInt,
        attended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    attendance (meeting_id, sex, age, function) {
        meeting_id -> BigInt,
        sex -> Text,
        age -> Text,
        function -> Text,
        number -> BigInt,
    }
}

diesel::table! {
    minutes (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        version -> BigInt,
        state -> Text,
        body -> Text,
        account_id -> Nullable<BigInt>,
        at -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    commitments (id) {
        id -> BigInt,
        committee_id -> BigInt,
        meeting_id -> Nullable<BigInt>,
        body -> Text,
        owner_kind -> Text,
        owner_id -> BigInt,
        due_on -> BigInt,
        state -> Text,
        reason -> Text,
        made_at -> BigInt,
        changed_at -> BigInt,
    }
}

diesel::table! {
    threads (id) {
        id -> BigInt,
        subject_kind -> Text,
        subject_id -> BigInt,
        committee_id -> BigInt,
        locked -> Bool,
    }
}

diesel::table! {
    posts (id) {
        id -> BigInt,
        thread_id -> BigInt,
        account_id -> BigInt,
        function -> Text,
        scope_id -> Nullable<BigInt>,
        body -> Text,
        state -> Text,
        reason -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    moderation_acts (id) {
        id -> BigInt,
        at -> BigInt,
        committee_id -> Nullable<BigInt>,
        action -> Text,
        target -> Text,
        reason -> Text,
    }
}

diesel::joinable!(units -> areas (area_id));
diesel::joinable!(routings -> areas (area_id));
diesel::joinable!(routings -> categories (category_id));
diesel::joinable!(routings -> units (unit_id));
diesel::joinable!(committees -> areas (area_id));
diesel::joinable!(memberships -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(concerns -> categories (category_id));
diesel::joinable!(concerns -> areas (area_id));
diesel::joinable!(concerns -> units (unit_id));
diesel::joinable!(concerns -> accounts (account_id));
diesel::joinable!(concern_keys -> concerns (concern_id));
diesel::joinable!(concern_events -> concerns (concern_id));
diesel::joinable!(concern_events -> accounts (account_id));
diesel::joinable!(referrals -> concerns (concern_id));
diesel::joinable!(referrals -> partners (partner_id));
diesel::joinable!(referrals -> accounts (asked_by));
diesel::joinable!(patrols -> units (unit_id));
diesel::joinable!(patrols -> accounts (leader_id));
diesel::joinable!(patrol_stops -> patrols (patrol_id));
diesel::joinable!(patrol_stops -> areas (area_id));
diesel::joinable!(patrol_plans -> units (unit_id));
diesel::joinable!(planned_stops -> patrol_plans (plan_id));
diesel::joinable!(stop_concerns -> patrol_stops (stop_id));
diesel::joinable!(stop_concerns -> concerns (concern_id));
diesel::joinable!(meetings -> committees (committee_id));
diesel::joinable!(meetings -> areas (area_id));
diesel::joinable!(agenda_items -> meetings (meeting_id));
diesel::joinable!(agenda_items -> concerns (concern_id));
diesel::joinable!(registrations -> meetings (meeting_id));
diesel::joinable!(registrations -> accounts (account_id));
diesel::joinable!(attendance -> meetings (meeting_id));
diesel::joinable!(minutes -> meetings (meeting_id));
diesel::joinable!(minutes -> accounts (account_id));
diesel::joinable!(commitments -> committees (committee_id));
diesel::joinable!(commitments -> meetings (meeting_id));
diesel::joinable!(threads -> committees (committee_id));
diesel::joinable!(posts -> threads (thread_id));
diesel::joinable!(posts -> accounts (account_id));
diesel::joinable!(moderation_acts -> committees (committee_id));

diesel::allow_tables_to_appear_in_same_query!(
    heads,
    ledger,
    counters,
    settings,
    once,
    areas,
    units,
    categories,
    routings,
    committees,
    partners,
    emergency_numbers,
    accounts,
    memberships,
    sessions,
    concerns,
    concern_keys,
    concern_events,
    referrals,
    patrols,
    patrol_stops,
    patrol_plans,
    planned_stops,
    stop_concerns,
    meetings,
    agenda_items,
    registrations,
    attendance,
    minutes,
    commitments,
    threads,
    posts,
    moderation_acts,
);
