sign-in-title = Se connecter
sign-in-lede = Pas de mot de passe : nous vous envoyons un lien qui ne sert qu’une fois.
sign-in-email = Votre adresse électronique
sign-in-email-hint = Celle à laquelle vous avez été invité(e).
sign-in-send = Recevoir un lien
sign-in-sent = Si cette adresse est connue ici, un lien vient de partir. Il fonctionne trois jours.
sign-in-sent-next = Rien reçu après quelques minutes ? Regardez dans les indésirables, puis demandez à la personne qui vous a invité(e) de renvoyer le lien.
sign-in-lasts = Une fois entré(e), vous le restez { $most } jours au plus, et { $idle } jours sans revenir. Sur un appareil partagé, déconnectez-vous en partant.
fresh-first = Avant de changer une règle, il vous sera demandé de confirmer que c’est vous.
fresh-first-do = Le faire maintenant
sign-in-passkey = Se connecter avec une clé d’accès
sign-in-passkey-cancelled = L’appareil n’a pas répondu, ou vous avez renoncé. Vous pouvez recommencer, ou demander un lien.
sign-in-passkey-failed = Cela n’a pas abouti. Rechargez la page et recommencez, ou demandez un lien.
sign-in-provider = Se connecter avec { $name }
link-title = Entrer
link-for = Ce lien fait entrer { $name } chez { $organisation }.
link-for-several = Ce lien fait entrer { $name } dans ses organisations.
link-enter = Entrer
link-once = Il ne sert qu’une fois. Pour revenir plus tard, demandez-en un autre : c’est immédiat.
link-gone = Ce lien a déjà servi, ou il a plus de trois jours.
link-gone-again = Recevoir un nouveau lien
mail-link-subject = Trinôme : votre lien pour { $organisation }
mail-link-body = Bonjour,

    Voici votre lien pour entrer dans l’espace de { $organisation } sur Trinôme. Il ne sert qu’une fois et fonctionne trois jours :

    { $link }

    Si vous n’attendiez pas ce message, ignorez-le : sans ce lien, personne n’entre.

mail-link-several-subject = Trinôme : votre lien pour entrer
mail-link-several-body = Bonjour,

    Voici votre lien pour entrer sur Trinôme. Un seul suffit pour toutes vos organisations : vous choisirez ensuite où aller. Il ne sert qu’une fois et fonctionne trois jours :

    { $link }

    Si vous n’attendiez pas ce message, ignorez-le : sans ce lien, personne n’entre.

places-title = Vos organisations
places-lede = Où souhaitez-vous aller ?
places-none = Vous ne siégez plus dans aucune organisation. Si vous pensez que c’est une erreur, demandez à un membre de vous inviter.
place-title = Changer de place
place-lede = Vous siégez à plusieurs titres ici. Ce que vous faites porte le nom de la partie que vous choisissez, au journal aussi.
place-seat = Siéger au titre de
place-take = Prendre cette place

members-title = Les personnes
members-list = Qui participe
members-not-yet = pas encore entré(e)
members-send-again = Renvoyer le lien
members-coverage = Les six familles
members-coverage-lede = Une famille absente ne bloque rien ; elle manquera au dialogue.
members-missing = personne pour l’instant
members-invite = Inviter
members-invite-lede = La personne reçoit un lien qui ne sert qu’une fois. Chaque invitation est inscrite au journal, que toutes les parties lisent.
members-party = Au titre de
members-name = Prénom et nom
members-role = Fonction
members-role-hint = Par exemple : secrétaire du CSE, responsable informatique.
members-email = Adresse électronique
members-email-hint = Elle ne sert qu’à envoyer le lien.
members-locale = Langue de ses messages
members-invite-send = Inviter
members-sent = Le lien est parti.
members-known = Cette personne est déjà invitée au titre de cette partie.
members-both-keys = Cette personne siège déjà pour la partie qui tient l’autre clé. Les deux clés ne se tournent jamais d’une seule main : invitez quelqu’un d’autre.
locale-fr = français
locale-en = English
party-hint-management = Décide du projet et en répond.
party-hint-staff-representatives = CSE, délégués ; à défaut, la personne que l’équipe a choisie.
party-hint-workers = Celles et ceux dont le travail change.
party-hint-line-managers = Responsables d’équipe.
party-hint-technical = Informatique, éditeur, intégrateur.
party-hint-prevention = Service de santé au travail, référent sécurité.
party-hint-facilitator = Tiers qui aide sans prendre parti.
members-present = présente

