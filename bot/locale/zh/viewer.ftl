viewers-change-nothing = 你是只看的成员，这里不能改。要改请找团队长改角色。
viewers-no-pay = 你是只看的成员，没有工资单，也看不到别人的。
