command-watch = Watch list: leads hear when a metric crosses its limit

watch-head = 👀 <b>{ $team }</b> watches { $n-n ->
        [one] { $n } metric
       *[other] { $n } metrics
    }
watch-none = 👀 <b>{ $team }</b> watches nothing yet.
    After the daily board leads hear in private who crossed a limit: once, and not again until it recovers.
watch-how = You can also write <code>/watch repurchase rate &lt;70% of team</code> or <code>/watch aov &lt;100</code>
    Sales, orders and the like are a day’s; rates are the month’s so far.
watch-line = <b>{ $number }.</b> { $rule }
watch-now = 　Now: { $names }
watch-now-nobody = 　Now: nobody beyond it
watch-rule =
    { $whole ->
        [yes] { $metric } of the whole team
       *[no] { $metric }
    } { $side ->
        [below] below
       *[above] above
    } { $limit }
watch-of-team = { $percent }% of the team’s average
watch-figure = { $figure }
watch-stands = { $name } { $value }
watch-stands-of = { $name } { $value } (n { $n })
watch-bound = { $limit }
watch-bound-of = { $limit } ({ $percent }% of the team’s { $team })
watch-alarms = 👀 <b>{ $team }</b>: limits crossed
watch-alarm = <b>{ $metric }</b> { $side ->
        [below] below
       *[above] above
    } { $bound }: { $names }
watch-alarms-how = Not said again until it recovers. Change limits: /watch
watch-set = ✅ Watching: { $rule }. Leads hear in private when it is crossed.
watch-removed = ✅ No longer watching: { $rule }
watch-full = At most { $n } can be watched. Remove one first.
watch-likely = Did you mean: { $names }?
watch-never = { $metric } cannot be watched. Choose another metric.
watch-team-of-team = { $metric } is the whole team’s figure: there is no average to compare with. Write a number.
watch-choose = Which metric do you want to watch?
watch-choose-side = <b>{ $metric }</b>: tell you when it is low, or when it is high?
watch-ask = Tell you when <b>{ $metric }</b>{ $whole ->
        [yes] {" "}of the whole team
       *[no] { "" }
    } is { $side ->
        [below] below
       *[above] above
    } what? Write a number (such as { $example }), or press.
watch-positive = A limit must be above 0 and not that large. Nothing was changed.
watch-unclear = I need one number above 0, such as { $example }. Or press a button above. To stop, write: cancel
button-watch-add = ➕ Add
button-watch-remove = ✖ { $number }
button-watch-below = Below…
button-watch-above = Above…
button-watch-team-below = Whole team below…
button-watch-team-above = Whole team above…
button-watch-percent = { $percent }% of average
button-watch-list = 👀 Show all
audit-watch = watch list
