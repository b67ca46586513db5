### The desk: inbox, file, referrals, a moderator's look at one concern, oversight (src/concerns/desk).
### à relire par un locuteur
### Terms: laseli, signalement; ko, affaire (« ko in »); sigibaga, habitant; cakɛda, service; polisiso, unité; kun, raison.

## The inbox

desk-title = Laseliw
desk-tabs = Laseliw cogoya
desk-tab-all = U bɛɛ
desk-tab-owed = Jaabi ka kan ka di
desk-tab-late = Waati tɛmɛna
desk-tab-in-progress = Bɛ sen na
desk-tab-referred = Cilen
desk-tab-waiting = Sigibaga makɔnɔli
desk-tab-resolved = Ɲɛnabɔlen
desk-tab-closed = Datugulen
desk-search = Laseli dɔ ɲini
desk-search-words = Daɲɛw walima nimɔrɔ
desk-any = U bɛɛ
desk-mine = Ne ka lisi
desk-urgent-only = Minnu bɛ kɛ fɔlɔ dɔrɔn
desk-filter = A ɲini
desk-empty = Laseli si tɛ yan.
desk-show-all = Laseliw bɛɛ lajɛ
desk-caption = Laseliw, minnu waati ka surun olu fɔlɔ
desk-pages = Ɲɛw
desk-concern = Laseli
desk-left = Waati tɔ
desk-state = Cogoya
desk-urgent = A bɛ kɛ fɔlɔ
desk-sealed = A dogolen don
desk-in-bambara = Bamanankan na
desk-keys = Siginidenw: C ɲinini, L ne ka lisi; laseli kɔnɔ: R jaabi, P ɲininkali, N sɛbɛnni, D segin.
desk-rest-waiting = ɲininkali kɛra { $ago }
desk-rest-act = baara laban { $ago }

## The file

desk-facts = A kunba
desk-category = Suguya
desk-place = Kin
desk-landmark = Taamasiyɛn
desk-filed = A sɔrɔla don min
desk-language = Kan
desk-audience = Jɔn bɛ se k'a kalan
desk-audience-public = Bɛɛ, n'a bilala kɛnɛ kan
desk-audience-private = Polisiso ni sigibaga
desk-audience-sealed = Nin biro ni sigibaga dɔrɔn, kin polisiso t'a ye abada
desk-audience-oversight = Polisi kɔlɔsibagaw ni sigibaga, polisiso t'a ye abada
desk-publication = Bilali kɛnɛ kan
desk-unit = Polisiso
desk-assignee = A bɛ min bolo
desk-nobody = Mɔgɔ si
desk-given = A dira { $name } ma
desk-reason = Kun
desk-errands = Cakɛdaw
desk-timeline = Min kɛra
desk-answer-in-bambara = Sigibaga bɛ sɛbɛnni kɛ bamanankan na. Aw ye jaabi di bamanankan na.
desk-deeds = Baara kɛ
desk-choose = Dɔ sugandi
desk-send = A ci
desk-save = A mara
desk-change = A yɛlɛma

desk-answer = Sigibaga jaabi
desk-answer-words = Aw ka jaabi
desk-readers = Jɔn bɛ se ka jaabi kalan?
desk-readers-all = Bɛɛ
desk-readers-later = Bɛɛ, ni laseli bilala kɛnɛ kan
desk-readers-reporter = Sigibaga dɔrɔn
desk-ask = Ɲininkali kɛ
desk-ask-words = Aw ka ɲininkali
desk-ask-help = Sigibaga dɔrɔn b'a kalan. A bɛ jaabi di ni a ka kɔdi ye.
desk-start = Baara daminɛ
desk-start-help = Sigibaga b'a ye ko a bɛ sen na. Jaabi ka kan ka di hali bi.
desk-refer = A ci cakɛda dɔ ma
desk-refer-help = Laseli bɛ to a dayɛlɛlen yan. Cakɛda b'a fɔ n'a sɔnna a ma.
desk-service = Cakɛda
desk-errand = Aw bɛ min ɲini cakɛda fɛ
desk-errand-help = Cakɛda bɛ nin kalan, sigibaga t'a kalan.
desk-resolve = A ɲɛnabɔra
desk-resolve-words = Min kɛra
desk-resolve-help = Sigibaga bɛ nin kalan, k'a fɔ n'a ɲɛnabɔra tiɲɛ na.
desk-close = A datugu k'a sɔrɔ a ma ɲɛnabɔ
desk-close-help = Kun ni kuma bɛ kalan ni laseli ye.
desk-close-words = A kun ɲɛfɔ
desk-reopen = A dayɛlɛ kokura
desk-reopen-words = Mun na a bɛ dayɛlɛ kokura?
desk-recategorise = Suguya yɛlɛma
desk-new-category = Suguya kura
desk-new-category-help = Yɛlɛmani bɛ ye laseli kɔnɔ. A tɛ kɛ mɔgɔ caman ka kalanta ye ka tɛmɛ fɔlɔ kan.
desk-assign = A di mɔgɔ dɔ ma, a fɔ n'a bɛ kɛ fɔlɔ
desk-urgent-box = A ka kan ka kɛ fɔlɔ
desk-reroute = A di polisiso wɛrɛ ma
desk-reroute-help = Aw tɛna nin laseli in ye bilen.
desk-new-unit = Polisiso kura
desk-why = Mun na?
desk-why-help = Nin kuma in bɛ kalan ni laseli ye.
desk-note = Kɔnɔna sɛbɛn
desk-note-words = Aw ka sɛbɛnni
desk-note-help = A tɛ bɔ polisiso kɔnɔ abada.
desk-note-keep = Sɛbɛn mara

## Referrals

desk-referral-pending = Jaabi ma di fɔlɔ
desk-referral-over = A mago tɛ bilen
desk-referral-accepted = A sɔnna
desk-referral-refused = A seginna
desk-referrals-lead = Polisi b'a ɲini aw fɛ aw ka nin laseliw minɛ.
desk-referrals-empty = Laseli si tɛ yan aw ka cakɛda ye.
desk-asked = A ɲinina
desk-your-answer = Cakɛda ka jaabi
desk-errand-said = Polisi bɛ min ɲini
desk-take-it = Aw sɔnna nin laseli in ma wa?
desk-sentence = Aw ka jaabi
desk-sentence-help = A bɛ kalan ni laseli ye. N'aw b'a segin, aw y'a kun fɔ.
desk-accept = An sɔnna a ma
desk-give-back = A segin polisi ma

## A moderator's look

desk-moderate-title = Laseli dɔ lajɛ
desk-moderate-help = Aw kana tɔgɔ, nimɔrɔ walima fɛn o fɛn bɛ mɔgɔ jira, o bila kɛnɛ kan. Polisi tɛ foyi latigɛ yan.
desk-publish = A bila kɛnɛ kan
desk-restore = A segin kɛnɛ kan
desk-refuse-publication = Kana a bila kɛnɛ kan
desk-hide = A kana to kɛnɛ kan
desk-committee-reason = Komite ka kun
desk-committee-reason-is = Komite ka kun:
desk-committee-reason-help = Bɛɛ bɛ se k'a kalan. Aw kana tɔgɔ si sɛbɛn a kɔnɔ.

## Oversight

desk-oversight-title = Polisi kɔlɔsili
desk-oversight-lead = Damakasi minnu kɛra polisi ka kɛwalew kan. Polisiso t'u ye abada.
desk-oversight-all = damakasi sɔrɔla
desk-oversight-open = dayɛlɛlen don hali bi
desk-oversight-median = jaabi fɔlɔ waati cɛmancɛ
