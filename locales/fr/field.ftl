### A patrol noted on a phone, with or without a network: for officers and chiefs.

field-title = Patrouille sur le téléphone
field-open = Sur le téléphone, sans réseau
field-open-why = La page marche toute la nuit sans réseau et envoie quand il revient.
field-plain = Cette page a besoin de JavaScript. Sans lui, utilisez les pages de patrouille ou la feuille de papier.
field-paper = Les pages de patrouille, pour saisir une feuille de papier
field-sent = Tout est envoyé.
field-waiting = Pas encore envoyé
field-offline = C’est gardé sur ce téléphone et part dès que le réseau revient.
field-sign-in = Votre session est finie. Rien n’est perdu : connectez-vous, et tout part.
field-denied = Ce compte n’est pas de l’unité de cette patrouille. Rien n’est perdu : connectez-vous avec le bon compte.
field-refused = Refusé :
field-refused-why = Tout reste sur ce téléphone. Corrigez l’arrêt, puis envoyez encore.
field-conflicts = Un collègue a noté autre chose pour un même arrêt. Les deux versions sont sur la page de la patrouille.
field-gone = Tout est envoyé et ce téléphone ne garde plus rien de cette patrouille.
field-read = Lire la patrouille
field-no-kit = Connectez-vous une fois avec du réseau : le téléphone emporte vos plans de la nuit, puis il marche seul.
field-join = Patrouilles en cours
field-join-why = Pour noter avec un collègue la même patrouille.
field-done = C’est bon
field-mend = Corriger l’endroit ou les heures
field-reopen = Ce n’est pas fini
field-held = Ce que garde ce téléphone
field-held-why = Les plans de la nuit, votre patrouille et des numéros de préoccupations. Ni nom, ni texte d’habitant, ni position. Tout s’efface après l’envoi de la fin de patrouille et à la déconnexion.
field-wipe-why = Ce qui n’est pas envoyé serait perdu : notez-le d’abord sur papier.

field-unreadable = cet envoi n’est pas lisible.
field-clock = l’horloge de ce téléphone est fausse de plus d’un mois. Réglez-la et notez les heures sur papier.
field-before-end = la fin est avant un départ d’arrêt.
field-place = ce quartier ou cette unité n’existe plus.
field-words = un texte manque ou il est trop long.
field-number = un nombre n’est pas possible.
field-number-unknown = Numéro inconnu
field-headcount = Combien sont partis

field-twice = Deux versions
field-twice-why = Deux personnes ont noté la même chose autrement. La première version reste ; l’autre est gardée ici.
field-stands = Gardé
field-brought = Aussi noté
field-brought-by = par { $who }, reçu le { $when }
field-clocks = Horloge du téléphone
field-ahead = L’horloge du téléphone de { $who } avançait de { $span }. Les heures restent comme il les a notées.
field-behind = L’horloge du téléphone de { $who } retardait de { $span }. Les heures restent comme il les a notées.
