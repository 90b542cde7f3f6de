# Ce qui vient : le calendrier de chacun et ses rappels.
diary-title-seat = Mon calendrier
diary-title-project = Calendrier du projet
diary-lede-seat = Les dates de tous les projets que vous suivez chez { $organisation }, dans votre propre agenda (Thunderbird, Outlook, Google Agenda, téléphone…), tenues à jour toutes seules.
diary-lede-project = Les dates de « { $project } » dans votre propre agenda, tenues à jour toutes seules. L’adresse n’est que pour vous : chaque membre fait la sienne.
diary-fresh = Votre adresse est prête
diary-fresh-once = Elle n’est montrée qu’une fois : copiez-la maintenant dans votre agenda. Perdue, elle se remplace.
diary-open = Ouvrir dans mon agenda
diary-fresh-how = Dans votre agenda, cherchez « Ajouter un calendrier par adresse » ou « S’abonner à un calendrier », et collez-y cette adresse. Ne l’envoyez à personne : elle ouvre sans mot de passe.
diary-address = Votre adresse
diary-address-none = Vous n’avez pas encore d’adresse. Faites-en une, puis collez-la dans votre agenda.
diary-made = Faite le { $made }. Aucun agenda ne l’a encore lue.
diary-made-read = Faite le { $made }, lue pour la dernière fois le { $read }.
diary-make = Faire une adresse
diary-replace = Remplacer l’adresse
diary-replace-note = L’adresse d’avant n’ouvrira plus rien : il faudra coller la nouvelle dans chaque agenda.
diary-remove = Retirer l’adresse
diary-removed = L’adresse est retirée : elle n’ouvre plus rien. Ce qu’un agenda a déjà recopié y reste jusqu’à ce que vous l’y effaciez.
diary-show-again = Cette adresse ouvre sans mot de passe : montrez d’abord que c’est bien vous.
diary-show-again-do = Montrer que c’est moi
diary-who-reads = Ce que l’adresse laisse lire
diary-who-reads-what = Les dates que voit votre partie ({ $party }) : le jour, le titre, le nom du projet et celui de l’espace. Qui a l’adresse les lit sans mot de passe, et rien ne vous le signale.
diary-who-reads-not = Jamais les mots d’un constat, d’un carnet, d’une réponse à un questionnaire ou de l’avis ; d’un diagnostic, seulement son dernier jour. Ce que la hiérarchie ne voit pas reste caché.
diary-who-reads-program = Le fournisseur de votre agenda lit ces dates et les garde chez lui : choisissez-le comme vous choisiriez une messagerie.
diary-who-reads-end = L’adresse n’ouvre plus rien dès que vous la retirez, la remplacez ou quittez cette place.
diary-coming = Ce qui vient
diary-coming-none = Aucune date pour l’instant. Celles de la loi, des réunions, des réponses attendues, des engagements et des bilans viendront ici d’elles-mêmes.
diary-coming-more = { $count ->
    [one] Et une autre date, plus loin.
   *[other] Et { $count } autres dates, plus loin.
  }
diary-to-reminders = Choisir mes rappels par courriel
diary-projects = Un projet à part
diary-projects-lede = Un projet peut avoir sa propre adresse, par exemple pour lui donner une couleur dans votre agenda.
diary-project = Calendrier de « { $project } »
diary-project-made = adresse faite
diary-reminders-title = Mon calendrier et mes rappels
diary-reminders-lede = Ce qui vient, dans votre agenda et par courriel à { $email }. Une lettre par jour au plus, dans votre langue, et rien quand il n’y a rien à dire.
diary-reminders = Mes rappels
diary-reminders-none = Vous ne recevez aucun rappel.
diary-reminders-mute = Cette instance n’a pas de serveur de courriel : aucun rappel ne part pour l’instant. Votre calendrier, lui, fonctionne.
diary-reminders-save = Enregistrer mes rappels
diary-reminders-saved = Vos rappels sont enregistrés.
diary-reminders-what = Les rappels disent ce qui vaut pour tous et ce que votre partie doit faire, jamais deux fois pour la même date ; une date qui bouge est redite. Ces délais sont notre choix, pas celui de la loi.
diary-legal = Avant une date de la loi
diary-legal-hint = Deux semaines pour préparer une réunion et ses pièces, trois jours pour finir, le jour même parce qu’un délai passé ne revient pas.
diary-others = Avant une réunion, une réponse attendue, un engagement, un bilan, la fin d’un diagnostic
diary-others-hint = Ces dates se déplacent : trois jours suffisent le plus souvent.
diary-lead-14 = 14 jours avant
diary-lead-3 = 3 jours avant
diary-lead-0 = Le jour même
diary-week = Chaque semaine
diary-week-yes = Une lettre par semaine : ce qui est en retard et ce qui vient sous quinze jours
diary-week-hint = Une fois par semaine au plus, le lundi ou le premier jour où le serveur peut écrire ; aucune quand il n’y a rien à dire.
diary-calendars = Mes calendriers
diary-calendars-lede = Un par organisation : chacun s’arrête avec la place que vous y tenez, sans toucher aux autres.
diary-calendars-none = Vous ne tenez aucune place pour l’instant : vos calendriers viendront avec elles.
diary-calendar-of = Mon calendrier chez { $organisation }
diary-stop-title = Ne plus recevoir de rappels
diary-stop-what = Vous ne recevrez plus aucun rappel, d’aucune organisation. Les lettres qui vous laissent entrer ou vous préviennent d’un acte continuent.
diary-stop-do = Ne plus rien m’envoyer
diary-stop-done = C’est fait : aucun rappel ne partira plus.
diary-stop-choose = Choisir mes rappels
diary-stop-unknown = Ce lien est incomplet ou ne vient pas d’ici. Vos rappels se règlent aussi depuis votre compte.
diary-gone = Ce calendrier est fermé : la place dont il venait n’est plus tenue, ou demande une clé d’accès. Retirez-le de votre agenda, et faites une nouvelle adresse depuis Trinôme si vous y avez une place.
diary-name = Trinôme, { $of }
diary-title = { $what } · { $project }
diary-law = { $label } { $day }
diary-law-from = Entre en application : { $what }
diary-law-why = { $rule } ({ $day }).
diary-law-articles = { $articles }.
diary-answer = Réponse motivée attendue à un constat ({ $space })
diary-campaign = Dernier jour pour répondre à « { $campaign } »
diary-kind-law = Loi
diary-kind-meeting = Réunion
diary-kind-answer = Réponse
diary-kind-commitment = Engagement
diary-kind-review = Bilan
diary-kind-campaign = Diagnostic
diary-kind-key = Deux clés

mail-diary-subject = { $count ->
    [one] Trinôme : une date approche
   *[other] Trinôme : { $count } dates approchent
  }
mail-diary-week-subject = Trinôme : votre semaine
mail-diary-hello = Bonjour,
mail-diary-due = Ces dates approchent.
mail-diary-week = Ce qui est en retard, et ce qui vient sous quinze jours.
mail-diary-head = { $organisation } · { $project }
mail-diary-line = { $day } ({ $away }) : { $what }
mail-diary-foot = Choisir vos rappels : { $choose }
    Ne plus rien recevoir : { $stop }
