"""The vocabulary of both languages: what a word means in a report. Chinese is simplified, English lower case."""

from enum import Enum, auto


class Word(Enum):
    """What a known word is."""

    # labels: a number stands beside them
    ORDERS = auto()
    DEALS = auto()  # orders or an amount: 成交, 出单, closed
    SALES = auto()  # an amount, or by a small number perhaps orders: 业绩, sales
    REVENUE = auto()  # an amount and nothing else: 收款, revenue
    EARNED = auto()  # money, but not only of sales: made, collected
    TOTAL = auto()
    AVERAGE = auto()
    PIECES = auto()
    NEW = auto()
    REPEAT = auto()
    CONTACTS = auto()
    INQUIRIES = auto()
    VISITORS = auto()
    COMPLAINTS = auto()
    PAYMENT = auto()  # a way of payment: 微信, cash
    SKIPPED = auto()  # a label whose number is no sale: profit, target, month to date
    # units: a number stands before them
    ORDER = auto()
    PIECE = auto()
    THING = auto()  # 个: pieces after a verb, orders before 单, people before 客户
    PERSON = auto()
    OTHER_UNIT = auto()  # minutes, kilometres, floors: the number before it is no figure
    # what happened
    SOLD = auto()
    BOUGHT = auto()  # of a customer
    REFUND = auto()
    RETURNS = auto()  # orders that came back: the number after it counts them
    CANCELLED = auto()
    COMPLAINED = auto()
    NO_SALE = auto()
    NOUGHT = auto()  # 无, none: the value of a label
    EACH = auto()
    AT = auto()
    ANOTHER = auto()  # one more order
    ONE = auto()  # a, an
    YOU = auto()
    CONGRATULATION = auto()
    CUSTOMER = auto()
    SELLER = auto()  # 姓名, agent: a name follows
    FOR = auto()  # 帮, 替, for: a member may follow
    SIDE = auto()  # 那边 after a member
    PRODUCT = auto()
    QUANTITY = auto()
    DATE = auto()
    HEADLINE = auto()
    ORDER_NUMBER = auto()
    RECIPIENT = auto()
    TIME_OF_DAY = auto()
    INCLUDING = auto()  # what follows is part of what was said
    # why a clause is none
    QUESTION = auto()
    REQUEST = auto()
    FUTURE = auto()
    GOAL = auto()
    IF = auto()
    RUNNING = auto()
    STOCK = auto()
    BUYING = auto()
    # why a message is none
    PRAISE = auto()
    OFFER = auto()
    PAST = auto()
    OUTSIDE = auto()
    # what makes a report open
    ABOUT = auto()
    CORRECTION = auto()
    RATHER = auto()  # a correction only beside an earlier report: should be, 不是
    SPAN = auto()
    DEPOSIT = auto()
    EARLIER = auto()  # 上面那单, the last one
    FILLER = auto()
    IDLE = auto()  # an ordinary word that holds one of the others


