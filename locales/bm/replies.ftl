### Reply templates: written by administrators, filled with a file's facts at the desk (src/areas/reply.rs).
### à relire par un locuteur
### Terms: jaabi, réponse; misali, modèle; laseli, signalement; suguya, sujet; sigibaga, habitant.

replies-title = Jaabi misaliw
replies-lead = Kumasen labɛnnenw, tubabukan na ani bamanankan na. Polisi b’u don jaabi la, k’u kalan, a bɛ se k’u yɛlɛma sanni a k’u ci.
replies-new = Misali kura
replies-purpose = Bataki jumɛn kama
replies-any = Bataki bɛɛ
replies-answer = Jaabi
replies-question = Ɲininkali sigibaga la
replies-closing = Kumasen laban (ɲɛnabɔlen walima datugulen)
replies-kinds = Suguya jumɛnw kama
replies-kinds-all = Suguyaw bɛɛ
replies-kinds-help = Ni taamasiyɛn si tɛ yen, misali bɛ bɛn suguyaw bɛɛ ma.
replies-languages = Kanw
replies-words-fr = Sɛbɛnni tubabukan na
replies-words-bm = Sɛbɛnni bamanankan na
replies-words-help = Ni sɛbɛnni tɛ sigibaga ka kan na, misali tɛ ta. Kan tɔ kelen tɛ ci o nɔ na abada.
replies-active-help = Ni taamasiyɛn in tɛ yen, misali tɛ jira bilen. Jaabi cilenw bɛ to yen.
replies-slots = Min bɛ bɔ laseli la, o bɛ sɛbɛn nin cogo la:
replies-slot-number = laseli nimɔrɔ
replies-slot-category = suguya
replies-slot-place = kin
replies-slot-unit = polisiso tɔgɔ
replies-slot-deadline = jaabi ka kan ka di don min
replies-slot-meeting = ɲɔgɔnye nata don, min bɛ bɛɛ ye
replies-unknown = { $slot } tɛ yen. Aw ye dɔ sugandi lisi la sanfɛ.
replies-brace = Taamasiyɛn kelen tɛ a ɲɔgɔn kɛrɛfɛ. Daɲɛ kelen-kelen bɛɛ bɛ u fila cɛ.

## At a file

replies-template = Misali
replies-insert = A don
replies-lacking-french = { $name } (a ma sɛbɛn fɔlɔ tubabukan na)
replies-lacking-bambara = { $name } (a ma sɛbɛn fɔlɔ bamanankan na)
replies-not-in-french = Nin misali ma sɛbɛn tubabukan na, o de ye sigibaga ka kan ye. Aw yɛrɛ ye jaabi sɛbɛn.
replies-not-in-bambara = Nin misali ma sɛbɛn bamanankan na, o de ye sigibaga ka kan ye. Aw yɛrɛ ye jaabi sɛbɛn.
replies-nothing-for = Nin misali mago bɛ { $slot } la, nka o tɛ laseli in na. Aw ye misali wɛrɛ sugandi.
