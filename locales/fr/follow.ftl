### Following a concern by its code.

follow-title = Suivre mon signalement
follow-how = Tapez les 16 chiffres de votre ticket. Les espaces ne comptent pas.
follow-code = Votre code
follow-open = Voir
follow-length = Un code a 16 chiffres. Comptez ceux de votre ticket.
follow-mistyped = Code mal tapé : un chiffre est faux. Regardez encore votre ticket.
follow-unknown = Ce code n’ouvre rien. Regardez encore votre ticket.
follow-lost = J’ai perdu mon code
follow-lost-why = Personne ne peut le retrouver, pas même nous : c’est ce qui vous protège. Vous pouvez signaler de nouveau.
follow-again = Signaler de nouveau

follow-mine = Mon signalement
follow-kept = Avez-vous gardé votre code ?
follow-kept-why = Il n’est pas dans cette page. Gardez le ticket : sans lui, vous ne pourrez pas revenir.
follow-reason = Pourquoi c’est clos :
follow-question = Une question vous attend
follow-answer = Votre réponse
follow-answer-send = Répondre
follow-fixed = Est-ce réglé ?
follow-fixed-why = L’unité a fermé ce dossier. C’est vous qui dites si c’est vrai. Vous avez 30 jours.
follow-fixed-words = Un mot pour l’unité
follow-yes = Oui, réglé
follow-partly = En partie
follow-no = Non, pas réglé
follow-since = Depuis votre dernière visite
follow-happened = Ce qui s’est passé
follow-write = Écrire à l’unité
follow-message = Votre message
follow-message-help = L’unité seule le lit. N’écrivez pas votre nom.
follow-send = Envoyer
follow-wrote = Ce que vous avez écrit
follow-readers = Qui le lit
follow-readers-all = Tout le monde
follow-readers-unit = L’unité, le comité et vous
follow-publication = Publication
follow-close = Fermer cette page
