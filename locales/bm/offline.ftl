### What is kept on the phone while there is no network.
### à relire par un locuteur

offline-title = Nin telefɔni in kan
offline-waiting = A ma ci fɔlɔ
offline-waiting-why = Rezo tɛ yen. Aw ye min sɛbɛn, o bɛ makɔnɔni na nin telefɔni in kan, tile kelen dɔrɔn. A bɛ ci ni rezo seginna dɔrɔn. Aw bɛ se ka nin ɲɛ in datugu. Aw ye segin ka aw ka kɔdi kalan.
offline-held = Rezo tɛ yen: foyi ma ci.
offline-held-why = Tɔgɔ, nimɔrɔ, yɔrɔ yɛrɛyɛrɛ ani sɛbɛnni kɔdi tɛ mara telefɔni kɔnɔ. Aw kana nin ɲɛ in datugu, aw y’a ci ni rezo seginna, walima aw y’u bɔ yen.
offline-shared = Telefɔni bɛ mɔgɔ min bolo, o bɛ se k’a kalan. « A jɔsi » walima « Bɔ yan joona » b’a bɔ yen: o tuma na a tɛna ci.
offline-send = A lajɛ sisan
offline-wipe = A jɔsi nin telefɔni in kan
offline-answer = Min tun bɛ makɔnɔni na, o cira. Jaabi nana.
offline-see = Jaabi ni kɔdi lajɛ
offline-look = A lajɛ
offline-none = Foyi tɛ ka cili makɔnɔ.
offline-draft = Aw ye sɛbɛnni dɔ mara nin telefɔni in kan, a ma ban fɔlɔ.
offline-resume = Taa a fɛ
offline-keep = Nin sɛbɛnni in mara
offline-keep-why = A bɛ to nin telefɔni in kan tile kelen dɔrɔn. Telefɔni bɛ mɔgɔ min bolo, o bɛ se k’a kalan. « Bɔ yan joona » b’a jɔsi.
offline-kept = Sɛbɛnni marala nin telefɔni in kan.
