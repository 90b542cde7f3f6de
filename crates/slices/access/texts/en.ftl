sign-in-title = Sign in
sign-in-lede = No password: we send you a link that works once.
sign-in-email = Your e-mail address
sign-in-email-hint = The one you were invited at.
sign-in-send = Send me a link
sign-in-sent = If this address is known here, a link is on its way. It works for three days.
sign-in-sent-next = Nothing after a few minutes? Look among unwanted mail, then ask whoever invited you to send the link again.
sign-in-lasts = Once in, you stay in for { $most } days at most, and for { $idle } days without coming back. On a shared device, sign out when you leave.
fresh-first = Before you change a rule, you will be asked to confirm that it is you.
fresh-first-do = Do it now
sign-in-passkey = Sign in with a passkey
sign-in-passkey-cancelled = The device did not answer, or you gave up. You may try again, or ask for a link.
sign-in-passkey-failed = That did not work. Reload the page and try again, or ask for a link.
sign-in-provider = Sign in with { $name }
link-title = Come in
link-for = This link lets { $name } in at { $organisation }.
link-for-several = This link lets { $name } in to their organisations.
link-enter = Come in
link-once = It works once. To come back later, ask for another: it takes no time.
link-gone = This link has been used already, or is more than three days old.
link-gone-again = Get a new link
mail-link-subject = Trinôme: your link to { $organisation }
mail-link-body = Hello,

    Here is your link to the space of { $organisation } on Trinôme. It works once, and for three days:

    { $link }

    If you did not expect this message, leave it: without this link, nobody comes in.

mail-link-several-subject = Trinôme: your link to come in
mail-link-several-body = Hello,

    Here is your link to Trinôme. One is enough for all your organisations: you will then choose where to go. It works once, and for three days:

    { $link }

    If you did not expect this message, leave it: without this link, nobody comes in.

places-title = Your organisations
places-lede = Where would you like to go?
places-none = You no longer sit in any organisation. If you think that this is a mistake, ask a member to invite you.
place-title = Change seat
place-lede = You sit here on more than one behalf. What you do bears the name of the party that you choose, in the journal too.
place-seat = Sit on behalf of
place-take = Take this seat

members-title = People
members-list = Who takes part
members-not-yet = has not come in yet
members-send-again = Send the link again
members-coverage = The six families
members-coverage-lede = A missing family blocks nothing; the dialogue will miss it.
members-missing = nobody yet
members-invite = Invite
members-invite-lede = They receive a link that works once. Each invitation is written in the journal, which all parties read.
members-party = On behalf of
members-name = First and last name
members-role = Role
members-role-hint = For example: secretary of the works council, head of IT.
members-email = E-mail address
members-email-hint = Used only to send the link.
members-locale = Language of their messages
members-invite-send = Invite
members-sent = The link is on its way.
members-known = This person is already invited on behalf of this party.
members-both-keys = This person already sits for the party that holds the other key. The two keys are never turned by one hand: invite somebody else.
locale-fr = français
locale-en = English
party-hint-management = Decides on the project and answers for it.
party-hint-staff-representatives = Works council, delegates; failing that, whom the team has chosen.
party-hint-workers = Those whose work changes.
party-hint-line-managers = Team leaders.
party-hint-technical = IT, vendor, integrator.
party-hint-prevention = Occupational health service, safety officer.
party-hint-facilitator = A third party who helps without taking sides.
members-present = present

account-title = Your account
account-data = My data: read it, take it away, erase me
account-seats = Your seats
account-leave = Leave
account-me = You
account-name = First and last name
account-name-hint = A change shows at all your seats; each journal keeps it.
account-locale = Language of your messages and of the pages
account-passkeys = My passkeys: come in without a link, with the finger, the face or the code of the device
account-reminders = My calendar and my reminders
account-save = Save
account-saved = Saved.
account-sessions = Your sessions
account-sessions-lede = The devices on which you came in. Only the day and the family of the device are kept.
account-device-unknown = Unrecognised device
account-this-one = this one
account-session-days = Opened on { $opened }, seen on { $seen }.
account-day-unknown = a day that was not kept
account-close = Close
account-close-others = Close all other sessions
account-closed = Closed.
account-unproved = Your address is still to be confirmed
account-unproved-what = You came in by founding this organisation. Until you have opened a link that was sent to this address, this session opens nothing else.
account-unproved-do = Get a link

