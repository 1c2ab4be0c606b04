command-metrics = Which metrics the team uses; leads switch the rest off

metrics-head = 🎛 <b>{ $team }</b> uses these metrics
metrics-group = <b>{ $group }</b>
    { $names }
metrics-group-off = <i>Off: { $names }</i>
metrics-how = Press a group to switch. What is off is neither asked for nor shown; what is reported is kept all the same.
metrics-leads-only = Leads can switch them.
metrics-tap = ✅ is on, ⬜ is off. Press to switch.
metrics-net-always = Sales are always on.
metrics-switch-on = ✅ { $name }
metrics-switch-off = ⬜ { $name }
metrics-on = ✅ { $name }: on
metrics-off = ⬜ { $name }: off
metrics-always = { $name } cannot be switched off.
metrics-is-off = The team does not use “{ $name }”.
metrics-card-off = 📴 { $names }: off for this team, but kept; leads can switch it on
button-metrics = 🎛 Switch metrics
button-metric-use = 🎛 Use { $name }
audit-metric = the metric { $name }

command-template = Templates: metrics and weights of the score for a trade

template-head = 🧩 What does <b>{ $team }</b> sell? You see what would change before you decide.
template-title = 🧩 Template: <b>{ $trade }</b>
template-uses = { $n-n ->
    [one] { $n } metric
   *[other] { $n } metrics
}
template-metrics = { $before } → { $after }
template-on = On: { $names }
template-off = Off: { $names }
template-weights = Now · { $before }
    Then · { $after }
template-ask = Replace what stands by this? No figure is lost.
template-same = This is what stands already.
template-done = ✅ The template <b>{ $trade }</b> is in place.
template-later = One by one: /metrics switches metrics, /score sets weights
button-template = 🧩 Templates
button-template-use = ✅ Replace
button-template-metrics = 🎛 Switch metrics myself
trade-beauty = 💄 Beauty
trade-baby = 🍼 Mother and baby
trade-food = 🍜 Food
trade-fashion = 👗 Fashion
audit-template = template { $trade }
