# Campaigns: what members read.
methods-title = Diagnostics
methods-list = Campaigns
methods-closes-on = Answers until { $day }.
methods-closed-on = Closed on { $day }.
methods-prepare = Prepare a self-diagnostic
methods-read-questions = Read the questions
methods-abandoned = The proposal is abandoned. Nobody had been asked anything.
methods-none-ask = Management, staff representatives or the facilitator can prepare a campaign: talk to them about it.
methods-fact-who = Who answers
methods-fact-who-text = Two to four groups: the people who do the work, line managers, management, their representatives, technical people. Each person answers alone, on their phone, without an account.
methods-fact-minutes = Time per person
methods-fact-minutes-text = { $minutes }.
methods-our-estimate = our estimate
methods-fact-needs = What it takes
methods-fact-needs-text = Management’s key and the staff representatives’ key, to open and then to close. At least ten people; below that, answer together.
methods-fact-gives = What it gives
methods-percent = { $n }%
campaign-state-prepared = proposed
campaign-state-open = open
campaign-state-closed = closed

methods-together = Read, or answer together
methods-together-how = With fewer than ten people, everyone would be recognised: make no statistics, answer together. Print this page, answer question by question, write disagreements down as they are rather than voting, then record a finding for each point to follow.
methods-together-minutes = Allow { $minutes }.
methods-criterion-by = Criterion: { $name }
methods-questions-ours = Questions proposed by Trinôme

methods-new-title = Prepare a self-diagnostic
methods-new-what = The campaign
methods-new-lede = This is a proposal: nothing starts until management and the staff representatives have both turned their key.
methods-new-name = Title
methods-new-closes = Answers until
methods-new-closes-hint = That day included. Leave at least one full week, for every team.
methods-new-space = Space of dialogue
methods-new-groups = Who is asked
methods-new-groups-lede = Two to four groups. Each person will draw a code at random from the hat of their group. Leave a group empty if you are not asking it. A group of fewer than five people is never shown by itself: better to join two small groups under one name, for instance “Management and line managers”.
methods-new-people = Number of people
methods-new-label = Another name for the group
methods-new-floor = Display threshold
methods-new-floor-hint = Below this number of answers, a group stays hidden. Five at least; once the campaign is open, it no longer changes.
methods-new-together = Read the questions and answer together
methods-new-send = Propose this campaign
methods-refused-no-group = At least one group is needed: say how many people are asked.
methods-refused-one-group = At least two groups are needed: otherwise there is no difference of views to see.
methods-refused-many-groups = At most { $most } groups: beyond that, they can no longer be told apart. Join two of them.
methods-refused-few = { $invited ->
    [one] Only one person asked
   *[other] { $invited } people asked
  }: with fewer than ten, everyone would be recognised. Answer together instead, in one session.
methods-refused-floor = No group reaches the threshold of { $floor }: nothing could be shown. Join some groups.
methods-refused-past = Choose today or a day to come.
methods-refused-late = Choose a day within the coming year.
methods-refused-past-open = The closing day has passed: the campaign can no longer be opened. Abandon this proposal and prepare another one.

methods-error = { $label }: { $message }
methods-done-key = Your key is turned. The other party sees it on this page.
methods-done-open = The campaign is open. The codes are still to be printed.
methods-done-refused = Your refusal and its reason are in the journal and visible to everyone.
methods-running = Where the campaign stands
methods-answers-few = fewer than 5 answers
methods-answers-at-least = at least { $step } answers
methods-running-until = Answers are received until { $day } included.
methods-running-over = Answers have not been received since the evening of { $day }. Two keys close the campaign and publish the results.
methods-running-coarse = The number is given in steps, never by group: nobody should be able to see an answer arrive. No result exists before closing, for any party.
methods-codes = The codes
methods-codes-lede = One single-use code per person. They are kept here only in a form from which they cannot be recovered: the sheet is shown once, at the moment it is made.
methods-codes-made = Sheet made on { $day } by this party: { $party }.
methods-codes-make = Make and print the { $n } codes
methods-codes-again = Make new codes
methods-codes-again-hint = Only if the sheet was lost before the codes were handed out: every code already printed stops working. No longer possible once an answer has come in. The act is recorded in the journal.
methods-codes-refused-answers = Answers have come in: new codes can no longer be made. Making them again would tell how many people of each group have answered, or let somebody answer twice.
methods-codes-refused-closed = The campaign takes no answers today: there are no codes to make.

methods-key-title-open = Open, with two keys
methods-key-lede-open = The campaign opens when management and the staff representatives have each turned their key. From then on, the groups, the threshold and the method no longer change.
methods-key-first-open = Turn our key to open
methods-key-second-open = Turn our key and open the campaign
methods-key-title-close = Close and publish, with two keys
methods-key-lede-close = To close is to publish: the results appear at the same moment for every party. The codes are then erased and the answers shuffled.
methods-key-first-close = Turn our key to close
methods-key-early = The campaign is to run until { $day }: closing now stops the answers.
methods-key-second-close = Turn our key, close and publish
methods-key-turned = { $party }: key turned by { $by }
methods-key-awaited = { $party }: key awaited until { $until }
methods-key-yours = Your party has turned its key. Without an answer by that date, you will have to start again.
methods-key-waits = The other party will have fourteen days to turn theirs or refuse.
methods-key-not-yours = The keys are held by management and by the staff representatives.
methods-key-refuse = Refuse, and say why
methods-key-reason = Your reason, which every party will read
methods-key-refuse-send = Refuse
methods-key-refused = Refused ({ $party }):

