### Meetings: series, invitations, one's own place, corrections, versions, calendars, what those who came thought (src/forums).
### à relire par un locuteur

## Announcing

meet-times = Ɲɔgɔnye joli?
meet-times-help = Ni aw y'a to a la, kelen dɔrɔn. N'o tɛ, kelen kalo o kalo, dɔgɔkun don kelen na: misali la, kalo bɛɛ alamisa fɔlɔ. A dan ye 12 ye.
meet-paper = Nin ɲɔgɔnye in kɛra kaban: n b'a sɛbɛn ka bɔ papiye kan
meet-paper-ahead = Nin don in ma se fɔlɔ: ɲɔgɔnye min bɛ sɛbɛn ka bɔ papiye kan, o kɛra kaban.
meet-capacity-taken = Yɔrɔ { $n } tara kaban: nin jate in walima min ka ca n'o ye, o sɛbɛn.
meet-copied = A sɛbɛnna ka bɔ papiye kan
meet-moved = A yɛlɛmana { $date }. Fɔlɔ: { $when }, { $place }.
meet-moved-late = A yɛlɛmana ka sɔrɔ tile 7 ma to a ɲɛ.
meet-invitation = Weleli kɔdi
meet-invitation-help = Jate segin, komite b'u di. Nin ɲɔgɔnye in tɛ bɛɛ ta ye.
meet-invitation-give = Komite ye mɔgɔ minnu wele, a ka fɔ olu ye walima a ka bɔ papiye kan u ye. Ni nin kɔdi tɛ, mɔgɔ si tɔgɔ tɛ sɛbɛn.
meet-invitation-new = Kɔdi kura dɔ bɔ
meet-refusal-not-invited = Nin ɲɔgɔnye in tɛ bɛɛ ta ye. Weleli kɔdi tɛ yen walima a man ɲi: aw y'a ɲini komite fɛ.
meet-refusal-minutes-open = Latilenni ma dafa fɔlɔ. Aw ye tile 7 makɔnɔ, ka kelen kelen bɛɛ jaabi.
meet-reserved-agenda = Nin ɲɔgɔnye in tɛ bɛɛ ta ye: a kɔnɔko ye mɔgɔ tɔgɔsɛbɛnnenw ni komite ta ye.
meet-calendar = A fara kalandiriye kan
meet-calendar-area = Yan ɲɔgɔnyew, aw ka kalandiriye kan
meet-feed = A kɔlɔsi ni Atom ye

## One's own place

meet-register-invited = Nin ɲɔgɔnye in tɛ bɛɛ ta ye: tɔgɔ bɛ sɛbɛn ni komite ka weleli kɔdi ye.
meet-register-wait = N tɔgɔ sɛbɛn makɔnɔli lisi kan
meet-place-title = N ka yɔrɔ
meet-place-help = Jate wɔɔrɔ minnu sɔrɔla tɔgɔsɛbɛn na.
meet-place-go = A dayɛlɛ
meet-place-why = Aw ye segin ni nin jatew ye « N ka yɔrɔ » la: n'a yɛlɛmana walima n'a dabilala, a bɛ fɔ yen.
meet-promoted = Yɔrɔ dɔ sɔrɔla aw ye, { $date }.
meet-leave = N ka yɔrɔ segin
meet-leave-why = Aw tɛna na wa? Makɔnɔli lisi mɔgɔ fɔlɔ bɛ aw ka yɔrɔ sɔrɔ.
meet-leave-free-why = Aw tɛna na wa? Aw ye aw ka yɔrɔ segin: komite bɛ mɔgɔ nataw hakɛ dɔn.
meet-leave-list = Bɔ makɔnɔli lisi la
meet-leave-list-why = Aw tɛna na wa? Aw ye bɔ lisi la: mɔgɔ tɔw bɛ taa ɲɛ.
meet-place-entered = Aw donna { $date }
meet-place-begun = Ɲɔgɔnye daminɛna
meet-place-begun-why = Aw sera wa? Aw ye nin kɔdi in jira da la.
meet-place-begun-wait = Aw bɛ makɔnɔli lisi la: aw ye ɲininkali kɛ da la ni yɔrɔ dɔ tora.
meet-place-over = Nin ɲɔgɔnye in tɛmɛna
meet-place-unseen = Aw ka yɔrɔ tun marala. Aw donni ma sɛbɛn da la.
meet-place-waited = Aw tun bɛ makɔnɔli lisi la. Aw donni ma sɛbɛn da la.
meet-place-off = Nin ɲɔgɔnye in tɛna kɛ
meet-place-came = Aw nana
meet-place-absent = Donni ma sɛbɛn
meet-question = Aw ka ɲininkali
meet-question-shown = Aw ka ɲininkali sera. Bɛɛ b'a kalan ɲɔgɔnye kɔnɔko la.
meet-question-by-code = Aw tɔgɔ sɛbɛnna ni kɔdi ye wa? Aw ye ɲɔgɔnye kɔnɔko kalan ani ka ɲininkali kɛ « N ka yɔrɔ » la.
meet-places = N ka yɔrɔw ɲɔgɔnyew la
meet-places-none = Yɔrɔ si tɛ aw bolo ɲɔgɔnye si la.
meet-news-cancelled = Ɲɔgɔnye dabilala: { $title }, { $when }
meet-news-moved = Ɲɔgɔnye yɛlɛmana: { $title }, sisan { $when }, { $place }
meet-news-promoted = Yɔrɔ dɔ sɔrɔla aw ye: { $title }, { $when }
meet-news-question = Komite t'aw ka ɲininkali jira: { $title }
meet-news-asked = Komite tɛ aw ka ɲininkali dɔ jira. Aw y'a kun kalan.
meet-news-count = Ko kura bɛ aw ka yɔrɔ { $n } kan

