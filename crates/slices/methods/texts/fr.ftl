# Campagnes : ce que lisent les membres.
methods-title = Diagnostics
methods-list = Les campagnes
methods-closes-on = Réponses jusqu’au { $day }.
methods-closed-on = Close le { $day }.
methods-prepare = Préparer un auto-diagnostic
methods-read-questions = Lire les questions
methods-abandoned = La proposition est abandonnée. Personne n’avait été interrogé.
methods-none-ask = La direction, les représentants du personnel ou la personne qui anime peuvent préparer une campagne : parlez-leur-en.
methods-fact-who = Qui répond
methods-fact-who-text = De deux à quatre groupes : les personnes qui font le travail, l’encadrement, la direction, leurs représentants, la technique. Chacun répond seul, sur son téléphone, sans compte.
methods-fact-minutes = Temps par personne
methods-fact-minutes-text = { $minutes }.
methods-our-estimate = notre estimation
methods-fact-needs = Ce qu’il faut
methods-fact-needs-text = La clé de la direction et celle des représentants du personnel, pour ouvrir puis pour clore. Dix personnes au moins ; en dessous, répondez ensemble.
methods-fact-gives = Ce que cela donne
methods-percent = { $n } %
campaign-state-prepared = proposée
campaign-state-open = ouverte
campaign-state-closed = close

methods-together = Lire, ou répondre ensemble
methods-together-how = À moins de dix, on reconnaîtrait chacun : ne faites pas de statistiques, répondez ensemble. Imprimez cette page, répondez question par question, notez les désaccords tels quels plutôt que de voter, puis écrivez un constat pour chaque point à suivre.
methods-together-minutes = Comptez { $minutes }.
methods-criterion-by = Critère : { $name }
methods-questions-ours = Questions proposées par Trinôme

methods-new-title = Préparer un auto-diagnostic
methods-new-what = La campagne
methods-new-lede = C’est une proposition : rien ne part tant que la direction et les représentants du personnel n’ont pas tous deux tourné leur clé.
methods-new-name = Titre
methods-new-closes = Réponses jusqu’au
methods-new-closes-hint = Jour compris. Laissez passer au moins une semaine complète, pour toutes les équipes.
methods-new-space = Espace de dialogue
methods-new-groups = Qui est interrogé
methods-new-groups-lede = De deux à quatre groupes. Chaque personne tirera un code au hasard dans le chapeau de son groupe. Laissez vide un groupe que vous n’interrogez pas. Un groupe de moins de cinq personnes n’est jamais montré seul : réunissez plutôt deux petits groupes sous un même nom, par exemple « Direction et encadrement ».
methods-new-people = Personnes qui tireront un code sur papier
methods-new-label = Autre nom du groupe
methods-new-floor = Seuil de diffusion
methods-new-floor-hint = En dessous de ce nombre de réponses, un groupe reste masqué. { $least } au moins ; une fois la campagne ouverte, il ne change plus.
methods-new-together = Lire les questions et répondre ensemble
methods-new-send = Proposer cette campagne
methods-refused-no-group = Il faut au moins un groupe : indiquez combien de personnes sont interrogées.
methods-refused-one-group = Il faut au moins deux groupes : sans cela, il n’y a pas d’écart de regard à voir.
methods-refused-many-groups = { $most } groupes au plus : au-delà, on ne les distingue plus. Réunissez-en deux.
methods-refused-few = { $invited ->
    [one] Une seule personne interrogée
   *[other] { $invited } personnes interrogées
  } : à moins de dix, on reconnaîtrait chacun. Répondez plutôt ensemble, en une séance.
methods-refused-floor = Aucun groupe n’atteint le seuil de { $floor } : rien ne pourrait être montré. Réunissez des groupes.
methods-refused-closed-space = L’espace « { $space } », où la campagne se tient, a été fermé : rouvrez-le d’abord.
methods-refused-no-space = Tous les espaces du projet sont fermés : rouvrez d’abord celui où la campagne se tiendra.
methods-refused-past = Choisissez aujourd’hui ou un jour à venir.
methods-refused-late = Choisissez un jour dans l’année qui vient.
methods-refused-past-open = La date de clôture est passée : la campagne ne peut plus s’ouvrir. Abandonnez cette proposition et préparez-en une autre.

methods-error = { $label } : { $message }
methods-done-key = Votre clé est tournée. L’autre partie le voit sur cette page.
methods-done-open = La campagne est ouverte. Il reste à imprimer les codes.
methods-done-refused = Votre refus et sa raison sont inscrits au journal et visibles de tous.
methods-running = Où en est la campagne
methods-answers-few = moins de 5 réponses
methods-answers-at-least = au moins { $step } réponses
methods-running-until = Les réponses sont reçues jusqu’au { $day } inclus.
methods-running-over = Les réponses ne sont plus reçues depuis le { $day } au soir. Deux clés closent la campagne et publient les résultats.
methods-running-coarse = Le nombre est dit par paliers, jamais par groupe : personne ne doit pouvoir voir arriver une réponse. Aucun résultat n’existe avant la clôture, pour aucune partie.
methods-codes = Les codes
methods-codes-lede = Un code par personne, à usage unique. Ils ne sont gardés ici que sous une forme qui ne permet pas de les retrouver : la feuille ne s’affiche qu’une fois, au moment où elle est faite.
methods-codes-made = Feuille faite le { $day } par la partie : { $party }.
methods-codes-make = Faire et imprimer les { $n } codes
methods-codes-again = Faire de nouveaux codes
methods-codes-again-hint = À ne faire que si la feuille a été perdue avant la distribution : tous les codes déjà imprimés cessent de fonctionner. Ce n’est plus possible dès qu’une réponse est arrivée. L’acte est inscrit au journal.
methods-codes-refused-answers = Des réponses sont arrivées : on ne peut plus faire de nouveaux codes. En refaire dirait combien de personnes de chaque groupe ont répondu, ou permettrait de répondre deux fois.
methods-codes-refused-closed = La campagne ne reçoit pas de réponses aujourd’hui : il n’y a pas de codes à faire.

