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

## What holds a text

moderation-rules = À vérifier avant de publier :
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
moderation-refuse = Ne pas publier
moderation-restore-why = Pourquoi le montrer de nouveau
moderation-quoting = Cacher aussi les messages qui le citent
moderation-quoting-help = Le texte caché resterait lisible dans ces messages.
moderation-flags = Alertes
moderation-flag-open = Personne n’a encore regardé
moderation-flag-in-hand = En cours
moderation-flag-upheld = Retenue
moderation-flag-rejected = Rejetée
moderation-take = Prendre en main, laisser une note
moderation-take-go = Je m’en occupe
moderation-staff-note = Note pour les autres modérateurs
moderation-staff-note-help = Seuls les modérateurs du comité la lisent.

## Holding somebody back

moderation-hold = Ralentir ou suspendre cette personne
moderation-hold-help = Vaut dans les discussions de ce comité. La personne lit la raison. Son nom n’est écrit nulle part.
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
moderation-flag-title = Alerter le comité sur ce message
moderation-flag-lead = Un modérateur regarde et décide. La police ne décide pas. Personne ne saura que c’est vous.
moderation-flag-why = Pourquoi ce message ne va pas
moderation-flag-note = Précision
moderation-flag-note-help = Seuls les modérateurs la lisent.
moderation-flag-send = Envoyer l’alerte
moderation-flag-twice = Vous avez déjà alerté le comité sur ce message.

## The watch list

moderation-watch = Mots de vigilance
moderation-watch-lead = Un texte qui contient un de ces mots attend la décision d’un modérateur. Rien n’est supprimé.
moderation-watch-new = Nouveau mot
moderation-watch-word = Mot ou suite de mots
moderation-watch-word-help = Accents et majuscules ne comptent pas.
moderation-watch-lang = Langue
