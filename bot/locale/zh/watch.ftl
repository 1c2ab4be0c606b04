command-watch = 关注：哪个指标越线就私聊告诉团队长

watch-head = 👀 <b>{ $team }</b> 的关注（{ $n } 条）
watch-none = 👀 <b>{ $team }</b> 还没有关注的指标。
    加上以后，谁越了线，日榜之后私聊告诉团队长；说过一次，恢复以前不再重复。
watch-how = 也可以直接写：<code>/watch 复购率 &lt;70%队均</code>、<code>/watch 客单价 &lt;100</code>
    销售额、单数这类看当天，比率看本月至今。
watch-line = <b>{ $number }.</b> { $rule }
watch-now = 　现在：{ $names }
watch-now-nobody = 　现在：没有越线的
watch-rule =
    { $whole ->
        [yes] 全队{ $metric }
       *[no] { $metric }
    }{ $side ->
        [below] 低于
       *[above] 高于
    }{ $limit }
watch-of-team = 队均的 { $percent }%
watch-figure = {" "}{ $figure }
watch-stands = { $name } { $value }
watch-stands-of = { $name } { $value }（样本 { $n }）
watch-bound = { $limit }
watch-bound-of = { $limit }（队均 { $team } 的 { $percent }%）
watch-alarms = 👀 <b>{ $team }</b> 有指标越线
watch-alarm = <b>{ $metric }</b> { $side ->
        [below] 低于
       *[above] 高于
    } { $bound }：{ $names }
watch-alarms-how = 恢复以前不再提醒。改线：/watch
watch-set = ✅ 关注了：{ $rule }。越线时私聊告诉团队长。
watch-removed = ✅ 不再关注：{ $rule }
watch-full = 最多关注 { $n } 条，先删一条再加。
watch-likely = 是不是：{ $names }？
watch-never = { $metric }不能关注，换一个指标。
watch-team-of-team = { $metric }是全队的数，没有队均可比，写一个数就行。
watch-choose = 关注哪个指标？
watch-choose-side = <b>{ $metric }</b>：低了提醒，还是高了提醒？
watch-ask =
    { $whole ->
        [yes] 全队
       *[no] { "" }
    }<b>{ $metric }</b>{ $side ->
        [below] 低于
       *[above] 高于
    }多少时提醒？写一个数（例如 { $example }），或按下面。
watch-positive = 这条线要大于 0，也别太大。没有改。
watch-unclear = 要一个大于 0 的数，如 { $example }；也可以点上面的按钮。不要了就写：取消
button-watch-add = ➕ 加一条
button-watch-remove = ✖ { $number }
button-watch-below = 低于…
button-watch-above = 高于…
button-watch-team-below = 全队低于…
button-watch-team-above = 全队高于…
button-watch-percent = 队均的 { $percent }%
button-watch-list = 👀 看全部
audit-watch = 关注