methods-key-title-open = Ouvrir, avec deux clés
methods-key-lede-open = La campagne s’ouvre quand la direction et les représentants du personnel ont chacun tourné leur clé. À partir de là, les groupes, le seuil et la méthode ne changent plus.
methods-key-first-open = Tourner notre clé pour ouvrir
methods-key-second-open = Tourner notre clé et ouvrir la campagne
methods-key-title-close = Clore et publier, avec deux clés
methods-key-lede-close = Clore, c’est publier : les résultats paraissent au même instant pour toutes les parties. Les codes sont alors effacés ; des réponses, rangées sans ordre d’arrivée, rien ne dit qui les a données ni quand.
methods-key-first-close = Tourner notre clé pour clore
methods-key-early = La campagne est prévue jusqu’au { $day } : clore maintenant arrête les réponses.
methods-key-second-close = Tourner notre clé, clore et publier
methods-key-turned = { $party } : clé tournée par { $by }
methods-key-awaited = { $party } : clé attendue jusqu’au { $until }
methods-key-yours = Votre partie a tourné sa clé. Sans réponse à cette date, il faudra recommencer.
methods-key-waits = L’autre partie aura quatorze jours pour tourner la sienne ou refuser.
methods-key-not-yours = Les clés sont tenues par la direction et par les représentants du personnel.
methods-key-refuse = Refuser, et dire pourquoi
methods-key-reason = Votre raison, que toutes les parties liront
methods-key-refuse-send = Refuser
methods-key-refused = Refus ({ $party }) :

methods-rules = Les règles
methods-rules-prepared = Elles seront figées à l’ouverture.
methods-rules-frozen = Figées à l’ouverture : aucune page ne permet de les changer.
methods-rule-floor = Seuil de diffusion
methods-rule-floor-text = Un groupe de moins de { $floor } réponses est masqué, avec tout ce qui permettrait de le retrouver par soustraction.
methods-rule-closes = Réponses jusqu’au
methods-rule-results = Résultats
methods-rule-results-text = À la clôture seulement, en même temps pour toutes les parties.
methods-rule-kept = Ce qui est gardé
methods-rule-kept-text = Le groupe et les réponses. Ni nom, ni adresse, ni heure, ni code.
methods-groups = Les groupes interrogés
methods-group = Groupe
methods-group-codes = Codes sur papier
methods-group-shown-col = Peut être montré
methods-group-can = à partir de { $floor } réponses
methods-group-cannot = jamais seul : groupe trop petit
methods-no-gap-possible = Un seul groupe peut être montré : il y aura un bilan, mais pas d’écart de regard. Réunir de petits groupes en donnerait un.
methods-abandon = Abandonner cette proposition
methods-abandon-hint = Possible tant qu’aucune clé n’attend. L’abandon est inscrit au journal.

methods-sheet-title = Feuille de codes
methods-sheet-once = Imprimez maintenant
methods-sheet-once-text = Cette feuille ne s’affiche qu’une fois : les codes ne sont gardés nulle part en clair. Imprimez-la (Ctrl+P, ou « Imprimer » dans le menu de votre navigateur) avant de quitter la page, puis n’en gardez ni fichier ni copie.
methods-sheet-back = C’est imprimé, revenir à la campagne
methods-hat = Tirer au chapeau
methods-hat-1 = À deux, un membre de chaque partie, découpez les codes et pliez-les.
methods-hat-2 = Un chapeau par groupe. Mélangez.
methods-hat-3 = Chacun tire un papier dans le chapeau de son groupe, sans le montrer. Personne ne note qui a tiré quoi, ni qui répond.
methods-hat-4 = À la fin, détruisez ensemble les papiers qui restent.
methods-sheet-group = { $group } : { $n ->
    [one] un code
   *[other] { $n } codes
  }
methods-slip-until = jusqu’au { $day }
methods-slip-how = Scannez, ou tapez sur { $address }

# Résultats.
methods-outcome = Résultats publiés.
methods-gaps = Écarts de regard
methods-gaps-lede = Le plus grand écart d’abord.
methods-results-respondents = { $n ->
    [one] Une réponse
   *[other] { $n } réponses
  } pour { $invited } personnes interrogées.
