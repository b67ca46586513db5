### The recorder of a voice note.
### à relire par un locuteur

recorder-start = N kan ta
recorder-stop = A dabila
recorder-play = A lamɛn
recorder-drop = Nin kan in jɔsi
recorder-left = Sekondi minnu tora:
recorder-no = Mikoro tɛ ka jaabi di walima a ma yamaruya. Aw bɛ se ka kan dɔ sugandi min tara kaban.
