follow-title = Follow-up
follow-lede = What was committed to, what is measured, and when people meet again. Nothing is settled once and for all.
follow-none-title = Nothing to follow yet
follow-none = A commitment is born of a clause that all parties have adopted: it arrives here with its indicator, its going-back clause and its three reviews.
follow-none-go = See the agreements
follow-next = Next reviews
follow-when-today = today
follow-when-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
  }
follow-when-ahead = { $days ->
    [one] tomorrow
   *[other] in { $days } days
  }
follow-hold = See this review

follow-commitment = The commitment
commitment-state-open = under way
commitment-state-late = past its date
commitment-state-kept = kept
follow-kept = Said to be kept by
follow-said = { $name } ({ $party }), { $day }
follow-by = { $name } ({ $party })
follow-keep = Say that the commitment is kept
follow-reopen = Say that it is not kept
follow-keep-note = It is said in your name and written in the journal; the reviews remain planned.
follow-done-kept = Recorded: commitment kept.
follow-done-reopened = Recorded: the commitment is under way again.

follow-indicator = The indicator
follow-no-reading = No value yet. The first one will serve as a point of comparison.
follow-threshold = threshold { $value }
follow-past = threshold passed
follow-near = close to the threshold
follow-near-note = within a fifth (a mark of ours)
follow-spark-past = Last value: { $value }, { $day }. The threshold of { $threshold } is passed.
follow-spark-within = Last value: { $value }, { $day }. The threshold is { $threshold }.
follow-table = { $count ->
    [one] { $count } value, as a table
   *[other] { $count } values, as a table
  }
follow-table-day = Day
follow-table-value = Value
follow-table-by = Read by
follow-corrects = Corrects: { $value }
follow-read = Record a value
follow-value-hint = A whole number.
follow-value-hint-unit = A whole number; unit: { $unit }.
follow-on = Measured on
follow-on-hint = A second value for the same day corrects the first, which stays in the journal.
follow-on-ahead = This date has not come yet.
follow-read-note = Past the threshold, going back is put on the agenda at once, and all parties see it. A value measured before the commitment only serves as a point of comparison.
follow-read-send = Save the value
follow-done-read = The value is saved.

follow-call-title = Going back is on the agenda
follow-call = “{ $indicator }”: { $value }, for a threshold of { $threshold }. To meet by { $day }: { $space }.
follow-call-note = The threshold opens a discussion; it decides nothing. Continue, adjust, suspend or go back: the four conclusions are worth the same.
follow-call-hold = See this meeting
follow-finding-text = “{ $indicator }” has passed the threshold of clause { $number }: { $value } on { $day }, for a threshold of { $threshold }. Going back is on the agenda.
follow-finding-origin = going-back part of clause { $number }
follow-review-title-called = Going back, clause { $number }

follow-reviews = The reviews
horizon-short = Short-term review
horizon-medium = Medium-term review
horizon-long = Long-term review
horizon-called = Meeting called by the going-back clause
follow-review-page-title = { $horizon }, clause { $number }
follow-review-due = Planned date: { $day }
follow-held = Held on { $day }
follow-held-late = Held on { $day }, { $days ->
    [one] { $days } day
   *[other] { $days } days
  } after the planned date
follow-held-by = { $on }. Parties present: { $parties }.
follow-done-review = The review is recorded.
follow-hold-title = Write the conclusion
follow-hold-lede = Thirty minutes are usually enough: what was planned, what is seen in the work, what follows from it.
follow-hold-send = Save the conclusion
follow-held-on = Date
follow-held-ahead = This day has not come yet.
follow-held-before = The commitment dates from { $day }: a review cannot have come before it.
follow-present = Who was there
follow-present-hint = Management and staff representatives at least: no party concludes alone.
follow-present-both = Management and staff representatives must both be among them.
follow-outcome = Conclusion
follow-outcome-hint = None is worth more than another.
outcome-continue = Continue
outcome-hint-continue = The commitment stays as it is.
outcome-adjust = Adjust
outcome-hint-adjust = A new clause will say what changes.
outcome-suspend = Suspend
outcome-hint-suspend = The tool stops for as long as it takes to understand.
outcome-go-back = Go back
outcome-hint-go-back = The former organisation is taken up again, wholly or in part.
follow-note = What was seen, and why this conclusion
follow-note-hint = In a few sentences. Unexpected effects have their full place here.
follow-outcome-line = { $outcome }. { $note }
follow-concluded = What was concluded
follow-awaited = Review to come
follow-awaited-note = Management, staff representatives, the technical party, prevention or facilitation may write its conclusion.
follow-looked = What is being looked at
follow-then-adjust = What changes is written in a new clause, which all parties read and consent to.
follow-then-go-adjust = Write a clause
follow-then-suspend = Suspending remains to be done: management stops the tool, and the project’s stage follows if it changes.
follow-then-go-suspend = Declare that it is suspended
follow-then-go-back = Going back remains to be done: management moves the project to the stage “Withdrawal or going back”.
follow-then-go-go-back = Change the project’s stage
outcome-abandon = Abandon
outcome-hint-abandon = The project goes no further. It is an outcome of the dialogue like any other.
follow-then-abandon = Abandoning remains to be declared: management does so with its reason, and says when it is talked about again.
follow-then-go-abandon = Declare that it is abandoned
