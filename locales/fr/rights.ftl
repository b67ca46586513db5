### One's own data: seeing it, having it corrected or erased; and how long things are kept.

rights-link = Tout ce que vous avez sur moi
rights-title = Ce que nous avons sur vous
rights-lead = Voici tout ce qui est gardé. Vous pouvez imprimer cette page.
rights-number = Numéro
rights-no-name = rien : vous n’avez pas donné de nom
rights-name = { $steps ->
    [0] donné, scellé, jamais demandé
    [one] donné, scellé ; { $steps } étape de garde, voir plus bas
   *[other] donné, scellé ; { $steps } étapes de garde, voir plus bas
}
rights-closed = Clos
rights-key = Code
rights-key-dates = Empreinte du { $made }. Dernière ouverture : { $seen }
rights-agreed = Accepté
rights-notes = { $count ->
    [one] Et une ligne interne à l’unité, qui n’est pas montrée.
   *[other] Et { $count } lignes internes à l’unité, qui ne sont pas montrées.
}
rights-nothing-else = Rien d’autre n’est gardé : ni adresse du réseau, ni marque du téléphone.
rights-password = une empreinte, personne ne peut le lire
rights-since = Ouvert
rights-signed-in = Dernière connexion
rights-sessions = Appareils connectés
rights-places = Places gardées à des forums
rights-posts = Messages aux discussions
rights-earlier = Versions d’avant de ces messages
rights-granted-roles = Rôles demandés, accès redonnés
rights-pairs = Clés de ce qui est scellé pour vous
rights-questions = Questions pour des forums
rights-backed = « Moi aussi », questions appuyées
rights-standings = Décisions d’un comité sur vos messages
rights-work = Actes faits dans un rôle
rights-requests = Mes demandes
rights-ask = Demander
rights-ask-why = Vous recevez un numéro et une date. L’administration répond avant cette date, ici même.
rights-correction = Corriger
rights-erasure = Effacer
rights-new-words = Le texte juste
rights-new-words-help = Il remplace l’ancien, qui n’est pas gardé. L’administration ne le lit pas ; s’il est public, le comité le relit.
rights-why = Votre demande, avec vos mots
rights-why-help = L’administration lit ceci : n’écrivez pas ce qui doit rester secret.
rights-why-sealed = Scellé avec le reste : l’administration voit ce que vous demandez, jamais ce que vous écrivez.
rights-ask-correction = Demander la correction
rights-ask-erasure = Demander l’effacement
rights-erasure-what = Vos mots, le repère, vos messages et votre nom disparaissent. Restent le numéro, les dates et le sujet, pour que les chiffres restent vrais.
rights-erasure-account = Votre compte est fermé, son nom et sa connexion disparaissent, et les mots de ce que vous avez signalé avec lui. Vos messages aux discussions sont vidés, votre nom sort des listes des forums. Restent, sans nom : les places prises, les questions que tout le monde lit, les décisions, et ce que vous avez fait dans un rôle.
rights-asked-on = Demandé le { $date }.
rights-due-on = Réponse due avant le { $date }.
rights-waiting = En attente
rights-granted = Fait
rights-refused = Refusé
rights-gone-asked = effacé à la demande de la personne
rights-gone-time = effacé : le temps de garde est passé
rights-event-erased = Texte effacé à la demande de la personne
rights-event-purged = Texte effacé : le temps de garde est passé
rights-event-corrected = Texte corrigé à la demande de la personne
rights-event-refused = Réponse donnée à une demande sur les données
rights-holds-role = Ce compte tient encore un rôle : finissez-le d’abord.

rights-desk = Demandes sur les données
rights-desk-lead = Corriger ou effacer. Le texte des dossiers n’est pas montré ici.
rights-none = Aucune demande n’attend.
rights-answered = Répondues
rights-about = Sur
rights-of-account = un compte
rights-asked = Demandé
rights-due = Réponse due
rights-said = Ce que dit la personne
rights-answer = Votre réponse
rights-answer-help = La personne la lit. En cas de refus, dites pourquoi.
rights-grant-erasure = Accepter efface tout de suite et pour toujours. Rien ne peut être rendu.
rights-grant-correction = Accepter met le nouveau texte à la place de l’ancien. Vous ne le voyez pas.
rights-grant = Accepter
rights-refuse = Refuser

purge-title = Temps de garde
purge-lead = Combien de jours chaque chose est gardée. Les chiffres publics ne changent pas quand quelque chose est effacé.
purge-identity = Noms scellés
purge-identity-help = Jours après la clôture du dossier.
purge-words = Mots des dossiers non publics
purge-words-help = Jours après la clôture. Vide : gardés.
purge-request = Mots des demandes sur les données
purge-request-help = Jours après la réponse. Vide : gardés.
purge-original = Originaux de ce qui est masqué
purge-original-help = Jours après le masquage.
purge-answer = Temps pour répondre à une demande
purge-answer-help = Jours. C’est la date donnée à la personne.
purge-sound = Messages vocaux
purge-sound-help = Jours après leur transcription ou la clôture.
purge-meeting-names = Noms sans compte sur les listes des réunions
purge-meeting-names-help = Jours après la réunion. Le nombre de présents reste. Vide : gardés.
purge-account-idle = Comptes d’habitants sans visite
purge-account-idle-help = Jours après la dernière connexion, 30 au moins. Le compte est fermé, son nom effacé. Vide : gardés.
purge-save = Enregistrer
purge-due = À effacer aujourd’hui
purge-n-identities = noms
purge-n-openings = ouvertures terminées
purge-n-words = textes
purge-n-requests = demandes
purge-n-originals = originaux
purge-n-sounds = messages vocaux
purge-n-lists = listes de réunions
purge-n-accounts = comptes
purge-daily = Le programme le fait une fois par jour. « sigida purge » le fait tout de suite.
