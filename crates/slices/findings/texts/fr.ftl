findings-title = Constats
findings-lede = Ce qui a été dit, et ce que c’est devenu. Chaque constat peut être suivi jusqu’à l’article qui y répond, et retrouvé depuis cet article.
findings-none = Aucun constat pour l’instant
findings-none-lede = Un constat est un point qui mérite une suite : une vigilance, un besoin, une question, un désaccord. Il vient d’un diagnostic, d’une réunion ou du travail de tous les jours. Écrivez le premier : une autre partie y répondra, avec ses raisons.
findings-record = Écrire un constat
findings-all = Tous les constats
findings-count = { $count ->
    [one] Un constat,
   *[other] { $count } constats,
  } { $awaited ->
    [0] aucun en attente de réponse.
    [one] dont un en attente de réponse.
   *[other] dont { $awaited } en attente de réponse.
  }
findings-count-late = { $count ->
    [one] une réponse en retard
   *[other] { $count } réponses en retard
  }
findings-finding = Constat
findings-from = Venu de
findings-path = Chemin
findings-today = Aujourd’hui
findings-late = En retard
findings-late-by = « { $space } » devait répondre le { $day }.
findings-awaited-from = « { $space } » répond au plus tard le { $day }.
findings-answered-by = { $party } : réponse le { $day }.
findings-discussed-on = Débattu le { $day }, sans réponse pour l’instant.
findings-said-only = Pas encore débattu.

finding-title = { $kind } · { $day }
finding-said = Ce qui a été dit
finding-passed-on-note = Vous lisez ce qui a été transmis, dans les mots de la transmission. Ce qui a été dit, et par qui, reste caché à la ligne hiérarchique de son auteur.
finding-by = Écrit par
finding-in = Dans l’espace
finding-origin = Venu de
finding-reworded = Formulation corrigée
finding-reworded-note = Les mots d’avant sont au journal.
finding-became = Ce que c’est devenu
finding-not-yet = pas encore
finding-passed-to = Passé à l’espace « { $space } » le { $day }.
finding-answers = Réponses motivées
finding-no-answer = Personne n’a encore répondu.
finding-because = Les raisons
finding-passed = Passé à un autre espace
finding-passed-by = par { $party }, le { $day }
finding-asked-answered = répondu
finding-asked-late = en retard : réponse attendue le { $day }
finding-asked-due = réponse attendue au plus tard le { $day }
finding-withdraw = Retirer cette transmission
finding-thread = Le fil, dans les deux sens
finding-came-from = D’où vient ce constat
finding-came-from-none = Il a été écrit directement, sans partir d’un diagnostic ni d’une réunion.
finding-led-to = Ce qui en est sorti
finding-led-to-none = Rien pour l’instant.
finding-from-campaign = Diagnostic
finding-from-activity = Temps de dialogue
finding-from-finding = Constat
finding-from-clause = Article
finding-from-commitment = Engagement
finding-from-trigger = Clause de retour
finding-from-review = Point d’étape
finding-to-space = Passé à
finding-to-activity = Débattu en
finding-to-finding = A fait naître
finding-to-clause = Écrit dans
finding-to-commitment = Tenu par
finding-to-trigger = Surveillé par
finding-to-review = Revu lors de
finding-unnamed-campaign = un diagnostic
finding-unnamed-activity = un temps de dialogue
finding-unnamed-finding = un constat
finding-unnamed-space = un espace de dialogue
finding-unnamed-clause = un article du texte
finding-unnamed-commitment = un engagement
finding-unnamed-trigger = une clause de retour
finding-unnamed-review = un point d’étape

finding-error = { $label } : { $message }
finding-own = Votre partie a écrit ce constat : c’est à une autre d’y répondre.
finding-respond = Répondre, avec vos raisons
finding-respond-lede = Votre réponse engage votre partie. Toutes les parties la lisent ; elle reste au journal.
finding-respond-send = Répondre
finding-answer = Votre réponse
finding-answer-hint = Ce que vous ferez, ce que vous ne ferez pas, ou ce qu’il reste à savoir.
finding-reasons = Vos raisons
finding-reasons-hint = Une réponse sans raison n’éclaire personne. Un refus motivé est une réponse.
finding-answers-for = Cette réponse est celle de
finding-answers-for-hint = Laissez vide un espace qui n’a pas encore répondu : il restera en attente.

