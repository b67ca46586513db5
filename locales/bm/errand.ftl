### A referral to a service: on paper, how long it has to say whether it takes it, and where the concern is (src/concerns/desk/sheet.rs).
### à relire par un locuteur
### Terms: cakɛda, service; ci, transmettre; sɔn, accepter; segin, rendre; sɛbɛn, feuille.

errand-at = A cira cakɛda min ma:
errand-waits = Cakɛda ma jaabi di fɔlɔ.
errand-taken = Cakɛda b'a ko la.
errand-accepted-paper = Cakɛda sɔnna a ma papiye kan: { $service }
errand-refused-paper = Cakɛda y'a segin papiye kan: { $service }
errand-sheet = Cakɛda ka sɛbɛn
errand-enter = Cakɛda ka jaabi sɛbɛn
errand-enter-help = Mɔgɔ si tɛ don a kɔnɔ nin cakɛda in tɔgɔ la: a ye min sɛbɛn papiye kan, aw y'o sɛbɛn yan.
errand-accepts = Cakɛda sɔnna
errand-refuses = Cakɛda b'a segin
errand-title = Cakɛda dɔ ɲininka
errand-print = Aw ye nin ɲɛ in bɔ papiye kan, k'a lase cakɛda ma. O kɔfɛ, aw y'a ka jaabi sɛbɛn laseli la.
errand-number = Laseli
errand-until = Jaabi makɔnɔni bɛ fo
errand-told = Sigibaga ye min fɔ
errand-yes = An sɔnna a ma (taamasiyɛn kelen)
errand-no = An b'a segin (taamasiyɛn kelen)
errand-words = An bɛna min kɛ, walima a seginni kun. Sigibaga b'a kalan.
errand-function = Baara ni don
errand-sign = Bolonɔ ni tanpɔn
errand-back = Aw ye nin sɛbɛn in segin polisiso ma. Aw kana sigibaga tɔgɔ sɛbɛn a kan.
