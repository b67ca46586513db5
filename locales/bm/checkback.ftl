### Whether the reporter was threatened because of what they told (N7): the question on the code page, oversight's queue.
### à relire par un locuteur
### Terms: bagabagali, menace; bagabaga, menacer; kɔlɔsilikɛlaw, contrôle; jaabi, réponse.

checkback-question = Yala mɔgɔ dɔ ye aw bagabaga nin laseli in kosɔn wa?
checkback-why = Polisi ye baara dɔ kɛ. Aw ka jaabi bɛ taa polisi kɔlɔsibagaw ma, polisiso t'a ye abada. Polisiso t'a dɔn ko an bɛ nin ɲininkali kɛ.
checkback-no = Ayi
checkback-yes = Awɔ
checkback-yes-why = Polisi kɔlɔsibagaw b'a kalan, u bɛ jaabi di yan.
checkback-unsaid = N t'a fɛ k'a fɔ
checkback-what = Mun kɛra?
checkback-what-help = Ni aw ye « awɔ » fɔ. A bɛ mara o dɔrɔn na. Aw kana aw tɔgɔ sɛbɛn.
checkback-send = Jaabi di
checkback-yours = Mɔgɔ dɔ ye aw bagabaga
checkback-yours-why = Aw y'a fɔ { $day }. Polisi kɔlɔsibagaw dɔrɔn bɛ nin kalan, polisiso t'a ye abada.

checkback-threats = Bagabagaliw
checkback-threats-lead = Sigibaga dɔw ko u bagabagara laseli dɔ kosɔn. Polisiso si tɛ nin kow ye.
checkback-threat = Bagabagali
checkback-none = Mɔgɔ si ma bagabagali fɔ.
checkback-open = Dayɛlɛlen
checkback-closed = Datugulen
checkback-after = Tile { $days } polisi ka baara dɔ kɔfɛ
checkback-told = A fɔra don min
checkback-words = Min sɛbɛnna
checkback-no-words = Sigibaga ma foyi sɛbɛn.
checkback-kind-sealed = Ko dogolen
checkback-reply = Sigibaga jaabi
checkback-reply-words = Aw ka jaabi
checkback-reply-help = Sigibaga b'a kalan ni a ka kɔdi ye. Polisiso t'a ye.
checkback-close = Nin ko datugu
checkback-reopen = Nin ko da yɛlɛ tugun
