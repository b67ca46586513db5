### The page of an error, giving back what was typed.
### à relire par un locuteur

kept-title = Aw ye min sɛbɛn
kept-why = Foyi ma tunun. Aw bɛ se k’a latilen, k’a ta ka taa a bila yɔrɔ wɛrɛ, walima k’a ci kokura.
kept-copy = Foyi ma tunun: aw bɛ se k’a ta ka taa a bila yɔrɔ wɛrɛ.
kept-again = A lajɛ kokura
kept-typed = Aw ye min sɛbɛn
kept-answer = Aw ka jaabi
kept-question = Aw ka ɲininkali
kept-note = Aw ka sɛbɛnni
kept-message = Aw ka bataki
kept-reason = A kun
kept-name = Tɔgɔ
kept-secret = Aw ka kɔdi walima kumaden dogolen, aw y’a sɛbɛn kokura
kept-files = Foto ni kan tɛ mara yan. Aw ye segin sɛbɛn na ka olu fara a kan kokura.

error-sign-in-title = Aw ye don fɔlɔ
error-sign-in = Aw ka donni waati banna. Aw ye don ɲɛ wɛrɛ in na min bɛ dayɛlɛ, o kɔ aw ye segin yan.
