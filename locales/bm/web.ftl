### The frame of every page, forms in general, errors.
### à relire par un locuteur

nav-skip = Taa kunnafoni yɛrɛ la
nav-leave = Bɔ yan joona
nav-menu = Sugandili
nav-file = Ko dɔ lase
nav-follow = Laseli kɔlɔsi
nav-concerns = Haminankow
nav-forums = Lajɛw
nav-commitments = Layiduw
nav-areas = Kinw
nav-units = Polisisow
nav-privacy = Aw ka kunnafoniw
nav-moderation = Baro ɲɛminɛni kunnafoniw
nav-account = N ka jate
nav-login = Don
nav-logout = Bɔ
nav-desk = Biro
nav-patrols = Yɔrɔyaalaw
nav-referrals = Ko cilenw
nav-committee = Komite
nav-admin = Labɛnniw
nav-demo = Misali don: fɛn o fɛn bɛ yan, o ye misali ye.

notice-saved = Maralen don.
notice-sent = A cira.
notice-changed = A yɛlɛmana.
notice-published = A bilala kɛnɛ kan. Bɛɛ bɛ se k'a kalan.
notice-withdrawn = A kɛra. A kun sɛbɛnna.
notice-left = Sɛbɛn tora yen. Lasɔmini datugura.
notice-registered = Aw ka yɔrɔ marala.
notice-given-back = Aw ka yɔrɔ seginna. Aw tɔgɔ ni aw ka kɔdi jɔsira.
notice-signed-out = Aw bɔra.
notice-password = Kumaden dogolen yɛlɛmana.
notice-patrol-closed = Yɔrɔyaala kuncɛra.

form-errors = Min ka kan ka latilen
form-optional = wajibi tɛ
form-required = Fɛn dɔ sɛbɛn yan.
form-choose = Jaabi dɔ sugandi.
form-too-short = Sɛbɛnni { $min } sɛbɛn a dɔgɔyalenba la.
form-too-long = A ka jan kojugu: sɛbɛnni { $length } bɛ yen, a man kan ka tɛmɛ { $max } kan.
form-number = Jate dɔ sɛbɛn min bɛ { $min } ni { $max } cɛ.
form-day = Don dɔ sɛbɛn, misali la 2026-11-28.
form-time = Don ni lɛrɛ sɛbɛn, misali la 2026-11-28T16:00.
form-stale = Nin ɲɛ in dayɛlɛla kabini waati jan. Aw ye aw ka sɛbɛnni kalan ka a ci kokura.

page-first = A daminɛ
page-next = A tɔ

error-home = Ɲɛ fɔlɔ
error-incident = Gɛlɛya in nimɔrɔ:
error-not-found-title = Ɲɛ in ma sɔrɔ
error-not-found = Nin ɲɛ in tɛ yen, walima aw tɛ se k'a ye. Aw ye adɛrɛsi lajɛ kokura, walima aw ye segin ɲɛ fɔlɔ la.
error-forbidden-title = A yamaruyalen tɛ
error-forbidden = Aw tɛ se ka o kɛ ni aw ka jate ye, walima ɲɛ in dayɛlɛla kabini waati jan. Aw ye ɲɛ in dayɛlɛ kokura k'a lajɛ. Ni aw ka baara don, aw ye jɔyɔrɔ in ɲini labɛnnikɛla fɛ.
error-refused-title = A tɛ se ka kɛ bilen
error-bad-request-title = Ɲininkali ma faamu
error-bad-request = An m'a faamu. Aw ye segin kɔfɛ ka a lajɛ kokura.
error-too-large-title = A ka jan kojugu
error-too-large = Aw ye min ci, o ka jan kojugu. Aw ye dɔ bɔ a la, ka a lajɛ kokura.
error-too-many-title = Aw ye dɔɔnin makɔnɔ
error-too-many = Fɛn caman cira ka bɔ aw fan fɛ. A lajɛ kokura { $wait } kɔfɛ.
error-busy-title = Baara ka ca sisan
error-busy = Foyi ma mara. Aw ye miniti kelen makɔnɔ ka a lajɛ kokura.
error-read-only-title = Kalan bɛ se ka kɛ, nka foyi tɛ mara sisan
error-read-only = Foyi ma mara: masin falen don, walima a bɛ ka labɛn. Aw kana ɲɛ in datugu, aw y'a lajɛ kokura miniti damadɔ kɔfɛ. Ni a mɛɛnna, aw y'a fɔ polisiso walima komite ye.
error-internal-title = Hakɛto, fɛn dɔ ma ɲɛ
error-internal = An ka fili don, aw ta tɛ. Foyi ma mara. A lajɛ kokura kɔfɛ.

