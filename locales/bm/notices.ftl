### à relire par un locuteur

honest-readers = Jɔn bɛna a kalan
honest-public = Ni aw ye « bɛɛ » sugandi: polisiso, komite min b'a kalan fɔlɔ, o kɔfɛ bɛɛ. N'o tɛ: polisiso ni aw, ani cakɛda min bɛ ko in sɔrɔ. Taamasiyɛn tɛ bila kɛnɛ kan abada.
honest-phone = Aw ka telefɔni bɛ mɔgɔ min bolo, o bɛ se ka nin ɲɛw ye. Ni telefɔni ye mɔgɔ wɛrɛ ta ye: « Bɔ yan joona », o kɔfɛ min lajɛra o jɔsi.
honest-operator = Telefɔni cakɛda b'a dɔn ko aw nana yan. Nka SMS bɛ kalan: a b'aw ka nimɔrɔ n'aw ka kumaw mara.
honest-words = Aw bɛ min fɔ, o bɛ se k'a to mɔgɔw k'aw dɔn: tɔgɔ, lɛrɛ, aw kelen ye min ye.
honest-photos = Ja walima kan bɛ yɔrɔ jira, mɔgɔ ɲɛda, ani mɔgɔ ka kumacogo.

notices-agree = N'aw y'a ci, aw sɔnna nin ka labɛn i n'a fɔ a sɛbɛnnen don cogo min na:
notices-agree-account = N'aw ye jate dayɛlɛ, aw sɔnna nin ma:
notices-read = an bɛ min mara, sɛbɛn { $version }nan
notices-version = Sɛbɛn { $version }nan, { $date }
notices-old = Nin sɛbɛn in tɛ baara la tugun.
notices-latest = Bi ta kalan
notices-rights = Aw ka josiraw
notices-rights-how = Ni aw ka kɔdi walima aw ka jate ye, aw bɛ se ka kunnafoni bɛɛ ye an bɛ minnu mara aw kan, k'a ɲini u ka latilen walima u ka jɔsi. Aw bɛ nimɔrɔ ni don sɔrɔ.
notices-contacts = Aw bɛ se ka sɛbɛn ci jɔn ma
notices-contacts-why = Min lankolon don, o tɛ jira yɔrɔ si.
notices-controller = Kunnafoniw ɲɛmɔgɔ
notices-contact = A sɔrɔcogo
notices-authority = Kunnafoniw lakanani cakɛda
notices-versions = Sɛbɛnw bɛɛ
notices-title = An bɛ min mara: sɛbɛn
notices-now = Sɛbɛn { $version }nan bɛ baara la bi.
notices-next = Sɛbɛn kura bila kɛnɛ kan
notices-next-why = Kɔrɔ bɛ se ka kalan tuma bɛɛ. Laseli kelen kelen bɛɛ b'a fɔ sɛbɛn jumɛn sɔnna.
notices-text-fr = Tubabukan na
notices-text-bm = Bamanankan na
notices-text-help = Sira lankolon bɛ dakun fila faran. « # » daminɛ na, o ye kunkan ye; « - », o ye lisi dakun ye.
notices-publish = Bila kɛnɛ kan
notices-save = A mara
