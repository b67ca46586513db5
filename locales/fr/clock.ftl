### The clock of an answer: the calendar, how a kind counts, who is asked when a word is late (src/concerns/clock, src/admin/clock.rs).

clock-title = Délais et calendrier
clock-lead = Les délais déjà commencés sont recalculés quand vous enregistrez.
clock-week = La semaine
clock-rest = Jours de repos
clock-rest-help = Ils ne comptent pas pour les sortes qui comptent en jours ouvrés.
clock-rest-all = Laissez au moins un jour de travail.
clock-opens = Début de la journée
clock-closes = Fin de la journée
clock-hours-help = Pour les sortes qui comptent en heures de service.
clock-hour-slip = Écrivez une heure, par exemple 07:30.
clock-closes-before = La fin doit venir après le début.
clock-steps = Quand la réponse tarde
clock-steps-lead = En pour cent du délai. 100 : le délai est passé.
clock-warn = Avertir l’agent
clock-warn-help = Une marque au dossier. Seule l’unité la voit.
clock-chief = Saisir le chef d’unité
clock-chief-help = Le dossier monte sur son bureau. L’habitant le lit.
clock-far = Saisir le district
clock-far-help = Le bureau du district le voit, sans les mots qui ne sont pas publics.
clock-step-after = Ce nombre doit être plus grand que le précédent.
clock-services = Services partenaires
clock-acceptance = Heures pour accepter ou rendre un dossier
clock-acceptance-help = Comptées jour et nuit, depuis la demande de l’unité.

clock-holidays = Jours fériés
clock-holidays-lead = Ils ne comptent pas pour les sortes en jours ouvrés ou en heures de service.
clock-holiday-new = Nouveau jour férié
clock-day = Jour
clock-again = Retour
clock-yearly = Chaque année
clock-yearly-help = À la même date. Sans cette coche, ce jour-là seulement.
clock-yearly-short = chaque année
clock-once = une fois

clock-counting = Comment compter ces heures ?
clock-counting-clock = Jour et nuit
clock-counting-clock-why = Toutes les heures comptent.
clock-counting-days = En jours ouvrés
clock-counting-days-why = Sans les jours de repos ni les jours fériés.
clock-counting-hours = En heures de service
clock-counting-hours-why = Seulement les heures de travail des jours ouvrés.

clock-soon = Répondre vite : { $left }
clock-escalated = Montés jusqu’à vous
clock-escalated-why = Le délai est passé sans réponse. Répondez, ou confiez le dossier.
clock-district = Montés jusqu’au district
clock-district-why = L’unité n’a toujours pas répondu. Appelez son chef.
clock-event-warned = Délai bientôt passé : l’agent est averti
clock-event-chief = Délai passé : le chef d’unité est saisi
clock-event-district = Toujours sans réponse : le district est saisi

clock-median-answer = Première réponse, une fois sur deux
clock-median-closing = Clôture, une fois sur deux
