obl-title = What the law asks
obl-fact = { $fact }: { $value }
obl-article = { $code }, { $article }
obl-article-version = { $article } ({ $version })
obl-day-extended = { $day }, or { $extended } if the limit is extended to the next working day
obl-day-advised = { $day }; to be safe, { $advised }, the last working day before
obl-value-yes = yes
obl-value-no = no
obl-value-none = none
obl-value-unknown = not known
obl-value-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
obl-value-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
  }
obl-change = { $fact }: { $wanted } (today: { $now })
obl-change-and = {" "}and{" "}
obl-change-differ = something else
obl-change-some = a known value
obl-change-other = anything but “{ $value }”
obl-change-before = before { $value }
obl-change-by = by { $value }
obl-change-after = after { $value }
obl-change-from = from { $value }
obl-change-less = fewer than { $value }
obl-change-at-most = { $value } at most
obl-change-more = more than { $value }
obl-change-at-least = at least { $value }
obl-change-in = { $value }
obl-change-not-in = anything but { $value }

obl-kind-prohibition = Prohibition
obl-kind-gate = Precondition
obl-kind-alert = Alert
obl-kind-obligation = Obligation
obl-kind-derived-date = Deadline
obl-kind-right = Right
obl-kind-procedure = Procedure
obl-kind-recommended = Advice
obl-kind-optional = Option
obl-kind-soft = Reference
obl-kind-info = Good to know
obl-group-prohibition = What is forbidden
obl-group-gate = What must wait
obl-group-alert = Alerts
obl-group-obligation = What must be done
obl-group-derived-date = Deadlines
obl-group-right = Everyone’s rights
obl-group-rest = Good to know

obl-when = When?
obl-date-open = once we know:
obl-why = Why, and under which text?
obl-who-and-why = Who does what, why, under which text?
obl-why-here = Why here
obl-why-facts = From what you stated –
obl-deadline = How the time limit is counted
obl-articles = The texts
obl-if-not-done = If it is not done
obl-ways-out = It would not apply if
obl-remarks = Note
obl-confidence = What was checked

obl-gate-closed = Deciding on the tool, or using it, must still wait
obl-gate-crossed = The tool is in use although the consultation is not finished
obl-gate-closed-until = No decision and no use, trial included, before { $day }. An earlier opinion brings this date forward.
obl-gate-closed-undated = No decision and no use, trial included, before the opinion. The clock starts when the written information is given; it has not started yet.
obl-gate-open = The way is clear
obl-gate-open-text = The opinion has been given, or is deemed given. The decision can be taken, with its reasons, and followed up.
obl-gate-unknown = We cannot yet say whether a consultation must come before use
obl-gate-unknown-text = Answer the open questions below. Until then, it is safer not to start a trial in real conditions.

obl-doubts = What we cannot say yet
obl-doubts-lede = An answer is missing. These rules may apply: they are not ruled out.
obl-doubts-rules = { $count ->
    [one] One rule depends on it
   *[other] { $count } rules depend on it
  }
obl-doubts-settle = Answer these questions
obl-later = What will apply later
obl-later-from = From { $day }.
obl-base = Holds for the whole organisation
obl-base-lede = These rules do not come from the project; it may be an occasion for them.
obl-limits = What this page does not say
obl-wording = Articles, thresholds and dates come from the texts. The sentences are ours, proposed so as to be understood: only the official text is authoritative.
obl-edition = Edition { $edition }; articles checked against the official extraction of { $day }.
obl-change-facts = Correct or complete the facts
obl-change-stage = Declare another stage
obl-back = Back to the obligations
obl-todo-doubts = { $count ->
    [one] One rule awaits an answer
   *[other] { $count } rules await an answer
  }
obl-todo-doubts-why = An answer is missing to say whether they apply to the project.

obl-facts-title = The facts
obl-facts-lede = The law is read from these facts, and from nothing else. Every change goes into the journal, with what it changes in the obligations.
obl-facts-structure = What the structure says
obl-facts-structure-go = Change it in the structure, where it is said once for all projects
obl-facts-count = { $count ->
    [one] Show the field
   *[other] Show the { $count } fields
  }
obl-facts-never = { $fact }: it never took place
obl-facts-or = Or else
obl-facts-save = Save the facts
obl-facts-changed = The facts are up to date, and so is the reading.
obl-section-doubts = Open questions
obl-section-lede-doubts = Each answer settles a doubt. “Not known” remains an answer.
obl-section-dialogue = Where the consultation stands
obl-section-lede-dialogue = An empty field means that it has not taken place.
obl-section-events = Other useful dates
obl-section-lede-events = Each lets one deadline be worked out. All are optional.
obl-section-system = The tool
obl-section-lede-system = What it does, what it changes in the work, what it decides.
obl-section-data = The data
obl-section-lede-data = The data that the tool uses, and what calls for an impact assessment.
obl-section-special = Special situations
obl-section-lede-special = Redundancy plan, consultation at several levels. Leave as is if none of this concerns you.

