# The text of the project
agreements-title = Agreements
agreements-default-title = Method agreement
agreement-kind-method-agreement = Method agreement
agreement-kind-charter = Charter
agreement-kind-action-plan = Action plan
agreements-begun = begun on { $day }
agreements-counts = { $adopted ->
    [0] no clause adopted
    [one] { $adopted } clause adopted
   *[other] { $adopted } clauses adopted
  }, { $open ->
    [0] none under discussion
   *[other] { $open } under discussion
  }
agreements-write = Write a clause
agreements-write-without = Write a clause without starting from a finding
agreements-speak = Read and take a position
agreements-what-title = What a method agreement is for
agreements-what-common = It sets a common frame for the discussion: when a tool is announced, while it is put in place, then in the use that is made of it. It holds for the whole life of the project, not for one meeting.
agreements-what-defines = It says what is talked about and in which words, when, in which spaces and between whom; what each commits to doing; what is watched; and when people come back to it.
agreements-what-consent = It is written clause by clause, each in answer to a finding. A clause is adopted when management, the staff representatives and, if present, the technical party consent to it and nobody objects. There is no vote: to consent is to be able to live with the text.
agreements-what-proposed = What we add to it: each adopted clause carries a commitment with a name and a date, an indicator, a going-back clause, and three reviews. Nothing outside this tool obliges you to.
agreements-start-title = Start from a finding
agreements-start-lede = No clause answers these findings yet. Those that have received an answer come first.
agreements-start-none = A clause answers something that was said. No finding is waiting for one yet: write one down first, then come back here.
agreements-start-findings = See the findings
agreements-start-here = Write a clause
agreements-withdrawn = { $count ->
    [one] { $count } withdrawn clause
   *[other] { $count } withdrawn clauses
  }

clause-number = Clause { $number }
clause-title = Clause { $number }: { $title }
clause-text = The text
clause-what = Commitment
clause-owner = Answers for it
clause-owner-line = { $name } ({ $party })
clause-due = Due
clause-trigger = Going back
clause-trigger-above = If “{ $indicator }” rises above { $threshold }, going back is put on the agenda of: { $space }.
clause-trigger-below = If “{ $indicator }” falls below { $threshold }, going back is put on the agenda of: { $space }.
clause-reviews = Reviews
clause-reviews-line = short term, { $short }; medium term, { $medium }; long term, { $long }
clause-space = { $name } ({ $sphere })
quantity-percent = { $value }%
quantity-unit = { $value } { $unit }

clause-state-proposed = under discussion
clause-state-adopted = adopted
clause-state-withdrawn = withdrawn
clause-adopted-on = adopted on { $day }
clause-proposed-line = Proposed on { $day } ({ $party }) · version { $version }
clause-by = { $name }, { $day }

clause-answers = The finding it answers
clause-answers-none = This clause answers no finding of the project.
clause-finding-source = { $origin } · said on { $day }
clause-finding-said = Said on { $day }
clause-finding-answer = Answered on { $day }: { $party }
clause-finding-open = See this finding and what became of it

clause-stands = Who consents
clause-stands-none = Nobody has taken a position on this text.
position-consent = consents
position-objection = objects
position-silent = has not spoken yet
clause-missing = What is missing for it to be adopted
clause-missing-objection = { $party }: an objection is to be resolved, by rewriting the clause or by explaining it.
clause-missing-silent = { $party }: position awaited.
clause-missing-absent = { $party }: position awaited, but nobody has been invited for this party yet.

clause-speak = Take a position: { $party }
clause-speak-lede = You speak for your party. You may change position until adoption; every position stays in the history.
clause-held = As of now, your party { $position } ({ $by }).
clause-held-change = You may still change.
clause-consent-means = To consent is to be able to live with this text, even if it is not the one you would have written. With the last consent awaited, the clause is adopted: the commitment, the going-back clause and the three reviews take effect at once.
clause-consent = Consent to this clause
clause-object-reason = What we cannot live with, and why
clause-object-reason-hint = All parties read the reason: it is what the work goes on from.
clause-object = Object to this clause
clause-object-again = Rewrite the objection

clause-change = Change the clause
clause-change-lede = Until it is adopted, a clause can be rewritten. A new version clears the positions; earlier ones stay in the history.
clause-amend = Rewrite the clause
clause-withdraw = Withdraw the clause
clause-withdraw-note = Your party proposed it: only your party may withdraw it. It stays readable, with its history.
clause-withdrawn-done = The clause is withdrawn. It stays readable at the bottom of the page.
clause-follow = Follow this commitment
clause-versions = Versions
clause-version = Version { $number }, { $day }
clause-version-by = { $name } ({ $party })
clause-changed-text = What changes in the text:
clause-spoken = { $party }: { $position } ({ $by }).
clause-spoken-why = { $party }: { $position } ({ $by }). { $reason }

clause-done-proposed = The clause is proposed: all parties can read it. Proposing is not consenting: you still have to take a position.
clause-done-position = Your position is recorded, and written in the journal.
clause-done-adopted = The clause is adopted. The commitment, its going-back clause and its three reviews are in place.
clause-done-amended = The new version is in place. Each party has to take its position again.
clause-done-same = Nothing has changed in the clause: the positions taken stand.
clause-stale = The clause was rewritten while you were reading it. Here is its new version: read it again before taking a position. Nothing was recorded.
clause-closed = This clause is no longer under discussion. An adopted clause is not rewritten: a review changes its course, then a new clause.

