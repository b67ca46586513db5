### Administration: accounts of others and reference data.

admin-home-lead = Rien n’est effacé ici : on met hors service. Aucun dossier n’est visible.
admin-unrouted =
    { $count ->
        [one] { $count } quartier n’a pas d’unité : le bureau du district répond.
       *[other] { $count } quartiers n’ont pas d’unité : le bureau du district répond.
    }
admin-to-verify =
    { $count ->
        [one] { $count } numéro d’urgence n’est pas vérifié.
       *[other] { $count } numéros d’urgence ne sont pas vérifiés.
    }

admin-accounts = Comptes
admin-areas = Quartiers et communes
admin-units = Unités de police
admin-categories = Sortes de préoccupations
admin-routings = Règles particulières
admin-committees = Comités
admin-partners = Services partenaires
admin-numbers = Numéros d’urgence

admin-pages = Pages
admin-parts = Parties de la liste
admin-nothing = Il n’y a encore rien ici.
admin-name = Nom
admin-state = État
admin-on = En service
admin-off = Hors service
admin-cancel = Annuler
admin-add = Ajouter
admin-end = Terminer
admin-deed = Action
admin-choose = Choisissez
admin-active = En service
admin-active-help = Sans cette coche, on ne le propose plus. Ce qui existe déjà reste.
admin-position = Ordre
admin-position-help = Le plus petit nombre vient en premier.

admin-area-new = Nouveau quartier
admin-areas-lead = Les lieux que les habitants choisissent quand ils signalent.
admin-communes = Communes
admin-commune = Commune
admin-alt = Autres orthographes
admin-alt-help = Pour la recherche, séparées par des virgules.
admin-area = Lieu
admin-quartier = Quartier

admin-unit-new = Nouvelle unité
admin-units-lead = Chaque unité, et les quartiers dont elle répond.
admin-unit = Unité
admin-district = Aucune : tout le district
admin-address = Adresse
admin-phone = Téléphone
admin-focal-point = Fonction qui répond de la proximité
admin-focal-help = Une fonction, jamais un nom. Par exemple : adjoint chargé de la proximité.
admin-answers-for = Quartiers
admin-answers-help = L’unité reçoit les signalements de ces lieux. Un lieu coché ici quitte l’autre unité.
admin-now-answers = Aujourd’hui : { $unit }
admin-whole-commune = Toute la commune, sauf règle d’un quartier
admin-n-places =
    { $count ->
        [0] aucun
        [one] { $count } lieu
       *[other] { $count } lieux
    }
admin-desk = Bureau du district
admin-desk-help = Reçoit ce qu’aucune règle ne donne à une unité. Il y en a toujours un seul.
admin-desk-short = Bureau du district
admin-desk-stays = Cochez d’abord « Bureau du district » dans une autre unité.
admin-desk-active = Le bureau du district doit être en service.

admin-category-new = Nouvelle sorte
admin-categories-lead = Les cases de la première page pour signaler, 20 au plus.
admin-category = Sorte
admin-name-fr = Nom en français
admin-name-bm = Nom en bambara
admin-hint-fr = Explication en français
admin-hint-bm = Explication en bambara
admin-hint-help = Une phrase : ce qui va dans cette case.
admin-icon = Dessin
admin-drawing = Dessin { $n }
admin-audience = Lu par
admin-audience-long = Qui lit d’habitude ces signalements ?
admin-audience-public = Tout le monde
admin-audience-public-why = Après l’accord d’un modérateur.
admin-audience-private = L’unité et l’habitant
admin-audience-private-why = Personne d’autre ne lit les mots.
admin-audience-sealed = Protégé
admin-audience-sealed-why = Le bureau spécialisé et l’habitant, jamais l’unité du quartier. Ne devient jamais public.
admin-conduct = Conduite d’un policier
admin-conduct-help = Va au contrôle. L’unité ne le voit jamais.
admin-conduct-short = Le contrôle
admin-target = Délai
admin-target-long = Heures pour répondre
admin-target-help = L’unité doit une vraie réponse dans ce délai.
admin-hours = { $count } h
admin-categories-full = Il y a déjà 20 sortes en service. Mettez-en d’abord une hors service.

admin-routings-lead = Une sorte de préoccupation, dans un lieu, va à une autre unité que d’habitude. Les règles générales sont sur la page de chaque unité :
admin-no-rule = Aucune règle particulière. Les règles des unités suffisent.
admin-rule-new = Nouvelle règle
admin-rule-there = Il y a déjà une règle pour ce lieu et cette sorte. Terminez-la d’abord.

