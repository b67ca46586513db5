### « Patrouille vue »: a code on a wall lets anyone confirm that a patrol came by.

seen-title = Patrouille vue
seen-lead = Vous avez vu une patrouille passer ici ? Tapez le code de l’affiche.
seen-code = Code de l’affiche
seen-code-help = Six chiffres.
seen-confirm = J’ai vu une patrouille
seen-unknown = Ce code n’est pas connu. Regardez encore l’affiche.
seen-thanks = Merci.
seen-thanks-why = C’est compté avec les autres, par semaine.
seen-home = Retour à l’accueil
seen-kept = Pas de nom, pas de compte. Nous ne gardons rien de votre téléphone, ni l’heure : seulement un nombre par semaine.

seen-walls = Codes sur les murs
seen-walls-why = Une affiche au marché ou à l’école, avec un code court. Qui voit passer une patrouille le tape. Les nombres se lisent par semaine, une semaine plus tard, à côté de votre carnet.
seen-make = Faire une affiche
seen-place-help = Là où l’affiche sera collée : entrée du marché, portail de l’école…
seen-none = Pas encore d’affiche.
seen-made = Depuis
seen-in-use = En service
seen-ended = Retiré
seen-ended-why = Ce code est retiré : il ne compte plus rien.
seen-poster = Affiche à imprimer
seen-poster-why = Imprimez cette page en A4 ou en A5 et collez-la à l’endroit dit.
seen-poster-ask = Une patrouille est passée ? Dites-le.
seen-poster-how = Tapez ce code sur :
seen-poster-safe = Sans nom, sans compte. Rien n’est gardé de votre téléphone.
seen-withdraw = Retirer ce code
seen-withdraw-why = Si l’affiche est perdue ou si quelqu’un en abuse. Ce qui a été compté reste.
seen-count = Vues par les habitants
seen-count-why = Ce que des habitants ont confirmé par le code d’une affiche. Moins de cinq : « <5 ».
seen-say = J’ai vu une patrouille