## Corrections and versions

meet-minutes-until = Aw tun bɛ yen wa? Aw ye latilenni ɲini sanni { $date } ka se, ni aw ka kɔdi walima aw ka jate ye.
meet-correct = Latilenni dɔ ɲini
meet-correct-until = Fo { $date }. Kumasen min tɛ tiɲɛ ye, a fɔ, ani min fɔra. Tɔgɔ si kana sɛbɛn.
meet-correct-absent = Mɔgɔ minnu donni sɛbɛnna da la, olu dɔrɔn bɛ latilenni ɲini. Aw tun bɛ yen wa? Aw y'a fɔ komite ye: sekeretɛri bɛ se k'a sɛbɛn aw tɔgɔ la.
meet-correct-send = Latilenni ci
meet-correct-sent = Aw ka latilenni sera. Sekeretɛri b'a jaabi ni kuma ye, bɛɛ b'o kalan.
meet-correct-spoken = Latilenni min fɔra, o sɛbɛn
meet-corrections = Latilenni ɲininenw
meet-corrections-none = Latilenni si ma ɲini.
meet-correction-waiting = Latilenni ɲinina, jaabi tɛ fɔlɔ
meet-correction-accepted = A sɔnna latilenni ma
meet-correction-refused = A ma sɔn latilenni ma
meet-correction-answer = Jaabi, bɛɛ b'a kalan
meet-correction-accept = Sɔn
meet-approve = A sɛmɛntiya, k'a datugu
meet-approve-why = Sɛbɛn tɛna yɛlɛma bilen. A taamasiyɛn bɛ bila kɛnɛ kan.
meet-approve-after = A bɛ se ka sɛmɛntiya { $date } kɔfɛ: mɔgɔ nalenw bɛ tile 7 sɔrɔ k'a latilen.
meet-approve-waiting = Latilenni dɔ bɛ sekeretɛri ka jaabi makɔnɔ hali bi.
meet-pv-hash-what = Taamasiyɛn ye sanfɛ sɛbɛnni dɔrɔn ta ye. Ɲɔgɔnye kɔnɔko ni mɔgɔ nalenw jate fana tɛ yɛlɛma bilen, fo fɛn min bɔra kɛnɛ na; nka layiduw cogoya bɛ se ka yɛlɛma.
meet-pv-as-of = Layiduw cogoya, { $date }. Nin yɔrɔ in tɛ taamasiyɛn kɔnɔ.
meet-approve-from = A bɛ se ka sɛmɛntiya kabini { $date }
meet-awaited = Ɲɔgɔnyesɛbɛn makɔnɔlenw
meet-pv-writers = Komite ka baro ɲɛminɛbagaw bɛ ɲɔgɔnyesɛbɛn sɛbɛn, k'a bila latilenni na. Peresidan b'a sɛmɛntiya tile 7 o kɔfɛ.
meet-pv-empty = Foyi ma sɛbɛn fɔlɔ.
meet-to-approve = Ɲɔgɔnyesɛbɛn minnu ka kan ka sɛmɛntiya
meet-versions = Sɛbɛn bɛɛ
meet-version-old = Sɛbɛn kɔrɔ
meet-version-new = Sɛbɛn kura
meet-compare = U sanga ɲɔgɔn ma
meet-compared = Min yɛlɛmana