methods-results-respondents-withheld = { $invited } personnes interrogées ; le nombre total de réponses est masqué.
methods-withheld-why = Un groupe de moins de { $floor } réponses est masqué, avec ce qui permettrait de le retrouver par soustraction. « Masqué » veut dire la même chose pour zéro réponse que pour quatre.
methods-withheld = masqué
methods-row-withheld = masqué : groupes trop petits
methods-table = Part de vigilance par critère et par groupe, le plus grand écart d’abord
methods-table-read = Comment lire : pour chaque personne, la part de ses « oui » et de ses « non » qui sont des points de vigilance ; puis la moyenne du groupe. La moitié du groupe se tient entre les deux nombres indiqués. Ce n’est pas une note, et 0 % ne veut pas dire que tout va bien.
methods-criterion = Critère
methods-gap = Écart
methods-gap-label = +{ $gap }
methods-gap-none = Les groupes montrés voient autant de vigilance.
methods-gap-between = Écart de { $points } points : c’est le groupe « { $most } » qui voit le plus de vigilance, le groupe « { $least } » qui en voit le moins.
methods-spread-none = la moitié à { $at } %
methods-spread = la moitié entre { $low } et { $high } %
methods-dont-know = ne sait pas : { $n } %
methods-dont-know-withheld = ne sait pas : masqué
methods-together-column = Ensemble
methods-picture-title = Écarts de regard : { $title }
methods-picture-desc = Part de vigilance de chaque groupe, critère par critère, du plus grand écart au plus petit. Le tableau qui suit dit la même chose.
methods-group-shown = { $group }, { $n }
methods-group-withheld = { $group }, masqué
methods-points = Points de vigilance
methods-point-seen = Vu par la moitié au moins de : { $who }
methods-seen-by = { $group } ({ $percent })
methods-questions-of = Question par question : { $criterion }
methods-questions-read = Part des réponses qui sont un point de vigilance ; en dessous, le reste des réponses du groupe
methods-question = Question
methods-shares-rest = sans vigilance { $without } %, ne sait pas { $unknown } %, sans objet { $out } %
methods-to-finding = En faire un constat
methods-origin-criterion = { $title }, { $criterion }
methods-origin-question = { $title } : « { $question } »
methods-missing = Les voix qui manquent
methods-missing-none = Tous les groupes interrogés sont montrés, et les six familles avaient un groupe.
methods-missing-withheld = { $group } : masqué, moins de { $floor } réponses.
methods-missing-family = { $family } : aucun groupe ne parlait pour cette famille.
methods-missing-next = Une voix qui manque s’entend autrement : un entretien, une réunion, un constat écrit avec elle.
methods-results-rules = Les règles appliquées
methods-results-rule-floor = Seuil de diffusion : { $floor } réponses, choisi avant l’ouverture.
methods-results-rule-hidden = Ce qui permettrait de retrouver un groupe masqué par addition ou par soustraction est masqué avec lui.
methods-results-rule-limits = Le seuil porte sur le nombre de personnes, pas sur ce qu’elles disent : si tout un groupe répond pareil, on sait ce que chacun a répondu. Et qui a répondu peut retrancher sa propre réponse.
methods-results-rule-once = Les résultats sont publiés une fois, à la clôture, sur un seul découpage en groupes.
methods-results-rule-memory = Une valeur qu’une campagne précédente a publiée n’est remplacée que si quelques personnes arrivées ou parties depuis, moins de { $floor }, ne suffisent pas à faire la différence.
methods-results-rule-published = Publication n° { $number }, le { $day }. Empreinte inscrite au journal : { $digest }
methods-as-before = valeur du { $day }
methods-recalled = Certaines valeurs sont celles d’une campagne précédente : moins de { $floor } personnes sont arrivées ou parties depuis, et leurs réponses suffiraient à faire la différence.
methods-recalled-why = Moins de { $floor } personnes sont arrivées dans un groupe, ou l’ont quitté, depuis une campagne précédente. Une valeur nouvelle, soustraite de l’ancienne, dirait ce qu’elles ont répondu. Là où leurs réponses suffiraient à faire la différence, l’ancienne valeur reste, avec sa date. Là où la valeur n’a pas de date, elle est nouvelle, et peut être comparée à l’ancienne.
methods-results-rule-method = Méthode : { $title }, version { $version }.
methods-results-is = Ce que c’est
methods-results-is-not = Ce que ce n’est pas

# Répondre : ce que lit, sur son téléphone, la personne qui a un code.
answer-enter-title = Répondre avec un code
answer-enter-lede = Vous avez tiré un papier avec un code ? Tapez-le ici. Aucun compte, aucun nom ne vous sera demandé.
answer-enter-send = Continuer
answer-enter-code = Taper un code
answer-code = Votre code
answer-code-hint = 26 lettres et chiffres. Les espaces, les tirets et les majuscules ne comptent pas.
answer-code-length = Un code a { $length } caractères ; il y en a { $given } ici. Vérifiez sur votre papier.
answer-code-character = Le { $place ->
    [one] 1er
   *[other] { $place }e
  } caractère ne peut pas faire partie d’un code. Vérifiez sur votre papier.
answer-code-unknown = Ce code n’est pas connu. Vérifiez-le sur votre papier ; si la campagne est close ou si les codes ont été refaits, il ne sert plus.
answer-scan-failed = Le code n’a pas pu être lu. Tapez-le ici.
answer-forgotten = Ce téléphone a tout oublié. Votre code peut encore servir, ici ou ailleurs.

