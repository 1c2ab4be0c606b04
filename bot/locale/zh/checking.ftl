command-check = 核对一天的报单，没问题就标上

checking-head = 🔍 <b>{ $team }</b> { $period }：{ $n-n ->
    [0] 还没人报单
   *[other] { $n } 条，{ $unchecked-n ->
        [0] 都已核对 ✓
       *[other] { $unchecked } 条未核对
    }
}
checking-line = { $name } { $figures }（{ $n } 条{ $unchecked-n ->
    [0] {" "}✓
   *[other] ，{ $unchecked } 条未核对
}）
checking-more = ……还有 { $n } 人
checking-done = { $n-n ->
    [0] 没有新核对的
   *[other] 核对了 { $n } 条
}
button-check-all = ✓ 这 { $n } 条没问题
button-period = { $period }
card-checked = ✓ { $name } 已核对
audit-checked = 核对 { $period }（{ $n } 条）
