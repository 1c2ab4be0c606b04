# /company：几个团队放在一起看
command-company = 公司：你管的几个团队放在一起看，分别多少、合计多少

company-title = 🏢 { $what }
company-count = <b>{ $n } 个团队</b>
company-period = { $period }
company-total = <b>合计</b> { $figures }
company-in = <b>{ $currency } 合计</b> { $figures }
company-team = { $team }：{ $figures }
company-attained = 达成 { $percent }
company-no-target = 没定目标
company-more = …… 还有 { $n } 个团队，合计里已经算上
company-apart = <i>币种不同，分开列，不相加。</i>
company-own-days = <i>时区不同，各团队按自己的日期算。</i>
company-one = { $n-n ->
    [0] 你还没有管哪个团队。
   *[other] 你现在只管一个团队：{ $team }。
}
    管两个以上，这里就把它们放在一起看，再加个合计。
