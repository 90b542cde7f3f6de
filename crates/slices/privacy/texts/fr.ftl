# Ce que l’instance garde des personnes, et sa propre fiche.
processing-title = Ce que nous faisons des données
processing-lede = Le registre des traitements de cette instance : pour quoi, de qui, pour qui, combien de temps. Texte des auteurs de Trinôme, le même sur toutes les instances.
processing-who = Qui en répond
processing-who-controller = Chaque organisation répond du dialogue qu’elle mène ici. Qui fait tourner l’instance le fait pour elle, et n’en lit rien dans l’application.
processing-contact = Pour toute question sur vos données, et pour joindre le délégué à la protection des données :
processing-no-contact = Cette instance n’a pas encore dit à qui écrire : demandez-le à la personne qui vous a invité. Qui la fait tourner le règle avec --privacy-contact.
processing-what = Pour quoi des données sont traitées
processing-basis = Base légale
processing-data = Données
processing-people = De qui
processing-recipients = Pour qui
processing-not = Ce qui n’est pas fait
processing-not-answers = Aucune réponse à un questionnaire n’est liée à une personne : une fois envoyée, elle n’est plus une donnée personnelle, et personne ne peut ni la retrouver, ni la corriger, ni l’effacer pour vous.
processing-not-elsewhere = Rien ne part vers un autre site ni hors de l’instance, sauf les lettres, par le serveur de courrier qu’elle a choisi. Aucune mesure d’audience, aucun profil, aucune décision automatique.
processing-get = Prendre ce registre en JSON

processing-access = Entrer et savoir qui parle
processing-why-access = Faire entrer chaque personne à la place qu’elle occupe, et montrer aux autres au nom de qui elle parle.
processing-dialogue = Mener le dialogue
processing-why-dialogue = Garder les constats, les réponses motivées, les articles et leurs suites, pour que chacun voie ce qu’est devenu ce qui a été dit.
processing-questionnaires = Recueillir des réponses anonymes
processing-why-questionnaires = Savoir comment un outil change le travail, sans savoir qui l’a dit.
processing-proof = Garder la preuve des actes
processing-why-proof = Tenir un journal que chaque partie emporte et vérifie. Les noms y sont scellés : ils s’effacent sans que la preuve tombe.
processing-letters = Envoyer les lettres
processing-why-letters = Envoyer un lien pour entrer, ou prévenir d’un acte qui regarde la personne.
processing-diary = Rappeler les dates
processing-why-diary = Rappeler par courriel, à qui ne l’a pas arrêté, les dates qui approchent ; les donner à lire à l’agenda de qui en a fait l’adresse.
processing-draft = Décrire un projet sans compte
processing-why-draft = Retrouver, dans le même navigateur, le projet que l’on a commencé à décrire.

basis-legitimate-interest = Intérêt légitime : mener le dialogue et en garder la preuve (RGPD, article 6, 1, f)
basis-legal-obligation = Obligation légale d’informer et de consulter, et, là où elle ne s’applique pas, intérêt légitime (RGPD, article 6, 1, c et f)
basis-request = À la demande de la personne (RGPD, article 6, 1, b)

data-identity = Nom et fonction
data-address = Adresse électronique
data-seat = La partie au titre de laquelle on parle, dans quelle organisation
data-session = La session : le jour où elle s’ouvre, la famille du navigateur
data-words = Ce que l’on écrit en son nom de membre : constats, réponses, comptes rendus
data-positions = Les positions prises sur un texte
data-answers = Des réponses sans nom, sans adresse, sans heure
data-acts = Qui a fait quoi, et quand
data-dates = Les dates qui ont été rappelées, et le jour où un calendrier a été lu
data-draft = Les réponses données sur le projet

people-members = Les personnes invitées
people-respondents = Qui répond à un questionnaire, sans être connu
people-visitors = Qui décrit un projet

recipient-members = Les membres de la même organisation ; jamais la ligne hiérarchique, pour ce que disent les salariés et l’encadrement de proximité
recipient-operator = Qui fait tourner l’instance, pour la tenir en marche
recipient-bearers = Ceux à qui un membre remet le dossier ou le journal
recipient-mail-server = Le serveur de courrier de l’instance
recipient-calendar-program = Le fournisseur d’agenda que la personne a choisi, si elle a fait une adresse
recipient-nobody = Personne d’autre