CHINESE: dict[Word, str] = {
    Word.ORDERS: """订单 订单数 订单量 单数 单量 出单数 出单量 成交单数 成交数 成交单量 成交订单 成交笔数 笔数 成单数 开单数
        成交订单数 今日单数 总单数 总订单 支付订单数 付款订单 销售单数 销售笔数""",
    Word.DEALS: "成交 出单 开单 成单 开了单 开张 签单 签了 成交了 出单了 又成交 又出单 拿下",
    Word.SALES: "业绩 销售 销量 战绩 今日业绩 销售业绩 个人业绩 卖 卖了 卖出 卖出了 卖掉 卖得 卖出去 卖出去了 售出 销售了",
    Word.REVENUE: """销售额 销售金额 营业额 营收 流水 成交额 成交金额 金额 收款 实收 到账 进账 回款 实付 实付款 实付金额
        实收款 收款额 回款额 收款金额 销售收入 总销售额 总业绩 总金额 总额 流水额 付款金额 支付金额 订单金额 业绩金额 销额 一笔收款 一笔到账 一笔转账 已收款 已收 收款到账""",
    Word.EARNED: "做了 赚了 进了 付了 收到 收入 收了 收钱 已付",
    Word.TOTAL: "合计 共计 总计 一共 总共 共 总 共收 总收 共收款 一共是 加起来 总和 总数 小计 全部 合计金额 共卖 一起",
    Word.AVERAGE: "客单价 平均客单价 客单 均单 单均 平均每单 件单价",
    Word.PIECES: "件数 销售件数 数量 销售数量 销售件 出货量",
    Word.NEW: """新客 新客户 新客数 新增客户 新增 新增客 新增客户数 新顾客 新会员 拉新 新客人 新客户数 新用户 新开发的客户 新开发客户 开发新客 开发新客户
        新客成交 新客户成交 新开发 新人客户 成交新客 新单客 新增会员 新增新客 新客量""",
    Word.REPEAT: """复购 回购 老客 老客户 老顾客 复购客户 回购客户 老客复购 老客回购 老客户复购 老客户回购 复购数 复购单 回头客 老会员 老客成交
        复购人数 回购人数 老客数 老客户数 老客户返单 返单""",
    Word.CONTACTS: """加粉 涨粉 引流 加好友 新增好友 加微信 加微 加人 新增粉丝 粉丝新增 新增微信 添加好友 加了好友 新加好友 进粉 吸粉 加粉数
        引流人数 加友 加V""",
    Word.INQUIRIES: "咨询 询单 询盘 咨询量 咨询数 咨询人数 咨询客户 询单数 询盘数 私信咨询 来询 问询 询单量 线索",
    Word.VISITORS: "客流 进店 到店 接待 客流量 进店人数 到店人数 接待人数 进店客流 访客 访客数 接待客户 到店客户 进店数 接待量 uv",
    Word.COMPLAINTS: "客诉 差评 投诉数 客诉数 投诉量 客户投诉数",
    Word.PAYMENT: "微信 支付宝 现金 刷卡 转账 银行卡 信用卡 扫码 花呗 美团 团购券 抖音券 对公",
    Word.SKIPPED: """利润 毛利 净利 净利润 成本 运费 邮费 快递费 佣金 提成 目标 指标 任务 今日目标 明日目标 明天目标 本月目标 完成率 达成率 转化率 退货率
        差额 余额 欠款 本月累计 月累计 累计 累计业绩 本月业绩 本月 这个月 当月 当月累计 本周累计 本周 本年累计 今年 意向客户 意向 回访 跟进 打电话 电话
        朋友圈 发圈 群发 优惠 折扣 满减 手续费 服务费 税 明日计划 明天计划 距目标 还差 离目标 差 剩 剩余 库存 底薪 工资 排名 名次 编号 单号 邮编 交易单号 商户单号 流水号 交易号 单据号 转账单号 尾号 卡号
        通话 通话数 拨打 有效通话 拜访 面谈 作品 直播时长 观看 点赞 曝光 曝光量 浏览 浏览量 pv 月目标 月累计业绩 月度累计 累计到今天 累计到账 待收 未付 未收
        待付款 拉黑 删除 退粉 掉粉 房号 门牌""",
    Word.ORDER: "单 笔 单子 个单 个订单 笔订单 张单 个单子 笔单 张订单 单生意 个order 笔交易",
    Word.PIECE: "件 盒 套 支 瓶 包 箱 罐 双 份 条 只 袋 桶 片 管 对 提 组 把 块装 贴 根 顶 枚 台 部 盘 卷 板 颗 粒 大盒 小盒 件货 礼盒 打 盏 串 杯",
    Word.THING: "个 张",
    Word.PERSON: "人 位 名 个人 位客户 个客户 位客人 个客人 名客户 个顾客 位顾客 人次",
    Word.OTHER_UNIT: """点 点半 点钟 点多 时 分 秒 小时 个小时 分钟 天 周 星期 个星期 个月 月份 月 年 岁 度 米 公里 斤 公斤 楼 号楼 栋 幢 室 层 路 路公交
        片装 色 号色 折 次 届 期 代 级 章 页 题 班 排 倍 股 码 寸 厘米 毫升 克 号线 站 局 场 届 集 季 楼层 单元 号 号店 个字 句 遍 趟 圈 步 口 毫米 平 平米
        分之 元起 块起 起 批 车 亩 本书 本 家 家店 个点 个百分点 号口 号门 公分 升 度电 辆 座 间 桌 门 首 篇 种 款 样 类 秒钟 小时后 分钟后 连 比 比分 键 赞""",
    Word.SOLD: """出了 出 卖给 出货 出货了 又卖 又出 又卖了 又出了 走了 接单 接了 入账 收单 报单 下单 下单了 下了 下了单 成交客户 补报 补录 补记 漏报 报一下 报下 报个单 报个 做成 补一下 补登 谈成 搞定 拍了
        付款了 付款 买单 买单了 已付款 付了款 转了""",
    Word.BOUGHT: "买了 买 订了 订 拿了 拿 要了 带走 带走了 拍下 付清 入手 定了 拿走 拿走了 购买 购买了 下单了 续了",
    Word.REFUND: "退款 退货 退了 退 退回 退钱 退款额 退款金额 退货退款 退掉 退还 退货款 退给 已退款 已退 退货金额",
    Word.RETURNS: "退单 退货单 退单数 退款单数 退货数 退款订单 退货单数 退单量 退款笔数",
    Word.CANCELLED: "取消 取消了 取消订单 撤单",
    Word.COMPLAINED: "投诉 投诉了 被投诉",
    Word.NO_SALE: """没开单 没出单 没有开单 没有出单 未开单 未出单 一单都没有 一单没有 一单没出 一单都没出 没卖出去 没成交 没有成交 无成交 没开张 没单 没有单
        未成交 零成交 零单 没有订单 挂零 吃鸭蛋 挂蛋 零蛋 颗粒无收 没业绩 没有业绩 零业绩 一单都没开 一单没开 没做成 啥也没卖 没卖 没收成 白板 光头 无单 没有出 剃光头 抱蛋""",
    Word.NOUGHT: "无 没有 暂无 零",
    Word.EACH: "每 各 都是 单价 均价 每个 每单 每件 每盒 每支 每瓶 每套 每包 每份 每只 每条 每双 每片 每罐 每箱 每人 一律 单件",
    Word.CUSTOMER: "客户 顾客 客人 买家 女士 先生 姐 哥 阿姨 老板 太太 小姐 叔 老师 同学 宝妈 亲 邻居 朋友",
    Word.SELLER: "姓名 代理 销售员 业务员 导购 店员 顾问 负责人 汇报人 报单人 销售人员 员工 归属 报告人 主播 美容师 店长",
    Word.FOR: "帮 替 代 给",
    Word.YOU: "你 您 你们 您们 恁",
    Word.CONGRATULATION: "恭喜 喜报 祝贺 贺喜 热烈祝贺 祝",
    Word.SIDE: "那边 这边 那儿 那里 的",
    Word.PRODUCT: "商品 产品 品名 货品 商品名称 产品名称 宝贝 款式",
    Word.DATE: "日期 时间 付款时间 下单时间 支付时间 成交日期 交易时间 到账时间 创建时间",
    Word.HEADLINE: """日报 晚报 战报 早报 日报表 今日日报 日总结 总结 今日战绩 今日总结 汇报 日结 工作汇报 团队汇总 汇总 eod 今日出货 销售日报 门店日报 战况
        今日数据 数据 业绩播报 播报 业绩报告 今日战报 数据汇总 工作日报 报告 业绩汇总 销售汇总 收工 今日收工 今日销售""",
    Word.ORDER_NUMBER: "订单编号 订单号 订单编码 订单id",
    Word.RECIPIENT: "收货人 收件人 收货地址 收货 地址 收件 手机号 联系电话 收货信息",
    Word.TIME_OF_DAY: "上午 下午 中午 早上 晚上 凌晨 傍晚 上半场 下半场 早班 晚班 午后",
    Word.INCLUDING: "其中 含 包含 包括 里面 含运费",
    Word.QUESTION: """吗 呢 几单 多少 多少钱 什么 谁 怎么 如何 怎样 什么时候 啥 为啥 为什么 几个 几点 哪 哪里 哪个 多久 咋 是不是 有没有 能不能 可以吗 行不行 对不对 好不好
        几 么 请问 吧吗 几块 几天 几号""",
    Word.REQUEST: """帮我 麻烦 请 要退款 申请退款 想退 要退货 想退款 想退货 能退 求 谁有 借 要换 需要 待退 申请退 退款申请 要求退款 要求退货 闹着退 可以退 要退 等退款 想要退 想取消 记得 别忘 别 不要
        转告 提醒 安排 建议 应该要 必须 一定要 务必 最好""",
    Word.FUTURE: """明天 明日 明早 明晚 后天 大后天 下周 下周一 下周二 下周三 下周四 下周五 下周六 下周日 下个月 下月 下个星期 下星期 将 准备 打算 预计 预估 要来 会来 待会 等会 等下 一会 今晚要 马上 即将 晚点
        过几天 改天 回头 预定 预订 预约 说好 答应 稍后 想要 想买 打款中 计划 争取 以后 月底 年底 迟点 待付 还没付 没付 未付款 尚未 快要 快到 再卖 要卖 再来 再出 再开 想订 想拿""",
    Word.GOAL: "目标 冲 冲刺 任务 冲击 力争 指标 拿下目标 保底 至少 挑战 达标 完成任务",
    Word.IF: "如果 要是 假如 假设 若 万一 只要 的话 比如 例如 就好了 早知道 除非 即使 哪怕 满 凡 买满 就送 一旦 倘若 要不是",
    Word.RUNNING: """本月累计 月累计 累计 这个月 本月 当月 累计到今天 到今天 截至 截止 今年 本季度 这季度 本年 全年 本周累计 这周累计 至今 目前为止 双十一 这一年 上个月 上月 去年 本周 这周 一周 上周 一个月 整月 每月 月均
        每天 每周 一天 每日 平均每天 平时 一般 通常 经常""",
    Word.STOCK: """库存 现货 剩 剩余 还有 还剩 快递 包裹 发货 单号 物流 运单 样品 试用 试用装 赠品 赠送 送了 换货 换了 换成 到货 打包 寄出 寄了 发走 补货 缺货 断货 盘点 入库 仓库 调货 在途 签收 派件
        破损 少发 漏发 积压 取件 取货 寄 发了""",
    Word.BUYING: """进货 进了货 囤货 囤 花了 花 买菜 房租 租金 工资 提成 佣金 红包 奖金 罚款 报销 aa 均摊 请客 吃饭 吃了 打车 加油费 话费 采购 拿货 订货 我买 我订 我刚买 我也买 我拿 自己买 给自己 点了 外卖 充值 充了 借了 欠 还钱 垫付 垫了
        学费 水电 电费 押金 被扣 扣了 赔 赔了 亏 亏了 发工资 成本 投了 买个 想换 买手机 餐费 团费 开销 支出 消费 停车费 房贷 车费 油费 家用 零花钱 转给 自用 自留 进了一批 补了货 开支 下单了衣服 随礼 份子钱 抽奖 中奖 彩票 奶茶""",
    Word.PRAISE: """恭喜 喜报 祝贺 太猛 太猛了 太强 太强了 太厉害 厉害 牛 牛逼 牛啊 牛b 真棒 棒 大神 学习 向你学习 你们呢 大家加油 佩服 点赞 超越 第一名 冠军 榜首 销冠 respect 鼓掌 表扬 膜拜 羡慕 人家 看看 强啊 好强 你们 真行
        绝了 真牛 太牛 太牛了 干得漂亮 了不起 眼红 再接再厉 追上 向他学 向她学 不得了 都已经 排第一""",
    Word.OFFER: """价格表 报价 报价单 价目表 特价 促销 活动价 秒杀 直播间 直播 第二件 半价 买一送一 满减 买送 包邮 优惠价 会员价 原价 零售价 批发价 代理价 拼团 团购价 折扣 限时 买3送1 买2送1 买1送1 抢购 福利 现价 预售 欢迎下单 私信我
        需要的私 想要的私 便宜点 便宜 砍价 讲价 涨价 降价 要价 定价 起拍 起批 一口价 打折 礼品 送 清仓 只要 仅需 优惠 降到 涨到 售价 卖价 标价 贵 供货价 拿货价 统一价 建议售价""",
    Word.PAST: "去年 前年 以前 那年 当年 那时候 当时 从前 曾经 上次 早些年 刚入行 以往 那会儿 有一次 小时候 上学 大学 几年前 过去 早年 疫情 上回 很久以前 之前那 我刚做 刚做",
    Word.OUTSIDE: """把车 卖车 车卖了 的车 辆车 房卖了 把房 股票 基金 房子 车子 二手车 房产 比特币 理财 大盘 旧手机 闲鱼 股 二手 币 旧车 老房 彩票 电影 游戏 票 世界杯 比赛 球 考试 分数 成绩 高考 酒店 景点 门票 餐厅 人均 评分 地铁 公交 航班 火车 火锅 旧电脑
        旧衣服 旧书 挂号 体重 跑步 公里 步数 疫苗 核酸 会议 开会 会议室 房间""",
    Word.ABOUT: "大概 大约 约 差不多 左右 估计 可能 应该有 好像 似乎 将近 接近 快 上下 好几 近 不到 至少 最少 最多 超过 几十 几百 几千 不止 多一点",
    Word.CORRECTION: """报错 报错了 写错 写错了 打错 打错了 录错 录错了 记错 记错了 更正 更正一下 改为 改成 弄错 弄错了 算错 算错了 报多 报多了 多报 多报了 少报 少报了 报少了
        改一下 改下 输错 输错了 订正 填错 填错了 报重了 重复报了""",
    Word.RATHER: "应该是 应为 不是 更改 修改 说错 说错了 搞错 搞错了 发错 有误 纠正 应是",
    Word.SPAN: "周末两天 两天 三天 这两天 这三天 这几天 几天 四天 五天 周末 这周末 上周末 双休 两天一共 一连几天 近三天 近两天 最近 昨今两天 昨天今天 前两天 前几天",
    Word.DEPOSIT: "尾款 定金 订金 预付 预付款 首付 先付 付一半 付了一半 一半 意向金 先收一半 诚意金 预收 部分款",
    Word.EARLIER: "上面 那单 刚才 刚刚那 上一单 上单 前面 之前 那笔 这单 这笔 刚刚那单 刚才那单 上面那单 上一笔 那个单 昨天那单 那个客户 刚才的 上一条 昨天那个 昨天的",
    Word.FILLER: """了 的 是 也 又 就 个 啊 哈 呀 哦 嗯 啦 嘞 哇 吧 呗 嘛 都 还 在 我 我们 咱 咱们 这边 自己 本人 已 已经 终于 总算 刚 刚刚 才 有 来 进 元整 整 今 共有 分别 和 跟 与 及 以及 另外 还有个 外加 加 还 出去 到 从 那 这 里 又有 再 被 把 给
        哈哈 哈哈哈 嘿嘿 耶 谢谢 辛苦 开心 收 做 卖出 单单 有了 为 该 说 名称 人数 情况 如下 方式 明细 详情 新鲜 成功 完成 实际 正式 直接 线上 线下 门店 店里 本店 客""",
    Word.IDLE: """一起 一下 一直 一样 一定 一些 一点 一次 一点点 一边 一手 一人 一方面 一路 一切 一旦 一早 一会儿 万一 千万 十分 三思 四川 五一 六一 十一 双11 双十二 双12 七夕 八卦 九寨 百货 百度 百分 一律 唯一 统一 第一 第二 第三 周一 星期一 单纯 简单 单独 孤单 名单
        菜单 买单 账单 清单 单身 单位 单词 黑名单 传单 床单 保单 单元 单调 不简单 万元户 收拾 收藏 收获 收盘 退休 退步 后退 倒退 退出 退群 退烧 撤退 退役 退票 出门 出去 出来 出现 出发 出国 出差 出口 出租 出租车 出生 出院 出汗 退房 退学
        加油站 总是 总经理 总结会 总部 总裁 总之 共同 公共 共产 共享 老总 王总 李总 张总 刘总 陈总 不客气 客气 好客 请客 做客 人民 人家 位置 单车 自行车 地位 单程 有名 名字 名牌 著名 书名 支持 支付 支援 条件 包括 包子 钱包 面包 书包 红包 套路 外套 手套
        箱子 双方 双手 份额 身份 部分 一份 月份 年份 省份 卖萌 卖家 外卖 小卖部 买卖 拍卖 专卖 专卖店 卖点 卖相""",
}

