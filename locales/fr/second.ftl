### The second step of signing in: a code of the telephone, or of paper.

second-title = Code à deux étapes
second-lead = En plus du mot de passe, vous tapez six chiffres que montre votre téléphone. Qui vole le mot de passe n’entre pas.
second-needed = Votre rôle touche aux paroles des habitants. Protégez-le d’abord : un code à deux étapes est obligatoire.
second-code-lead = Ouvrez l’application de codes de votre téléphone et tapez les six chiffres.
second-code = Code à six chiffres, ou code de papier
second-code-help = Téléphone perdu ? Tapez un des codes que vous avez écrits sur papier.
second-enter = Entrer
second-back = Revenir au mot de passe
second-wrong = Ce code n’est pas bon, ou il a déjà servi. Attendez le code suivant.
second-start-again = Trop de codes faux. Tapez de nouveau votre mot de passe.
second-changed = Votre compte vient de changer. Tapez de nouveau votre mot de passe.
second-paper-spent = Vous êtes entré par un code de papier : il ne sert plus. Rayez-le.
second-off = Pas encore en service.
second-begin = Commencer
second-paper-only = Pas d’application sur votre téléphone ?
second-paper-help = Vous pouvez entrer par dix codes de papier. Chacun ouvre une fois ; avant le dernier, faites-en de nouveaux ici.
second-paper-go = Entrer par des codes de papier
second-app = 1. Mettez une application de codes sur votre téléphone : FreeOTP+, Aegis ou Google Authenticator. Elle marche sans réseau.
second-scan = 2. Dans l’application, lisez cette image.
second-open = Ou ouvrez-la sur ce téléphone
second-type = Ou tapez cette clé dans l’application :
second-confirm-lead = 3. Tapez les six chiffres qu’elle montre.
second-confirm-code = Code à six chiffres
second-confirm = Mettre en service
second-on = En service depuis le { $day }.
second-left = { $count ->
    [0] Il ne reste aucun code de papier. Faites-en de nouveaux.
    [one] Il reste un code de papier.
   *[other] Il reste { $count } codes de papier.
}
second-renew = Nouveaux codes de papier
second-renew-help = Les anciens ne serviront plus.
second-remove = Retirer
second-keys-go = Si vous retirez le code, vos clés d’accès partent avec lui.
second-change = Changer de téléphone
second-new-phone = Nouveau téléphone ? Retirez d’abord l’ancien par un de ses codes ou un code de papier, puis commencez avec le nouveau. Tout est perdu ? Demandez à un administrateur.
second-papers-title = Vos codes de papier
second-papers-lead = Écrivez-les ou imprimez-les maintenant : cette page ne revient pas. Chacun ouvre une fois, quand le téléphone est perdu.
second-papers-alone = Écrivez-les ou imprimez-les maintenant : cette page ne revient pas. Chaque fois que vous vous connectez, vous en tapez un après le mot de passe. Chacun ouvre une fois : rayez-le.
second-papers-keep = Gardez le papier loin du téléphone. Ne le donnez à personne, ni à un chef ni à un administrateur.
second-papers-done = C’est écrit
second-admin = Code à deux étapes
second-admin-on = En service
second-admin-off = Pas en service
second-admin-help = Téléphone et papier perdus ? Vérifiez d’abord, en face, que c’est bien cette personne. Son code et ses clés d’accès sont retirés ; elle en fait de nouveaux à sa prochaine entrée.
second-admin-go = Retirer le code à deux étapes

## A proof once more, before a dangerous deed.
again-title = Est-ce bien vous ?
again-why = Ce que vous ouvrez peut faire du mal dans de mauvaises mains. Un téléphone prêté ou volé ne doit pas suffire.
again-go = Continuer

## The open sessions.
sessions-title = Mes connexions ouvertes
sessions-lead = Chaque téléphone ou ordinateur où vous êtes entré. Nous ne notons ni l’appareil ni son adresse : reconnaissez-les à l’heure.
sessions-since = Ouverte le { $when }
sessions-seen = Dernière page : { $ago }
sessions-here = Celle-ci
sessions-end = Fermer
