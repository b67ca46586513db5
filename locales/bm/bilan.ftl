### The bilan of a unit (src/bilan), and what it lacked (src/concerns/causes.rs).
### à relire par un locuteur
### Terms: baara jate, bilan; kalo saba, trimestre; yɔrɔyaala, patrouille; layidu, engagement; taji, carburant; bolifɛn, véhicule.

bilan-title = Baara jate
bilan-quarter = { $year }, kalo saba { $quarter }nan
bilan-period = Waati
bilan-month = Kalo
bilan-by-quarter = Kalo saba
bilan-year = San
bilan-before = Waati tɛmɛnen
bilan-after = Waati nata
bilan-made = a kɛra { $day }
bilan-part = Yɔrɔ
bilan-what = Mun
bilan-number = Hakɛ
bilan-measure = Suman
bilan-patrols = Yɔrɔyaalaw
bilan-n-patrols = Yɔrɔyaala kuncɛlenw
bilan-patrol-minutes = Waati min kɛra kɛnɛma
bilan-stops = Jɔyɔrɔw
bilan-stop-minutes = Waati min kɛra jɔyɔrɔw la
bilan-quartiers = Taama kɛra kin minnu na
bilan-concerns = Haminankow
bilan-received = Sɔrɔlenw
bilan-resolved = Ɲɛnabɔlenw, polisiso ko ten
bilan-unresolved = Datugulenw, u ma ɲɛnabɔ
bilan-open = Dayɛlɛlen tora laban na
bilan-pace = Jaabi waatiw
bilan-to-chief = Minnu sera polisiso ɲɛmɔgɔ ma
bilan-to-district = Minnu sera disiriki ma
bilan-meetings = Komitew ka ɲɔgɔnyew
bilan-n-meetings = Minnu kɛra
bilan-with-minutes = Minnu sɛbɛn bɛ kɛnɛ kan
bilan-commitments = Polisiso ka layiduw
bilan-promised = Minnu tara
bilan-kept = Minnu tiimɛna, fan fila bolonɔ b'u la
bilan-abandoned = Minnu bilala
bilan-overdue = Minnu waati tɛmɛna laban na
bilan-how = Porogaramu y'a jate. Ko dogolenw ni damakasiw polisi kan tɛ jate yan.
bilan-sign = Don ni polisiso ɲɛmɔgɔ bolonɔ:
bilan-csv = O kelen CSV la
bilan-ods = O kelen LibreOffice la (ODS)

cause-title = Baarakɛminɛn tɛ yen, cakɛda wɛrɛ
cause-fuel = Esansi tɛ yen
cause-vehicle = Bolifɛn tɛ yen
cause-staff = Polisiw ka dɔgɔ
cause-other-body = Cakɛda wɛrɛ ka baara don
cause-choose = Min tɛ yen
cause-help = Ni kun ye « baarakɛminɛn tɛ yen » ye. A bɛ jate jama ɲɛ na, polisiso ni polisiso.
cause-missing = Aw ye min tɛ yen o fɔ: esansi, bolifɛn walima polisiw.
cause-delay = A fɔ mun na a bɛ makɔnɔ
cause-delay-words = Sigibaga ka kan ka min dɔn
cause-delay-help = Laseli kalanbagaw bɛɛ b'a kalan. Waati bɛ ka taa hali bi.
cause-event = A bɛ makɔnɔ: { $cause }
cause-public = Min tun tɛ yen san kelen kɔnɔ
cause-forum = Min tun tɛ komini polisisow bolo san kelen kɔnɔ
