command-who = One seller: amount, orders, conversion and repurchase side by side

beside-menu = Whom? This month:
beside-title = 👤 <b>{ $name }</b> · { $period }
beside-line = { $metric }: { $value }
beside-rank = #{ $rank } of { $of }
beside-team = team { $value }
beside-few = small sample
beside-nothing = No reports in that time.
beside-few-large = 💡 High amount from few orders: mostly large ones.
beside-many-small = 💡 Many orders, low amount: mostly small ones.
button-who = { $name }
