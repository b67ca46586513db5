### Filing a concern, and the page of its code.

filing-title = Signaler
filing-danger = Un danger maintenant ?
filing-danger-yes = Oui, appeler
filing-danger-no = Non, continuer
filing-kind = Que se passe-t-il ?
filing-kind-why = Pourquoi cette question : elle décide qui vous répond.
filing-where-what = Où et quoi ?
filing-area = Quartier
filing-choose = Choisir…
filing-landmark = Repère
filing-landmark-help = Une mosquée, une école, une boutique. Ce n’est jamais publié.
filing-words = Ce qui se passe
filing-words-help = Dites quoi, depuis quand, à quel moment. N’écrivez ni nom ni numéro de téléphone.
filing-readers = Qui peut le lire ?
filing-readers-public = Tout le monde
filing-readers-public-why = Le comité du quartier relit d’abord. L’unité de police répond devant tous.
filing-readers-private = L’unité de police et moi
filing-readers-private-why = Et le service à qui elle le transmet. Rien n’est publié.
filing-only-private = L’unité de police et vous, et le service à qui elle le transmet. Ce n’est jamais publié.
filing-only-sealed = L’unité de police et vous, et le service à qui elle le transmet. Ce sujet est protégé : il n’est ni publié, ni compté en public.
filing-only-oversight = Le contrôle de la police et vous. L’unité de police ne voit rien de ce message.
filing-honest = Ce que nous savons de vous
filing-honest-kept = Rien : ni compte, ni nom, ni numéro, ni adresse de votre téléphone.
filing-honest-limit = Ce que nous ne pouvons pas cacher :
filing-mine = Garder ce signalement dans mon compte. Sans cela, rien ne le lie à vous.
filing-send = Envoyer
filing-change = Changer de sujet
filing-change-do = Changer de sujet, garder mon texte
filing-changed = Le sujet a changé. Regardez encore qui peut le lire, puis envoyez.

filing-sent = C’est envoyé
filing-sent-to = Votre signalement est arrivé : { $unit }.
filing-code = Votre code
filing-code-use = Pour lire la réponse : Sigida → Suivre
filing-code-keep = Écrivez ce code, ou imprimez le ticket.
filing-code-once = Il n’est montré que maintenant. Avec lui vous lisez la réponse sans donner votre nom. Perdu, personne ne peut le retrouver.
filing-next = Et maintenant ?
filing-next-due = Une réponse vous est due avant le { $due }.
filing-next-moderation = Le comité relit votre texte avant que tout le monde puisse le lire.
filing-next-number = Le numéro { $number } sert à en parler. Il n’ouvre rien.
filing-next-print = Pour imprimer : le menu de votre navigateur, puis « Imprimer ». Seul le ticket sort, en petit.
filing-follow = Suivre ce signalement

filing-area-missing = Choisissez votre quartier.
filing-words-missing = Dites ce qui se passe, en quelques mots.
filing-readers-missing = Choisissez qui peut le lire.
