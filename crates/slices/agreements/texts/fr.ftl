# Le texte du projet
agreements-title = Accords
agreements-default-title = Accord de méthode
agreement-kind-method-agreement = Accord de méthode
agreement-kind-charter = Charte
agreement-kind-action-plan = Plan d’action
agreements-begun = commencé le { $day }
agreements-counts = { $adopted ->
    [0] aucun article adopté
    [one] { $adopted } article adopté
   *[other] { $adopted } articles adoptés
  }, { $open ->
    [0] aucun en discussion
   *[other] { $open } en discussion
  }
agreements-write = Écrire un article
agreements-write-without = Écrire un article sans partir d’un constat
agreements-speak = Lire et prendre position
agreements-what-title = À quoi sert un accord de méthode
agreements-what-common = Il fixe le cadre commun de la discussion : quand un outil s’annonce, pendant qu’il s’installe, puis dans l’usage qui en est fait. Il vaut pour toute la vie du projet, et non pour une réunion.
agreements-what-defines = Il dit de quoi l’on parle et avec quels mots, à quels moments, dans quels espaces, entre qui ; ce que chacun s’engage à faire ; ce que l’on surveille ; et quand on y revient.
agreements-what-consent = Il s’écrit article par article, chacun en réponse à un constat. Un article est adopté quand la direction, les représentants du personnel et la partie technique, si elle est là, y consentent, et que personne n’y objecte. Il n’y a pas de vote : consentir, c’est pouvoir vivre avec le texte.
agreements-what-proposed = Ce que nous y ajoutons : chaque article adopté porte un engagement avec un nom et une date, un indicateur, une clause de retour, et trois bilans. Rien ne vous y oblige ailleurs que dans cet outil.
agreements-start-title = Partir d’un constat
agreements-start-lede = Ces constats n’ont pas encore d’article. Ceux qui ont reçu une réponse viennent d’abord.
agreements-start-none = Un article répond à quelque chose qui a été dit. Il n’y a pas encore de constat en attente : commencez par en noter un, puis revenez ici.
agreements-start-findings = Voir les constats
agreements-start-here = Écrire un article
agreements-withdrawn = { $count ->
    [one] { $count } article retiré
   *[other] { $count } articles retirés
  }

clause-number = Article { $number }
clause-title = Article { $number } : { $title }
clause-text = Le texte
clause-what = Engagement
clause-owner = En répond
clause-owner-line = { $name } ({ $party })
clause-due = Échéance
clause-trigger = Clause de retour
clause-trigger-above = Si « { $indicator } » passe au-dessus de { $threshold }, le retour en arrière est mis à l’ordre du jour de : { $space }.
clause-trigger-below = Si « { $indicator } » passe au-dessous de { $threshold }, le retour en arrière est mis à l’ordre du jour de : { $space }.
clause-reviews = Bilans
clause-reviews-line = court terme, { $short } ; moyen terme, { $medium } ; long terme, { $long }
clause-space = { $name } ({ $sphere })
quantity-percent = { $value } %
quantity-unit = { $value } { $unit }

clause-state-proposed = en discussion
clause-state-adopted = adopté
clause-state-withdrawn = retiré
clause-adopted-on = adopté le { $day }
clause-proposed-line = Proposé le { $day } ({ $party }) · version { $version }
clause-by = { $name }, le { $day }

clause-answers = Le constat auquel il répond
clause-answers-none = Cet article ne répond pas à un constat du projet.
clause-finding-source = { $origin } · dit le { $day }
clause-finding-said = Dit le { $day }
clause-finding-answer = Réponse du { $day } : { $party }
clause-finding-open = Voir ce constat et ce qu’il est devenu

clause-stands = Qui consent
clause-stands-none = Personne n’a pris position sur ce texte.
position-consent = consent
position-objection = objecte
position-silent = n’a pas encore parlé
clause-missing = Ce qui manque pour l’adopter
clause-missing-objection = { $party } : une objection est à lever, en récrivant l’article ou en l’expliquant.
clause-missing-silent = { $party } : position attendue.
clause-missing-absent = { $party } : position attendue, mais personne n’est encore invité à ce titre.

