### What became of a concern: the police's claim, the resident's word, the resident's silence; what the chief hears of it.

outcome-silent = rien en 30 jours
outcome-police-says = La police dit
outcome-claimed = réglé
outcome-unclaimed = clos sans être réglé
outcome-yours = Votre réponse :
outcome-correct = Corriger ma réponse
outcome-correct-why = Vous pouvez la corriger une fois, dans les 30 jours.
outcome-corrected = L’habitant corrige : { $outcome }
outcome-words-help = Si c’est réglé en partie, dites ce qui manque.
outcome-missing = Dites ce qui manque, en quelques mots.
outcome-told = Dit par l’habitant
outcome-told-why = Reste ici jusqu’à ce que vous ouvriez le dossier.
outcome-told-not-fixed = Rouvert par l’habitant
outcome-told-partly = Réglé en partie, dit l’habitant

units-partly = En partie, dit l’habitant
units-silent = Sans réponse de l’habitant en 30 jours
units-claimed = L’habitant peut encore répondre
units-fewer = moins de { $least }
units-at-least = au moins { $number }
units-conduct = Plaintes sur la conduite de la police
units-conduct-median = Une sur deux a eu une réponse en { $span } ou moins.
units-conduct-how = Une année, jusqu’au { $day }. Elles vont au contrôle, jamais à l’unité. Le nombre est dit de 5 en 5.
units-sealed-only = Ce bureau reçoit seulement des dossiers protégés. Aucun n’est compté en public.
units-district = Dans tout le district
units-threats = Habitants menacés après un signalement
units-district-how = Une année, jusqu’au { $day }. Sous 5, le nombre n’est pas dit.
