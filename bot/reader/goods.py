"""What small merchants commonly sell: goods to know by name before a team has reported any."""

_CHINESE = """
    面膜 口红 唇膏 唇釉 精华 精华液 眼霜 面霜 乳液 爽肤水 洗面奶 洁面 卸妆水 卸妆油 防晒 防晒霜 粉底 粉底液 气垫
    眼影 眼线笔 睫毛膏 眉笔 腮红 散粉 隔离霜 素颜霜 护手霜 身体乳 洗发水 护发素 发膜 沐浴露 香水 指甲油 水乳 套盒
    奶粉 纸尿裤 尿不湿 湿巾 奶瓶 辅食 童装 益生菌 维生素 钙片 鱼油 酵素 阿胶 燕窝 胶原蛋白 代餐 蛋白粉 蜂蜜 枸杞 红枣
    茶叶 普洱 连衣裙 衬衫 牛仔裤 外套 内衣 文胸 睡衣 围巾 包包 手提包 钱包 项链 耳环 手链 戒指 手镯 手机壳 充电宝 耳机
"""
_ENGLISH = """
    face mask, lipstick, lip balm, serum, toner, cleanser, moisturizer, sunscreen, eye cream, face cream, foundation,
    mascara, eyeliner, eyeshadow, blush, hand cream, body lotion, shampoo, conditioner, perfume, nail polish, diapers,
    milk powder, vitamins, collagen, protein powder, handbag, necklace, earrings, bracelet, phone case, power bank
"""

COMMON = (*_CHINESE.split(), *(name.strip() for name in _ENGLISH.split(",")))