retention-title = Combien de temps
retention-lede = Ce que la purge supprime l’est au démarrage du serveur, puis chaque jour.
retention-col-what = Quoi
retention-col-until = Jusqu’à quand
retention-col-ends = Ce qui y met fin
retention-hours = { $hours } heures
retention-days = { $days } jours
ends-purge = la purge
ends-act = l’acte de quelqu’un
ends-nothing = rien
retention-sign-in-link = Un lien pour entrer, qui ouvre pendant 72 heures ; puis le fait qu’il a été essayé trop tard
retention-session = Une session
retention-recovery = Une demande de nouvelle adresse
retention-project-draft = Le brouillon d’un projet décrit sans compte
retention-answer-code = Les codes d’un questionnaire
retention-until-answer-code = Jusqu’à la clôture
retention-ballot-box = Les réponses, anonymes
retention-until-ballot-box = Jusqu’à ce que les deux clés suppriment le projet ; sinon tant que l’organisation est sur l’instance
retention-account = Nom, fonction, adresse
retention-until-account = Jusqu’à ce que la personne les efface
retention-dialogue = Ce qui a été dit, répondu, écrit
retention-until-dialogue = Jusqu’à ce que les deux clés suppriment le projet ; sinon tant que l’organisation est sur l’instance, au nom de la partie
retention-journal-line = Le journal : la chaîne et ses sceaux
retention-until-journal-line = Tant que l’organisation est sur l’instance
retention-journal-opening = Ce qui ouvre les sceaux : les noms dans le journal
retention-until-journal-opening = Jusqu’à ce que la personne les efface, ou que les deux clés suppriment le projet
retention-calendar-address = L’adresse d’un calendrier, par son empreinte, et ce qu’il a dit de chaque date
retention-until-calendar-address = Jusqu’à ce que la personne la retire, la remplace, quitte sa place ou s’efface
retention-reminder = Ce qui a été rappelé, date par date (compté depuis le jour de la date)
retention-letter = Les lettres envoyées
retention-until-letter = Pas gardées ici

right-title = Vos droits
right-read = Lire et emporter ce que l’instance garde de vous : page « Vos données », une fois entré.
right-correct = Faire corriger votre nom ou votre fonction : demandez à qui vous a invité.
right-erase = Vous effacer, vous-même, sans demander à personne. Les positions prises par mandat restent au nom de la partie.
right-object = Vous opposer : quitter votre place suffit, en vous effaçant.
right-complain = Saisir la CNIL, si vous pensez que vos droits ne sont pas respectés.

card-title = Registre : la fiche de Trinôme
card-lede = Trinôme est lui aussi un outil numérique au travail. Il répond ici à ce qu’il demande des autres.
card-name = Trinôme { $version }
card-ours = Texte des auteurs de Trinôme. L’organisation qui l’emploie peut y opposer sa propre lecture.
card-purpose = Finalité
card-said-purpose = Conduire le dialogue social sur un projet numérique ou d’IA, avant, pendant et après son arrivée. Ne sert ni à évaluer ni à contrôler quelqu’un.
card-people = Qui est concerné
card-said-people = La direction, les représentants du personnel, les salariés, l’encadrement de proximité, les personnes de la technique et de la prévention d’une organisation.
card-data = Données
card-said-data = Des noms, des adresses, des paroles au nom d’une partie, et des réponses anonymes. Le détail est au registre des traitements.
card-ai = Lecture au regard du règlement sur l’IA
card-said-ai = Aucun système d’IA. Les obligations sont calculées d’après des règles écrites, citées et datées, que chacun peut lire ; aucun modèle n’est entraîné ni interrogé.
card-harm = Ce qui pourrait mal tourner
card-said-harm = Qu’un supérieur lise son équipe ; qu’une petite équipe se reconnaisse dans un résultat ; qu’une partie agisse seule ; que l’outil remplace la rencontre. Chaque crainte a sa protection et son essai automatique, décrits dans la documentation ; la dernière reste l’affaire des personnes.
card-reversal = Réversibilité
card-said-reversal = Le dossier en PDF et en JSON, le journal en texte vérifiable hors connexion, la base de données elle-même. On peut s’arrêter un matin et tout emporter.
card-supplier = Fournisseur
card-said-supplier = Logiciel libre, sous licence EUPL 1.2. L’organisation l’héberge elle-même, ou choisit qui le fait.
card-state = Où il en est
card-said-state = Première version, non publiée. Pas encore d’audit de sécurité ni d’accessibilité par des tiers.

