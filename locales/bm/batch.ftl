### Several files at once, and the lists an officer keeps (src/concerns/desk/batch.rs, filters.rs).
### à relire par un locuteur
### Terms: laseli, dossier; misali, modèle; taamasiyɛn, coche; lisi, liste.

batch-title = Baara kɛ laseli taamasiyɛnnenw na
batch-help = Laseli kelen-kelen bɛɛ bɛ kɛ a kelen na. Ɲɛ nata b'a fɔ minnu kɛra, ani minnu ma kɛ.
batch-tick = Taamasiyɛn
batch-tick-one = { $number } taamasiyɛn
batch-none = Aw ye laseli kelen taamasiyɛn a dɔgɔyalenba la.
batch-many = A tɛ tɛmɛ laseli 40 kan siɲɛ kelen na.
batch-answer = Jaabi di ni misali in ye
batch-answer-help = Bɛɛ b'a sɔrɔ a ka kan na, n'a ka laseli kunnafoniw ye. Minnu bɛ laseli kalan, olu bɛ jaabi kalan.
batch-assign = A di
batch-urgent = A bɛ kɛ fɔlɔ
batch-usual = A tɛ kɛ fɔlɔ bilen
batch-other-kind = Nin misali tɛ suguya in kama.
batch-already = A kɛra kaban.
batch-done = Laseli { $count } kɛra
batch-refused = Laseli { $count } ma kɛ
batch-back = Segin laseliw ma

filters-title = Ne ka lisiw
filters-lead = U bɛ aw kelen ye. Mɔgɔ wɛrɛ t'u ye.
filters-manage = U labɛn
filters-keep-this = Lisi in mara
filters-name = Lisi tɔgɔ
filters-name-help = Misali la: Banconi waati tɛmɛna.
filters-keep = A mara
filters-rename = Tɔgɔ
filters-drop = A bɔ yen
filters-empty = Lisi si ma mara. Aw ye fan dɔ sugandi walima ka ɲinini kɛ, o kɔfɛ « Lisi in mara ».
filters-whole = Aw ye fan dɔ sugandi walima ka ɲinini kɛ fɔlɔ.
filters-taken = Aw ka lisi dɔ bɛ ni tɔgɔ in ye kaban.
filters-many = Lisi 8 bɛ aw fɛ kaban. Aw ye kelen bɔ fɔlɔ.
