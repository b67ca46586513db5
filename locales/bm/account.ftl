### One's own account: signing in, signing up, name, language, password, sessions. And what roles are called.
### à relire par un locuteur

account-login-title = Don aw ka jate la
account-signup-title = Jate kura dayɛlɛ
account-no-need = Jate wajibi tɛ ka ko dɔ lase walima k'a kɔlɔsi.
account-what-for = Ni jate b'aw bolo, aw bɛ se k'aw ka laseliw ye ka sɛbɛnni kɛ lajɛw la.
account-login = Don tɔgɔ
account-login-help = Aw ka telefɔni nimɔrɔ, aw ka imɛyi walima tɔgɔ min dira aw ma.
account-login-choose = Mali telefɔni nimɔrɔ walima imɛyi. Mɔgɔ wɛrɛ t'a ye.
account-login-slip = Mali telefɔni nimɔrɔ sɛbɛn, jateden 8, walima imɛyi.
account-password = Kumaden dogolen
account-password-help = Sɛbɛnni 10 a dɔgɔyalenba la. Daɲɛ saba walima naani ka nɔgɔ ka to mɔgɔ hakili la.
account-password-long = A ka jan kojugu: sɛbɛnni { $max } dɔrɔn.
account-password-common = Nin kumaden dogolen in dɔnni ka nɔgɔn kojugu. Daɲɛ caman sɛbɛn.
account-password-login = Kumaden dogolen ni don tɔgɔ man kan ka kɛ kelen ye.
account-password-same = Kumaden wɛrɛ sugandi, kɔrɔ tɛ.
account-password-current = Kumaden dogolen min bɛ yen sisan
account-password-new = Kumaden dogolen kura
account-password-ends = Aw bɛna bɔ aw ka minɛn tɔw bɛɛ la.
account-current-wrong = Aw ka kumaden dogolen tɛ nin ye.
account-wrong = Don tɔgɔ walima kumaden dogolen man ɲi.
account-taken = Nin don tɔgɔ in bɛ mɔgɔ dɔ bolo kaban. Aw ye don, walima aw ye tɔgɔ wɛrɛ sugandi.
account-enter = Don
account-none-yet = Jate t'aw bolo fɔlɔ wa?
account-have-one = Jate bɛ n bolo kaban: n bɛ don
account-create = Ka n ka jate dayɛlɛ
account-name = Aw bɛ wele tɔgɔ min na
account-name-help = Tɔgɔ dɔrɔn bɛ se. Aw tɔgɔ yɛrɛ ɲininen tɛ.
account-lang = Kan
account-roles = Baaraw
account-resident = Sigibaga
account-district = Bamakɔ bɛɛ
account-own = N ka laseliw
account-own-none = Aw ma foyi lase ni nin jate in ye.
account-own-sealed = Laseli dogolen
account-settings = Labɛnniw
account-edit-profile = Ka n tɔgɔ walima n ka kan yɛlɛma
account-save = A mara
account-change-password = Kumaden dogolen yɛlɛma
account-must-change = Mɔgɔ wɛrɛ ye nin kumaden in sugandi. Aw yɛrɛ ta sugandi sisan.
account-everywhere = Bɔ yɔrɔ bɛɛ
account-everywhere-help = Telefɔni tununna walima a singara wa? Aw ka jate datugu minɛnw bɛɛ la, nin fana.

account-state-received = A sɔrɔla
account-state-in-progress = A bɛ sen na
account-state-referred = A cira
account-state-resolved = A ɲɛnabɔra
account-state-closed = A datugura, a ma ɲɛnabɔ

account-role-relay = Lasebaga
account-role-officer = Polisi
account-role-chief = Polisiso ɲɛmɔgɔ
account-role-moderator = Baro ɲɛminɛbaga
account-role-partner = Cakɛda
account-role-overseer = Kɔlɔsila
account-role-admin = Labɛnnikɛla

account-why-relay = A bɛ ko lase mɔgɔ wɛrɛ tɔgɔ la. A sugandi: kin dɔ.
account-why-officer = A bɛ sigibagaw jaabi ka yɔrɔyaalaw sɛbɛn. A sugandi: polisiso dɔ.
account-why-chief = I n'a fɔ polisi, a bɛ kow tila fana. A sugandi: polisiso dɔ.
account-why-moderator = A bɛ ko bila kɛnɛ kan, ka dɔw dogo, ka ɲɔgɔnyew kɛ. A sugandi: komite dɔ. Polisi baara t'a bolo abada.
account-why-partner = A bɛ ko cilenw jaabi. A sugandi: cakɛda dɔ.
account-why-overseer = A bɛ polisiw ka kɛwale ɲɛnabɔ. Bamakɔ bɛɛ.
account-why-admin = A bɛ jatew, polisisow ni kinw labɛn. A tɛ ko si kalan.
