### The page of an error, giving back what was typed.

kept-title = Ce que vous avez écrit
kept-why = Rien n’est perdu. Vous pouvez le corriger, le copier, ou essayer encore.
kept-copy = Rien n’est perdu : vous pouvez le copier.
kept-again = Essayer encore
kept-typed = Vous avez écrit
kept-answer = Votre réponse
kept-question = Votre question
kept-note = Votre note
kept-message = Votre message
kept-reason = La raison
kept-name = Le nom
kept-secret = Votre code ou mot de passe, encore une fois
kept-files = Les photos et les sons ne sont pas gardés ici. Retournez au formulaire pour les joindre de nouveau.

error-sign-in-title = Connectez-vous d’abord
error-sign-in = Votre session est finie. Connectez-vous dans l’autre page qui s’ouvre, puis revenez ici.