admin-committee-new = Nouveau comité
admin-committees-lead = Qui publie, tient les réunions et suit les engagements.
admin-committee = Comité
admin-kind = Genre
admin-kind-ccs = Comité consultatif de sécurité
admin-kind-ccs-why = Celui d’une commune, présidé par le maire. Une réunion par mois au moins.
admin-kind-quartier = Forum de quartier
admin-kind-quartier-why = Celui des habitants d’un quartier.

admin-partner-new = Nouveau service
admin-partners-lead = Les services à qui une unité transmet un dossier.
admin-partner = Service
admin-partner-kind-help = Un mot : mairie, gendarmerie, justice…

admin-number-new = Nouveau numéro
admin-numbers-lead = Le public ne voit un numéro qu’après vérification : quelqu’un a appelé et c’était le bon.
admin-number = Numéro
admin-number-slip = Écrivez des chiffres, par exemple 80 00 11 15.
admin-label-fr = À qui, en français
admin-label-bm = À qui, en bambara
admin-source = Source
admin-source-help = Où ce numéro a été lu.
admin-verified = Vérifié
admin-verified-on = Vérifié le
admin-verified-help = Le jour où quelqu’un a appelé. Sans date, le public ne voit pas ce numéro.
admin-unverified = Pas vérifié : caché
admin-sample = Exemple

admin-account-new = Nouveau compte
admin-account-new-lead = Pour une personne qui a un rôle. Les habitants créent leur compte eux-mêmes.
admin-login = Connexion
admin-login-help = Un numéro du Mali, une adresse e-mail ou un nom comme chef.banconi.
admin-login-slip = Écrivez un numéro du Mali, une adresse e-mail ou un nom sans espace ni accent.
admin-taken = Ce nom de connexion est déjà pris.
admin-create = Créer le compte
admin-search = Nom ou nom de connexion
admin-find = Chercher
admin-all = Tous
admin-no-account = Aucun compte ne correspond.
admin-role = Rôle
admin-for-unit = Pour un agent ou un chef.
admin-for-committee = Pour un modérateur.
admin-for-partner = Pour un service partenaire.
admin-for-area = Pour un relais.
admin-enabled = Actif
admin-disabled = Désactivé
admin-no-role = Aucun rôle : un habitant.
admin-role-add = Ajouter un rôle
admin-where = Où
admin-since = Depuis
admin-until = Jusqu’à
admin-given = Donné, à changer
admin-given-over = Donné, plus valable
admin-chosen = Choisi par la personne
admin-password-help = La personne l’a oublié ? Faites un lien : elle choisit elle-même le nouveau. Jusque-là, rien ne change, sauf si elle n’est pas revenue depuis le dernier lien.
admin-password-make = Faire un lien
admin-link-title = Lien pour un nouveau mot de passe
admin-link-once = Ce lien n’est montré que maintenant. Il sert une fois, dans les 24 heures. Vérifiez d’abord que c’est bien cette personne.
admin-link-copy = À copier
admin-link-tell = Ou à dicter au téléphone
admin-link-tell-where = La personne ouvre { $place } et tape ces lettres :
admin-link-after = La personne choisit son mot de passe, que vous ne verrez pas. Tous ses appareils sont alors déconnectés, et sa clé change : ce qui est scellé pour elle seule ne s’ouvre plus.
admin-sessions = Connexions ouvertes
admin-sessions-people = Personnes connectées maintenant
admin-sessions-all = Déconnecter tout le monde
admin-sessions-lead = À faire si des mots de passe ont pu fuir. Vous seul restez connecté ; chacun entre de nouveau avec son mot de passe, et rien de ce qui a été envoyé ne se perd.
admin-sessions-end = Déconnecter cette personne
admin-sessions-end-help = Elle sort tout de suite sur tous ses appareils, et peut entrer de nouveau. Son téléphone est volé ? Faites-lui aussi un lien pour un nouveau mot de passe.
admin-disable = Désactiver le compte
admin-disable-help = La personne est déconnectée tout de suite. Ses messages restent.
admin-enable = Réactiver le compte
admin-enable-help = La personne peut de nouveau se connecter, avec ses rôles.
admin-enable-two = L’administration et le contrôle attendent la décision d’une deuxième personne.
admin-own = C’est votre compte. Un autre administrateur peut le désactiver.
admin-erased = Ce compte a été effacé. Personne n’y entre plus, et rien ne peut lui être rendu.
admin-secret-once = Notez ce mot de passe maintenant. Il ne sera plus jamais montré.
admin-secret-change = La personne devra en choisir un autre à sa première connexion, dans les 7 jours. Après, il n’ouvre plus rien.
admin-secret-done = C’est noté : voir le compte
