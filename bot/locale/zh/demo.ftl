command-demo = 试用：用一个编好的团队随便玩，随时删干净

demo-made = 🧪 <b>{ $team }</b> 建好了，团队长就是你。
demo-story =
    里面有 4 个编出来的销售、30 天的账：
    · 有两个人并列，有人一周比一周好，有人掉队（还请过假）
    · 半个月前做过一次活动，过几天还有一次
demo-try = 下面的按钮随便点，报单、改目标、改设置也行，都只有你看得见。
demo-there = 🧪 <b>{ $team }</b> 还在，你现在看的就是它。
demo-end = 发 <code>/demo off</code> 就全部删掉；7 天后会自动删。
demo-over = 🧹 试用队删掉了，一条数据也没留。
demo-back = 现在看的是 <b>{ $team }</b>。
demo-none = 你现在没有试用队。
button-demo = 🧪 试用一下
button-demo-off = 🧹 结束试用
