### The wall bulletin of a quartier and a month, and the ledger's hash of each day (src/bulletin).

## The bulletin

bulletin-title = Bulletin de { $name }, { $month }
bulletin-link = Bulletin à afficher
bulletin-link-why = Une page A4 par mois, à coller au mur : marché, école, mosquée, mairie.
bulletin-many = Bulletins à afficher
bulletin-print-why = Une page A4, à coller au mur : marché, école, mosquée, mairie.
bulletin-said = Vous avez dit
bulletin-said-count = Préoccupations publiées ce mois : { $n }
bulletin-done = C’est fait
bulletin-done-count = Réglées ce mois : { $n }
bulletin-by-unit = dit l’unité
bulletin-by-resident = l’habitant confirme
bulletin-by-resident-partly = en partie, dit l’habitant
bulletin-not-yet = Pas encore, et pourquoi
bulletin-not-yet-count = Pas réglées : { $n }
bulletin-late = réponse { $late }
bulletin-promises = Promis au comité
bulletin-kept = Tenus ce mois : { $n }
bulletin-kept-some = Tenus ce mois : { $n }. Le dernier :
bulletin-overdue-some = En retard : { $n }. Depuis le plus longtemps :
bulletin-overdue = En retard : { $n }
bulletin-due = promis pour le { $day }
bulletin-meeting = Prochaine réunion
bulletin-meeting-none = Aucune réunion n’est annoncée.
bulletin-calls = Appeler
bulletin-file = Signaler sans téléphone
bulletin-file-how = Allez au comité ou au poste. On vous donne une fiche avec un code. Sans compte, sans dire votre nom.
bulletin-rumour = { $state } : { $answer }
bulletin-patrols = Patrouilles
bulletin-patrols-told =
    { $weeks ->
        [one] { $n } passages en { $weeks } semaine.
       *[other] { $n } passages en { $weeks } semaines.
    }
bulletin-patrols-none = Pas encore dites pour ce mois.
bulletin-patrols-why = Dites une semaine plus tard, sans lieu ni heure.
bulletin-made = Imprimé le { $day }.
bulletin-more = La suite :
bulletin-before = Mois d’avant
bulletin-after = Mois d’après

## The ledger's days

bulletin-ledger-at = Registre au { $day }, { $rows } lignes :
bulletin-ledger-title = Registre scellé
bulletin-ledger-lead = Chaque acte est une ligne du registre. Chaque jour a une empreinte, imprimée sur les bulletins et les procès-verbaux. Si une ligne est changée ou enlevée plus tard, l’empreinte ne correspond plus au papier.
bulletin-ledger-why = Qui tient le serveur refait la preuve avec « { $command } ». Gardez le papier : c’est lui qui prouve.
bulletin-compare = Comparer un papier
bulletin-compare-day = Jour écrit sur le papier
bulletin-compare-hash = Empreinte écrite sur le papier
bulletin-compare-help = Huit groupes de quatre, avec ou sans espaces.
bulletin-compare-go = Comparer
bulletin-compare-slip = Écrivez le jour et les huit groupes de quatre : des chiffres et des lettres de A à F.
bulletin-compare-early = Ce jour n’est pas encore scellé. Le dernier jour scellé est le { $day }.
bulletin-compare-yes = Oui : c’est l’empreinte du registre au { $day }, avec { $rows } lignes.
bulletin-compare-no = Non : ce n’est pas l’empreinte du registre au { $day }. Relisez le papier, puis montrez-le au comité.
bulletin-days = Les jours
bulletin-days-none = Aucun jour n’est encore scellé.
bulletin-day = Jour
bulletin-rows = Lignes
bulletin-hash = Empreinte
bulletin-mark = Signature
bulletin-signed = Signé
bulletin-unsigned = Pas encore signé
bulletin-marks = Toutes les signatures (CSV)
bulletin-marks-why = Gardez ce fichier ailleurs : association, presse, avocat. Qui change le registre plus tard ne peut pas refaire ces signatures : la clé n’est pas dans la base.
bulletin-marks-how = Un jour signé est ce texte de quatre lignes : le titre, le jour, le nombre de lignes, l’empreinte entière. Sa signature Ed25519 est en Base64 dans le fichier.
bulletin-marks-key = La clé publique
