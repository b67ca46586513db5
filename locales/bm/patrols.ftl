### Patrols: for officers and chiefs.
### à relire par un locuteur

patrols-title = Yɔrɔyaalaw
patrols-own-only = Aw ka polisiso dɔrɔn bɛ nin ɲɛw kalan.
patrols-none = Yɔrɔyaala si ma sɛbɛn fɔlɔ.
patrols-new = Yɔrɔyaala kura
patrols-start = Taa
patrols-one = Yɔrɔyaala
patrols-one-out = Yɔrɔyaala bɛ sen na
patrols-one-over = Yɔrɔyaala kuncɛra
patrols-about = Yɔrɔyaala in

patrols-day = Don ni lɛrɛ
patrols-unit = Polisiso
patrols-leader = Ɲɛmɔgɔ
patrols-aim = Kun
patrols-mode = Cogo
patrols-state = A cogo sisan
patrols-stops = Jɔyɔrɔw
patrols-out = A bɛ sen na
patrols-over = A kuncɛra
patrols-foot = Sen na
patrols-moto = Moto la
patrols-vehicle = Mɔbili la
patrols-people = mɔgɔ { $count }
patrols-minutes = miniti { $count }
patrols-since = kabini { $span }
patrols-headcount = Mɔgɔ joli bɛ taa?
patrols-objective = Yɔrɔyaala kun
patrols-objective-help = Misali la: ka to lakɔli da la denw bɔ tuma na.
patrols-on-paper = A kɛra ka tɛmɛ wa? Lɛrɛ sɛbɛn ka bɔ aw ka papiye la
patrols-time-help = A to ten ni a bɛ kɛ sisan.
patrols-started = Taa lɛrɛ

patrols-here = Aw jɔlen bɛ yan
patrols-next-stop = Jɔyɔrɔ nata
patrols-on-the-way = Aw bɛ sira kan
patrols-quartier = Kin
patrols-choose = Sugandi
patrols-place = Yɔrɔ
patrols-place-help = Sugu, lakɔli, sirabɛn…
patrols-arrived = An sera
patrols-arrived-at = Se lɛrɛ
patrols-left = An taara
patrols-left-at = Bɔ lɛrɛ
patrols-contacts = Aw ye mɔgɔ minnu kunbɛn
patrols-contacts-help = Mɔgɔ joli kumana ni aw ye.
patrols-observation = Aw ye min ye
patrols-observation-help = Mɔgɔ tɔgɔ kana sɛbɛn, telefɔni nimɔrɔ kana sɛbɛn.
patrols-cite = Haminanko minnu yera yan
patrols-cite-help = Min y'a lase, o bɛna a ye ko polisiw tɛmɛna yen o don na. A tɛna lɛrɛ ye.
patrols-numbers = Nimɔrɔ wɛrɛw
patrols-numbers-help = Misali la BKO-2026-00417, walima 417 dɔrɔn.
patrols-number-unknown = Nimɔrɔ dɔ tɛ aw ka polisiso haminanko ta ye.

patrols-no-stop = Jɔyɔrɔ si ma sɛbɛn fɔlɔ.
patrols-still-there = aw bɛ yen
patrols-spoke-with = mɔgɔ { $count } kunbɛnna
patrols-correct = Lɛrɛ latilen
patrols-times-title = Lɛrɛw latilen
patrols-save = A mara
patrols-cancel = Segin
patrols-stayed = Waati min kɛra jɔyɔrɔw la
patrols-observations = Kɔlɔsiliw
patrols-observations-help = Aw hakili ka to min na siɲɛ wɛrɛ.
patrols-end = Yɔrɔyaala kuncɛ
patrols-ended = Segin lɛrɛ
patrols-end-help = O kɔfɛ, foyi tɛ yɛlɛma bilen.

patrols-slip-future = Nin lɛrɛ in ma se fɔlɔ.
patrols-slip-too-old = A ka kɔrɔ kojugu: a man kan ka tɛmɛ kalo kelen kan.
patrols-slip-before-start = O ye yɔrɔyaala daminɛ ɲɛ.
patrols-slip-before-last = O ye jɔyɔrɔ tɛmɛnen laban ɲɛ.
patrols-slip-before-arrival = O ye se lɛrɛ ɲɛ.
patrols-slip-after-next = O ye jɔyɔrɔ nata daminɛ kɔfɛ.
