### Two files of the same thing, followed in one (src/concerns/merging).
### à relire par un locuteur
### Terms: laseli, signalement; ko kelen, la même chose; fara ɲɔgɔn kan, réunir; sigibaga, habitant; polisiso, unité.

merge-title = A ni laseli wɛrɛ ye ko kelen ye
merge-help = U fila bɛ kɔlɔsi laseli kelen kɔnɔ. Nin bɛ datugu, bawo ko kelen don. A bɛ se ka segin kɔ.
merge-likely = N'a sɔrɔ ko kelen don
merge-number = Laseli tɔ kelen nimɔrɔ
merge-number-help = Misali la 417 walima BKO-2026-00417. Polisiso kelen ka laseli dayɛlɛlen.
merge-words = Kumasen sigibaga ye
merge-words-help = Sigibaga b'a kalan n'a ka kɔdi ye.
merge-do = A kɔlɔsi laseli tɔ kelen kɔnɔ
merge-sentence = Aw ni ce. Mɔgɔ wɛrɛ ye nin ko kelen in fɔ. An b'u fila kɔlɔsi ɲɔgɔn fɛ, laseli kelen kɔnɔ.
merge-choose = Aw ye laseli dɔ sugandi, walima k'a nimɔrɔ sɛbɛn.
merge-unknown = Nin nimɔrɔ laseli tɛ aw fɛ yan.
merge-same = Laseli in yɛrɛ don.
merge-closed = Laseli kelen datugulen don.
merge-readers = Nin laseli fila kalanbagaw tɛ kelen ye, walima u ka polisiso tɛ kelen ye. U bɛ to u fila ye.
merge-holds = Laseli wɛrɛw bɛ kɔlɔsi nin kɔnɔ kaban. Aw y'a kɛ fan tɔ kelen fɛ.
merge-refused = Nin laseli bɛ kɔlɔsi laseli wɛrɛ kɔnɔ. Aw ye laseli wɛrɛ in dayɛlɛ: baara bɛ kɛ yen.
merge-desk-went = Nin laseli bɛ kɔlɔsi laseli wɛrɛ kɔnɔ.
merge-desk-went-help = Ni sigibaga ye sɛbɛnni kɛ yan, laseli tɔ kelen b'a fɔ. Aw bɛ se k'a jaabi yan.
merge-undo = U bɔ ɲɔgɔn na tuguni
merge-took = Laseli minnu bɛ kɔlɔsi yan

merge-event-into = A bɛ kɔlɔsi laseli wɛrɛ kɔnɔ
merge-event-took = Laseli wɛrɛ min ye ko kelen ye, o bɛ kɔlɔsi yan
merge-event-apart = A bɛ kɔlɔsi a kelen na tuguni
merge-event-gave = Laseli dɔ tun bɛ kɔlɔsi yan, o bɛ a kelen na tuguni
merge-event-wrote = Laseli dɔ bɛ kɔlɔsi yan, o sigibaga ye sɛbɛnni kɛ

merge-went = Mɔgɔ caman ye nin ko kelen in fɔ. A bɛɛ bɛ kɔlɔsi laseli kelen kɔnɔ.
merge-read = Laseli { $number } kalan
merge-not-public = A tɛ kɛnɛ kan. Polisiso b'aw jaabi yan.
merge-course = Min kɛra { $number } kɔnɔ