removal-leave = Leave
removal-remove = Remove
removal-leave-title = Leave this organisation
removal-remove-title = Remove somebody
removal-out-oneself = You will no longer have access to this organisation on behalf of this party, on any device.
removal-out = This person will no longer have access to this organisation on behalf of this party, on any device, from now on.
removal-past = What was done from this seat stays, under its name.
removal-journal = It is written in the journal, which all parties read.
removal-leave-now = Leave this organisation
removal-remove-now = Remove this person
removal-keep = Change nothing
removal-last-key = This is the last person present for a party that holds a key. Without them, the other party would decide alone: they are replaced, not removed. Invite somebody of the same party first; once that person has come in, the seat can end.
removal-replace = Invite somebody else
removal-done = The seat has ended.
line-title = The line of management
line-see = The line of management: who does not read whom
line-why = What it is for
line-why-lede = To hide, never to show. Knowing who stands above whom lets us keep from somebody what is said by those they manage, closely or from afar.
line-hides = What workers and line managers say is shown to nobody above them, neither on screen nor in a file.
line-passes = What is passed on to another space is read by all, in the words in which it was, without an author.
line-lasts = Leaving the line opens nothing: what was said stays hidden from whoever stood above on that day.
line-never-shown = No page shows the line. Each of us reads only our own superiors in it. The journal keeps that it changed, never an address.
line-known = { $count ->
    [0] No line is known: nothing is hidden from anybody.
    [one] One line is known.
   *[other] { $count } lines are known.
}
line-own = Above you
line-own-none = Nobody, from what was told here.
line-own-lede = These people do not read what you say here as a worker or as a line manager.
line-file = Tell it by a file
line-file-lede = The file takes the place of what was known. Two columns: the person’s address; the address of their superior. Somebody may have several, on several lines.
line-file-label = CSV file
line-file-hint = Separated by semicolons or commas, with or without column titles. At most { $lines } lines and { $megabytes } MB.
line-file-send = Turn our key for this file
line-hand = Add by hand
line-person = The person’s address
line-superior = Their superior’s address
line-hand-send = Turn our key to add it
line-less = Take away
line-less-lede = For somebody who changes teams: take the former link away, add the new one. The answer is the same whether the link was known or not.
line-remove-send = Turn our key to take this link away
line-erase = Turn our key to erase the whole line
line-no-file = Choose a file.
line-empty = No line of this file says who stands above whom.
line-too-long = This file is too long: at most { $lines } lines and { $megabytes } MB. Nothing has changed.
line-not-an-address = Line { $line }: “{ $found }” is no e-mail address. Nothing has changed.
line-cycle = Nobody stands above themselves: { $around }. Nothing has changed.
line-too-entangled = So many levels that nearly everybody would stand above everybody. Nothing has changed.
line-done-add = Both keys are turned: the link is added.
line-done-remove = Both keys are turned: if this link was known, it no longer is.
line-done-erase = Both keys are turned: the line is erased. What was hidden stays hidden.
line-done-replace = Both keys are turned: the line is replaced.
line-done-proposed = Your key is turned. Nothing changes until the other party has told exactly the same here.
line-keys = Two keys that tell the same
line-keys-lede = The line decides who does not read whom: it changes only if both parties tell it, each for itself, alike (the same file, or the same two addresses). Agree outside of here: nothing of what one told is shown to the other.
line-what-add = Add a link
line-what-remove = Take a link away
line-what-replace = Replace the line with a file
line-what-erase = Erase the whole line
line-waits = { $what }: proposed by { $by }.
line-waits-lines = { $lines } links.
line-waits-you = To turn your key, tell the same below by { $until }; otherwise, refuse with a reason.
line-waits-other = The other party has until { $until } to tell the same.
line-waits-keys = Refuse it, or take it back if it is yours
line-own-waits = Your party has proposed something else, which waits. Take that proposal back first. Nothing has changed.
line-differs = This is not what the other party told. Nothing has changed; the try is in the journal. Agree with them, or refuse their proposal.

