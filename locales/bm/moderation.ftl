### The public log of moderation (src/moderation).
### à relire par un locuteur

moderation-log-title = Baro ɲɛminɛni kunnafoniw
moderation-log-lead = Komitew ka latigɛ bɛɛ n'u kun. Sɛbɛn dogolen tɛ yan abada.
moderation-log-what = Latigɛ
moderation-log-when = Don
moderation-log-why = Kun
moderation-log-who = A kɛbaga
moderation-log-target = Min kan
moderation-log-empty = Latigɛ si ma kɛ fɔlɔ.
moderation-log-by = Baro ɲɛminɛbaga, { $committee }
moderation-log-publish = A bilala kɛnɛ kan
moderation-log-refuse = A ma sɔn
moderation-log-hide = A dogora
moderation-log-restore = A jirala kokura
moderation-log-lock = A datugura
moderation-log-unlock = A dayɛlɛla kokura
moderation-log-move = A yɔrɔ yɛlɛmana
moderation-log-merge = A farala dɔ wɛrɛ kan
moderation-log-split = A tilala
moderation-log-concern = Haminanko
moderation-log-post = Bataki
moderation-log-thread = Baro
moderation-log-other = Wɛrɛ
moderation-log-account = Jate
moderation-log-flag-upheld = Lasɔmini jatera
moderation-log-flag-rejected = Lasɔmini ma jate
moderation-log-appeal-upheld = Lajɛli kokura: a sɔnna
moderation-log-appeal-rejected = Lajɛli kokura: a ma sɔn
moderation-log-redact = Yɔrɔ datugura
moderation-log-photo-whole = Foto jirala i n’a fɔ a bɛ cogo min na
moderation-log-photo-masked = Foto jirala, yɔrɔ dɔ datugulen don
moderation-log-block = Sɛbɛnni bilala fɔlɔ
moderation-log-slow = Sɛbɛnni sumayara
moderation-log-lift = Sɛbɛnni sira seginna
moderation-log-committee = Komite
moderation-log-all = Bɛɛ
moderation-log-month = Kalo
moderation-log-filter = A jira

## Grounds

moderation-ground = A kun, lisi kɔnɔ
moderation-ground-private = A bɛ mɔgɔ jira: tɔgɔ, nimɔrɔ, sigiyɔrɔ
moderation-ground-accusation = A bɛ mɔgɔ jalaki, dalilu t'a la
moderation-ground-insult = Neni
moderation-ground-violence = A bɛ mɔgɔw wele fariya walima kɔniya la
moderation-ground-false = Tiɲɛ tɛ, wa a bɛ mɔgɔ tɔɲɔ
moderation-ground-apart = Feereli kuma walima kuma wɛrɛ
moderation-ground-other = Kun wɛrɛ
moderation-ground-quote = Sɛbɛn min dogora komite fɛ, a tun bɛ o kuma fɔ kokura

## What holds a text

moderation-rules = Aw ye nin lajɛ sani ka bila kɛnɛ kan:
moderation-rules-seen = Aw ye nin lajɛ sɛbɛn in kɔnɔ:
moderation-rule-phone = A bɛ iko telefɔni nimɔrɔ
moderation-rule-plate = A bɛ iko mobili nimɔrɔ
moderation-rule-email = A bɛ iko emeli adɛrɛsi
moderation-rule-watch = Kɔlɔsili lisi ka daɲɛ
moderation-rule-newcomer = Nin jate in ka bataki fɔlɔw dɔ
moderation-rule-repeat = Nin sɛbɛn in cira kaban
moderation-rule-other = Sariya wɛrɛ

## What waits

moderation-queue-title = Min ka kan ka latigɛ
moderation-queue-all = A bɛɛ
moderation-queue-kinds = Min bɛ ka makɔnɔni kɛ, o suguyaw
moderation-queue-empty = Foyi tɛ latigɛ makɔnɔ.
moderation-queue-go = A daminɛ ni kɔrɔman ye
moderation-queue-oldest = Kɔrɔman bɛ ka makɔnɔni kɛ kabini { $span }.
moderation-queue-median = Tile 30 kɔnɔ, tilancɛ latigɛra { $span } kɔnɔ walima ka dɔgɔya.
moderation-kind-concern = Haminanko
moderation-kind-post = Bataki bilalen
moderation-kind-flag = Lasɔmini
moderation-kind-appeal = Lajɛli kokura
moderation-kind-question = Ɲɔgɔnye ɲininkali
moderation-kind-rumour = « Tiɲɛ don wa? »

