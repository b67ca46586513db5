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
