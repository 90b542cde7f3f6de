# What the instance keeps of people, and its own card.
processing-title = What we do with data
processing-lede = The record of processing of this instance: what for, whose, for whom, how long. Written by the authors of Trinôme, the same on every instance.
processing-who = Who answers for it
processing-who-controller = Each organisation answers for the dialogue it holds here. Whoever runs the instance does so on its behalf, and reads nothing of it in the application.
processing-contact = For any question about your data, and to reach the data protection officer:
processing-no-contact = This instance has not said yet whom to write to: ask the person who invited you. Whoever runs it sets it with --privacy-contact.
processing-what = What data is processed for
processing-basis = Legal basis
processing-data = Data
processing-people = Whose
processing-recipients = For whom
processing-not = What is not done
processing-not-answers = No answer to a questionnaire is tied to a person: once sent, it is personal data no more, and nobody can find it again, correct it or erase it for you.
processing-not-elsewhere = Nothing leaves for another site, nor leaves the instance, but letters, through the mail server that it chose. No audience measurement, no profile, no automated decision.
processing-get = Take this record as JSON

processing-access = Coming in, and knowing who speaks
processing-why-access = To let each person in at the seat they hold, and to show the others in whose name they speak.
processing-dialogue = Holding the dialogue
processing-why-dialogue = To keep findings, reasoned responses, articles and what follows, so that everyone sees what became of what was said.
processing-questionnaires = Gathering anonymous answers
processing-why-questionnaires = To know how a tool changes work, without knowing who said so.
processing-proof = Keeping the proof of acts
processing-why-proof = To hold a journal that each party takes away and verifies. Names are sealed in it: they are erased without breaking the proof.
processing-letters = Sending letters
processing-why-letters = Sending a link to come in, or warning of an act that concerns the person.
processing-diary = Reminding of dates
processing-why-diary = Reminding by mail, whoever has not stopped it, of dates that are near; giving them to the calendar of whoever has made its address.
processing-draft = Describing a project without an account
processing-why-draft = To find again, in the same browser, the project that one began to describe.

basis-legitimate-interest = Legitimate interest: to hold the dialogue and keep its proof (GDPR, article 6, 1, f)
basis-legal-obligation = Legal duty to inform and consult and, where it does not apply, legitimate interest (GDPR, article 6, 1, c and f)
basis-request = At the person’s request (GDPR, article 6, 1, b)

data-identity = Name and position
data-address = E-mail address
data-seat = The party one speaks for, in which organisation
data-session = The session: the day it opens, the family of the browser
data-words = What one writes as a member: findings, responses, minutes
data-positions = The positions taken on a text
data-answers = Answers without name, address or time
data-acts = Who did what, and when
data-dates = The dates that were told, and the day on which a calendar was read
data-draft = The answers given about the project

people-members = People who were invited
people-respondents = Whoever answers a questionnaire, unknown
people-visitors = Whoever describes a project

recipient-members = Members of the same organisation; never the line of management, for what workers and line managers say
recipient-operator = Whoever runs the instance, to keep it running
recipient-bearers = Those to whom a member hands the dossier or the journal
recipient-mail-server = The instance’s mail server
recipient-calendar-program = The provider of the calendar that the person chose, if they made an address
recipient-nobody = Nobody else

retention-title = How long
retention-lede = What the purge removes is removed when the server starts, then every day.
retention-col-what = What
retention-col-until = Until when
retention-col-ends = What ends it
retention-hours = { $hours } hours
retention-days = { $days } days
ends-purge = the purge
ends-act = somebody’s act
ends-nothing = nothing
retention-sign-in-link = A link to come in, which opens for 72 hours; then the fact that it was tried too late
retention-session = A session
retention-recovery = A request for a new address
retention-project-draft = The draft of a project described without an account
retention-answer-code = The codes of a questionnaire
retention-until-answer-code = Until it closes
retention-ballot-box = Answers, anonymous
retention-until-ballot-box = Until the two keys delete the project; otherwise as long as the organisation is on the instance
retention-account = Name, position, address
retention-until-account = Until the person erases them
retention-dialogue = What was said, answered, written
retention-until-dialogue = Until the two keys delete the project; otherwise as long as the organisation is on the instance, in the name of the party
retention-journal-line = The journal: the chain and its seals
retention-until-journal-line = As long as the organisation is on the instance
retention-journal-opening = What opens the seals: names and words in the journal
retention-until-journal-opening = Until the person erases them, or the two keys delete the project
retention-calendar-address = The address of a calendar, by its digest, and what it said of each date
retention-until-calendar-address = Until the person takes it back, replaces it, leaves their seat or erases themselves
retention-reminder = What was reminded, date by date (counted from the day of the date)
retention-letter = Letters sent
retention-until-letter = Not kept here

