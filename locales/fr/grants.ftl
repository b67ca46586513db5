### Roles over the district, given by two people.

grants-title = Rôles à confirmer
grants-lead = L’administration et le contrôle voient tout le district. Une personne les demande, une autre décide. Sans décision après 7 jours, la demande tombe.
grants-waiting = En attente
grants-none = Aucun rôle n’attend.
grants-asked = Demandé par { $name }, le { $day }
grants-grant = Accorder
grants-refuse = Refuser
grants-other = Une autre personne décide : une autre administratrice, un autre administrateur ou le contrôle.
grants-past = Décidés
grants-granted = Accordé par { $name }, le { $day }
grants-refused = Refusé par { $name }, le { $day }
grants-lapsed = Tombé sans décision
grants-ask-help = Ce rôle attend la décision d’une deuxième personne.
grants-waits = { $role } : attend une deuxième personne
grants-home = { $count ->
    [one] Un rôle attend une deuxième personne.
   *[other] { $count } rôles attendent une deuxième personne.
}
grants-own-role = Personne ne se donne un rôle : une autre administratrice ou un autre administrateur le fait.
grants-both-keys = La même personne ne change pas le mot de passe et ne retire pas le code : elle pourrait entrer à sa place. Une autre personne fait l’un des deux.