account-title = Votre compte
account-data = Mes données : les lire, les emporter, m’effacer
account-seats = Vos places
account-leave = Quitter
account-me = Vous
account-name = Prénom et nom
account-name-hint = Un changement se voit à toutes vos places ; chaque journal le garde.
account-locale = Langue de vos messages et des pages
account-passkeys = Mes clés d’accès : entrer sans lien, avec le doigt, le visage ou le code de l’appareil
account-reminders = Mon calendrier et mes rappels
account-save = Enregistrer
account-saved = C’est enregistré.
account-sessions = Vos sessions
account-sessions-lede = Les appareils sur lesquels vous êtes entré(e). Seuls le jour et la famille de l’appareil sont gardés.
account-device-unknown = Appareil non reconnu
account-this-one = celle-ci
account-session-days = Ouverte le { $opened }, vue le { $seen }.
account-day-unknown = jour non gardé
account-close = Fermer
account-close-others = Fermer toutes les autres sessions
account-closed = C’est fermé.
account-unproved = Votre adresse reste à confirmer
account-unproved-what = Vous êtes entré(e) en fondant cette organisation. Tant que vous n’avez pas ouvert un lien reçu à cette adresse, cette session n’ouvre rien d’autre.
account-unproved-do = Recevoir un lien

removal-leave = Quitter
removal-remove = Retirer
removal-leave-title = Quitter cette organisation
removal-remove-title = Retirer une personne
removal-out-oneself = Vous n’aurez plus accès à cette organisation au titre de cette partie, sur aucun appareil.
removal-out = Cette personne n’aura plus accès à cette organisation au titre de cette partie, sur aucun appareil, dès maintenant.
removal-past = Ce qui a été fait depuis cette place reste, sous son nom.
removal-journal = C’est inscrit au journal, que toutes les parties lisent.
removal-leave-now = Quitter cette organisation
removal-remove-now = Retirer cette personne
removal-keep = Ne rien changer
removal-last-key = C’est la dernière personne présente pour une partie qui tient une clé. Sans elle, l’autre partie déciderait seule : elle se remplace, elle ne se retire pas. Invitez d’abord quelqu’un de la même partie ; quand cette personne sera entrée, la place pourra prendre fin.
removal-replace = Inviter une autre personne
removal-done = La place a pris fin.
line-title = La ligne hiérarchique
line-see = La ligne hiérarchique : qui ne lit pas qui
line-why = À quoi elle sert
line-why-lede = À cacher, jamais à montrer. Savoir qui est au-dessus de qui permet de ne pas donner à lire à une personne ce que disent celles qu’elle encadre, de près ou de loin.
line-hides = Ce que disent les personnels et l’encadrement de proximité n’est montré à personne au-dessus d’eux, ni à l’écran, ni dans un fichier.
line-passes = Ce qui est transmis à un autre espace est lu par tous, dans les mots de la transmission, sans auteur.
line-lasts = Quitter la ligne n’ouvre rien : ce qui a été dit reste caché à qui était au-dessus ce jour-là.
line-never-shown = Aucune page ne montre la ligne. Chacun n’y lit que ses propres supérieurs. Le journal garde qu’elle a changé, jamais une adresse.
line-known = { $count ->
    [0] Aucune ligne n’est connue : rien n’est caché à personne.
    [one] Une ligne est connue.
   *[other] { $count } lignes sont connues.
}
line-own = Au-dessus de vous
line-own-none = Personne, d’après ce qui a été dit ici.
line-own-lede = Ces personnes ne lisent pas ce que vous dites ici au titre des personnels ou de l’encadrement de proximité.
line-file = La donner par un fichier
line-file-lede = Le fichier remplace ce qui était connu. Deux colonnes : l’adresse de la personne ; l’adresse de son ou sa supérieure. Une personne peut en avoir plusieurs, sur plusieurs lignes.
line-file-label = Fichier CSV
line-file-hint = Séparé par des points-virgules ou des virgules, avec ou sans titre de colonnes. Au plus { $lines } lignes et { $megabytes } Mo.
line-file-send = Tourner notre clé pour ce fichier
line-hand = Ajouter à la main
line-person = Adresse de la personne
line-superior = Adresse de sa supérieure ou de son supérieur
line-hand-send = Tourner notre clé pour l’ajouter
line-less = Retirer
line-less-lede = Pour une personne qui change d’équipe : retirez l’ancien lien, ajoutez le nouveau. La réponse est la même que le lien ait été connu ou non.
line-remove-send = Tourner notre clé pour retirer ce lien
line-erase = Tourner notre clé pour effacer toute la ligne
line-no-file = Choisissez un fichier.
line-empty = Ce fichier ne dit qui est au-dessus de qui dans aucune de ses lignes.
line-too-long = Ce fichier est trop long : au plus { $lines } lignes et { $megabytes } Mo. Rien n’a changé.
line-not-an-address = Ligne { $line } : « { $found } » n’est pas une adresse électronique. Rien n’a changé.
line-cycle = Personne n’est au-dessus de soi-même : { $around }. Rien n’a changé.
line-too-entangled = Tant de niveaux que presque tout le monde serait au-dessus de tout le monde. Rien n’a changé.
line-done-add = Les deux clés sont tournées : le lien est ajouté.
line-done-remove = Les deux clés sont tournées : si ce lien était connu, il ne l’est plus.
line-done-erase = Les deux clés sont tournées : la ligne est effacée. Ce qui était caché le reste.
line-done-replace = Les deux clés sont tournées : la ligne est remplacée.
line-done-proposed = Votre clé est tournée. Rien ne change tant que l’autre partie n’a pas dit exactement la même chose ici.
line-keys = Deux clés, qui disent la même chose
line-keys-lede = La ligne décide de qui ne lit pas qui : elle ne change que si les deux parties la disent, chacune de son côté, à l’identique (le même fichier, ou les deux mêmes adresses). Mettez-vous d’accord hors d’ici : rien de ce que l’une a dit n’est montré à l’autre.
line-what-add = Ajouter un lien
line-what-remove = Retirer un lien
line-what-replace = Remplacer la ligne par un fichier
line-what-erase = Effacer toute la ligne
line-waits = { $what } : proposé par { $by }.
line-waits-lines = { $lines } liens.
line-waits-you = Pour tourner votre clé, dites la même chose ci-dessous d’ici au { $until } ; sinon, refusez avec une raison.
line-waits-other = L’autre partie a jusqu’au { $until } pour dire la même chose.
line-waits-keys = Refuser, ou la retirer si elle est de vous
line-own-waits = Votre partie a déjà proposé autre chose, qui attend. Retirez d’abord cette proposition. Rien n’a changé.
line-differs = Ce n’est pas ce que l’autre partie a dit. Rien n’a changé ; l’essai est inscrit au journal. Mettez-vous d’accord, ou refusez sa proposition.

