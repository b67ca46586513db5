### Patrols planned ahead: for officers and chiefs.

plans-title = Patrouilles prévues
plans-one = Patrouille prévue
plans-new = Prévoir une patrouille
plans-none = Aucune patrouille prévue pour l’instant.
plans-secret = Seule votre unité lit ces pages. Personne ne doit savoir d’avance où vous passez.
plans-how = Le programme tire des quartiers au hasard : plus souvent ceux où des préoccupations attendent et où vous n’êtes pas passés depuis longtemps. Vous pouvez tout changer ensuite.
plans-when = Heure du départ
plans-when-help = Dans les deux semaines qui viennent.
plans-when-wrong = Choisissez une heure entre maintenant et dans deux semaines.
plans-stops = Nombre d’arrêts
plans-stops-help = De 2 à 5. Comptez 10 à 20 minutes par arrêt.
plans-do-draw = Tirer au sort
plans-again = Refaire un tirage connu
plans-draw = Numéro du tirage
plans-draw-help = Le même numéro, avec les mêmes chiffres, donne les mêmes quartiers. Laissez vide pour un nouveau tirage.

plans-planned = Prévue
plans-gone = Partie
plans-missed = Pas partie
plans-dropped = Abandonnée
plans-done = { $done } sur { $planned }
plans-not-made = Arrêts non faits :

plans-why-open =
    { $count ->
        [one] { $count } préoccupation ouverte
       *[other] { $count } préoccupations ouvertes
    }
plans-why-never = pas de visite depuis quatre semaines
plans-why-days =
    { $days ->
        [0] visité aujourd’hui
        [one] dernière visite il y a { $days } jour
       *[other] dernière visite il y a { $days } jours
    }
plans-why-stayed = { $minutes } min en quatre semaines
plans-why-dose = { $minutes } min pour 100 préoccupations

plans-chosen = choisi
plans-change = Changer
plans-name = Noter l’endroit
plans-earlier = Passer avant
plans-strike = Retirer
plans-struck = Retirés par le commissaire
plans-restore = Remettre
plans-add = Ajouter un arrêt
plans-give-up = Abandonner ce plan
plans-reason = Pourquoi :
plans-sheet = Feuille de patrouille
plans-print = Pour partir avec du papier, imprimez cette page : la feuille a les cases à remplir.

plans-tap = Arrivé ici ?
plans-elsewhere = Un autre endroit
plans-ready = Prêtes à partir
plans-paper = Saisir la feuille de papier
plans-paper-help = L’heure écrite sur la feuille. Ensuite, chaque arrêt a ses heures.
plans-paper-wrong = Cette heure n’est pas celle de ce plan : six heures avant ou après au plus, pas dans l’avenir, un mois au plus.
