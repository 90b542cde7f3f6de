notebook-title = Carnet
notebook-lede = Pour préparer entre vous. Aucune autre partie ne lit ce carnet, et aucun dossier ni export ne le contient.
notebook-readers = Le lisent aujourd’hui : { $names }.
notebook-why = Qui peut le lire, et pourquoi le journal n’en dit rien
notebook-why-parties = Seules les personnes invitées au titre de votre partie, dans cette organisation, ouvrent cette page : ni les autres parties, ni la personne qui administre l’instance. Qui est invité au titre de votre partie se voit dans « Personnes ».
notebook-why-journal = Rien de ce carnet n’est inscrit au journal, pas même qu’une note a été écrite : toutes les parties le lisent, et une date suffit à trahir une préparation.
notebook-why-machine = Une limite : qui tient la machine et sa base de données pourrait y lire ces notes. N’y écrivez pas ce qui mettrait quelqu’un en danger.
notebook-write = Noter
notebook-new = Note
notebook-new-hint = Une question à poser, un point à vérifier, une limite à tenir.
notebook-send = Écrire dans le carnet
notebook-written = C’est noté, pour votre partie seulement.
notebook-removed = La note est retirée. Elle peut revenir pendant trente jours.
notebook-restored = La note est revenue.
notebook-notes = Les notes
notebook-empty = Rien encore. Une question pour la prochaine réunion est un bon début.
notebook-signed = { $name }, le { $day }
notebook-changed = { $signed } ; modifiée le { $day }
notebook-former-member = une personne qui n’est plus là
notebook-edit = Modifier la note
notebook-edit-title = Ses mots
notebook-words = Note
notebook-save = Enregistrer
notebook-back = Revenir au carnet
notebook-remove = Retirer la note
notebook-stale = Quelqu’un de votre partie a modifié cette note entre-temps. Ses mots sont au-dessus, les vôtres sont restés ici : gardez ce qui convient, puis enregistrez.
notebook-kept = Ce qui est enregistré
notebook-take = Emporter le carnet (fichier texte)
notebook-print = Pour l’imprimer, utilisez « Imprimer » de votre navigateur : seules les notes sortent.
notebook-removed-list = { $count ->
    [one] Une note retirée
   *[other] { $count } notes retirées
}
notebook-erased-after = effacée après le { $day }
notebook-restore = Reprendre la note
notebook-file-title = Carnet : { $project }
notebook-file-says = { $party }. Emporté le { $day }. Ce fichier n’est plus protégé par Trinôme : gardez-le où vous seul le lisez.
notebook-file-name = carnet-{ $day }