keys-title = Les deux clés
keys-lede = Ce qui engage les deux côtés se fait à deux : une partie propose, l’autre confirme ou refuse avec une raison. Une proposition attend quatorze jours ; tout est inscrit au journal.
keys-waiting = Ce qui attend une clé
keys-nothing-waits = Rien n’attend. Une proposition apparaît ici dès que la première clé est tournée.
keys-proposed = Proposé par { $by } le { $day }.
keys-awaited = La clé attendue : { $party }, jusqu’au { $until }.
keys-confirm = Tourner notre clé et confirmer ce changement
keys-refuse = Refuser avec une raison
keys-refuse-reason = La raison du refus, que les deux parties liront
keys-refuse-send = Refuser cette proposition
keys-withdraw = Retirer ma proposition
keys-done-withdrawn = Votre proposition est retirée ; les personnes prévenues le sont aussi de cela.
keys-read = Lire et répondre
keys-holders = À qui sont les clés
keys-nobody = personne pour l’instant.
keys-invite = Inviter quelqu’un au titre de : { $party }
keys-persons = Les deux clés sont tournées par deux personnes différentes, même si l’une d’elles a plusieurs sièges.
keys-list = Ce qui prend deux clés
keys-always = toujours
keys-added = ajouté ici
keys-council-now = Vous avez déclaré un CSE élu : la seconde clé lui revient. Proposez ci-dessous de la lui rendre.
keys-change = Changer la règle
keys-change-lede = La règle ne change elle-même que par deux clés. Vous tournez la première ; l’autre partie lit votre raison et répond.
keys-second = Avec la direction, qui tient la seconde clé ?
keys-hint-staff-representatives = CSE, délégués ; à défaut, la personne que l’équipe a choisie. C’est le cas usuel.
keys-hint-workers = Sans instance élue : une personne que l’équipe a choisie parmi elle.
keys-hint-prevention = Sans instance élue : le service de santé au travail ou le référent sécurité.
keys-hint-facilitator = Sans instance élue : un tiers qui aide sans prendre parti.
keys-acts = Des actes à ajouter
keys-acts-hint = Ceux qui prennent toujours deux clés restent dans tous les cas.
keys-reason = Pourquoi ce changement
keys-reason-hint = L’autre partie lit cette raison avant de répondre ; elle reste au journal.
keys-propose = Tourner notre clé et proposer
keys-refused-another = Un changement attend déjà sa seconde clé : répondez d’abord à celui-là.
keys-refused-same = C’est déjà la règle.
keys-refused-council = Vous avez déclaré un CSE élu : la seconde clé est la sienne.
keys-change-second = Seconde clé : { $party }.
keys-change-act = Prendra deux clés : { $act }.
keys-change-no-act = Aucun acte ajouté à ceux qui prennent toujours deux clés.
keys-change-reason = Raison donnée : { $reason }
keys-history = Ce qui est réglé
keys-no-history = Rien encore.
keys-outcome-waiting = en attente
keys-outcome-confirmed = confirmé
keys-outcome-refused = refusé
keys-outcome-expired = expiré
keys-outcome-superseded = remplacé par une autre proposition
keys-outcome-fallen = tombé : qui l’avait proposé n’a plus sa place
keys-outcome-withdrawn = retiré par qui l’avait proposé
keys-answered = Réponse de { $by }.
keys-with-reason = Raison : { $reason }
keys-done-proposed = Votre clé est tournée. L’autre partie a quatorze jours pour répondre.
keys-done-confirmed = Les deux clés sont tournées : la nouvelle règle est en vigueur.
keys-done-refused = C’est refusé ; l’autre partie lit votre raison.
keys-not-unknown = Cette proposition n’existe pas ici. Rien n’a changé ; l’essai est inscrit au journal.
keys-not-settled = Cette proposition a déjà reçu sa réponse. Rien n’a changé ; l’essai est inscrit au journal.
keys-not-expired = Cette proposition a expiré : elle attendait quatorze jours. Rien n’a changé ; proposez de nouveau.
keys-not-not-holder = Cette clé revient à une autre partie. Rien n’a changé ; l’essai est inscrit au journal.
keys-not-own-party = Votre partie a tourné la première clé : la seconde est à l’autre. Rien n’a changé.
keys-not-same-person = Vous avez tourné la première clé à un autre titre : il faut deux personnes. Rien n’a changé ; l’essai est inscrit au journal.
keys-not-left = La personne qui avait tourné la première clé n’a plus sa place : sa proposition est tombée. Rien n’a changé ; proposez de nouveau.
keys-not-not-own = Une autre personne l’a proposé : elle seule peut le retirer. Rien n’a changé ; l’essai est inscrit au journal.
keys-not-changed = Ce qui serait fait n’est plus ce qui a été proposé. Rien n’a changé ; relisez, puis proposez de nouveau.
members-sign-in-rule = Qui doit entrer avec une clé d’accès
members-keys = Les deux clés : ce qui se décide à deux
act-open-campaign = Ouvrir une campagne
act-close-campaign = Clore et publier une campagne
act-answer-together = Noter ce qui est répondu ensemble
act-raise-floor = Relever le seuil en dessous duquel rien n’est montré
act-edit-line = Dire ou changer la ligne hiérarchique
act-change-statutory-members = Changer les membres d’un espace statutaire
act-change-sign-in-rule = Changer qui doit entrer avec une clé d’accès
act-change-key-rule = Changer la règle des deux clés
act-delete-project = Supprimer un projet
act-cross-gate = Passer outre une voie fermée
act-move-stage = Déclarer une nouvelle étape du projet