answer-begin-about = { $organisation } vous interroge sur le projet « { $project } ».
answer-begin-group = Votre groupe : { $group }. Réponses jusqu’au { $day } inclus.
answer-begin-count = { $n } questions.
answer-begin-minutes = Environ { $minutes }.
answer-start = Commencer
answer-go-on = Reprendre
answer-happens = Ce que devient votre réponse
answer-happens-kept = Avant l’envoi, vos réponses restent sur ce téléphone. Vous pouvez vous arrêter et reprendre tant que le navigateur reste ouvert.
answer-happens-sent = À l’envoi, on garde votre groupe et vos réponses. Ni nom, ni adresse, ni heure ; rien de ce qui est gardé ne relie la réponse à votre code ou à votre lettre. Elle ne peut donc plus être retrouvée, ni changée, même par vous, même par l’administrateur.
answer-happens-floor = Les résultats paraissent à la clôture, par groupe. Un groupe de moins de { $floor } réponses n’est jamais montré, même par différence.
answer-happens-small = Le vôtre est trop petit pour être montré seul.
answer-happens-who = Toutes les parties voient les mêmes résultats au même moment : direction, représentants du personnel et les autres. Demandez à vos représentants de vous les présenter.
answer-happens-text = Rien à écrire : aucune phrase ne peut vous faire reconnaître.
answer-happens-network = Répondez de préférence sur votre téléphone, hors du réseau de l’employeur : ce réseau peut voir que vous avez ouvert cette page, jamais ce que vous y répondez.
answer-happens-legal = Ce questionnaire est sous la responsabilité de : { $organisation }. Répondre est libre. Une fois envoyée, votre réponse n’est plus une donnée personnelle : rien ne la relie à vous, et personne ne peut donc vous la montrer, la corriger ou l’effacer. Elle est gardée avec le projet.
answer-happens-rights = Si vous avez reçu une lettre, votre adresse est gardée jusqu’à la clôture, puis effacée ; vous pouvez demander à la lire ou à l’effacer avant. Vous pouvez aussi vous plaindre à la CNIL.
information-title = Ce qui est dit à celles et ceux qui répondent
information-version = Information, version { $version } du { $day }.
information-frozen = Figée à l’ouverture de la campagne.
information-more-data = Vos données
information-post = Affichez aussi cette information près du chapeau.
information-lede-frozen = Mot pour mot, ce qui était écrit sur le questionnaire. Il a été figé quand la campagne s’est ouverte, et ne change plus.
information-lede-prepared = Ce qui sera écrit sur le questionnaire, et figé mot pour mot à l’ouverture.
information-lede-unkept = Cette campagne s’est ouverte avant que ces mots soient gardés avec elle : ce sont ceux d’aujourd’hui.
information-digest = Empreinte inscrite au journal : { $digest }
journal-kind-information-frozen = a figé ce qui est dit à celles et ceux qui répondent
answer-forget = Arrêter, et tout effacer de ce téléphone

answer-progress = Question { $number } sur { $count } · { $criterion }
answer-choice-yes = Oui
answer-choice-no = Non
answer-choice-dont-know = Je ne sais pas
answer-choice-not-applicable = Sans objet
answer-given = ✓ : votre réponse jusqu’ici. Touchez-la pour la garder, ou une autre pour changer.
answer-back = Revenir
answer-foot = Rien n’est envoyé avant la fin.
answer-review-title = Relire et envoyer
answer-review-lede = Relisez si vous voulez, puis envoyez. Après l’envoi, rien ne permettra de retrouver votre réponse pour la changer.
answer-review-missing = Il reste des questions sans réponse. « Je ne sais pas » et « Sans objet » sont de vraies réponses.
answer-incomplete = Rien n’a été envoyé : il reste des questions sans réponse.
answer-none-yet = pas encore de réponse
answer-change = Changer
answer-answer = Répondre
answer-send = Envoyer ma réponse
answer-thanks-title = Merci, votre réponse est reçue
answer-thanks = Votre code ou votre jeton ne sert plus, et ce téléphone a oublié vos réponses.
answer-thanks-next = Les résultats paraîtront à la clôture de la campagne, pour toutes les parties en même temps. Demandez à vos représentants de vous les présenter, et ce que cela change.
answer-thanks-slip = Vous pouvez jeter votre papier ou votre lettre.

answer-shut-title-none = Il faut d’abord un code
answer-shut-none = Pour répondre, scannez le papier que vous avez tiré, ou tapez son code.
answer-shut-next-none = Vous l’aviez déjà fait ? Le navigateur a été fermé, ou il refuse les cookies : autorisez-les pour ce site, puis recommencez. Votre code peut encore servir.
answer-shut-title-unknown = Ce code n’est pas connu
answer-shut-unknown = Il a peut-être été mal lu ; ou les codes ont été refaits ; ou la campagne est close.
answer-shut-next-unknown = Tapez-le à la main. S’il ne marche toujours pas, demandez un autre papier à la personne qui les a distribués.
answer-shut-title-used = Ce code a déjà servi
answer-shut-used = Une réponse a été reçue avec ce code. Chaque code ne sert qu’une fois.
answer-shut-next-used = C’était vous : il n’y a plus rien à faire. Ce n’était pas vous : dites-le à un représentant du personnel.
answer-shut-title-closed = Les réponses ne sont plus reçues
answer-shut-closed = La date de clôture est passée. Ce que vous n’aviez pas envoyé n’a pas été gardé.
answer-shut-next-closed = Vous pouvez encore vous faire entendre : parlez-en à un représentant du personnel, qui peut écrire un constat avec vous.
answer-shut-title-already = Votre réponse a déjà été reçue
answer-shut-already = Elle est arrivée une fois, et ne compte qu’une fois. Le deuxième envoi venait sans doute d’une connexion lente.
answer-shut-next-already = Il n’y a plus rien à faire. Ce téléphone a oublié vos réponses. Merci.