ENGLISH: dict[Word, tuple[str, ...]] = {
    Word.ORDERS: (
        "orders", "order", "deals", "deal", "transactions", "transaction", "total orders", "number of orders",
        "no. of orders", "no of orders", "# of orders", "orders closed", "order count", "orders today", "ords", "ord",
        "deals closed", "sales orders", "closed deals", "paid orders", "invoices", "tickets closed",
    ),
    Word.DEALS: ("closed", "close", "closing"),
    Word.SALES: ("sales", "sale", "sold", "today sales", "total sales", "sales total", "sales today", "daily sales", "actual sales"),
    Word.REVENUE: (
        "revenue", "takings", "turnover", "amount",
        "net sales", "gross sales", "sales amount", "total revenue", "total amount", "amt", "rev", "total takings",
        "total paid", "sales value", "order value", "amount paid", "total collected", "sales revenue",
        "payment received", "payments received", "you have received", "you've received", "you received", "received a payment", "payment of",
    ),
    Word.EARNED: (
        "made", "took in", "brought in", "collected", "received", "earned", "cashed in", "paid", "grossed", "gross", "banked", "income", "did", "took", "brought",
    ),
    Word.TOTAL: ("total", "totals", "in total", "altogether", "all in", "grand total", "sum", "totaling", "totalling", "ttl", "in all", "combined", "tot"),
    Word.AVERAGE: ("average order", "average order value", "avg order", "avg order value", "aov", "average basket", "avg basket", "avg", "average"),
    Word.PIECES: ("units", "units sold", "pieces sold", "items sold", "qty", "quantity", "items", "total units", "total items"),
    Word.NEW: (
        "new", "new customers", "new customer", "new clients", "new client", "new buyers", "new buyer", "newbie", "newbies", "new cust",
        "new custs", "new ppl", "new people", "first-time buyers", "first-time buyer", "first time buyers", "first time buyer", "newcomers", "new ones",
        "new accounts", "new members", "new member", "first timers", "first-timers", "of them new", "new faces", "new one", "new users", "new shoppers",
    ),
    Word.REPEAT: (
        "repeat", "repeats", "returning", "repeat customers", "repeat customer", "returning customers", "returning customer", "repeat buyers",
        "repeat buyer", "returning clients", "repeat clients", "returning buyers", "old customers", "regulars", "repeat cust", "repeat orders", "returning cust",
        "existing customers", "returning client", "repeat client",
    ),
    Word.CONTACTS: (
        "followers", "new followers", "contacts", "contacts added", "new contacts", "contacts", "follower", "new contact", "friends added", "new friends",
        "whatsapp contacts", "new subscribers", "subscribers", "added contacts", "ig followers", "adds",
    ),
    Word.INQUIRIES: ("inquiries", "enquiries", "inquiry", "enquiry", "dms", "leads", "new leads", "new inquiries", "messages received", "new enquiries", "lead", "pm tepi", "chats"),
    Word.VISITORS: ("visitors", "walk-ins", "walk ins", "walkins", "footfall", "foot traffic", "walk-in", "visitor", "store visits", "visits", "store visitors", "store traffic", "uv"),
    Word.COMPLAINTS: ("complaints", "complaint", "bad reviews", "bad review", "negative reviews", "negative review"),
    Word.PAYMENT: ("cash", "card", "paypal", "bank transfer", "gcash", "grabpay", "tng", "venmo", "paynow", "duitnow", "zelle", "maya", "credit card", "debit", "online", "transfer"),
    Word.SKIPPED: (
        "profit", "net profit", "cost", "costs", "cogs", "shipping", "postage", "delivery", "delivery fee", "commission", "target", "goal", "daily target", "today's target",
        "monthly target", "target today", "mtd", "month to date", "conversion", "conversion rate", "balance", "tax", "fees", "fee", "margin", "expenses",
        "discount", "calls", "calls made", "meetings", "posts", "views", "likes", "impressions", "ytd", "this month", "so far this month", "week to date", "wtd",
        "tips", "tip", "short of", "to go", "follow ups", "follow-ups", "pv", "tomorrow's target", "stock left", "subtotal", "rank", "hours", "vat", "gst", "demos",
        "target for today", "demo calls", "page views", "weekly total", "monthly total", "outstanding", "pending",
    ),
    Word.ORDER: (),
    Word.PIECE: (
        "pcs", "pc", "pieces", "piece", "boxes", "box", "jars", "jar", "pairs", "pair", "packs", "pack", "bottles", "bottle", "sets", "set", "tubes", "tube",
        "bags", "bag", "cartons", "carton", "sachets", "tubs", "cans", "packets", "packet", "bundles", "bundle", "item", "unit", "pkt", "pkts", "btls", "btl", "units of",
    ),
    Word.PERSON: ("customers", "customer", "people", "ppl", "clients", "client", "buyers", "buyer", "cust", "custs", "persons", "shoppers", "person"),
    Word.OTHER_UNIT: (
        "am", "pm", "min", "mins", "minutes", "minute", "hours", "hour", "hr", "hrs", "h", "days", "day", "weeks", "week", "months", "month", "years", "year", "yrs",
        "yr", "times", "km", "kg", "g", "ml", "cm", "mm", "m", "percent", "points", "pts", "more", "left", "degrees", "lbs", "lb", "oz", "miles", "mile", "o'clock", "oclock",
        "noon", "floor", "mb", "gb", "p.m.", "a.m.", "p.m", "a.m", "st", "nd", "rd", "th", "marks", "pages", "s", "secs", "seconds", "bedroom", "level", "cals", "calories", "guys", "kids",
        "l", "mg", "years old", "yo", "pax", "friends", "men", "women", "goals", "level", "rounds", "steps", "hrs", "dollars off", "off", "nights", "night", "messages", "msgs", "smses", "sms", "songs", "bus", "lessons", "exams", "papers", "modules", "questions", "chapters", "tutorials",
    ),
    Word.SOLD: ("log", "forgot to log", "logged"),
    Word.BOUGHT: ("ordered", "bought", "buys", "purchased", "picked up", "placed", "checked out", "grabbed", "ordering", "paid for"),
    Word.REFUND: (
        "refund", "refunds", "refunded", "return", "returns", "returned", "gave back", "money back", "back to customers", "refunding", "sent back", "returned and refunded", "paid back", "back to customer",
    ),
    Word.RETURNS: ("returned orders", "cancelled orders", "canceled orders", "refunded orders", "cancellations", "number of refunds"),
    Word.CANCELLED: ("cancelled", "canceled", "cancel", "cancels", "cancellation"),
    Word.COMPLAINED: ("complained", "complains", "complaining"),
    Word.NO_SALE: (
        "no sales", "no sale", "nothing sold", "no orders", "no order", "sold nothing", "zero sales", "zero orders", "didn't sell anything", "did not sell anything",
        "nil sales", "no deals", "zero today", "nothing today", "no closing", "zero deals", "didn't close anything", "nothing closed", "didnt sell anything", "no sales yet",
    ),
    Word.NOUGHT: ("none", "nil", "n/a", "zero", "nought"),
    Word.EACH: ("each", "per", "apiece", "ea", "per piece", "a piece", "per box", "per bottle", "per order", "each one", "per unit", "a pop", "/ea", "unit price", "per pc", "a box", "a bottle", "a jar", "a pair", "a set", "a tube", "per set", "per jar", "per pair"),
    Word.AT: ("at", "@"),
    Word.ANOTHER: ("order came in", "order just in", "new order", "another order", "another sale", "one more order", "one more sale", "another deal", "one order", "an order", "a sale", "first order", "second order", "third order", "the first order", "the second order", "first sale", "second sale", "first sale of the day", "a deal", "one sale", "one deal"),
    Word.CUSTOMER: ("mr", "mrs", "ms", "miss", "madam", "auntie", "uncle", "aunty", "a lady", "a guy", "someone", "friend", "neighbour", "neighbor", "she", "he", "they", "lady"),
    Word.SELLER: ("name", "agent", "seller", "rep", "sales rep", "salesperson", "staff", "consultant", "reported by", "submitted by", "by"),
    Word.ONE: ("a", "an"),
    Word.YOU: ("you", "your", "u", "ur", "yours", "you're", "youre", "ya"),
    Word.CONGRATULATION: ("congrats", "congratulations", "kudos", "well done", "hats off", "shoutout", "shout out"),
    Word.FOR: ("for", "on behalf of"),
    Word.SIDE: ("'s", "s'"),
    Word.PRODUCT: ("product", "product name", "item name"),
    Word.DATE: ("date", "paid on", "order date", "payment date"),
    Word.HEADLINE: ("daily report", "report", "eod", "eod report", "today's numbers", "numbers", "end of day", "recap", "summary", "daily numbers", "daily update", "update", "daily summary", "sold today", "wrap up", "wrap-up", "todays numbers", "team recap", "sales report", "sales update", "team update", "closing report", "daily recap", "team report", "today's report"),
    Word.ORDER_NUMBER: ("order number", "order no", "order no.", "order id", "order #", "invoice no", "invoice #", "order#", "new order #", "tracking number"),
    Word.RECIPIENT: ("ship to", "deliver to", "recipient", "address", "shipping address", "delivery address", "deliver to", "send to"),
    Word.TIME_OF_DAY: ("morning", "afternoon", "evening", "am shift", "pm shift", "lunchtime"),
    Word.INCLUDING: ("including", "incl", "incl.", "of which", "includes", "inc", "out of which"),
    Word.QUESTION: (
        "how many", "how much", "what", "what's", "whats", "who", "who's", "when", "where", "why", "which", "can i", "can you", "can we", "is it", "did you", "do you", "does", "how do", "how",
        "are you", "will you", "could", "shall", "should i", "have you", "is there", "are there", "any", "anyone", "anybody", "wat", "y", "hw", "wot", "wen", "wats", "would you", "isit", "r u", "did u", "can u", "u got",
    ),
    Word.REQUEST: ("please", "pls", "plz", "wants", "want", "asked", "asking", "need", "needs", "wants a", "would like", "request", "requested", "asks", "remember", "dont forget", "don't forget", "approve", "awaiting", "always", "never", "remind", "let me know", "u want", "requesting", "send me", "gimme", "must"),
    Word.FUTURE: (
        "will", "tomorrow", "tmr", "tmrw", "tml", "tomolo", "2moro", "2morrow", "tomorow", "next week", "next month", "later", "going to", "gonna", "soon", "plan", "planning", "planned", "expect", "expecting", "hope", "hoping", "hopefully",
        "i'll", "he'll", "she'll", "we'll", "they'll", "ill", "about to", "on monday next", "next", "by friday", "tonight at", "wanna", "would", "may", "might", "coming", "gg to", "be ready",
    ),
    Word.GOAL: ("aim", "aim for", "aiming", "target is", "goal", "goals", "let's", "lets", "push for", "need to hit", "quota", "challenge", "target", "on track", "to hit", "want to hit"),
    Word.IF: ("if", "unless", "suppose", "imagine", "in case", "once", "when you", "only if", "whenever", "every", "could have", "wish", "as long as", "whoever", "example", "e.g.", "assume"),
    Word.RUNNING: (
        "month to date", "mtd", "so far this year", "this month", "for the month", "this year", "ytd", "so far this month", "year to date", "this quarter", "to date", "so far this week", "week to date",
        "this week", "last month", "last week", "last year", "running total", "per day", "a day", "per month", "a month", "per week", "a week", "usually", "on average", "since", "total so far", "in nov", "all year", "in a week", "the whole year",
    ),
    Word.STOCK: ("stock", "in stock", "parcel", "parcels", "tracking", "sample", "samples", "free gift", "gift", "exchange", "exchanged", "swap", "swapped", "packed", "shipped", "delivered", "left in", "inventory", "restock", "restocked", "arrived", "freebie", "freebies", "courier", "shipment", "gave away", "given away", "to ship", "to pack", "dispatched"),
    Word.BUYING: (
        "i bought", "i ordered", "we bought", "i spent", "spent", "spend", "i paid", "we paid", "rent", "wage", "wages", "salary", "owe", "owes", "owed", "lunch", "dinner", "breakfast", "bill", "split", "grab", "taxi", "petrol", "angpow", "ang pow", "ang bao", "bonus", "i purchased",
        "my commission", "commission", "borrow", "borrowed", "lend", "lent", "fare", "fees", "buy", "buying", "bought for me", "coffee", "food", "eat", "ate", "pizza", "i took", "i placed", "paid rent", "cost me", "costs", "expensive", "cheap", "cheaper", "my share", "topped up", "top up", "u owe", "restocking", "from supplier", "supplier", "withdraw", "donated", "ticket", "tickets", "treat", "hotel", "fine", "deposit slip", "pocket money", "allowance", "loan", "i got paid", "school", "ordered in", "ordered for myself", "for myself", "invest", "kopi", "makan", "drinks", "beer", "movie",
    ),
    Word.PRAISE: ("congrats", "congratulations", "wow", "legend", "well done", "amazing", "awesome", "kudos", "great job", "good job", "respect", "top seller", "salute", "star", "killing it", "on fire", "queen", "king", "proud", "omg", "whoa", "beast", "crushing it", "shout out", "shoutout", "applause", "insane", "impressive", "hats off", "bravo", "catch up", "what about you"),
    Word.OFFER: (
        "flash sale", "dm me", "dm to order", "promo", "promotion", "offer", "buy 1", "buy 2", "buy 3", "get 1", "get one", "discount", "price list", "pricelist", "prices", "price", "limited time", "free shipping", "pm me", "for sale", "on sale", "clearance", "whatsapp me", "grab yours", "only today", "retail", "rrp", "wholesale", "quote", "quoted",
        "negotiable", "hurry", "while stocks last", "special", "best price", "preorder", "pre-order", "order now", "starting from", "starting at", "from only", "deal of the day", "now only", "selling for", "selling at", "sells for", "going for", "lowest", "bargain", "buy one", "voucher", "coupon", "giveaway", "last price", "starts at", "link in bio",
    ),
    Word.PAST: ("last christmas", "when i started", "back then", "years ago", "last year", "used to", "those days", "once upon", "in my first", "back in", "in 2019", "in 2020", "in 2021", "in 2022", "in 2023", "in 2024", "last summer", "ever", "my record", "record was", "before covid", "first year", "the time when", "the other day", "last time", "long ago", "as a kid", "months ago"),
    Word.OUTSIDE: ("car", "shares", "stocks", "crypto", "bitcoin", "house", "bike", "my phone", "old phone", "laptop", "condo", "iphone", "ebay", "carousell", "my old", "game", "match", "score", "exam", "ticket", "tickets", "hdb", "guitar", "concert", "novel", "tickets", "film", "album", "records", "room", "zoom", "bus", "stadium", "million", "copies", "garage sale", "yard sale"),
    Word.ABOUT: ("around", "about", "approx", "approximately", "roughly", "maybe", "probably", "nearly", "almost", "close to", "over", "more than", "at least", "less than", "under", "i think", "like", "ish", "say", "some", "up to", "or so", "give or take", "or more", "above", "below", "not sure", "guess"),
    Word.CORRECTION: ("correction", "change my last", "amend", "fix my last", "update my last", "change the last", "edit my last", "my last one", "misreported", "overreported", "double counted", "mistyped", "my last entry", "my last report", "my last log", "change my"),
    Word.RATHER: ("should be", "should have been", "my mistake", "typo", "wrong", "i meant", "meant", "mistake", "supposed to be", "instead of", "make that", "actually it was", "correct that", "change that", "not"),
    Word.SPAN: ("over the weekend", "sat and sun", "saturday and sunday", "sat & sun", "both days", "weekend", "two days", "2 days", "three days", "3 days", "past two days", "last two days", "past few days", "last few days", "these two days", "the weekend", "this weekend", "last weekend", "these days", "in two days", "past 2 days", "last 2 days", "last 3 days", "past 3 days", "yesterday and today", "today and yesterday", "fri and sat", "friday and saturday", "thu and fri", "thursday and friday"),
    Word.DEPOSIT: ("deposit", "downpayment", "down payment", "half paid", "half now", "paid half", "partial payment", "part payment", "half upfront", "paid a deposit", "booking fee", "rest later", "balance later", "half payment", "first half", "50% upfront", "upfront", "half the money"),
    Word.EARLIER: ("that one", "that order", "the last order", "last one", "earlier", "the one above", "above", "previous", "that last", "the order above", "that sale", "earlier order", "this order", "the other one"),
    Word.FILLER: (
        "i", "we", "my", "our", "the", "of", "in", "with", "and", "was", "were", "is", "are", "today so far", "just", "so far", "so", "this", "it", "on", "plus", "also", "us", "me", "now", "out", "by", "all", "been", "have", "then", "still", "only", "finally", "lol", "haha", "yay", "only one", "no.", "number", "to",
        "worth", "done", "again", "day", "value", "team", "already", "i've", "we've", "today's", "came", "be", "as", "has", "that", "but", "too", "well", "got", "had", "from", "overall", "actual", "booked", "hi", "hey", "ok", "okay", "managed",
    ),
    Word.IDLE: ("at all", "order to", "in order", "made it", "made me", "made of", "made up", "made a", "new year", "newest", "news", "for sale", "not bad", "a few", "made in", "made by", "hot deal", "big deal", "no deal", "good deal", "deal with", "great deal", "new to", "did it", "got it", "what's new", "whats new", "closed for", "is closed", "was closed", "close by", "close the", "closed the", "return to", "return home", "return trip", "in return", "returned to", "return ticket", "returned home", "returned from", "happy returns", "gross out", "so gross", "cancel out", "lead to", "leads to", "total loss", "in the house", "made for", "made from", "made my", "made the", "made some", "return it", "returned it", "return the", "made sure", "made out", "made an", "made him", "made her", "made them", "made you", "made u", "took me", "took in", "it took", "as new"),
}