finding-next = Et ensuite
finding-clause-lede = Quand les parties savent ce qu’elles veulent tenir, elles l’écrivent : qui fait quoi, pour quand, et ce qui ferait revenir en arrière.
finding-clause = Écrire un article
finding-pass = Passer à un autre espace
finding-pass-lede = Un constat passe d’un espace à l’autre par un acte visible de tous, dans des mots choisis pour celles et ceux qui liront, avec une réponse attendue à une date.
finding-pass-later-lede = Vous pouvez aussi le passer plus tard, depuis sa page.
finding-pass-send = Passer le constat
finding-pass-to = À quel espace
finding-pass-later = À aucun pour l’instant
finding-pass-words = Dans quels mots
finding-pass-words-hint = Reformulez, sous forme de question si possible : ce champ part vide, et les mots du constat, d’une note ou d’une réponse ne passent jamais tels quels.
finding-pass-chosen = Avant de passer
finding-pass-chosen-yes = J’ai choisi ces mots pour cet espace : ils ne citent personne, et personne n’y est reconnaissable.
finding-due = Réponse attendue au plus tard le
finding-due-hint = Deux semaines sont proposées ; choisissez ce qui laisse le temps de se réunir.
finding-discuss = Dire qu’une réunion en a parlé
finding-discuss-send = Relier à cette réunion
finding-meeting = Laquelle
finding-reword = Corriger la formulation
finding-reword-lede = Possible tant que personne n’a répondu. Les mots d’avant restent au journal.
finding-reword-send = Enregistrer la formulation

finding-new = Écrire un constat
finding-new-lede = Votre nom et votre partie figurent à côté du constat : toutes les parties du projet le lisent.
finding-new-what = Ce qui a été dit
finding-new-whence = D’où cela vient
finding-new-whither = À qui le passer
finding-new-send = Écrire le constat
finding-new-leave = Revenir sans écrire
finding-words = Le constat
finding-words-hint = Une ou deux phrases, avec vos mots. Jamais une réponse individuelle, rien qui fasse reconnaître quelqu’un.
finding-kind = De quoi s’agit-il
finding-space = Dit dans quel espace
finding-source = À partir de
finding-source-none = Rien de particulier
finding-origin-words = Plus précisément
finding-origin-hint = Par exemple : auto-diagnostic, autonomie ; réunion du 12 mars, point 3.

finding-kind-vigilance = Point de vigilance
finding-kind-need = Besoin
finding-kind-opportunity = Opportunité
finding-kind-question = Question
finding-kind-disagreement = Désaccord
finding-kind-unexpected-effect = Effet inattendu
finding-kind-hint-vigilance = Quelque chose à surveiller ou à éviter.
finding-kind-hint-need = Ce qui manque pour bien travailler.
finding-kind-hint-opportunity = Ce que le projet permettrait d’améliorer.
finding-kind-hint-question = Ce que l’on ne sait pas encore.
finding-kind-hint-disagreement = Deux façons de voir, dites telles quelles.
finding-kind-hint-unexpected-effect = Ce que personne n’avait prévu, en bien ou en mal.
finding-step-said = dit
finding-step-discussed = débattu
finding-step-answered = répondu
finding-step-committed = engagé

finding-done-ecrit = Le constat est écrit. Il est inscrit au journal et visible de toutes les parties.
finding-done-repondu = Votre réponse est inscrite au journal et visible de toutes les parties.
finding-done-transmis = Le constat est passé à cet espace ; la date de réponse est affichée.
finding-done-retire = La transmission est retirée. Le journal garde les deux actes.
finding-done-parle = Le constat est relié à cette réunion.
finding-done-corrige = La formulation est corrigée. Les mots d’avant restent au journal.
finding-refused-own-finding = Votre partie a écrit ce constat : c’est à une autre d’y répondre.
finding-refused-not-reworded = Ces mots sont ceux du constat, en tout ou en partie. Écrivez ce que cet espace a besoin de savoir, par exemple sous forme de question.
finding-refused-from-notebook = Ces mots sont ceux d’une note de votre carnet. Une note reste à votre partie : écrivez ici d’autres mots.
finding-refused-not-chosen = Relisez ces mots, puis cochez la case : c’est ce qui protège celles et ceux qui ont parlé.
finding-refused-closed-space = Cet espace est fermé : rouvrez-le d’abord, ou choisissez-en un autre.
finding-refused-same-space = Le constat vient déjà de cet espace : choisissez-en un autre.
finding-refused-already-passed = Le constat est déjà passé à cet espace.
finding-refused-due-in-the-past = Cette date est passée : choisissez-en une à venir.
finding-refused-already-answered = Quelqu’un a déjà répondu : ces mots restent tels qu’ils ont été lus.
finding-refused-not-theirs = Seule la partie qui l’a fait peut revenir dessus.
finding-refused-not-held-since = Cette réunion n’a pas été tenue depuis que le constat est écrit.
finding-assess = Évaluer dans le DUERP
finding-assess-lede = Une situation qui peut abîmer la santé se dit dans le document unique, avec d’autres mots, sans nommer personne.