# Journal.
journal-kind-campaign-prepared = a proposé une campagne
journal-kind-campaign-abandoned = a abandonné une campagne proposée
journal-kind-campaign-opened = a ouvert une campagne, la deuxième clé étant tournée
journal-kind-campaign-closed = a clos une campagne et publié ses résultats, la deuxième clé étant tournée
journal-kind-results-published = a publié des résultats
journal-kind-codes-made = a fait les codes d’une campagne
methods-codes-local = Ces codes mèneraient à une adresse que seul cet ordinateur peut ouvrir. Pour que des téléphones répondent, relancez d’abord Trinôme avec --listen 0.0.0.0:8080 et --base-url, suivi de l’adresse de cet ordinateur sur votre réseau.

methods-done-letters = Les nouvelles lettres sont parties. Les premières ne servent plus.
methods-letters = Les lettres
methods-letters-lede = Chaque personne invitée par courriel reçoit un lien qui lui permet de tirer un jeton, dans son navigateur. Le jeton est signé sans être vu : personne, pas même avec toute la base de données et la clé qui signe, ne peut dire qui a tiré lequel. Les adresses sont effacées à la clôture.
methods-letters-sent = { $n ->
    [one] Une lettre partie
   *[other] { $n } lettres parties
  } le { $day }.
methods-letters-again = Envoyer de nouvelles lettres à toutes les personnes
methods-letters-again-hint = À ne faire que si les lettres ne sont pas arrivées : celles déjà parties cessent de fonctionner. Ce n’est plus possible dès qu’un jeton a été tiré. L’acte est inscrit au journal.
methods-letters-refused-drawn = Un jeton a déjà été tiré : de nouvelles lettres permettraient de répondre deux fois. Aux personnes qui n’ont rien reçu, proposez un code sur papier.
methods-letters-refused-closed = La campagne ne reçoit pas de réponses aujourd’hui : il n’y a pas de lettres à envoyer.
methods-done-letter = Une nouvelle lettre est partie. La précédente ne sert plus.
methods-letter-lost = Une personne a perdu sa lettre
methods-letter-lost-hint = Une nouvelle lettre part à cette adresse, et seule la sienne cesse de fonctionner. Si un jeton avait été tiré avec la première, la nouvelle n’en tire pas d’autre. Rien ne vous dira si c’est le cas, ni ici, ni au journal, qui inscrit l’envoi sans l’adresse.
methods-letter-lost-address = Adresse de courriel de la personne
methods-letter-lost-send = Renvoyer une lettre à cette adresse
methods-letter-refused-unknown = Aucune lettre n’est partie à cette adresse pour cette campagne. Vérifiez-la, ou proposez un code sur papier.
methods-letter-refused-old = Cette lettre est partie avant que l’on sache la remplacer seule. Proposez un code sur papier.
methods-letter-refused-gone = Quelqu’un vient de renvoyer cette lettre. La dernière partie est la bonne.
methods-group-letters = Lettres
methods-rule-answering = Manière de répondre
methods-rule-who = Qui voit quoi
methods-rule-who-text = Toutes les parties voient les mêmes résultats, par groupe. Personne, pas même l’administrateur, ne voit une réponse seule, ni qui a répondu.
methods-rule-text = Texte libre
methods-rule-text-text = Aucun n’est demandé : aucune phrase ne peut faire reconnaître quelqu’un.
answering-individual = Chacun répond seul
answering-hint-individual = Avec un code tiré d’un chapeau, ou un jeton tiré d’une lettre. Dix personnes au moins, en deux groupes ou plus.
answering-collective = Chaque groupe répond ensemble
answering-hint-collective = En une séance, à découvert. Pour moins de dix personnes : chacun y serait reconnu.
methods-new-answering = Manière de répondre
methods-new-emails = Adresses de courriel
methods-new-emails-hint = Une par ligne. Chaque personne recevra une lettre à l’ouverture, au lieu d’un code sur papier ; elle s’ajoute à celles qui tirent un code. N’utilisez que des adresses que la personne lit seule. Elles sont effacées à la clôture.
methods-refused-address = « { $address } » n’est pas une adresse de courriel. Écrivez une adresse par ligne.
methods-refused-twice = « { $address } » figure deux fois : une personne reçoit une lettre, dans un seul groupe.
methods-refused-many-people = { $most } personnes au plus dans un groupe.

# Inviter par lettre : ce que lit, sur son téléphone, la personne qui a reçu un courriel.
mail-invitation-subject = { $organisation } vous invite à répondre, sans que personne puisse savoir ce que vous dites
mail-invitation-body = Bonjour,

    { $organisation } vous invite à répondre à un questionnaire sur le projet « { $project } », jusqu’au { $day } inclus.

    Ouvrez ce lien sur votre propre téléphone :
    { $link }

    Ce lien est à vous seul : ne le transmettez pas. La page explique pourquoi personne, pas même l’administrateur, ne pourra relier votre réponse à vous.

    Répondre est libre. Personne ne saura ce que vous avez répondu.
