### Keys of telephones, computers and sticks (WebAuthn, « passkeys ») beside the code of the second step.

passkey-title = Clés d’accès
passkey-lead = Un téléphone, un ordinateur ou une clé USB de sécurité peut répondre à la place du code : par votre doigt, votre visage ou son code secret. Un faux site ne peut pas vous la faire donner.
passkey-beside = La clé s’ajoute au code, elle ne le remplace pas : sans elle, ou avec un navigateur sans JavaScript, vous entrez toujours par le code ou par un code de papier.
passkey-code-first = Mettez d’abord le code à deux étapes en service : c’est lui qui ouvre quand la clé est perdue.
passkey-none = Vous n’avez pas encore de clé d’accès.
passkey-made = Ajoutée le { $day }.
passkey-used = Servie { $ago }.
passkey-unused = Jamais servie.
passkey-remove = Retirer
passkey-remove-help = Retirez la clé d’un téléphone perdu ou rendu. Vos autres connexions se ferment.
passkey-add = Ajouter une clé d’accès
passkey-without = Pour ajouter une clé, il faut un navigateur récent avec JavaScript, et ce site ouvert par { $address }.
passkey-name = Comment l’appelez-vous ?
passkey-name-help = Par exemple « téléphone de service ».
passkey-make = Ajouter
passkey-wait = Répondez sur votre appareil…
passkey-failed = La clé n’a pas répondu. Réessayez, ou rechargez la page.
passkey-known = Cette clé est déjà ajoutée.
passkey-full = Vous avez huit clés, on ne peut pas en avoir plus. Retirez-en une.
passkey-not-made = La clé n’a pas pu être ajoutée, ou la page a attendu trop longtemps. Réessayez.
passkey-use = Utiliser ma clé
passkey-use-help = Votre clé d’accès répond à la place du code.
passkey-wrong = Cette clé n’a pas été reconnue, ou la page a attendu trop longtemps. Réessayez, ou tapez un code.
