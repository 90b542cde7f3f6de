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
methods-new-people = People who will draw a code on paper
methods-new-label = Another name for the group
methods-new-floor = Display threshold
methods-new-floor-hint = Under this number of answers, a group stays withheld. { $least } at least; once the campaign is open, it no longer changes.
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
methods-refused-closed-space = “{ $space }”, where the campaign is held, was closed: open it again first.
methods-refused-no-space = All spaces of the project are closed: first open again the one where the campaign will be held.
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
methods-key-lede-close = To close is to publish: the results appear at the same moment for every party. The codes are then erased; nothing says who gave the answers, kept in no order of arrival, nor when.
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
methods-group-codes = Codes on paper
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
methods-dont-know-withheld = does not know: withheld
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
methods-results-rule-memory = A value that an earlier campaign published is replaced only where a few people who came or left since, fewer than { $floor }, could not make the difference alone.
methods-results-rule-published = Publication no. { $number }, on { $day }. Digest written in the journal: { $digest }
methods-as-before = value of { $day }
methods-recalled = Some values are those of an earlier campaign: fewer than { $floor } people came or left since, and their answers could make the difference alone.
methods-recalled-why = Fewer than { $floor } people came into a group, or left it, since an earlier campaign. A new value, subtracted from the old one, would tell what they answered. Where their answers could make the difference alone, the old value stands, with its date. Where a value has no date, it is new, and can be compared with the old one.
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
answer-happens-sent = When you send them, your group and your answers are kept. No name, no address, no time; nothing that is kept links the answer to your code or your letter. So it can no longer be found nor changed, even by you, even by the administrator.
answer-happens-floor = The results appear on closing, by group. A group of fewer than { $floor } answers is never shown, not even by difference.
answer-happens-small = Yours is too small to be shown by itself.
answer-happens-who = Every party sees the same results at the same moment: management, staff representatives and the others. Ask your representatives to present them to you.
answer-happens-text = Nothing to write: no sentence can give you away.
answer-happens-network = Preferably answer on your own phone, off your employer’s network: that network can see that you opened this page, never what you answer on it.
answer-happens-legal = This questionnaire is the responsibility of: { $organisation }. Answering is free. Once sent, your answer is no longer personal data: nothing links it to you, so nobody can show it to you, correct it or erase it. It is kept with the project.
answer-happens-rights = If you received a letter, your address is kept until closing, then erased; you may ask to read it or to have it erased before. You may also complain to the data protection authority.
information-title = What those who answer are told
information-version = Information, version { $version } of { $day }.
information-frozen = Frozen when the campaign opened.
information-more-data = Your data
information-post = Put this information up beside the hat as well.
information-lede-frozen = Word for word, what was written on the questionnaire. It was frozen when the campaign opened, and no longer changes.
information-lede-prepared = What will be written on the questionnaire, and frozen word for word at opening.
information-lede-unkept = This campaign opened before these words were kept with it: they are those of today.
information-digest = Digest written in the journal: { $digest }
journal-kind-information-frozen = froze what those who answer are told
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
answer-thanks = Your code or token no longer works, and this phone has forgotten your answers.
answer-thanks-next = The results will appear when the campaign closes, for every party at the same time. Ask your representatives to present them to you, and what they change.
answer-thanks-slip = You can throw your slip or your letter away.

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
journal-kind-results-published = published results
journal-kind-codes-made = made the codes of a campaign
methods-codes-local = These codes would lead to an address that only this computer can open. For telephones to answer, first start Trinôme again with --listen 0.0.0.0:8080 and --base-url, followed by the address of this computer on your network.

methods-done-letters = The new letters have left. The first ones no longer work.
methods-letters = The letters
methods-letters-lede = Each person invited by e-mail gets a link that lets them draw a token, in their browser. The token is signed without being seen: nobody, not even with the whole database and the key that signs, can tell who drew which. The addresses are erased at closing.
methods-letters-sent = { $n ->
    [one] One letter sent
   *[other] { $n } letters sent
  } on { $day }.
