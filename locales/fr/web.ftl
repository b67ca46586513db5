### The frame of every page, forms in general, errors.

nav-skip = Aller au contenu
nav-leave = Quitter vite
nav-menu = Menu
nav-file = Signaler
nav-follow = Suivre
nav-concerns = Préoccupations
nav-forums = Forums
nav-commitments = Engagements
nav-areas = Quartiers
nav-units = Unités de police
nav-privacy = Vos données
nav-moderation = Journal de modération
nav-account = Mon compte
nav-login = Se connecter
nav-logout = Se déconnecter
nav-desk = Bureau
nav-patrols = Patrouilles
nav-referrals = Dossiers transmis
nav-committee = Comité
nav-admin = Administration
nav-demo = Démonstration : tout ce que vous voyez est un exemple.

notice-saved = C’est enregistré.
notice-sent = C’est envoyé.
notice-changed = C’est changé.
notice-published = C’est publié. Tout le monde peut le lire.
notice-withdrawn = C’est fait. La raison est notée.
notice-left = Le texte reste. L’alerte est fermée.
notice-registered = Votre place est gardée.
notice-given-back = Votre place est rendue. Votre nom et votre code sont effacés.
notice-signed-out = Vous êtes déconnecté.
notice-password = Le mot de passe est changé.
notice-patrol-closed = La patrouille est terminée.

form-errors = À corriger
form-optional = facultatif
form-required = Écrivez quelque chose ici.
form-choose = Choisissez une réponse.
form-too-short =
    { $min ->
        [one] Écrivez au moins { $min } caractère.
       *[other] Écrivez au moins { $min } caractères.
    }
form-too-long = C’est trop long : { $length } caractères, au plus { $max }.
form-number = Écrivez un nombre entre { $min } et { $max }.
form-day = Écrivez une date, par exemple 2026-11-28.
form-time = Écrivez une date et une heure, par exemple 2026-11-28T16:00.
form-stale = Cette page était ouverte depuis trop longtemps. Relisez ce que vous avez écrit et envoyez encore une fois.

page-first = Début
page-next = Suite

error-home = Page d’accueil
error-back = Revenir à la page
error-incident = Numéro de l’incident :
error-not-found-title = Page introuvable
error-not-found = Cette page n’existe pas, ou vous ne pouvez pas la voir. Vérifiez l’adresse, ou repartez de l’accueil.
error-forbidden-title = Ce n’est pas permis
error-forbidden = Vous ne pouvez pas faire cela avec votre compte, ou cette page était ouverte depuis trop longtemps. Ouvrez la page de nouveau et essayez encore. Si c’est votre travail, demandez ce rôle à l’administration.
error-refused-title = Ce n’est plus possible
error-bad-request-title = Demande non comprise
error-bad-request = Le programme n’a pas compris cette demande. Revenez en arrière et essayez encore.
error-too-large-title = C’est trop long
error-too-large = Ce que vous avez envoyé est trop long. Raccourcissez, puis essayez encore.
error-too-many-title = Attendez un peu
error-too-many = Trop d’envois depuis votre réseau. Essayez encore dans { $wait }.
error-busy-title = Le service est occupé
error-busy = Rien n’a été enregistré. Attendez une minute et essayez encore.
error-read-only-title = On peut lire, mais rien enregistrer pour le moment
error-read-only = Rien n’a été enregistré : la machine n’a plus de place, ou elle est en réparation. Gardez cette page ouverte et essayez encore dans quelques minutes. Si cela dure, dites-le de vive voix à l’unité ou au comité.
error-internal-title = Quelque chose n’a pas marché
error-internal = C’est notre faute, pas la vôtre. Rien n’a été enregistré. Essayez encore plus tard.

refusal-already-done = Quelqu’un d’autre l’a déjà changé. Regardez encore la page.
refusal-concern-closed = Ce dossier est fermé. La personne qui l’a signalé peut le rouvrir avec son code ; sinon, faites un nouveau signalement.
refusal-concern-open = Ce dossier n’est pas fermé. On dit si c’est réglé quand il est fermé ; d’ici là, un message suffit.
refusal-outcome-too-late = Les 30 jours pour répondre sont passés. Vous pouvez écrire un message à l’unité.
refusal-sealed = Ce dossier est protégé. Il ne peut pas devenir public. On y répond à la personne, sans le publier.
refusal-referral-pending = Un service n’a pas encore répondu pour ce dossier. Attendez sa réponse avant de transmettre à un autre.
refusal-patrol-closed = Cette patrouille est terminée. Pour ajouter quelque chose, commencez une nouvelle patrouille.
refusal-stop-open = Le dernier arrêt n’est pas terminé. Notez d’abord le départ.
refusal-meeting-full = Il n’y a plus de place, et la liste d’attente est pleine. Revenez voir : une place peut se libérer.
refusal-meeting-over = Cette réunion est passée ou annulée. Regardez les réunions à venir.
refusal-meeting-not-yet = Cette réunion n’a pas encore commencé. Revenez quand elle aura commencé.
refusal-minutes-locked = Ce procès-verbal est approuvé. Il ne change plus. Ce qui doit changer se dit à la prochaine réunion.
refusal-thread-locked = Cette discussion est fermée. On peut encore la lire ; pour un fait nouveau, faites un signalement.
refusal-taken = Ce nom est déjà pris. Choisissez-en un autre.
refusal-police-moderates = Un rôle de police et un rôle de modérateur ne vont pas ensemble. Terminez d’abord l’autre rôle, ou choisissez une autre personne.
refusal-police-relays = Un rôle de police et un rôle de relais ne vont pas ensemble. Terminez d’abord l’autre rôle, ou choisissez une autre personne.
refusal-holds-files = Ce compte tient encore quelque chose : dossier, transmission, patrouille ou engagement. Faites d’abord la passation.
