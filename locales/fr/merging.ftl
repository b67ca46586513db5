### Two files of the same thing, followed in one (src/concerns/merging).

merge-title = Même chose qu’un autre dossier
merge-help = Les deux se suivent dans un seul dossier. Celui-ci est clos comme doublon. On peut revenir en arrière.
merge-likely = Peut-être la même chose
merge-number = Numéro de l’autre dossier
merge-number-help = Par exemple 417 ou BKO-2026-00417. Un dossier ouvert de la même unité.
merge-words = La phrase pour l’habitant
merge-words-help = L’habitant la lit avec son code.
merge-do = Suivre dans l’autre dossier
merge-sentence = Bonjour. Quelqu’un d’autre a signalé la même chose. Nous suivons les deux ensemble, dans un seul dossier.
merge-choose = Choisissez un dossier, ou écrivez son numéro.
merge-unknown = Il n’y a pas de dossier de ce numéro chez vous.
merge-same = C’est ce dossier-ci.
merge-closed = L’un des deux dossiers est clos.
merge-readers = Ces deux dossiers n’ont pas les mêmes lecteurs, ou pas la même unité. Ils restent deux.
merge-holds = D’autres dossiers se suivent déjà dans celui-ci. Faites-le dans l’autre sens.
merge-refused = Ce dossier se suit dans un autre. Ouvrez cet autre dossier : on agit là.
merge-desk-went = Ce dossier se suit dans un autre.
merge-desk-went-help = Si l’habitant écrit ici, l’autre dossier le dit. Vous pouvez lui répondre ici.
merge-undo = Séparer de nouveau
merge-took = Dossiers suivis ici

merge-event-into = Suivi dans un autre dossier
merge-event-took = Un autre signalement de la même chose se suit ici
merge-event-apart = De nouveau suivi seul
merge-event-gave = Un signalement suivi ici est de nouveau seul
merge-event-wrote = L’habitant d’un dossier suivi ici a écrit

merge-went = Plusieurs personnes ont signalé la même chose. Tout se suit dans un seul signalement.
merge-read = Lire le signalement { $number }
merge-not-public = Il n’est pas public. L’unité vous répond ici.
merge-course = Ce qui s’est passé dans { $number }
