command-privacy = What is stored, who reads it, and for how long

privacy-head = 🔐 <b>Privacy</b>
privacy-person = About you: Telegram number, name, username, language.
privacy-no-team = You are in no team, and nothing else is stored.
privacy-team = In <b>{ $team }</b>: figures, goods, customers’ names and words, targets, leave, pay, changes.
privacy-lead = You lead it: you read everybody’s figures and changes.
privacy-seller = You sell: you read all of your own.
privacy-viewer = You only look: boards and charts, no reports.
privacy-shows-amounts = Boards show amounts to the whole team.
privacy-shows-percent = Boards show shares only: others do not read your amounts.
privacy-shows-ranks = Boards show ranks only: others do not read your amounts.
privacy-names = A customer’s name is read by who sold to them; leads read numbers only.
privacy-names-leads = A customer’s name is read by who sold to them, and by the leads.
privacy-pay = Pay is told in private only, never in a group.
privacy-never = Never stored: other chat, phone numbers, contacts. Of pictures only Telegram’s number.
privacy-kept =
    For how long:
    · figures stay, also after you leave
privacy-words = · words that were written (of customers, comments, disputes): { $kept }
privacy-kept-else =
    · what the bot said, and reports that wait for an answer: 7 days
    · a trial team: 7 days at most
    · after I am taken out of the group: 30 days, then everything goes
privacy-operator = Whoever runs the bot keeps the database and its backups, and can read all of it.
privacy-rename = No real name? A lead can write <code>/team rename old new</code>
