### A patrol noted on a phone, with or without a network: for officers and chiefs.
### à relire par un locuteur

field-title = Yɔrɔyaala telefɔni kan
field-open = Telefɔni kan, rezo tɛ yen
field-open-why = Nin ɲɛ in bɛ baara kɛ su bɛɛ, hali ni rezo tɛ yen. A bɛ fɛn bɛɛ ci ni rezo seginna.
field-plain = Nin ɲɛ in mago bɛ JavaScript la. Ni a tɛ yen, aw ye baara kɛ ni yɔrɔyaala ɲɛw ye, walima papiye.
field-paper = Yɔrɔyaala ɲɛw, walasa ka papiye dɔ sɛbɛn yen
field-sent = Bɛɛ cira.
field-waiting = A ma ci fɔlɔ
field-offline = A maralen bɛ nin telefɔni in kan. A bɛ ci ni rezo seginna dɔrɔn.
field-sign-in = Aw ka don waati dafara. Foyi ma tunun: aw ye don kokura, bɛɛ bɛ ci.
field-denied = Nin jate in tɛ yɔrɔyaala in ka polisiso ta ye. Foyi ma tunun: aw ye don ni jate ɲuman ye.
field-refused = A ma sɔn:
field-refused-why = Bɛɛ bɛ to nin telefɔni in kan. Aw ye jɔyɔrɔ latilen, ka a ci kokura.
field-conflicts = Baarakɛɲɔgɔn dɔ ye fɛn wɛrɛ sɛbɛn jɔyɔrɔ kelen kan. Sɛbɛnni fila bɛ yɔrɔyaala ɲɛ kan.
field-gone = Bɛɛ cira. Nin telefɔni in tɛ yɔrɔyaala in foyi mara bilen.
field-read = Yɔrɔyaala in kalan
field-no-kit = Aw ye don siɲɛ kelen ni rezo ye: telefɔni bɛ taa ni aw ka su labɛnw ye, o kɔfɛ a bɛ baara kɛ a kelen na.
field-join = Yɔrɔyaala minnu bɛ sen na
field-join-why = Walasa ka yɔrɔyaala kelen sɛbɛn ni baarakɛɲɔgɔn ye.
field-done = A ɲɛna
field-mend = Yɔrɔ walima lɛrɛw latilen
field-reopen = A ma ban fɔlɔ
field-held = Nin telefɔni in bɛ min mara
field-held-why = Su labɛnw, aw ka yɔrɔyaala, ani haminanko nimɔrɔw. Mɔgɔ tɔgɔ tɛ, sigidamɔgɔ ka kuma tɛ, aw bɛ yɔrɔ min na, o tɛ. Bɛɛ bɛ jɔsi ni yɔrɔyaala laban cira, ani ni aw bɔra.
field-wipe-why = Min ma ci, o bɛna tunun: aw y'a sɛbɛn papiye kan fɔlɔ.

field-unreadable = nin cili in tɛ se ka kalan.
field-clock = telefɔni in ka lɛrɛ filila ka tɛmɛ kalo kelen kan. Aw y'a latilen, ka lɛrɛw sɛbɛn papiye kan.
field-before-end = laban bɛ jɔyɔrɔ dɔ bɔ lɛrɛ ɲɛ.
field-place = nin kin in walima nin polisiso in tɛ yen bilen.
field-words = sɛbɛnni dɔ tɛ yen, walima a ka jan kojugu.
field-number = hakɛ dɔ tɛ se ka kɛ.
field-number-unknown = Nimɔrɔ min ma dɔn
field-headcount = Mɔgɔ joli taara

field-twice = Sɛbɛnni fila
field-twice-why = Mɔgɔ fila ye fɛn kelen sɛbɛn cogo fila la. Fɔlɔ bɛ to; tɔ in maralen bɛ yan.
field-stands = A tora
field-brought = A sɛbɛnna fana
field-brought-by = { $who } y'a sɛbɛn, a sɔrɔla { $when }
field-clocks = Telefɔni ka lɛrɛ
field-ahead = { $who } ka telefɔni lɛrɛ tun bɛ ɲɛ ni { $span } ye. Lɛrɛw bɛ to i n'a fɔ a y'u sɛbɛn cogo min.
field-behind = { $who } ka telefɔni lɛrɛ tun bɛ kɔfɛ ni { $span } ye. Lɛrɛw bɛ to i n'a fɔ a y'u sɛbɛn cogo min.
