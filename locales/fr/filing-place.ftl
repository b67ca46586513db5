### Filing: the place by map and by telephone, the steps.

filing-back = Retour
filing-next-part = Continuer
filing-map = Carte des quartiers
filing-map-bamako = Carte de Bamako
filing-map-choose = Choisir sur la carte
filing-map-commune = Touchez votre commune, sur la carte ou dans la liste.
filing-map-quartier = Touchez votre quartier, sur la carte ou dans la liste.
filing-map-back = Revenir au formulaire
filing-map-none = Il n’y a pas de carte ici. Choisissez votre quartier dans la liste.
filing-gps = Utiliser ma position
filing-gps-in = Vous êtes à { $place } ?
filing-gps-check = Vérifiez votre quartier. Le point exact n’est pas gardé, sauf si vous le demandez.
filing-gps-outside = Cette position n’est dans aucun quartier de notre carte. Choisissez votre quartier dans la liste.
filing-gps-failed = Votre téléphone n’a pas donné de position. Choisissez votre quartier dans la liste.

concern-answers = Réponses aux questions