methods-letters-again = Send new letters to everybody
methods-letters-again-hint = Only if the letters did not arrive: those already sent stop working. No longer possible once a token has been drawn. The act is in the journal.
methods-letters-refused-drawn = A token has been drawn already: new letters would let somebody answer twice. Offer a code on paper to whoever received nothing.
methods-letters-refused-closed = The campaign takes no answers today: there are no letters to send.
methods-done-letter = A new letter has left. The earlier one no longer works.
methods-letter-lost = Somebody has lost their letter
methods-letter-lost-hint = A new letter leaves for this address, and only theirs stops working. If a token had been drawn with the first one, the new one draws no other. Nothing will tell you whether that is so: not this page, nor the journal, which records the sending without the address.
methods-letter-lost-address = The person’s e-mail address
methods-letter-lost-send = Send a letter again to this address
methods-letter-refused-unknown = No letter left for this address in this campaign. Check it, or offer a code on paper.
methods-letter-refused-old = This letter left before letters could be replaced one by one. Offer a code on paper.
methods-letter-refused-gone = Somebody has just sent this letter again. The last one sent is the right one.
methods-group-letters = Letters
methods-rule-answering = How people answer
methods-rule-who = Who sees what
methods-rule-who-text = All parties see the same results, by group. Nobody, not even the administrator, sees an answer by itself, nor who answered.
methods-rule-text = Free text
methods-rule-text-text = None is asked for: no sentence can give anybody away.
answering-individual = Each answers alone
answering-hint-individual = With a code drawn from a hat, or a token drawn from a letter. Ten people at least, in two groups or more.
answering-collective = Each group answers together
answering-hint-collective = In one sitting, in the open. For fewer than ten people: alone, each would be recognised.
methods-new-answering = How people answer
methods-new-emails = E-mail addresses
methods-new-emails-hint = One a line. Each person gets a letter at opening instead of a code on paper; they come on top of those who draw a code. Use only addresses that the person alone reads. They are erased at closing.
methods-refused-address = “{ $address }” is no e-mail address. Write one address a line.
methods-refused-twice = “{ $address }” stands there twice: a person gets one letter, in one group.
methods-refused-many-people = { $most } people at most in a group.

# Inviting by letter: what the person who received an e-mail reads, on their telephone.
mail-invitation-subject = { $organisation } invites you to answer, and nobody can know what you say
mail-invitation-body = Hello,

    { $organisation } invites you to answer a questionnaire about the project “{ $project }”, until { $day } included.

    Open this link on your own telephone:
    { $link }

    This link is yours alone: do not pass it on. The page explains why nobody, not even the administrator, will be able to link your answer to you.

    You are free to answer or not. Nobody will know what you answered.
