thread-title = Le fil du dialogue
thread-description = Frise de { $from } à { $to } : trois lignes de dialogue, leurs rencontres, les échéances légales, et ce qui passe d’un espace à l’autre. Le même contenu suit en tableau.
thread-today = aujourd’hui
thread-flags = Échéances
thread-to-todo = Aller à ce qu’il y a à faire
thread-flag = { $label } { $day }
thread-since = dès le { $day }
thread-until = jusqu’au { $day }
thread-key-held = ● tenu ○ prévu
thread-key-law = ◆ échéance légale
thread-key-passed = ┄ ce qui est passé d’un espace à l’autre
thread-band-idea = avant · idée
thread-band-design = avant · conception
thread-band-pilot = pendant · essai
thread-band-deployment = pendant · déploiement
thread-band-use = après · usage
thread-band-withdrawal = après · retrait ou retour
thread-band-planned = usage prévu
thread-adopted-one = article { $number } adopté
thread-adopted-several = articles { $first } et { $last } adoptés
thread-reviews-one = bilan de l’article { $number }
thread-reviews-several = bilans des articles { $first } et { $last }
thread-passed-one = « { $words } »
thread-passed-several = { $count } constats
thread-passed-to = { $what } → { $to }
thread-as-table = Le fil en tableau
thread-col-day = Date
thread-col-lane = Dialogue
thread-col-what = Quoi
thread-col-state = État
thread-col-outcome = Ce qui en est sorti, et où c’est passé
thread-lane-law = échéance légale
thread-lane-stage = étape du projet
thread-state-held = tenu
thread-state-planned = prévu
thread-state-unsaid = date passée, suite à dire
thread-state-cancelled = annulé
thread-state-begun = commencée
thread-state-past = date passée
thread-state-alert = à venir, à surveiller
thread-state-ahead = à venir

thread-todo = À faire maintenant
thread-todo-none = Rien ne presse. Le fil ci-dessus dit ce qui vient ensuite.
thread-prepare = Préparer entre vous, dans le carnet de votre partie
thread-calendar = Ces dates dans mon agenda
thread-todo-later = { $count ->
    [one] Puis une autre chose, moins pressée
   *[other] Puis { $count } autres choses, moins pressées
  }
thread-path = Le plus court chemin : { $acts ->
    [one] un geste
    [2] deux gestes
    [3] trois gestes
    [4] quatre gestes
    [5] cinq gestes
    [6] six gestes
   *[other] { $acts } gestes
  } pour vous ce mois-ci, environ { $duration } (notre estimation).
thread-path-none = Rien n’attend votre partie ce mois-ci.
thread-awaited = Attendu de : { $parties }.
thread-now = Dès que possible
thread-stop = Bloqué
thread-stop-now = l’usage a commencé
thread-stop-next = avant la suite
thread-away-late = { $days ->
    [one] hier
   *[other] il y a { $days } j
  }
thread-away-today = aujourd’hui
thread-away-tomorrow = demain
thread-away-in = dans { $days } j

thread-do-key-open = Ouvrir ensemble « { $campaign } »
thread-do-key-close = Clore ensemble « { $campaign } » et publier ses résultats
thread-do-answer-one = Répondre : « { $words } »
thread-do-answer = Répondre à { $count } constats passés à « { $space } »
thread-do-consent-one = Se prononcer sur l’article { $number }, « { $title } »
thread-do-consent = Se prononcer sur { $count } articles
thread-do-objection = Lever l’objection à l’article { $number }, « { $title } »
thread-do-hold = Tenir : { $title }
thread-do-say-held = Dire ce qui est sorti de : { $title }
thread-do-open = Relire et ouvrir « { $campaign } »
thread-do-collect = Faire répondre à « { $campaign } »
thread-do-close = Clore « { $campaign } »
thread-do-keep = Tenir l’engagement : { $what }
thread-do-watch = Regarder ensemble : { $indicator }
thread-do-review = Faire le point : { $what }
thread-do-review-called = Se réunir, le seuil est franchi : { $what }
thread-do-invite-management = Inviter la direction
thread-do-invite-staff-representatives = Inviter les représentants du personnel
thread-do-invite-technical = Inviter la partie technique
thread-do-begin = Ouvrir un premier diagnostic

