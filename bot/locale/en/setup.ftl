command-setup = Set the team up with a few taps; for leads
button-setup = 🛠 Set up
button-setup-use = ✅ Use these

setup-head = 🛠 Set up <b>{ $team }</b>
setup-step = 🛠 Set up <b>{ $team }</b> · { $step } of { $of }
setup-guessed = These are my guesses. Right? Press “Use these”. To go through them, choose the language first:
setup-done = ✅ Done. Try: <code>3 orders 1280</code>
setup-done-command = ✅ Done. Try: <code>/sale 3 1280</code>
setup-later = To change something later: /settings

setup-sees-all = 👀 I see every message of the group. To show me commands only: take my administrator rights away and turn privacy mode on at @BotFather.
setup-sees-commands = 👀 In this group I only see commands and replies to me. To write just “3 orders 1280”, make me an administrator.
