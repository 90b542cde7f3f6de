thread-title = The thread of the dialogue
thread-description = Timeline from { $from } to { $to }: three lines of dialogue, their meetings, legal deadlines, and what passes from one space to another. The same content follows as a table.
thread-today = today
thread-flags = Deadlines
thread-to-todo = Go to what is to be done
thread-flag = { $label }: { $day }
thread-since = from { $day }
thread-until = until { $day }
thread-key-held = ● held ○ planned
thread-key-law = ◆ legal deadline
thread-key-passed = ┄ what passed from one space to another
thread-band-idea = before · idea
thread-band-design = before · design
thread-band-pilot = during · pilot
thread-band-deployment = during · deployment
thread-band-use = after · use
thread-band-withdrawal = after · withdrawal or reversal
thread-band-planned = planned use
thread-adopted-one = article { $number } adopted
thread-adopted-several = articles { $first } and { $last } adopted
thread-reviews-one = review of article { $number }
thread-reviews-several = reviews of articles { $first } and { $last }
thread-passed-one = “{ $words }”
thread-passed-several = { $count } findings
thread-passed-to = { $what } → { $to }
thread-as-table = The thread as a table
thread-col-day = Date
thread-col-lane = Dialogue
thread-col-what = What
thread-col-state = State
thread-col-outcome = What came of it, and where it went
thread-lane-law = legal deadline
thread-lane-stage = stage of the project
thread-state-held = held
thread-state-planned = planned
thread-state-unsaid = date passed, outcome to be told
thread-state-cancelled = cancelled
thread-state-begun = begun
thread-state-past = date passed
thread-state-alert = ahead, to be watched
thread-state-ahead = ahead

thread-todo = To do now
thread-todo-none = Nothing is pressing. The thread above says what comes next.
thread-prepare = Prepare among yourselves, in your party’s notebook
thread-calendar = These dates in my calendar
thread-todo-later = { $count ->
    [one] Then one more thing, less pressing
   *[other] Then { $count } more things, less pressing
  }
thread-path = The shortest path: { $acts ->
    [one] one act
    [2] two acts
    [3] three acts
    [4] four acts
    [5] five acts
    [6] six acts
   *[other] { $acts } acts
  } for you this month, about { $duration } (our estimate).
thread-path-none = Nothing awaits your party this month.
thread-awaited = Awaited from: { $parties }.
thread-now = As soon as possible
thread-stop = Blocked
thread-stop-now = already in use
thread-stop-next = before going on
thread-away-late = { $days ->
    [one] yesterday
   *[other] { $days } days ago
  }
thread-away-today = today
thread-away-tomorrow = tomorrow
thread-away-in = in { $days } days

thread-do-key-open = Open “{ $campaign }” together
thread-do-key-close = Close “{ $campaign }” together and publish its results
thread-do-answer-one = Answer: “{ $words }”
thread-do-answer = Answer { $count } findings passed to “{ $space }”
thread-do-consent-one = Take a position on article { $number }, “{ $title }”
thread-do-consent = Take a position on { $count } articles
thread-do-objection = Resolve the objection to article { $number }, “{ $title }”
thread-do-hold = Hold: { $title }
thread-do-say-held = Say what came of: { $title }
thread-do-open = Read through and open “{ $campaign }”
thread-do-collect = Gather answers to “{ $campaign }”
thread-do-close = Close “{ $campaign }”
thread-do-keep = Keep the commitment: { $what }
thread-do-watch = Look together at: { $indicator }
thread-do-review = Take stock: { $what }
thread-do-review-called = Meet, the threshold is passed: { $what }
thread-do-invite-management = Invite management
thread-do-invite-staff-representatives = Invite the staff representatives
thread-do-invite-technical = Invite the technical party
thread-do-begin = Open a first diagnostic

thread-why-law = Why? { $articles }
thread-why-law-more = Why? { $articles }…
thread-why-key = { $party } turned its key; the second one is missing. Nothing is done single-handed.
thread-why-answer-one = A finding passed to “{ $space }”; an answer with reasons is awaited.
thread-why-answer = An answer with reasons is awaited for each.
thread-why-consent = The text is adopted only if each party consents to it.
thread-why-objection = { $party } cannot live with this text and says why.
thread-why-hold = { $kind }, in “{ $space }”.
thread-why-say-held = The date has passed: held, postponed or cancelled?
thread-why-open = It takes the key of management and that of the staff representatives.
thread-why-collect = Answers are anonymous; results come when it is closed.
thread-why-close = The last day has passed. Closing publishes the results to all at the same time.
thread-why-keep = { $owner } answers for it.
thread-why-watch = The indicator comes close to the reversal threshold of: { $what }.
thread-why-review = Continue, adjust, suspend or go back: all remains possible.
thread-why-review-called = The reversal clause puts going back on the agenda.
thread-why-invite = The dialogue is held by three: management, staff representatives, technical people.
thread-why-begin = What each perceives of the project, without names: findings start from there.

thread-go-follow = Follow
thread-go-see = See
thread-go-key = Turn my key
thread-go-answer = Answer
thread-go-consent = Take a position
thread-go-read = Read
thread-go-prepare = Prepare
thread-go-tell = Say what came
thread-go-open = Read through
thread-go-close = Close
thread-go-report = Report
thread-go-invite = Invite
thread-go-begin = Prepare a diagnostic

thread-gaps = Where views differ
thread-gaps-lede = Points of vigilance, from 0 to 100%, largest gap first. { $title }, closed on { $day }.
thread-gaps-as-table = The gaps as a table
thread-gaps-results = Read all the results
thread-gaps-open = “{ $title }” takes answers until { $day }. Results will be published to all parties at once, when management and the staff representatives have closed it together.
thread-gaps-prepared = “{ $title }” is ready. It opens when management and the staff representatives have each turned their key.
thread-gaps-none = No diagnostic yet. A diagnostic asks each group, without names, how it sees the project; this place will then show where views differ, largest gap first.
thread-gaps-see = See the diagnostic
thread-percent = { $n }%
thread-withheld = withheld
thread-col-criterion = Criterion
thread-col-gap = Gap

thread-fates = What was said, and what became of it
thread-fates-none = Nothing is recorded yet. A finding fits in a sentence: a point of vigilance, a need, a question, a disagreement. Here one then sees who answered it, and what became of it.
thread-fates-record = Record a finding
thread-fates-all = { $count ->
    [one] See the finding
   *[other] See all { $count } findings
  }
thread-col-finding = Finding
thread-col-from = From
thread-col-steps = Path
thread-col-today = Today
thread-steps = step { $reached } of { $all }
thread-fate-title = {":"} { $title }
thread-fate-drafted = Article { $number } under discussion
thread-fate-late = { $days ->
    [one] No answer, due yesterday;
   *[other] No answer, due { $days } days ago;
  }
thread-fate-asked = Answer of “{ $space }” due on { $day };
thread-fate-answered = { $party } answered on { $day }:
thread-fate-discussed = Debated, without an answer with reasons;
thread-fate-said = Said, not debated yet;
thread-fate-called = Discussed on { $day }, as the reversal clause says;
thread-fate-prepare = prepare the meeting
thread-fate-see = see the finding
thread-fate-next = take it further
thread-sealed = Sealed journal no. { $number }
thread-opinion = { $what }: { $opinion }
