### Keys of telephones, computers and sticks (WebAuthn, « passkeys ») beside the code of the second step.
### à relire par un locuteur

passkey-title = Don kilew
passkey-lead = Telefɔni, ɔridinatɛri walima lakanani kile USB bɛ se ka jaabi di kɔdi nɔ na: ni aw bolokɔni, aw ɲɛda walima a ka kɔdi dogolen ye. Nkalon yɔrɔ si tɛ se k'a bɔ aw bolo.
passkey-beside = Kile bɛ fara kɔdi kan, a tɛ bila a nɔ na: ni kile tɛ yen, walima ni JavaScript tɛ porogaramu la, aw bɛ don tuma bɛɛ ni kɔdi ye walima ni papiye kɔdi ye.
passkey-code-first = Don siɲɛ fila kɔdi bila baara la fɔlɔ: ni kile tununna, o de bɛ da yɛlɛ.
passkey-none = Don kile t'aw bolo fɔlɔ.
passkey-made = A farala kan { $day }.
passkey-used = A baara kɛra { $ago }.
passkey-unused = A ma baara kɛ fɔlɔ.
passkey-remove = A bɔ
passkey-remove-help = Ni telefɔni tununna walima ni a seginna a tigi ma, a ka kile bɔ. Aw ka donda tɔw bɛ datugu.
passkey-add = Don kile dɔ fara kan
passkey-without = Walasa ka kile dɔ fara kan, porogaramu kura ni JavaScript ka kan ka kɛ yen, ani nin yɔrɔ in dayɛlɛlen ni { $address } ye.
passkey-name = Aw b'a wele cogo di?
passkey-name-help = Misali la « baara telefɔni ».
passkey-make = A fara kan
passkey-wait = Aw ka minɛn kan, jaabi di…
passkey-failed = Kile ma jaabi di. A lajɛ kokura, walima ɲɛ in dayɛlɛ kokura.
passkey-known = Nin kile in farala kan kaban.
passkey-full = Kile seegin b'aw bolo, a tɛ tɛmɛ o kan. Dɔ bɔ.
passkey-not-made = Kile ma se ka fara kan, walima ɲɛ in makɔnɔna ka mɛɛn. A lajɛ kokura.
passkey-use = Baara kɛ ni n ka kile ye
passkey-use-help = Aw ka don kile bɛ jaabi di kɔdi nɔ na.
passkey-wrong = Nin kile in ma dɔn, walima ɲɛ in makɔnɔna ka mɛɛn. A lajɛ kokura, walima kɔdi dɔ sɛbɛn.
