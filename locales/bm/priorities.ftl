### What a unit puts first (src/priorities).
### à relire par un locuteur
### Terms: min bɛ kɛ fɔlɔ, priorité; gɛlɛya, problème; kɛwale, action; sɛgɛsɛgɛ, vérifier.

priority-title = Minnu bɛ kɛ fɔlɔ
priority-lead = Duuru dɔrɔn. Bɛɛ b'u kalan polisiso ɲɛ kan:
priority-none = Foyi tɛ yan fɔlɔ.
priority-new = Dɔ wɛrɛ
priority-publish = A bila kɛnɛ kan
priority-issue = Gɛlɛya
priority-issue-help = Kumasen kelen, bɛɛ bɛ min faamu. Tɔgɔ si tɛ.
priority-action = Polisiso bɛ min kɛ
priority-action-help = Aw kana lɛrɛ ni sira fɔ.
priority-begins = A daminɛ don
priority-ends = A laban don
priority-ends-before = Laban ka kan ka na daminɛ kɔfɛ.
priority-lang = A sɛbɛnna min na
priority-state = A cogoya
priority-standing = A bɛ sen na
priority-done = A kɛra
priority-dropped = A bilala
priority-dates = { $begins } fo { $ends }
priority-changed = (a yɛlɛmana { $day })
priority-history = A sɛbɛncogo bɛɛ
priority-of-unit = Polisiso bɛ min kɛ fɔlɔ
priority-before = Minnu tun bɛ kɛ fɔlɔ
priority-none-public = Polisiso ma min bɛ kɛ fɔlɔ o fɔ hali bi.
refusal-priorities-full = Duuru bɛ sen na kaban. Aw ye dɔ kuncɛ fɔlɔ.

unit-phone-verified = Telefɔni sɛgɛsɛgɛra don min
unit-phone-help = Mɔgɔ dɔ ye weleli kɛ don min. Ni don tɛ yen, jama tɛ nimɔrɔ in ye.
unit-phone-sample = misali
unit-phone-hidden = Nimɔrɔ ma sɛgɛsɛgɛ fɔlɔ.
