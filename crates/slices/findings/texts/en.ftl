findings-title = Findings
findings-lede = What was said, and what became of it. Each finding can be followed to the clause that answers it, and found again from that clause.
findings-none = No finding yet
findings-none-lede = A finding is a point worth following: something to watch, a need, a question, a disagreement. It comes from a diagnostic, a meeting or everyday work. Write the first: another party will answer it, with its reasons.
findings-record = Write a finding
findings-all = All findings
findings-count = { $count ->
    [one] One finding,
   *[other] { $count } findings,
  } { $awaited ->
    [0] none awaiting an answer.
    [one] one awaiting an answer.
   *[other] { $awaited } awaiting an answer.
  }
findings-count-late = { $count ->
    [one] one answer late
   *[other] { $count } answers late
  }
findings-finding = Finding
findings-from = From
findings-path = Path
findings-today = Today
findings-late = Late
findings-late-by = “{ $space }” was to answer by { $day }.
findings-awaited-from = “{ $space }” is to answer by { $day }.
findings-answered-by = { $party }: answered on { $day }.
findings-discussed-on = Discussed on { $day }, no answer yet.
findings-said-only = Not discussed yet.

finding-title = { $kind } · { $day }
finding-said = What was said
finding-passed-on-note = You are reading what was passed on, in the words in which it was. What was said, and by whom, stays hidden from its author’s line of management.
finding-by = Written by
finding-in = In the space
finding-origin = From
finding-reworded = Words corrected
finding-reworded-note = The former words are in the journal.
finding-became = What became of it
finding-not-yet = not yet
finding-passed-to = Passed to “{ $space }” on { $day }.
finding-answers = Reasoned answers
finding-no-answer = Nobody has answered yet.
finding-because = The reasons
finding-passed = Passed to another space
finding-passed-by = by { $party }, on { $day }
finding-asked-answered = answered
finding-asked-late = late: an answer was due on { $day }
finding-asked-due = answer due by { $day }
finding-withdraw = Take this back
finding-thread = The thread, both ways
finding-came-from = Where this finding comes from
finding-came-from-none = It was written directly, without starting from a diagnostic or a meeting.
finding-led-to = What came of it
finding-led-to-none = Nothing yet.
finding-from-campaign = Diagnostic
finding-from-activity = Time of dialogue
finding-from-finding = Finding
finding-from-clause = Clause
finding-from-commitment = Commitment
finding-from-trigger = Going-back clause
finding-from-review = Review
finding-to-space = Passed to
finding-to-activity = Discussed in
finding-to-finding = Gave rise to
finding-to-clause = Written in
finding-to-commitment = Kept by
finding-to-trigger = Watched by
finding-to-review = Looked at again in
finding-unnamed-campaign = a diagnostic
finding-unnamed-activity = a time of dialogue
finding-unnamed-finding = a finding
finding-unnamed-space = a space of dialogue
finding-unnamed-clause = a clause of the text
finding-unnamed-commitment = a commitment
finding-unnamed-trigger = a going-back clause
finding-unnamed-review = a review

finding-error = { $label }: { $message }
finding-own = Your party wrote this finding: it is for another to answer.
finding-respond = Answer, with your reasons
finding-respond-lede = Your answer binds your party. All parties read it; it stays in the journal.
finding-respond-send = Answer
finding-answer = Your answer
finding-answer-hint = What you will do, what you will not do, or what remains to be found out.
finding-reasons = Your reasons
finding-reasons-hint = An answer without a reason helps nobody. A refusal with reasons is an answer.
finding-answers-for = This answer is that of
finding-answers-for-hint = Leave out a space that has not answered yet: it will stay awaited.

finding-next = And next
finding-clause-lede = Once the parties know what they want to hold to, they write it: who does what, by when, and what would make them go back.
finding-clause = Write a clause
finding-pass = Pass to another space
finding-pass-lede = A finding passes from one space to another by an act that all can see, in words chosen for those who will read it, with an answer due on a given day.
finding-pass-later-lede = You may also pass it later, from its page.
finding-pass-send = Pass the finding
finding-pass-to = To which space
finding-pass-later = To none for now
finding-pass-words = In which words
finding-pass-words-hint = Reword it, as a question where you can: this field starts empty, and the words of the finding, of a note or of an answer never pass as they stand.
finding-pass-chosen = Before passing
finding-pass-chosen-yes = I chose these words for this space: they quote nobody, and nobody can be recognised in them.
finding-due = Answer due by
finding-due-hint = Two weeks are suggested; choose what leaves time to meet.
finding-discuss = Say that a meeting took it up
finding-discuss-send = Link to this meeting
finding-meeting = Which one
finding-reword = Correct the words
finding-reword-lede = Possible while nobody has answered. The former words stay in the journal.
finding-reword-send = Save the words

finding-new = Write a finding
finding-new-lede = Your name and your party stand beside the finding: all parties to the project read it.
finding-new-what = What was said
finding-new-whence = Where it comes from
finding-new-whither = Whom to pass it to
finding-new-send = Write the finding
finding-new-leave = Go back without writing
finding-words = The finding
finding-words-hint = One or two sentences, in your own words. Never an individual answer, nothing that would let anybody be recognised.
finding-kind = What is it
finding-space = Said in which space
finding-source = Starting from
finding-source-none = Nothing in particular
finding-origin-words = More precisely
finding-origin-hint = For example: self-diagnostic, autonomy; meeting of 12 March, item 3.

finding-kind-vigilance = Point to watch
finding-kind-need = Need
finding-kind-opportunity = Opportunity
finding-kind-question = Question
finding-kind-disagreement = Disagreement
finding-kind-unexpected-effect = Unexpected effect
finding-kind-hint-vigilance = Something to keep an eye on or to avoid.
finding-kind-hint-need = What is missing to work well.
finding-kind-hint-opportunity = What the project could improve.
finding-kind-hint-question = What nobody knows yet.
finding-kind-hint-disagreement = Two ways of seeing, said as they are.
finding-kind-hint-unexpected-effect = What nobody foresaw, good or bad.
finding-step-said = said
finding-step-discussed = discussed
finding-step-answered = answered
finding-step-committed = committed

finding-done-ecrit = The finding is written. It is in the journal and in sight of all parties.
finding-done-repondu = Your answer is in the journal and in sight of all parties.
finding-done-transmis = The finding has passed to this space; the day its answer is due is shown.
finding-done-retire = Taken back. The journal keeps both acts.
finding-done-parle = The finding is linked to this meeting.
finding-done-corrige = The words are corrected. The former ones stay in the journal.
finding-refused-own-finding = Your party wrote this finding: it is for another to answer.
finding-refused-not-reworded = These words are those of the finding, whole or in part. Write what that space needs to know, as a question for instance.
finding-refused-from-notebook = These words are those of a note in your notebook. A note stays with your party: write other words here.
finding-refused-not-chosen = Read these words again, then tick the box: it is what protects those who spoke.
finding-refused-closed-space = That space is closed: open it again first, or choose another.
finding-refused-same-space = The finding already comes from this space: choose another.
finding-refused-already-passed = The finding has already passed to this space.
finding-refused-due-in-the-past = That day has gone by: choose one to come.
finding-refused-already-answered = Somebody has answered already: these words stay as they were read.
finding-refused-not-theirs = Only the party that did it can undo it.
finding-refused-not-held-since = This meeting has not been held since the finding was written.
finding-assess = Assess in the risk document
finding-assess-lede = A situation that may harm health is told in the risk document, in other words, naming nobody.