thread-why-law = Pourquoi ? { $articles }
thread-why-law-more = Pourquoi ? { $articles }…
thread-why-key = { $party } a tourné sa clé ; il manque la seconde. Rien ne se fait d’une seule main.
thread-why-answer-one = Constat passé à « { $space } » ; une réponse motivée est attendue.
thread-why-answer = Une réponse motivée est attendue pour chacun.
thread-why-consent = Le texte n’est adopté que si chaque partie y consent.
thread-why-objection = { $party } ne peut pas vivre avec ce texte et dit pourquoi.
thread-why-hold = { $kind }, dans « { $space } ».
thread-why-say-held = La date est passée : tenu, reporté ou annulé ?
thread-why-open = Il faut la clé de la direction et celle des représentants du personnel.
thread-why-collect = Les réponses sont anonymes ; les résultats viennent à la clôture.
thread-why-close = Le dernier jour est passé. La clôture publie les résultats pour tous, en même temps.
thread-why-keep = { $owner } en répond.
thread-why-watch = L’indicateur approche du seuil de retour de : { $what }.
thread-why-review = Continuer, ajuster, suspendre ou revenir en arrière : tout reste possible.
thread-why-review-called = La clause de retour met le retour en arrière à l’ordre du jour.
thread-why-invite = Le dialogue se tient à trois : direction, représentants du personnel, technique.
thread-why-begin = Ce que chacun perçoit du projet, sans nom : c’est de là que partent les constats.

thread-go-follow = Suivre
thread-go-see = Voir
thread-go-key = Tourner ma clé
thread-go-answer = Répondre
thread-go-consent = Me prononcer
thread-go-read = Lire
thread-go-prepare = Préparer
thread-go-tell = Dire la suite
thread-go-open = Relire
thread-go-close = Clore
thread-go-report = Rendre compte
thread-go-invite = Inviter
thread-go-begin = Préparer un diagnostic

thread-gaps = Écarts de regard
thread-gaps-lede = Points de vigilance, de 0 à 100 %, du plus grand écart au plus petit. { $title }, clos le { $day }.
thread-gaps-as-table = Les écarts en tableau
thread-gaps-results = Lire tous les résultats
thread-gaps-open = « { $title } » recueille des réponses jusqu’au { $day }. Les résultats paraîtront pour toutes les parties à la fois, quand la direction et les représentants du personnel auront clos ensemble.
thread-gaps-prepared = « { $title } » est prêt. Il s’ouvre quand la direction et les représentants du personnel ont chacun tourné leur clé.
thread-gaps-none = Aucun diagnostic pour l’instant. Un diagnostic demande à chaque groupe, sans nom, comment il voit le projet ; cette place montrera ensuite où les regards diffèrent, le plus grand écart d’abord.
thread-gaps-see = Voir le diagnostic
thread-percent = { $n } %
thread-withheld = masqué
thread-col-criterion = Critère
thread-col-gap = Écart

thread-fates = Ce qui a été dit, et ce que c’est devenu
thread-fates-none = Rien n’est encore consigné. Un constat tient en une phrase : un point de vigilance, un besoin, une question, un désaccord. On voit ensuite ici qui lui a répondu, et ce qu’il est devenu.
thread-fates-record = Consigner un constat
thread-fates-all = { $count ->
    [one] Voir le constat
   *[other] Voir les { $count } constats
  }
thread-col-finding = Constat
thread-col-from = Venu de
thread-col-steps = Chemin
thread-col-today = Aujourd’hui
thread-steps = étape { $reached } sur { $all }
thread-fate-title = {"\u00A0"}: { $title }
thread-fate-drafted = Article { $number } en discussion
thread-fate-late = { $days ->
    [one] Sans réponse, attendue hier ;
   *[other] Sans réponse, attendue depuis { $days } jours ;
  }
thread-fate-asked = Réponse de « { $space } » attendue le { $day } ;
thread-fate-answered = { $party } a répondu le { $day } :
thread-fate-discussed = Débattu, sans réponse motivée ;
thread-fate-said = Dit, pas encore débattu ;
thread-fate-called = Se discute le { $day }, comme la clause de retour le veut ;
thread-fate-prepare = préparer la réunion
thread-fate-see = voir le constat
thread-fate-next = lui donner une suite
thread-sealed = Journal scellé n° { $number }
thread-opinion = { $what } : { $opinion }
