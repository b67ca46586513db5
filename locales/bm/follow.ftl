### à relire par un locuteur

follow-title = Ka n ka laseli kɔlɔsi
follow-how = Aw ka sɛbɛnni nimɔrɔ 16 sɛbɛn. Furancɛ lankolon tɛ jate.
follow-code = Aw ka kɔdi
follow-open = A lajɛ
follow-length = Kɔdi ye nimɔrɔ 16 ye. Aw ka sɛbɛnni taw jate.
follow-mistyped = Kɔdi sɛbɛnna ni fili ye: nimɔrɔ dɔ tiɲɛ tɛ. Aw ka sɛbɛnni lajɛ kokura.
follow-unknown = Nin kɔdi in tɛ foyi dayɛlɛ. Aw ka sɛbɛnni lajɛ kokura.
follow-lost = N ka kɔdi tununna
follow-lost-why = Mɔgɔ si tɛ se k'a sɔrɔ tugun, hali an yɛrɛ: o de b'aw lakana. Aw bɛ se ka ko in lase kokura.
follow-again = A lase kokura

follow-mine = N ka laseli
follow-kept = Aw ye aw ka kɔdi mara wa?
follow-kept-why = A tɛ nin ɲɛ in kan. Aw ye sɛbɛnni mara: n'a tɛ yen, aw tɛna se ka segin.
follow-reason = A datugura mun na:
follow-question = Ɲininkali dɔ b'aw makɔnɔ
follow-answer = Aw ka jaabi
follow-answer-send = Jaabi ci
follow-fixed = A ɲɛnabɔra wa?
follow-fixed-why = Polisiso ye ko in datugu. Aw de b'a fɔ n'o ye tiɲɛ ye. Tile 30 b'aw bolo.
follow-fixed-words = Kuma dɔ polisiso ye
follow-yes = Awɔ, a ɲɛnabɔra
follow-partly = A yɔrɔ dɔ
follow-no = Ayi, a ma ɲɛnabɔ
follow-since = Min kɛra kabini aw nana
follow-happened = Min kɛra
follow-write = Bataki ci polisiso ma
follow-message = Aw ka bataki
follow-message-help = Polisiso dɔrɔn b'a kalan. Aw kana aw tɔgɔ sɛbɛn.
follow-send = A ci
follow-wrote = Aw ye min sɛbɛn
follow-readers = Jɔn b'a kalan
follow-readers-all = Bɛɛ
follow-readers-unit = Polisiso, komite ani aw
follow-publication = A bilali kɛnɛ kan
follow-close = Nin ɲɛ in datugu