recovery-lost = Vous n’avez plus accès à votre adresse ?
recovery-start = Une personne n’a plus accès à son adresse ?
recovery-for = Faire la demande pour quelqu’un
recovery-for-lede = Qui ne lit plus son adresse ?
recovery-title = Adresses à retrouver
recovery-lede = Quelqu’un qui ne lit plus son adresse n’est pas perdu : deux personnes d’ici attestent sa nouvelle adresse, et ses places la suivent.
recovery-rule = Il faut deux personnes, de deux parties dès que deux siègent, et une de la partie concernée si elle tient une clé et qu’elle compte une autre personne. Qui est entré le jour de la demande ou après n’atteste pas.
recovery-rule-told = L’ancienne adresse est prévenue, et peut dire non tant que la seconde personne n’a pas attesté. Tout est inscrit au journal.
recovery-none = Aucune demande n’attend.
recovery-asked = demande du { $day }, nouvelle adresse : { $email }
recovery-vouched = A déjà attesté : { $people }.
recovery-vouch = J’atteste : je connais cette personne et c’est bien sa nouvelle adresse
recovery-withdraw = Reprendre mon attestation
recovery-door-share = Le lien à donner
recovery-door-share-how = Qui ne peut plus entrer fait sa demande ici :
recovery-door-title = Retrouver l’accès
recovery-door-lede = Vous ne lisez plus l’adresse avec laquelle vous entriez. Voici ce qui se passe :
recovery-door-two = Deux personnes de votre organisation attestent votre nouvelle adresse : voyez-les, de vive voix si possible.
recovery-door-told = L’ancienne adresse est prévenue et peut s’y opposer.
recovery-door-here = Seules vos places dans cette organisation sont concernées.
recovery-door-passkey = Si c’est une clé d’accès que vous avez perdue, et que vous lisez toujours votre adresse, donnez deux fois la même.
recovery-door-which = Demandez à une personne de votre organisation le lien de cette page, ou demandez-lui de faire la demande depuis « Personnes ».
recovery-door-sent = Si cette adresse siège ici, la demande attend deux attestations.
recovery-door-next = Prévenez deux personnes de votre organisation. Quand elles auront attesté, un lien arrivera à votre nouvelle adresse.
recovery-old = L’adresse que vous ne lisez plus
recovery-old-hint = Celle avec laquelle vous entriez.
recovery-new = La nouvelle adresse
recovery-new-hint = Le lien pour entrer y sera envoyé quand deux personnes auront attesté.
recovery-ask = Demander
recovery-ask-title = Une personne n’a plus accès à son adresse
recovery-ask-lede = { $name } ne peut plus recevoir de lien. Quelle est sa nouvelle adresse ? Faire la demande n’est pas attester.
recovery-told-asked = La demande attend deux attestations ; l’ancienne adresse est prévenue.
recovery-told-first = Votre attestation est inscrite. Une autre personne doit attester.
recovery-told-moved = C’est fait : un lien est parti à la nouvelle adresse, et l’ancienne n’ouvre plus rien ici.
recovery-told-withdrawn = Votre attestation est retirée.
recovery-seated = Cette adresse est déjà celle d’une personne qui siège ici.
recovery-enough = Cette demande attend déjà, ou trop de demandes attendent pour cette personne.
recovery-oneself = Personne n’atteste pour soi-même, sous aucune de ses adresses.
recovery-again = Vous avez déjà attesté. Il faut une autre personne.
recovery-same-party = Votre partie a déjà attesté. La seconde attestation revient à une autre partie.
recovery-own-party = Cette place tient une clé : l’une des deux attestations revient à une personne de sa partie.
recovery-too-recent = Vous êtes entré(e) le jour de cette demande ou après : l’attestation revient à quelqu’un qui était là avant.
recovery-gone = Cette demande n’attend plus.
recovery-asked-renewal = demande du { $day } : ses clés d’accès sont perdues, son adresse reste la même
recovery-rule-alone = Si une seule autre personne siège ici, elle atteste, puis un délai de 72 heures remplace la seconde voix. L’adresse connue est prévenue au début du délai et peut dire non.
recovery-rule-passkey = Une clé d’accès perdue se traite ici aussi : donnez la même adresse. Une fois attesté, les anciennes clés n’ouvrent plus rien ici, et la personne en ajoute une à sa prochaine entrée.
recovery-waits = Une seule autre personne siège ici : le délai court jusqu’au { $until }. L’adresse connue est prévenue et peut dire non.
recovery-waited = Le délai a pris fin le { $until }, et personne n’a dit non.
recovery-finish = Le délai est passé : rendre sa place
recovery-refuse-own = C’est moi, et je refuse cette demande
recovery-told-waits = Votre attestation est inscrite. Personne d’autre ne peut attester : un délai de 72 heures commence, et l’adresse connue est prévenue. Revenez ensuite ici pour finir.
recovery-told-renewed = C’est fait : ses anciennes clés d’accès n’ouvrent plus rien ici, et un lien est parti à son adresse.
recovery-told-refused = Votre refus est inscrit : la demande s’arrête là.
recovery-too-early = Le délai court encore : l’adresse connue doit pouvoir dire non.
recovery-too-late = Il reste trop peu de temps à cette demande pour que le délai coure : faites-en une nouvelle.
recovery-came-in = Cette personne est entrée depuis la demande : elle a donc encore accès. Rien n’a changé.
mail-recovery-waits-subject = Trinôme : un délai de 72 heures court sur vos places chez { $organisation }
mail-recovery-waits-body = Bonjour,

    Une demande sur vos places chez { $organisation } a été attestée par la seule autre personne qui y siège. Sans refus de votre part, elle pourra aboutir à partir du { $until }.

