### Filing for somebody else: a relay for a neighbour, the desk for a walk-in.

nav-relay = Signaler pour quelqu’un
nav-desk-new = Enregistrer au bureau

assisted-relay-title = Signaler pour quelqu’un
assisted-relay-lead = Écrivez pour la personne qui est devant vous. Vous ne pourrez plus lire ce dossier ensuite : ni le texte, ni la réponse.
assisted-desk-title = Enregistrer pour une personne venue au bureau
assisted-desk-lead = Le dossier va à l’unité de son quartier. Il ne garde pas qui l’a écrit.
assisted-words = Ce que dit la personne
assisted-words-help = Avec ses mots à elle. Ni nom ni numéro de téléphone.
assisted-readers = Qui peut le lire ? À demander à la personne.
assisted-readers-private = L’unité de police et la personne
assisted-readers-public-why = Après relecture par le comité. Les sujets protégés ne sont jamais publiés.
assisted-lang = Sa langue, pour la réponse
assisted-slip-field = Numéro du ticket plié
assisted-slip-help = Par exemple 12-3, écrit dehors : vous n’avez pas à voir le code. Sans ticket, un code sera montré une fois, à imprimer.
assisted-read = À lire à haute voix
assisted-read-why = « Je n’écris pas votre nom. L’unité de police lit ce que j’écris et doit vous répondre. Ce que vous racontez peut vous faire reconnaître. »
assisted-read-ticket = « Avec le ticket, vous seul lisez la réponse. Perdu, personne ne le retrouve. »
assisted-consent = Je l’ai lu à la personne, et elle est d’accord.
assisted-consent-missing = Lisez-le à la personne, puis cochez si elle est d’accord.
assisted-warn = À dire avant d’envoyer
assisted-warn-conduct = Une plainte sur la police va au contrôle, pas à l’unité. Vous ne pourrez jamais l’ouvrir, votre chef non plus. Donnez de préférence un ticket plié.
assisted-warn-sealed = Ce sujet est protégé : il n’est ni publié, ni compté en public. Seul le service chargé de ce sujet l’ouvrira. Donnez de préférence un ticket plié.
assisted-warn-sealed-relay = Ce sujet est protégé : il n’est ni publié, ni compté en public. Vous ne pourrez pas l’ouvrir. Donnez de préférence un ticket plié.
assisted-warn-again = Si la personne est toujours d’accord, envoyez.
assisted-hand = Imprimez ou recopiez ce code, donnez-le à la personne, n’en gardez rien.
assisted-slip = Le ticket de la personne ouvre maintenant ce dossier.
assisted-closed = Ce dossier ne garde pas votre nom.
assisted-next = Signaler pour quelqu’un d’autre
assisted-weeks = Ce que vous avez transmis
assisted-weeks-none = Rien encore.
assisted-week = Semaine du { $week }
