### The discussion: threads and posts (src/talk).
### à relire par un locuteur

## A thread

talk-title = An ka kuma a kan: { $title }
talk-empty = Mɔgɔ si ma sɛbɛnni kɛ fɔlɔ.
talk-hidden = Komite ye nin bataki in dogo: { $reason }
talk-locked = Baro datugura { $date }. A kun: { $reason }
talk-write = Aw ka bataki
talk-write-help = Bɛɛ bɛ se k'a kalan. Aw kana mɔgɔ si jalaki n'a tɔgɔ ye. Telefɔni nimɔrɔ si kana sɛbɛn.
talk-write-help-reserved = Mɔgɔ tɔgɔsɛbɛnnenw ni komite dɔrɔn b'a kalan. Aw kana mɔgɔ si jalaki n'a tɔgɔ ye. Telefɔni nimɔrɔ si kana sɛbɛn.
talk-as = Aw bɛ sɛbɛnni kɛ iko: { $voice }. Aw tɔgɔ tɛ jira.
talk-send = A ci
talk-login = Walasa ka sɛbɛnni kɛ, aw ye don. Kalanni mago tɛ o la.
talk-login-go = Don
talk-not-yours = Nin ɲɔgɔnye in tɛ bɛɛ ta ye. Mɔgɔ tɔgɔsɛbɛnnenw ni komite dɔrɔn bɛ se ka kalan ani ka sɛbɛn yan.
talk-hide = Dogo
talk-hide-go = Nin bataki in dogo
talk-restore = A jira kokura
talk-lock = Baro datugu
talk-unlock = Baro dayɛlɛ kokura
talk-back-area = Nin sigida in
talk-back-concern = Haminanko
talk-pages = Baro ɲɛw
talk-previous = Tɛmɛnen
talk-last = Ɲɛ laban
talk-new = Kura bɛ daminɛ yan
talk-part-of = A bɔra nin na: { $title }

## A post

talk-reply = Jaabi
talk-quote = A kuma sɛbɛn
talk-edit = Yɛlɛma
talk-answers = Jaabi: { $who }, { $when }
talk-answer-nobody = Kana mɔgɔ si jaabi
talk-voice = Aw bɛ sɛbɛnni kɛ iko
talk-marks = Sɛbɛn cɛɲɛ
talk-marks-why = *daɲɛ*: sɛbɛn jɛngɛlen. **daɲɛ**: sɛbɛn finman. Ni sɛbɛnfura daminɛna ni > ye, o ye mɔgɔ wɛrɛ ka kuma ye; ni a daminɛna ni - ye, o ye lisi ye. https:// sira bɛ kɛ jirali ye.
talk-edited = A yɛlɛmana, { $when }.
talk-before = Kɔrɔlen lajɛ
talk-history = Nin bataki in tun bɛ min fɔ fɔlɔ
talk-now = Sisan
talk-earlier = Fɔlɔ
talk-edit-title = N ka bataki yɛlɛma
talk-edit-help = Aw tun ye min sɛbɛn fɔlɔ, bɛɛ bɛ se ka o kalan hali bi.
talk-waits = A bɛ baro ɲɛminɛbaga makɔnɔ, { $since }. Aw kelen de b'a kalan.
talk-refused = Komite ma sɔn a ma: { $reason }
talk-slowed = Komite b'a ɲini aw fɛ aw ka makɔnɔni kɛ bataki fila cɛ. Aw y'aw ka sɛbɛnni mara, k'a ci dɔɔnin kɔfɛ.
talk-slowed-until = Komite b'a ɲini aw fɛ aw ka makɔnɔni kɛ bataki fila cɛ. Aw bɛ se ka sɛbɛnni kɛ { $until }.
talk-blocked = Komite tɛ sɔn aw ka sɛbɛnni kɛ yan tugun. Aw bɛ se ka kalan kɛ ani ka laseli kɛ hali bi.
talk-blocked-until = Komite tɛ sɔn aw ka sɛbɛnni kɛ yan fo: { $until }.
talk-held-block = Fo { $until }, aw tɛ se ka sɛbɛnni kɛ nin komite in ka barow la. A kun: { $reason }
talk-held-slow = Fo { $until }, aw bɛ bataki kelen ci miniti { $minutes } o miniti { $minutes } nin komite in ka barow la. A kun: { $reason }
talk-masked = Komite ye nin bataki in yɔrɔ dɔ datugu: a tɛ yɛlɛma tugun. Aw bɛ se ka bataki kura sɛbɛn.
talk-twice = Aw ye nin sɛbɛn in ci kaban bi. A sera. Walasa ka dɔ fara a kan, aw y'a yɛlɛma.
talk-flood = Aw ye bataki caman ci waati dɔɔnin kɔnɔ. Aw ye miniti damadɔ makɔnɔ.

