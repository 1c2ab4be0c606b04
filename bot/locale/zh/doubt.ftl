# 看懂是在报单，但有一处不清楚时的提问。{ $piece } 是原话里不清楚的那一段。
doubt-approx = “{ $piece }”是大概数，准确是多少？
doubt-correction = 要更正哪一条记录？请编辑那条消息，或点它卡片上的“改”。
doubt-negative = “{ $piece }”是什么？退款请写：/refund 50
doubt-product-price = “{ $piece }”是卖出去了，还是报价？
doubt-bare-money = “{ $piece }”是卖出的金额吗？
doubt-which-number = “{ $piece }”是单数还是金额？
doubt-span = “{ $piece }”每天各是多少？请按天分开报。
doubt-mismatch = 明细和合计对不上（{ $piece }），哪个对？
doubt-deposit = 只收了一部分（{ $piece }）：现在就记，还是付清再记？
doubt-refund-which = 退的是哪一单，金额多少？
doubt-decimal = “{ $piece }”是小数还是千分位？请写成 3450 或 3.45 这样。
doubt-no-such-day = 没有 { $piece } 这一天，是哪一天的单？
doubt-future-date = { $piece } 还没到，是哪一天的单？
doubt-who = 不认识“{ $piece }”，这是谁的单？回一个成员的名字就行。
