### à relire par un locuteur

## Where it stands

state-received = Sɔrɔlen
state-in-progress = A bɛ sen na
state-referred = Cilen cakɛda dɔ ma
state-resolved = Ɲɛnabɔlen
state-closed = Datugulen, a ma ɲɛnabɔ
state-reopened = Dayɛlɛlen kokura

## Why it was closed without being settled

reason-no-means = Baarakɛminɛn tɛ yen: esansi, mɔbili walima polisi
reason-other-body = Cakɛda wɛrɛ ka baara don
reason-not-found = Foyi ma sɔrɔ a yɔrɔ la
reason-no-evidence = Seereya ma sɔrɔ
reason-duplicate = A lasera kaban
reason-withdrawn = Min y'a lase, o y'a dabila
reason-not-police = Polisi ka baara tɛ

## What the reporter says

outcome-confirmed = a ɲɛnabɔra
outcome-partly = a yɔrɔ dɔ ɲɛnabɔra
outcome-not-fixed = a ma ɲɛnabɔ

## In which function somebody spoke

function-resident = Sigibaga
function-relay = Dɛmɛbaga
function-officer = Polisi
function-chief = Polisiso ɲɛmɔgɔ
function-moderator = Komite
function-partner = Cakɛda
function-overseer = Polisi kɔlɔsilijɛkulu
function-admin = Labɛnbaga
function-system = Sigida ka mansin

## Who may read

audience-public = Bɛɛ
audience-private = Polisiso ni aw
audience-sealed = Biro kɛrɛnkɛrɛnnen ni aw, kin polisiso t'a ye abada
audience-oversight = Polisi kɔlɔsilijɛkulu ni aw, polisiso t'a ye abada

## Whether everybody may read it yet

moderation-not-needed = Jama tɛ nin kalan
moderation-waiting = Komite ma a kalan fɔlɔ
moderation-published = Bilalen kɛnɛ kan
moderation-refused = A ma bila kɛnɛ kan
moderation-hidden = A bɔra kɛnɛ kan

## What happened

event-filed = Laseli sɔrɔla
event-answer = Jaabi
event-ask = Ɲininkali
event-reply = Bataki
event-note = Polisiso kɔnɔ sɛbɛnni
event-changed = { $was } → { $became }
event-assigned = A dira polisi dɔ ma
event-unassigned = A tɛ mɔgɔ si bolo
event-urgent = A ka kan ka kɛ joona
event-not-urgent = A teliya dabilala
event-category = Suguya: { $was } → { $became }
event-unit = Polisiso: { $was } → { $became }
event-referred = A cira: { $service } ma
event-accepted = A sɔnna a ma: { $service }
event-refused = A y'a segin: { $service }
event-outcome = Sigibaga ko: { $outcome }
event-patrol = Polisi tɛmɛna yen { $day }
event-was-discussed = A baro kɛra ɲɔgɔnye la: { $day }
event-discussed-off = { $day } ɲɔgɔnye dabilala: a baro ma kɛ
event-discussed-removed = A bɔra ɲɔgɔnye kɔnɔko la: { $day }
event-discussed = A donna ɲɔgɔnye kɔnɔko la: { $day }
event-published = Komite y'a bila kɛnɛ kan
event-not-published = Komite m'a bila kɛnɛ kan
event-hidden = Komite ma sɔn a ka to kɛnɛ kan

## On a card, chip, clock

concern-supports = Mɔgɔ { $count } ko: ne fana
concern-no-act = Jaabi ma sɔrɔ fɔlɔ
concern-last-act = Polisi ka baara laban: { $ago }
concern-pages = Lisi ɲɛw