keys-title = The two keys
keys-lede = What binds both sides is done by both: one party proposes, the other confirms or refuses with a reason. A proposal waits fourteen days; all of it is in the journal.
keys-waiting = What waits for a key
keys-nothing-waits = Nothing waits. A proposal appears here as soon as the first key is turned.
keys-proposed = Proposed by { $by } on { $day }.
keys-awaited = Key awaited: { $party }, until { $until }.
keys-confirm = Turn our key and confirm this change
keys-refuse = Refuse with a reason
keys-refuse-reason = The reason for refusing, which both parties will read
keys-refuse-send = Refuse this proposal
keys-withdraw = Take my proposal back
keys-done-withdrawn = Your proposal is taken back; those who were told of it are told so.
keys-read = Read and answer
keys-holders = Whose keys they are
keys-nobody = nobody yet.
keys-invite = Invite somebody for: { $party }
keys-persons = The two keys are turned by two different people, even where one of them has several seats.
keys-list = What takes two keys
keys-always = always
keys-added = added here
keys-council-now = You declared an elected council: the second key is theirs. Propose below to give it back.
keys-change = Change the rule
keys-change-lede = The rule itself changes only by two keys. You turn the first; the other party reads your reason and answers.
keys-second = Beside management, who holds the second key?
keys-hint-staff-representatives = Council, delegates; failing that, the person the team chose. This is the usual case.
keys-hint-workers = Without an elected body: a person the team chose among themselves.
keys-hint-prevention = Without an elected body: the occupational health service or the safety officer.
keys-hint-facilitator = Without an elected body: a third person who helps without taking sides.
keys-acts = Acts to add
keys-acts-hint = Those that always take two keys stay in any case.
keys-reason = Why this change
keys-reason-hint = The other party reads this reason before answering; it stays in the journal.
keys-propose = Turn our key and propose
keys-refused-another = A change already waits for its second key: answer that one first.
keys-refused-same = This is the rule already.
keys-refused-council = You declared an elected council: the second key is theirs.
keys-change-second = Second key: { $party }.
keys-change-act = Will take two keys: { $act }.
keys-change-no-act = No act added to those that always take two keys.
keys-change-reason = Reason given: { $reason }
keys-history = What is settled
keys-no-history = Nothing yet.
keys-outcome-waiting = waiting
keys-outcome-confirmed = confirmed
keys-outcome-refused = refused
keys-outcome-expired = expired
keys-outcome-superseded = replaced by another proposal
keys-outcome-fallen = fell: whoever proposed it no longer holds their seat
keys-outcome-withdrawn = taken back by whoever proposed it
keys-answered = Answered by { $by }.
keys-with-reason = Reason: { $reason }
keys-done-proposed = Your key is turned. The other party has fourteen days to answer.
keys-done-confirmed = Both keys are turned: the new rule is in force.
keys-done-refused = Refused; the other party reads your reason.
keys-not-unknown = There is no such proposal here. Nothing has changed; the try is in the journal.
keys-not-settled = This proposal has had its answer already. Nothing has changed; the try is in the journal.
keys-not-expired = This proposal has expired: it waited fourteen days. Nothing has changed; propose again.
keys-not-not-holder = This key belongs to another party. Nothing has changed; the try is in the journal.
keys-not-own-party = Your party turned the first key: the second is the other’s. Nothing has changed.
keys-not-same-person = You turned the first key in another seat: it takes two people. Nothing has changed; the try is in the journal.
keys-not-left = Whoever turned the first key no longer holds their seat: the proposal has fallen. Nothing has changed; propose again.
keys-not-not-own = Somebody else proposed it: only they take it back. Nothing has changed; the try is in the journal.
keys-not-changed = What would be done is no longer what was proposed. Nothing has changed; read it again, then propose anew.
members-sign-in-rule = Who must come in with a passkey
members-keys = The two keys: what is decided by both
act-open-campaign = Open a campaign
act-close-campaign = Close and publish a campaign
act-answer-together = Write down what is answered together
act-raise-floor = Raise the size under which nothing is shown
act-edit-line = Tell or change the line of management
act-change-statutory-members = Change the members of a statutory space
act-change-sign-in-rule = Change who must come in with a passkey
act-change-key-rule = Change the rule of the two keys
act-delete-project = Delete a project
act-cross-gate = Go past a closed gate
act-move-stage = Declare a new stage of the project

