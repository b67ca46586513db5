### « Patrouille vue »: a code on a wall lets anyone confirm that a patrol came by.
### à relire par un locuteur

seen-title = Yɔrɔyaala yera
seen-lead = Aw ye yɔrɔyaala ye yan wa? Aw ye papiye ka kɔdi sɛbɛn.
seen-code = Papiye ka kɔdi
seen-code-help = Jatebɔ wɔɔrɔ.
seen-confirm = N ye yɔrɔyaala ye
seen-unknown = Nin kɔdi in ma dɔn. Aw ye papiye lajɛ kokura.
seen-thanks = Aw ni ce.
seen-thanks-why = A jatera ni tɔw ye, dɔgɔkun fɛ.
seen-home = Segin so ɲɛ kan
seen-kept = Tɔgɔ tɛ, jate tɛ. An tɛ foyi mara aw ka telefɔni kan, an tɛ lɛrɛ fana mara: hakɛ dɔrɔn, dɔgɔkun fɛ.

seen-walls = Kogow kan kɔdiw
seen-walls-why = Papiye dɔ sugu la walima lakɔli la, ni kɔdi surun ye. Mɔgɔ min ye yɔrɔyaala ye, o b'a sɛbɛn. Hakɛw bɛ kalan dɔgɔkun fɛ, dɔgɔkun kelen o kɔfɛ, aw ka sɛbɛn kɛrɛfɛ.
seen-make = Papiye dɔ labɛn
seen-place-help = Papiye bɛna nɔrɔ yɔrɔ min na: sugu da, lakɔli da…
seen-none = Papiye si tɛ yen fɔlɔ.
seen-made = Kabini
seen-in-use = A bɛ baara la
seen-ended = A bɔra
seen-ended-why = Nin kɔdi in bɔra: a tɛ foyi jate bilen.
seen-poster = Papiye min bɛ nɔrɔ kogo la
seen-poster-why = Aw ye nin ɲɛ in bɔ papiye A4 walima A5 kan, k'a nɔrɔ yɔrɔ fɔlen na.
seen-poster-ask = Yɔrɔyaala tɛmɛna yan wa? Aw y'a fɔ.
seen-poster-how = Aw ye nin kɔdi in sɛbɛn yan:
seen-poster-safe = Tɔgɔ tɛ, jate tɛ. Foyi tɛ mara aw ka telefɔni kan.
seen-withdraw = Nin kɔdi in bɔ
seen-withdraw-why = Ni papiye tununna, walima ni mɔgɔ dɔ bɛ ka a kɛ cogo jugu la. Min jatera kaban, o bɛ to.
seen-count = Sigidamɔgɔw ye minnu ye
seen-count-why = Sigidamɔgɔw ye min fɔ ni papiye ka kɔdi ye. Ni a ma duuru bɔ: « <5 ».
seen-say = N ye yɔrɔyaala ye
