### Forums: committees, meetings, minutes, commitments, threads.
### à relire par un locuteur

## Whom and what

forums-audience-open = Dayɛlɛlen bɛɛ ye
forums-audience-women = Musow dɔrɔn ta
forums-audience-youth = Denmisɛnw dɔrɔn ta
forums-audience-members = Tɔndenw dɔrɔn ta
forums-audience-open-why = Bɛɛ bɛ se ka na, ka kalan, ka sɛbɛn.
forums-audience-women-why = Don bɛ kɛnɛ kan. Muso tɔgɔsɛbɛnnenw dɔrɔn bɛ ɲɔgɔnyesɛbɛn kalan ka ɲininkali kɛ. Baro la, jate fana ka kan ka kɛ yen.
forums-audience-youth-why = Don bɛ kɛnɛ kan. Denmisɛn tɔgɔsɛbɛnnenw dɔrɔn bɛ ɲɔgɔnyesɛbɛn kalan ka ɲininkali kɛ. Baro la, jate fana ka kan ka kɛ yen.
forums-audience-members-why = Don bɛ kɛnɛ kan. Tɔnden tɔgɔsɛbɛnnenw dɔrɔn bɛ ɲɔgɔnyesɛbɛn kalan ka ɲininkali kɛ. Baro la, jate fana ka kan ka kɛ yen.
forums-late = A fɔra kɔfɛ
forums-late-why = A fɔra ka sɔrɔ tile 7 ma to a ɲɛ.
forums-cancelled = A dabilala
forums-function-resident = Sigibaga
forums-function-relay = Lasebaga
forums-function-officer = Polisi
forums-function-chief = Polisi komisɛri
forums-function-moderator = Baro ɲɛminɛbaga
forums-function-partner = Cakɛda
forums-function-overseer = Kɔlɔsili
forums-function-admin = Labɛnniw ɲɛmɔgɔ
forums-you = aw yɛrɛ don
forums-item-last-minutes = Ɲɔgɔnye tɛmɛnen sɛbɛn
forums-item-commitments = Layidu dayɛlɛlenw ni jaabiw
forums-item-answers = Polisi ka jaabiw haminankow kan
forums-item-hidden = Haminanko bɔlen kɛnɛ kan
forums-mins = miniti { $n }
forums-minutes-draft = Labɛn bɛ sen na
forums-minutes-corrections = Latilenni bɛ sen na
forums-minutes-approved = Sɛmɛntiyalen
forums-minutes-none = Ɲɔgɔnyesɛbɛn tɛ yen
forums-minutes-missing = Ɲɔgɔnyesɛbɛn waati tɛmɛna
forums-state-open = Makɔnɔlen
forums-state-in-progress = A bɛ sen na
forums-state-overdue = A waati tɛmɛna
forums-state-kept = A tiimɛna
forums-state-abandoned = A dabilala

## All committees

forums-title = Lajɛw
forums-lead = Yan, sigibagaw, ɲɛmɔgɔw ani polisi bɛ kuma lakana kan, ka layiduw kɔlɔsi.
forums-committees = Komite bɛɛ
forums-next = Ɲɔgɔnye nataw
forums-no-next = Ɲɔgɔnye si ma fɔ fɔlɔ.
forums-none = Komite si tɛ yen fɔlɔ.
forums-missing = Min tɛ yen
forums-missing-communes = Ɲɔgɔnye tɛ { $month } kɔnɔ:
forums-missing-minutes = Ɲɔgɔnye minnu kɛra kabini tile 14 ni kɔ, u sɛbɛn tɛ kɛnɛ kan:
forums-missing-commitments = Layidu { $n } waati tɛmɛna.
forums-nothing-missing = Foyi tɛ ka jɛ: ɲɔgɔnye bɛ nin kalo in na, ɲɔgɔnyesɛbɛnw bɛ kɛnɛ kan, layidu si waati ma tɛmɛ.
forums-see-commitments = Layiduw lajɛ
forums-see-all-commitments = Nin komite in ka layidu bɛɛ

## A committee

forums-kind-ccs = Komini sigida lakanani bilasiralijɛkulu. Mɛri ye a peresidan ye. A bɛ ɲɔgɔnye kɛ siɲɛ kelen kalo kɔnɔ a dɔgɔyalenba la.
forums-kind-quartier = Kin ka lajɛ.
forums-all = Lajɛ bɛɛ
forums-past = Ɲɔgɔnye tɛmɛnenw
forums-no-past = Ɲɔgɔnye si ma kɛ fɔlɔ.
forums-commitments-here = Layidu makɔnɔlenw
forums-no-commitments = Layidu makɔnɔlen tɛ yen.
forums-no-meeting-this-month = Ɲɔgɔnye tɛ { $month } kɔnɔ.
forums-run = Komite ka biro dayɛlɛ