## One message before its moderator

moderation-post-title = Bataki dɔ lajɛ
moderation-post-visible = Bɛɛ b'a kalan
moderation-post-hidden = A dogolen don
moderation-post-held = A bɛ aw ka latigɛ makɔnɔ
moderation-post-refused = A ma bila kɛnɛ kan
moderation-decide = Aw ka latigɛ
moderation-leave = Bataki to yen
moderation-leave-concern = Sɛbɛn to yen
moderation-refuse = Kana bila kɛnɛ kan
moderation-restore-why = Mun na a ka kan ka jira kokura
moderation-quoting = Bataki minnu bɛ a kuma fɔ kokura, olu fana dogo
moderation-quoting-help = Sɛbɛn dogolen bɛ se ka kalan nin batakiw kɔnɔ.
moderation-flags = Lasɔminiw
moderation-flag-open = Mɔgɔ ma a lajɛ fɔlɔ
moderation-flag-in-hand = A bɛ ka lajɛ
moderation-flag-by = A bɛ ka lajɛ: { $who }
moderation-flag-by-you = A bɛ ka lajɛ: aw yɛrɛ don
moderation-flag-upheld = A jatera
moderation-flag-rejected = A ma jate
moderation-take = A ta i bolo, sɛbɛn dɔ to
moderation-take-go = Ne b'a ɲɛnabɔ
moderation-staff-note = Sɛbɛn baro ɲɛminɛbaga tɔw ye
moderation-staff-note-help = Komite ka baro ɲɛminɛbagaw dɔrɔn b'a kalan.

## Holding somebody back

moderation-hold = Nin mɔgɔ in ka sɛbɛnni sumaya walima k'a bila fɔlɔ
moderation-hold-help = Nin komite in ka barow dɔrɔn na. Mɔgɔ bɛ a kun kalan. A tɔgɔ tɛ sɛbɛn yɔrɔ si la.
moderation-hold-instead = Sumayali kura walima bilali kura bɛ bila sisan ta nɔ na.
moderation-hold-reason = A kun
moderation-hold-reason-help = O mɔgɔ ni bɛɛ bɛ se k'a kalan. Aw kana tɔgɔ si sɛbɛn a kɔnɔ.
moderation-hold-days = Tile hakɛ
moderation-hold-minutes = Miniti hakɛ bataki fila cɛ
moderation-hold-minutes-help = Sumayali dɔrɔn kama.
moderation-hold-slow = A sumaya
moderation-hold-block = A bila fɔlɔ
moderation-hold-lift = A ka sɛbɛnni kɛ kokura
moderation-held-block = A bilalen don fo { $day }. A kun: { $reason }
moderation-held-slow = Bataki kelen miniti { $minutes } o miniti { $minutes }, fo { $day }. A kun: { $reason }

## Flagging a message

moderation-flag-go = Komite lasɔmi
moderation-flag-title = Komite lasɔmi nin sɛbɛn in kan
moderation-flag-lead = Baro ɲɛminɛbaga dɔ b'a lajɛ ani k'a latigɛ. Polisi t'a latigɛ. Mɔgɔ si t'a dɔn ko aw don.
moderation-flag-why = Mun na nin sɛbɛn in man kan
moderation-flag-note = Faranfasi
moderation-flag-note-help = Baro ɲɛminɛbagaw dɔrɔn b'a kalan.
moderation-flag-send = Lasɔmini ci
moderation-flag-twice = Aw ye komite lasɔmi nin sɛbɛn in kan kaban. A ka jaabi bɛ kalan yɔrɔ kelen in na.

## The watch list

