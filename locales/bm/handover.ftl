### Handover: who leaves gives everything on first (src/handover); what residents read of it.
### à relire par un locuteur
### Terms: di, remettre; bolo, en main de; laseli, dossier; mɔgɔ min bɛ aw jaabi, interlocuteur; bɔ, partir.

handover-title = Baara dili mɔgɔ wɛrɛ ma
handover-of = Baara dili: { $name }
handover-lead = Laseli kelen-kelen bɛɛ bɛ to mɔgɔ dɔ bolo. Foyi tɛ kuncɛ ni fɛn dɔ tora mɔgɔ si bolo.
handover-ways = A bɛ taa cogo min
handover-disable = Jate datugu
handover-leave = Bɔ nin na: { $role }
handover-nothing = Foyi tɛ nin mɔgɔ in bolo bilen.
handover-count = Fɛn { $count } ka kan ka di.
handover-stuck = Mɔgɔ wɛrɛ si tɛ se ka fɛn dɔ minɛ. Aw ye o baara di mɔgɔ dɔ ma fɔlɔ.
handover-all = A bɛɛ di
handover-all-help = Ni foyi ma sugandi yɔrɔ min na.
handover-each = Kelen-kelen
handover-as-all = I n'a fɔ sanfɛ
handover-what = Min bɛ di
handover-kind = Suguya
handover-to = A dira
handover-missing = Aw ye mɔgɔ sugandi min bɛ nin minɛ.
handover-files = Laseliw
handover-referrals = Laseli cilenw
handover-plans = Yɔrɔyaala labɛnnenw
handover-patrols = Yɔrɔyaala minnu bɛ sen na
handover-commitments = Layiduw
handover-protected = Laseli dogolen
handover-unit = Polisiso kura
handover-unit-help = Ni mɔgɔ bɛ taa polisiso wɛrɛ la. A ka baara tɛ yɛlɛma.
handover-no-unit = Polisiso si
handover-same-unit = A bɛ bɔ nin polisiso de la.
handover-ends = Nin mɔgɔ in bɛ bɔ a kɔnɔ o yɔrɔnin bɛɛ. A ka batakiw bɛ to. Sigibagaw b'a kalan ko u jaabibaga yɛlɛmana, tɔgɔ si tɛ fɔ.
handover-do = A di ka kuncɛ
handover-people = Baarakɛlaw
handover-people-lead = Minnu bɛ baara kɛ polisiso la, ani min bɛ kelen-kelen bɛɛ bolo.
handover-holds = A bolo
handover-done = Baara dili kɛlenw
handover-record = Baara dili sɛbɛn
handover-back = Segin
handover-print = Aw ye nin ɲɛ in bɔ papiye kan: mɔgɔ fila bɛ u bolonɔ bila a kan.
handover-leaver = A dibaga
handover-way = A bɔcogo
handover-way-disabled = jate datugura
handover-way-left = a bɔra nin baara la
handover-way-moved = a taara polisiso wɛrɛ la
handover-by = Latigɛbaga
handover-when = Don
handover-sign-leaver = Dibaga bolonɔ
handover-sign-chief = Ɲɛmɔgɔ bolonɔ

handover-event = Aw jaabibaga yɛlɛmana
handover-told = Aw jaabibaga yɛlɛmana { $day }. Aw ka batakiw bɛ to, aw bɛ jaabi sɔrɔ yan.
handover-since = Aw jaabibaga yɛlɛmana { $day }