refusal-already-done = Mɔgɔ wɛrɛ y'a yɛlɛma kaban. Aw ye ɲɛ in lajɛ kokura.
refusal-concern-closed = Nin ko in datugulen don. Min y'a lase, o bɛ se k'a dayɛlɛ kokura n'a ka kɔdi ye; n'o tɛ, aw ye laseli kura kɛ.
refusal-concern-open = Nin ko in datugulen tɛ. N'a datugura, a bɛ fɔ n'a ɲɛnabɔra; sanni o cɛ, bataki bɛ se.
refusal-outcome-too-late = Tile 30 jaabi waati tɛmɛna. Aw bɛ se ka bataki ci polisiso ma.
refusal-sealed = Nin ko in dogolen don. A tɛ se ka bila kɛnɛ kan. Jaabi bɛ di mɔgɔ ma, a tɛ bila kɛnɛ kan.
refusal-referral-pending = Cakɛda dɔ ma jaabi di fɔlɔ nin ko in kan. Aw y'a ka jaabi makɔnɔ sanni aw k'a ci cakɛda wɛrɛ ma.
refusal-patrol-closed = Nin yɔrɔyaala in kuncɛlen don. Walasa ka dɔ fara a kan, aw ye yɔrɔyaala kura daminɛ.
refusal-stop-open = Jɔyɔrɔ laban ma kuncɛ fɔlɔ. Aw ye a bɔ waati sɛbɛn fɔlɔ.
refusal-meeting-full = Yɔrɔ tɛ yen bilen, makɔnɔli lisi fana falen don. Aw ye segin k'a lajɛ: yɔrɔ dɔ bɛ se ka sɔrɔ.
refusal-meeting-over = Nin ɲɔgɔnye in tɛmɛna walima a dabilala. Aw ye ɲɔgɔnye nataw lajɛ.
refusal-meeting-not-yet = Nin ɲɔgɔnye in ma daminɛ fɔlɔ. N'a daminɛna, aw ye segin.
refusal-minutes-locked = Nin ɲɔgɔnyesɛbɛn in sɛmɛntiyalen don. A tɛ yɛlɛma bilen. Min ka kan ka yɛlɛma, o bɛ fɔ ɲɔgɔnye nata la.
refusal-thread-locked = Nin baro in datugulen don. A bɛ se ka kalan hali bi; ni ko kura bɛ yen, aw ye laseli kɛ.
refusal-taken = Nin tɔgɔ in bɛ mɔgɔ wɛrɛ bolo kaban. Aw ye dɔ wɛrɛ sugandi.
refusal-police-moderates = Polisi jɔyɔrɔ ni baro ɲɛminɛbaga jɔyɔrɔ tɛ bɛn mɔgɔ kelen ma. Aw ye jɔyɔrɔ tɔ kelen kuncɛ fɔlɔ, walima aw ye mɔgɔ wɛrɛ sugandi.
refusal-police-relays = Polisi jɔyɔrɔ ni lasebaga jɔyɔrɔ tɛ bɛn mɔgɔ kelen ma. Aw ye jɔyɔrɔ tɔ kelen kuncɛ fɔlɔ, walima aw ye mɔgɔ wɛrɛ sugandi.
refusal-holds-files = Fɛn dɔ bɛ nin jate in bolo hali bi: laseli, yɔrɔyaala walima layidu. Aw y'o di mɔgɔ wɛrɛ ma fɔlɔ.