clause-speak = Prendre position : { $party }
clause-speak-lede = Vous parlez pour votre partie. Vous pouvez changer de position jusqu’à l’adoption ; chaque position reste dans l’historique.
clause-held = Aujourd’hui, votre partie { $position } ({ $by }).
clause-held-change = Vous pouvez encore changer.
clause-consent-means = Consentir, c’est pouvoir vivre avec ce texte, même s’il n’est pas celui que vous auriez écrit. Au dernier consentement attendu, l’article est adopté : l’engagement, la clause de retour et les trois bilans prennent effet aussitôt.
clause-consent = Consentir à cet article
clause-object-reason = Ce avec quoi nous ne pouvons pas vivre, et pourquoi
clause-object-reason-hint = La raison est lue par toutes les parties : c’est sur elle que l’on travaille ensuite.
clause-object = Objecter à cet article
clause-object-again = Récrire l’objection

clause-change = Faire évoluer l’article
clause-change-lede = Tant qu’il n’est pas adopté, un article se récrit. Une nouvelle version remet les positions à zéro ; les anciennes restent dans l’historique.
clause-amend = Récrire l’article
clause-withdraw = Retirer l’article
clause-withdraw-note = Votre partie l’a proposé : elle seule peut le retirer. Il reste lisible, avec son historique.
clause-withdrawn-done = L’article est retiré. Il reste lisible en bas de page.
clause-follow = Suivre cet engagement
clause-versions = Versions
clause-version = Version { $number }, { $day }
clause-version-by = { $name } ({ $party })
clause-changed-text = Ce qui change dans le texte :
clause-spoken = { $party } : { $position } ({ $by }).
clause-spoken-why = { $party } : { $position } ({ $by }). { $reason }

clause-done-proposed = L’article est proposé : toutes les parties peuvent le lire. Proposer n’est pas consentir : il vous reste à prendre position.
clause-done-position = Votre position est notée, et inscrite au journal.
clause-done-adopted = L’article est adopté. L’engagement, sa clause de retour et ses trois bilans sont créés.
clause-done-amended = La nouvelle version est en place. Chaque partie doit reprendre position.
clause-done-same = Rien n’a changé dans l’article : les positions prises restent en place.
clause-stale = L’article a été récrit pendant que vous le lisiez. Voici sa nouvelle version : relisez-la avant de prendre position. Rien n’a été enregistré.
clause-closed = Cet article n’est plus en discussion. Un article adopté ne se récrit pas : c’est un bilan qui le fait évoluer, puis un nouvel article.

clause-new-title = Écrire un article
clause-new-lede = Un article dit ce que l’on fait, qui en répond, ce que l’on regarde, et quand on y revient. Comptez vingt minutes, de préférence à plusieurs.
clause-new-no-finding = Aucun constat choisi. Un article qui répond à un constat se comprend mieux et se suit mieux ; choisissez-le dans le formulaire.
clause-new-next = L’article sera lu par toutes les parties, qui consentiront ou objecteront. Rien n’est adopté tant que l’une d’elles s’y oppose.
clause-new-send = Proposer cet article
clause-back = Revenir au texte
clause-back-article = Revenir à l’article
clause-error-line = { $label } : { $message }
clause-models = Partir d’un exemple
clause-models-lede = Ces exemples sont de nous. Choisir l’un d’eux remplace ce que vous avez saisi ; tout se récrit.
clause-model-note = Texte proposé par nous, à adapter à votre travail.

clause-section-article = L’article
clause-section-article-lede = Ce sur quoi les parties se mettent d’accord.
clause-section-commitment = L’engagement
clause-section-commitment-lede = Ce que quelqu’un fait, pour une date.
clause-section-trigger = L’indicateur et la clause de retour
clause-section-trigger-lede = Ce qui, mesuré, remet le projet sur la table. Revenir en arrière est un résultat du dialogue comme un autre : il se prépare dès maintenant.
clause-section-reviews = Les trois bilans
clause-section-reviews-lede = Dans 3, 12 et 24 mois : c’est notre proposition, changez-la à votre convenance.

