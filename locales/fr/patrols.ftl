### Patrols: for officers and chiefs.

patrols-title = Patrouilles
patrols-own-only = Seule votre unité lit ces pages.
patrols-none = Aucune patrouille notée pour l’instant.
patrols-new = Nouvelle patrouille
patrols-start = Partir
patrols-one = Patrouille
patrols-one-out = Patrouille en cours
patrols-one-over = Patrouille terminée
patrols-about = La patrouille

patrols-day = Jour et heure
patrols-unit = Unité
patrols-leader = Chef
patrols-aim = But
patrols-mode = Comment
patrols-state = État
patrols-stops = Arrêts
patrols-out = En cours
patrols-over = Terminée
patrols-foot = À pied
patrols-moto = À moto
patrols-vehicle = En véhicule
patrols-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
patrols-minutes = { $count } min
patrols-since = depuis { $span }
patrols-headcount = Combien de personnes partent ?
patrols-objective = But de la patrouille
patrols-objective-help = Par exemple : présence à la sortie de l’école.
patrols-on-paper = C’était plus tôt ? Notez l’heure de votre feuille
patrols-time-help = Laissez vide si c’est maintenant.
patrols-started = Heure du départ

patrols-here = Vous êtes à l’arrêt
patrols-next-stop = Prochain arrêt
patrols-on-the-way = En route
patrols-quartier = Quartier
patrols-choose = Choisissez
patrols-place = Endroit
patrols-place-help = Un marché, une école, un carrefour…
patrols-arrived = Arrivé
patrols-arrived-at = Heure d’arrivée
patrols-left = Reparti
patrols-left-at = Heure de départ
patrols-contacts = Personnes rencontrées
patrols-contacts-help = Combien de personnes vous ont parlé.
patrols-met-residents = Habitants
patrols-met-traders = Commerçants
patrols-met-young = Jeunes
patrols-met-leaders = Chefs et responsables
patrols-observation = Ce que vous avez vu
patrols-observation-help = Pas de nom, pas de numéro de téléphone.
patrols-cite = Préoccupations vues ici
patrols-cite-help = Celui qui a signalé verra : une patrouille est passée ce jour. Pas l’heure.
patrols-numbers = Autres numéros
patrols-numbers-help = Par exemple BKO-2026-00417, ou seulement 417.
patrols-numbers-short = Préoccupations vues (numéros)
patrols-number-unknown = Un de ces numéros n’est pas celui d’une préoccupation de votre unité.

patrols-no-stop = Pas encore d’arrêt.
patrols-still-there = vous y êtes
patrols-spoke-with =
    { $count ->
        [one] { $count } personne rencontrée
       *[other] { $count } personnes rencontrées
    }
patrols-correct = Corriger l’heure
patrols-times-title = Corriger les heures
patrols-save = Enregistrer
patrols-cancel = Retour
patrols-stayed = Temps aux arrêts
patrols-observations = Observations
patrols-observations-help = Ce qu’il faut retenir pour la prochaine fois.
patrols-end = Terminer la patrouille
patrols-ended = Heure du retour
patrols-end-help = Après, plus rien ne change.

patrols-slip-future = Cette heure n’est pas encore arrivée.
patrols-slip-too-old = C’est trop ancien : un mois au plus.
patrols-slip-before-start = C’est avant le départ de la patrouille.
patrols-slip-before-last = C’est avant la fin de l’arrêt d’avant.
patrols-slip-before-arrival = C’est avant l’heure d’arrivée.
patrols-slip-after-next = C’est après l’arrivée à l’arrêt suivant.
