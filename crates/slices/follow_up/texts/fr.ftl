follow-title = Suivi
follow-lede = Ce à quoi l’on s’est engagé, ce que l’on mesure, et quand on se retrouve. Rien n’est réglé une fois pour toutes.
follow-none-title = Rien à suivre pour l’instant
follow-none = Un engagement naît d’un article adopté par toutes les parties : il arrive ici avec son indicateur, sa clause de retour et ses trois bilans.
follow-none-go = Voir les accords
follow-next = Prochains bilans
follow-when-today = aujourd’hui
follow-when-late = { $days ->
    [one] en retard de { $days } jour
   *[other] en retard de { $days } jours
  }
follow-when-ahead = { $days ->
    [one] demain
   *[other] dans { $days } jours
  }
follow-hold = Voir ce bilan

follow-commitment = L’engagement
commitment-state-open = en cours
commitment-state-late = échéance passée
commitment-state-kept = tenu
follow-kept = Dit tenu par
follow-said = { $name } ({ $party }), le { $day }
follow-by = { $name } ({ $party })
follow-keep = Dire que l’engagement est tenu
follow-reopen = Dire qu’il n’est pas tenu
follow-keep-note = C’est dit en votre nom et inscrit au journal ; les bilans restent prévus.
follow-done-kept = C’est noté : engagement tenu.
follow-done-reopened = C’est noté : l’engagement est de nouveau en cours.

follow-indicator = L’indicateur
follow-no-reading = Aucune valeur relevée. La première servira de point de comparaison.
follow-threshold = seuil { $value }
follow-past = seuil passé
follow-near = proche du seuil
follow-near-note = à moins d’un cinquième (repère de notre fait)
follow-spark-past = Dernière valeur : { $value }, le { $day }. Le seuil de { $threshold } est passé.
follow-spark-within = Dernière valeur : { $value }, le { $day }. Le seuil est à { $threshold }.
follow-table = { $count ->
    [one] { $count } valeur, en tableau
   *[other] { $count } valeurs, en tableau
  }
follow-table-day = Jour
follow-table-value = Valeur
follow-table-by = Relevée par
follow-corrects = Corrige : { $value }
follow-read = Relever une valeur
follow-value-hint = Un nombre entier.
follow-value-hint-unit = Un nombre entier ; unité : { $unit }.
follow-on = Mesurée le
follow-on-hint = Une seconde valeur pour le même jour corrige la première, qui reste au journal.
follow-on-ahead = Cette date n’est pas encore venue.
follow-read-note = Au-delà du seuil, le retour en arrière est mis aussitôt à l’ordre du jour, et toutes les parties le voient. Une valeur mesurée avant l’engagement sert seulement de point de comparaison.
follow-read-send = Enregistrer la valeur
follow-done-read = La valeur est enregistrée.

follow-call-title = Le retour en arrière est à l’ordre du jour
follow-call = « { $indicator } » : { $value }, pour un seuil de { $threshold }. À réunir au plus tard le { $day } : { $space }.
follow-call-note = Le seuil ouvre une discussion ; il ne décide de rien. Continuer, ajuster, suspendre ou revenir en arrière : les quatre conclusions se valent.
follow-call-hold = Voir cette réunion
follow-finding-text = « { $indicator } » a passé le seuil de l’article { $number } : { $value } le { $day }, pour un seuil de { $threshold }. Le retour en arrière est à l’ordre du jour.
follow-finding-origin = clause de retour de l’article { $number }
follow-review-title-called = Clause de retour, article { $number }

follow-reviews = Les bilans
horizon-short = Bilan à court terme
horizon-medium = Bilan à moyen terme
horizon-long = Bilan à long terme
horizon-called = Réunion demandée par la clause de retour
follow-review-page-title = { $horizon }, article { $number }
follow-review-due = Date prévue : { $day }
follow-held = A eu lieu le { $day }
follow-held-late = A eu lieu le { $day }, { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  } après la date prévue
follow-held-by = { $on }. Parties présentes : { $parties }.
follow-done-review = Le bilan est enregistré.
follow-hold-title = Écrire la conclusion
follow-hold-lede = Trente minutes suffisent d’ordinaire : ce qui était prévu, ce que l’on constate dans le travail, ce que l’on en conclut.
follow-hold-send = Enregistrer la conclusion
follow-held-on = Date
follow-held-ahead = Ce jour n’est pas encore venu.
follow-held-before = L’engagement date du { $day } : un bilan ne peut pas l’avoir précédé.
follow-present = Qui était là
follow-present-hint = La direction et les représentants du personnel, au moins : une partie ne conclut pas seule.
follow-present-both = La direction et les représentants du personnel doivent en être tous deux.
follow-outcome = Conclusion
follow-outcome-hint = Aucune ne vaut mieux qu’une autre.
outcome-continue = Continuer
outcome-hint-continue = L’engagement reste tel quel.
outcome-adjust = Ajuster
outcome-hint-adjust = Un nouvel article dira ce qui change.
outcome-suspend = Suspendre
outcome-hint-suspend = L’outil s’arrête le temps de comprendre.
outcome-go-back = Revenir en arrière
outcome-hint-go-back = On reprend l’organisation d’avant, en tout ou en partie.
follow-note = Ce qui a été constaté, et pourquoi cette conclusion
follow-note-hint = En quelques phrases. Les effets inattendus ont ici toute leur place.
follow-outcome-line = { $outcome }. { $note }
follow-concluded = Ce qui a été conclu
follow-awaited = Bilan à venir
follow-awaited-note = La direction, les représentants du personnel, la partie technique, la prévention ou l’animation peuvent en écrire la conclusion.
follow-looked = Ce que l’on regarde
follow-then-adjust = Ce qui change s’écrit dans un nouvel article, lu et consenti par toutes les parties.
follow-then-go-adjust = Écrire un article
follow-then-suspend = Suspendre reste à faire : la direction met l’outil à l’arrêt, et l’étape du projet suit si elle change.
follow-then-go-suspend = Déclarer la suspension
follow-then-go-back = Le retour reste à faire : la direction fait passer le projet à l’étape « Retrait ou retour en arrière ».
follow-then-go-go-back = Changer l’étape du projet
outcome-abandon = Abandonner
outcome-hint-abandon = Le projet ne va pas plus loin. C’est un résultat du dialogue comme un autre.
follow-then-abandon = L’abandon reste à déclarer : la direction le fait avec sa raison, et dit quand on en reparlera.
follow-then-go-abandon = Déclarer l’abandon
