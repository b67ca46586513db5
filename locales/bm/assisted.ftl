### Filing for somebody else: a relay for a neighbour, the desk for a walk-in.
### à relire par un locuteur
### Terms: lasebaga, relay; biro, desk; sɛbɛnni fitinin, slip; kɔlɔsilijɛkulu, oversight.

nav-relay = Ko lase mɔgɔ dɔ ye
nav-desk-new = Ko sɛbɛn biro la

assisted-relay-title = Ko lase mɔgɔ wɛrɛ ye
assisted-relay-lead = Aw ye sɛbɛnni kɛ mɔgɔ ye min bɛ aw ɲɛfɛ. O kɔfɛ aw tɛna se ka nin laseli in kalan tugun: a kuma tɛ, a jaabi tɛ.
assisted-desk-title = Ko sɛbɛn mɔgɔ ye min nana biro la
assisted-desk-lead = Laseli bɛ taa a ka kin polisiso ma. Min y'a sɛbɛn, o tɔgɔ tɛ mara.
assisted-words = Mɔgɔ in bɛ min fɔ
assisted-words-help = Ni a yɛrɛ ka kuma ye. Tɔgɔ tɛ, telefɔni nimɔrɔ tɛ.
assisted-readers = Jɔn bɛ se k'a kalan? Aw y'a ɲininka mɔgɔ in fɛ.
assisted-readers-private = Polisiso ni mɔgɔ in
assisted-readers-public-why = Ni komite y'a kalan kaban. Ko dogolenw tɛ bila kɛnɛ kan abada.
assisted-lang = A ka kan, jaabi kama
assisted-slip-field = Sɛbɛnni fitinin kurulen nimɔrɔ
assisted-slip-help = Misali la 12-3, a sɛbɛnnen bɛ kɛnɛma: aw man kan ka kɔdi ye. Ni sɛbɛnni fitinin tɛ, kɔdi dɔ bɛna jira siɲɛ kelen, k'a bɔ papiye kan.
assisted-read = Min bɛ kalan kɔ kan
assisted-read-why = « N t'aw tɔgɔ sɛbɛn. N bɛ min sɛbɛn, polisiso b'o kalan, a ka kan ka jaabi di aw ma. Aw bɛ min fɔ, o bɛ se k'a to mɔgɔw k'aw dɔn. »
assisted-read-ticket = « Ni sɛbɛnni fitinin b'aw bolo, aw kelen bɛ jaabi kalan. N'a tununna, mɔgɔ si t'a sɔrɔ tugun. »
assisted-consent = N y'a kalan mɔgɔ in ye, a sɔnna a ma.
assisted-consent-missing = Aw y'a kalan mɔgɔ in ye fɔlɔ, ka taamasiyɛn kɛ n'a sɔnna.
assisted-warn = Min ka kan ka fɔ sanni k'a ci
assisted-warn-conduct = Damakasi min bɛ polisi kan, o bɛ taa polisi kɔlɔsilijɛkulu ma, a tɛ taa polisiso ma. Aw tɛna se k'a dayɛlɛ abada, aw ɲɛmɔgɔ fana tɛna se. Sɛbɛnni fitinin kurulen di, o ka fisa.
assisted-warn-sealed = Nin ko sugu in dogolen don: a tɛ bila kɛnɛ kan, a tɛ jate jama ɲɛ na. Biro kɛrɛnkɛrɛnnen dɔrɔn bɛna a dayɛlɛ. Sɛbɛnni fitinin kurulen di, o ka fisa.
assisted-warn-sealed-relay = Nin ko sugu in dogolen don: a tɛ bila kɛnɛ kan, a tɛ jate jama ɲɛ na. Aw tɛna se k'a dayɛlɛ. Sɛbɛnni fitinin kurulen di, o ka fisa.
assisted-warn-again = Ni mɔgɔ in sɔnnen don hali bi, aw y'a ci.
assisted-hand = Aw ye nin kɔdi in bɔ papiye kan walima k'a sɛbɛn, k'a di mɔgɔ in ma. Foyi kana to aw bolo.
assisted-slip = Mɔgɔ in ka sɛbɛnni fitinin bɛ nin laseli in dayɛlɛ sisan.
assisted-closed = Aw tɔgɔ tɛ mara nin laseli in na.
assisted-next = Ko lase mɔgɔ wɛrɛ ye
assisted-weeks = Aw ye min lase
assisted-weeks-none = Foyi tɛ yen fɔlɔ.
assisted-week = Dɔgɔkun min daminɛna { $week }