## A meeting

forums-date = Don
forums-place = Yɔrɔ
forums-landmark = Taamasiyɛn
forums-language = Kan min bɛ fɔ
forums-whom = Jɔn ye
forums-announced = A fɔra
forums-seats = Yɔrɔw
forums-seats-left =
    { $left ->
        [0] Yɔrɔ lankolon si tɛ yen { $all } la
       *[other] Yɔrɔ lankolon { $left } bɛ { $all } la
    }
forums-seats-all = Yɔrɔ { $all }
forums-seats-waiting = Mɔgɔ { $n } bɛ ka makɔnɔni kɛ
forums-seats-free = Dan tɛ
forums-register-title = Ne bɛ na
forums-register-free = Wajibi tɛ. Aw bɛ se ka na k'a sɔrɔ aw ma foyi fɔ.
forums-register-go = N ka yɔrɔ mara
forums-cancelled-why = Ɲɔgɔnye dabilala. A kun:
forums-agenda = Ɲɔgɔnye kɔnɔko
forums-agenda-waiting = Makɔnɔlen { $date }: { $owner }
forums-attendance = Minnu nana
forums-attendance-none = A ma jate fɔlɔ.
forums-attendance-total = mɔgɔ { $n }
forums-attendance-women = Musow
forums-attendance-men = Cɛw
forums-attendance-share = Musow niyɔrɔ: { $share }
forums-attendance-what = Mɔgɔw
forums-minutes = Ɲɔgɔnyesɛbɛn
forums-minutes-not-yet = Ɲɔgɔnyesɛbɛn ma bila kɛnɛ kan fɔlɔ.
forums-minutes-reserved = Nin ɲɔgɔnye in tɛ bɛɛ ta ye. Mɔgɔ tɔgɔsɛbɛnnenw ni komite dɔrɔn bɛ ɲɔgɔnyesɛbɛn ni baro kalan.
forums-minutes-read = A kalan, k'a bɔ papiye kan
forums-minutes-version = Sɛbɛn { $n }, { $date }
forums-minutes-hash = Sɛbɛnni taamasiyɛn (SHA-256)
forums-promised = Layiduw minnu tara nin ɲɔgɔnye in na
forums-promised-none = Layidu si ma ta.
forums-thread = Baro
forums-thread-read =
    { $n ->
        [0] Kalan, ka sɛbɛn
       *[other] Bataki { $n }
    }
forums-run-meeting = Nin ɲɔgɔnye in ɲɛminɛ

## Keeping a place

forums-register-heading = Yɔrɔ dɔ mara
forums-register-name = Tɔgɔ walima tɔgɔdalen
forums-register-name-help = Komite dɔrɔn b'a kalan, da la lisi kama. Aw bɛ se k'a to a la.
forums-register-send = N ka yɔrɔ mara
forums-register-full = Yɔrɔ tɛ yen bilen. Makɔnɔli lisi fana falen don.
forums-register-wait = Yɔrɔ tɛ yen bilen. Aw bɛna kɛ makɔnɔli lisi la.
forums-register-over = Nin ɲɔgɔnye in tɛmɛna walima a dabilala.
forums-register-once = Aw donna ni aw ka jate ye: yɔrɔ kelen dɔrɔn bɛ sɔrɔ ɲɔgɔnye kelen na.
forums-place-kept = Aw ka yɔrɔ marala
forums-place-waiting = Aw bɛ makɔnɔli lisi la, nimɔrɔ { $rank }
forums-place-code = Aw ka da la kɔdi
forums-place-why = Nin jate wɔɔrɔ sɛbɛn, k'a jira da la. An tɛ se k'a ci siɲɛ filanan.
forums-place-wait-why = Ni yɔrɔ dɔ sɔrɔla, lisi mɔgɔ fɔlɔ b'a sɔrɔ. Na ni nin kɔdi ye, ka ɲininkali kɛ da la.
forums-back-meeting = Ɲɔgɔnye

## Minutes, to be read and printed

forums-pv-title = Ɲɔgɔnyesɛbɛn: { $title }
forums-pv-approved = A sɛmɛntiyara { $date }. Nin sɛbɛn in tɛ yɛlɛma bilen.
forums-pv-corrections = Latilenni bɛ sen na kabini { $date }. Nin sɛbɛn in bɛ se ka yɛlɛma hali bi.
forums-pv-none = Ɲɔgɔnyesɛbɛn tɛ kɛnɛ kan fɔlɔ.
forums-print-help = Walasa k'a bɔ papiye kan: telefɔni walima ɔridinatɛri sugandili la.