clause-form-finding = Constat auquel l’article répond
clause-form-finding-none = Aucun
clause-form-title = Titre
clause-form-hint-title = Quelques mots, comme on le nommera en réunion.
clause-form-text = Texte de l’article
clause-form-hint-text = Écrivez-le comme il sera lu dans un an par quelqu’un qui n’était pas là.
clause-form-what = Ce à quoi l’on s’engage
clause-form-hint-what = En une phrase. Par exemple : tenir l’ancien tableur à jour en parallèle jusqu’au bilan à court terme.
clause-form-owner = Qui en répond
clause-form-hint-owner = Un nom, et non un service.
clause-form-owner-party = À quel titre
clause-form-due-on = Échéance
clause-form-hint-due-on = Le jour où l’engagement doit être tenu.
clause-form-indicator = Indicateur
clause-form-hint-indicator = Ce que l’on regarde ensemble, en mots. Par exemple : part des commandes livrées en retard. Il parle du travail, jamais d’une personne.
clause-form-unit = Unité
clause-form-hint-unit = Par exemple : %, jours, signalements.
clause-form-direction = Le retour en arrière est discuté quand l’indicateur passe
direction-above = au-dessus du seuil
direction-below = au-dessous du seuil
clause-form-threshold = Seuil
clause-form-hint-threshold = Un nombre entier, dans l’unité ci-dessus. Par exemple : 15.
clause-form-trigger-space = Espace réuni si le seuil est passé
clause-form-hint-trigger-space = Il se réunit dans les quinze jours (délai proposé par nous). Les bilans s’y tiennent aussi.
clause-form-short-on = Bilan à court terme
clause-form-medium-on = Bilan à moyen terme
clause-form-long-on = Bilan à long terme
clause-form-reason = Pourquoi cette nouvelle version
clause-form-hint-reason = Par exemple : lever l’objection des représentants du personnel.
clause-date-past = Cette date est passée.
clause-review-past = Un bilan se tient après aujourd’hui.
clause-review-order = Ce bilan doit venir après le précédent.

clause-amend-title = Récrire l’article { $number }
clause-amend-lede = Ce qui change sera montré mot à mot aux autres parties.
clause-amend-starts-again = Enregistrer une nouvelle version remet les positions à zéro : chaque partie devra consentir ou objecter de nouveau. Les positions sur l’ancienne version restent dans l’historique.
clause-amend-send = Enregistrer la nouvelle version
clause-amend-stale = Quelqu’un a récrit l’article pendant que vous écriviez. Sa nouvelle version est à côté ; ce que vous avez saisi est resté en place. Relisez, puis enregistrez.
clause-in-force = Version { $version }, en vigueur

clause-part-title = Titre
clause-part-text = Texte
clause-part-what = Engagement
clause-part-owner = En répond
clause-part-owner-party = À quel titre
clause-part-due-on = Échéance
clause-part-indicator = Indicateur
clause-part-unit = Unité
clause-part-threshold = Seuil
clause-part-direction = Sens du seuil
clause-part-trigger-space = Espace réuni
clause-part-reviews = Bilans

clause-review-title-short = Bilan à court terme, article { $number }
clause-review-title-medium = Bilan à moyen terme, article { $number }
clause-review-title-long = Bilan à long terme, article { $number }

# Points de départ : textes de nous, à récrire.
clause-model-parallel-run-title = L’ancien outil reste en parallèle
clause-model-parallel-run-text = L’ancien outil continue d’être tenu à jour à côté du nouveau pendant la période d’essai. Chacun peut s’appuyer sur l’un ou sur l’autre. La fin de cette période n’est décidée ni par l’outil ni par une seule partie : elle l’est ensemble, au bilan à court terme, au vu de ce que l’on aura constaté dans le travail.
clause-model-parallel-run-what = Tenir l’ancien outil à jour en parallèle jusqu’à ce que les deux parties en décident la fin.
clause-model-parallel-run-indicator = part des cas où l’ancien outil a dû corriger le nouveau
clause-model-parallel-run-unit = %
clause-model-parallel-run-threshold = 20
clause-model-no-judgement-title = L’écart ne juge personne
clause-model-no-judgement-text = L’écart entre ce que l’outil estime et ce qui se passe réellement sert à corriger l’outil et à comprendre le travail. Il n’est jamais utilisé pour évaluer, comparer ou sanctionner une personne. Il n’est ni conservé ni affiché par personne.
clause-model-no-judgement-what = Supprimer de l’outil tout affichage de l’écart par personne, et le vérifier ensemble.
clause-model-no-judgement-indicator = signalements d’un usage de l’écart à propos d’une personne
clause-model-no-judgement-unit = signalements
clause-model-no-judgement-threshold = 0
clause-model-going-back-title = Ce qui nous ferait revenir en arrière
clause-model-going-back-text = Si les retards augmentent après la mise en service, le retour à l’ancienne organisation est discuté sans attendre. L’ancien outil et les personnes qui le connaissent restent disponibles tant que cet article est en vigueur.
clause-model-going-back-what = Relever chaque mois les retards et les présenter aux deux parties.
clause-model-going-back-indicator = part des commandes livrées en retard
clause-model-going-back-unit = %
clause-model-going-back-threshold = 15