clause-new-title = Write a clause
clause-new-lede = A clause says what will be done, who answers for it, what is watched, and when people come back to it. Allow twenty minutes, preferably together.
clause-new-no-finding = No finding chosen. A clause that answers a finding is easier to understand and to follow; choose it in the form.
clause-new-next = All parties will read the clause, and consent or object. Nothing is adopted while one of them objects.
clause-new-send = Propose this clause
clause-back = Back to the text
clause-back-article = Back to the clause
clause-error-line = { $label }: { $message }
clause-models = Start from an example
clause-models-lede = These examples are ours. Choosing one replaces what you have typed; all of it can be rewritten.
clause-model-note = A text we propose, to be adapted to your work.

clause-section-article = The clause
clause-section-article-lede = What the parties agree on.
clause-section-commitment = The commitment
clause-section-commitment-lede = What somebody does, by a date.
clause-section-trigger = The indicator and going back
clause-section-trigger-lede = What, once measured, puts the project back on the table. Going back is a result of dialogue like any other: it is prepared from the start.
clause-section-reviews = The three reviews
clause-section-reviews-lede = In 3, 12 and 24 months: this is our proposal, change it as you see fit.

clause-form-finding = Finding that the clause answers
clause-form-finding-none = None
clause-form-title = Title
clause-form-hint-title = A few words, as it will be called in meetings.
clause-form-text = Text of the clause
clause-form-hint-text = Write it as it will be read in a year by somebody who was not there.
clause-form-what = What is committed to
clause-form-hint-what = In one sentence. For example: keep the old spreadsheet up to date in parallel until the short-term review.
clause-form-owner = Who answers for it
clause-form-hint-owner = A name, not a department.
clause-form-owner-party = For which party
clause-form-due-on = Due
clause-form-hint-due-on = The day by which the commitment must be kept.
clause-form-indicator = Indicator
clause-form-hint-indicator = What is watched together, in words. For example: share of orders delivered late. It speaks of the work, never of a person.
clause-form-unit = Unit
clause-form-hint-unit = For example: %, days, reports.
clause-form-direction = Going back is discussed when the indicator passes
direction-above = above the threshold
direction-below = below the threshold
clause-form-threshold = Threshold
clause-form-hint-threshold = A whole number, in the unit above. For example: 15.
clause-form-trigger-space = Space that meets if the threshold is passed
clause-form-hint-trigger-space = It meets within fifteen days (a delay we propose). Reviews are held there too.
clause-form-short-on = Short-term review
clause-form-medium-on = Medium-term review
clause-form-long-on = Long-term review
clause-form-reason = Why this new version
clause-form-hint-reason = For example: to resolve the staff representatives’ objection.
clause-date-past = This date is past.
clause-review-past = A review is held after today.
clause-review-order = This review must come after the one before it.

clause-amend-title = Rewrite clause { $number }
clause-amend-lede = What changes will be shown word by word to the other parties.
clause-amend-starts-again = Saving a new version clears the positions: each party will have to consent or object again. Positions on the earlier version stay in the history.
clause-amend-send = Save the new version
clause-amend-stale = Somebody rewrote the clause while you were writing. Its new version is beside the form; what you typed has stayed in place. Read it again, then save.
clause-in-force = Version { $version }, in force

clause-part-title = Title
clause-part-text = Text
clause-part-what = Commitment
clause-part-owner = Answers for it
clause-part-owner-party = For which party
clause-part-due-on = Due
clause-part-indicator = Indicator
clause-part-unit = Unit
clause-part-threshold = Threshold
clause-part-direction = Side of the threshold
clause-part-trigger-space = Space that meets
clause-part-reviews = Reviews

clause-review-title-short = Short-term review, clause { $number }
clause-review-title-medium = Medium-term review, clause { $number }
clause-review-title-long = Long-term review, clause { $number }

# Starting points: texts of ours, to be rewritten.
clause-model-parallel-run-title = The old tool stays in parallel
clause-model-parallel-run-text = The old tool goes on being kept up to date beside the new one during the trial. Everyone may rely on either. Neither the tool nor one party alone decides when this ends: both decide together, at the short-term review, from what has been seen in the work.
clause-model-parallel-run-what = Keep the old tool up to date in parallel until both parties decide that it ends.
clause-model-parallel-run-indicator = share of cases in which the old tool had to correct the new one
clause-model-parallel-run-unit = %
clause-model-parallel-run-threshold = 20
clause-model-no-judgement-title = The gap judges nobody
clause-model-no-judgement-text = The gap between what the tool estimates and what really happens serves to correct the tool and to understand the work. It is never used to assess, compare or sanction a person. It is neither kept nor shown per person.
clause-model-no-judgement-what = Remove every display of the gap per person from the tool, and check it together.
clause-model-no-judgement-indicator = reports of the gap being used about a person
clause-model-no-judgement-unit = reports
clause-model-no-judgement-threshold = 0
clause-model-going-back-title = What would make us go back
clause-model-going-back-text = If delays grow once the tool is in use, going back to the former organisation is discussed without waiting. The former tool and the people who know it remain available for as long as this clause is in force.
clause-model-going-back-what = Measure delays every month and present them to both parties.
clause-model-going-back-indicator = share of orders delivered late
clause-model-going-back-unit = %
clause-model-going-back-threshold = 15