invitation-title = Votre invitation à répondre
invitation-lede = Vous allez tirer un jeton. C’est lui qui répondra, pas vous : personne ne pourra relier votre réponse à votre nom.
invitation-drawn = Un jeton a déjà été tiré avec cette lettre. Si c’est dans ce navigateur, continuez : le vôtre y est gardé.
invitation-draw = Tirer mon jeton et commencer
invitation-working = Le jeton est en train d’être tiré…
invitation-another = Cette lettre a déjà servi à tirer un jeton, dans un autre navigateur. Ouvrez-la là où vous l’aviez ouverte. Si ce n’était pas vous, ou si ce navigateur n’existe plus, demandez un code sur papier à un représentant du personnel : rien ne dira que c’est vous.
invitation-closed = Les réponses ne sont plus reçues : la date de clôture est passée.
invitation-unknown = Cette lettre ne sert plus : de nouvelles lettres sont parties, ou la campagne est close. Cherchez la dernière lettre reçue.
invitation-failed = Le jeton n’a pas pu être tiré. Rien n’est perdu : vérifiez votre connexion et recommencez.
invitation-insecure = Ce navigateur ne peut pas tirer de jeton : il est trop ancien, ou la page n’est pas ouverte en https. Essayez avec un autre navigateur, ou demandez un code sur papier à un représentant du personnel.
invitation-noscript = Tirer un jeton demande JavaScript : le calcul se fait chez vous, pour que personne d’autre ne voie le jeton. Sans JavaScript, demandez à un représentant du personnel un code sur papier, tiré d’un chapeau : il protège autant.
invitation-why = Pourquoi personne ne peut relier
invitation-picture = Une enveloppe doublée de papier carbone
invitation-picture-desc = Trois dessins. Un : une enveloppe fermée contient un jeton et un papier carbone. Deux : l’enveloppe, toujours fermée, est tamponnée, et le tampon passe au travers du carbone. Trois : sorti de l’enveloppe, le jeton porte le tampon, sans rien qui rappelle l’enveloppe.
invitation-picture-foot = 1, 2 et 3 : voir ci-dessous
invitation-step-1 = Votre téléphone écrit un jeton au hasard et l’enferme dans une enveloppe avec un papier carbone.
invitation-step-2 = Nous vérifions votre lettre et tamponnons l’enveloppe sans l’ouvrir. Le tampon passe au travers. Nous savons que vous avez été invité, jamais ce qu’il y a dedans.
invitation-step-3 = Votre téléphone ouvre l’enveloppe, la jette, et montre le jeton tamponné. Nous voyons un vrai tampon, et rien qui le relie à l’enveloppe ni à vous, même avec toute la base de données et la clé du tampon.
invitation-limits = Ce que cela ne cache pas : que votre lettre a servi ; et le réseau que vous utilisez peut voir que vous ouvrez cette page. Répondez de préférence sur votre propre téléphone, hors du réseau de l’employeur.
invitation-keeps = Le jeton reste dans ce navigateur jusqu’à l’envoi de votre réponse. Sur un appareil partagé, allez jusqu’au bout.
invitation-shut-title-none = Ouvrez votre lettre
invitation-shut-none = Cette page s’ouvre par le lien de la lettre que vous avez reçue par courriel.
invitation-shut-next-none = Vous l’aviez ouvert ? Le navigateur a été fermé, ou il refuse les cookies : autorisez-les pour ce site, puis ouvrez le lien de nouveau.
invitation-shut-title-unknown = Cette lettre ne sert plus
invitation-shut-unknown = De nouvelles lettres sont parties, ou la campagne est close, ou le lien a été coupé.
invitation-shut-next-unknown = Ouvrez le lien entier de la dernière lettre reçue. S’il ne marche pas, demandez un code sur papier à un représentant du personnel.
invitation-shut-title-closed = Les réponses ne sont plus reçues
invitation-shut-closed = La date de clôture est passée.
invitation-shut-next-closed = Vous pouvez encore vous faire entendre : parlez-en à un représentant du personnel, qui peut écrire un constat avec vous.
answer-shut-title-token-used = Ce jeton a déjà répondu
answer-shut-token-used = Une réponse a été reçue avec ce jeton. Chaque jeton ne sert qu’une fois.
answer-shut-next-token-used = C’était vous : il n’y a plus rien à faire. Ce n’était pas vous : dites-le à un représentant du personnel.
answer-shut-title-token-unknown = Ce jeton ne sert plus
answer-shut-token-unknown = La campagne pour laquelle il a été tiré est close.
answer-shut-next-token-unknown = Vous pouvez encore vous faire entendre : parlez-en à un représentant du personnel, qui peut écrire un constat avec vous.
answer-shut-title-forged = Ce jeton n’est pas valable
answer-shut-forged = Il n’a pas été signé pour cette campagne et ce groupe, ou il a été abîmé en chemin. Rien n’a été compté.
answer-shut-next-forged = Ouvrez de nouveau le lien de votre lettre, dans le navigateur où vous avez tiré le jeton. S’il ne marche pas, demandez un code sur papier à un représentant du personnel.

# Journal.
journal-kind-letters-sent-again = a envoyé de nouvelles lettres d’invitation
journal-kind-letter-sent-again = a renvoyé une lettre d’invitation à une personne

# Répondre ensemble, en une séance.
together-title = Répondre ensemble
together-why-few = Vous êtes moins de dix : dans une statistique, chacun serait reconnu. Il n’y en aura donc pas. Vous répondez ensemble, en une séance, et ce sont vos mots qui restent.
together-why-chosen = Cette campagne se répond ensemble, en une séance. Il n’y a pas de statistiques : ce sont vos mots qui restent.
together-rule-words = À chaque question, une réponse sur laquelle tout le monde s’accorde ; sinon « Nous ne sommes pas d’accord », et les deux points de vue, chacun dans ses mots. On ne vote pas.
together-rule-open = Ce qui s’écrit ici n’est pas anonyme : toutes les parties du projet le lisent. Ce que quelqu’un ne veut pas dire devant les autres peut se dire à un représentant du personnel.
together-rule-nobody = De qui était là, on garde les parties et un ordre de grandeur. N’écrivez aucun nom.
together-happens = Ce que devient ce que vous dites ensemble
together-rule-who = Direction, représentants du personnel et autres parties lisent la même chose, au fur et à mesure. À la clôture, plus rien ne peut être changé.
together-rule-legal = Cette séance est sous la responsabilité de : { $organisation }. Y prendre part est libre. Ce qui est noté est gardé avec le projet. Si une phrase vous désigne, demandez qu’elle soit changée avant la clôture ; vous pouvez aussi vous plaindre à la CNIL.
together-prepared = La séance s’ouvre avec deux clés. D’ici là, cette page peut être imprimée et lue.
together-left = { $n ->
    [one] Il reste une question.
   *[other] Il reste { $n } questions.
  }
