command-privacy = 隐私：存了什么、谁看得到、留多久

privacy-head = 🔐 <b>隐私</b>
privacy-person = 关于你：Telegram 号码、名字、用户名、语言。
privacy-no-team = 你不在任何团队，别的什么都没存。
privacy-team = <b>{ $team }</b> 里：报单的数、商品、客户名和客户的话、目标、请假、工资、谁改过什么。
privacy-lead = 你是团队长：看得到每个人的业绩和改动。
privacy-seller = 你是销售：自己的全看得到。
privacy-viewer = 你是只看：榜和图看得到，不能报单。
privacy-shows-amounts = 榜上公开金额，全队看得到。
privacy-shows-percent = 榜上只公开比例，别人看不到你的金额。
privacy-shows-ranks = 榜上只公开名次，别人看不到你的金额。
privacy-names = 客户的名字只有谁卖的谁看得到，团队长只看人数。
privacy-names-leads = 客户的名字：谁卖的谁看得到，团队长也看得到。
privacy-pay = 工资只在私聊里说，从不进群。
privacy-never = 不存：别的聊天、电话、通讯录。好评的截图只记 Telegram 的编号。
privacy-kept =
    留多久：
    · 业绩一直留着，退群以后也在
privacy-words = · 客户的话、评论、申诉这些写过的话：{ $kept }
privacy-kept-else =
    · 机器人说过的话、还没答的报单：7 天
    · 试用队：最多 7 天
    · 群里移除我以后：30 天，到时全部删除
privacy-operator = 架设机器人的人管着数据库和备份，能看到全部。
privacy-rename = 不想用真名：请团队长发 <code>团队 改名 原名 新名</code>
