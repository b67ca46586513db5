### The bilan of a unit (src/bilan), and what it lacked (src/concerns/causes.rs).

bilan-title = Bilan
bilan-quarter =
    { $quarter ->
        [1] 1er trimestre { $year }
       *[other] { $quarter }e trimestre { $year }
    }
bilan-period = Période
bilan-month = Mois
bilan-by-quarter = Trimestre
bilan-year = Année
bilan-before = Période d’avant
bilan-after = Période d’après
bilan-made = fait le { $day }
bilan-part = Partie
bilan-what = Quoi
bilan-number = Nombre
bilan-measure = Mesure
bilan-patrols = Patrouilles
bilan-n-patrols = Patrouilles terminées
bilan-patrol-minutes = Temps dehors
bilan-stops = Arrêts
bilan-stop-minutes = Temps aux arrêts
bilan-quartiers = Quartiers visités
bilan-concerns = Préoccupations
bilan-received = Reçues
bilan-resolved = Réglées, dit l’unité
bilan-unresolved = Closes sans être réglées
bilan-open = Encore ouvertes à la fin
bilan-pace = Délais
bilan-to-chief = Montées au chef d’unité
bilan-to-district = Montées au district
bilan-meetings = Réunions des comités
bilan-n-meetings = Tenues
bilan-with-minutes = Avec un compte rendu public
bilan-commitments = Engagements de l’unité
bilan-promised = Pris
bilan-kept = Tenus, signés des deux côtés
bilan-abandoned = Abandonnés
bilan-overdue = En retard à la fin
bilan-how = Compté par le programme, sans les dossiers protégés ni les plaintes sur la police.
bilan-sign = Date et signature du chef d’unité :
bilan-csv = Le même en CSV
bilan-ods = Le même pour LibreOffice (ODS)
bilan-recorded = Chaque fichier pris est noté au registre.

cause-title = Pas de moyens, autre service
cause-fuel = Pas de carburant
cause-vehicle = Pas de véhicule
cause-staff = Pas assez d’agents
cause-other-body = Le travail d’un autre service
cause-choose = Ce qui manque
cause-help = Si la raison est « Pas de moyens ». C’est compté en public, par unité.
cause-missing = Dites ce qui manque : carburant, véhicule ou agents.
cause-delay = Dire pourquoi ça attend
cause-delay-words = Ce que l’habitant doit savoir
cause-delay-help = Tous les lecteurs du dossier le lisent. Le délai continue de courir.
cause-event = En attente : { $cause }
cause-public = Ce qui a manqué depuis un an
cause-forum = Ce qui a manqué aux unités de la commune depuis un an