right-title = Your rights
right-read = To read and take away what the instance keeps of you: the page “Your data”, once signed in.
right-correct = To have your name or position corrected: ask whoever invited you.
right-erase = To erase yourself, on your own, without asking anybody. Positions taken by mandate stay in the name of the party.
right-object = To object: leaving your seat is enough, by erasing yourself.
right-complain = To complain to the CNIL, the French authority, if you think your rights are not respected.

card-title = Register: Trinôme’s own card
card-lede = Trinôme too is a digital tool at work. Here it answers what it asks of others.
card-name = Trinôme { $version }
card-ours = Written by the authors of Trinôme. The organisation that uses it may set its own reading against it.
card-purpose = Purpose
card-said-purpose = To hold the social dialogue about a digital or AI project, before, during and after it arrives. It serves neither to assess nor to monitor anybody.
card-people = Who is affected
card-said-people = Management, staff representatives, workers, line managers, technical and prevention people of an organisation.
card-data = Data
card-said-data = Names, addresses, words in the name of a party, and anonymous answers. Details are in the record of processing.
card-ai = Reading under the AI Act
card-said-ai = No AI system. Obligations are computed from written rules, cited and dated, that anybody can read; no model is trained or queried.
card-harm = What could go wrong
card-said-harm = That a superior reads their team; that a small team recognises itself in a result; that a party acts alone; that the tool replaces meeting. Each fear has its protection and its automated test, described in the documentation; the last is up to people.
card-reversal = Reversibility
card-said-reversal = The dossier as PDF and JSON, the journal as text that is verified offline, the database itself. One may stop one morning and take everything.
card-supplier = Supplier
card-said-supplier = Free software, under the EUPL 1.2 licence. The organisation hosts it itself, or chooses who does.
card-state = Where it stands
card-said-state = First version, unreleased. No security or accessibility audit by third parties yet.

culture-title = Six questions of technical culture
culture-lede = Those that can be asked of any tool, with a short answer.
culture-works = How does it work?
culture-said-works = A program serves pages; each act is a write to a database and a line in a chained journal.
culture-infrastructure = On which infrastructure?
culture-said-infrastructure = An ordinary machine is enough, with a file as its database. A network of several organisations uses PostgreSQL. Nothing else to install, no outside service.
culture-together = How does it fit with other tools?
culture-said-together = By files and mail: it plugs into no payroll, clocking or activity-tracking software.
culture-gestures = Which gestures make it efficient and safe?
culture-said-gestures = Inviting the three parties early, turning the two keys each on one’s own side, drawing codes from a hat, keeping the head of the journal, meeting.
culture-rules = Which rules for deploying and using it?
culture-said-rules = Those that the organisation gives itself: the method agreement first. Trinôme introduces a technology: representatives are informed as for any other.
culture-dependence = What do we depend on?
culture-said-dependence = On a machine, on mail, on whoever keeps them running. The code, the rules of law and the methods are public: others can take them over.

mydata-title = My data
mydata-lede = All that the instance keeps of you, here and now.
mydata-who = You
mydata-name = Name
mydata-email = Address
mydata-language = Language
mydata-seats = Your seats
mydata-seats-none = You hold no seat any more.
mydata-seat = { $organisation }, { $party }
mydata-sessions = Your sessions
mydata-session = Opened on { $day }, { $device }
mydata-acts = Your acts in the journal
mydata-acts-count = { $count ->
    [0] No act in your name.
    [1] One act in your name.
   *[other] { $count } acts in your name.
  }
mydata-acts-where = Each is in the file: its number, its kind, its moment, and what you wrote.
mydata-words = What you said
mydata-words-count = { $count ->
    [0] No finding nor response.
    [1] One finding or response.
   *[other] { $count } findings and responses.
  }
mydata-shown = What you were shown
mydata-shown-account = Text “What we keep of you”, version { $version }, shown on { $day }
mydata-notes = Your notes
mydata-notes-count = { $count ->
    [0] No note.
    [1] One note in a notebook.
   *[other] { $count } notes in notebooks.
  }
mydata-not = What cannot be there
mydata-not-answers = Your answers to questionnaires. They are tied to nobody: we can neither show them to you nor erase them. That is what protects them.
mydata-get = Take everything, as JSON
mydata-erase = Erase me

