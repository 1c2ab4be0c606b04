command-reward = Rewards in cash or as a gift, part of the month's pay (private chat only)

reward-head = 🎁 Rewards of { $month }
reward-none = 🎁 No rewards in { $month } yet.
reward-how = Give one: <code>/reward Mei cash 500 big customer</code>
    or <code>/reward Mei gift "hand cream" 80</code>
reward-line = { $parts }
reward-cash = { $amount-short } in cash
reward-gift = gift “{ $gift }”, worth { $amount-short }
reward-state-offered = yours to decide
reward-state-declined = not given
reward-state-received = received ✓
reward-given = ✅ Noted, as part of this month's pay:
reward-for-you = 🎉 A reward for you:
reward-is-given = ✅ Given:
reward-is-declined = Not given:
reward-back = ↩️ Taken back:
reward-decided = That is decided already.
reward-not-yours = This reward is somebody else's.
reward-name-long = The gift's name is too long.
offer-big-order = 💎 Big order #{ $number }. The rules allow a reward: give it?

button-reward-back = ↩️ Take back
button-reward-received = ✅ Received
button-reward-yes = Give
button-reward-no = Do not

audit-reward = Reward for { $name }
audit-reward-back = Reward taken back

base-own = 💰 Your base pay:
base-own-none = No base pay is on record for you.
base-since = { $amount-short } a month from { $day } on
base-head = 💰 Base pay in <b>{ $team }</b>
base-amount = { $amount-short }
base-none = none
base-grade = post: { $grade }
base-line = { $name }: { $parts }
base-unclear = What is the base pay a month? Write it like this: <code>/pay base Mei 3000</code>, or from a month on: <code>/pay base Mei 3000 from July</code>
base-how = Change: <code>/pay base Mei 3000 from July</code>
    What others pay: /pay market. Posts: /pay grade
base-set = ✅ { $name }: { $amount-short } a month from { $day } on. Only they and leads can see it.
market-below = below the range
market-inside = within the range
market-above = above the range
market-outdated = reference outdated
market-head = 📈 What others pay:
market-none = 📈 Nothing is on record of what others pay.
market-line = { $work }: { $low-short } to { $high-short } ({ $source }, noted { $day })
market-line-bare = { $work }: { $low-short } to { $high-short } (no source, noted { $day })
market-old = ⚠️ { $work }: the reference is outdated, more than 12 months old.
market-how = Note it: <code>/pay market support 2800 4200 "job site"</code>
market-upside-down = The lower one first: 2800 4200
grade-head = 🪜 Posts (skill + duty + difficulty):
grade-none = 🪜 There are no posts yet.
grade-line = { $grade }, { $n-n ->
    [one] { $n } point
   *[other] { $n } points
}: { $names }
grade-points = { $n-n ->
    [one] { $n } point
   *[other] { $n } points
}
grade-unequal = ⚠️ Same post “{ $grade }”, different base pay: { $names }
grade-paid = { $name } { $amount-short }
grade-unknown = There is no post “{ $grade }”. Make it first: <code>/pay grade support 3 2 1</code>
grade-how = Make one: <code>/pay grade support 3 2 1</code>
    Give it: <code>/pay grade Mei support</code>
audit-base = Base pay of { $name }
audit-market = What others pay: { $work }
audit-grade = Post { $grade }
audit-grade-of = Post of { $name }
