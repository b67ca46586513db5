### The wall bulletin of a quartier and a month, and the ledger's hash of each day (src/bulletin).
### à relire par un locuteur

## The bulletin

bulletin-title = { $name } ka kunnafonisɛbɛn, { $month }
bulletin-link = Kunnafonisɛbɛn min bɛ nɔrɔ kogo la
bulletin-link-why = Papiye A4 kelen kalo o kalo, a bɛ nɔrɔ kogo la: sugu, lakɔli, misiri, mɛri.
bulletin-many = Kunnafonisɛbɛn minnu bɛ nɔrɔ kogo la
bulletin-print-why = Papiye A4 kelen, a bɛ nɔrɔ kogo la: sugu, lakɔli, misiri, mɛri.
bulletin-said = Aw y'a fɔ
bulletin-said-count = Haminanko minnu bɔra kɛnɛ kan nin kalo in na: { $n }
bulletin-done = A kɛra
bulletin-done-count = Minnu ɲɛnabɔra nin kalo in na: { $n }
bulletin-by-unit = polisiso ko ten
bulletin-by-resident = sigibaga y'a sɛmɛntiya
bulletin-by-resident-partly = sigibaga ko: yɔrɔ dɔ dɔrɔn
bulletin-not-yet = A ma kɛ fɔlɔ, n'a kun ye
bulletin-not-yet-count = Minnu ma ɲɛnabɔ: { $n }
bulletin-late = jaabi { $late }
bulletin-promises = Layidu minnu tara komite ye
bulletin-kept = Minnu tiimɛna nin kalo in na: { $n }
bulletin-kept-some = Minnu tiimɛna nin kalo in na: { $n }. Laban ta:
bulletin-overdue-some = Minnu waati tɛmɛna: { $n }. Minnu mɛɛnna kosɛbɛ:
bulletin-overdue = Minnu waati tɛmɛna: { $n }
bulletin-due = a waati tun ye { $day } ye
bulletin-meeting = Ɲɔgɔnye nata
bulletin-meeting-none = Ɲɔgɔnye si ma fɔ fɔlɔ.
bulletin-calls = Wele kɛ
bulletin-file = Ka ko lase telefɔni kɔ
bulletin-file-how = Aw ye taa komite walima polisiso la. U bɛ sɛbɛn dɔ di aw ma, kɔdi b'a la. Jate tɛ, tɔgɔ tɛ fɔ.
bulletin-rumour = { $state }: { $answer }
bulletin-patrols = Yɔrɔyaalaw
bulletin-patrols-told = Taama { $n } dɔgɔkun { $weeks } kɔnɔ.
bulletin-patrols-none = U ma fɔ fɔlɔ nin kalo in na.
bulletin-patrols-why = A bɛ fɔ dɔgɔkun kelen o kɔfɛ, yɔrɔ ni lɛrɛ tɛ fɔ.
bulletin-made = A bɔra papiye kan { $day }.
bulletin-more = A tɔ bɛ yan:
bulletin-before = Kalo tɛmɛnen
bulletin-after = Kalo nata

## The ledger's days

bulletin-ledger-at = Gafe { $day } la, kumasen { $rows }:
bulletin-ledger-title = Gafe datugulen
bulletin-ledger-lead = Wale kelen bɛɛ ye kumasen kelen ye gafe kɔnɔ. Don kelen bɛɛ taamasiyɛn b'a la, o bɛ sɛbɛn kunnafonisɛbɛnw ni ɲɔgɔnyesɛbɛnw kan. Ni kumasen dɔ yɛlɛmana walima a bɔra kɔfɛ, taamasiyɛn ni papiye tɛ kelen ye bilen.
bulletin-ledger-why = Mɔgɔ min bɛ ɔridinatɛri mara, o bɛ se k'a sɛgɛsɛgɛ kokura ni « { $command } » ye. Papiye mara: o de ye seereya ye.
bulletin-compare = Papiye dɔ sanga gafe ma
bulletin-compare-day = Don min sɛbɛnnen bɛ papiye kan
bulletin-compare-hash = Taamasiyɛn min sɛbɛnnen bɛ papiye kan
bulletin-compare-help = Kulu segin, naani naani, ni yɔrɔ lankolon ye walima n'o tɛ.
bulletin-compare-go = U sanga ɲɔgɔn ma
bulletin-compare-slip = Aw ye don sɛbɛn, ani kulu segin naani naani: jatew ni sɛbɛnden A fo F.
bulletin-compare-early = Nin don in ma datugu fɔlɔ. Don datugulen laban ye { $day } ye.
bulletin-compare-yes = Awɔ: gafe taamasiyɛn don { $day } la, kumasen { $rows }.
bulletin-compare-no = Ayi: gafe taamasiyɛn tɛ { $day } la. Papiye kalan kokura, k'a jira komite la.
bulletin-days = Donw
bulletin-days-none = Don si ma datugu fɔlɔ.
bulletin-day = Don
bulletin-rows = Kumasenw
bulletin-hash = Taamasiyɛn
bulletin-mark = Bolonɔ
bulletin-signed = Bolonɔ b'a la
bulletin-unsigned = Bolonɔ t'a la fɔlɔ
bulletin-marks = Bolonɔ bɛɛ (CSV)
bulletin-marks-why = Aw ye nin fisiye in mara yɔrɔ wɛrɛ la: tɔn, kunnafonidilaw, awoka. Ni mɔgɔ dɔ ye gafe yɛlɛma kɔfɛ, a tɛ se ka nin bolonɔw kɛ kokura: kile tɛ gafe kɔnɔ.
bulletin-marks-how = Don min bolonɔ b'a la, o ye nin kumasen naani ye: tɔgɔ, don, kumasenw hakɛ, taamasiyɛn bɛɛ. A bolonɔ Ed25519 bɛ fisiye kɔnɔ Base64 la.
bulletin-marks-key = Kile min bɛɛ b'a dɔn
