### The rumour desk: what is said in a quartier, and what committee and police say of it together (src/rumours).
### à relire par un locuteur

rumour-title = Mankan minnu bɛ fɔ
rumour-lead = Fɛn caman bɛ fɔ. Komite ni polisi b'u sɛgɛsɛgɛ, ka tila ka jaabi di ɲɔgɔn fɛ.
rumour-ask = Tiɲɛ don wa?
rumour-show = A jira
rumour-none = Mankan si tɛ yan.
rumour-heard = A bɛ fɔ
rumour-checking = A bɛ ka sɛgɛsɛgɛ
rumour-true = Tiɲɛ don
rumour-false = Tiɲɛ tɛ
rumour-unknown = A ma dɔn
rumour-we-check = An b'a sɛgɛsɛgɛ.
rumour-wait = Aw kana a fɔ i n'a fɔ tiɲɛ don.
rumour-said = A bɛ fɔ ko:
rumour-answer = Jaabi
rumour-answer-words = Jaabi, kumasen damadɔ la
rumour-answer-help = Min sɛgɛsɛgɛra, ani min ka kan ka kɛ. Tɔgɔ si, nimɔrɔ si kana sɛbɛn.
rumour-corrected = Nin jaabi in bɛ jaabi kɔrɔ dɔ latilen. Kɔrɔ bɛ kalan duguma.
rumour-source = An y'a dɔn cogo min na:
rumour-together = Mɔgɔ minnu ye bolonɔ bila ɲɔgɔn fɛ:
rumour-history = Min kɛra
rumour-step-opened = A sɛbɛnna
rumour-step-checking = A bɛ ka sɛgɛsɛgɛ
rumour-step-signed = Bolonɔ fɔlɔ: { $verdict }
rumour-step-refused = Bolonɔ ma bila: { $verdict }
rumour-step-answered = Jaabi: { $verdict }
rumour-step-corrected = Latilenni: { $verdict }
rumour-feed-title = Mankanw: { $place }
rumour-area = Mankan minnu bɛ fɔ kin na
rumour-area-more = Yan mankanw bɛɛ

## « Is it true? »

rumour-ask-why = Aw ye fɛn dɔ mɛn wa? Komite bɛ aw ka ɲininkali kalan, k'a ɲini ni polisi ye. Aw ka kumaw tɛ bɔ kɛnɛ kan ten.
rumour-ask-words = Aw ye mun mɛn?
rumour-ask-help = Min bɛ fɔ, o fɔ, ani yɔrɔ. Mɔgɔ tɔgɔ si kana sɛbɛn.
rumour-ask-many = Nin yɔrɔ in ka ɲininkali caman bɛ komite makɔnɔ kaban. Aw ta ma taa: aw ye segin don wɛrɛ.
rumour-ask-send = Komite ɲininka
rumour-ask-kept = Jate tɛ, tɔgɔ tɛ. An tɛ foyi mara aw ka telefɔni kan.
rumour-asked = Aw ni ce, komite ye aw ka ɲininkali sɔrɔ.
rumour-asked-why = N'a y'a ta, a bɛna bɔ yan ni kuma wɛrɛw ye, ani jaabi min bolonɔ bilala komite ni polisi fɛ.
rumour-choose = Sugandi

## The desk

rumour-desk = Mankan minnu ka kan ka sɛgɛsɛgɛ
rumour-desk-why = Jaabi bɛ bɔ kɛnɛ kan ni fila bɛɛ ye bolonɔ bila: komite ani polisi.
rumour-to-sign = Aw bolonɔ bɛ makɔnɔ
rumour-asks = Sigibagaw ka ɲininkaliw
rumour-asks-why = Komite dɔrɔn b'u kalan. A sɛbɛn ni kuma wɛrɛw ye, tɔgɔ kana fɔ.
rumour-from = A kɛ mankan ye
rumour-otherwise = A fara dɔ kan walima a datugu
rumour-join-with = Nin ni min ye kelen ye
rumour-join = A fara o kan
rumour-close-why = Mun na a bɛ datugu? Bɛɛ b'o kalan, ɲininkali yɛrɛ tɛ kalan.
rumour-close = A datugu
rumour-open-ones = Jaabi tɛ minnu na
rumour-open-none = Bɛɛ jaabira.
rumour-answered-ones = Jaabi bɛ minnu na
rumour-new = Mankan dɔ sɛbɛn
rumour-new-why = Min bɛ fɔ, o sɛbɛn, aw kana bɔ fan si fɛ. Bɛɛ bɛna a kalan o yɔrɔnin bɛɛ, ni « An b'a sɛgɛsɛgɛ » ye.
rumour-words = Min bɛ fɔ
rumour-words-help = Kumasen kelen. Misali: « Sugu bɛ datugu nɛgɛɲɛ 17 nin dɔgɔkun in na. » Donw sɛbɛn ni kuma ye.
rumour-place = Yɔrɔ
rumour-lang = Kan
rumour-neutral = N y'a kalan kokura: mɔgɔ tɔgɔ t'a la, nimɔrɔ t'a la, jalaki t'a la
rumour-publish = A bɔ kɛnɛ kan
rumour-form-number = Nin bɛ i n'a fɔ nimɔrɔ walima adɛrɛsi. A bɔ yen. Don bɛ sɛbɛn ni kuma ye.
rumour-form-tick = A kalan kokura, ka taamasiyɛn bila: tɔgɔ si, nimɔrɔ si, jalaki si.
rumour-public = Bɛɛ ka ɲɛ
rumour-work = A sɛgɛsɛgɛ ka jaabi di
rumour-side-committee = Aw bɛ bolonɔ bila komite tɔgɔ la.
rumour-side-police = Aw bɛ bolonɔ bila polisi tɔgɔ la.
rumour-rule = Jaabi bɛ bɔ kɛnɛ kan ni fan tɔ kelen fana ye bolonɔ bila.
rumour-claim = Min fɔra: { $verdict }
rumour-signed-by = Bolonɔ bilala { $date }: { $who }
rumour-accept = Bolonɔ bila fana, k'a bɔ kɛnɛ kan
rumour-waits = Fan tɔ kelen ma bolonɔ bila fɔlɔ.
rumour-refuse = Ban, walima a bɔ yen
rumour-refuse-why = Mun na?
rumour-refuse-help = Komite ni polisi b'o kalan, mɔgɔ wɛrɛ t'a kalan.
rumour-check = A fɔ ko « An b'a sɛgɛsɛgɛ »
rumour-write = Jaabi di
rumour-correct = Jaabi latilen
rumour-verdict = Aw ye mun sɔrɔ?
rumour-source-field = A dɔnna cogo min na
rumour-source-help = Sira kelen: jɔn y'a sɛgɛsɛgɛ, yɔrɔ jumɛn na, tuma jumɛn. Jɔyɔrɔw, tɔgɔ tɛ.
rumour-sign = Bolonɔ fɔlɔ bila
