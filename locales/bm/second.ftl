### The second step of signing in: a code of the telephone, or of paper.
### à relire par un locuteur

second-title = Don siɲɛ fila kɔdi
second-lead = Kumaden dogolen kɔfɛ, aw bɛ jateden wɔɔrɔ sɛbɛn, aw ka telefɔni bɛ minnu jira. Mɔgɔ min ye kumaden sonya, o tɛ se ka don.
second-needed = Aw ka baara bɛ sigibagaw ka kumaw dayɛlɛ. A tanga fɔlɔ: don siɲɛ fila kɔdi wajibiyalen don.
second-code-lead = Aw ka telefɔni kɔdi porogaramu dayɛlɛ, ka jateden wɔɔrɔ sɛbɛn.
second-code = Kɔdi jateden wɔɔrɔ, walima papiye kɔdi
second-code-help = Telefɔni tununna wa? Kɔdi minnu sɛbɛnna papiye kan, aw ye o dɔ sɛbɛn.
second-enter = Don
second-back = Segin kumaden dogolen ma
second-wrong = Nin kɔdi in man ɲi, walima a baara kɛra kaban. Kɔdi nata makɔnɔ.
second-start-again = Kɔdi jugu cayara. Aw ka kumaden dogolen sɛbɛn kokura.
second-changed = Aw ka jate yɛlɛmana sisan. Aw ka kumaden dogolen sɛbɛn kokura.
second-paper-spent = Aw donna ni papiye kɔdi dɔ ye: a tɛ baara kɛ bilen. A tiirɛ.
second-off = A ma daminɛ fɔlɔ.
second-begin = A daminɛ
second-paper-only = Porogaramu tɛ aw ka telefɔni na wa?
second-paper-help = Aw bɛ se ka don ni papiye kɔdi tan ye. Kelen kelen bɛ da yɛlɛ siɲɛ kelen; sanni laban ka ban, aw ye kuraw dilan yan.
second-paper-go = Don ni papiye kɔdiw ye
second-app = 1. Kɔdi porogaramu dɔ don aw ka telefɔni na: FreeOTP+, Aegis walima Google Authenticator. A bɛ baara kɛ rezo kɔ.
second-scan = 2. Porogaramu kɔnɔ, nin ja in kalan.
second-open = Walima a dayɛlɛ nin telefɔni in kan
second-type = Walima nin kilɛ in sɛbɛn porogaramu kɔnɔ:
second-confirm-lead = 3. A bɛ jateden wɔɔrɔ minnu jira, olu sɛbɛn.
second-confirm-code = Kɔdi jateden wɔɔrɔ
second-confirm = A bila baara la
second-on = A bɛ baara la kabini { $day }.
second-left = { $count ->
    [0] Papiye kɔdi foyi ma to. Kuraw dilan.
   *[other] Papiye kɔdi { $count } tora.
}
second-renew = Papiye kɔdi kuraw
second-renew-help = Kɔrɔlenw tɛna baara kɛ bilen.
second-remove = A bɔ
second-keys-go = Ni aw ye kɔdi bɔ, aw ka don kilew bɛ taa n'a ye.
second-change = Telefɔni yɛlɛma
second-new-phone = Telefɔni kura wa? Kɔrɔ bɔ fɔlɔ ni a ka kɔdi dɔ ye, walima papiye kɔdi dɔ, ka daminɛ ni kura ye. Bɛɛ tununna wa? A ɲini labɛnnikɛla dɔ fɛ.
second-papers-title = Aw ka papiye kɔdiw
second-papers-lead = U sɛbɛn walima u bɔ papiye kan sisan: nin ɲɛ in tɛna segin. Kelen kelen bɛ da yɛlɛ siɲɛ kelen, ni telefɔni tununna.
second-papers-alone = U sɛbɛn walima u bɔ papiye kan sisan: nin ɲɛ in tɛna segin. Aw bɛ don tuma o tuma, aw bɛ kelen sɛbɛn kumaden dogolen kɔfɛ. Kelen kelen bɛ da yɛlɛ siɲɛ kelen: a tiirɛ.
second-papers-keep = Papiye mara telefɔni yɔrɔjan. Aw kan'a di mɔgɔ si ma, ɲɛmɔgɔ walima labɛnnikɛla fana.
second-papers-done = A sɛbɛnna
second-admin = Don siɲɛ fila kɔdi
second-admin-on = A bɛ baara la
second-admin-off = A tɛ baara la
second-admin-help = Telefɔni ni papiye tununna wa? Aw ye a lajɛ fɔlɔ, ɲɛ ni ɲɛ, ko a yɛrɛ don. A ka kɔdi n'a ka don kilew bɛ bɔ; a bɛ kuraw dilan ni a donna kokura.
second-admin-go = Don siɲɛ fila kɔdi bɔ

## A proof once more, before a dangerous deed.
again-title = Aw yɛrɛ don wa?
again-why = Aw bɛ ka min dayɛlɛ, o bɛ se ka tooro lase ni a bɛ bolo jugu kɔnɔ. Telefɔni singalen walima telefɔni sonyalen dɔrɔn man kan ka a dayɛlɛ.
again-go = Taa ɲɛ

## The open sessions.
sessions-title = N ka donda dayɛlɛlenw
sessions-lead = Aw donna telefɔni walima ɔridinatɛri o ɔridinatɛri fɛ. An tɛ telefɔni tɔgɔ sɛbɛn, an tɛ a sigiyɔrɔ sɛbɛn: u dɔn u waati fɛ.
sessions-since = A dayɛlɛla { $when }
sessions-seen = Ɲɛ laban: { $ago }
sessions-here = Nin yɛrɛ
sessions-end = A datugu