moderation-watch = Kɔlɔsili daɲɛw
moderation-watch-lead = Nin daɲɛ dɔ bɛ sɛbɛn min na, o bɛ baro ɲɛminɛbaga ka latigɛ makɔnɔ. Foyi tɛ bɔ yen.
moderation-watch-new = Daɲɛ kura
moderation-watch-word = Daɲɛ walima daɲɛ damadɔw
moderation-watch-word-help = Kan taamasiyɛnw ni sɛbɛndenbaw tɛ jate.
moderation-watch-lang = Kan

## An appeal (src/moderation/appeals)

appeal-title = Latigɛ n ka bataki kan
appeal-message = Aw ka bataki
appeal-go = Latigɛ lajɛli kokura ɲini
appeal-see = Latigɛ lajɛ
appeal-list = Komite ka latigɛw aw ka batakiw kan
appeal-lead-committee = Nin komite in ka baro ɲɛminɛbaga wɛrɛ b'a lajɛ kokura ani k'aw jaabi sɛbɛn na. Latigɛbaga fɔlɔ tɛ, polisi fana tɛ.
appeal-lead-peers = Baro ɲɛminɛbaga wɛrɛ tɛ nin komite in na. Komite wɛrɛ ka baro ɲɛminɛbaga b'a lajɛ kokura ani k'aw jaabi sɛbɛn na. Polisi tɛ.
appeal-lead-oversight = Baro ɲɛminɛbaga wɛrɛ tɛ yan. Kɔlɔsilaw b'a lajɛ kokura ani k'aw jaabi sɛbɛn na. Polisi tɛ.
appeal-once = Aw bɛ se k'o ɲini siɲɛ kelen dɔrɔn latigɛ kelen kan.
appeal-words = Mun na nin latigɛ in man ɲi
appeal-words-help = Aw yɛrɛ ka kuma na. Jaabibaga dɔrɔn b'a kalan.
appeal-send = Ɲinini ci
appeal-yours = Aw ka lajɛli ɲinini
appeal-waiting = A bɛ jaabi makɔnɔ
appeal-upheld = A sɔnna: sɛbɛn jirala kokura
appeal-rejected = A ma sɔn: sɛbɛn tɛ jira
appeal-upheld-mask = A sɔnna: aw bɛ se ka o yɔrɔ sɛbɛn kokura, baro ɲɛminɛbaga dɔ b'a kalan fɔlɔ
appeal-rejected-mask = A ma sɔn: yɔrɔ datugulen bɛ to ten
appeal-uphold-mask = Sɔn: sɛbɛnbaga b'a sɛbɛn kokura
appeal-overtaken = Komite yɛrɛ ye sɛbɛn jira
appeal-answer = Jaabi
appeal-decision = Komite ka latigɛ:
appeal-refused = Aw ye nin latigɛ in lajɛli ɲini kaban, walima foyi tɛ yen min bɛ se ka lajɛ kokura. Aw ye latigɛ kalan yɔrɔ min na, jaabi bɛ kalan yen.
appeal-waits = Lajɛli ɲinini dɔ bɛ jaabi makɔnɔ
appeal-said = Sɛbɛnbaga ka kuma
appeal-answer-words = Aw ka jaabi
appeal-answer-help = Sɛbɛnbaga b'a kalan. Aw y'a kun fɔ, kuma nɔgɔman na.
appeal-uphold = Sɔn ani k'a jira
appeal-reject = Kana sɔn
appeal-not-yours = Aw yɛrɛ ye nin latigɛ in kɛ: mɔgɔ wɛrɛ bɛ nin ɲinini in jaabi.
appeal-elsewhere = Mɔgɔ wɛrɛ bɛ nin ɲinini in jaabi.
appeal-page-title = Lajɛli ɲinini jaabi
appeal-oversight = Lajɛli ɲininiw
appeal-oversight-why = Latigɛbaga dɔrɔn ye baro ɲɛminɛbaga ye: aw bɛ jaabi di.
appeal-concern = Komite ka latigɛ

## Blacking out (src/moderation/redactions)

