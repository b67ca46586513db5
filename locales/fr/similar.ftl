### Before sending: what others of the quartier told already (R7). « Moi aussi »: its page, its code, the supporter's code page.

similar-title = Est-ce la même chose ?
similar-why = Des voisins ont déjà signalé ceci dans votre quartier ces 30 derniers jours. Votre texte n’est pas encore envoyé, et rien n’est perdu.
similar-same = C’est la même chose : moi aussi
similar-same-why = « Moi aussi » compte une personne de plus et vous donne un code pour suivre. Votre texte n’est pas envoyé.
similar-other = C’est autre chose ?
similar-send = Non, envoyer le mien
similar-edit = Revenir à mon texte
similar-after = D’autres l’ont peut-être déjà signalé
similar-after-why = Ces pages s’ouvrent à côté : votre code reste ici.
similar-filed = Signalé le { $day }

support-button = Moi aussi
support-title = Moi aussi
support-how = Vous voyez la même chose ? Dites-le : le nombre est public, votre nom non.
support-once = Une personne compte une fois.
support-once-phone = Ce téléphone garde sept jours une marque que personne ne peut lire, pour ne pas compter deux fois. « Quitter vite » l’efface.
support-once-account = Votre compte est noté pour ne compter qu’une fois. Sans compte, rien ne vous lie à ce signalement.
support-code-why = Vous recevez un code de 16 chiffres pour suivre ce signalement ou retirer votre « moi aussi ».
support-send = Oui, moi aussi
support-closed = Ce signalement est clos. Si cela recommence, signalez-le.
refusal-counted = C’est déjà compté : une personne compte une fois. Sur un téléphone partagé, l’autre personne peut le dire dans sept jours, ou avec un compte.
support-done = C’est compté
support-code-use = Pour suivre, ou pour le retirer : Sigida → Suivre
support-code-once = Il n’est montré que maintenant. Perdu, personne ne peut le retrouver.
support-not-reporter = Ce code ne montre que ce qui est public. Les messages entre la police et la personne qui a signalé restent entre elles.
support-mine = Ce que je soutiens
support-public-page = Voir la page publique
support-gone = Ce signalement n’est plus public. Votre code reste bon : s’il redevient public, vous le verrez ici.
support-withdraw = Retirer mon « moi aussi »
support-withdraw-why = Le nombre baisse d’un et ce code n’ouvre plus rien.
support-withdraw-do = Oui, le retirer
