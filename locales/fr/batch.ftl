### Several files at once, and the lists an officer keeps (src/concerns/desk/batch.rs, filters.rs).

batch-title = Agir sur les dossiers cochés
batch-help = Chaque dossier est traité à part. La page suivante dit lesquels sont faits, et lesquels non.
batch-tick = Cocher
batch-tick-one = Cocher { $number }
batch-none = Cochez au moins un dossier.
batch-many = Au plus 40 dossiers à la fois.
batch-answer = Répondre avec ce modèle
batch-answer-help = Chacun le reçoit dans sa langue, avec les faits de son dossier. Tous ceux qui lisent le dossier lisent la réponse.
batch-assign = Confier
batch-urgent = Marquer urgent
batch-usual = Ne plus marquer urgent
batch-other-kind = Ce modèle n’est pas pour ce sujet.
batch-already = C’est déjà fait.
batch-done = { $count ->
    [one] 1 dossier fait
   *[other] { $count } dossiers faits
}
batch-refused = { $count ->
    [one] 1 dossier refusé
   *[other] { $count } dossiers refusés
}
batch-back = Revenir aux dossiers

filters-title = Mes listes
filters-lead = Elles sont à vous seul. Personne d’autre ne les voit.
filters-manage = Gérer
filters-keep-this = Garder cette liste
filters-name = Nom de la liste
filters-name-help = Par exemple : Banconi en retard.
filters-keep = Garder
filters-rename = Nom
filters-drop = Supprimer
filters-empty = Aucune liste gardée. Choisissez un onglet ou cherchez, puis « Garder cette liste ».
filters-whole = Choisissez d’abord un onglet ou une recherche.
filters-taken = Une de vos listes a déjà ce nom.
filters-many = Vous gardez déjà 8 listes. Supprimez-en une d’abord.