together-room = Dans la salle
together-room-none = Pas encore noté.
together-room-send = Noter qui est là
together-present = Les parties présentes
together-people = Combien de personnes
together-attended = { $parties } · { $people }
attendance-under-five = moins de 5 personnes
attendance-from-five = de 5 à 9 personnes
attendance-from-ten = de 10 à 19 personnes
attendance-from-twenty = 20 personnes ou plus
together-blank = pas encore de réponse
together-write = Noter la réponse
together-done = C’est noté.
together-progress = Question { $number } sur { $count }
together-answer = Ce que vous répondez ensemble
together-agreed = Ensemble : { $answer }
together-differ = Nous ne sommes pas d’accord
together-one = Dans vos mots, ou le premier point de vue
together-other = L’autre point de vue
together-words-hint = Sans nom, ni rien qui désigne une personne.
together-both-needed = Écrivez ce point de vue : un désaccord garde les deux.
together-send = Noter, et passer à la suite
together-back = Revenir à la séance
together-outcome = Réponses notées ensemble.
journal-kind-session-attended = a noté qui prenait part à une séance
journal-kind-answered-together = a noté une réponse donnée ensemble
together-room-open = Ouvrir la page de la séance

# Relever le seuil de diffusion.
facilitation-title = Fiche d’animation
facilitation-open = Ouvrir la fiche d’animation, à imprimer
facilitation-run = Le déroulé : { $minutes }
facilitation-print = À imprimer (Ctrl+P), une pour la personne qui anime, une pour celle qui note.
facilitation-welcome = Accueillir
facilitation-welcome-what = Dire pourquoi on est là, choisir qui note, lire à voix haute l’information qui suit. Dire qui manque.
facilitation-answer = Répondre, question par question
facilitation-answer-what = Lire la question, laisser un temps de silence, puis un tour de table. Tout le monde s’accorde : cocher la réponse. Sinon, noter les deux points de vue, chacun dans ses mots. On ne vote pas ; on passe à la suivante quand le temps est écoulé.
facilitation-close = Relire et finir
facilitation-close-what = Relire ce qui est noté, faire corriger ce qui désigne quelqu’un, choisir deux ou trois points à suivre et dire qui les écrit en constats.
facilitation-each = Environ { $minutes } min par question.
facilitation-each-half = Environ { $minutes } min 30 par question.
facilitation-ours = La durée des réponses vient de la méthode ; l’accueil et la relecture sont proposés par Trinôme
facilitation-words = Dans vos mots :

least-floor-title = Seuil de la structure
least-floor-of = Seuil de la structure : { $floor } réponses
least-floor-since = Relevé le { $day }, avec deux clés.
least-floor-everybodys = C’est le seuil le plus bas de Trinôme, pour toutes les structures.
least-floor-what = Aucune nouvelle campagne ne peut s’ouvrir sous ce seuil : un groupe de moins de réponses y reste masqué. Chaque campagne peut choisir plus haut. Il ne redescend jamais, et se relève avec deux clés.
least-floor-limit = Les campagnes déjà ouvertes gardent leur seuil. Celui de résultats publiés se relève depuis leur page.
least-floor-done = Le seuil de la structure est relevé.
journal-kind-least-floor-raised = a relevé le seuil de la structure, la deuxième clé étant tournée
methods-refused-least-floor = Le seuil de la structure a été relevé à { $floor } réponses : cette campagne ne peut plus s’ouvrir sous un seuil plus bas. Abandonnez cette proposition et préparez-en une autre.
methods-results-rule-raised = Seuil de diffusion : { $floor } réponses, relevé le { $day } avec deux clés. Il était de { $chosen } à l’ouverture.
floor-title = Relever le seuil de diffusion
floor-now = Seuil actuel : { $floor } réponses
floor-what = Un seuil plus haut masque davantage, pour toutes les parties au même instant. Il ne redescend jamais. Il faut deux clés.
floor-limit = Ce qui a déjà été lu ou téléchargé reste connu : relever le seuil ne protège que pour la suite.
floor-waiting = { $party } : clé tournée pour un seuil de { $floor } réponses. { $awaited } : clé attendue jusqu’au { $until }.
floor-new = Nouveau seuil
floor-new-hint = Plus haut que l’actuel, { $most } au plus.
floor-first = Tourner notre clé pour ce seuil
floor-second = Tourner notre clé et relever le seuil
floor-back = Revenir aux résultats
floor-raise = Relever le seuil

