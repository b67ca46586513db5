### The desk: inbox, file, referrals, a moderator's look at one concern, oversight (src/concerns/desk).

## The inbox

desk-title = Dossiers
desk-tabs = Où en sont les dossiers
desk-tab-all = Tous
desk-tab-owed = À répondre
desk-tab-late = En retard
desk-tab-in-progress = En cours
desk-tab-referred = Transmis
desk-tab-waiting = Attend l’habitant
desk-tab-resolved = Réglés
desk-tab-closed = Clos
desk-search = Chercher un dossier
desk-search-words = Mots ou numéro
desk-any = Tous
desk-mine = Ma liste
desk-urgent-only = Urgents seulement
desk-filter = Chercher
desk-empty = Aucun dossier ici.
desk-show-all = Voir tous les dossiers
desk-caption = Dossiers, les plus pressés d’abord
desk-pages = Pages
desk-concern = Dossier
desk-left = Reste
desk-state = État
desk-urgent = Urgent
desk-sealed = Protégé
desk-in-bambara = En bambara
desk-keys = Au clavier, avec la touche d’accès du navigateur : C chercher, L ma liste ; dans un dossier : R répondre, P question, N note, D retour.
desk-rest-waiting = question posée { $ago }
desk-rest-act = dernier acte { $ago }

## The file

desk-facts = En bref
desk-category = Catégorie
desk-place = Quartier
desk-landmark = Repère
desk-filed = Reçu le
desk-language = Langue
desk-audience = Qui peut lire
desk-audience-public = Tout le monde, une fois publié
desk-audience-private = L’unité et l’habitant
desk-audience-sealed = Ce bureau et l’habitant seulement, jamais l’unité du quartier
desk-audience-oversight = Le contrôle de la police et l’habitant, jamais l’unité
desk-publication = Publication
desk-unit = Unité
desk-assignee = Confié à
desk-nobody = Personne
desk-given = Confié à { $name }
desk-reason = Raison
desk-errands = Services
desk-timeline = Ce qui s’est passé
desk-answer-in-bambara = L’habitant écrit en bambara. Répondez en bambara.
desk-deeds = Agir
desk-choose = Choisir
desk-send = Envoyer
desk-save = Enregistrer
desk-change = Changer

desk-answer = Répondre à l’habitant
desk-answer-words = Votre réponse
desk-readers = Qui peut lire la réponse ?
desk-readers-all = Tout le monde
desk-readers-later = Tout le monde, quand le dossier sera publié
desk-readers-reporter = L’habitant seulement
desk-ask = Poser une question
desk-ask-words = Votre question
desk-ask-help = Seul l’habitant la lit. Il répond avec son code.
desk-start = Commencer le travail
desk-start-help = L’habitant voit « En cours ». Une réponse reste due.
desk-refer = Transmettre à un service
desk-refer-help = Le dossier reste ouvert ici. Le service dit s’il le prend.
desk-service = Service
desk-errand = Ce que vous demandez au service
desk-errand-help = Le service lit ce texte, l’habitant non.
desk-resolve = C’est réglé
desk-resolve-words = Ce qui a été fait
desk-resolve-help = L’habitant lit cette phrase et dit si c’est vraiment réglé.
desk-close = Clore sans régler
desk-close-help = La raison et la phrase se lisent avec le dossier.
desk-close-words = Expliquez en une phrase
desk-reopen = Rouvrir
desk-reopen-words = Pourquoi rouvrir ?
desk-recategorise = Changer la catégorie
desk-new-category = Nouvelle catégorie
desk-new-category-help = Le changement se voit dans le dossier. Jamais plus de personnes ne le lisent.
desk-assign = Confier, dire si c’est urgent
desk-urgent-box = Urgent : à faire d’abord
desk-reroute = Donner à une autre unité
desk-reroute-help = Vous ne verrez plus ce dossier.
desk-new-unit = Nouvelle unité
desk-why = Pourquoi ?
desk-why-help = Cette phrase se lit avec le dossier.
desk-note = Note interne
desk-note-words = Votre note
desk-note-help = Elle ne sort jamais de l’unité.
desk-note-keep = Garder la note

## Referrals

desk-referral-pending = Pas encore de réponse
desk-referral-over = Plus nécessaire
desk-referral-accepted = Accepté
desk-referral-refused = Rendu
desk-referrals-lead = La police vous demande de prendre ces dossiers.
desk-referrals-empty = Aucun dossier pour votre service.
desk-asked = Demandé
desk-your-answer = Réponse du service
desk-errand-said = Ce que la police demande
desk-take-it = Prenez-vous ce dossier ?
desk-sentence = Votre réponse
desk-sentence-help = Elle se lit avec le dossier. Pour rendre le dossier, dites pourquoi.
desk-accept = Nous le prenons
desk-give-back = Rendre à la police

## A moderator's look

desk-moderate-title = Relire un signalement
desk-moderate-help = Ne publiez ni nom, ni numéro, ni rien qui montre une personne. La police ne décide pas ici.
desk-publish = Publier
desk-restore = Rendre au public
desk-refuse-publication = Ne pas publier
desk-hide = Retirer du public
desk-committee-reason = Raison du comité
desk-committee-reason-is = Raison du comité :
desk-committee-reason-help = Tout le monde peut la lire dans le journal. N’y écrivez aucun nom.

## Oversight

desk-oversight-title = Contrôle de la police
desk-oversight-lead = Plaintes sur la conduite de la police. L’unité concernée ne les voit jamais.
desk-oversight-all = plaintes reçues
desk-oversight-open = encore ouvertes
desk-oversight-median = au plus avant la première réponse, une fois sur deux
