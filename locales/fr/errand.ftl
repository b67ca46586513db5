### A referral to a service: on paper, how long it has to say whether it takes it, and where the concern is (src/concerns/desk/sheet.rs).

errand-at = Transmis à :
errand-waits = Le service n’a pas encore répondu.
errand-taken = Le service s’en occupe.
errand-accepted-paper = Accepté sur papier par : { $service }
errand-refused-paper = Rendu sur papier par : { $service }
errand-sheet = Feuille pour le service
errand-enter = Noter la réponse du service
errand-enter-help = Personne ne se connecte pour ce service : recopiez ce qu’il a écrit sur la feuille.
errand-accepts = Le service accepte
errand-refuses = Le service le rend
errand-title = Demande à un service
errand-print = Imprimez cette page et portez-la au service. Notez ensuite sa réponse dans le dossier.
errand-number = Dossier
errand-until = Réponse attendue avant le
errand-told = Ce que l’habitant a dit
errand-yes = Nous acceptons (une croix)
errand-no = Nous le rendons (une croix)
errand-words = Ce que nous ferons, ou pourquoi nous le rendons. L’habitant le lit.
errand-function = Fonction et date
errand-sign = Signature et cachet
errand-back = Rendez cette feuille à l’unité. N’y écrivez aucun nom d’habitant.
