### What is kept on the phone while there is no network.

offline-title = Sur ce téléphone
offline-waiting = Pas encore envoyé
offline-waiting-why = Il n’y a pas de réseau. Ce que vous avez écrit attend sur ce téléphone, un jour au plus, et part dès que le réseau revient. Vous pouvez fermer cette page. Revenez pour lire votre code.
offline-held = Il n’y a pas de réseau : rien n’est parti.
offline-held-why = Un nom, un numéro, un point exact ou le code d’un ticket ne se gardent pas sur un téléphone. Laissez cette page ouverte et envoyez quand le réseau revient, ou enlevez-les.
offline-shared = Qui prend ce téléphone peut le lire. « Effacer » ou « Quitter vite » l’enlève : alors il ne sera pas envoyé.
offline-send = Essayer maintenant
offline-wipe = Effacer de ce téléphone
offline-answer = Ce qui attendait est parti. La réponse est là.
offline-see = Voir la réponse et le code
offline-look = Regarder
offline-none = Rien n’attend d’être envoyé.
offline-draft = Vous avez gardé un brouillon sur ce téléphone.
offline-resume = Reprendre
offline-keep = Garder ce brouillon
offline-keep-why = Il reste sur ce téléphone un jour au plus. Qui prend le téléphone peut le lire. « Quitter vite » l’efface.
offline-kept = Brouillon gardé sur ce téléphone.
