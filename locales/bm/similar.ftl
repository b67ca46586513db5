### Sanni ka a ci: sigiɲɔgɔnw ye min lase kaban. « Ne fana ».
### à relire par un locuteur

similar-title = Ko kelen don wa?
similar-why = Aw sigiɲɔgɔnw ye nin lase kaban aw ka kin na, tile 30 laban na. Aw ka sɛbɛnni ma ci fɔlɔ, foyi ma tunun.
similar-same = Ko kelen don: ne fana
similar-same-why = « Ne fana » bɛ mɔgɔ kelen fara jate kan, ka kɔdi di aw ma. Aw ka sɛbɛnni tɛ ci.
similar-other = Ko wɛrɛ don wa?
similar-send = Ayi, ne ta ci
similar-edit = Segin ka na n ka sɛbɛnni ma
similar-after = N'a sɔrɔ mɔgɔ wɛrɛw y'a lase kaban
similar-after-why = Nin ɲɛw bɛ dayɛlɛ kɛrɛfɛ: aw ka kɔdi bɛ to yan.
similar-filed = A lasera { $day }

support-button = Ne fana
support-title = Ne fana
support-how = Aw fana bɛ o kelen ye wa? Aw y'a fɔ: jate bɛ jira bɛɛ la, aw tɔgɔ tɛ jira.
support-once = Mɔgɔ kelen bɛ jate siɲɛ kelen.
support-once-phone = Nin telefɔni bɛ taamasiyɛn dɔ mara tile 7, mɔgɔ si tɛ se k'o kalan, walasa mɔgɔ kana jate siɲɛ fila. « Bɔ yan joona » b'a jɔsi.
support-once-account = Aw ka jate bɛ sɛbɛn walasa a kana jate siɲɛ fila. Ni jate tɛ, foyi t'aw siri nin laseli in na.
support-code-why = Aw bɛ kɔdi sɔrɔ, nimɔrɔ 16, ka nin laseli in kɔlɔsi walima k'aw ka « ne fana » bɔ a la.
support-send = Awɔ, ne fana
support-closed = Nin laseli in datugulen don. N'a kɛra kokura, aw y'a lase.
refusal-counted = A jatera kaban: mɔgɔ kelen bɛ jate siɲɛ kelen. Ni mɔgɔ fila bɛ telefɔni kelen na, tɔ kelen bɛ se k'a fɔ tile 7 kɔfɛ, walima ni jate ye.
support-done = A jatera
support-code-use = Walasa k'a kɔlɔsi, walima k'a bɔ a la: Sigida → Laseli kɔlɔsi
support-code-once = A bɛ jira sisan dɔrɔn. N'a tununna, mɔgɔ si tɛ se k'a sɔrɔ tugun.
support-not-reporter = Nin kɔdi in bɛ ko jiralenw dɔrɔn dayɛlɛ. Polisiso ni lasebaga ka batakiw bɛ to u ni ɲɔgɔn cɛ.
support-mine = Ne bɛ min sɛmɛntiya
support-public-page = Bɛɛ ta ɲɛ lajɛ
support-gone = Nin laseli in tɛ kɛnɛ kan bilen. Aw ka kɔdi ka ɲi hali bi: n'a seginna kɛnɛ kan, aw b'a ye yan.
support-withdraw = N ka « ne fana » bɔ a la
support-withdraw-why = Jate bɛ jigin kelen, nin kɔdi in tɛ foyi dayɛlɛ tugun.
support-withdraw-do = Awɔ, a bɔ a la
