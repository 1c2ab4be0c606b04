command-who = 一个人的业绩：金额、单数、转化、复购并排看

beside-menu = 看谁？本月的：
beside-title = 👤 <b>{ $name }</b> · { $period }
beside-line = { $metric }：{ $value }
beside-rank = 第{ $rank }/{ $of }
beside-team = 全队 { $value }
beside-few = 样本少
beside-nothing = 这段时间没有报单。
beside-few-large = 💡 金额靠前、单数靠后：主要靠大单。
beside-many-small = 💡 单数靠前、金额靠后：单子偏小。
button-who = { $name }
