### Administration: the questions of a kind of concern.

admin-questions = Questions par sujet
admin-questions-lead = Ce qu’on demande en plus du lieu et du récit, pour un sujet. Au plus 8 par sujet : moins il y en a, plus on répond.
admin-question-new = Nouvelle question
admin-question-kind = Type de réponse
admin-question-text = Une ligne de texte
admin-question-number = Un nombre
admin-question-date = Une date
admin-question-one = Une réponse au choix
admin-question-several = Plusieurs réponses au choix
admin-question-must = Obligatoire
admin-yes = Oui
admin-no = Non
admin-question-fr = La question en français
admin-question-bm = La question en bambara
admin-question-help = Une phrase pour aider à répondre.
admin-options-fr = Les choix en français
admin-options-bm = Les choix en bambara
admin-options-help = Un par ligne, de 2 à 12. Seulement pour les réponses au choix.
admin-options-same = Dans le même ordre.
admin-options-wrong = Écrivez de 2 à 12 choix, un par ligne, tous différents.
admin-options-unpaired = Il faut autant de lignes qu’en français, dans le même ordre.
admin-question-required = Réponse obligatoire
admin-question-required-help = Sans réponse, le signalement ne part pas. À éviter : qui ne sait pas répondre renonce.
admin-question-active = Posée
admin-question-active-help = Sans cette coche, la question n’est plus posée. Les réponses déjà données restent lisibles.
admin-questions-full = Il y a déjà 8 questions posées pour ce sujet. Retirez-en une d’abord.