erase-title = Erase me from this instance
erase-lede = Nobody else has to agree. Nothing can be restored.
erase-goes = What goes
erase-goes-account = Your name, your position, your address, your sessions and your links.
erase-goes-seats = Your seats: you will no longer be able to come in, in any organisation of this instance.
erase-goes-openings = What says your name in the journal. The chain keeps its proof: it no longer says who.
erase-stays = What stays, and why
erase-stays-mandate = Positions taken, responses and articles stay in the name of the party: you spoke by mandate.
erase-stays-words = Findings stay, without your name: others have answered them.
erase-stays-answers = Your answers to questionnaires: nothing ties them to you.
erase-stays-free = What others wrote of you in minutes or in an article; files already taken away.
erase-last-key = You are the last person to hold the key “{ $party }” of { $organisation }. Without it, nothing that takes two keys can be done any more. Invite somebody first, if you can.
erase-confirm = To confirm, write your address
erase-button = Erase me for ever
erase-keep = Stay
erase-wrong-address = This is not the address of your account. Nothing was erased.
erased-title = It is done
erased-said = Your name, your address and your seats are no longer on this instance. The journal keeps the proof of acts, without saying who.

# Deleting a project, with two keys.
deletion-title = Delete this project
deletion-lede = Deleting takes both keys: one party proposes with its reason, the other confirms or refuses. Once done, nothing can be brought back.
deletion-open = { $count ->
    [one] One questionnaire is open: its codes will no longer work, and the answers already given will be erased unread.
   *[other] { $count } questionnaires are open: their codes will no longer work, and the answers already given will be erased unread.
  }
deletion-goes = What goes
deletion-goes-said = The project, its findings, the reasoned responses and what passed from one space to another.
deletion-goes-campaigns = The questionnaires, their anonymous answers, their codes and the published results.
deletion-goes-text = The texts, articles, positions, commitments, readings and reviews.
deletion-goes-spaces = The spaces of dialogue, the meetings and their minutes.
deletion-goes-notebooks = Each party’s notebook, the one that you cannot read included.
deletion-goes-journal = The words and the names that the journal kept apart for this project.
deletion-stays = What stays, and why
deletion-stays-chain = The lines of the journal and their seals: which party did which act, and when. The proof holds; the words are no longer in it.
deletion-stays-fact = The fact that this project was deleted, the day, and the two parties that decided it.
deletion-stays-others = The people, the organisation and its other projects: nothing changes there.
deletion-stays-files = The files already taken away, and the backups of the instance for as long as it keeps them.
deletion-first = First, take away what must be kept
deletion-first-why = An opinion, minutes or an agreement may have to be kept. After the deletion there will be nothing left to download.
deletion-get-pdf = Download the dossier (PDF)
deletion-get-json = Download everything (JSON)
deletion-get-journal = Download the journal
deletion-keys = The two keys
deletion-proposed = Deletion proposed by { $by } ({ $party }).
deletion-awaited = The key awaited: { $party }, until { $until }. After that day, the proposal falls.
deletion-waits = Your party has turned its key. Nothing is deleted until the other has answered.
deletion-refused = The last proposal was refused ({ $party }): { $reason }
deletion-reason = Why delete this project
deletion-reason-hint = The other party reads this reason before it answers.
deletion-propose = Turn our key and propose to delete
deletion-keep = Keep the project
deletion-type-title = To confirm, write the name of the project: { $title }
deletion-other-title = This is not the name of the project. Nothing has been deleted.
deletion-confirm = Turn our key and delete for ever
deletion-refusal = The reason for refusing, which both parties will read
deletion-refuse = Refuse and keep the project
deletion-told-proposed = Your key is turned. The other party has been told and has fourteen days to answer; nothing is deleted until then.
deletion-told-refused = It is refused: the project stays. The other party reads your reason.
mail-deletion-subject = Trinôme: deleting “{ $project }” is proposed
mail-deletion-body = Hello,

    Deleting the project “{ $project }” is proposed, for this reason: { $reason }

    Nothing is deleted until the other party has turned its key. What would go, what would stay, and what can be taken away until then:

retention-project-deletion = The fact that a project was deleted
retention-until-project-deletion = As long as the organisation is on the instance
deletion-withdraw = Take our proposal back and keep the project
mail-deleted-subject = Trinôme: “{ $project }” is deleted
mail-deleted-body = Hello,

    Both parties have turned their keys: the project “{ $project }” is deleted, with what was said and written in it. The journal keeps the proof of the acts, without their words. Other projects do not change:

    { $link }
