### Forums: committees, meetings, minutes, commitments, threads.

## Whom and what

forums-audience-open = Ouvert à tous
forums-audience-women = Réservé aux femmes
forums-audience-youth = Réservé aux jeunes
forums-audience-members = Réservé aux membres
forums-audience-open-why = Tout le monde peut venir, lire et écrire.
forums-audience-women-why = La date est publique. Seules les inscrites lisent le procès-verbal et posent des questions. La discussion demande aussi un compte.
forums-audience-youth-why = La date est publique. Seuls les inscrits lisent le procès-verbal et posent des questions. La discussion demande aussi un compte.
forums-audience-members-why = La date est publique. Seuls les membres inscrits lisent le procès-verbal et posent des questions. La discussion demande aussi un compte.
forums-late = Tardif
forums-late-why = Annoncée moins de 7 jours avant.
forums-cancelled = Annulée
forums-function-resident = Habitant
forums-function-relay = Relais
forums-function-officer = Agent
forums-function-chief = Commissaire
forums-function-moderator = Modérateur
forums-function-partner = Service
forums-function-overseer = Contrôle
forums-function-admin = Administration
forums-you = c’est vous
forums-item-last-minutes = Procès-verbal de la dernière réunion
forums-item-commitments = Engagements ouverts et réponses
forums-item-answers = Réponses de la police aux préoccupations
forums-item-hidden = Préoccupation retirée
forums-mins = { $n } min
forums-minutes-draft = Brouillon
forums-minutes-corrections = En correction
forums-minutes-approved = Approuvé
forums-minutes-none = Pas de PV
forums-minutes-missing = PV en retard
forums-state-open = À tenir
forums-state-in-progress = En cours
forums-state-overdue = En retard
forums-state-kept = Tenu
forums-state-abandoned = Abandonné

## All committees

forums-title = Forums
forums-lead = Ici, les habitants, les élus et la police parlent de la sécurité, et vérifient ce qui a été promis.
forums-committees = Tous les comités
forums-next = Prochaines réunions
forums-no-next = Aucune réunion annoncée.
forums-none = Aucun comité pour le moment.
forums-missing = Ce qui manque
forums-missing-communes = Pas de réunion en { $month } :
forums-missing-minutes = Réunions tenues depuis plus de 14 jours, sans procès-verbal public :
forums-missing-commitments =
    { $n ->
        [one] { $n } engagement en retard.
       *[other] { $n } engagements en retard.
    }
forums-nothing-missing = Rien ne manque : une réunion ce mois, les procès-verbaux sont publiés, aucun engagement en retard.
forums-see-commitments = Voir les engagements
forums-see-all-commitments = Tous les engagements de ce comité

## A committee

forums-kind-ccs = Comité consultatif de sécurité de la commune. Le maire le préside. Il se réunit au moins une fois par mois.
forums-kind-quartier = Forum d’un quartier.
forums-all = Tous les forums
forums-past = Réunions passées
forums-no-past = Pas encore de réunion passée.
forums-commitments-here = Engagements attendus
forums-no-commitments = Aucun engagement attendu.
forums-no-meeting-this-month = Pas de réunion en { $month }.
forums-run = Ouvrir le bureau du comité

## A meeting

forums-date = Date
forums-place = Lieu
forums-landmark = Repère
forums-language = Langue parlée
forums-whom = Pour qui
forums-announced = Annoncée
forums-seats = Places
forums-seats-left =
    { $left ->
        [0] Aucune place libre sur { $all }
        [one] { $left } place libre sur { $all }
       *[other] { $left } places libres sur { $all }
    }
forums-seats-all =
    { $all ->
        [one] { $all } place
       *[other] { $all } places
    }
forums-seats-waiting =
    { $n ->
        [one] { $n } personne en attente
       *[other] { $n } personnes en attente
    }
forums-seats-free = Sans limite
forums-register-title = Je viens
forums-register-free = Ce n’est pas obligatoire. Vous pouvez aussi venir sans rien dire.
forums-register-go = Garder ma place
forums-cancelled-why = La réunion est annulée. Raison :
forums-agenda = Ordre du jour
forums-agenda-waiting = Attendu au { $date } : { $owner }
forums-attendance = Qui est venu
forums-attendance-none = Pas encore compté.
forums-attendance-total =
    { $n ->
        [one] { $n } personne
       *[other] { $n } personnes
    }
