### The signed proof of filing, and the page where anybody checks one.
### à relire par un locuteur
### Composed from: seereya, testimony, proof; laseli, filing; sɛgɛsɛgɛ, check; bolonɔ, signature.

proof-title = Laseli seereya
proof-says = Ko dɔ lasera { $filed }. Nimɔrɔ { $number }.
proof-use = Nin papiye in tɛ foyi dayɛlɛ, a tɛ foyi fɔ ko yɛrɛ kan. Mɔgɔ o mɔgɔ bɛ se k'a sɛgɛsɛgɛ: Sigida → Laseli kɔlɔsi → Seereya dɔ sɛgɛsɛgɛ. Don min bɛ sɛbɛn: { $day }
proof-own-lead = Aw bɛ se k'a jira: a bɛ don jira, a tɛ ko suguya fɔ, a tɛ kin fɔ, a t'aw ka kɔdi fɔ.
proof-check-title = Laseli seereya dɔ sɛgɛsɛgɛ
proof-check-lead = Min sɛbɛnnen bɛ papiye kan, aw y'o sɛbɛn. Nin ɲɛ in bɛ awɔ walima ayi fɔ, foyi wɛrɛ tɛ.
proof-number = Nimɔrɔ
proof-day = Laseli don
proof-mark = Bolonɔ
proof-mark-help = Taamasiyɛn 103, naani-naani. Furancɛ lankolon tɛ jate.
proof-check = A sɛgɛsɛgɛ
proof-yes = Awɔ: nin nimɔrɔ in laseli kɛra o don na.
proof-no = Ayi: nin bolonɔ in t'o jira. Aw ye taamasiyɛnw lajɛ kokura kelen-kelen.
proof-offline = A sɛgɛsɛgɛ ni nin yɔrɔ in tɛ
proof-offline-how = Bolonɔ ye Ed25519 ye, a sɛbɛnnen don Base32 la. A bɛ nin kuma saba kan, u kelen-kelen bɛ ban ni tigɛ ye:
proof-offline-key = Kile min bɛ bɛɛ bolo:
