"""Words that look like the name of a customer and are none."""

_CHINESE = """
    小姐 小计 小孩 小样 小票 小心 小时 小米 小吃 小号 小店 小红书 小程序 小朋友 小伙伴 小费 小单 小额 小礼 小区
    老师 老板 老客 老是 老用 老公 老婆 老妈 老爸 老人 老家 老样 老乡 老会员 老顾客 老总 老的 阿姨 阿婆 阿里
    大姐 大哥 谢谢 哈哈 嘿嘿 呵呵 嘻嘻 天天 刚刚 慢慢 好好 看看 问问 试试 等等 常常 往往 仅仅 渐渐 多多 满满
    棒棒 妥妥 宝宝 家家 人人 个个 啦啦 呜呜 嗯嗯 哦哦 啊啊 拜拜 爸爸 妈妈 姐姐 哥哥 妹妹 弟弟 爷爷 奶奶 叔叔
    太太 连连 纷纷 大大 稍稍 通通 统统 件件 单单 高兴 高端 高价 高档 高级 高度 高峰 高了 黄色 黄金 黄酒 黄了
    白色 白酒 白茶 白天 白送 方便 方便面 方法 方案 方面 方式 石头 马上 马路 许多 许可 何必 何时 何况 任何 任务
    任意 成功 钱包 周到 周边 周年 余额 余款 余下 于是 于今 毛巾 毛病 毛衣 毛利 毛绒 向上 向我 向来 汤圆 程度
    程序 温水 温和 严重 严格 武汉 武器 韩国 韩式 苏州 江苏 江湖 郑州 徐州 常见 常用 史上 顾客 顾问 顾虑 贺卡
    贺礼 龙虾 莫名 安全 安排 安装 叶子 童装 梅花 谢啦 谢了 唐装 曾经 田园 董事 杜绝 石榴 夏天 夏季 付款 付费
    付钱 付清 熊猫 陶瓷 孔雀 施工 章程 范围 罗列 胡乱 孙子 黎明 路上 团队 全店 整体 大家 大量 大概 大单 平均
    其他 其它 门店 店铺 全部 同事 同行 网友 粉丝 用户 会员 群里 微商 代理 直播 线上 线下
"""
_ENGLISH = """
    today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december she he they we you it this that these
    those everyone everybody someone somebody nobody anyone who what when where why how the and but from for
    with all both none many most some more one two three four five six seven eight nine ten hundred still just
    also only even then there here now again please thanks thank yes no not very really great good nice love
    happy sorry hello hi hey morning evening night lunch dinner stock price prices promo promotion sale sales
    order orders product products item items arrival arrivals collection batch launch colour color colours
    colors flavour flavor flavours flavors size sizes design designs set sets gift gifts free delivery shipping
    rules policy website page team group member members customer customers client clients buyer buyers lipstick
    lipsticks serum serums mask masks cream creams toner toners cleanser sunscreen lotion lotions soap shampoo
    perfume candle candles dress dresses shirt shirts skirt shoes bag bags hat hats watch cake cakes cookie
    cookies tea coffee milk wine juice snack snacks food phone case cases book books toy toys bottle bottles
    box boxes pack packs
"""
NO_CHINESE_NAMES = frozenset(_CHINESE.split())
NO_ENGLISH_NAMES = frozenset(_ENGLISH.split())