forums-attendance-women = Femmes
forums-attendance-men = Hommes
forums-attendance-share = Part des femmes : { $share }
forums-attendance-what = Personnes
forums-minutes = Procès-verbal
forums-minutes-not-yet = Le procès-verbal n’est pas encore public.
forums-minutes-reserved = Cette réunion est réservée. Seules les personnes inscrites et le comité lisent le procès-verbal et la discussion.
forums-minutes-read = Lire et imprimer
forums-minutes-version = Version { $n }, { $date }
forums-minutes-hash = Empreinte SHA-256 du texte
forums-promised = Promis à cette réunion
forums-promised-none = Rien n’a été promis.
forums-thread = Discussion
forums-thread-read =
    { $n ->
        [0] Lire et écrire
        [one] { $n } message
       *[other] { $n } messages
    }
forums-run-meeting = Tenir cette réunion

## Keeping a place

forums-register-heading = Garder une place
forums-register-name = Nom ou surnom
forums-register-name-help = Seul le comité le lit, pour la liste à la porte. Vous pouvez laisser vide.
forums-register-send = Garder ma place
forums-register-full = Il n’y a plus de place. La liste d’attente est pleine aussi.
forums-register-wait = Il n’y a plus de place. Vous serez sur la liste d’attente.
forums-register-over = Cette réunion est passée ou annulée.
forums-register-once = Vous êtes connecté : vous avez une seule place par réunion.
forums-place-kept = Votre place est gardée
forums-place-waiting = Vous êtes sur la liste d’attente, numéro { $rank }
forums-place-code = Votre code pour la porte
forums-place-why = Notez ces six chiffres et montrez-les à l’entrée. Nous ne pouvons pas les envoyer une deuxième fois.
forums-place-wait-why = Si une place se libère, la première personne de la liste l’a. Venez avec ce code et demandez à la porte.
forums-back-meeting = La réunion

## Minutes, to be read and printed

forums-pv-title = Procès-verbal : { $title }
forums-pv-approved = Approuvé le { $date }. Ce texte ne change plus.
forums-pv-corrections = En correction depuis le { $date }. Ce texte peut encore changer.
forums-pv-none = Il n’y a pas encore de procès-verbal public.
forums-print-help = Pour imprimer : menu de votre navigateur, puis Imprimer.

## Commitments

forums-commitments-title = Engagements
forums-commitments-lead = Ce qui a été promis en réunion, par qui, pour quand, et ce qui a été tenu.
forums-filter-all = Tous
forums-filter-expected = Attendus
forums-filter-overdue = En retard
forums-filter-kept = Tenus
forums-filter-abandoned = Abandonnés
forums-filter-committee = Comité
forums-filter-owner = Qui a promis
forums-filter-any = Tous
forums-filter-go = Filtrer
forums-filter-label = États
forums-commitment = Engagement
forums-commitment-owner = Qui
forums-commitment-due = Avant le
forums-commitment-state = État
forums-commitment-at = Promis
forums-commitments-empty = Aucun engagement ici.

## A reason

forums-reason = Raison
forums-reason-help = Tout le monde lit cette raison.

## The committee's desk

forums-desk-title = Bureau du comité
forums-desk-lead = Ce qui vous attend, le plus ancien d’abord.
forums-desk-wait = attend depuis { $span }
forums-desk-meetings = Réunions à préparer
forums-desk-meetings-none = Aucune réunion à préparer.
forums-desk-minutes = Procès-verbaux à écrire
forums-desk-minutes-none = Aucun procès-verbal n’attend.
forums-desk-overdue = Engagements en retard
forums-desk-overdue-none = Aucun engagement en retard.
forums-desk-no-agenda = Pas de point propre à l’ordre du jour
forums-desk-agenda-ok =
    { $n ->
        [one] { $n } point ajouté
       *[other] { $n } points ajoutés
    }
forums-desk-announce = Annoncer une réunion
forums-desk-none = Votre compte ne tient aucun comité.

## Announcing, changing, cancelling

forums-new-title = Annoncer une réunion
forums-edit-title = Changer la réunion
forums-edit = Changer
forums-form-title = Titre
forums-form-title-help = Court et clair, dans la langue de la réunion.
forums-form-lang = Langue de la réunion
forums-form-when = Date et heure
forums-form-when-help = Au moins 7 jours d’avance, sinon la réunion est marquée « tardif ».
forums-form-past = Cette date est déjà passée.
forums-form-area = Quartier ou commune
forums-form-place = Lieu
forums-form-place-help = Par exemple : cour de l’école fondamentale.
forums-form-landmark = Repère
forums-form-landmark-help = Comment trouver : près de la mosquée, derrière le marché.
forums-form-audience = Pour qui ?
forums-form-capacity = Nombre de places
forums-form-capacity-help = Laissez vide s’il y a de la place pour tous.
forums-form-choose = Choisir
forums-form-announce = Annoncer
forums-form-save = Enregistrer
forums-form-standing = Trois points viennent d’eux-mêmes : le dernier procès-verbal, les engagements ouverts, les réponses de la police.
forums-cancel-title = Annuler la réunion
forums-cancel = Annuler
forums-cancel-go = Annuler cette réunion
forums-cancel-help = Tout le monde lit cette raison. Ce choix ne se défait pas.

