### Reply templates: written by administrators, filled with a file's facts at the desk (src/areas/reply.rs).

replies-title = Modèles de réponse
replies-lead = Des phrases prêtes, en français et en bambara. L’agent les insère, les relit et peut les changer avant l’envoi.
replies-new = Nouveau modèle
replies-purpose = Pour quel message
replies-any = Tous les messages
replies-answer = Une réponse
replies-question = Une question à l’habitant
replies-closing = La phrase de fin (réglé ou clos)
replies-kinds = Pour quels sujets
replies-kinds-all = Tous les sujets
replies-kinds-help = Sans coche, le modèle sert pour tous les sujets.
replies-languages = Langues
replies-words-fr = Le texte en français
replies-words-bm = Le texte en bambara
replies-words-help = Sans texte dans la langue de l’habitant, le modèle est refusé. On n’envoie jamais l’autre langue à sa place.
replies-active-help = Sans cette coche, le modèle n’est plus proposé. Les réponses déjà envoyées restent.
replies-slots = Entre accolades, ce qui vient du dossier :
replies-slot-number = le numéro du dossier
replies-slot-category = la catégorie
replies-slot-place = le quartier
replies-slot-unit = le nom de l’unité
replies-slot-deadline = le jour où une réponse est due
replies-slot-meeting = le jour de la prochaine réunion ouverte à tous
replies-unknown = { $slot } n’existe pas. Choisissez dans la liste ci-dessus.
replies-brace = Une accolade est seule. Chaque mot entre accolades en a deux.

## At a file

replies-template = Modèle
replies-insert = Insérer
replies-lacking-french = { $name } (pas encore en français)
replies-lacking-bambara = { $name } (pas encore en bambara)
replies-not-in-french = Ce modèle n’est pas écrit en français, la langue de l’habitant. Écrivez la réponse vous-même.
replies-not-in-bambara = Ce modèle n’est pas écrit en bambara, la langue de l’habitant. Écrivez la réponse vous-même.
replies-nothing-for = Ce modèle a besoin de { $slot }, et ce dossier n’en a pas. Choisissez un autre modèle.
