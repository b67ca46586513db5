### à relire par un locuteur

filing-title = Ka ko dɔ lase
filing-danger = Farati bɛ yen sisan wa?
filing-danger-yes = Awɔ, wele kɛ
filing-danger-no = Ayi, taa ɲɛ
filing-kind = Mun bɛ ka kɛ?
filing-kind-why = An b'o ɲininka walasa ka jaabikɛla dɔn.
filing-where-what = Min? Mun?
filing-area = Kin
filing-choose = Dɔ sugandi…
filing-landmark = Taamasiyɛn
filing-landmark-help = Misiri, lakɔli walima butigi dɔ. A tɛ bila kɛnɛ kan abada.
filing-words = Min bɛ ka kɛ
filing-words-help = A fɔ mun kɛra, kabini waati jumɛn, waati jumɛn na. Aw kana mɔgɔ tɔgɔ walima telefɔni nimɔrɔ sɛbɛn.
filing-readers = Jɔn bɛ se k'a kalan?
filing-readers-public = Bɛɛ
filing-readers-public-why = Kin komite b'a kalan fɔlɔ. Polisiso bɛ jaabi di bɛɛ ɲɛ na.
filing-readers-private = Polisiso ni ne dɔrɔn
filing-readers-private-why = Ani cakɛda min bɛna ko in sɔrɔ. Foyi tɛ bila kɛnɛ kan.
filing-only-private = Polisiso ni aw, ani cakɛda min bɛna ko in sɔrɔ. A tɛ bila kɛnɛ kan abada.
filing-only-sealed = Polisiso ni aw, ani cakɛda min bɛna ko in sɔrɔ. Nin ko sugu in dogolen don: a tɛ bila kɛnɛ kan, a tɛ jate jama ɲɛ na.
filing-only-oversight = Polisi kɔlɔsilijɛkulu ni aw. Polisiso tɛ nin bataki in ye abada.
filing-honest = An bɛ min dɔn aw kan
filing-honest-kept = Foyi: jate tɛ, tɔgɔ tɛ, nimɔrɔ tɛ, an tɛ aw ka telefɔni adɛrɛsi mara.
filing-honest-limit = An tɛ se ka min dogo:
filing-mine = Nin laseli in mara n ka jate la. N'o tɛ, foyi t'a siri aw la.
filing-send = A ci
filing-change = Ko suguya yɛlɛma
filing-change-do = A suguya yɛlɛma, ka n ka sɛbɛnni mara
filing-changed = A suguya yɛlɛmana. Jɔn bɛ se k'a kalan, aw ye o lajɛ kokura, ka sɔrɔ k'a ci.

filing-sent = A cira
filing-sent-to = Aw ka laseli sera: { $unit }.
filing-code = Aw ka kɔdi
filing-code-use = Walasa ka jaabi kalan: Sigida → Laseli kɔlɔsi
filing-code-keep = Aw ye kɔdi in sɛbɛn, walima k'a bɔ papiye kan.
filing-code-once = A bɛ jira sisan dɔrɔn. Ni kɔdi in b'aw bolo, aw bɛ jaabi kalan, aw tɔgɔ tɛ fɔ. N'a tununna, mɔgɔ si tɛ se k'a sɔrɔ tugun.
filing-next = Sisan, mun bɛna kɛ?
filing-next-due = Jaabi ka kan ka se aw ma sanni { $due }.
filing-next-moderation = Komite b'aw ka sɛbɛnni kalan fɔlɔ, sanni bɛɛ ka se k'a kalan.
filing-next-number = Nimɔrɔ { $number } bɛ se ka fɔ mɔgɔw ye. A tɛ foyi dayɛlɛ.
filing-next-print = Walasa k'a bɔ papiye kan: aw ka baarakɛminɛn ka sugandili la, « Imprimer » sugandi. Sɛbɛnni fitinin dɔrɔn bɛ bɔ.
filing-follow = Nin laseli in kɔlɔsi

filing-area-missing = Aw ka kin sugandi.
filing-words-missing = A fɔ min bɛ ka kɛ, daɲɛ damadɔ la.
filing-readers-missing = Sugandi jɔn bɛ se k'a kalan.
