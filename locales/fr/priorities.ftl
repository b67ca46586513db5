### What a unit puts first (src/priorities).

priority-title = Priorités
priority-lead = Cinq au plus. Tout le monde les lit sur la page de l’unité :
priority-none = Aucune priorité pour le moment.
priority-new = Nouvelle priorité
priority-publish = Publier
priority-issue = Le problème
priority-issue-help = Une phrase que chacun comprend. Aucun nom.
priority-action = Ce que l’unité fait
priority-action-help = Sans heure ni trajet de patrouille.
priority-begins = Du
priority-ends = Au
priority-ends-before = La fin doit venir après le début.
priority-lang = Écrite en
priority-state = Où elle en est
priority-standing = En cours
priority-done = Faite
priority-dropped = Abandonnée
priority-dates = du { $begins } au { $ends }
priority-changed = (changée le { $day })
priority-history = Toutes les versions
priority-of-unit = Priorités de l’unité
priority-before = Priorités d’avant
priority-none-public = L’unité n’a pas encore dit ses priorités.
refusal-priorities-full = Il y a déjà cinq priorités en cours. Terminez-en une d’abord.

unit-phone-verified = Téléphone vérifié le
unit-phone-help = Le jour où quelqu’un a appelé. Sans date, le public ne voit pas ce numéro.
unit-phone-sample = exemple
unit-phone-hidden = Le numéro n’est pas encore vérifié.
