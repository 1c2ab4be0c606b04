metric-net = 净销售额
metric-net-is = 收到的货款 − 退款。排行榜按它排
metric-net-example = 1,280 + 1,150 − 退款 200 = 2,230
metric-gross = 销售总额
metric-gross-is = 收到的货款合计，退款不扣
metric-gross-example = 1,280 + 1,150 = 2,430
metric-orders = 订单数
metric-orders-is = 付了款的单数。退一部分钱，单还算
metric-orders-example = “2单 5件”算 2 单
metric-units = 销售量
metric-units-is = 卖出的件数 − 退回的件数
metric-units-example = “2单 5件”算 5 件
metric-per-buyer = 客单价
metric-per-buyer-is = 净销售额 ÷ 买家数
metric-per-buyer-example = 1,000 ÷ 4 位买家 = 250.00
metric-aov = 笔单价
metric-aov-is = 净销售额 ÷ 订单数
metric-aov-example = 1,000 ÷ 6 单 = 166.67
metric-units-per-order = 连带率
metric-units-per-order-is = 件数 ÷ 订单数
metric-units-per-order-example = 5 件 ÷ 2 单 = 2.50

metric-new-customers = 新客数
metric-new-customers-is = 第一次来买的客户，一人只算一次。发展的代理不算
metric-new-customers-example = 小红上周、这周各报一次新客，算 1 位
metric-returning = 老客数
metric-returning-is = 又来买的老客，按人次加
metric-returning-example = 昨天 1 位、今天 2 位 = 3
metric-repurchase = 复购率
metric-repurchase-is = 近 90 天里买过两次以上的客户 ÷ 买过的客户
metric-repurchase-example = 4 位客户里 2 位买过两次 → 50.0%
metric-bought-again = 回购率
metric-bought-again-is = 上月买过、本月又买的客户 ÷ 上月买过的客户
metric-bought-again-example = 上月 5 位，本月回来 2 位 → 40.0%
metric-retention = 老客户留存率
metric-retention-is = （期末客户 − 新客）÷ 期初客户。90 天内买过的算客户
metric-retention-example = （19 − 3）÷ 20 = 80.0%
metric-satisfaction = 客户满意度
metric-satisfaction-is = 好评（4 星、5 星）÷ 全部评价
metric-satisfaction-example = 5、5、4、3、1 星 → 3 ÷ 5 = 60.0%
metric-stars = 平均星级
metric-stars-is = 星数合计 ÷ 评价数
metric-stars-example = 5、5、4、3、1 星 → 18 ÷ 5 = 3.60
metric-complaint-rate = 投诉率
metric-complaint-rate-is = （投诉 − 撤诉）÷ 订单数
metric-complaint-rate-example = （2 − 1）÷ 50 单 = 2.0%

metric-page-views = 页面访问量（PV）
metric-page-views-is = 页面被打开的次数，按天加
metric-page-views-example = 120 + 90 = 210
metric-visitors = 独立访客数（UV）
metric-visitors-is = 一天里来看过的人，一人算一次。几天只看日均，加起来是人次
metric-visitors-example = 40 和 35 → 日均 37.5（75 人次）
metric-inquiries = 咨询数
metric-inquiries-is = 来问的客户，按人次加
metric-inquiries-example = 10 + 5 = 15
metric-contacts = 加粉数
metric-contacts-is = 新加的好友合计
metric-contacts-example = 8 + 12 = 20
metric-conversion = 转化率
metric-conversion-is = 买家数 ÷ 访客数。不是订单 ÷ 访客
metric-conversion-example = 4 ÷ 75 = 5.3%
metric-handling = 订单处理时长
metric-handling-is = 从付款到发货，平均几小时
metric-handling-example = 2、4、30 小时 → 12.0 小时
metric-handling-median = 处理时长（中位数）
metric-handling-median-is = 从快到慢排，中间那一单用了几小时
metric-handling-median-example = 2、4、30 小时 → 4.0 小时
metric-within-24h = 24 小时发货率
metric-within-24h-is = 24 小时内发货的单 ÷ 发货的单
metric-within-24h-example = 2、4、30 小时 → 66.7%
metric-within-48h = 48 小时发货率
metric-within-48h-is = 48 小时内发货的单 ÷ 发货的单
metric-within-48h-example = 2、4、30 小时 → 100.0%
metric-turnover = 库存周转率
metric-turnover-is = 卖出商品的成本 ÷ 平均库存成本。按进价，不按售价
metric-turnover-example = 12,000 ÷ 4,000 = 3.00 次
metric-turnover-days = 周转天数
metric-turnover-days-is = 天数 ÷ 库存周转率
metric-turnover-days-example = 30 天 ÷ 3.00 次 = 10.0 天
metric-stock-days = 可售天数
metric-stock-days-is = 库存件数 ÷ 每天卖出的件数
metric-stock-days-example = 40 件 ÷ 每天 5 件 = 8.0 天

metric-share = 贡献占比
metric-share-is = 自己的净销售额 ÷ 全队的净销售额
metric-share-example = 23,770 ÷ 67,690 = 35.1%
metric-attainment = 达成率
metric-attainment-is = 实际 ÷ 目标
metric-attainment-example = 2,770 ÷ 4,000 = 69.3%
metric-time-progress = 时间进度
metric-time-progress-is = 过去的日子 ÷ 全部日子，按每天的权重算
metric-time-progress-example = 7 ÷ 31 = 22.6%
metric-needed = 日需
metric-needed-is = 还差的钱 ÷ 剩下日子的权重 × 那天的权重
metric-needed-example = 100,230 ÷ 24 = 4,176.25
metric-score = 综合分
metric-score-is = 每个指标的达成率 × 权重，加起来
metric-score-example = 90% × 50 + 120% × 20 + 80% × 20 + 80% × 10 = 93.0

measure-gross = 货款
measure-gross-of-orders = 带单数的货款
measure-gross-of-buyers = 带买家数的货款
measure-orders = 单数
measure-units = 件数
measure-buyers = 买家数
measure-new-customers = 新客
measure-repeat-customers = 老客
measure-contacts = 加粉
measure-inquiries = 咨询
measure-visitors = 访客
measure-page-views = 浏览
measure-ratings = 评价
measure-rating-stars = 星数
measure-refunds = 退款
measure-refunded-orders = 退单数
measure-returned-units = 退货件数
measure-complaints = 投诉
measure-withdrawn-complaints = 撤销的投诉
measure-positive-ratings = 好评（4–5 星）
measure-shipped = 发货单数
measure-handling-minutes = 发货用时（分钟）
measure-reports = 报单次数
