### Whether the reporter was threatened because of what they told (N7): the question on the code page, oversight's queue.

checkback-question = Avez-vous été menacé à cause de ce signalement ?
checkback-why = La police a agi. Votre réponse va au contrôle de la police, jamais à l’unité. L’unité ne sait pas que nous demandons.
checkback-no = Non
checkback-yes = Oui
checkback-yes-why = Le contrôle lit votre réponse et vous répond ici.
checkback-unsaid = Je préfère ne pas dire
checkback-what = Que s’est-il passé ?
checkback-what-help = Si vous avez répondu oui. Gardé seulement dans ce cas. N’écrivez pas votre nom.
checkback-send = Répondre
checkback-yours = Vous avez été menacé
checkback-yours-why = Vous l’avez dit le { $day }. Le contrôle seul lit ce qui suit, jamais l’unité.

checkback-threats = Menaces
checkback-threats-lead = Des habitants disent qu’on les a menacés à cause d’un signalement. Aucune unité ne voit ces dossiers.
checkback-threat = Menace
checkback-none = Personne n’a signalé de menace.
checkback-open = Ouvert
checkback-closed = Clos
checkback-after =
    { $days ->
        [one] { $days } jour après un acte de la police
       *[other] { $days } jours après un acte de la police
    }
checkback-told = Dit le
checkback-words = Ce qui est écrit
checkback-no-words = L’habitant n’a rien écrit.
checkback-kind-sealed = Sujet protégé
checkback-reply = Répondre à l’habitant
checkback-reply-words = Votre réponse
checkback-reply-help = L’habitant la lit avec son code. L’unité ne la voit pas.
checkback-close = Clore ce dossier
checkback-reopen = Rouvrir ce dossier
