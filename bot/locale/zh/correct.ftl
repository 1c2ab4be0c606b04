# 更正：卡片上的“原来 → 现在”，和没把握时的提问
card-corrected = 更正：{ $changes }
card-change = { $before } → { $after }
card-day = { $before } → { $after }
card-whose = { $before } → { $after }
corrected = ✏️ #{ $number } 更正：{ $changes }
nothing-to-correct = 这两天没有可以更正的报单。要改更早的，请点那张卡片上的“改”，或找团队长。
correct-several = #{ $number } 里有好几个人或好几天，没有改。请点卡片上的“改”，整条重写。
ask-target = 是要把 #{ $number }（{ $before }）改成 { $after } 吗？
button-keep = 不改
undone-before = #{ $number } 之前已经撤回了。
not-your-entry = 这条不是你的，只有报单的人、单子归属的人和团队长能改。
