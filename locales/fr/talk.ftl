### The discussion: threads and posts (src/talk).

## A thread

talk-title = On en parle : { $title }
talk-empty = Personne n’a encore écrit.
talk-hidden = Message caché par le comité : { $reason }
talk-locked = Discussion fermée le { $date }. Raison : { $reason }
talk-write = Votre message
talk-write-help = Tout le monde peut le lire. N’accusez personne par son nom. Aucun numéro de téléphone.
talk-as = Vous écrivez comme : { $voice }. Votre nom n’est pas montré.
talk-send = Envoyer
talk-login = Pour écrire, connectez-vous. Pour lire, ce n’est pas nécessaire.
talk-login-go = Se connecter
talk-not-yours = Cette réunion est réservée. Seules les personnes inscrites et le comité peuvent lire et écrire ici.
talk-hide = Cacher
talk-hide-go = Cacher ce message
talk-restore = Montrer de nouveau
talk-lock = Fermer la discussion
talk-unlock = Rouvrir la discussion
talk-back-area = Ce quartier
talk-back-concern = La préoccupation