# Chinese characters written for others of the same sound or shape, in known words
MISTAKEN: dict[str, str] = {
    "卖": "麦买迈", "单": "但丹担蛋弹", "计": "汁记纪机", "售": "兽受授手", "额": "鹅恶饿", "绩": "迹积际记集", "客": "课克刻", "款": "宽", "交": "叫教焦",
    "订": "定钉", "退": "腿推", "业": "叶夜", "销": "消肖", "新": "心欣", "购": "够构", "询": "寻旬", "咨": "资姿", "收": "手", "营": "赢迎", "流": "留", "金": "今斤", "合": "和河",
    "成": "城程乘", "诉": "述", "货": "或获", "增": "曾", "户": "护", "数": "述", "粉": "份",
}
WEAK_LABELS = frozenset(  # they count customers beside other figures only
    ("new", "repeat", "repeats", "returning", "chats", "visits", "contacts", "new one", "new ones", "new people", "new ppl", "new friends", "new faces", "regulars", "adds", "lead", "新增", "加人", "接待", "线索", "来询")
)
MISTAKEN_ALONE: dict[str, str] = {"但": "单", "丹": "单", "担": "单"}  # right after a number

# English words that are worth recognising when mistyped
MISTYPED: tuple[str, ...] = (
    "sold", "sales", "order", "orders", "total", "revenue", "customer", "customers", "yesterday", "today", "refund", "refunded", "returned", "returning", "repeat", "clients", "inquiries", "visitors",
    "complaint", "complaints", "followers", "transactions", "deals", "each", "cancelled", "turnover", "takings", "altogether", "report", "amount", "closed",
)
REAL_WORDS = frozenset(
    "salads solid older elder border totals totally refunds returns return retuning todays order's reports repeats repeated salt sale cold sod sole amounts close closet closer clothed doses "
    "deal deals dells dales sealed ordered customary sells scold mold reach peach teach leach eats earth east".split()
)

