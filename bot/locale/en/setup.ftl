command-setup = Set the team up with a few taps; for leads
button-setup = 🛠 Set up
button-setup-use = ✅ Use these

setup-head = 🛠 Set up <b>{ $team }</b>
setup-step = 🛠 Set up <b>{ $team }</b> · { $step } of { $of }
setup-guessed = My guesses. Right? Press “Use these”. To go through them, begin with the language:
setup-done = ✅ Done. Try: <code>3 orders 1280</code>
setup-done-command = ✅ Done. Try: <code>/sale 3 1280</code>
setup-later = To change something later: /settings

setup-sees-all = 👀 I see every message of the group. To have me see commands only: I must be no administrator, and privacy mode on at @BotFather.
setup-sees-commands = 👀 In this group I only see commands and replies to me. To write just “3 orders 1280”: make me an administrator.
