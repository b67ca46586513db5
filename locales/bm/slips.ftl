### Slips: the field when filing, sheets on paper, their administration.
### à relire par un locuteur
### Composed from: sɛbɛnni fitinin, small paper (the slip); kɔdi, code; papiye, paper; dabila, give up; baara kɛ, be used.

slips-have = Sɛbɛnni fitinin bɛ ne bolo kaban
slips-code = Aw ka sɛbɛnni fitinin kɔdi
slips-code-help = Nimɔrɔ 16 minnu bɛ a kɔnɔ. Aw ka sɛbɛnni fitinin bɛna nin laseli in dayɛlɛ.
slips-is-code = Aw ka kɔdi ye aw ka sɛbɛnni fitinin ta ye.
slips-keep = Aw y'a mara: n'a tɛ yen, mɔgɔ si tɛ se k'aw ka laseli sɔrɔ tugun.
slips-used = Nin sɛbɛnni fitinin in ye baara kɛ kaban. Aw ye dɔ wɛrɛ ta, walima aw ye yɔrɔ in to lankolon: aw bɛna kɔdi dɔ sɔrɔ.
slips-void = Nin sɛbɛnni fitinin in dabilala. Aw ye dɔ wɛrɛ ɲini, walima aw ye ko lase sɛbɛnni fitinin kɔ.
slips-unknown = Nin nimɔrɔ in tɛ sɛbɛnni fitinin si kan. Aw ka sɛbɛnni lajɛ kokura.
slips-no-concern = Laseli tɛ nin sɛbɛnni fitinin in na fɔlɔ. Aw ye ko lase fɔlɔ, ka nin kɔdi in sɛbɛn yen.
slips-shown = Nin papiye in jirala kaban, a bɛ jira siɲɛ kelen dɔrɔn. N'a ma bɔ papiye kan, aw y'a dabila ka dɔ wɛrɛ bɔ.
slips-length-or-serial = Sɛbɛnni fitinin nimɔrɔ sɛbɛn, misali la 12-3, walima a nimɔrɔ 16.

## On paper

slips-paper = Sɛbɛnni ka ko lase, tɔgɔ tɛ fɔ. Aw kelen k'a dayɛlɛ.
slips-paper-use = Walasa ka jaabi kalan: Sigida → Laseli kɔlɔsi. Aw kana nin kɔdi in jira mɔgɔ si la.

## Administration

slips-title = Sɛbɛnni fitininw
slips-lead = Kɔdi minnu bɔra papiye kan ka kɔn, mɔgɔ minnu bɛ ko lase lasebaga walima biro fɛ, olu ye. Aw ye sɛbɛnni fitinin kelen-kelen kuru k'a datugu sanni k'a di.
slips-unused = ma baara kɛ
slips-used-state = ye baara kɛ
slips-void-state = dabilalen
slips-print = Papiyew bɔ
slips-sheets = Papiye joli?
slips-sheets-help = Sɛbɛnni fitinin 8 bɛ papiye A4 kelen kan. A man kan ka tɛmɛ papiye tan kan.
slips-print-do = Papiyew jira
slips-sheet = Papiye
slips-sheet-number = Papiye { $number }
slips-made = A bɔra don min
slips-serial = Sɛbɛnni fitinin
slips-gone = Kɔdiw tɛ yan bilen: papiye dɔrɔn b'u bolo.
slips-void-do = A dabila
slips-void-all = A tɔw bɛɛ dabila
slips-once = Nin kɔdiw bɛ jira sisan dɔrɔn.
slips-how = Aw y'a bɔ papiye kan, aw kana bɔ nin ɲɛ in kan fɔlɔ. Aw y'a tigɛ, ka kɔdi kuru a kɔnɔ, k'a datugu.
slips-printed = A bɔra papiye kan
