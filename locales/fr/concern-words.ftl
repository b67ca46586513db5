### The words for what a concern is, where it stands and what happened to it; said by src/concerns/words.rs alone.

## Where it stands

state-received = Reçu
state-in-progress = En cours
state-referred = Transmis
state-resolved = Réglé
state-closed = Clos, non réglé
state-reopened = Rouvert

## Why it was closed without being settled

reason-no-means = Pas de moyens : carburant, véhicule ou agents
reason-other-body = C’est le travail d’un autre service
reason-not-found = Rien trouvé sur place
reason-no-evidence = Pas de preuve
reason-duplicate = Déjà signalé
reason-withdrawn = Retiré par l’habitant
reason-not-police = Ce n’est pas l’affaire de la police

## What the reporter says

outcome-confirmed = réglé
outcome-partly = réglé en partie
outcome-not-fixed = pas réglé

## In which function somebody spoke

function-resident = Habitant
function-relay = Relais
function-officer = Agent
function-chief = Chef d’unité
function-moderator = Comité
function-partner = Service
function-overseer = Contrôle de la police
function-admin = Administration
function-system = Sigida

## Who may read

audience-public = Tout le monde
audience-private = L’unité et vous
audience-sealed = Un bureau spécialisé et vous, jamais l’unité du quartier
audience-oversight = Le contrôle de la police et vous, jamais l’unité

## Whether everybody may read it yet

moderation-not-needed = Pas pour le public
moderation-waiting = Le comité n’a pas encore relu
moderation-published = Publié
moderation-refused = Non publié
moderation-hidden = Retiré du public

## What happened

event-filed = Signalement reçu
event-answer = Réponse
event-ask = Question
event-reply = Message
event-note = Note interne
event-changed = { $was } → { $became }
event-assigned = Confié à un agent
event-unassigned = Confié à personne
event-urgent = Devient urgent
event-not-urgent = N’est plus urgent
event-category = Catégorie : { $was } → { $became }
event-unit = Unité : { $was } → { $became }
event-referred = Transmis à : { $service }
event-accepted = Accepté par : { $service }
event-refused = Rendu par : { $service }
event-outcome = L’habitant dit : { $outcome }
event-patrol = Patrouille le { $day }
event-was-discussed = Discuté au forum du { $day }
event-discussed-off = Réunion du { $day } annulée : préoccupation non discutée
event-discussed-removed = Retiré de l’ordre du jour du forum du { $day }
event-discussed = À l’ordre du jour du forum du { $day }
event-published = Publié par le comité
event-not-published = Non publié par le comité
event-hidden = Retiré du public par le comité

## On a card, chip, clock

concern-supports =
    { $count ->
        [one] { $count } personne dit « moi aussi »
       *[other] { $count } personnes disent « moi aussi »
    }
concern-no-act = Pas encore de réponse
concern-last-act = Dernier acte de la police : { $ago }
concern-pages = Pages de la liste