## Commitments

forums-commitments-title = Layiduw
forums-commitments-lead = Layidu minnu tara ɲɔgɔnyew la, jɔn y'u ta, waati jumɛn, ani minnu tiimɛna.
forums-filter-all = Bɛɛ
forums-filter-expected = Makɔnɔlenw
forums-filter-overdue = Waati tɛmɛnenw
forums-filter-kept = Tiimɛnenw
forums-filter-abandoned = Dabilalenw
forums-filter-committee = Komite
forums-filter-owner = Layidu tabaga
forums-filter-any = Bɛɛ
forums-filter-go = Sugandi
forums-filter-label = Cogoyaw
forums-commitment = Layidu
forums-commitment-owner = Jɔn
forums-commitment-due = Sanni
forums-commitment-state = Cogoya
forums-commitment-at = A tara
forums-commitments-empty = Layidu si tɛ yan.

## A reason

forums-reason = Kun
forums-reason-help = Bɛɛ bɛ nin kun in kalan.

## The committee's desk

forums-desk-title = Komite ka biro
forums-desk-lead = Min bɛ aw makɔnɔ, kɔrɔmanw fɔlɔ.
forums-desk-wait = a bɛ ka makɔnɔni kɛ kabini { $span }
forums-desk-meetings = Ɲɔgɔnye minnu ka kan ka labɛn
forums-desk-meetings-none = Labɛnni ɲɔgɔnye tɛ yen.
forums-desk-minutes = Ɲɔgɔnyesɛbɛn minnu ka kan ka sɛbɛn
forums-desk-minutes-none = Ɲɔgɔnyesɛbɛn si tɛ ka makɔnɔni kɛ.
forums-desk-overdue = Layidu waati tɛmɛnenw
forums-desk-overdue-none = Layidu si waati ma tɛmɛ.
forums-desk-no-agenda = Komite ma foyi fara ɲɔgɔnye kɔnɔko kan
forums-desk-agenda-ok = ko { $n } farala a kan
forums-desk-announce = Ɲɔgɔnye dɔ fɔ
forums-desk-none = Komite si tɛ aw ka jate bolo.

## Announcing, changing, cancelling

forums-new-title = Ɲɔgɔnye dɔ fɔ
forums-edit-title = Ɲɔgɔnye yɛlɛma
forums-edit = Yɛlɛma
forums-form-title = Ɲɔgɔnye tɔgɔ
forums-form-title-help = A ka surun, a ka jɛ, ɲɔgɔnye kan na.
forums-form-lang = Ɲɔgɔnye kan
forums-form-when = Don ni lɛrɛ
forums-form-when-help = Tile 7 ɲɛ a dɔgɔyalenba la, n'o tɛ a bɛ jira ko « a fɔra kɔfɛ ».
forums-form-past = Nin don in tɛmɛna kaban.
forums-form-area = Kin walima komini
forums-form-place = Yɔrɔ
forums-form-place-help = Misali la: lakɔli kɛnɛ.
forums-form-landmark = Taamasiyɛn
forums-form-landmark-help = A sɔrɔcogo: misiri kɛrɛfɛ, sugu kɔfɛ.
forums-form-audience = Jɔn ye?
forums-form-capacity = Yɔrɔ hakɛ
forums-form-capacity-help = Ni yɔrɔ bɛ bɛɛ ye, a to a la.
forums-form-choose = Sugandi
forums-form-announce = A fɔ
forums-form-save = A mara
forums-form-standing = Ko saba bɛ don u yɛrɛ ma: ɲɔgɔnye tɛmɛnen sɛbɛn, layidu dayɛlɛlenw, polisi ka jaabiw.
forums-cancel-title = Ɲɔgɔnye dabila
forums-cancel = Dabila
forums-cancel-go = Nin ɲɔgɔnye in dabila
forums-cancel-help = Bɛɛ bɛ nin kun in kalan. A tɛ se ka segin kɔ.

## Running a meeting

