### The clock of an answer: the calendar, how a kind counts, who is asked when a word is late (src/concerns/clock, src/admin/clock.rs).
### à relire par un locuteur
### Terms: waati, délai; lafiɲɛ don, jour de repos; seli don, jour férié; baara lɛrɛ, heure de service; ɲɛmɔgɔ, chef; disiriki, district.

clock-title = Jaabi waatiw ni baara donw
clock-lead = Waati minnu daminɛna kaban, olu bɛ jate kokura n'aw y'a mara.
clock-week = Dɔgɔkun
clock-rest = Lafiɲɛ donw
clock-rest-help = U tɛ jate suguya minnu bɛ jate baara donw na.
clock-rest-all = Aw ye baara don kelen to a la.
clock-opens = Baara daminɛ lɛrɛ
clock-closes = Baara ban lɛrɛ
clock-hours-help = Suguya minnu bɛ jate baara lɛrɛw la.
clock-hour-slip = Aw ye lɛrɛ sɛbɛn, i n'a fɔ 07:30.
clock-closes-before = Ban lɛrɛ ka kan ka na daminɛ lɛrɛ kɔfɛ.
clock-steps = Ni jaabi mɛɛnna
clock-steps-lead = A bɛ jate kɛmɛ o kɛmɛ la. 100: waati tɛmɛna.
clock-warn = Polisi lasɔmi
clock-warn-help = Taamasiyɛn dɔ bɛ kɛ laseli la. Polisiso dɔrɔn b'a ye.
clock-chief = Polisiso ɲɛmɔgɔ ɲininka
clock-chief-help = Laseli bɛ taa a ma. Sigibaga b'a kalan.
clock-far = Disiriki ɲininka
clock-far-help = Disiriki biro b'a ye, nka a tɛ kuma dogolenw kalan.
clock-step-after = Nin hakɛ ka kan ka bonya ni tɛmɛnen ye.
clock-services = Cakɛda dɛmɛbagaw
clock-acceptance = Lɛrɛ joli ka sɔn laseli ma walima k'a segin
clock-acceptance-help = Su ni tile bɛɛ bɛ jate, kabini polisiso y'a ɲini.

clock-holidays = Seli donw
clock-holidays-lead = U tɛ jate suguya minnu bɛ jate baara donw walima baara lɛrɛw la.
clock-holiday-new = Seli don kura
clock-day = Don
clock-again = Seginni
clock-yearly = San o san
clock-yearly-help = Don kelen san o san. Ni a ma taamasiyɛn, o don kelen dɔrɔn.
clock-yearly-short = san o san
clock-once = siɲɛ kelen

clock-counting = Nin lɛrɛw bɛ jate cogo di?
clock-counting-clock = Su ni tile
clock-counting-clock-why = Lɛrɛw bɛɛ bɛ jate.
clock-counting-days = Baara donw
clock-counting-days-why = Lafiɲɛ donw ni seli donw tɛ jate.
clock-counting-hours = Baara lɛrɛw
clock-counting-hours-why = Baara donw ka baara lɛrɛw dɔrɔn bɛ jate.

clock-soon = Aw ye jaabi di joona: { $left }
clock-escalated = Minnu sera aw ma
clock-escalated-why = Waati tɛmɛna jaabi kɔ. Aw ye jaabi di, walima aw y'a di mɔgɔ dɔ ma.
clock-district = Minnu sera disiriki ma
clock-district-why = Polisiso ma jaabi di hali bi. Aw y'a ɲɛmɔgɔ wele.
clock-event-warned = Waati bɛna tɛmɛ: polisi lasɔmina
clock-event-chief = Waati tɛmɛna: polisiso ɲɛmɔgɔ ɲininkara
clock-event-district = Jaabi tɛ yen hali bi: disiriki ɲininkara

clock-median-answer = Jaabi fɔlɔ, cɛmancɛ waati
clock-median-closing = Datuguli, cɛmancɛ waati
