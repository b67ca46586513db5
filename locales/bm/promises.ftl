### Commitments that two sides sign, questions before a meeting, what an agenda fills in by itself (src/forums).
### à relire par un locuteur

## The chair

account-role-chair = Komite peresidan
account-why-chair = A bɛ ɲɔgɔnyesɛbɛnw sɛmɛntiya, ka bolonɔ bila cakɛda nɔ na min ka jate tɛ yen. A sugandi: komite dɔ. Polisi baara t'a bolo abada.
function-chair = Komite peresidan

## What a body owes

promise-desk = An ka layiduw
promise-desk-lead = Aw ka polisiso, cakɛda walima komite ye layidu minnu ta. Aw ye jaabi di sanni ɲɔgɔnye ka se: a bɛ kalan ɲɔgɔnye kɔnɔ.
promise-desk-none = Layidu si tɛ makɔnɔ aw fɛ.
promise-desk-go = Jaabi di walima bolonɔ bila

## One commitment

promise-to = A tara jɔn ye
promise-before = Nin don in bɛ ɲɔgɔnye don ɲɛ.
promise-noted = a sɛbɛnna yan { $date }
promise-history = A senw bɛɛ
promise-rule = Layidu bɛ ban ni fan fila ye bolonɔ bila: a tabaga ani komite sigibagaw. Sanni o cɛ, a bɛ segin ɲɔgɔnye bɛɛ la.
promise-silent = Layidu tabaga ka jate tɛ yan: komite peresidan b'a ka kuma sɛbɛn.
promise-sign-owner = Layidu tabaga bolonɔ
promise-sign-community = Sigibagaw bolonɔ
promise-signed = A bilala
promise-unsigned = A ma bila fɔlɔ
promise-waits-kept-community = Layidu tabaga ko: a tiimɛna. Sigibagaw ma bolonɔ bila fɔlɔ.
promise-waits-kept-owner = Sigibagaw ko: a tiimɛna. Layidu tabaga ma bolonɔ bila fɔlɔ.
promise-waits-abandoned-community = Layidu tabaga b'a fɛ k'a dabila. Sigibagaw ma bolonɔ bila fɔlɔ.
promise-waits-abandoned-owner = Sigibagaw b'a fɛ k'a dabila. Layidu tabaga ma bolonɔ bila fɔlɔ.
promise-for-owner = Jaabi di walima bolonɔ bila layidu tabaga tɔgɔ la
promise-for-community = Bolonɔ bila sigibagaw tɔgɔ la
promise-what = Aw b'a fɛ ka mun kɛ?
promise-sentence = Aw ka kuma
promise-sentence-help = Wajibi don jaabi, dabilali, banni ani seginni na. Bɛɛ b'a kalan. Mɔgɔ tɔgɔ si kana sɛbɛn.
promise-do-answer = Jaabi di
promise-do-answer-why = Layidu sera min. Jaabi bɛ kalan ɲɔgɔnye nata la.
promise-do-begin = A daminɛna
promise-do-begin-why = Baara bɛ sen na.
promise-do-keep = A tiimɛna
promise-do-keep-why = Fan tɔ kelen ka kan ka sɔn fɔlɔ.
promise-do-abandon = Dabila
promise-do-abandon-why = N'a kun ye. Fan tɔ kelen ka kan ka sɔn fɔlɔ.
promise-do-accept = Sɔn, ka bolonɔ bila
promise-do-accept-why = Aw bolonɔ ye filanan ye: layidu kuncɛlen don.
promise-do-refuse = Ban walima a bɔ
promise-do-refuse-why = Ni kuma dɔ ye. Layidu bɛ to dayɛlɛlen ye.
promise-do-reopen = A ta kokura
promise-do-reopen-why = N'a kun ye. Bolonɔ fila bɛɛ bɛ bɔ.
promise-step-made = A tara
promise-step-before = Komite kelen y'a kuncɛ, sanni bolonɔ fila sariya ka se
promise-step-answer = Jaabi
promise-step-begun = A daminɛna
promise-step-said-kept = Bolonɔ fɔlɔ: a tiimɛna
promise-step-said-abandoned = Bolonɔ fɔlɔ: a ka dabila
promise-step-refused = A ma sɔn, walima a bɔra
promise-step-kept = Bolonɔ filanan: a tiimɛna
promise-step-abandoned = Bolonɔ filanan: a dabilala
promise-step-reopened = A tara kokura
promise-claimed = Layiduw minnu bɛ bolonɔ makɔnɔ

## What the agenda fills in

promise-agenda-answer = Jaabi, { $date }: { $words }
promise-item-questions = Sigibagaw ka ɲininkaliw
promise-report = San kelen kɔnɔ: haminanko { $received } sɔrɔla, fɛɛrɛ sɔrɔla { $answered } la. Waati tɛmɛnenw bi: { $late }.
promise-report-then = San kelen kɔnɔ, ka se ɲɔgɔnye don ma: haminanko { $received } sɔrɔla, fɛɛrɛ sɔrɔla { $answered } la. Waati tɛmɛnenw o don na: { $late }.
promise-report-hours = Polisi yaalali { $month } kɔnɔ: lɛrɛ { $hours } a dɔgɔyalenba la.
promise-report-few = Polisi yaalali { $month } kɔnɔ: a ma lɛrɛ 10 bɔ.

## Questions before a meeting

promise-questions-asked = Ɲininkali kɛlenw
promise-questions-none = Ɲininkali si ma kɛ fɔlɔ.
promise-question-ask = Ɲininkali dɔ kɛ
promise-question-help = Ɲininkali kelen, a ka surun. Tɔgɔ si, telefɔni nimɔrɔ si kana sɛbɛn. Bɛɛ b'a kalan.
promise-question-send = Ɲininkali ci
promise-question-held = Aw ka ɲininkali sera. Komite b'a kalan sanni a k'a jira.
promise-question-show = A jira
promise-question-refuse = Ban a ma
promise-question-reason = A kun, ni aw banna a ma
promise-question-withdraw = Nin ɲininkali in bɔ
promise-questions-own = Aw ka ɲininkaliw, mɔgɔ wɛrɛ t'u kalan
promise-question-refused = Komite t'a jira. A kun: { $reason }
promise-own-question = Aw yɛrɛ ka ɲininkali don: mɔgɔ wɛrɛw bɛ to a kɔ.
promise-support-back = N tɛ a kɔ bilen
promise-support = N bɛ a kɔ
promise-supported = aw bɛ a kɔ
promise-support-login = Walasa ka to ɲininkali dɔ kɔ, aw ye don.
promise-supports =
    { $n ->
        [0] Mɔgɔ si tɛ a kɔ fɔlɔ
       *[other] mɔgɔ { $n } bɛ a kɔ
    }
promise-held = Ɲininkali { $n } ka kan ka kalan