OWN_YUAN = frozenset({"CNY", "TWD", "HKD", "MOP", "SGD", "MYR"})  # teams that call their own unit 元 or 块
DOLLARS = frozenset({"USD", "SGD", "HKD", "TWD", "AUD", "CAD", "NZD"})
CURRENCIES: dict[str, tuple[str, ...]] = {
    "CNY": ("元", "块", "块钱", "¥", "rmb", "cny", "人民币", "yuan", "大洋", "圆"),
    "USD": ("$", "us$", "usd", "dollars", "dollar", "bucks", "美金", "美元", "刀"),
    "MYR": ("rm", "myr", "马币", "令吉", "ringgit"),
    "PHP": ("₱", "php", "peso", "pesos"),
    "IDR": ("rp", "idr", "rupiah", "印尼盾"),
    "SGD": ("s$", "sgd", "新币"),
    "HKD": ("hk$", "hkd", "港币"),
    "TWD": ("nt$", "twd", "台币", "ntd", "新台币"),
    "THB": ("฿", "thb", "baht", "泰铢"),
    "GBP": ("£", "gbp", "pounds"),
    "EUR": ("€", "eur", "euros", "欧元", "euro"),
}
CURRENCY_OF = {mark: code for code, marks in CURRENCIES.items() for mark in marks}
