# What is coming: each person’s calendar and reminders.
diary-title-seat = My calendar
diary-title-project = Calendar of the project
diary-lede-seat = The dates of all the projects that you follow at { $organisation }, in your own calendar (Thunderbird, Outlook, Google Calendar, telephone…), kept up to date by themselves.
diary-lede-project = The dates of “{ $project }” in your own calendar, kept up to date by themselves. The address is yours alone: each member makes their own.
diary-fresh = Your address is ready
diary-fresh-once = It is shown once: copy it into your calendar now. If it is lost, it can be replaced.
diary-open = Open in my calendar
diary-fresh-how = In your calendar, look for “Add a calendar by address” or “Subscribe to a calendar”, and paste this address there. Send it to nobody: it opens without a password.
diary-address = Your address
diary-address-none = You have no address yet. Make one, then paste it into your calendar.
diary-made = Made on { $made }. No calendar has read it yet.
diary-made-read = Made on { $made }, last read on { $read }.
diary-make = Make an address
diary-replace = Replace the address
diary-replace-note = The former address will open nothing any more: the new one has to be pasted into each calendar.
diary-remove = Take the address back
diary-removed = The address is taken back: it opens nothing any more. What a calendar has copied already stays there until you delete it.
diary-show-again = This address opens without a password: show first that it is you.
diary-show-again-do = Show that it is me
diary-who-reads = What the address lets people read
diary-who-reads-what = The dates that your party ({ $party }) sees: the day, the title, the name of the project and of the space. Whoever has the address reads them without a password, and nothing tells you so.
diary-who-reads-not = Never the words of a finding, a notebook, an answer to a questionnaire or the opinion; of a diagnostic, its last day only. What the line of management does not see stays hidden.
diary-who-reads-program = The provider of your calendar reads these dates and keeps them: choose it as you would choose one for your mail.
diary-who-reads-end = The address opens nothing any more as soon as you take it back, replace it or leave this seat.
diary-coming = What is coming
diary-coming-none = No date for now. Those of the law, of meetings, of answers awaited, of commitments and reviews will come here by themselves.
diary-coming-more = { $count ->
    [one] And one more date, further on.
   *[other] And { $count } more dates, further on.
  }
diary-to-reminders = Choose my reminders by mail
diary-projects = A project apart
diary-projects-lede = A project may have an address of its own, to give it a colour in your calendar for instance.
diary-project = Calendar of “{ $project }”
diary-project-made = address made
diary-reminders-title = My calendar and my reminders
diary-reminders-lede = What is coming, in your calendar and by mail to { $email }. One letter a day at most, in your language, and none when there is nothing to say.
diary-reminders = My reminders
diary-reminders-none = You get no reminder.
diary-reminders-mute = This instance has no mail server: no reminder leaves for now. Your calendar works all the same.
diary-reminders-save = Save my reminders
diary-reminders-saved = Your reminders are saved.
diary-reminders-what = Reminders tell what holds for everybody and what your party has to do, never twice for the same date; a date that moves is told again. These delays are our choice, not the law’s.
diary-legal = Before a date of the law
diary-legal-hint = Two weeks to prepare a meeting and its papers, three days to finish, the day itself because a time limit that has passed does not come back.
diary-others = Before a meeting, an answer awaited, a commitment, a review, the end of a diagnostic
diary-others-hint = These dates move: three days are mostly enough.
diary-lead-14 = 14 days before
diary-lead-3 = 3 days before
diary-lead-0 = On the day
diary-week = Every week
diary-week-yes = One letter a week: what is late and what comes within a fortnight
diary-week-hint = Once a week at most, on Monday or the first day on which the server can write; none when there is nothing to say.
diary-calendars = My calendars
diary-calendars-lede = One for each organisation: each ends with the seat that you hold there, and leaves the others alone.
diary-calendars-none = You hold no seat for now: your calendars will come with them.
diary-calendar-of = My calendar at { $organisation }
diary-stop-title = No more reminders
diary-stop-what = You will get no reminder any more, from no organisation. The letters that let you in or warn you of an act go on.
diary-stop-do = Send me nothing more
diary-stop-done = Done: no reminder will leave any more.
diary-stop-choose = Choose my reminders
diary-stop-unknown = This link is incomplete or does not come from here. Your reminders can also be set from your account.
diary-gone = This calendar is closed: the seat that it came from is held no more, or asks for a passkey. Remove it from your calendar program, and make a new address from Trinôme if you hold a seat there.
diary-name = Trinôme, { $of }
diary-title = { $what } · { $project }
diary-law = { $label } { $day }
diary-law-from = Comes into force: { $what }
diary-law-why = { $rule } ({ $day }).
diary-law-articles = { $articles }.
diary-answer = Reasoned answer awaited to a finding ({ $space })
diary-campaign = Last day to answer “{ $campaign }”
diary-kind-law = Law
diary-kind-meeting = Meeting
diary-kind-answer = Answer
diary-kind-commitment = Commitment
diary-kind-review = Review
diary-kind-campaign = Diagnostic
diary-kind-key = Two keys

mail-diary-subject = { $count ->
    [one] Trinôme: a date is near
   *[other] Trinôme: { $count } dates are near
  }
mail-diary-week-subject = Trinôme: your week
mail-diary-hello = Hello,
mail-diary-due = These dates are near.
mail-diary-week = What is late, and what comes within a fortnight.
mail-diary-head = { $organisation } · { $project }
mail-diary-line = { $day } ({ $away }): { $what }
mail-diary-foot = Choose your reminders: { $choose }
    Receive nothing more: { $stop }
