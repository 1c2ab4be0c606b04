command-setup = 设置向导：点几下就能用；团队长用
button-setup = 🛠 设置向导
button-setup-use = ✅ 就用这些

setup-head = 🛠 <b>{ $team }</b> 设置向导
setup-step = 🛠 <b>{ $team }</b> 设置向导 · { $step }/{ $of }
setup-guessed = 我先这样猜的。对就点“就用这些”；要一项项来，先选语言：
setup-done = ✅ 设好了！试试：<code>3单 1280</code>
setup-done-command = ✅ 设好了！试试：<code>/sale 3 1280</code>
setup-later = 以后要改：/settings

setup-sees-all = 👀 群里每句话我都看得到。只想让我看命令：取消我的管理员，再到 @BotFather 打开隐私模式。
setup-sees-commands = 👀 群里我只看得到命令和对我的回复。想直接写“3单 1280”：把我设为管理员。
