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
    ledger_heads (day) {
        day -> BigInt,
        seq -> BigInt,
        hash -> Binary,
        mark -> Binary,
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
        phone_verified_on -> Nullable<BigInt>,
        sample -> Bool,
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
        counting -> Text,
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
        shows_name -> Bool,
        decisions_read_at -> Nullable<BigInt>,
        given_at -> Nullable<BigInt>,
        signed_in_at -> Nullable<BigInt>,
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
    account_resets (account_id, what) {
        account_id -> BigInt,
        what -> Text,
        made_by -> BigInt,
        made_at -> BigInt,
    }
}

diesel::table! {
    reset_links (account_id) {
        account_id -> BigInt,
        hash -> Text,
        made_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    role_grants (id) {
        id -> BigInt,
        account_id -> BigInt,
        role -> Text,
        asked_by -> BigInt,
        asked_at -> BigInt,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
        granted -> Nullable<Bool>,
    }
}

diesel::table! {
    second_steps (account_id) {
        account_id -> BigInt,
        salt -> Binary,
        sealed -> Binary,
        made_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        last_step -> BigInt,
    }
}

diesel::table! {
    passkeys (id) {
        id -> BigInt,
        account_id -> BigInt,
        name -> Text,
        credential -> Text,
        public_key -> Binary,
        algorithm -> Integer,
        counter -> BigInt,
        made_at -> BigInt,
        used_at -> Nullable<BigInt>,
        answered -> Text,
    }
}

diesel::table! {
    recovery_codes (account_id, code_hash) {
        account_id -> BigInt,
        code_hash -> Text,
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
    word_seals (sealed_id) {
        sealed_id -> BigInt,
        concern_id -> BigInt,
        part -> Text,
        public_key -> Binary,
    }
}

diesel::table! {
    code_envelopes (code_hash, sealed_id) {
        code_hash -> Text,
        sealed_id -> BigInt,
        envelope -> Binary,
    }
}

diesel::table! {
    code_pairs (code_hash) {
        code_hash -> Text,
        salt -> Binary,
        public_key -> Binary,
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
    patrol_marks (mark) {
        mark -> Text,
        patrol_id -> BigInt,
        stop_id -> Nullable<BigInt>,
        planned_id -> Nullable<BigInt>,
        version -> BigInt,
        said -> Text,
    }
}

diesel::table! {
    patrol_conflicts (id) {
        id -> BigInt,
        patrol_id -> BigInt,
        stop_id -> Nullable<BigInt>,
        field -> Text,
        stands -> Text,
        brought -> Text,
        brought_by -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    patrol_deliveries (id) {
        id -> BigInt,
        patrol_id -> BigInt,
        account_id -> BigInt,
        at -> BigInt,
        skew -> BigInt,
    }
}

diesel::table! {
    stop_contacts (stop_id, kind) {
        stop_id -> BigInt,
        kind -> Text,
        met -> BigInt,
    }
}

diesel::table! {
    walls (id) {
        id -> BigInt,
        code -> Text,
        area_id -> BigInt,
        place -> Text,
        made_by -> BigInt,
        made_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    wall_weeks (wall_id, week) {
        wall_id -> BigInt,
        week -> BigInt,
        seen -> BigInt,
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
        series_id -> Nullable<BigInt>,
        invitation -> Text,
        sequence -> BigInt,
        changed_at -> BigInt,
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
        promoted_at -> Nullable<BigInt>,
        spoke -> Bool,
        seen_at -> Nullable<BigInt>,
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
        begun_at -> BigInt,
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
        claim -> Nullable<Text>,
        claim_side -> Nullable<Text>,
        claim_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    meeting_series (id) {
        id -> BigInt,
        committee_id -> BigInt,
        meetings -> BigInt,
        made_at -> BigInt,
    }
}

diesel::table! {
    meeting_moves (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        at -> BigInt,
        was_at -> BigInt,
        was_place -> Text,
    }
}

diesel::table! {
    meeting_feedback (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        heard -> Text,
        useful -> Text,
        again -> Text,
    }
}

diesel::table! {
    attendance_lists (meeting_id) {
        meeting_id -> BigInt,
        body -> Text,
        changed_at -> BigInt,
    }
}

diesel::table! {
    minutes_corrections (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        registration_id -> Nullable<BigInt>,
        body -> Text,
        state -> Text,
        answer -> Text,
        at -> BigInt,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    commitment_steps (id) {
        id -> BigInt,
        commitment_id -> BigInt,
        at -> BigInt,
        kind -> Text,
        side -> Text,
        function -> Text,
        scope_id -> Nullable<BigInt>,
        body -> Text,
    }
}

diesel::table! {
    meeting_questions (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        account_id -> Nullable<BigInt>,
        body -> Text,
        state -> Text,
        reason -> Text,
        supports -> BigInt,
        asked_at -> BigInt,
        told_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    meeting_question_supports (question_id, account_id) {
        question_id -> BigInt,
        account_id -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    threads (id) {
        id -> BigInt,
        subject_kind -> Text,
        subject_id -> BigInt,
        committee_id -> BigInt,
        locked -> Bool,
        title -> Text,
        origin_id -> Nullable<BigInt>,
        merged_into -> Nullable<BigInt>,
        posts -> BigInt,
        last_at -> Nullable<BigInt>,
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
        reply_to -> Nullable<BigInt>,
        edited_at -> Nullable<BigInt>,
        held_for -> Text,
        digest -> Text,
    }
}

diesel::table! {
    post_edits (id) {
        id -> BigInt,
        post_id -> BigInt,
        body -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    thread_follows (account_id, thread_id) {
        account_id -> BigInt,
        thread_id -> BigInt,
        following -> Bool,
        read_at -> BigInt,
        read_id -> BigInt,
    }
}

diesel::table! {
    thread_traces (id) {
        id -> BigInt,
        thread_id -> BigInt,
        at -> BigInt,
        kind -> Text,
        other_id -> Nullable<BigInt>,
        was_kind -> Text,
        was_id -> Nullable<BigInt>,
        posts -> BigInt,
        reason -> Text,
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

diesel::table! {
    keyrings (id) {
        id -> BigInt,
        account_id -> BigInt,
        public_key -> Binary,
        salt -> Binary,
        wrapped -> Binary,
        made_at -> BigInt,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sealed (id) {
        id -> BigInt,
        kind -> Text,
        body -> Binary,
        made_at -> BigInt,
    }
}

diesel::table! {
    envelopes (sealed_id, keyring_id) {
        sealed_id -> BigInt,
        keyring_id -> BigInt,
        envelope -> Binary,
        until -> Nullable<BigInt>,
    }
}

diesel::table! {
    rescue_keys (id) {
        id -> BigInt,
        public_key -> Binary,
        made_by -> BigInt,
        made_at -> BigInt,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    rescue_papers (rescue_id, paper) {
        rescue_id -> BigInt,
        paper -> BigInt,
        account_id -> BigInt,
        keyring_id -> BigInt,
        share -> Nullable<Binary>,
        kept_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    rescue_envelopes (sealed_id, rescue_id) {
        sealed_id -> BigInt,
        rescue_id -> BigInt,
        envelope -> Binary,
    }
}

diesel::table! {
    identities (concern_id) {
        concern_id -> BigInt,
        sealed_id -> Nullable<BigInt>,
        given_at -> BigInt,
        erased_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    custody_steps (id) {
        id -> BigInt,
        ask_id -> BigInt,
        concern_id -> BigInt,
        step -> Text,
        account_id -> BigInt,
        function -> Text,
        reason -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    notices (version) {
        version -> BigInt,
        text_fr -> Text,
        text_bm -> Text,
        published_at -> BigInt,
    }
}

diesel::table! {
    consents (id) {
        id -> BigInt,
        concern_id -> Nullable<BigInt>,
        account_id -> Nullable<BigInt>,
        version -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    rights_requests (id) {
        id -> BigInt,
        year -> Integer,
        serial -> Integer,
        concern_id -> Nullable<BigInt>,
        account_id -> Nullable<BigInt>,
        kind -> Text,
        words -> Text,
        correction -> Text,
        state -> Text,
        answer -> Text,
        asked_at -> BigInt,
        due_at -> BigInt,
        answered_at -> Nullable<BigInt>,
        answered_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    retention_rules (name) {
        name -> Text,
        days -> Nullable<BigInt>,
    }
}

diesel::table! {
    slip_sheets (number) {
        number -> BigInt,
        made_at -> BigInt,
        made_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    slips (sheet, place) {
        sheet -> BigInt,
        place -> BigInt,
        state -> Text,
        code_hash -> Nullable<Text>,
        changed_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    relay_weeks (account_id, week) {
        account_id -> BigInt,
        week -> BigInt,
        filed -> BigInt,
    }
}

diesel::table! {
    questions (id) {
        id -> BigInt,
        category_id -> BigInt,
        code -> Text,
        position -> BigInt,
        kind -> Text,
        label_fr -> Text,
        label_bm -> Text,
        help_fr -> Text,
        help_bm -> Text,
        options_fr -> Text,
        options_bm -> Text,
        required -> Bool,
        active -> Bool,
    }
}

diesel::table! {
    concern_answers (id) {
        id -> BigInt,
        concern_id -> BigInt,
        question_id -> BigInt,
        value -> Text,
        said_fr -> Text,
        said_bm -> Text,
    }
}

diesel::table! {
    supports (code_hash) {
        code_hash -> Text,
        concern_id -> BigInt,
        account_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    follows (account_id, kind, object_id) {
        account_id -> BigInt,
        kind -> Text,
        object_id -> BigInt,
        made_at -> BigInt,
    }
}

diesel::table! {
    follow_visits (account_id) {
        account_id -> BigInt,
        seen_at -> BigInt,
    }
}

diesel::table! {
    media (id) {
        id -> BigInt,
        concern_id -> BigInt,
        kind -> Text,
        format -> Text,
        object -> Text,
        thumb -> Text,
        bytes -> BigInt,
        width -> BigInt,
        height -> BigInt,
        seconds -> BigInt,
        instead -> Bool,
        state -> Text,
        transcript -> Text,
        added_at -> BigInt,
        transcribed_at -> Nullable<BigInt>,
        deleted_at -> Nullable<BigInt>,
        file_key -> Text,
    }
}

diesel::table! {
    media_strays (object) {
        object -> Text,
        noted_at -> BigInt,
    }
}

diesel::table! {
    prompt_sounds (id) {
        id -> BigInt,
        prompt -> Text,
        lang -> Text,
        format -> Text,
        object -> Text,
        bytes -> BigInt,
        seconds -> BigInt,
        set_at -> BigInt,
    }
}

diesel::table! {
    category_sounds (id) {
        id -> BigInt,
        category_id -> BigInt,
        lang -> Text,
        format -> Text,
        object -> Text,
        bytes -> BigInt,
        seconds -> BigInt,
        set_at -> BigInt,
    }
}

diesel::table! {
    category_desks (category_id) {
        category_id -> BigInt,
        unit_id -> BigInt,
    }
}

diesel::table! {
    sealed_partners (partner_id) {
        partner_id -> BigInt,
    }
}

diesel::table! {
    support_services (id) {
        id -> BigInt,
        name_fr -> Text,
        name_bm -> Text,
        what_fr -> Text,
        what_bm -> Text,
        phone -> Text,
        place -> Text,
        hours -> Text,
        source -> Text,
        verified_on -> Nullable<BigInt>,
        sample -> Bool,
        position -> BigInt,
        active -> Bool,
    }
}

diesel::table! {
    support_categories (service_id, category_id) {
        service_id -> BigInt,
        category_id -> BigInt,
    }
}

diesel::table! {
    reply_templates (id) {
        id -> BigInt,
        slug -> Text,
        name_fr -> Text,
        name_bm -> Text,
        purpose -> Text,
        words_fr -> Text,
        words_bm -> Text,
        position -> BigInt,
        active -> Bool,
    }
}

diesel::table! {
    reply_categories (template_id, category_id) {
        template_id -> BigInt,
        category_id -> BigInt,
    }
}

diesel::table! {
    merges (id) {
        id -> BigInt,
        concern_id -> BigInt,
        into_id -> BigInt,
        merged_at -> BigInt,
        carried -> BigInt,
        was_state -> Text,
        was_owed -> Bool,
        was_waiting -> Bool,
        was_first_answer_at -> Nullable<BigInt>,
        was_last_act_at -> Nullable<BigInt>,
        undone_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    desk_texts (concern_id) {
        concern_id -> BigInt,
        folded -> Text,
    }
}

diesel::table! {
    desk_counts (unit_id, audience, state, owed, waiting) {
        unit_id -> BigInt,
        audience -> Text,
        state -> Text,
        owed -> Bool,
        waiting -> Bool,
        number -> BigInt,
    }
}

diesel::table! {
    desk_filters (id) {
        id -> BigInt,
        account_id -> BigInt,
        name -> Text,
        query -> Text,
        made_at -> BigInt,
    }
}

diesel::table! {
    chief_notices (id) {
        id -> BigInt,
        concern_id -> BigInt,
        outcome -> Text,
        at -> BigInt,
        seen_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    checkbacks (id) {
        id -> BigInt,
        concern_id -> BigInt,
        days -> BigInt,
        answer -> Text,
        at -> BigInt,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    checkback_words (id) {
        id -> BigInt,
        checkback_id -> BigInt,
        at -> BigInt,
        function -> Text,
        account_id -> Nullable<BigInt>,
        body -> Text,
    }
}

diesel::table! {
    clock_rules (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    holidays (id) {
        id -> BigInt,
        day -> BigInt,
        yearly -> Bool,
        name_fr -> Text,
        name_bm -> Text,
        active -> Bool,
    }
}

diesel::table! {
    concern_clocks (concern_id) {
        concern_id -> BigInt,
        counting -> Text,
        target -> BigInt,
        from_at -> BigInt,
        used -> BigInt,
        paused -> Bool,
        warn_at -> BigInt,
        chief_at -> BigInt,
        district_at -> BigInt,
        reached -> Text,
        first_due_at -> BigInt,
    }
}

diesel::table! {
    handovers (id) {
        id -> BigInt,
        account_id -> BigInt,
        unit_id -> Nullable<BigInt>,
        way -> Text,
        by_id -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    handover_items (id) {
        id -> BigInt,
        handover_id -> BigInt,
        kind -> Text,
        thing_id -> BigInt,
        to_id -> BigInt,
    }
}

diesel::table! {
    commitment_keepers (commitment_id) {
        commitment_id -> BigInt,
        account_id -> BigInt,
        since -> BigInt,
    }
}

diesel::table! {
    concern_causes (id) {
        id -> BigInt,
        concern_id -> BigInt,
        unit_id -> BigInt,
        cause -> Text,
        closing -> Bool,
        at -> BigInt,
    }
}

diesel::table! {
    unit_priorities (id) {
        id -> BigInt,
        unit_id -> BigInt,
        line_id -> BigInt,
        version -> BigInt,
        lang -> Text,
        issue -> Text,
        action -> Text,
        begins_on -> BigInt,
        ends_on -> BigInt,
        state -> Text,
        by_id -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    flags (id) {
        id -> BigInt,
        target_kind -> Text,
        target_id -> BigInt,
        committee_id -> BigInt,
        account_id -> BigInt,
        reason -> Text,
        note -> Text,
        state -> Text,
        assignee_id -> Nullable<BigInt>,
        staff_note -> Text,
        at -> BigInt,
        decided_at -> Nullable<BigInt>,
        decided_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    flag_steps (id) {
        id -> BigInt,
        flag_id -> BigInt,
        step -> Text,
        account_id -> BigInt,
        note -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    moderation_decisions (id) {
        id -> BigInt,
        target_kind -> Text,
        target_id -> BigInt,
        committee_id -> BigInt,
        action -> Text,
        account_id -> BigInt,
        reason -> Text,
        waited -> Nullable<BigInt>,
        at -> BigInt,
    }
}

diesel::table! {
    appeals (id) {
        id -> BigInt,
        decision_id -> BigInt,
        target_kind -> Text,
        target_id -> BigInt,
        committee_id -> BigInt,
        account_id -> Nullable<BigInt>,
        words -> Text,
        state -> Text,
        at -> BigInt,
        decided_at -> Nullable<BigInt>,
        decided_by -> Nullable<BigInt>,
        answer -> Text,
    }
}

diesel::table! {
    redactions (id) {
        id -> BigInt,
        target_kind -> Text,
        target_id -> BigInt,
        committee_id -> BigInt,
        medium_id -> Nullable<BigInt>,
        sealed_id -> Nullable<BigInt>,
        account_id -> BigInt,
        reason -> Text,
        at -> BigInt,
        erased_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    redaction_openings (id) {
        id -> BigInt,
        redaction_id -> BigInt,
        account_id -> BigInt,
        reason -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    standings (id) {
        id -> BigInt,
        account_id -> BigInt,
        committee_id -> BigInt,
        kind -> Text,
        minutes -> BigInt,
        until -> Nullable<BigInt>,
        reason -> Text,
        by_id -> BigInt,
        at -> BigInt,
        lifted_at -> Nullable<BigInt>,
        lifted_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    watch_words (id) {
        id -> BigInt,
        lang -> Text,
        word -> Text,
        folded -> Text,
        active -> Bool,
    }
}

diesel::table! {
    meeting_reminders (meeting_id, starts_at) {
        meeting_id -> BigInt,
        starts_at -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    rumours (id) {
        id -> BigInt,
        area_id -> BigInt,
        lang -> Text,
        words -> Text,
        place -> Text,
        state -> Text,
        opened_at -> BigInt,
        changed_at -> BigInt,
        claim -> Nullable<Text>,
        claim_side -> Nullable<Text>,
        claim_by -> Nullable<BigInt>,
        claim_function -> Nullable<Text>,
        claim_scope -> Nullable<BigInt>,
        claim_at -> Nullable<BigInt>,
        claim_words -> Text,
        claim_source -> Text,
    }
}

diesel::table! {
    rumour_steps (id) {
        id -> BigInt,
        rumour_id -> BigInt,
        at -> BigInt,
        kind -> Text,
        state -> Text,
        function -> Text,
        scope_id -> Nullable<BigInt>,
        first_function -> Nullable<Text>,
        first_scope -> Nullable<BigInt>,
        words -> Text,
        source -> Text,
    }
}

diesel::table! {
    rumour_asks (id) {
        id -> BigInt,
        area_id -> BigInt,
        lang -> Text,
        words -> Text,
        state -> Text,
        rumour_id -> Nullable<BigInt>,
        asked_at -> BigInt,
    }
}

diesel::joinable!(meeting_reminders -> meetings (meeting_id));
diesel::joinable!(rumour_steps -> rumours (rumour_id));
diesel::joinable!(unit_priorities -> units (unit_id));
diesel::joinable!(concern_causes -> concerns (concern_id));
diesel::joinable!(handover_items -> handovers (handover_id));
diesel::joinable!(commitment_keepers -> commitments (commitment_id));
diesel::joinable!(concern_clocks -> concerns (concern_id));
diesel::joinable!(units -> areas (area_id));
diesel::joinable!(routings -> areas (area_id));
diesel::joinable!(routings -> categories (category_id));
diesel::joinable!(routings -> units (unit_id));
diesel::joinable!(committees -> areas (area_id));
diesel::joinable!(memberships -> accounts (account_id));
diesel::joinable!(reset_links -> accounts (account_id));
diesel::joinable!(second_steps -> accounts (account_id));
diesel::joinable!(passkeys -> accounts (account_id));
diesel::joinable!(recovery_codes -> accounts (account_id));
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
diesel::joinable!(patrol_marks -> patrols (patrol_id));
diesel::joinable!(patrol_conflicts -> accounts (brought_by));
diesel::joinable!(patrol_deliveries -> accounts (account_id));
diesel::joinable!(stop_contacts -> patrol_stops (stop_id));
diesel::joinable!(walls -> areas (area_id));
diesel::joinable!(wall_weeks -> walls (wall_id));
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
diesel::joinable!(commitment_steps -> commitments (commitment_id));
diesel::joinable!(meeting_questions -> meetings (meeting_id));
diesel::joinable!(meeting_question_supports -> meeting_questions (question_id));
diesel::joinable!(threads -> committees (committee_id));
diesel::joinable!(posts -> threads (thread_id));
diesel::joinable!(posts -> accounts (account_id));
diesel::joinable!(post_edits -> posts (post_id));
diesel::joinable!(thread_follows -> accounts (account_id));
diesel::joinable!(thread_follows -> threads (thread_id));
diesel::joinable!(moderation_acts -> committees (committee_id));
diesel::joinable!(keyrings -> accounts (account_id));
diesel::joinable!(envelopes -> sealed (sealed_id));
diesel::joinable!(envelopes -> keyrings (keyring_id));
diesel::joinable!(rescue_keys -> accounts (made_by));
diesel::joinable!(rescue_papers -> rescue_keys (rescue_id));
diesel::joinable!(rescue_papers -> accounts (account_id));
diesel::joinable!(rescue_papers -> keyrings (keyring_id));
diesel::joinable!(rescue_envelopes -> sealed (sealed_id));
diesel::joinable!(rescue_envelopes -> rescue_keys (rescue_id));
diesel::joinable!(identities -> concerns (concern_id));
diesel::joinable!(custody_steps -> concerns (concern_id));
diesel::joinable!(rights_requests -> concerns (concern_id));
diesel::joinable!(slips -> slip_sheets (sheet));
diesel::joinable!(questions -> categories (category_id));
diesel::joinable!(concern_answers -> concerns (concern_id));
diesel::joinable!(concern_answers -> questions (question_id));
diesel::joinable!(supports -> concerns (concern_id));
diesel::joinable!(supports -> accounts (account_id));
diesel::joinable!(follows -> accounts (account_id));
diesel::joinable!(follow_visits -> accounts (account_id));
diesel::joinable!(media -> concerns (concern_id));
diesel::joinable!(category_sounds -> categories (category_id));
diesel::joinable!(support_categories -> support_services (service_id));
diesel::joinable!(reply_categories -> reply_templates (template_id));
diesel::joinable!(chief_notices -> concerns (concern_id));
diesel::joinable!(checkbacks -> concerns (concern_id));
diesel::joinable!(checkback_words -> checkbacks (checkback_id));
diesel::joinable!(flags -> committees (committee_id));
diesel::joinable!(flag_steps -> flags (flag_id));
diesel::joinable!(appeals -> moderation_decisions (decision_id));
diesel::joinable!(redaction_openings -> redactions (redaction_id));

/// Tables that stand in one statement, each pair once. Not all with all: that would be a promise of the compiler's for each of thirteen
/// thousand pairs, and took it a third of its time.
macro_rules! together {
    ($($one:ident with $($other:ident)+;)+) => {
        $($(diesel::allow_tables_to_appear_in_same_query!($one, $other);)+)+
    };
}

together! {
    concerns with accounts agenda_items appeals areas categories checkback_words checkbacks chief_notices clock_rules
        commitments concern_answers concern_causes concern_clocks concern_events concern_keys custody_steps desk_texts
        envelopes flags follows identities ledger media meetings merges moderation_decisions notices once patrol_stops patrols
        posts questions redactions referrals rescue_envelopes retention_rules rights_requests rumour_asks rumours slips
        stop_concerns supports threads units word_seals;
    areas with accounts appeals categories category_desks category_sounds commitments committees concern_answers
        concern_events desk_texts emergency_numbers flags follows heads holidays ledger media meetings notices partners
        patrol_stops patrols posts prompt_sounds questions redactions referrals reply_categories reply_templates routings
        rumours sealed_partners slips support_categories support_services threads units wall_weeks walls watch_words
        word_seals;
    accounts with appeals commitment_keepers commitments concern_events follow_visits follows keyrings ledger media meetings
        memberships minutes moderation_decisions notices passkeys patrol_conflicts patrol_deliveries patrols posts questions
        recovery_codes redaction_openings redactions referrals registrations rescue_keys rescue_papers reset_links
        rights_requests role_grants rumours second_steps sessions slips supports thread_follows;
    ledger with appeals checkbacks clock_rules commitment_keepers commitments concern_events concern_keys desk_filters
        envelopes flags follows media meetings memberships notices once patrol_plans patrols posts questions
        redaction_openings redactions referrals relay_weeks reset_links rumours slips standings supports threads units
        wall_weeks walls;
    units with categories category_desks category_sounds committees emergency_numbers heads holidays partners patrol_plans
        patrols prompt_sounds questions reply_categories reply_templates routings sealed_partners support_categories
        support_services unit_priorities wall_weeks walls watch_words;
    committees with categories category_desks category_sounds commitments emergency_numbers flags heads holidays meetings
        moderation_acts partners prompt_sounds questions reply_categories reply_templates routings sealed_partners
        support_categories support_services threads watch_words;
    questions with categories category_desks category_sounds commitments concern_answers emergency_numbers heads holidays
        meetings minutes notices partners prompt_sounds reply_categories reply_templates routings sealed_partners
        support_categories support_services watch_words;
    media with appeals categories category_sounds checkback_words checkbacks concern_answers concern_events flags keyrings
        notices prompt_sounds redactions referrals rights_requests slips word_seals;
    partners with categories category_desks category_sounds emergency_numbers heads holidays prompt_sounds referrals
        reply_categories reply_templates routings sealed_partners support_categories support_services watch_words;
    meetings with agenda_items attendance attendance_lists commitments meeting_moves meeting_questions meeting_reminders
        minutes posts registrations rumour_asks rumours slips walls;
    appeals with checkback_words checkbacks concern_answers concern_events flags follows moderation_decisions posts redactions
        referrals rights_requests slips threads word_seals;
    heads with categories category_desks category_sounds emergency_numbers holidays prompt_sounds reply_categories
        reply_templates routings sealed_partners support_categories support_services watch_words;
    categories with category_desks category_sounds emergency_numbers holidays prompt_sounds reply_categories reply_templates
        routings sealed_partners support_categories support_services watch_words;
    word_seals with checkback_words checkbacks code_envelopes code_pairs concern_answers concern_events concern_keys
        desk_texts envelopes referrals rescue_envelopes rights_requests;
    routings with category_desks category_sounds emergency_numbers holidays prompt_sounds reply_categories reply_templates
        sealed_partners support_categories support_services watch_words;
    emergency_numbers with category_desks category_sounds holidays prompt_sounds reply_categories reply_templates
        sealed_partners support_categories support_services watch_words;
    prompt_sounds with category_desks category_sounds holidays reply_categories reply_templates sealed_partners
        support_categories support_services watch_words;
    redactions with checkback_words checkbacks concern_events flags follows posts redaction_openings slips threads;
    rights_requests with checkback_words checkbacks concern_answers concern_events memberships referrals retention_rules
        role_grants;
    category_sounds with category_desks holidays reply_categories reply_templates sealed_partners support_categories
        support_services watch_words;
    posts with commitments flags follows moderation_decisions post_edits standings threads;
    category_desks with holidays reply_categories reply_templates sealed_partners support_categories support_services
        watch_words;
    concern_keys with code_envelopes code_pairs concern_events once slips supports;
    sealed_partners with holidays reply_categories reply_templates support_categories support_services watch_words;
    concern_events with checkback_words checkbacks concern_answers once referrals;
    threads with flags follows post_edits standings thread_follows;
    keyrings with envelopes memberships rescue_envelopes rescue_papers sealed;
    slips with notices relay_weeks rumours slip_sheets walls;
    support_services with holidays reply_categories reply_templates support_categories watch_words;
    patrols with notices patrol_marks patrol_stops rumours;
    sealed with envelopes identities rescue_envelopes settings;
    support_categories with holidays reply_categories reply_templates watch_words;
    second_steps with memberships passkeys recovery_codes;
    referrals with checkback_words checkbacks concern_answers;
    commitments with commitment_keepers commitment_steps minutes;
    rescue_keys with envelopes rescue_envelopes rescue_papers;
    reply_templates with holidays reply_categories watch_words;
    rumours with notices rumour_steps walls;
    patrol_stops with stop_concerns stop_contacts;
    registrations with attendance_lists meeting_moves;
    meeting_questions with meeting_question_supports rumour_asks;
    rescue_envelopes with envelopes rescue_papers;
    concern_answers with checkback_words checkbacks;
    reply_categories with holidays watch_words;
    memberships with role_grants;
    passkeys with recovery_codes;
    code_envelopes with code_pairs;
    patrol_plans with planned_stops;
    walls with wall_weeks;
    checkbacks with checkback_words;
    holidays with watch_words;
    handovers with handover_items;
    flags with flag_steps;
}
