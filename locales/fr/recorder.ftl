### The recorder of a voice note.

recorder-start = Enregistrer ma voix
recorder-stop = Arrêter
recorder-play = Écouter
recorder-drop = Effacer cet enregistrement
recorder-left = Secondes qui restent :
recorder-no = Le micro ne répond pas ou n’est pas permis. Vous pouvez choisir un son déjà enregistré.