methods-rules = The rules
methods-rules-prepared = They will be frozen on opening.
methods-rules-frozen = Frozen on opening: no page lets anyone change them.
methods-rule-floor = Display threshold
methods-rule-floor-text = A group of fewer than { $floor } answers is hidden, along with anything that would reveal it by subtraction.
methods-rule-closes = Answers until
methods-rule-results = Results
methods-rule-results-text = On closing only, at the same time for every party.
methods-rule-kept = What is kept
methods-rule-kept-text = The group and the answers. No name, no address, no time, no code.
methods-groups = The groups that are asked
methods-group = Group
methods-group-codes = Codes
methods-group-shown-col = Can be shown
methods-group-can = from { $floor } answers on
methods-group-cannot = never by itself: the group is too small
methods-no-gap-possible = Only one group can be shown: there will be a balance, but no difference of views. Joining small groups would give one.
methods-abandon = Abandon this proposal
methods-abandon-hint = Possible as long as no key is waiting. It is recorded in the journal.

methods-sheet-title = Sheet of codes
methods-sheet-once = Print it now
methods-sheet-once-text = This sheet is shown only once: the codes are kept nowhere in readable form. Print it (Ctrl+P, or “Print” in your browser’s menu) before you leave the page, then keep neither file nor copy of it.
methods-sheet-back = It is printed, back to the campaign
methods-hat = Drawing from a hat
methods-hat-1 = Two of you, one member of each party, cut out the codes and fold them.
methods-hat-2 = One hat per group. Mix well.
methods-hat-3 = Each person draws a slip from the hat of their group, without showing it. Nobody notes who drew what, nor who answers.
methods-hat-4 = At the end, destroy the remaining slips together.
methods-sheet-group = { $group }: { $n ->
    [one] one code
   *[other] { $n } codes
  }
methods-slip-until = until { $day }
methods-slip-how = Scan, or type at { $address }

# Results.
methods-outcome = Results published.
methods-gaps = Differences of views
methods-gaps-lede = The largest difference first.
methods-results-respondents = { $n ->
    [one] One answer
   *[other] { $n } answers
  } from { $invited } people asked.
methods-results-respondents-withheld = { $invited } people asked; the total number of answers is hidden.
methods-withheld-why = A group of fewer than { $floor } answers is hidden, along with what would reveal it by subtraction. “Hidden” means the same for no answer as for four.
methods-withheld = hidden
methods-row-withheld = hidden: the groups are too small
methods-table = Share of vigilance by criterion and by group, the largest difference first
methods-table-read = How to read it: for each person, the share of their “yes” and “no” that are points of vigilance; then the mean of the group. Half of the group stands between the two numbers given. It is not a grade, and 0% does not mean that all is well.
methods-criterion = Criterion
methods-gap = Difference
methods-gap-label = +{ $gap }
methods-gap-none = The groups shown see as much vigilance as each other.
methods-gap-between = A difference of { $points } points: the group “{ $most }” sees the most vigilance, the group “{ $least }” the least.
methods-spread-none = half at { $at }%
methods-spread = half between { $low } and { $high }%
methods-dont-know = does not know: { $n }%
methods-together-column = Together
methods-picture-title = Differences of views: { $title }
methods-picture-desc = Share of vigilance of each group, criterion by criterion, from the largest difference to the smallest. The table that follows says the same.
methods-group-shown = { $group }, { $n }
methods-group-withheld = { $group }, hidden
methods-points = Points of vigilance
methods-point-seen = Seen by at least half of: { $who }
methods-seen-by = { $group } ({ $percent })
methods-questions-of = Question by question: { $criterion }
methods-questions-read = Share of answers that are a point of vigilance; below it, the group’s other answers
methods-question = Question
methods-shares-rest = no vigilance { $without }%, does not know { $unknown }%, does not apply { $out }%
methods-to-finding = Make it a finding
methods-origin-criterion = { $title }, { $criterion }
methods-origin-question = { $title }: “{ $question }”
methods-missing = Voices that are missing
methods-missing-none = Every group that was asked is shown, and the six families had a group.
methods-missing-withheld = { $group }: hidden, fewer than { $floor } answers.
methods-missing-family = { $family }: no group spoke for this family.
methods-missing-next = A missing voice can be heard in another way: an interview, a meeting, a finding written with it.
methods-results-rules = The rules applied
methods-results-rule-floor = Display threshold: { $floor } answers, chosen before opening.
methods-results-rule-hidden = What would reveal a hidden group by addition or subtraction is hidden with it.
methods-results-rule-limits = The threshold is on the number of people, not on what they say: if a whole group answers alike, it is known what each of them answered. And whoever answered can take their own answer away.
methods-results-rule-once = Results are published once, on closing, for one single division into groups.
methods-results-rule-method = Method: { $title }, version { $version }.
methods-results-is = What it is
methods-results-is-not = What it is not

