### The signed proof of filing, and the page where anybody checks one.

proof-title = Preuve de dépôt
proof-says = Un signalement a été déposé le { $filed }. Numéro { $number }.
proof-use = Ce papier n’ouvre rien et ne dit rien du sujet. N’importe qui peut le vérifier : Sigida → Suivre → Vérifier une preuve. Jour à taper : { $day }
proof-own-lead = Vous pouvez la montrer : elle prouve le jour, et ne dit ni le sujet, ni le lieu, ni votre code.
proof-check-title = Vérifier une preuve de dépôt
proof-check-lead = Tapez ce qui est écrit sur le papier. La page répond oui ou non, et rien d’autre.
proof-number = Numéro
proof-day = Jour du dépôt
proof-mark = Signature
proof-mark-help = Les 103 signes, par groupes de quatre. Les espaces ne comptent pas.
proof-check = Vérifier
proof-yes = Oui : un signalement de ce numéro a été déposé ce jour-là.
proof-no = Non : cette signature ne prouve pas cela. Regardez encore chaque signe.
proof-offline = Vérifier sans ce site
proof-offline-how = La signature est Ed25519, écrite en Base32. Elle porte sur trois lignes, chacune suivie d’un saut de ligne :
proof-offline-key = La clé publique :
