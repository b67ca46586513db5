### The discussion: threads and posts (src/talk).

## A thread

talk-title = On en parle : { $title }
talk-empty = Personne n’a encore écrit.
talk-hidden = Message caché par le comité : { $reason }
talk-locked = Discussion fermée le { $date }. Raison : { $reason }
talk-write = Votre message
talk-write-help = Tout le monde peut le lire. N’accusez personne par son nom. Aucun numéro de téléphone.
talk-write-help-reserved = Seules les personnes inscrites et le comité le lisent. N’accusez personne par son nom. Aucun numéro de téléphone.
talk-as = Vous écrivez comme : { $voice }. Votre nom n’est pas montré.
talk-send = Envoyer
talk-login = Pour écrire, connectez-vous. Pour lire, ce n’est pas nécessaire.
talk-login-go = Se connecter
talk-not-yours = Cette réunion est réservée. Seules les personnes inscrites et le comité peuvent lire et écrire ici.
talk-hide = Cacher
talk-hide-go = Cacher ce message
talk-restore = Montrer de nouveau
talk-lock = Fermer la discussion
talk-unlock = Rouvrir la discussion
talk-back-area = Ce quartier
talk-back-concern = La préoccupation
talk-pages = Pages de la discussion
talk-previous = Précédente
talk-last = Dernière page
talk-new = Nouveau à partir d’ici
talk-part-of = Séparé de : { $title }

## A post

talk-reply = Répondre
talk-quote = Citer
talk-edit = Modifier
talk-answers = En réponse à { $who }, { $when }
talk-answer-nobody = Ne répondre à personne
talk-voice = Vous écrivez comme
talk-marks = Mettre en forme
talk-marks-why = *mot* : italique. **mot** : gras. Une ligne qui commence par > est une citation, par - une liste. Une adresse https:// devient un lien.
talk-edited = Modifié, { $when }.
talk-before = Voir avant
talk-history = Ce que ce message disait avant
talk-now = Maintenant
talk-earlier = Avant
talk-edit-title = Modifier mon message
talk-edit-help = Ce que vous aviez écrit avant reste lisible par tous.
talk-waits = En attente d’un modérateur, { $since }. Vous seul le lisez.
talk-refused = Refusé par le comité : { $reason }
talk-slowed = Le comité vous demande d’attendre entre deux messages. Gardez votre texte et envoyez-le un peu plus tard.
talk-slowed-until = Le comité vous demande d’attendre entre deux messages. Vous pourrez écrire le { $until }.
talk-blocked = Le comité ne vous laisse plus écrire ici. Vous pouvez toujours lire, et signaler.
talk-blocked-until = Le comité ne vous laisse pas écrire ici avant : { $until }.
talk-held-block = Jusqu’au { $until }, vous ne pouvez pas écrire dans les discussions de ce comité. Raison : { $reason }
talk-held-slow = Jusqu’au { $until }, vous écrivez un message toutes les { $minutes } minutes dans les discussions de ce comité. Raison : { $reason }
talk-masked = Le comité a masqué une partie de ce message : il ne se modifie plus. Vous pouvez écrire un nouveau message.
talk-twice = Vous avez déjà envoyé ce texte aujourd’hui. Il est arrivé. Pour ajouter quelque chose, modifiez-le.
talk-flood = Vous avez envoyé beaucoup de messages en peu de temps. Attendez quelques minutes.

## Following

talk-follow = Suivre cette discussion
talk-mine = Mes discussions
talk-mine-lead = Les discussions que vous suivez. Écrire dans une discussion, c’est la suivre.
talk-mine-none = Vous ne suivez aucune discussion. Ouvrez celle de votre quartier.
talk-unread =
    { $n ->
        [one] { $n } nouveau message
       *[other] { $n } nouveaux messages
    }
talk-count-last =
    { $n ->
        [one] { $n } message, { $last }
       *[other] { $n } messages, le dernier { $last }
    }
talk-read-all = Tout lu
talk-digest = Depuis hier
talk-digest-since = Ce qui a été écrit depuis le { $day } dans les discussions que vous suivez.
talk-digest-none = Rien de nouveau depuis hier.
talk-digest-more = Il y en a d’autres

## Whole threads

talk-move = Déplacer
talk-move-why = La discussion parlera d’autre chose. Les liens vers ses messages restent bons.
talk-move-to = Un lieu ou une réunion du comité
talk-move-number = Laissez vide si vous avez choisi un lieu ou une réunion.
talk-move-taken = Ce sujet a déjà une discussion. Réunissez les deux.
talk-merge = Réunir avec une autre
talk-merge-why = Tous les messages vont dans l’autre discussion, dans l’ordre des dates. Cela ne se défait pas.
talk-merge-into = L’autre discussion
talk-split = Séparer
talk-split-here = Séparer d’ici
talk-split-why = Ce message et tous les suivants deviennent une discussion à part.
talk-split-title = Titre de la nouvelle discussion
talk-split-title-help = Court et clair.
talk-other-readers = Une des deux est réservée : les messages changeraient de lecteurs. Choisissez une discussion que les mêmes personnes lisent.
talk-other-committee = Ce sujet est à un autre comité.
talk-trace-moved = Déplacée le { $date }.
talk-trace-moved-from = Déplacée le { $date }. Avant : { $title }.
talk-trace-merged-in =
    { $n ->
        [one] { $n } message est venu d’une autre discussion le { $date }.
       *[other] { $n } messages sont venus d’une autre discussion le { $date }.
    }
talk-trace-merged-away =
    { $n ->
        [one] { $n } message est parti dans une autre discussion le { $date }.
       *[other] { $n } messages sont partis dans une autre discussion le { $date }.
    }
talk-trace-split-off =
    { $n ->
        [one] { $n } message est devenu une discussion à part le { $date }.
       *[other] { $n } messages sont devenus une discussion à part le { $date }.
    }
talk-trace-split-from =
    { $n ->
        [one] Séparée le { $date }, avec { $n } message.
       *[other] Séparée le { $date }, avec { $n } messages.
    }
talk-trace-moved-to = Déplacée le { $date } vers : { $title }.
talk-trace-locked = Fermée le { $date }.
talk-trace-unlocked = Rouverte le { $date }.
talk-parts = Séparées de cette discussion
talk-parts-count =
    { $n ->
        [one] ({ $n } message)
       *[other] ({ $n } messages)
    }
talk-trace-why = Raison : { $reason }

## Where it is linked

talk-area = On en parle dans le quartier
talk-concern = On en parle
talk-shows-name = Montrer mon nom à côté de ma fonction dans les discussions
notice-waits = C’est envoyé. Un modérateur le lit d’abord.
