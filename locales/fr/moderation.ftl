### The public log of moderation (src/moderation).

moderation-log-title = Journal de modération
moderation-log-lead = Chaque décision des comités et sa raison. Jamais le texte caché.
moderation-log-what = Décision
moderation-log-when = Date
moderation-log-why = Raison
moderation-log-who = Par
moderation-log-target = Sur
moderation-log-empty = Aucune décision pour le moment.
moderation-log-by = Modérateur, { $committee }
moderation-log-publish = Publié
moderation-log-refuse = Refusé
moderation-log-hide = Caché
moderation-log-restore = Montré de nouveau
moderation-log-lock = Fermé
moderation-log-unlock = Rouvert
moderation-log-move = Déplacé
moderation-log-merge = Réuni avec un autre
moderation-log-split = Séparé
moderation-log-concern = Préoccupation
moderation-log-post = Message
moderation-log-thread = Discussion
moderation-log-other = Autre
moderation-log-account = Compte
moderation-log-flag-upheld = Alerte retenue
moderation-log-flag-rejected = Alerte rejetée
moderation-log-appeal-upheld = Recours accepté
moderation-log-appeal-rejected = Recours rejeté
moderation-log-redact = Partie masquée
moderation-log-photo-whole = Photo montrée telle quelle
moderation-log-photo-masked = Photo montrée, une partie masquée
moderation-log-block = Écriture suspendue
moderation-log-slow = Écriture ralentie
moderation-log-lift = Écriture rendue
moderation-log-committee = Comité
moderation-log-all = Tous
moderation-log-month = Mois
moderation-log-filter = Montrer

## Grounds

moderation-ground = Raison, dans la liste
moderation-ground-private = Montre une personne : nom, numéro, adresse
moderation-ground-accusation = Accuse quelqu’un sans preuve
moderation-ground-insult = Insulte
moderation-ground-violence = Appelle à la violence ou à la haine
moderation-ground-false = Faux, et cela fait du tort
moderation-ground-apart = Publicité ou hors sujet
moderation-ground-other = Autre raison
moderation-ground-quote = Citait un texte caché par le comité

## What holds a text

moderation-rules = À vérifier avant de publier :
moderation-rules-seen = À regarder dans ce texte :
moderation-rule-phone = Ressemble à un numéro de téléphone
moderation-rule-plate = Ressemble à une plaque de véhicule
moderation-rule-email = Ressemble à une adresse e-mail
moderation-rule-watch = Mot de la liste de vigilance
moderation-rule-newcomer = Un des premiers messages de ce compte
moderation-rule-repeat = Texte déjà envoyé
moderation-rule-other = Autre règle

## What waits

moderation-queue-title = À décider
moderation-queue-all = Tout
moderation-queue-kinds = Sortes de ce qui attend
moderation-queue-empty = Rien n’attend de décision.
moderation-queue-go = Commencer par le plus ancien
moderation-queue-oldest = Le plus ancien attend depuis { $span }.
moderation-queue-median = Sur 30 jours, la moitié a été décidée en { $span } au plus.
moderation-kind-concern = Préoccupation
moderation-kind-post = Message retenu
moderation-kind-flag = Alerte
moderation-kind-appeal = Recours
moderation-kind-question = Question pour une réunion
moderation-kind-rumour = « Est-ce vrai ? »

## One message before its moderator

moderation-post-title = Relire un message
moderation-post-visible = Tout le monde le lit
moderation-post-hidden = Caché
moderation-post-held = Attend votre décision
moderation-post-refused = Pas publié
moderation-decide = Votre décision
moderation-leave = Laisser le message
moderation-leave-concern = Laisser le texte
moderation-refuse = Ne pas publier
moderation-restore-why = Pourquoi le montrer de nouveau
moderation-quoting = Cacher aussi les messages qui le citent
moderation-quoting-help = Le texte caché resterait lisible dans ces messages.
moderation-flags = Alertes
moderation-flag-open = Personne n’a encore regardé
moderation-flag-in-hand = En cours
moderation-flag-by = En cours : { $who }
moderation-flag-by-you = En cours : c’est vous
moderation-flag-upheld = Retenue
moderation-flag-rejected = Rejetée
moderation-take = Prendre en main, laisser une note
moderation-take-go = Je m’en occupe
moderation-staff-note = Note pour les autres modérateurs
moderation-staff-note-help = Seuls les modérateurs du comité la lisent.

## Holding somebody back

moderation-hold = Ralentir ou suspendre cette personne
moderation-hold-help = Vaut dans les discussions de ce comité. La personne lit la raison. Son nom n’est écrit nulle part.
moderation-hold-instead = Ralentir ou suspendre remplace ce qui vaut maintenant.
moderation-hold-reason = Raison
moderation-hold-reason-help = La personne et tout le monde peuvent la lire. N’y écrivez aucun nom.
moderation-hold-days = Nombre de jours
moderation-hold-minutes = Minutes entre deux messages
moderation-hold-minutes-help = Seulement pour ralentir.
moderation-hold-slow = Ralentir
moderation-hold-block = Suspendre
moderation-hold-lift = Laisser écrire de nouveau
moderation-held-block = Suspendue jusqu’au { $day }. Raison : { $reason }
moderation-held-slow = Un message toutes les { $minutes } minutes jusqu’au { $day }. Raison : { $reason }

## Flagging a message

moderation-flag-go = Alerter le comité
moderation-flag-title = Alerter le comité sur ce texte
moderation-flag-lead = Un modérateur regarde et décide. La police ne décide pas. Personne ne saura que c’est vous.
moderation-flag-why = Pourquoi ce texte ne va pas
moderation-flag-note = Précision
moderation-flag-note-help = Seuls les modérateurs la lisent.
moderation-flag-send = Envoyer l’alerte
moderation-flag-twice = Vous avez déjà alerté le comité sur ce texte. Sa réponse se lit là où vous avez alerté.

