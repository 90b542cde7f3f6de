# Le droit pour d’autres programmes, et en table dans un terminal.

law-table-head = Ce que demande le droit au { $day } · édition { $edition }
law-table-project = Pour le projet : { $count }
law-table-base = Pour la structure, quel que soit le projet : { $count }
law-table-upcoming = À venir : { $count }
law-table-conditional = Sous condition : { $count }
law-table-undetermined = À préciser, faute de savoir : { $count }
law-table-from = { $rule } : à partir du { $day }
law-table-waits = { $rule } : { $event }
law-table-asks = { $rule } : { $facts }
law-table-extended = { $label } : { $day }, reporté au { $extended }
law-table-advised = { $label } : { $day }, par prudence le { $advised }
law-table-difference = De l’édition { $before } à l’édition { $after } : { $count ->
    [0] rien ne change
    [one] une règle change
   *[other] { $count } règles changent
}
law-table-moves = { $before } → { $after }
law-standing-none = rien
law-standing-applies = s’applique
law-standing-upcoming = à venir, le { $day }
law-standing-conditional = sous condition
law-standing-undetermined = à préciser

law-api-title = Le droit pour d’autres programmes
law-api-lede = Un assistant, un logiciel de ressources humaines ou le site d’un syndicat peuvent poser un cas et recevoir ce que le droit demande, avec les raisons, les dates et les articles.
law-api-edition = La base en vigueur ici est l’édition { $edition } : { $rules } règles. Chaque réponse dit son édition.
law-api-addresses = Ce que l’on peut demander
law-api-obligations = un cas en JSON ; la réponse est celle de la commande « trinome obligations », à l’identique.
law-api-law = la base de règles : édition, mots d’un cas, règles avec leurs textes dans les deux langues et leurs articles.
law-api-openapi = la description pour les programmes (OpenAPI 3.1).
law-api-swagger = Essayer dans le navigateur (Swagger)
law-api-swagger-what = Cette page d’essai est en anglais, pèse 1,9 Mo et demande JavaScript. Tout ce qu’elle dit se lit aussi dans la description.
law-api-case = Un cas
law-api-case-what = Les mêmes clés qu’un fichier de cas. Ce qui n’est pas nommé est faux, 0, « none » ou vide ; « unknown » dit que l’on ne sait pas, et n’est jamais compté comme non.
law-api-errors = Ce qui ne peut pas être lu revient avec sa clé et ce qui était attendu (application/problem+json).
law-api-example = Exemple de demande
law-api-limits = Limites
law-api-limits-what = Un cas fait au plus 64 Ko. Trois cents demandes d’affilée depuis une même ligne, puis deux par seconde ; au-delà, la réponse dit combien attendre.
law-api-private = Rien de ce qui est envoyé n’est gardé ni journalisé. Aucun compte, aucun cookie : tout site peut demander.
law-api-back = Revenir à la description
law-api-no-script = Cette page d’essai demande JavaScript. La description se lit sans lui.

law-problem-case-title = Ce cas ne peut pas être lu
law-problem-case-detail = Chaque clé à corriger est donnée avec ce qui était attendu.
law-problem-json-title = Ceci n’est pas du JSON
law-problem-json-detail = La lecture s’arrête à la ligne { $line }, colonne { $column }.
law-problem-kind-title = Le cas doit être annoncé comme du JSON
law-problem-kind-detail = Ajoutez l’en-tête content-type: application/json.
law-problem-size-title = Ce cas est trop grand
law-problem-size-detail = Un cas fait au plus 64 Ko.
law-problem-rate-title = Trop de demandes
law-problem-rate-detail = L’en-tête retry-after dit combien de secondes attendre.
law-problem-address-title = Rien à cette adresse
law-problem-address-detail = Les adresses sont décrites à /api.
law-problem-method-title = Cette adresse ne répond pas à cette méthode
law-problem-method-detail = Les adresses et leurs méthodes sont décrites à /api.
