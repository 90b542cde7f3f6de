# The law for other programs, and as a table in a terminal.

law-table-head = What the law asks on { $day } · edition { $edition }
law-table-project = For the project: { $count }
law-table-base = For the organisation, whatever the project: { $count }
law-table-upcoming = Upcoming: { $count }
law-table-conditional = Conditional: { $count }
law-table-undetermined = Undetermined, for want of knowing: { $count }
law-table-from = { $rule }: from { $day }
law-table-waits = { $rule }: { $event }
law-table-asks = { $rule }: { $facts }
law-table-extended = { $label }: { $day }, extended to { $extended }
law-table-advised = { $label }: { $day }, to be safe { $advised }
law-table-difference = From edition { $before } to edition { $after }: { $count ->
    [0] nothing changes
    [one] one rule changes
   *[other] { $count } rules change
}
law-table-moves = { $before } → { $after }
law-standing-none = nothing
law-standing-applies = applies
law-standing-upcoming = upcoming, on { $day }
law-standing-conditional = conditional
law-standing-undetermined = undetermined

law-api-title = The law for other programs
law-api-lede = An assistant, a human-resources system or a union’s site can put a case and receive what the law asks, with reasons, dates and articles.
law-api-edition = The rule base in force here is edition { $edition }: { $rules } rules. Each answer says its edition.
law-api-addresses = What can be asked
law-api-obligations = a case in JSON; the answer is that of the command “trinome obligations”, word for word.
law-api-law = the rule base: edition, words of a case, rules with their texts in both languages and their articles.
law-api-openapi = the description for programs (OpenAPI 3.1).
law-api-swagger = Try it in the browser (Swagger)
law-api-swagger-what = This trial page weighs 1.9 MB and needs JavaScript. All it says is in the description too.
law-api-case = A case
law-api-case-what = The same keys as a case file. What is not named is false, 0, “none” or empty; “unknown” says that nobody knows, and never counts as no.
law-api-errors = What cannot be read comes back with its key and what was expected (application/problem+json).
law-api-example = An example of a request
law-api-limits = Limits
law-api-limits-what = A case is 64 KB at most. Three hundred requests in a row from one line, then two a second; beyond, the answer says how long to wait.
law-api-private = Nothing that is sent is kept or logged. No account, no cookie: any site may ask.
law-api-back = Back to the description
law-api-no-script = This trial page needs JavaScript. The description is read without it.

law-problem-case-title = This case cannot be read
law-problem-case-detail = Each key to correct is given with what was expected.
law-problem-json-title = This is no JSON
law-problem-json-detail = Reading stops at line { $line }, column { $column }.
law-problem-kind-title = The case must be announced as JSON
law-problem-kind-detail = Add the header content-type: application/json.
law-problem-size-title = This case is too large
law-problem-size-detail = A case is 64 KB at most.
law-problem-rate-title = Too many requests
law-problem-rate-detail = The header retry-after says how many seconds to wait.
law-problem-address-title = Nothing at this address
law-problem-address-detail = The addresses are described at /api.
law-problem-method-title = This address does not answer this method
law-problem-method-detail = The addresses and their methods are described at /api.
