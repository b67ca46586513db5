### Presence of patrols: the unit's own page, and what the public reads of it.

dose-title = Présence
dose-why = Ce qui compte n’est pas le nombre de patrouilles, mais où elles s’arrêtent, combien de temps, et qui est oublié.
dose-own = Seule votre unité lit cette page. Le public lit le nombre de passages par quartier et par semaine, une semaine plus tard.
dose-week = Semaine du { $day }
dose-week-from = Semaine du
dose-weeks = Huit semaines
dose-before = Semaine d’avant
dose-after = Semaine d’après
dose-visits = Passages
dose-minutes = Temps sur place
dose-median = Durée médiane
dose-share = Arrêts de 10 à 20 min
dose-places = Par quartier
dose-order = Le moins servi d’abord : minutes de présence pour 100 préoccupations ouvertes.
dose-open = Préoccupations ouvertes
dose-per-hundred = Minutes pour 100
dose-last = Dernier passage
dose-plan = Prévus et faits
dose-never = jamais
dose-days =
    { $count ->
        [0] ce jour
        [one] { $count } jour
       *[other] { $count } jours
    }
dose-missed = Arrêts prévus et non faits
dose-unvisited =
    { $days ->
        [one] Sans passage depuis { $days } jour
       *[other] Sans passage depuis { $days } jours
    }
dose-since-days = Depuis combien de jours ?
dose-show = Montrer
dose-none-unvisited = Tous vos quartiers ont été visités.
dose-map = Jours depuis le dernier passage
dose-map-why = Le nombre sur chaque quartier : les jours depuis le dernier passage. ∅ : jamais.
dose-map-fresh = 3 jours ou moins
dose-map-week = 4 à 7 jours
dose-map-older = plus d’une semaine
dose-map-forgotten = { $days } jours ou plus, ou jamais

dose-public-title = Passages de la police
dose-public-why = Compté par semaine et montré une semaine plus tard, pour que personne ne sache d’avance où la police passe.