recovery-lost = No longer have access to your address?
recovery-start = Does somebody no longer read their address?
recovery-for = Ask for somebody
recovery-for-lede = Who no longer reads their address?
recovery-title = Addresses to recover
recovery-lede = Somebody who no longer reads their address is not lost: two people from here vouch for the new one, and their seats follow it.
recovery-rule = It takes two people, of two parties as soon as two sit, and one of the party concerned if it holds a key and has somebody else. Whoever came in on the day of the request or later does not vouch.
recovery-rule-told = The old address is told, and can say no until the second person has vouched. All is written in the journal.
recovery-none = No request is waiting.
recovery-asked = asked on { $day }, new address: { $email }
recovery-vouched = Has vouched already: { $people }.
recovery-vouch = I vouch: I know this person, and this is their new address
recovery-withdraw = Take my word back
recovery-door-share = The link to give
recovery-door-share-how = Whoever can no longer come in asks here:
recovery-door-title = Recover access
recovery-door-lede = You no longer read the address with which you came in. This is what happens:
recovery-door-two = Two people of your organisation vouch for your new address: see them, in person if you can.
recovery-door-told = The old address is told and can object.
recovery-door-here = Only your seats in this organisation are concerned.
recovery-door-passkey = If it is a passkey that you lost, and you still read your address, give the same one twice.
recovery-door-which = Ask somebody of your organisation for the link of this page, or ask them to make the request from “People”.
recovery-door-sent = If this address sits here, the request waits for two people to vouch.
recovery-door-next = Tell two people of your organisation. Once they have vouched, a link will come to your new address.
recovery-old = The address that you no longer read
recovery-old-hint = The one with which you came in.
recovery-new = The new address
recovery-new-hint = The link to come in will be sent there once two people have vouched.
recovery-ask = Ask
recovery-ask-title = Somebody no longer reads their address
recovery-ask-lede = { $name } can no longer receive a link. What is their new address? To ask is not to vouch.
recovery-told-asked = The request waits for two people to vouch; the old address is told.
recovery-told-first = Your word is written down. Somebody else has to vouch.
recovery-told-moved = Done: a link is on its way to the new address, and the old one opens nothing here any more.
recovery-told-withdrawn = Your word is taken back.
recovery-seated = This address is already that of somebody who sits here.
recovery-enough = This request is waiting already, or too many are waiting for this person.
recovery-oneself = Nobody vouches for themselves, under any of their addresses.
recovery-again = You have vouched already. It takes somebody else.
recovery-same-party = Your party has vouched already. The second word belongs to another party.
recovery-own-party = This seat holds a key: one of the two words belongs to somebody of its party.
recovery-too-recent = You came in on the day of this request or later: the word belongs to somebody who was there before.
recovery-gone = This request is no longer waiting.
recovery-asked-renewal = asked on { $day }: their passkeys are lost, their address stays the same
recovery-rule-alone = Where only one other person sits here, they vouch, then 72 hours take the place of the second voice. The known address is told when they begin, and may say no.
recovery-rule-passkey = A lost passkey is dealt with here too: give the same address. Once vouched for, the old passkeys open nothing here any more, and the person adds one the next time they come in.
recovery-waits = Only one other person sits here: time runs until { $until }. The known address has been told and may say no.
recovery-waited = The time ended on { $until }, and nobody said no.
recovery-finish = The time has passed: give the seat back
recovery-refuse-own = This is me, and I refuse this request
recovery-told-waits = Your voice is recorded. Nobody else can vouch: 72 hours begin, and the known address has been told. Come back here afterwards to finish.
recovery-told-renewed = Done: their old passkeys open nothing here any more, and a link has been sent to their address.
recovery-told-refused = Your refusal is recorded: the request ends there.
recovery-too-early = Time still runs: the known address must be able to say no.
recovery-too-late = Too little is left of this request for the time to run: make a new one.
recovery-came-in = This person has come in since the request: they still have access. Nothing has changed.
mail-recovery-waits-subject = Trinôme: 72 hours run on your seats at { $organisation }
mail-recovery-waits-body = Hello,

    A request about your seats at { $organisation } has been vouched for by the only other person who sits there. Unless you refuse, it may be carried out from { $until }.