# Answering: what the person with a code reads on their phone.
answer-enter-title = Answer with a code
answer-enter-lede = Did you draw a slip with a code? Type it here. You will be asked for no account and no name.
answer-enter-send = Continue
answer-enter-code = Type a code
answer-code = Your code
answer-code-hint = 26 letters and digits. Spaces, hyphens and capitals do not matter.
answer-code-length = A code has { $length } characters; there are { $given } here. Check your slip.
answer-code-character = Character { $place } cannot be part of a code. Check your slip.
answer-code-unknown = This code is not known. Check your slip; if the campaign is closed or the codes were made again, it no longer works.
answer-scan-failed = The code could not be read. Type it here.
answer-forgotten = This phone has forgotten everything. Your code can still be used, here or elsewhere.

answer-begin-about = { $organisation } is asking you about the project “{ $project }”.
answer-begin-group = Your group: { $group }. Answers until { $day } included.
answer-begin-count = { $n } questions.
answer-begin-minutes = About { $minutes }.
answer-start = Start
answer-go-on = Continue
answer-happens = What becomes of your answer
answer-happens-kept = Before you send them, your answers stay on this phone. You can stop and come back as long as the browser stays open.
answer-happens-sent = When you send them, your group and your answers are kept. No name, no address, no time; nothing that is kept links the answer to your code. So it can no longer be found nor changed, even by you, even by the administrator.
answer-happens-floor = The results appear on closing, by group. A group of fewer than { $floor } answers is never shown, not even by difference.
answer-happens-small = Yours is too small to be shown by itself.
answer-happens-who = Every party sees the same results at the same moment: management, staff representatives and the others. Ask your representatives to present them to you.
answer-happens-text = Nothing to write: no sentence can give you away.
answer-happens-network = Preferably answer on your own phone, off your employer’s network: that network can see that you opened this page, never what you answer on it.
answer-forget = Stop, and erase everything from this phone

answer-progress = Question { $number } of { $count } · { $criterion }
answer-choice-yes = Yes
answer-choice-no = No
answer-choice-dont-know = I don’t know
answer-choice-not-applicable = Does not apply
answer-given = ✓: your answer so far. Touch it to keep it, or another one to change.
answer-back = Back
answer-foot = Nothing is sent before the end.
answer-review-title = Check and send
answer-review-lede = Check your answers if you like, then send them. After that, nothing will make it possible to find your answer and change it.
answer-review-missing = Some questions have no answer yet. “I don’t know” and “Does not apply” are real answers.
answer-incomplete = Nothing was sent: some questions have no answer yet.
answer-none-yet = no answer yet
answer-change = Change
answer-answer = Answer
answer-send = Send my answer
answer-thanks-title = Thank you, your answer has been received
answer-thanks = Your code no longer works, and this phone has forgotten your answers.
answer-thanks-next = The results will appear when the campaign closes, for every party at the same time. Ask your representatives to present them to you, and what they change.
answer-thanks-slip = You can throw your slip away.

answer-shut-title-none = A code comes first
answer-shut-none = To answer, scan the slip that you drew, or type its code.
answer-shut-next-none = You had done so already? The browser was closed, or it refuses cookies: allow them for this site, then start again. Your code can still be used.
answer-shut-title-unknown = This code is not known
answer-shut-unknown = It may have been misread; or the codes were made again; or the campaign is closed.
answer-shut-next-unknown = Type it by hand. If it still does not work, ask the person who handed them out for another slip.
answer-shut-title-used = This code has already been used
answer-shut-used = An answer was received with this code. Each code works only once.
answer-shut-next-used = It was you: there is nothing more to do. It was not you: tell a staff representative.
answer-shut-title-closed = Answers are no longer received
answer-shut-closed = The closing day has passed. What you had not sent was not kept.
answer-shut-next-closed = You can still be heard: talk to a staff representative, who can write a finding with you.
answer-shut-title-already = Your answer has already been received
answer-shut-already = It arrived once, and counts once. The second sending probably came from a slow connection.
answer-shut-next-already = There is nothing more to do. This phone has forgotten your answers. Thank you.

# Journal.
journal-kind-campaign-prepared = proposed a campaign
journal-kind-campaign-abandoned = abandoned a proposed campaign
journal-kind-campaign-opened = opened a campaign, the second key being turned
journal-kind-campaign-closed = closed a campaign and published its results, the second key being turned
journal-kind-codes-made = made the codes of a campaign
methods-codes-local = These codes would lead to an address that only this computer can open. For telephones to answer, first start Trinôme again with --listen 0.0.0.0:8080 and --base-url, followed by the address of this computer on your network.
