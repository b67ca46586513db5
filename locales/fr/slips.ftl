### Slips: the field when filing, sheets on paper, their administration. A « ticket » is a code on paper.

slips-have = J’ai déjà un ticket
slips-code = Le code de votre ticket
slips-code-help = Les 16 chiffres à l’intérieur. Votre ticket ouvrira alors ce signalement.
slips-is-code = Votre code est celui de votre ticket.
slips-keep = Gardez-le : sans lui, personne ne peut retrouver votre signalement.
slips-used = Ce ticket a déjà servi. Prenez-en un autre, ou laissez le champ vide : vous recevrez un code.
slips-void = Ce ticket a été annulé. Demandez-en un autre, ou signalez sans ticket.
slips-unknown = Aucun ticket n’a ce numéro. Regardez encore votre ticket.
slips-no-concern = Ce ticket n’a pas encore de dossier. Signalez d’abord, puis tapez-y ce code.
slips-shown = Cette planche a déjà été montrée, et ne l’est qu’une fois. Si elle n’a pas été imprimée, annulez-la et imprimez-en une autre.
slips-length-or-serial = Tapez le numéro du ticket, par exemple 12-3, ou ses 16 chiffres.

## On paper

slips-paper = Ticket pour signaler sans nom. Ouvrez-le seul.
slips-paper-use = Pour lire la réponse : Sigida → Suivre. Ne montrez ce code à personne.

## Administration

slips-title = Tickets
slips-lead = Des codes imprimés d’avance, pour ceux qui signalent par un relais ou au bureau. Pliez et agrafez chaque ticket avant de le donner.
slips-unused = pas utilisés
slips-used-state = utilisés
slips-void-state = annulés
slips-print = Imprimer des planches
slips-sheets = Combien de planches ?
slips-sheets-help = Une page A4 porte 8 tickets. Dix pages au plus.
slips-print-do = Montrer les planches
slips-sheet = Planche
slips-sheet-number = Planche { $number }
slips-made = Imprimée
slips-serial = Ticket
slips-gone = Les codes ne sont plus ici : seul le papier les porte.
slips-void-do = Annuler
slips-void-all = Annuler tous ceux qui restent
slips-once = Ces codes ne sont montrés que maintenant.
slips-how = Imprimez sans quitter cette page. Coupez, pliez le code à l’intérieur, agrafez.
slips-printed = C’est imprimé