## Following

talk-follow = Tugu nin baro in kɔ
talk-mine = N ka barow
talk-mine-lead = Aw bɛ ka tugu baro minnu kɔ. Ni aw ye sɛbɛnni kɛ baro dɔ la, aw bɛ tugu o kɔ.
talk-mine-none = Aw ma tugu baro si kɔ. Aw ka sigida baro dayɛlɛ.
talk-unread = Bataki kura { $n }
talk-count-last = Bataki { $n }, laban: { $last }
talk-read-all = A bɛɛ kalanna
talk-digest = Kabini kunu
talk-digest-since = Min sɛbɛnna kabini { $day } aw ka barow la.
talk-digest-none = Foyi kura tɛ yen kabini kunu.
talk-digest-more = Dɔ wɛrɛw bɛ yen

## Whole threads

talk-move = A yɔrɔ yɛlɛma
talk-move-why = Baro bɛ kɛ ko wɛrɛ kan. Jirali minnu bɛ taa a batakiw la, olu bɛ to u cogo la.
talk-move-to = Komite ka yɔrɔ walima ɲɔgɔnye dɔ
talk-move-number = Ni aw ye yɔrɔ walima ɲɔgɔnye sugandi, aw kana foyi sɛbɛn yan.
talk-move-taken = Baro bɛ nin ko in kan kaban. Aw ye fila bɛɛ fara ɲɔgɔn kan.
talk-merge = A fara dɔ wɛrɛ kan
talk-merge-why = Batakiw bɛɛ bɛ taa baro dɔ wɛrɛ la, ka kɛɲɛ ni donw ye. O tɛ se ka segin kɔ.
talk-merge-into = Baro dɔ wɛrɛ
talk-split = A tila
talk-split-here = A tila yan
talk-split-why = Nin bataki in ni a kɔfɛtaw bɛɛ bɛ kɛ baro wɛrɛ ye.
talk-split-title = Baro kura tɔgɔ
talk-split-title-help = A ka surun, a ka jɛya.
talk-other-readers = Fila la kelen tɛ bɛɛ ta ye: batakiw kalanbagaw tun bɛna yɛlɛma. Mɔgɔ kelenw bɛ baro min kalan, aw y'o sugandi.
talk-other-committee = Nin ko in ye komite wɛrɛ ta ye.
talk-trace-moved = A yɔrɔ yɛlɛmana { $date }.
talk-trace-moved-from = A yɔrɔ yɛlɛmana { $date }. Fɔlɔ: { $title }.
talk-trace-merged-in = Bataki { $n } bɔra baro wɛrɛ la ka na yan { $date }.
talk-trace-merged-away = Bataki { $n } taara baro wɛrɛ la { $date }.
talk-trace-split-off = Bataki { $n } kɛra baro wɛrɛ ye { $date }.
talk-trace-split-from = A tilala { $date }, ni bataki { $n } ye.
talk-trace-moved-to = A yɔrɔ yɛlɛmana { $date } ka taa: { $title }.
talk-trace-locked = A datugura { $date }.
talk-trace-unlocked = A dayɛlɛla kokura { $date }.
talk-parts = Baro minnu bɔra nin na
talk-parts-count = (bataki { $n })
talk-trace-why = Kun: { $reason }

## Where it is linked

talk-area = Sigida baro
talk-concern = Baro nin kan
talk-shows-name = N tɔgɔ jira ne ka baara kɛrɛ fɛ barow la
notice-waits = A cira. Baro ɲɛminɛbaga dɔ b'a kalan fɔlɔ.
