### Photos, voice notes and recorded sounds.

## Filing

media-photos = Photos
media-photos-help = Quatre au plus. Nous enlevons de chaque photo le lieu, la date et le nom de l’appareil. Ne montrez pas de visage.
media-voice = Message vocal
media-voice-help = Une minute au plus, à la place du texte ou avec lui. Votre voix peut vous faire reconnaître : seule l’unité qui répond l’écoute. Elle l’écrit, puis le son est effacé.
media-again = Vos fichiers ne sont pas restés dans cette page. Choisissez-les encore une fois.
media-voice-refused = Le message vocal n’a pas pu être pris. { $why } Écrivez ce qui se passe, ou enregistrez encore.
media-voice-only = Message vocal. Il n’est pas encore écrit.
media-turned = Des fichiers n’ont pas été pris
media-turned-why = Votre signalement est parti quand même.
media-took-photos = { $count ->
    [one] Une photo est partie avec lui.
   *[other] { $count } photos sont parties avec lui.
}
media-took-voice = Votre message vocal est parti avec lui.
media-file = « { $name } »

## Why a file was not taken

media-too-large = Ce fichier est trop lourd.
media-too-many = C’est trop de fichiers : quatre photos et un message vocal au plus.
media-not-a-picture = Ce n’est pas une photo que nous savons lire (JPEG, PNG ou WebP).
media-too-many-pixels = Cette image est trop grande. Envoyez-la plus petite.
media-truncated = Ce fichier n’est pas entier.
media-not-a-sound = Ce n’est pas un enregistrement que nous savons lire.
media-too-long = Il dure plus longtemps que ce que nous prenons.
media-too-slow = Le serveur a trop à faire pour ce fichier. Envoyez-le plus tard.
media-not-kept = Le serveur n’a pas pu le garder. Envoyez-le plus tard.

## Showing

media-photo = Photo { $number }
media-sealed = sous scellé
media-seconds = { $seconds } s
media-listen = Écouter
media-download = Télécharger le son
media-sound-gone = Le son a été effacé, comme prévu.
media-said = Ce qui est dit
media-transcribe = Écrire ce qui est dit
media-transcribe-again = Corriger ce qui est écrit
media-transcribe-help = Mot pour mot, sans nom ni numéro de téléphone. Seul ce texte peut être publié. Le son est effacé plus tard.
media-choose = Ce que tout le monde peut voir
media-choose-help = Cochez ce qui peut être montré. Pas de visage, pas de plaque, pas de porte de maison.
media-choose-photo = Montrer la photo { $number }
media-choose-words = Montrer ce texte, écrit d’après le message vocal
media-choose-save = Enregistrer ce choix
media-unwritten = Ce message est seulement vocal. L’unité doit d’abord l’écrire : on ne publie que du texte.
event-transcribed = A écrit le message vocal
refusal-not-written = Ce message vocal n’est pas encore écrit. On ne publie que du texte. Écrivez-le d’abord, ou demandez-le à l’unité.

## The recorded sound of a kind

media-sounds = Son enregistré
media-sounds-help = Une personne lit le nom du sujet. On l’écoute sur la page où l’on choisit. 40 ko au plus, une minute au plus.
media-sound-file = Son : { $language }
media-sound-missing = manque
media-sound-set = Envoyer ce son
media-sound-drop = Enlever ce son
media-sound-choose = Choisissez un fichier de son.
media-sound-too-large = Ce son pèse plus de { $most } ko. Enregistrez-le plus court, ou en qualité téléphone.
prompts-title = Phrases à écouter
prompts-sound = { $sentence } – { $language }
prompts-lead = Une personne lit chaque phrase, une fois en français, une fois en bambara. Qui ne lit pas l’écoute sur la page. 120 ko et une minute au plus.
media-kind-listen = Écouter : { $kind }