obl-stage-title = Declare another stage
obl-stage-lede = Declaring a stage tells every party where the project stands. The date and your words go into the journal.
obl-stage-which = Where does the project stand?
obl-stage-hint-idea = People are thinking about it; nothing is chosen.
obl-stage-hint-design = It is being chosen, designed or configured, without real use.
obl-stage-hint-pilot = Real people use it for real work, even a little, even for a few days.
obl-stage-hint-deployment = It is being extended.
obl-stage-hint-use = It is part of everyday work.
obl-stage-hint-withdrawal = It is being stopped, or people go back to the former way of working. An outcome like any other.
obl-stage-on = Since when
obl-stage-on-hint = The day it began, or today.
obl-stage-reason = Why
obl-stage-reason-hint = One sentence, for whoever reads the thread later.
obl-stage-reason-gate = Required to move to trial, deployment or use in spite of the above. Every party will read this reason.
obl-stage-reason-needed = The opinion has not been given: write why the tool comes into use before it, or choose a stage without real use.
obl-stage-gate-rule = A trial in real conditions counts as use. If you declare it all the same, a written reason is required, the alert appears at once, and the journal keeps the trace for every party.
obl-stage-in-future = A stage is declared on the day, or afterwards.
obl-stage-same = The project is already at this stage.
obl-stage-save = Declare this stage
obl-stage-moved = The stage is declared. Here is what the law asks from now on.
obl-stage-not-yours = Management declares the stages, since it decides on use. You see their dates and reasons in the thread and in the journal.
obl-stage-waits = A stage is proposed
obl-stage-proposed = Stage proposed: { $stage }, since { $day }.
obl-stage-awaited = Key awaited: { $party }, until { $until }.
obl-stage-confirm = Turn our key and declare this stage
obl-stage-keys = The two keys: answer, or refuse with a reason
obl-stage-two-keys = Here, a stage takes two keys: the other party will confirm or refuse.
obl-stage-another = A stage already waits for its second key: answer that one first.
obl-consultation-cse = Consultation of the CSE
obl-consultation-cst = Consultation of the territorial committee
obl-consultation-csa = Consultation of the administration committee
obl-consultation-hospital-cse = Consultation of the hospital CSE
obl-if-title = What if…
obl-if-lede = Suppose other facts, or another day, and read at once what the law would ask. Nothing is saved.
obl-if-pilot = What if we piloted in one workshop?
obl-if-file = What if the information file were handed over today?
obl-if-expert = What if an expert were appointed on { $day }?
obl-if-told = What would change
obl-if-supposed = Supposing –
obl-if-supposed-nothing = No fact is supposed otherwise.
obl-if-nothing = Nothing changes: no rule, no date.
obl-if-appears = What would apply
obl-if-moves = Dates that would move
obl-if-disappears = What would no longer apply
obl-if-settled = What would no longer be in doubt
obl-if-doubtful = What could no longer be told
obl-if-no-date = no date
obl-if-on = read on { $day }
obl-if-suppose = What is supposed
obl-if-day = Read the law on this day
obl-if-day-hint = Today, or a day to come.
obl-if-ask = See what would change
obl-dated = { $label } { $day }
obl-since = In force since { $day }.
obl-until = Until { $day }.
obl-conditional = What waits for something to happen
obl-state-met = met
obl-state-contested = contested
obl-state-open = open
obl-state-late = late
obl-state-not-applicable = not applicable, says one party
obl-not-held = Condition that does not hold: { $condition }
obl-not-in-force = Is not in force on this day.
obl-claim-contested = Contested
obl-claim-not-applicable = Not applicable
obl-claim-do-act = Link what was done here
obl-claim-do-document = Cite a document, and where it is kept
obl-claim-do-contested = Contest what is said
obl-claim-do-not-applicable = Say that it does not apply here
obl-claim-words-act = How this meets the obligation
obl-claim-words-document = How this document meets the obligation
obl-claim-words-contested = Why it is not met so
obl-claim-words-not-applicable = Why it does not apply
obl-evidence-title = What is done, what remains
obl-evidence-lede = Each obligation, where it stands, and who says so. Saying that it is met binds the party that says it only; another may contest it, with a reason.
obl-evidence-all = The obligations that apply
obl-evidence-none = No obligation applies from the facts as stated.
obl-evidence-not = Those that do not apply here
obl-evidence-not-see = See which, and why
obl-evidence-link = How it is met
obl-evidence-said = What is said of it
obl-evidence-said-none = Nobody has said yet how it is met.
obl-evidence-say = Say what it is
obl-evidence-send = Write it down
obl-evidence-withdraw = Take back
obl-evidence-withdrawn = taken back
obl-evidence-why = Why take it back
obl-evidence-act = What was done
obl-evidence-document = The document
obl-evidence-place = Where it is kept
obl-evidence-place-hint = Folder, binder, address: enough to find it.
obl-evidence-on = Dated
obl-evidence-ahead = That day has not come.
obl-evidence-kept = { $title }, of { $day } ({ $place })
obl-evidence-by = { $name }, { $party }, on { $day }
