### Commitments that two sides sign, questions before a meeting, what an agenda fills in by itself (src/forums).

## The chair

account-role-chair = Président de comité
account-why-chair = Approuve les procès-verbaux et signe pour un service qui n’a pas de compte. À choisir : un comité. Jamais avec un rôle de police.
function-chair = Président du comité

## What a body owes

promise-desk = Nos engagements
promise-desk-lead = Ce que votre unité, service ou comité a promis. Répondez avant la réunion : votre réponse est lue à l’ordre du jour.
promise-desk-none = Aucun engagement attendu de vous.
promise-desk-go = Répondre ou signer

## One commitment

promise-to = Promis à
promise-before = Cette date est avant le jour de la réunion.
promise-noted = noté ici le { $date }
promise-history = Chaque étape
promise-rule = Un engagement est tenu ou abandonné quand deux côtés ont signé : celui qui a promis, et le côté habitants du comité. Jusque-là, il revient à chaque ordre du jour.
promise-silent = Celui qui a promis n’a pas de compte ici : le président du comité note sa parole.
promise-sign-owner = Signature de celui qui a promis
promise-sign-community = Signature du côté habitants
promise-signed = Signé
promise-unsigned = Pas encore signé
promise-waits-kept-community = Celui qui a promis dit : c’est tenu. Le côté habitants n’a pas encore signé.
promise-waits-kept-owner = Le côté habitants dit : c’est tenu. Celui qui a promis n’a pas encore signé.
promise-waits-abandoned-community = Celui qui a promis propose d’abandonner. Le côté habitants n’a pas encore signé.
promise-waits-abandoned-owner = Le côté habitants propose d’abandonner. Celui qui a promis n’a pas encore signé.
promise-for-owner = Répondre ou signer pour celui qui a promis
promise-for-community = Signer pour le côté habitants
promise-what = Que voulez-vous faire ?
promise-sentence = Votre phrase
promise-sentence-help = Obligatoire pour répondre, abandonner, refuser ou reprendre. Tout le monde la lit. Aucun nom de personne.
promise-do-answer = Donner une réponse
promise-do-answer-why = Où en est l’engagement. La réponse est lue à la prochaine réunion.
promise-do-begin = C’est commencé
promise-do-begin-why = Le travail est en cours.
promise-do-keep = C’est tenu
promise-do-keep-why = L’autre côté doit encore accepter.
promise-do-abandon = Abandonner
promise-do-abandon-why = Avec une raison. L’autre côté doit encore accepter.
promise-do-accept = Accepter et signer
promise-do-accept-why = Vous signez en deuxième : l’engagement est réglé.
promise-do-refuse = Refuser ou retirer
promise-do-refuse-why = Avec une phrase. L’engagement reste ouvert.
promise-do-reopen = Reprendre
promise-do-reopen-why = Avec une raison. Les deux signatures tombent.
promise-step-made = Promis
promise-step-before = Réglé par le comité seul, avant la règle des deux signatures
promise-step-answer = Réponse
promise-step-begun = Commencé
promise-step-said-kept = Première signature : tenu
promise-step-said-abandoned = Première signature : abandonner
promise-step-refused = Refusé ou retiré
promise-step-kept = Deuxième signature : tenu
promise-step-abandoned = Deuxième signature : abandonné
promise-step-reopened = Repris
promise-claimed = Engagements à signer

## What the agenda fills in

promise-agenda-answer = Réponse du { $date } : { $words }
promise-item-questions = Questions des habitants
promise-report = En un an : { $received } préoccupations reçues, { $answered } réglées. En retard aujourd’hui : { $late }.
promise-report-then = En un an, au jour de la réunion : { $received } préoccupations reçues, { $answered } réglées. En retard ce jour-là : { $late }.
promise-report-hours = Présence des patrouilles en { $month } : au moins { $hours } h.
promise-report-few = Présence des patrouilles en { $month } : moins de 10 h.

## Questions before a meeting

promise-questions-asked = Questions posées
promise-questions-none = Pas encore de question.
promise-question-ask = Poser une question
promise-question-help = Une seule question, courte. Aucun nom, aucun numéro de téléphone. Tout le monde la lit.
promise-question-send = Envoyer la question
promise-question-held = Votre question est arrivée. Le comité la lit avant de la montrer.
promise-question-show = Montrer
promise-question-refuse = Refuser
promise-question-reason = Raison, si vous refusez
promise-question-withdraw = Retirer cette question
promise-questions-own = Vos questions que personne d’autre ne lit
promise-question-refused = Le comité ne la montre pas. Raison : { $reason }
promise-own-question = C’est votre question : d’autres la soutiennent.
promise-support-back = Ne plus soutenir
promise-support = Je soutiens
promise-supported = vous soutenez
promise-support-login = Pour soutenir une question, connectez-vous.
promise-supports =
    { $n ->
        [0] Pas encore de soutien
        [one] { $n } soutien
       *[other] { $n } soutiens
    }
promise-held =
    { $n ->
        [one] { $n } question à lire
       *[other] { $n } questions à lire
    }