## Running a meeting

forums-run-public = Voir la page publique
forums-run-print = Feuilles à imprimer
forums-run-door = Porte
forums-run-door-state =
    { $entered ->
        [one] { $entered } entré
       *[other] { $entered } entrés
    } sur { $all ->
        [one] { $all } inscrit
       *[other] { $all } inscrits
    }
forums-run-attendance = Compter les présents
forums-run-minutes = Écrire le procès-verbal
forums-run-commitments = Noter un engagement
forums-run-todo = À faire
forums-agenda-add = Ajouter un point
forums-agenda-title = Point à ajouter
forums-agenda-title-help = Laissez vide si vous mettez une préoccupation.
forums-agenda-number = Numéro d’une préoccupation publique
forums-agenda-number-help = Par exemple : BKO-2026-00417. Sa page dira « discuté le … ».
forums-agenda-minutes = Minutes
forums-agenda-slip = Ce n’est pas un numéro. Par exemple : BKO-2026-00417.
forums-agenda-unknown = Aucune préoccupation publique n’a ce numéro.
forums-agenda-up = Monter
forums-agenda-down = Descendre
forums-agenda-remove = Enlever
forums-agenda-standing = Les trois premiers points restent à leur place : le suivi d’abord.
forums-door-title = La porte
forums-door-code = Code (6 chiffres)
forums-door-go = Entrer
forums-door-slip = Le code a six chiffres.
forums-door-unknown = Personne n’a ce code pour cette réunion.
forums-door-twice = Cette personne est déjà entrée.
forums-door-name = Nom
forums-door-no-name = Sans nom
forums-door-in = Entré à { $time }
forums-door-later = Présent, noté le { $date }
forums-door-waiting = Liste d’attente
forums-door-here = Est là
forums-door-empty = Personne ne s’est inscrit.
forums-count-title = Compter les présents
forums-count-lead = Des nombres, jamais de noms. Laissez vide pour zéro.
forums-count-women = Femmes
forums-count-men = Hommes
forums-count-under18 = moins de 18
forums-count-18-34 = 18 à 34
forums-count-35-59 = 35 à 59
forums-count-60-up = 60 et plus
forums-count-resident = Habitants
forums-count-women-group = Groupes de femmes
forums-count-youth-group = Groupes de jeunes
forums-count-leader = Chefs et religieux
forums-count-police = Police
forums-count-mairie = Mairie et services
forums-count-age = Âge
forums-pv-write = Écrire le procès-verbal
forums-pv-body-help = Ce qui a été dit et décidé. Pas de noms de personnes.
forums-pv-as = Enregistrer comme
forums-pv-draft-why = Seul le comité le lit.
forums-pv-corrections-why = Public. Ceux qui étaient là ont 7 jours pour corriger.
forums-pv-versions = Versions
forums-pv-locked = Ce procès-verbal est approuvé et verrouillé.
forums-promise-title = Engagements : { $committee }
forums-promise-new = Noter un engagement
forums-promise-body = Ce qui est promis
forums-promise-owner = Qui promet
forums-promise-due = Pour quel jour
forums-promise-meeting = À quelle réunion
forums-promise-no-meeting = Hors réunion
forums-promise-locked = Le procès-verbal de cette réunion a été approuvé entre-temps. Choisissez une autre réunion, ou « Hors réunion ».
forums-promise-go = Noter

## On paper

forums-sheet-title = Feuilles à imprimer
forums-sheet-sign = Feuille de présence
forums-sheet-sign-help = Le nom n’est pas obligatoire. Cette feuille reste au comité.
forums-sheet-blank = Procès-verbal (à remplir)
forums-sheet-number = N°
forums-sheet-name = Nom ou surnom
forums-sheet-as = Quartier, fonction
forums-sheet-sign-here = Signature
forums-sheet-point = Point
forums-sheet-said = Ce qui a été dit et décidé
forums-sheet-promise = Engagement
forums-sheet-who = Qui
forums-sheet-when = Pour quand
forums-sheet-chair = Président de séance