culture-title = Six questions de culture technique
culture-lede = Celles que l’on peut poser à tout outil, avec une réponse courte.
culture-works = Comment cela marche-t-il ?
culture-said-works = Un programme sert des pages ; chaque acte est une écriture dans une base de données et une ligne dans un journal chaîné.
culture-infrastructure = Sur quelle infrastructure ?
culture-said-infrastructure = Une machine ordinaire suffit, avec un fichier pour base. Un réseau de plusieurs organisations emploie PostgreSQL. Rien d’autre à installer, aucun service extérieur.
culture-together = Comment s’assemble-t-il avec d’autres outils ?
culture-said-together = Par des fichiers et du courrier : il ne se branche sur aucun logiciel de paie, de pointage ni de suivi d’activité.
culture-gestures = Quels gestes le rendent efficace et sûr ?
culture-said-gestures = Inviter les trois parties tôt, tourner les deux clés chacun de son côté, tirer les codes au chapeau, garder la tête du journal, se voir.
culture-rules = Quelles règles pour le mettre en place et s’en servir ?
culture-said-rules = Celles que l’organisation se donne : l’accord de méthode d’abord. Trinôme introduit une technologie : les élus en sont informés comme pour une autre.
culture-dependence = De quoi dépend-on ?
culture-said-dependence = D’une machine, d’un courrier, de qui les tient en marche. Le code, les règles de droit et les méthodes sont publics : d’autres peuvent les reprendre.

mydata-title = Mes données
mydata-lede = Tout ce que l’instance garde de vous, ici et maintenant.
mydata-who = Vous
mydata-name = Nom
mydata-email = Adresse
mydata-language = Langue
mydata-seats = Vos places
mydata-seats-none = Vous n’occupez plus aucune place.
mydata-seat = { $organisation }, { $party }
mydata-sessions = Vos sessions
mydata-session = Ouverte le { $day }, { $device }
mydata-acts = Vos actes au journal
mydata-acts-count = { $count ->
    [0] Aucun acte à votre nom.
    [1] Un acte à votre nom.
   *[other] { $count } actes à votre nom.
  }
mydata-acts-where = Chacun est dans le fichier : son numéro, sa sorte, son moment, et ce que vous avez écrit.
mydata-words = Ce que vous avez dit
mydata-words-count = { $count ->
    [0] Aucun constat ni réponse.
    [1] Un constat ou une réponse.
   *[other] { $count } constats et réponses.
  }
mydata-shown = Ce qui vous a été montré
mydata-shown-account = Texte « Ce que nous gardons de vous », version { $version }, montré le { $day }
mydata-notes = Vos notes
mydata-notes-count = { $count ->
    [0] Aucune note.
    [1] Une note dans un carnet.
   *[other] { $count } notes dans les carnets.
  }
mydata-not = Ce qui ne peut pas y être
mydata-not-answers = Vos réponses aux questionnaires. Elles ne sont liées à personne : nous ne pouvons ni vous les montrer, ni les effacer. C’est ce qui les protège.
mydata-get = Tout prendre, en JSON
mydata-erase = M’effacer

erase-title = M’effacer de cette instance
erase-lede = Personne d’autre n’a à l’accepter. Rien ne pourra être rétabli.
erase-goes = Ce qui s’en va
erase-goes-account = Votre nom, votre fonction, votre adresse, vos sessions et vos liens.
erase-goes-seats = Vos places : vous ne pourrez plus entrer, dans aucune organisation de cette instance.
erase-goes-openings = Ce qui dit votre nom dans le journal. La chaîne garde sa preuve : elle ne dit plus qui.
erase-stays = Ce qui reste, et pourquoi
erase-stays-mandate = Les positions prises, les réponses et les articles restent au nom de la partie : vous parliez par mandat.
erase-stays-words = Les constats restent, sans votre nom : d’autres y ont répondu.
erase-stays-answers = Vos réponses aux questionnaires : rien ne les lie à vous.
erase-stays-free = Ce que d’autres ont écrit de vous dans un compte rendu ou dans un article ; les fichiers déjà emportés.
erase-last-key = Vous êtes la dernière personne à tenir la clé « { $party } » de { $organisation }. Sans elle, rien de ce qui demande deux clés ne pourra plus se faire. Invitez quelqu’un d’abord, si vous le pouvez.
erase-confirm = Pour confirmer, écrivez votre adresse
erase-button = M’effacer pour toujours
erase-keep = Rester
erase-wrong-address = Ce n’est pas l’adresse de votre compte. Rien n’a été effacé.
erased-title = C’est fait
erased-said = Votre nom, votre adresse et vos places ne sont plus sur cette instance. Le journal garde la preuve des actes, sans dire qui.