invitation-title = Your invitation to answer
invitation-lede = You are about to draw a token. The token answers, not you: nobody will be able to link your answer to your name.
invitation-drawn = A token has been drawn with this letter already. If it was in this browser, go on: yours is kept here.
invitation-draw = Draw my token and begin
invitation-working = The token is being drawn…
invitation-another = This letter has drawn a token already, in another browser. Open it where you opened it first. If that was not you, or that browser is gone, ask a staff representative for a code on paper: nothing will tell that it is you.
invitation-closed = Answers are no longer taken: the closing day has passed.
invitation-unknown = This letter no longer works: new letters have left, or the campaign is closed. Look for the last letter you received.
invitation-failed = The token could not be drawn. Nothing is lost: check your connection and try again.
invitation-insecure = This browser cannot draw a token: it is too old, or the page is not opened over https. Try another browser, or ask a staff representative for a code on paper.
invitation-noscript = Drawing a token needs JavaScript: the computing is done on your side, so that nobody else sees the token. Without JavaScript, ask a staff representative for a code on paper, drawn from a hat: it protects as much.
invitation-why = Why nobody can link
invitation-picture = An envelope lined with carbon paper
invitation-picture-desc = Three drawings. One: a closed envelope holds a token and a sheet of carbon paper. Two: the envelope, still closed, is stamped, and the stamp goes through the carbon. Three: out of the envelope, the token bears the stamp, and nothing that recalls the envelope.
invitation-picture-foot = 1, 2 and 3: see below
invitation-step-1 = Your telephone writes a token at random and shuts it in an envelope with a sheet of carbon paper.
invitation-step-2 = We check your letter and stamp the envelope without opening it. The stamp goes through. We know that you were invited, never what is inside.
invitation-step-3 = Your telephone opens the envelope, throws it away, and shows the stamped token. We see a true stamp, and nothing that links it to the envelope or to you, even with the whole database and the key of the stamp.
invitation-limits = What this does not hide: that your letter was used; and the network you are on can see that you open this page. Prefer your own telephone, outside the employer’s network.
invitation-keeps = The token stays in this browser until your answer is sent. On a shared device, go to the end.
invitation-shut-title-none = Open your letter
invitation-shut-none = This page opens by the link of the letter you received by e-mail.
invitation-shut-next-none = You had opened it? The browser was closed, or it refuses cookies: allow them for this site, then open the link again.
invitation-shut-title-unknown = This letter no longer works
invitation-shut-unknown = New letters have left, or the campaign is closed, or the link was cut short.
invitation-shut-next-unknown = Open the whole link of the last letter you received. If it does not work, ask a staff representative for a code on paper.
invitation-shut-title-closed = Answers are no longer taken
invitation-shut-closed = The closing day has passed.
invitation-shut-next-closed = You can still be heard: speak to a staff representative, who can write a finding with you.
answer-shut-title-token-used = This token has answered already
answer-shut-token-used = An answer was received with this token. Each token works once.
answer-shut-next-token-used = It was you: there is nothing more to do. It was not you: tell a staff representative.
answer-shut-title-token-unknown = This token no longer works
answer-shut-token-unknown = The campaign it was drawn for is closed.
answer-shut-next-token-unknown = You can still be heard: speak to a staff representative, who can write a finding with you.
answer-shut-title-forged = This token is not valid
answer-shut-forged = It was not signed for this campaign and this group, or it was damaged on the way. Nothing was counted.
answer-shut-next-forged = Open the link of your letter again, in the browser where you drew the token. If it does not work, ask a staff representative for a code on paper.

# Journal.
journal-kind-letters-sent-again = sent new letters of invitation
journal-kind-letter-sent-again = sent one person a letter of invitation again

# Answering together, in one session.
together-title = Answering together
together-why-few = There are fewer than ten of you: in statistics, everyone would be recognised. So there will be none. You answer together, in one session, and your words are what stays.
together-why-chosen = This campaign is answered together, in one session. There are no statistics: your words are what stays.
together-rule-words = For each question, an answer on which everybody agrees; otherwise “We do not agree”, and both views, each in its own words. There is no vote.
together-rule-open = What is written here is not anonymous: every party of the project reads it. What somebody does not want to say in front of the others can be said to a staff representative.
together-rule-nobody = Of those who were there, the parties and an order of magnitude are kept. Write no name.
together-happens = What becomes of what you say together
together-rule-who = Management, staff representatives and the other parties read the same, as it is written. At closing, nothing can be changed any more.
together-rule-legal = This session is the responsibility of: { $organisation }. Taking part is free. What is written down is kept with the project. If a sentence points to you, ask for it to be changed before closing; you may also complain to the data protection authority.
together-prepared = The session opens with two keys. Until then, this page can be printed and read.
together-left = { $n ->
    [one] One question is left.
   *[other] { $n } questions are left.
  }
together-room = In the room
together-room-none = Not written down yet.
together-room-send = Write down who is there
together-present = The parties that are there
together-people = How many people
together-attended = { $parties } · { $people }
attendance-under-five = fewer than 5 people
attendance-from-five = 5 to 9 people
attendance-from-ten = 10 to 19 people
attendance-from-twenty = 20 people or more
together-blank = no answer yet
together-write = Write the answer down
together-done = Written down.
together-progress = Question { $number } of { $count }
together-answer = What you answer together
together-agreed = Together: { $answer }
together-differ = We do not agree
together-one = In your words, or the first view
together-other = The other view
together-words-hint = No name, nor anything that points to a person.
together-both-needed = Write this view down: a disagreement keeps both.
together-send = Write down, and go on
together-back = Back to the session
together-outcome = Answers written down together.
journal-kind-session-attended = wrote down who took part in a session
journal-kind-answered-together = wrote down an answer given together
together-room-open = Open the page of the session

