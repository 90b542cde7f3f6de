obl-title = Ce que la loi demande
obl-fact = { $fact } : { $value }
obl-article = { $code }, { $article }
obl-article-version = { $article } ({ $version })
obl-day-extended = { $day }, ou { $extended } si le délai est reporté au jour ouvré suivant
obl-day-advised = { $day } ; par prudence, { $advised }, dernier jour ouvré avant
obl-value-yes = oui
obl-value-no = non
obl-value-none = aucun
obl-value-unknown = on ne sait pas
obl-value-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
  }
obl-value-months = { $n } mois
obl-change = { $fact } : { $wanted } (aujourd’hui : { $now })
obl-change-and = {" "}et{" "}
obl-change-differ = autre chose
obl-change-some = une valeur connue
obl-change-other = autre chose que « { $value } »
obl-change-before = avant le { $value }
obl-change-by = au plus tard le { $value }
obl-change-after = après le { $value }
obl-change-from = à partir du { $value }
obl-change-less = moins de { $value }
obl-change-at-most = { $value } au plus
obl-change-more = plus de { $value }
obl-change-at-least = au moins { $value }
obl-change-in = { $value }
obl-change-not-in = autre chose que { $value }

obl-kind-prohibition = Interdiction
obl-kind-gate = Préalable
obl-kind-alert = Alerte
obl-kind-obligation = Obligation
obl-kind-derived-date = Échéance
obl-kind-right = Droit
obl-kind-procedure = Procédure
obl-kind-recommended = Conseil
obl-kind-optional = Possibilité
obl-kind-soft = Repère
obl-kind-info = À savoir
obl-group-prohibition = Ce qui est interdit
obl-group-gate = Ce qui doit attendre
obl-group-alert = Alertes
obl-group-obligation = Ce qu’il faut faire
obl-group-derived-date = Les échéances
obl-group-right = Les droits de chacun
obl-group-rest = Bon à savoir

obl-when = Quand ?
obl-date-open = quand on connaîtra :
obl-why = Pourquoi, et selon quel texte ?
obl-who-and-why = Qui fait quoi, pourquoi, selon quel texte ?
obl-why-here = Pourquoi ici
obl-why-facts = D’après ce que vous avez déclaré –
obl-deadline = Comment le délai se compte
obl-articles = Les textes
obl-if-not-done = Si ce n’est pas fait
obl-ways-out = Cela ne s’appliquerait pas si
obl-remarks = À noter
obl-confidence = Ce qui a été vérifié

obl-gate-closed = Décider ou utiliser l’outil doit encore attendre
obl-gate-crossed = L’outil est utilisé alors que la consultation n’est pas terminée
obl-gate-closed-until = Aucune décision ni aucun usage, essai compris, avant le { $day }. Un avis rendu plus tôt avance cette date.
obl-gate-closed-undated = Aucune décision ni aucun usage, essai compris, avant l’avis. Le délai court dès que l’information écrite est remise ; il n’a pas encore commencé.
obl-gate-open = La voie est libre
obl-gate-open-text = L’avis a été rendu, ou est réputé l’avoir été. La décision peut être prise ; elle se motive et se suit.
obl-gate-unknown = On ne peut pas encore dire si une consultation doit précéder l’usage
obl-gate-unknown-text = Répondez aux questions ouvertes plus bas. En attendant, mieux vaut ne pas commencer d’essai en situation réelle.

obl-doubts = Ce qu’on ne peut pas encore dire
obl-doubts-lede = Une réponse manque. Ces règles s’appliquent peut-être : elles ne sont pas écartées.
obl-doubts-rules = { $count ->
    [one] Une règle en dépend
   *[other] { $count } règles en dépendent
  }
obl-doubts-settle = Répondre à ces questions
obl-later = Ce qui s’appliquera plus tard
obl-later-from = À partir du { $day }.
obl-base = Vaut pour toute l’organisation
obl-base-lede = Ces règles ne viennent pas du projet ; il peut leur donner une occasion.
obl-limits = Ce que cette page ne dit pas
obl-wording = Les articles, les seuils et les dates viennent des textes. Les phrases sont de nous, proposées pour être comprises : seul le texte officiel fait foi.
obl-edition = Édition { $edition } ; articles relus sur l’extraction officielle du { $day }.
obl-change-facts = Corriger ou compléter les faits
obl-change-stage = Déclarer une autre étape
obl-back = Revenir aux obligations
obl-todo-doubts = { $count ->
    [one] Une règle attend une réponse
   *[other] { $count } règles attendent une réponse
  }
