### The public list of concerns and the page of one.

concerns-search = Chercher
concerns-place = Quartier
concerns-everywhere = Partout
concerns-kind = Sujet
concerns-state = État
concerns-all = Tous
concerns-late = En retard
concerns-latest = Les plus récentes d’abord
concerns-none = Rien ne correspond. Essayez un autre mot ou un autre quartier.
concerns-none-yet = Rien n’est encore publié.
concerns-see-all = Voir tout
concerns-every = Toutes les préoccupations
concerns-happened = Ce qui s’est passé
concerns-filed = Reçu le
concerns-unit = Unité de police
concerns-reason = Pourquoi c’est clos
concerns-resident-says = L’habitant dit
concerns-silent = rien pour le moment
