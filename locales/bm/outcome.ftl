### What became of a concern: the police's claim, the resident's word, the resident's silence; what the chief hears of it.
### à relire par un locuteur
### Terms: sigibaga, habitant; jaabi, réponse; tugun, de nouveau; kɔlɔsilikɛlaw, contrôle.

outcome-silent = foyi tile 30 kɔnɔ
outcome-police-says = Polisi ko
outcome-claimed = a ɲɛnabɔra
outcome-unclaimed = a datugura, a ma ɲɛnabɔ
outcome-yours = Aw ka jaabi:
outcome-correct = Ne ka jaabi latilen
outcome-correct-why = Aw bɛ se k'a latilen siɲɛ kelen, tile 30 kɔnɔ.
outcome-corrected = Sigibaga y'a latilen: { $outcome }
outcome-words-help = Ni a yɔrɔ dɔ ɲɛnabɔra, aw ye min tora o fɔ.
outcome-missing = Aw ye min tora o fɔ, daɲɛ damadɔ la.
outcome-told = Sigibaga ye min fɔ
outcome-told-why = A bɛ to yan fo aw ka ko in da yɛlɛ.
outcome-told-not-fixed = Sigibaga y'a da yɛlɛ tugun
outcome-told-partly = Sigibaga ko: a yɔrɔ dɔ ɲɛnabɔra

units-partly = A yɔrɔ dɔ, sigibaga ko
units-silent = Sigibaga ma jaabi di tile 30 kɔnɔ
units-claimed = Sigibaga bɛ se ka jaabi di hali bi
units-fewer = a tɛ { $least } bɔ
units-at-least = { $number } walima ka tɛmɛ
units-conduct = Kuma minnu fɔra polisiw ka kɛwalew kan
units-conduct-median = Fila o fila, kelen ye jaabi sɔrɔ { $span } kɔnɔ.
units-conduct-how = San kelen, fo { $day }. U bɛ taa polisi kɔlɔsibagaw ma, polisiso t'u ye abada. U bɛ jate duuru duuru.
units-sealed-only = Nin biro bɛ ko dogolenw dɔrɔn sɔrɔ. U si tɛ jate jama ɲɛ na.
units-district = Bamakɔ bɛɛ la
units-threats = Mɔgɔ minnu bagabagara laseli kɔfɛ
units-district-how = San kelen, fo { $day }. Ni hakɛ tɛ 5 bɔ, a tɛ fɔ.
