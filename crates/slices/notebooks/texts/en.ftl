notebook-title = Notebook
notebook-lede = To prepare among yourselves. No other party reads this notebook, and no dossier or export holds it.
notebook-readers = Read today by: { $names }.
notebook-why = Who can read it, and why the journal says nothing of it
notebook-why-parties = Only people invited for your party, in this organisation, open this page: neither the other parties nor whoever administers the instance. Who is invited for your party can be seen under “People”.
notebook-why-journal = Nothing of this notebook is written in the journal, not even that a note was written: all parties read it, and a date is enough to give a preparation away.
notebook-why-machine = A limit: whoever holds the machine and its database could read these notes there. Do not write what would put somebody in danger.
notebook-write = Write a note
notebook-new = Note
notebook-new-hint = A question to ask, a point to check, a limit to hold.
notebook-send = Write in the notebook
notebook-written = Noted, for your party only.
notebook-removed = The note is taken out. It can come back for thirty days.
notebook-restored = The note is back.
notebook-notes = Notes
notebook-empty = Nothing yet. A question for the next meeting is a good start.
notebook-signed = { $name }, { $day }
notebook-changed = { $signed }; changed { $day }
notebook-former-member = somebody who has left
notebook-edit = Change the note
notebook-edit-title = Its words
notebook-words = Note
notebook-save = Save
notebook-back = Back to the notebook
notebook-remove = Take the note out
notebook-stale = Somebody of your party changed this note in the meantime. Their words are above, yours are still here: keep what fits, then save.
notebook-kept = What is saved
notebook-take = Take the notebook away (text file)
notebook-print = To print it, use your browser’s “Print”: only the notes come out.
notebook-removed-list = { $count ->
    [one] One note taken out
   *[other] { $count } notes taken out
}
notebook-erased-after = erased after { $day }
notebook-restore = Take the note back
notebook-file-title = Notebook: { $project }
notebook-file-says = { $party }. Taken away { $day }. Trinôme no longer protects this file: keep it where you alone read it.
notebook-file-name = notebook-{ $day }