redaction-title = Yɔrɔ dɔ datugu
redaction-lead = Aw bɛ min jira, o bɛ finya yɔrɔ bɛɛ la a bɛ se ka kalan yɔrɔ min: yan, sɛbɛn kɔrɔw la, ani bataki minnu b'a fɔ kokura. Sɛbɛn fɔlɔ dogolen don, kɔlɔsilaw dɔrɔn bɛ se k'a dayɛlɛ, ni a kun ye. A tɛ se ka segin kɔ.
redaction-parts = Yɔrɔ minnu ka kan ka datugu
redaction-parts-help = Kelen sɛbɛnnisira kelen na, i n'a fɔ a sɛbɛnnen bɛ cogo min na.
redaction-not-found = « { $part } » tɛ sɛbɛn in kɔnɔ. Aw ye daɲɛ bɛɛ sɛbɛn kokura.
redaction-go = A datugu
redaction-masked = yɔrɔ datugulen
redaction-why = Komite ye yɔrɔ dɔ datugu. A kun: { $reason }
redaction-done = Komite ye yɔrɔ dɔ datugu { $date }. A kun: { $reason }
redaction-event = Komite ye sɛbɛn walima foto yɔrɔ dɔ datugu
redaction-photo = Foto
redaction-nobody = Kɔlɔsila si tɛ se ka sɛbɛn fɔlɔ mara sisan. Aw ye sɛbɛn bɛɛ dogo.
redaction-gone = Sɛbɛn fɔlɔ tɛ yen tugun, walima aw ka kile t'a dayɛlɛ. Aw ye kɔlɔsila wɛrɛ ɲininka.
redaction-list = Yɔrɔ datugulenw
redaction-list-lead = Komitew ye min datugu sɛbɛnw ni jaw la. Sɛbɛn fɔlɔw bɛɛ dogolen don. Sɛbɛn fɔlɔ kalanni taamasiyɛn bɛ to yen fo abada.
redaction-none = Foyi ma datugu.
redaction-one = Yɔrɔ datugulen dɔ
redaction-erased = Sɛbɛn fɔlɔ jɔsira kabini { $date }.
redaction-open = Sɛbɛn fɔlɔ kalan
redaction-open-rule = Aw tɔgɔ, don ani aw ka kun bɛ to sɛbɛnnen yan ani registiri kɔnɔ.
redaction-open-go = A sɛbɛn k'a kalan
redaction-reason-help = Mun na a ka kan ka kalan: ɲangatali, lajɛli ɲinini walima sɛgɛsɛgɛli. Min datugulen don, aw kana o sɛbɛn.
redaction-openings = Minnu ye sɛbɛn fɔlɔ kalan
redaction-openings-none = Mɔgɔ si.
redaction-original = Sɛbɛn fɔlɔ
redaction-photo-title = Foto yɔrɔ dɔ datugu
redaction-photo-lead = Aw ye kɛsuw taamasiyɛn minnu ka kan ka finya: ɲɛda, mobili nimɔrɔ, da nimɔrɔ. U bɛ jɔsi foto la ani a fitinin na. Foto fɔlɔ dogolen don, kɔlɔsilaw dɔrɔn bɛ se k'a dayɛlɛ.
redaction-cells = Foto kɛsuw
redaction-cell = Jɔlen { $column }, sira { $row }
redaction-no-cell = Aw ye kɛsu kelen taamasiyɛn ka dɔgɔya.

moderation-own-words = Nin ye aw yɛrɛ ka kumaw ye: komite mɔgɔ wɛrɛ b’a latigɛ.
moderation-guarded = Nimɔrɔ, palaki, adɛrɛsi walima daɲɛ kɔlɔsilen b’a la, mɔgɔ bɛɛ tun bɛna o kalan. O bɔ.
moderation-rule-masked = Yɔrɔ dɔ tun datugulen don
moderation-ground-needed = Kun dɔ sugandi, walima a sɛbɛn.
moderation-queue-chair = Baro ɲɛminɛbagaw bɛ makɔnɔtaw latigɛ. Aw ye ɲɛmɔgɔ ye: aw bɛ sɔn ɲɔgɔnye sɛbɛnw ma.
appeal-or-now = Aw yɛrɛ bɛ se k’a jira sisan fana: o tuma na, lajɛli kokura bɛ jɔ, a sɛbɛnbaga b’o kalan.
