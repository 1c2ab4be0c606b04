command-payroll = The payroll: look, send it round, close the month, export (private chat only)

payroll-head = 💰 <b>Payroll of { $month } · { $team }</b>
payroll-stage-open = Not sent round yet
payroll-stage-proposed = Sent round, { $n } of { $of } confirmed
payroll-stage-closed = 🔒 Closed
payroll-changed = ⚠️ Figures have changed since: send it again. { $n } of { $of } confirmed
payroll-line-open = { $name }: { $parts }
payroll-line-waiting = ⏳ { $name }: { $parts }
payroll-line-confirmed = ✅ { $name }: { $parts }
payroll-line-disputed = ❓ { $name }: { $parts }
payroll-line-answered = 💬 { $name }: { $parts }
payroll-part-base = base { $amount-short }
payroll-part-bonus = bonus { $amount-short }
payroll-part-rewards = specials { $amount-short }
payroll-part-gifts = gifts { $amount-short }
payroll-part-adjustments = adjusted { $amount-short }
payroll-part-nothing = nothing
payroll-variable = Variable <b>{ $amount-short }</b>, { $share } of net sales
payroll-budget = Budget { $budget }%, at most { $limit }
payroll-over-budget = ⚠️ { $excess } beyond the budget ({ $budget }%, at most { $limit })
payroll-cost = With base pay <b>{ $amount-short }</b>, { $share } of net sales
payroll-why-over = Why beyond the budget: { $reason }

payroll-slip-head = 💰 <b>{ $name } · { $month }</b>
payroll-said-open = Not sent yet
payroll-said-waiting = ⏳ Waits to be confirmed
payroll-said-confirmed = ✅ Confirmed
payroll-said-disputed = ❓ Disputed
payroll-said-answered = 💬 Answered, waits to be confirmed

payroll-not-over = { $month } is not over: the payroll can be sent round after its last day.
payroll-is-closed = { $month } is closed and cannot be sent again.
payroll-nobody = Nobody is paid for { $month }.
payroll-sent = 📤 Sent to { $n-n ->
    [one] 1 person
   *[other] { $n } people
  } to confirm.
payroll-unread = Not reached: { $names } (they never wrote to me in private; ask them to send me /start)
payroll-send-again = Figures have changed since it was sent: please send it again first. /payroll
payroll-disputed = Still disputed: { $names }. Answer first, then close.
payroll-ask-close = 🔒 Once { $month } is closed, neither its slips nor its reports can be changed. Close it?
payroll-ask-silent = ⏳ Not confirmed: { $names }. Closing takes that for a yes.
payroll-ask-over = ⚠️ Variable pay is { $excess } beyond the budget: closing needs a reason.
payroll-ask-why = Why may it be more? Send one sentence; it goes on record.
payroll-ask-anew = Things have changed, so nothing was closed. Please look again: /payroll
payroll-closed = 🔒 { $month } is closed and its reports are locked. Everybody finds their slip with /pay.
payroll-paid = The pay of { $month } is closed, so it cannot be unlocked. Later refunds are settled in the next month.
payroll-caption = 📄 { $team }: payroll of { $month }

payroll-file = payroll_{ $month }
payroll-file-open = not sent
payroll-file-proposed = sent round
payroll-file-closed = closed
payroll-agreed-waiting = waiting
payroll-agreed-confirmed = confirmed
payroll-agreed-disputed = disputed
payroll-agreed-answered = answered
payroll-total = Total
payroll-column-month = Month
payroll-column-name = Name
payroll-column-base = Base pay
payroll-column-bonus = Bonus
payroll-column-rewards = Specials in cash
payroll-column-gifts = Value of gifts
payroll-column-adjustments = Adjusted from earlier months
payroll-column-paid = Paid in cash
payroll-column-cost = Cost
payroll-column-currency = Currency
payroll-column-state = State

button-payroll-month = 💰 { $month } so far
button-payroll-slip = { $name }
button-payroll-send = 📤 Send to everybody
button-payroll-again = 🔄 Send again
button-payroll-close = 🔒 Close the month
button-payroll-file = 📄 { $form }

slip-new = 📬 Your payslip. Please see whether it is right:
slip-anew = 📬 Your payslip has changed. Please look again:
slip-has-answer = 💬 { $name } has answered:
slip-said = ❓ In doubt: { $words }
slip-answered = 💬 A lead says: { $words }
slip-not-yours = That is somebody else's payslip. Only they and leads may read it.
slip-gone-on = This payslip has changed since. The new one: /pay
slip-disputed-already = A lead knows of it; the answer is to come.
slip-ask-why = What is wrong? Tell me in one sentence, such as: one order missing on 20 June
slip-ask-answer = What do you answer { $name }? “{ $words }”
    Send one sentence; I pass it on. If a report is wrong, put it right first and send the payroll again: /payroll
slip-dispute-sent = A lead is told what you wrote (it is counted as no report). The month is not closed before you are answered.
slip-answer-sent = Passed on.
slip-told-confirmed = ✅ { $name } has confirmed the payslip of { $month }.
slip-told-disputed = ❓ { $name } disputes the payslip of { $month }:
    “{ $words }”
slip-records = 📋 Reports of { $month }:
slip-no-records = 📋 No reports in { $month }.
slip-entry = #{ $number } · { $day } · { $figures }

button-slip-records = 📋 Details
button-slip-yes = ✅ Confirm
button-slip-no = ❓ Dispute
button-slip-answer = 💬 Answer

audit-payroll = Pay of { $month }
audit-payroll-sent = sent to { $n }
audit-payroll-closed = closed, { $cost } in all
