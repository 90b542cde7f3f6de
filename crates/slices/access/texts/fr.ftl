sign-in-title = Se connecter
sign-in-lede = Pas de mot de passe : nous vous envoyons un lien qui ne sert qu’une fois.
sign-in-email = Votre adresse électronique
sign-in-email-hint = Celle à laquelle vous avez été invité(e).
sign-in-send = Recevoir un lien
sign-in-sent = Si cette adresse est connue ici, un lien vient de partir. Il fonctionne trois jours.
sign-in-sent-next = Rien reçu après quelques minutes ? Regardez dans les indésirables, puis demandez à la personne qui vous a invité(e) de renvoyer le lien.
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
account-seats = Vos places
account-leave = Quitter
account-me = Vous
account-name = Prénom et nom
account-name-hint = Un changement se voit à toutes vos places ; chaque journal le garde.
account-locale = Langue de vos messages et des pages
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
