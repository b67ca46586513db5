### Sealed kinds: their desks, the services that may be given them, who helps first.

sealed-desk = Bureau spécialisé pour
sealed-desk-help = Ces sujets arrivent ici de tout le district. Les agents de cette unité seuls les lisent, jamais l’unité du quartier.
sealed-partner = Peut recevoir un dossier protégé
sealed-partner-help = Violences, traite : seulement un service tenu au secret, comme les services sociaux ou la justice.
sealed-no-desk = « { $kind } » n’a pas de bureau spécialisé : le chef du bureau du district lit seul ces dossiers. Cochez ce sujet sur la page d’une unité.
sealed-referral-withdrawn = Repris, dossier protégé
sealed-write-desk = Écrire au bureau
sealed-write-desk-reads = Le bureau seul le lit. N’écrivez pas votre nom.
sealed-write-oversight = Écrire au contrôle
sealed-write-oversight-reads = Le contrôle seul le lit, jamais l’unité. N’écrivez pas votre nom.
sealed-closed-desk = Le bureau a fermé ce dossier. C’est vous qui dites si c’est vrai. Vous avez 30 jours.
sealed-closed-oversight = Le contrôle a fermé ce dossier. C’est vous qui dites si c’est vrai. Vous avez 30 jours.

support-services = Aide aux victimes
support-lead = Montrés avant les questions d’un sujet grave. Le public ne voit un service qu’après vérification : quelqu’un a appelé et c’était le bon.
support-new = Nouveau service d’aide
support-what-fr = Ce qu’il fait, en français
support-what-bm = Ce qu’il fait, en bambara
support-place = Lieu
support-place-help = Laissez vide si l’adresse doit rester secrète.
support-hours = Heures
support-hours-help = Par exemple : 8 h – 18 h, ou 24 h / 24.
support-kinds = Aide pour
support-kinds-help = Le service est montré avant les questions de ces sujets.
support-to-verify =
    { $count ->
        [one] { $count } service d’aide n’est pas vérifié.
       *[other] { $count } services d’aide ne sont pas vérifiés.
    }
support-first = Aide tout de suite
support-first-why = Ces services vous écoutent sans plainte et sans nom. Vous pouvez appeler maintenant, et signaler après, ou jamais.
support-continue = Continuer
support-help = Des services peuvent vous aider

words-sealed = Texte scellé
words-shut = Ce qui est écrit dans ce dossier est scellé. Votre mot de passe ouvre votre clé.
words-not-given = Votre clé n’ouvre pas encore ce dossier : elle l’ouvrira dès qu’un collègue qui le lit ouvrira son bureau. Vous pouvez déjà répondre à l’habitant.
words-search = Un dossier protégé se cherche par son numéro ou son quartier : ses mots sont scellés.
words-code = Ce que vous avez écrit est scellé. Tapez encore votre code pour le lire ici.
words-code-waits = Ce que vous avez écrit est scellé. Vous le lirez ici dès que ceux qui le lisent auront ouvert ce dossier.
words-code-type = Taper mon code
key-title = Ouvrir ma clé
key-why = Les dossiers protégés sont scellés, même pour qui emporterait l’ordinateur. Votre clé les ouvre, et votre mot de passe ouvre votre clé.
key-open = Ouvrir ma clé
key-renew-title = Me faire une nouvelle clé
key-renew-why = Votre clé ouvre les dossiers protégés. Si quelqu’un a pu connaître votre mot de passe, faites une nouvelle clé : elle ouvre tout ce que l’ancienne ouvrait, et l’ancienne n’ouvre plus rien ici.
key-renew-first = Changez d’abord votre mot de passe : la nouvelle clé s’ouvre par celui d’aujourd’hui.
key-renew-go = Faire la nouvelle clé