forums-run-public = Ɲɛ lajɛ min bɛ kɛnɛ kan
forums-run-print = Papiyew
forums-run-door = Da
forums-run-door-state = Mɔgɔ { $entered } donna { $all } la
forums-run-attendance = Mɔgɔw jate
forums-run-minutes = Ɲɔgɔnyesɛbɛn sɛbɛn
forums-run-commitments = Layidu dɔ sɛbɛn
forums-run-todo = Baara
forums-agenda-add = Ko dɔ fara a kan
forums-agenda-title = Ko min bɛ fara a kan
forums-agenda-title-help = Ni aw bɛ haminanko dɔ don, aw k'a to a la.
forums-agenda-number = Haminanko nimɔrɔ min bɛ kɛnɛ kan
forums-agenda-number-help = Misali la: BKO-2026-00417. A ɲɛ bɛna a fɔ ko kuma kɛra a kan.
forums-agenda-minutes = Miniti
forums-agenda-slip = Nimɔrɔ tɛ. Misali la: BKO-2026-00417.
forums-agenda-unknown = Nin nimɔrɔ in tɛ haminanko si ta ye min bɛ kɛnɛ kan.
forums-agenda-up = Sanfɛ
forums-agenda-down = Duguma
forums-agenda-remove = A bɔ
forums-agenda-standing = Ko saba fɔlɔw bɛ to u nɔ na: kɔlɔsili fɔlɔ.
forums-door-title = Da
forums-door-code = Kɔdi (jate wɔɔrɔ)
forums-door-go = Don
forums-door-slip = Kɔdi ye jate wɔɔrɔ ye.
forums-door-unknown = Nin kɔdi in tɛ mɔgɔ si bolo nin ɲɔgɔnye in na.
forums-door-twice = Nin mɔgɔ in donna kaban.
forums-door-name = Tɔgɔ
forums-door-no-name = Tɔgɔ tɛ
forums-door-in = A donna { $time }
forums-door-later = A nana, a sɛbɛnna { $date }
forums-door-waiting = Makɔnɔli lisi
forums-door-here = A bɛ yan
forums-door-empty = Mɔgɔ si tɔgɔ ma sɛbɛn.
forums-count-title = Mɔgɔw jate
forums-count-lead = Jatew dɔrɔn, tɔgɔ si kana sɛbɛn. Ni mɔgɔ tɛ yen, a to a la.
forums-count-women = Musow
forums-count-men = Cɛw
forums-count-under18 = san 18 duguma
forums-count-18-34 = san 18 ka se 34
forums-count-35-59 = san 35 ka se 59
forums-count-60-up = san 60 ni kɔ
forums-count-resident = Sigibagaw
forums-count-women-group = Muso jɛkuluw
forums-count-youth-group = Denmisɛn jɛkuluw
forums-count-leader = Ɲɛmɔgɔw ni diinɛ mɔgɔw
forums-count-police = Polisi
forums-count-mairie = Mɛri ni cakɛdaw
forums-count-age = Si
forums-pv-write = Ɲɔgɔnyesɛbɛn sɛbɛn
forums-pv-body-help = Min fɔra ani min latigɛra. Mɔgɔ tɔgɔ si kana sɛbɛn.
forums-pv-as = A mara iko
forums-pv-draft-why = Komite dɔrɔn b'a kalan.
forums-pv-corrections-why = A bɛ kɛnɛ kan. Minnu tun bɛ yen, tile 7 b'u bolo k'a latilen.
forums-pv-versions = Sɛbɛnw
forums-pv-locked = Nin ɲɔgɔnyesɛbɛn in sɛmɛntiyalen don, a datugulen don.
forums-promise-title = { $committee } ka layiduw
forums-promise-new = Layidu dɔ sɛbɛn
forums-promise-body = Layidu min tara
forums-promise-owner = Jɔn y'a ta
forums-promise-due = Don jumɛn
forums-promise-meeting = Ɲɔgɔnye jumɛn
forums-promise-no-meeting = Ɲɔgɔnye kɔfɛ
forums-promise-locked = Nin ɲɔgɔnye in ka sɛbɛn sɛmɛntiyara ka ban. Ɲɔgɔnye wɛrɛ sugandi, walima « Ɲɔgɔnye kɔfɛ ».
forums-promise-go = A sɛbɛn

## On paper

forums-sheet-title = Papiyew
forums-sheet-sign = Mɔgɔ nalenw lisi
forums-sheet-sign-help = Tɔgɔ wajibi tɛ. Nin papiye in bɛ to komite bolo.
forums-sheet-blank = Ɲɔgɔnyesɛbɛn (a ka fa)
forums-sheet-number = Nimɔrɔ
forums-sheet-name = Tɔgɔ walima tɔgɔdalen
forums-sheet-as = Kin, jɔyɔrɔ
forums-sheet-sign-here = Bolonɔ
forums-sheet-point = Ko
forums-sheet-said = Min fɔra ani min latigɛra
forums-sheet-promise = Layidu
forums-sheet-who = Jɔn
forums-sheet-when = Waati jumɛn
forums-sheet-chair = Ɲɔgɔnye ɲɛmɔgɔ
