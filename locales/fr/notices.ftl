### The honesty screen, the privacy notice and its versions.

honest-readers = Qui lira
honest-public = Si vous choisissez « tout le monde » : l’unité, le comité qui relit, puis tout le monde. Sinon : l’unité et vous, et le service à qui elle transmet. Le repère n’est jamais publié.
honest-phone = Qui prend votre téléphone peut voir ces pages. Téléphone prêté ou partagé : « Quitter vite », puis effacez l’historique.
honest-operator = Votre opérateur sait que vous êtes venu sur ce site. Un SMS, lui, se lit : il garde votre numéro et vos mots.
honest-words = Ce que vous racontez peut vous faire reconnaître : un nom, une heure, ce que vous seul avez vu.
honest-photos = Une photo ou une voix montre un lieu, un visage, une façon de parler.

notices-agree = En envoyant, vous acceptez que ceci soit traité comme le dit :
notices-agree-account = En ouvrant un compte, vous acceptez :
notices-read = ce que nous gardons, version { $version }
notices-version = Version { $version }, du { $date }
notices-old = Cette version ne vaut plus.
notices-latest = Lire la version d’aujourd’hui
notices-rights = Vos droits
notices-rights-how = Avec votre code ou votre compte, vous pouvez voir tout ce que nous avons sur vous, demander de corriger ou d’effacer. Vous recevez un numéro et une date.
notices-contacts = À qui écrire
notices-contacts-why = Ce qui reste vide n’est montré nulle part.
notices-controller = Responsable des données
notices-contact = Comment le joindre
notices-authority = Autorité de protection des données
notices-versions = Toutes les versions
notices-title = Ce que nous gardons : la notice
notices-now = La version { $version } vaut aujourd’hui.
notices-next = Publier une nouvelle version
notices-next-why = L’ancienne reste lisible. Chaque signalement dit quelle version a été acceptée.
notices-text-fr = En français
notices-text-bm = En bambara
notices-text-help = Une ligne vide sépare les paragraphes. « # » au début fait un titre, « - » un point de liste.
notices-publish = Publier
notices-save = Enregistrer
