### The rumour desk: what is said in a quartier, and what committee and police say of it together (src/rumours).

rumour-title = Rumeurs
rumour-lead = On dit beaucoup de choses. Le comité et la police vérifient, puis répondent ensemble.
rumour-ask = Est-ce vrai ?
rumour-show = Afficher
rumour-none = Aucune rumeur ici.
rumour-heard = Rumeur
rumour-checking = En vérification
rumour-true = Vrai
rumour-false = Faux
rumour-unknown = On ne sait pas
rumour-we-check = On vérifie.
rumour-wait = Ne la répétez pas comme une vérité.
rumour-said = On dit que :
rumour-answer = Réponse
rumour-answer-words = La réponse, en quelques phrases
rumour-answer-help = Ce qui a été vérifié, et ce qu’il faut faire. Aucun nom, aucun numéro.
rumour-corrected = Cette réponse corrige une réponse d’avant. L’ancienne reste lisible plus bas.
rumour-source = D’où on le sait :
rumour-together = Signé ensemble par :
rumour-history = Ce qui s’est passé
rumour-step-opened = Rumeur notée
rumour-step-checking = En vérification
rumour-step-signed = Première signature : { $verdict }
rumour-step-refused = Pas signé : { $verdict }
rumour-step-answered = Réponse : { $verdict }
rumour-step-corrected = Correction : { $verdict }
rumour-feed-title = Rumeurs : { $place }
rumour-area = Rumeurs du quartier
rumour-area-more = Toutes les rumeurs d’ici

## « Is it true? »

rumour-ask-why = Vous avez entendu quelque chose ? Le comité lit votre question et cherche avec la police. Rien n’est publié tel quel.
rumour-ask-words = Qu’avez-vous entendu ?
rumour-ask-help = Dites ce qui est dit et où. Aucun nom de personne.
rumour-ask-send = Demander au comité
rumour-ask-kept = Sans compte, sans nom. Nous ne gardons rien de votre téléphone.
rumour-asked = Merci, le comité a reçu votre question.
rumour-asked-why = S’il la retient, elle paraîtra ici, écrite autrement, avec une réponse signée par le comité et la police.
rumour-choose = Choisir

## The desk

rumour-desk = Rumeurs à vérifier
rumour-desk-why = Une réponse paraît quand les deux ont signé : le comité et la police.
rumour-to-sign = À signer par vous
rumour-asks = Questions des habitants
rumour-asks-why = Lues par le comité seul. Récrivez avec d’autres mots, sans nom.
rumour-from = En faire une rumeur
rumour-otherwise = Joindre ou fermer
rumour-join-with = C’est la même chose que
rumour-join = Joindre
rumour-close-why = Pourquoi fermer ? Ce motif est public, la question ne l’est pas.
rumour-close = Fermer
rumour-open-ones = Sans réponse
rumour-open-none = Tout a sa réponse.
rumour-answered-ones = Avec une réponse
rumour-new = Noter une rumeur
rumour-new-why = Écrivez ce qui est dit, sans prendre parti. Tout le monde le lira tout de suite, avec « On vérifie ».
rumour-words = Ce qui est dit
rumour-words-help = Une phrase neutre. Exemple : « Le marché ferme à 17 h cette semaine. » Écrivez les dates en lettres.
rumour-place = Endroit
rumour-lang = Langue
rumour-neutral = J’ai relu : aucun nom de personne, aucun numéro, aucune accusation
rumour-publish = Publier
rumour-form-number = Cela ressemble à un numéro ou à une adresse. Retirez-le. Une date s’écrit en lettres.
rumour-form-tick = Relisez, puis cochez : aucun nom, aucun numéro, aucune accusation.
rumour-public = Page publique
rumour-work = Vérifier et répondre
rumour-side-committee = Vous signez pour le comité.
rumour-side-police = Vous signez pour la police.
rumour-rule = La réponse paraît quand l’autre côté a signé aussi.
rumour-claim = Proposé : { $verdict }
rumour-signed-by = Signé le { $date } : { $who }
rumour-accept = Signer aussi et publier
rumour-waits = L’autre côté n’a pas encore signé.
rumour-refuse = Ne pas signer, ou retirer
rumour-refuse-why = Pourquoi ?
rumour-refuse-help = Le comité et la police le lisent, personne d’autre.
rumour-check = Dire « On vérifie »
rumour-write = Répondre
rumour-correct = Corriger la réponse
rumour-verdict = Qu’avez-vous trouvé ?
rumour-source-field = D’où on le sait
rumour-source-help = Une ligne : qui a vérifié, où, quand. Des fonctions, jamais des noms.
rumour-sign = Signer le premier
