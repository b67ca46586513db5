### Following (R19): the feed of a place, what an account follows, one's own concern opened from the account.

following-title = Mes suivis
following-menu = Mes suivis
following-lead = Ce qui a changé dans les signalements publics et les lieux que vous suivez, ces 60 derniers jours.
following-count =
    { $count ->
        [one] { $count } nouveauté
       *[other] { $count } nouveautés
    }
following-none = Rien n’a changé dans ce que vous suivez.
following-nothing = Vous ne suivez rien encore. Ouvrez un signalement ou un quartier, et choisissez « Suivre ».
following-look = Voir les signalements
following-what = Vous suivez
following-follow = Suivre
following-unfollow = Ne plus suivre
following-follow-area = Suivre ce lieu
following-follows = Vous suivez ceci : ce qui change est dans « Mes suivis ».
following-many = C’est trop : retirez d’abord quelque chose de ce que vous suivez.
following-feed = Fil Atom de ce lieu
following-feed-why = Pour un lecteur de fils : ce qui est publié ici et ce que la police répond.
following-feed-title = Sigida : { $place }
following-feed-act = Dernier acte de la police : { $day }
following-feed-no-act = La police n’a pas encore répondu
following-own-open = Ouvrir
