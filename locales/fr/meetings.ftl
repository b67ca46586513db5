### Meetings: series, invitations, one's own place, corrections, versions, calendars, what those who came thought (src/forums).

## Announcing

meet-times = Combien de réunions ?
meet-times-help = Une seule si vous laissez vide. Sinon une par mois, le même jour du mois : par exemple chaque premier jeudi. 12 au plus.
meet-paper = Cette réunion a déjà eu lieu : je la recopie d’après le papier
meet-moved = Déplacée le { $date }. Avant : { $when }, { $place }.
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

meet-place-title = Ma place
meet-place-help = Les six chiffres reçus à l’inscription.
meet-place-go = Ouvrir
meet-place-why = Revenez avec ces chiffres à « Ma place » : vous y lisez si la réunion est déplacée ou annulée.
meet-promoted = Une place s’est libérée pour vous, le { $date }.
meet-leave = Rendre ma place
meet-leave-why = Vous ne venez pas ? La première personne en attente aura votre place.

## Corrections and versions

meet-minutes-until = Vous étiez là ? Demandez vos corrections avant le { $date }, avec votre code ou votre compte.
meet-correct = Demander une correction
meet-correct-until = Jusqu’au { $date }. Dites quelle phrase est fausse, et ce qui a été dit. Aucun nom.
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
meet-to-approve = Procès-verbaux à approuver
meet-versions = Toutes les versions
meet-version-old = Version ancienne
meet-version-new = Version nouvelle
meet-compare = Comparer
meet-compared = Ce qui a changé

## Who came, what they thought

meet-attendance-least = Au moins { $n } personnes
meet-attendance-few = Quelques personnes
meet-attendance-about = Part des femmes : environ { $share }
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