obl-todo-doubts-why = Une réponse manque pour dire si elles s’appliquent au projet.

obl-facts-title = Les faits
obl-facts-lede = La lecture du droit part de ces faits, et d’eux seuls. Chaque changement est inscrit au journal, avec ce qu’il change aux obligations.
obl-facts-structure = Ce que dit la structure
obl-facts-structure-go = Le changer dans la structure, où il est dit une fois pour tous les projets
obl-facts-count = { $count ->
    [one] Voir le champ
   *[other] Voir les { $count } champs
  }
obl-facts-never = { $fact } : cela n’a pas eu lieu
obl-facts-or = Ou bien
obl-facts-save = Enregistrer les faits
obl-facts-changed = Les faits sont à jour, et la lecture avec eux.
obl-section-doubts = Les questions ouvertes
obl-section-lede-doubts = Chaque réponse lève un doute. « On ne sait pas » reste une réponse permise.
obl-section-dialogue = Où en est la consultation
obl-section-lede-dialogue = Une case vide veut dire que cela n’a pas eu lieu.
obl-section-events = D’autres dates utiles
obl-section-lede-events = Chacune permet de calculer une échéance. Toutes sont facultatives.
obl-section-system = L’outil
obl-section-lede-system = Ce qu’il fait, ce qu’il change dans le travail, ce qu’il décide.
obl-section-data = Les données
obl-section-lede-data = Celles que l’outil utilise, et ce qui impose une analyse d’impact.
obl-section-special = Situations particulières
obl-section-lede-special = Plan de sauvegarde de l’emploi, consultation à plusieurs niveaux. À laisser ainsi si rien de cela ne vous concerne.

obl-stage-title = Déclarer une autre étape
obl-stage-lede = Déclarer une étape, c’est dire à toutes les parties où l’on en est. La date et vos mots entrent au journal.
obl-stage-which = Où en est le projet ?
obl-stage-hint-idea = On y pense ; rien n’est choisi.
obl-stage-hint-design = On choisit, on conçoit, on paramètre, sans usage réel.
obl-stage-hint-pilot = De vraies personnes s’en servent pour du vrai travail, même peu, même quelques jours.
obl-stage-hint-deployment = On l’étend.
obl-stage-hint-use = Il fait partie du travail courant.
obl-stage-hint-withdrawal = On l’arrête, ou l’on revient à la façon de faire d’avant. C’est une issue comme une autre.
obl-stage-on = Depuis quand
obl-stage-on-hint = Le jour où cela a commencé, ou aujourd’hui.
obl-stage-reason = Pourquoi
obl-stage-reason-hint = En une phrase, pour qui lira le fil plus tard.
obl-stage-reason-gate = À remplir pour passer à l’essai, au déploiement ou à l’usage malgré ce qui précède. Toutes les parties liront cette raison.
obl-stage-reason-needed = L’avis n’est pas rendu : écrivez pourquoi l’outil entre en usage avant lui, ou choisissez une étape sans usage réel.
obl-stage-gate-rule = Un essai en situation réelle compte comme un usage. Si vous le déclarez malgré tout, une raison écrite est demandée, l’alerte paraît aussitôt et le journal en garde la trace pour chaque partie.
obl-stage-in-future = Une étape se déclare le jour venu, ou après.
obl-stage-same = Le projet est déjà à cette étape.
obl-stage-save = Déclarer cette étape
obl-stage-moved = L’étape est déclarée. Voici ce que la loi demande désormais.
obl-stage-not-yours = La direction déclare les étapes, puisqu’elle décide de l’usage. Vous en voyez la date et les raisons dans le fil et dans le journal.
obl-stage-waits = Une étape est proposée
obl-stage-proposed = Étape proposée : { $stage }, depuis le { $day }.
obl-stage-awaited = La clé attendue : { $party }, jusqu’au { $until }.
obl-stage-confirm = Tourner notre clé et déclarer cette étape
obl-stage-keys = Les deux clés : répondre, ou refuser avec une raison
obl-stage-two-keys = Ici, une étape prend deux clés : l’autre partie confirmera ou refusera.
obl-stage-another = Une étape attend déjà sa seconde clé : répondez d’abord à celle-là.
obl-consultation-cse = Consultation du CSE
obl-consultation-cst = Consultation du comité social territorial
obl-consultation-csa = Consultation du comité social d’administration
obl-consultation-hospital-cse = Consultation du CSE d’établissement
