command-forecast = 预测：照现在的进度，这个月底能做多少
forecast-title = 🔮 <b>{ $whose }</b> · { $month }预测
forecast-amount = 预计全月 <b>{ $net }</b>
forecast-range = 八成可能在 { $low-short } 到 { $high-short } 之间
forecast-basis = 依据：到{ $until }已做 { $reached-short }，{ $n } 天有报单，时间进度 { $share }
forecast-target = 目标 { $target-short }：预计达成 <b>{ $share }</b>，{ $side ->
    [short] 还差
   *[over] 超出
} { $by-short }
forecast-few = 数据不足：这个月只有 { $n } 天报了单，至少 { $needed } 天才能预测。
forecast-next = 🎯 { $month }目标参考：