# Raising the floor.
facilitation-title = Facilitation sheet
facilitation-open = Open the facilitation sheet, to be printed
facilitation-run = The run of the session: { $minutes }
facilitation-print = To be printed (Ctrl+P), one for whoever facilitates, one for whoever writes.
facilitation-welcome = Welcome
facilitation-welcome-what = Say why you are here, choose who writes, read aloud the information that follows. Say who is missing.
facilitation-answer = Answer, question by question
facilitation-answer-what = Read the question, leave a silence, then go round the table. All agree: tick the answer. Otherwise, write down both views, each in its own words. Nobody votes; go on to the next when the time is over.
facilitation-close = Read again and end
facilitation-close-what = Read what was written, correct what points to somebody, choose two or three points to follow and say who writes them down as findings.
facilitation-each = About { $minutes } min a question.
facilitation-each-half = About { $minutes } min 30 a question.
facilitation-ours = The time to answer comes from the method; welcoming and reading again are proposed by Trinôme
facilitation-words = In your words:

least-floor-title = Floor of the organisation
least-floor-of = Floor of the organisation: { $floor } answers
least-floor-since = Raised on { $day }, with two keys.
least-floor-everybodys = It is the lowest floor of Trinôme, for every organisation.
least-floor-what = No new campaign can open under this floor: a group with fewer answers stays withheld in it. Each campaign may choose a higher one. It never comes down, and is raised with two keys.
least-floor-limit = Campaigns that are open keep their floor. That of published results is raised from their page.
least-floor-done = The floor of the organisation is raised.
journal-kind-least-floor-raised = raised the floor of the organisation, the second key being turned
methods-refused-least-floor = The floor of the organisation was raised to { $floor } answers: this campaign can no longer open under a lower one. Abandon this proposal and prepare another.
methods-results-rule-raised = Floor: { $floor } answers, raised on { $day } with two keys. It was { $chosen } at opening.
floor-title = Raise the size under which nothing is shown
floor-now = Today: { $floor } answers
floor-what = A higher floor hides more, for every party at the same instant. It never comes down. It takes two keys.
floor-limit = What was read or downloaded already stays known: raising the floor protects from now on only.
floor-waiting = { $party }: key turned for a floor of { $floor } answers. { $awaited }: key awaited until { $until }.
floor-new = New floor
floor-new-hint = Higher than today’s, { $most } at most.
floor-first = Turn our key for this floor
floor-second = Turn our key and raise the floor
floor-back = Back to the results
floor-raise = Raise the floor

# Before and after.
compare-title = Before and after
compare-which = Which campaigns
compare-before = The first
compare-after = The second
compare-send = Compare
compare-campaign = { $title }, closed on { $day }
compare-none = Two closed campaigns of the same method, on this project, are needed to read them side by side. A first one before the tool is in service will say more than all those after.
compare-nothing = No group is shown in both campaigns: there is nothing to compare.
compare-limits = What may not be concluded from it
compare-limit-cause = A difference does not say its cause. Between the two campaigns, the tool is not all that changed: ask those who do the work.
compare-limit-people = Answers are anonymous: nobody is followed from one campaign to the next, and those who answered are not necessarily the same people.
compare-limit-small = In a group of ten, one person who changes their mind already moves the share by several points. Read nothing into a small difference.
compare-limit-stands = Only what both campaigns published is compared. Where a few people who came or left could alone make the difference, the earlier value stands, and no difference is told.
compare-limit-grade = It is not a grade: less vigilance does not mean that the tool is good, nor more vigilance that it is bad. A risk is sometimes better seen once it was lived.
compare-picture = Before and after: { $group }
compare-picture-desc = The group’s share of vigilance, criterion by criterion, in each of the two campaigns. The table that follows says the same.
compare-table = { $group }: share of vigilance by criterion, in each of the two campaigns
compare-difference = Difference, in points
compare-stands = the earlier value stands
compare-stands-why = Too few people came into this group, or left it, for a new value not to tell what they answered.
compare-one-withheld = withheld in one of both
compare-left-out = The groups that are not compared
compare-left-out-why = Withheld, or not asked, in one of the two campaigns.