## The watch list

moderation-watch = Mots de vigilance
moderation-watch-lead = Un texte qui contient un de ces mots attend la décision d’un modérateur. Rien n’est supprimé.
moderation-watch-new = Nouveau mot
moderation-watch-word = Mot ou suite de mots
moderation-watch-word-help = Accents et majuscules ne comptent pas.
moderation-watch-lang = Langue

## An appeal (src/moderation/appeals)

appeal-title = Décision sur mon message
appeal-message = Votre message
appeal-go = Faire un recours
appeal-see = Voir la décision
appeal-list = Décisions du comité sur vos messages
appeal-lead-committee = Un autre modérateur de ce comité relit et vous répond par écrit. Ce n’est pas celui qui a décidé, et ce n’est pas la police.
appeal-lead-peers = Ce comité n’a pas d’autre modérateur. Un modérateur d’un autre comité relit et vous répond par écrit. Ce n’est pas la police.
appeal-lead-oversight = Personne d’autre ne modère ici. Le contrôle relit et vous répond par écrit. Ce n’est pas la police.
appeal-once = Vous pouvez faire un seul recours par décision.
appeal-words = Pourquoi cette décision ne va pas
appeal-words-help = Avec vos mots. Seule la personne qui répond les lit.
appeal-send = Envoyer le recours
appeal-yours = Votre recours
appeal-waiting = Attend une réponse
appeal-upheld = Accepté : le texte est montré de nouveau
appeal-rejected = Rejeté : le texte n’est pas montré
appeal-upheld-mask = Accepté : vous pouvez réécrire cette partie, un modérateur la lit d’abord
appeal-rejected-mask = Rejeté : la partie reste masquée
appeal-uphold-mask = Accepter : l’auteur réécrit
appeal-overtaken = Le comité a montré le texte de lui-même
appeal-answer = Réponse
appeal-decision = Décision du comité :
appeal-refused = Vous avez déjà fait un recours contre cette décision, ou rien n’est à contester. Lisez la réponse là où vous avez lu la décision.
appeal-waits = Un recours attend une réponse
appeal-said = Ce que dit l’auteur
appeal-answer-words = Votre réponse
appeal-answer-help = L’auteur la lit. Dites pourquoi, simplement.
appeal-uphold = Accepter et montrer
appeal-reject = Rejeter
appeal-not-yours = Vous avez pris cette décision : quelqu’un d’autre répond à ce recours.
appeal-elsewhere = Quelqu’un d’autre répond à ce recours.
appeal-page-title = Répondre à un recours
appeal-oversight = Recours
appeal-oversight-why = Personne d’autre que celui qui a décidé ne modère : vous répondez.
appeal-concern = Décision du comité

## Blacking out (src/moderation/redactions)

redaction-title = Masquer une partie
redaction-lead = Ce que vous indiquez devient noir partout où on peut le lire : ici, dans les versions d’avant et dans les messages qui le citent. L’original est scellé, seul le contrôle peut l’ouvrir, avec une raison. Cela ne se défait pas.
redaction-parts = Parties à masquer
redaction-parts-help = Une par ligne, comme elles sont écrites dans le texte.
redaction-not-found = « { $part } » n’est pas dans le texte. Recopiez le mot entier.
redaction-go = Masquer
redaction-masked = partie masquée
redaction-why = Le comité a masqué une partie. Raison : { $reason }
redaction-done = Partie masquée par le comité le { $date }. Raison : { $reason }
redaction-event = Le comité a masqué une partie du texte ou d’une photo
redaction-photo = Photo
redaction-nobody = Personne au contrôle ne peut garder l’original en ce moment. Cachez le texte entier.
redaction-gone = L’original n’est plus là, ou votre clé ne l’ouvre pas. Demandez à une autre personne du contrôle.
redaction-list = Parties masquées
redaction-list-lead = Ce que les comités ont masqué dans les textes et les photos. Chaque original est scellé. Lire un original laisse une trace pour toujours.
redaction-none = Rien n’a été masqué.
redaction-one = Une partie masquée
redaction-erased = L’original est effacé depuis le { $date }.
redaction-open = Lire l’original
redaction-open-rule = Votre nom, la date et votre raison restent inscrits ici et dans le registre.
redaction-open-go = Inscrire et lire
redaction-reason-help = Pourquoi il faut le lire : une plainte, un recours, une enquête. N’écrivez pas ce qui est masqué.
redaction-openings = Qui a lu l’original
redaction-openings-none = Personne.
redaction-original = L’original
redaction-photo-title = Masquer une partie d’une photo
redaction-photo-lead = Cochez les cases à rendre noires : visage, plaque, numéro de porte. Les points sont effacés dans la photo et dans sa copie réduite. L’original est scellé, seul le contrôle peut l’ouvrir.
redaction-cells = Cases de la photo
redaction-cell = Colonne { $column }, rangée { $row }
redaction-no-cell = Cochez au moins une case.

moderation-own-words = Ce sont vos propres mots : une autre personne du comité décide.
moderation-guarded = Un numéro, une plaque, une adresse ou un nom surveillé s’y trouve, et tout le monde le lirait. Enlevez-le.
moderation-rule-masked = Une partie avait été masquée
moderation-ground-needed = Choisissez une raison, ou écrivez-la.
moderation-queue-chair = Les modérateurs du comité décident de ce qui attend. Vous présidez : vous approuvez les comptes rendus.
appeal-or-now = Vous pouvez aussi le montrer vous-même maintenant : le recours s’arrête alors, et son auteur le lit.
