command-demo = Try everything on an invented team, and remove it whenever you like

demo-made = 🧪 <b>{ $team }</b> is ready, and you lead it.
demo-story =
    It has 4 invented sellers and 30 days of sales:
    · two are level, one climbs week by week, one falls behind (and was on leave)
    · there was a campaign two weeks ago, and the next one is days away
demo-try = Press any button, report sales, change targets and settings. Only you see it.
demo-there = 🧪 <b>{ $team }</b> is there, and you are looking at it.
demo-end = <code>/demo off</code> removes all of it. After 7 days it goes by itself.
demo-over = 🧹 The trial team is gone, with all its figures.
demo-back = You are looking at <b>{ $team }</b> again.
demo-none = You have no trial team.
button-demo = 🧪 Try it out
button-demo-off = 🧹 End the trial
