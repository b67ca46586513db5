### Patrols planned ahead: for officers and chiefs.
### à relire par un locuteur

plans-title = Yɔrɔyaala labɛnnenw
plans-one = Yɔrɔyaala labɛnnen
plans-new = Yɔrɔyaala labɛn
plans-none = Yɔrɔyaala si ma labɛn fɔlɔ.
plans-secret = Aw ka polisiso dɔrɔn bɛ nin ɲɛw kalan. Mɔgɔ si man kan k'a dɔn ka kɔn aw bɛ tɛmɛ yɔrɔ min fɛ.
plans-how = Porogaramu bɛ kinw sugandi kala la: haminankow bɛ yɔrɔ minnu na, aw ma taa yɔrɔ minnu na kabini waati jan, olu bɛ bɔ siɲɛ caman. O kɔfɛ aw bɛ se ka fɛn bɛɛ yɛlɛma.
plans-when = Taa lɛrɛ
plans-when-help = Dɔgɔkun fila nata kɔnɔ.
plans-when-wrong = Aw ye lɛrɛ sugandi kabini sisan fo dɔgɔkun fila nata.
plans-stops = Jɔyɔrɔ hakɛ
plans-stops-help = Kabini 2 fo 5. Miniti 10 fo 20 jɔyɔrɔ kelen na.
plans-do-draw = Kala bɔ
plans-again = Kala bɔlen dɔ bɔ kokura
plans-draw = Kala nimɔrɔ
plans-draw-help = Nimɔrɔ kelen, ni hakɛ kelenw, o bɛ kin kelenw di. A to ten walasa ka kala kura bɔ.

plans-planned = A labɛnna
plans-gone = A taara
plans-missed = A ma taa
plans-dropped = A dabilala
plans-done = { $done }, { $planned } la
plans-not-made = Jɔyɔrɔ minnu ma kɛ:

plans-why-open = haminanko dayɛlɛlen { $count }
plans-why-never = taama si ma kɛ yen kabini dɔgɔkun naani
plans-why-days =
    { $days ->
        [0] taama kɛra yen bi
       *[other] taama laban kɛra tile { $days } ye nin ye
    }
plans-why-stayed = miniti { $minutes } dɔgɔkun naani kɔnɔ
plans-why-dose = miniti { $minutes } haminanko 100 kan

plans-chosen = sugandilen
plans-change = Yɛlɛma
plans-name = Yɔrɔ sɛbɛn
plans-earlier = A bila ɲɛ
plans-strike = A bɔ
plans-struck = Komisɛri ye minnu bɔ
plans-restore = Segin n'a ye
plans-add = Jɔyɔrɔ dɔ fara a kan
plans-give-up = Nin labɛn in dabila
plans-reason = Mun na:
plans-sheet = Yɔrɔyaala papiye
plans-print = Ni aw b'a fɛ ka taa ni papiye ye, aw ye nin ɲɛ in bɔ papiye kan: yɔrɔ lankolonw bɛ a la, aw bɛ minnu fa.

plans-tap = Aw sera yan wa?
plans-elsewhere = Yɔrɔ wɛrɛ
plans-ready = Minnu bɛ se ka taa
plans-paper = Papiye sɛbɛn yan
plans-paper-help = Lɛrɛ min sɛbɛnnen bɛ papiye kan. O kɔfɛ, jɔyɔrɔ bɛɛ n’a ka lɛrɛw.
plans-paper-wrong = Nin lɛrɛ in tɛ labɛn in ta ye: lɛrɛ wɔɔrɔ ɲɛ walima kɔfɛ, a man kan ka kɛ lɛrɛ nata ye, a man kan ka tɛmɛ kalo kelen kan.