# Supprimer un projet, à deux clés.
deletion-title = Supprimer ce projet
deletion-lede = Supprimer prend les deux clés : une partie propose avec sa raison, l’autre confirme ou refuse. Une fois fait, rien ne pourra être rétabli.
deletion-open = { $count ->
    [one] Un questionnaire est ouvert : ses codes ne serviront plus, et les réponses déjà données seront effacées sans être lues.
   *[other] { $count } questionnaires sont ouverts : leurs codes ne serviront plus, et les réponses déjà données seront effacées sans être lues.
  }
deletion-goes = Ce qui s’en va
deletion-goes-said = Le projet, ses constats, les réponses motivées et ce qui est passé d’un espace à l’autre.
deletion-goes-campaigns = Les questionnaires, leurs réponses anonymes, leurs codes et les résultats publiés.
deletion-goes-text = Les textes, les articles, les positions, les engagements, les mesures et les bilans.
deletion-goes-spaces = Les espaces de dialogue, les réunions et leurs comptes rendus.
deletion-goes-notebooks = Le carnet de chaque partie, y compris celui que vous ne lisez pas.
deletion-goes-journal = Les mots et les noms que le journal tenait à part pour ce projet.
deletion-stays = Ce qui reste, et pourquoi
deletion-stays-chain = Les lignes du journal et leurs sceaux : quelle partie a fait quel acte, et quand. La preuve tient ; les mots n’y sont plus.
deletion-stays-fact = Le fait que ce projet a été supprimé, le jour, et les deux parties qui l’ont décidé.
deletion-stays-others = Les personnes, l’organisation et ses autres projets : rien n’y change.
deletion-stays-files = Les fichiers déjà emportés, et les sauvegardes de l’instance aussi longtemps qu’elle les garde.
deletion-first = D’abord, emporter ce qui doit être gardé
deletion-first-why = Un avis, un procès-verbal ou un accord peut devoir être conservé. Après la suppression, il n’y aura plus rien à télécharger.
deletion-get-pdf = Télécharger le dossier (PDF)
deletion-get-json = Télécharger tout (JSON)
deletion-get-journal = Télécharger le journal
deletion-keys = Les deux clés
deletion-proposed = Suppression proposée par { $by } ({ $party }).
deletion-awaited = La clé attendue : { $party }, jusqu’au { $until }. Passé ce jour, la proposition tombe.
deletion-waits = Votre partie a tourné sa clé. Rien n’est supprimé tant que l’autre n’a pas répondu.
deletion-refused = La dernière proposition a été refusée ({ $party }) : { $reason }
deletion-reason = Pourquoi supprimer ce projet
deletion-reason-hint = L’autre partie lit cette raison avant de répondre.
deletion-propose = Tourner notre clé et proposer de supprimer
deletion-keep = Garder le projet
deletion-type-title = Pour confirmer, écrivez le nom du projet : { $title }
deletion-other-title = Ce n’est pas le nom du projet. Rien n’a été supprimé.
deletion-confirm = Tourner notre clé et supprimer pour toujours
deletion-refusal = La raison du refus, que les deux parties liront
deletion-refuse = Refuser et garder le projet
deletion-told-proposed = Votre clé est tournée. L’autre partie est prévenue et a quatorze jours pour répondre ; rien n’est supprimé d’ici là.
deletion-told-refused = C’est refusé : le projet reste. L’autre partie lit votre raison.
mail-deletion-subject = Trinôme : supprimer « { $project } » est proposé
mail-deletion-body = Bonjour,

    La suppression du projet « { $project } » est proposée, avec cette raison : { $reason }

    Rien n’est supprimé tant que l’autre partie n’a pas tourné sa clé. Ce qui s’en irait, ce qui resterait, et votre réponse :

retention-project-deletion = Le fait qu’un projet a été supprimé
retention-until-project-deletion = Tant que l’organisation est sur l’instance
deletion-withdraw = Retirer notre proposition et garder le projet
mail-deleted-subject = Trinôme : « { $project } » est supprimé
mail-deleted-body = Bonjour,

    Les deux parties ont tourné leur clé : le projet « { $project } » est supprimé, avec ce qui y a été dit et écrit. Le journal garde la preuve des actes, sans leurs mots. Les autres projets ne changent pas :

    { $link }
