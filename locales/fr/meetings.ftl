### Meetings: series, invitations, one's own place, corrections, versions, calendars, what those who came thought (src/forums).

## Announcing

meet-times = Combien de réunions ?
meet-times-help = Une seule si vous laissez vide. Sinon une par mois, toujours le même jour de la même semaine : par exemple chaque premier jeudi du mois. 12 au plus.
meet-paper = Cette réunion a déjà eu lieu : je la recopie d’après le papier
meet-paper-ahead = Cette date est à venir : une réunion recopiée d’après le papier a déjà eu lieu.
meet-capacity-taken =
    { $n ->
        [one] { $n } place est déjà prise : écrivez ce nombre ou plus.
       *[other] { $n } places sont déjà prises : écrivez ce nombre ou plus.
    }
meet-copied = Recopiée d’après le papier
meet-moved = Déplacée le { $date }. Avant : { $when }, { $place }.
meet-moved-late = Déplacée moins de 7 jours avant.
meet-invitation = Code d’invitation
meet-invitation-help = Huit chiffres, donnés par le comité. Cette réunion est réservée.
meet-invitation-give = À dire ou à imprimer, pour les personnes que le comité invite. Sans ce code, personne ne s’inscrit.
meet-invitation-new = Tirer un nouveau code
meet-refusal-not-invited = Cette réunion est réservée. Le code d’invitation manque ou n’est pas le bon : demandez-le au comité.
meet-refusal-minutes-open = Les corrections ne sont pas finies : attendez la fin des 7 jours et répondez à chacune.
meet-reserved-agenda = Réunion réservée : l’ordre du jour est pour les personnes inscrites et le comité.
meet-calendar = Ajouter au calendrier
meet-calendar-area = Les réunions d’ici, dans votre calendrier
meet-feed = Suivre par Atom

## One's own place

meet-register-invited = Cette réunion est réservée : on s’inscrit avec le code d’invitation du comité.
meet-register-wait = M’inscrire sur la liste d’attente
meet-place-title = Ma place
meet-place-help = Les six chiffres reçus à l’inscription.
meet-place-go = Ouvrir
meet-place-why = Revenez avec ces chiffres à « Ma place » : vous y lisez si la réunion est déplacée ou annulée.
meet-promoted = Une place s’est libérée pour vous, le { $date }.
meet-leave = Rendre ma place
meet-leave-why = Vous ne venez pas ? La première personne en attente aura votre place.
meet-leave-free-why = Vous ne venez pas ? Rendez votre place : le comité saura combien de personnes attendre.
meet-leave-list = Quitter la liste d’attente
meet-leave-list-why = Vous ne venez pas ? Quittez la liste : les personnes suivantes avancent.
meet-place-entered = Vous êtes entré le { $date }
meet-place-begun = La réunion a commencé
meet-place-begun-why = Vous arrivez ? Montrez ce code à la porte.
meet-place-begun-wait = Vous êtes sur la liste d’attente : demandez à la porte s’il reste une place.
meet-place-over = Cette réunion est passée
meet-place-unseen = Votre place était gardée. Votre entrée n’a pas été notée à la porte.
meet-place-waited = Vous étiez sur la liste d’attente. Votre entrée n’a pas été notée à la porte.
meet-place-off = Cette réunion n’aura pas lieu
meet-place-came = Présent
meet-place-absent = Entrée non notée
meet-question = Votre question
meet-question-shown = Votre question est arrivée. Tout le monde la lit à l’ordre du jour.
meet-question-by-code = Inscrit avec un code ? Lisez l’ordre du jour et posez votre question à « Ma place ».
meet-places = Mes places aux réunions
meet-places-none = Vous n’avez de place à aucune réunion.
meet-news-cancelled = Réunion annulée : { $title }, { $when }
meet-news-moved = Réunion déplacée : { $title }, maintenant { $when }, { $place }
meet-news-promoted = Une place s’est libérée pour vous : { $title }, { $when }
meet-news-question = Le comité ne montre pas votre question : { $title }
meet-news-asked = Le comité ne montre pas une question que vous avez posée. Lisez pourquoi.
meet-news-count =
    { $n ->
        [one] Il y a du nouveau pour une de vos places
       *[other] Il y a du nouveau pour { $n } de vos places
    }

## Corrections and versions

