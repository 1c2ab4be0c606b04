customer-name = { $name }
customer-forgotten = 客户 { $number }

card-new = 👤 新客：{ $names }
card-returning = 👤 老客：{ $names }
card-known = ℹ️ { $name } 已是团队的老客，按老客算，没有再算新客。不是同一个人的话，加上姓或称呼再报一次