mail-recovery-waits-by = A attesté : { $name }. Si ce n’est pas vous qui l’avez voulu, dites non, sans avoir à entrer :

    { $link }

mail-passkeys-struck-subject = Trinôme : vos anciennes clés d’accès n’ouvrent plus rien chez { $organisation }
mail-passkeys-struck-body = Bonjour,

    Vos clés d’accès ont été déclarées perdues. Elles n’ouvrent plus rien chez { $organisation } ; un autre message porte un lien, avec lequel vous en ajouterez une nouvelle.

    Ont attesté : { $people }. Si ce n’est pas vous qui l’avez voulu, voyez ces personnes sans attendre.
recovery-contest-title = Une demande sur votre adresse
recovery-contest-waits = Quelqu’un demande que vos places chez { $organisation } passent à une nouvelle adresse. Si ce n’est pas vous, dites non : la demande s’arrête là.
recovery-contest-no = Non, arrêter cette demande
recovery-contest-stopped = La demande est arrêtée. Rien n’a changé chez { $organisation }, et le journal le dit.
recovery-contest-late = Vos places chez { $organisation } ont déjà changé d’adresse, sur l’attestation de : { $people }. Voyez ces personnes : elles peuvent refaire le chemin inverse avec vous.
recovery-contest-gone = Cette demande n’attend plus, ou elle a plus de sept jours.
mail-recovery-asked-subject = Trinôme : une nouvelle adresse est demandée chez { $organisation }
mail-recovery-asked-body = Bonjour,

    Quelqu’un demande que vos places chez { $organisation } passent à une nouvelle adresse, parce que celle-ci ne serait plus lue. Si c’est vous, il n’y a rien à faire ici. Si ce n’est pas vous, arrêtez la demande :

    { $link }

    Deux personnes de cette organisation doivent encore attester ; rien d’autre que cette organisation n’est concerné.