# Avant et après.
compare-title = Avant et après
compare-which = Quelles campagnes
compare-before = La première
compare-after = La seconde
compare-send = Comparer
compare-campaign = { $title }, close le { $day }
compare-none = Il faut deux campagnes closes de la même méthode, sur ce projet, pour les lire côte à côte. Une première avant la mise en service en dira plus que toutes celles d’après.
compare-nothing = Aucun groupe n’est montré dans les deux campagnes : il n’y a rien à comparer.
compare-limits = Ce que l’on ne peut pas en conclure
compare-limit-cause = Une différence ne dit pas sa cause. Entre les deux campagnes, l’outil n’est pas la seule chose qui a changé : demandez à celles et ceux qui font le travail.
compare-limit-people = Les réponses sont anonymes : personne n’est suivi d’une campagne à l’autre, et ce ne sont pas forcément les mêmes personnes qui ont répondu.
compare-limit-small = Dans un groupe de dix, une personne qui change d’avis déplace déjà la part de plusieurs points. Ne lisez rien dans une petite différence.
compare-limit-stands = Seul est comparé ce que les deux campagnes ont publié. Là où quelques personnes arrivées ou parties suffiraient à faire la différence, la valeur d’avant reste, et aucune différence n’est dite.
compare-limit-grade = Ce n’est pas une note : moins de vigilance ne veut pas dire que l’outil est bon, ni plus de vigilance qu’il est mauvais. On voit parfois mieux un risque après l’avoir vécu.
compare-picture = Avant et après : { $group }
compare-picture-desc = Part de vigilance du groupe, critère par critère, dans chacune des deux campagnes. Le tableau qui suit dit la même chose.
compare-table = { $group } : part de vigilance par critère, dans chacune des deux campagnes
compare-difference = Différence, en points
compare-stands = la valeur d’avant reste
compare-stands-why = Trop peu de personnes sont arrivées dans ce groupe, ou l’ont quitté, pour qu’une valeur nouvelle ne dise pas ce qu’elles ont répondu.
compare-one-withheld = masqué dans l’une des deux
compare-left-out = Les groupes qui ne sont pas comparés
compare-left-out-why = Masqués, ou non interrogés, dans l’une des deux campagnes.

# Les briques d’une méthode, et la fiche d’une méthode
block-situation = Racontez d’abord un moment vécu de votre travail.
block-no-place = Sans rang
block-place = Rang { $n }
block-private = Ce que vous répondez ici reste à vous : rien n’est gardé, rien n’est compté.
block-sharing-author-picks = Vous seul voyez ces fiches ; vous choisirez celles que vous montrez.
block-sharing-participants = Les personnes qui prennent part lisent ce que vous écrivez ici.
block-repeats = Une fiche à la fois, autant que vous voulez.
block-crossed = Sur les fiches montrées, le groupe croisera : { $one } / { $two }
block-horizons = Prévu trois fois : à { $short }, { $medium } et { $long } mois.
block-again = À refaire tous les { $months } mois, pour voir ce qui bouge.
block-goal = L’objectif d’abord : les moyens et les outils viennent quand il est écrit.
block-blind-spot = Angle mort tant que rien n’est écrit ici.
block-timer = Minuteur : { $duration }
block-prompts = Pour lancer l’échange
block-facilitation = Fiche d’animation
block-evidence = Ce qui le montre
block-evidence-interview = Un entretien
block-evidence-screen = Un écran
block-evidence-document = Un document
block-evidence-observation = Une observation du travail
block-evidence-measure = Une mesure
block-reading = Comment vous le lisez
block-reading-strength = Un point fort
block-reading-weakness = Un point faible
block-reading-neither = Ni l’un ni l’autre
block-reading-not-a-user = Pas encore utilisateur
block-reading-dont-know = Je ne sais pas
block-better = Ce qui serait mieux
block-next = Suivant
block-skip = Passer
block-check = Vérifier
block-quiz-right = C’est cela.
block-quiz-wrong = Ce n’est pas cela.
block-quiz-here = Voici la réponse.
block-refused-missing = Choisissez une réponse ; « Je ne sais pas » en est une.
block-refused-situation = Racontez d’abord un moment vécu.
block-refused-too-early = Répondez d’abord à la question d’avant.
block-refused-not-an-answer = Cette réponse ne peut pas être lue.
block-refused-same-place = Deux choix ont le même rang.
pack-attested = d’après { $source }
pack-inferred = déduit de { $source }
pack-proposed = proposition des auteurs
pack-answering-together = Ensemble
pack-answering-alone = Chacun de son côté
pack-version = Version { $version } · licence { $licence }
pack-maturity-prototype = pas encore éprouvée
pack-maturity-tried = essayée par quelques structures
pack-maturity-established = en usage dans plusieurs réseaux
pack-content = Langue du contenu :
pack-language-fr = français
pack-language-en = anglais
pack-begin = Commencer
pack-participants = Qui prend part
pack-steps = Les étapes
pack-validated = Validée par : { $parties }
pack-back-to = Peut reprendre à l’étape : { $step }
pack-kind-learn = apprendre
pack-kind-ask = demander
pack-kind-reflect = réfléchir
pack-kind-discuss = discuter
pack-kind-grid = grille
pack-kind-goal = objectif
pack-kind-evaluation = évaluation
pack-outputs = Ce qui en sort
pack-gives-finding = un constat
pack-gives-agenda-item = un point à l’ordre du jour
pack-gives-clause = un article
pack-gives-commitment = un engagement
pack-gives-trigger = une clause de retour
pack-gives-review = un bilan
pack-gives-term = un terme du glossaire
pack-gives-lesson = un enseignement
pack-gives-document = une page du dossier
pack-lessons = Ce que la pratique a appris
pack-result = Ce que le résultat est, et n’est pas
pack-sources = Sources
pack-faults-title = À corriger
pack-faults-lede = La méthode s’affichera dès que ces fautes seront corrigées ; la page se recharge d’elle-même.
pack-preview-foot = Aperçu : rien de ce que vous saisissez n’est gardé.
