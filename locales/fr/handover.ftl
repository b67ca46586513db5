### Handover: who leaves gives everything on first (src/handover); what residents read of it.

handover-title = Passation
handover-of = Passation : { $name }
handover-lead = Chaque dossier garde quelqu’un. Rien ne se termine tant qu’une chose reste sans personne.
handover-ways = Comment la personne part
handover-disable = Désactiver le compte
handover-leave = Quitter : { $role }
handover-nothing = Cette personne ne tient plus rien.
handover-count =
    { $count ->
        [one] { $count } chose à remettre.
       *[other] { $count } choses à remettre.
    }
handover-stuck = Pour une chose au moins, personne d’autre ne peut la reprendre. Donnez d’abord ce rôle à quelqu’un.
handover-all = Tout remettre à
handover-all-help = Vaut pour chaque ligne sans choix.
handover-each = Chacune à part
handover-as-all = Comme ci-dessus
handover-what = À remettre
handover-kind = Sorte
handover-to = Remis à
handover-missing = Choisissez qui reprend cette chose.
handover-files = Dossiers
handover-referrals = Transmissions suivies
handover-plans = Patrouilles prévues
handover-patrols = Patrouilles en cours
handover-commitments = Engagements
handover-protected = Dossier protégé
handover-unit = Nouvelle unité
handover-unit-help = Si la personne est mutée. Elle y garde le même rôle.
handover-no-unit = Aucune
handover-same-unit = C’est l’unité qu’elle quitte.
handover-ends = La personne est déconnectée tout de suite. Ses messages restent. Les habitants lisent que leur interlocuteur a changé, sans aucun nom.
handover-do = Remettre et terminer
handover-people = Équipe
handover-people-lead = Qui sert dans l’unité, et ce que chacun tient.
handover-holds = Tient
handover-done = Passations faites
handover-record = Bordereau de passation
handover-back = Retour
handover-print = Imprimez cette page : les deux signent.
handover-leaver = Remis par
handover-way = Départ
handover-way-disabled = compte désactivé
handover-way-left = a quitté ce rôle
handover-way-moved = mutation
handover-by = Décidé par
handover-when = Le
handover-sign-leaver = Signature de qui remet
handover-sign-chief = Signature du chef

handover-event = Votre interlocuteur a changé
handover-told = Votre interlocuteur a changé le { $day }. Vos messages restent, et on vous répond ici.
handover-since = Votre interlocuteur a changé le { $day }