mail-recovery-done-subject = Trinôme : vos places chez { $organisation } ont une nouvelle adresse
mail-recovery-done-body = Bonjour,

    Vos places chez { $organisation } suivent maintenant une nouvelle adresse. Celle-ci n’y ouvre plus rien ; vos autres organisations ne changent pas.

    Ont attesté : { $people }. Si ce n’est pas vous qui l’avez voulu, voyez ces personnes sans attendre : elles peuvent refaire le chemin inverse avec vous.

# What is shown at each door. To change it: see model/information.rs.
information-account = Ce que nous gardons de vous : votre nom, votre fonction, votre adresse, la partie au titre de laquelle vous parlez, et vos actes. Jamais le lien entre vous et une réponse à un questionnaire. Vous pouvez tout lire, tout emporter et vous effacer.
information-more = Le détail, et combien de temps
mail-key-fallen-subject = Trinôme : une première clé ne compte plus
mail-key-fallen-body = Bonjour,

  La personne qui avait tourné une première clé n’a plus sa place dans l’organisation. Sa proposition est tombée :

  { $what }

  Rien n’est fait. Qui y tient peut proposer de nouveau :

  { $link }
mail-key-off-subject = Trinôme : « { $what } » ne se fera pas
mail-key-off-body = Bonjour,

    Ce qui était proposé ne se fera pas : { $what }. La proposition est retirée ou refusée, et rien n’a changé.

    { $link }
mail-line-subject = Trinôme : la ligne hiérarchique attend votre clé
mail-line-body = Bonjour,

    Un changement de la ligne hiérarchique est proposé : { $what }. Il se fera si vous dites exactement la même chose ; rien de ce qui a été dit n’est dans cette lettre. Pour répondre :

    { $link }