meet-minutes-until = Vous étiez là ? Demandez vos corrections avant le { $date }, avec votre code ou votre compte.
meet-correct = Demander une correction
meet-correct-until = Jusqu’au { $date }. Dites quelle phrase est fausse, et ce qui a été dit. Aucun nom.
meet-correct-absent = Seules les personnes notées à la porte demandent une correction. Vous étiez là ? Dites-le au comité : le secrétaire peut la noter pour vous.
meet-correct-send = Envoyer la correction
meet-correct-sent = Votre correction est arrivée. Le secrétaire répond par une phrase que tout le monde lit.
meet-correct-spoken = Noter une correction dite à voix haute
meet-corrections = Corrections demandées
meet-corrections-none = Aucune correction demandée.
meet-correction-waiting = Correction demandée, sans réponse
meet-correction-accepted = Correction acceptée
meet-correction-refused = Correction refusée
meet-correction-answer = Réponse, lue par tout le monde
meet-correction-accept = Accepter
meet-approve = Approuver et verrouiller
meet-approve-why = Le texte ne changera plus. Son empreinte sera publique.
meet-approve-after = On peut approuver après le { $date } : les personnes venues ont 7 jours pour corriger.
meet-approve-waiting = Une correction attend encore la réponse du secrétaire.
meet-pv-hash-what = L’empreinte est celle du texte ci-dessus, et de lui seul. L’ordre du jour et les présents ne changent plus non plus, sauf ce qui est retiré du public ; l’état des engagements, oui.
meet-pv-as-of = État des engagements au { $date }. Cette partie n’entre pas dans l’empreinte.
meet-approve-from = À approuver à partir du { $date }
meet-awaited = Procès-verbaux attendus
meet-pv-writers = Les modérateurs du comité écrivent le procès-verbal et l’ouvrent aux corrections. Le président l’approuve 7 jours après.
meet-pv-empty = Rien n’est encore écrit.
meet-to-approve = Procès-verbaux à approuver
meet-versions = Toutes les versions
meet-version-old = Version ancienne
meet-version-new = Version nouvelle
meet-compare = Comparer
meet-compared = Ce qui a changé

## Who came, what they thought

meet-attendance-least = Au moins { $n } personnes
meet-attendance-few = Quelques personnes
meet-attendance-between = Part des femmes : entre { $from } et { $to }
meet-attendance-unknown = Part des femmes : trop peu pour le dire
meet-count-total = Compté : { $all } personnes (femmes : { $women }, hommes : { $men })
meet-count-wrong = « { $typed } » : écrivez un nombre entre 0 et { $most }.
meet-list = Liste privée du comité
meet-list-names = Noms, une personne par ligne
meet-list-help = Seul le comité la lit. Elle n’est pas obligatoire. Enregistrez une liste vide pour l’effacer.
meet-ask = Votre avis sur la réunion
meet-ask-why = Trois questions, une seule fois. Personne ne voit qui a répondu quoi.
meet-ask-go = Donner mon avis, avec mon code
meet-ask-heard = Avez-vous pu parler ?
meet-ask-useful = La réunion a-t-elle été utile ?
meet-ask-again = Reviendrez-vous ?
meet-ask-send = Envoyer mon avis
meet-ask-done = Votre avis est noté. Merci.
meet-yes = Oui
meet-partly = Un peu
meet-no = Non
meet-thought-yes = Oui : { $share }
meet-thought-few = Pas encore assez d’avis : ils sont montrés à partir de cinq.

## Two days before

meet-remind = Rappel : réunion { $when }, { $place }
meet-remind-title = Rappel à envoyer
meet-remind-why = La réunion est dans moins de 48 heures. Un SMS par langue, à copier : sans lettres spéciales, il ne coûte qu’un message. Les personnes inscrites lisent aussi le rappel à « Ma place ».
meet-remind-length =
    { $segments ->
        [one] { $letters } lettres, un SMS
       *[other] { $letters } lettres, { $segments } SMS
    }
meet-remind-sms = Rappel, { $committee } : réunion { $when }.

## Writing minutes while the meeting is held

meet-pv-opening = Ouverture, et ce qui n’est à aucun point
meet-pv-saved = Enregistré à { $time }
meet-pv-saved-on = Enregistré le { $date }
meet-pv-not-saved = Pas encore enregistré
meet-pv-go-on = Enregistrer et continuer
meet-pv-off = Pas enregistré : pas de réseau. Votre texte est gardé sur ce téléphone et partira tout seul.
meet-pv-stop = Quelqu’un d’autre a enregistré. Votre texte est gardé ici : appuyez sur « Enregistrer » pour voir les deux.
meet-pv-again = Le texte ne part plus tout seul. Il est gardé ici : appuyez sur « Enregistrer ».
meet-pv-unsent = Ce téléphone garde un autre texte de ce procès-verbal, écrit ici avant.
meet-pv-take = Reprendre ce texte
meet-pv-drop = L’effacer du téléphone
meet-pv-conflict = Pendant que vous écriviez, un autre texte a été enregistré. Le vôtre ne l’est pas encore : complétez-le, puis enregistrez. L’autre restera parmi les versions.
meet-pv-other = Le texte enregistré entre-temps
meet-pv-yours = Votre texte, pas encore enregistré
meet-pv-leave = Abandonner mon texte, garder l’autre

## Putting a concern on an agenda

agenda-put = Mettre à l’ordre du jour
agenda-which = À quelle réunion ?
agenda-on = Déjà à l’ordre du jour :
agenda-no-meeting = Aucune autre réunion à venir. Annoncez-en une d’abord :