## Who came, what they thought

meet-attendance-least = Mɔgɔ { $n } a dɔgɔyalenba la
meet-attendance-few = Mɔgɔ damadɔ
meet-attendance-between = Musow niyɔrɔ: { $from } ni { $to } cɛ
meet-attendance-unknown = Musow niyɔrɔ: mɔgɔw ma caya, a tɛ se ka fɔ
meet-count-total = Jatelen: mɔgɔ { $all } (musow: { $women }, cɛw: { $men })
meet-count-wrong = « { $typed } »: jate dɔ sɛbɛn, 0 ni { $most } cɛ.
meet-list = Komite yɛrɛ ka lisi
meet-list-names = Tɔgɔw, mɔgɔ kelen sɛbɛnnisira kelen kan
meet-list-help = Komite dɔrɔn b'a kalan. Wajibi tɛ. Walasa k'a jɔsi, a lankolon mara.
meet-ask = Aw hakilina ɲɔgɔnye kan
meet-ask-why = Ɲininkali saba, siɲɛ kelen dɔrɔn. Mɔgɔ si t'a dɔn jɔn ye mun fɔ.
meet-ask-go = N hakilina fɔ, ni n ka kɔdi ye
meet-ask-heard = Aw sera ka kuma wa?
meet-ask-useful = Ɲɔgɔnye nafa sɔrɔla wa?
meet-ask-again = Aw bɛna segin wa?
meet-ask-send = N hakilina ci
meet-ask-done = Aw hakilina sɛbɛnna. Aw ni ce.
meet-yes = Awɔ
meet-partly = Dɔɔnin
meet-no = Ayi
meet-thought-yes = Awɔ: { $share }
meet-thought-few = Hakilinaw ma caya fɔlɔ: u bɛ jira kabini duuru.

## Two days before

meet-remind = Hakilijigin: ɲɔgɔnye { $when }, { $place }
meet-remind-title = Hakilijigin min ka kan ka ci
meet-remind-why = Ɲɔgɔnye bɛ kɛ sanni tile fila ka dafa. SMS kelen kan kelen na, a bɛ se ka kopi: sɛbɛnnidenw nɔgɔyalen don, walasa a ka kɛ SMS kelen dɔrɔn ye. Mɔgɔ tɔgɔsɛbɛnnenw bɛ hakilijigin kalan « N ka yɔrɔ » la fana.
meet-remind-length = Sɛbɛnniden { $letters }, SMS { $segments }
meet-remind-sms = Hakilijigin, { $committee }: ɲɔgɔnye { $when }.

## Writing minutes while the meeting is held

meet-pv-opening = Daminɛ, ani min tɛ ko si la
meet-pv-saved = A marala { $time }
meet-pv-saved-on = A marala { $date }
meet-pv-not-saved = A ma mara fɔlɔ
meet-pv-go-on = A mara, ka taa ɲɛ
meet-pv-off = A ma mara: rezo tɛ yen. Aw ka sɛbɛnni maralen bɛ nin telefɔni in kan, a bɛ ci ni rezo seginna.
meet-pv-stop = Mɔgɔ wɛrɛ ye sɛbɛnni dɔ mara. Aw ta maralen bɛ yan: « A mara » digi, aw bɛ fila bɛɛ ye.
meet-pv-again = Sɛbɛnni tɛ ka ci a yɛrɛ ma bilen. A maralen bɛ yan: « A mara » digi.
meet-pv-unsent = Nin telefɔni in ye sɛbɛnni wɛrɛ mara, min sɛbɛnna yan ka kɔrɔ.
meet-pv-take = Nin sɛbɛnni in ta
meet-pv-drop = A jɔsi telefɔni kan
meet-pv-conflict = Aw tun bɛ ka sɛbɛnni kɛ, sɛbɛnni wɛrɛ marala. Aw ta ma mara fɔlɔ: a dafa, k'a mara. Tɔ kelen bɛ to sɛbɛnw na.
meet-pv-other = Sɛbɛnni min marala o waati la
meet-pv-yours = Aw ka sɛbɛnni, a ma mara fɔlɔ
meet-pv-leave = N ta to yen, tɔ kelen mara

## Putting a concern on an agenda

agenda-put = A don ɲɔgɔnye kɔnɔko la
agenda-which = Ɲɔgɔnye jumɛn?
agenda-on = A bɛ ɲɔgɔnye kɔnɔko la kaban:
agenda-no-meeting = Ɲɔgɔnye wɛrɛ tɛ ka na. Aw ye dɔ fɔ fɔlɔ:
