### Sealed kinds: their desks, the services that may be given them, who helps first.
### à relire par un locuteur
### Terms: biro, bureau; dogolen, protégé (caché); dɛmɛ, aide; cakɛda, service; kɔlɔsilikɛlaw, contrôle.

sealed-desk = Biro kɛrɛnkɛrɛnnen nin kow kama
sealed-desk-help = Nin kow bɛ bɔ Bamakɔ fan bɛɛ la ka na yan. Yan polisiw dɔrɔn b'u kalan, kin polisiso t'u ye abada.
sealed-partner = A bɛ se ka ko dogolen sɔrɔ
sealed-partner-help = Ɲankata, mɔgɔfeere: cakɛda min bɛ gundo mara dɔrɔn, i n'a fɔ dɛmɛ cakɛda walima kiritigɛso.
sealed-no-desk = « { $kind } » biro kɛrɛnkɛrɛnnen tɛ yen: Bamakɔ biro ɲɛmɔgɔ kelen b'o kow kalan. Aw ye nin ko sugandi polisiso dɔ ka ɲɛ kan.
sealed-referral-withdrawn = A segina, ko dogolen don
sealed-write-desk = Biro ma sɛbɛn
sealed-write-desk-reads = Biro dɔrɔn b'a kalan. Aw kana aw tɔgɔ sɛbɛn.
sealed-write-oversight = Polisi kɔlɔsibagaw ma sɛbɛn
sealed-write-oversight-reads = Polisi kɔlɔsibagaw dɔrɔn b'a kalan, polisiso t'a ye abada. Aw kana aw tɔgɔ sɛbɛn.
sealed-closed-desk = Biro ye ko in datugu. Aw de b'a fɔ ni tiɲɛ don. Tile 30 bɛ aw bolo.
sealed-closed-oversight = Polisi kɔlɔsibagaw ye ko in datugu. Aw de b'a fɔ ni tiɲɛ don. Tile 30 bɛ aw bolo.

support-services = Tɔɔrɔlenw dɛmɛni
support-lead = U bɛ jira ko gɛlɛn ka ɲininkaliw ɲɛ. Jama tɛ cakɛda ye fo n'a sɛgɛsɛgɛra: mɔgɔ dɔ y'a wele, a tun bɛnnen don.
support-new = Dɛmɛ cakɛda kura
support-what-fr = A bɛ min kɛ, tubabukan na
support-what-bm = A bɛ min kɛ, bamanankan na
support-place = Yɔrɔ
support-place-help = Aw kana foyi sɛbɛn ni yɔrɔ in ye gundo ye.
support-hours = Waatiw
support-hours-help = Misali: 8 – 18, walima su ni tile.
support-kinds = A bɛ dɛmɛ nin kow la
support-kinds-help = Cakɛda bɛ jira nin kow ka ɲininkaliw ɲɛ.
support-to-verify = Dɛmɛ cakɛda { $count } sɛgɛsɛgɛlen tɛ.
support-first = Dɛmɛ sisan
support-first-why = Nin cakɛdaw bɛ aw lamɛn, tɔgɔ tɛ ɲini. Aw bɛ se k'u wele sisan, ka laseli kɛ kɔfɛ, walima k'a to.
support-continue = Taa ɲɛ
support-help = Cakɛda dɔw bɛ se ka aw dɛmɛ

words-sealed = Sɛbɛnni dogolen
words-shut = Min sɛbɛnna nin ko in kɔnɔ, o dogolen don. Aw ka kumaden dogolen b'aw ka kile dayɛlɛ.
words-not-given = Aw ka kile tɛ nin ko in dayɛlɛ fɔlɔ: aw baarakɛɲɔgɔn min b'a kalan, n'o y'a ka biro dayɛlɛ, aw ta fana bɛna a dayɛlɛ. Aw bɛ se ka sigibaga jaabi sisan.
words-search = Ko lakananen bɛ ɲini ni a nimɔrɔ ye walima a kin tɔgɔ: a kumaw dogolen don.
words-code = Aw ye min sɛbɛn, o dogolen don. Aw ka kɔdi sɛbɛn tugun k'a kalan yan.
words-code-waits = Aw ye min sɛbɛn, o dogolen don. Minnu b'a kalan, n'olu ye ko in dayɛlɛ, aw bɛna a kalan yan.
words-code-type = N ka kɔdi sɛbɛn
key-title = N ka kile dayɛlɛ
key-why = Ko lakananenw dogolen don, hali mɔgɔ min bɛ ɔridinatɛri ta, o ma. Aw ka kile b'u dayɛlɛ, aw ka kumaden dogolen b'aw ka kile dayɛlɛ.
key-open = N ka kile dayɛlɛ
key-renew-title = Ka kile kura dilan n yɛrɛ ye
key-renew-why = Aw ka kile bɛ ko lakananenw dayɛlɛ. Ni mɔgɔ dɔ y'aw ka kumaden dogolen dɔn, aw ye kile kura dilan: kɔrɔ tun bɛ min o min dayɛlɛ, kura b'o bɛɛ dayɛlɛ, kɔrɔ tɛ foyi dayɛlɛ yan bilen.
key-renew-first = Aw ka kumaden dogolen yɛlɛma fɔlɔ: bi kumaden de bɛ kile kura dayɛlɛ.
key-renew-go = Kile kura dilan