mail-recovery-waits-by = Vouched for by { $name }. If this is not what you wanted, say no, without having to come in:

    { $link }

mail-passkeys-struck-subject = Trinôme: your old passkeys open nothing at { $organisation } any more
mail-passkeys-struck-body = Hello,

    Your passkeys have been declared lost. They open nothing at { $organisation } any more; another message carries a link, with which you will add a new one.

    Vouched for by: { $people }. If this is not what you wanted, see these people at once.
recovery-contest-title = A request about your address
recovery-contest-waits = Somebody asks that your seats at { $organisation } follow a new address. If it is not you, say no: the request ends there.
recovery-contest-no = No, stop this request
recovery-contest-stopped = The request has been stopped. Nothing has changed at { $organisation }, and the journal says so.
recovery-contest-late = Your seats at { $organisation } have already moved to another address, on the word of: { $people }. See these people: they can take the way back with you.
recovery-contest-gone = This request is no longer waiting, or is more than seven days old.
mail-recovery-asked-subject = Trinôme: a new address is asked for at { $organisation }
mail-recovery-asked-body = Hello,

    Somebody asks that your seats at { $organisation } follow a new address, because this one would no longer be read. If it is you, there is nothing to do here. If it is not you, stop the request:

    { $link }

    Two people of that organisation still have to vouch; nothing but that organisation is concerned.

mail-recovery-done-subject = Trinôme: your seats at { $organisation } have a new address
mail-recovery-done-body = Hello,

    Your seats at { $organisation } now follow a new address. This one opens nothing there any more; your other organisations do not change.

    Vouched for by: { $people }. If this is not what you wanted, see these people without delay: they can take the way back with you.

# What is shown at each door. To change it: see model/information.rs.
information-account = What we keep of you: your name, your position, your address, the party you speak for, and your acts. Never the link between you and an answer to a questionnaire. You can read all of it, take it away, and erase yourself.
information-more = In detail, and for how long
mail-key-fallen-subject = Trinôme: a first key no longer counts
mail-key-fallen-body = Hello,

  Somebody who had turned a first key no longer holds their seat in the organisation. What they proposed has fallen:

  { $what }

  Nothing is done. Whoever wants it may propose it again:

  { $link }
mail-key-off-subject = Trinôme: “{ $what }” will not be done
mail-key-off-body = Hello,

    What was proposed will not be done: { $what }. The proposal was taken back or refused, and nothing has changed.

    { $link }
mail-line-subject = Trinôme: the line of management waits for your key
mail-line-body = Hello,

    A change of the line of management is proposed: { $what }. It will be done if you tell exactly the same; nothing of what was told is in this letter. To answer:

    { $link }
