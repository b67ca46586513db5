### Who filed: giving one's name, how it is sealed, asking to open it, granting, opening.

person-title = Donner mon nom ou mon numéro
person-why = Rien n’est obligatoire. Ce que vous mettez ici est scellé : la police ne le voit pas. Pour l’ouvrir, l’unité doit donner sa raison au contrôle, qui accepte ou refuse. Vous verrez chaque demande.
person-none = Personne n’est encore chargé de garder les noms : cette partie n’est pas ouverte. N’écrivez ni nom ni numéro ailleurs.
person-name = Mon nom
person-phone = Mon numéro
person-phone-slip = Un numéro de téléphone, par exemple 76 00 00 00.
person-point = Garder aussi le point exact : il est scellé, ni public ni lu par la police
person-seal-none = Personne ne peut garder votre nom en ce moment. Effacez-le, puis envoyez.

custody-title = Nom de l’habitant
custody-fact = Nom de l’habitant
custody-known = donné, scellé
custody-gone-fact = donné, puis effacé
custody-sealed = L’habitant a donné son nom, son numéro ou son point exact. C’est scellé.
custody-rule = Le contrôle l’ouvre si votre raison est bonne. Votre demande, la réponse et chaque ouverture restent dans le dossier pour toujours. L’habitant les voit.
custody-erased = L’habitant avait donné son nom ou son numéro. C’est effacé depuis le { $date }.
custody-ask = Demander à l’ouvrir
custody-reason = Raison
custody-reason-help = Pourquoi ce dossier ne peut pas avancer sans le nom. Le contrôle lit cette raison.
custody-ask-send = Demander
custody-waits = Votre demande attend le contrôle.
custody-was-refused = Votre dernière demande a été refusée.
custody-granted = Le contrôle a accepté
custody-until = Vous pouvez l’ouvrir avant le { $date }. Chaque ouverture est inscrite.
custody-open = Ouvrir
custody-password = Votre mot de passe
custody-password-help = Il ouvre votre clé, qui n’est gardée nulle part sans lui.
custody-password-grant = Pour accepter seulement : il ouvre votre clé.
custody-steps = Demandes et ouvertures
custody-steps-why = Rien ne s’efface ici.
custody-step-asked = Ouverture du nom demandée
custody-step-granted = Ouverture du nom acceptée
custody-step-refused = Ouverture du nom refusée
custody-step-opened = Nom ouvert
custody-step-erased = Nom effacé
custody-name = Nom
custody-phone = Téléphone
custody-point = Point exact
custody-opened-rule = Ne copiez rien dans le dossier ni ailleurs. Cette ouverture est inscrite.
custody-close = Refermer
custody-same-person = C’est vous qui avez demandé : une autre personne décide.
custody-gone = Ce nom n’est plus là, ou votre clé ne l’ouvre pas.

custody-queue = Garde des noms
custody-queue-lead = Qui demande à savoir qui a signalé, et pourquoi. Vous acceptez ou refusez, avec une raison.
custody-waiting-list = À décider
custody-none = Aucune demande n’attend.
custody-waiting = À décider
custody-over = Acceptée, terminée
custody-decided = Décidées
custody-asked = Demande d’ouverture
custody-who = Qui demande
custody-when = Quand
custody-decide = Votre décision
custody-decision-reason = Pourquoi
custody-decision-help = L’unité lit cette raison. Elle reste dans le dossier.
custody-grant-rule = Acceptée, l’ouverture dure 7 jours, pour cette personne seulement.
custody-grant = Accepter
custody-refuse = Refuser
custody-keys = Qui garde les clés
custody-keys-why = Chaque nom est scellé à toutes ces personnes. Un mot de passe remis à zéro donne une clé neuve, qui n’ouvre pas encore les anciens noms.
custody-key-there = a une clé
custody-key-none = pas encore de clé, elle se fait à la prochaine connexion
custody-lacking = { $count ->
    [one] Un nom n’est pas encore ouvert à tous les gardiens.
   *[other] { $count } noms ne sont pas encore ouverts à tous les gardiens.
}
custody-reseal-why = Sceller de nouveau, à toutes les clés d’aujourd’hui, ce que la vôtre ouvre. Aucun nom n’est montré.
custody-reseal = Sceller pour tous les gardiens
