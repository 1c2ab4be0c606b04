customer-name = { $name }
customer-forgotten = Customer { $number }

card-new = 👤 New: { $names }
card-returning = 👤 Returning: { $names }
card-known = ℹ️ { $name } is a customer of the team already, so this counts as returning, not as new. If it is somebody else, add a surname and report again

command-customers = My customers: what they bought, whom to call
command-customer = What a customer bought
command-merge = Make one customer of two names

customers-head = 👥 Customers of <b>{ $name }</b> · { $n } ({ $team })
customers-none = No customers yet. Name them when you report:
    <code>new: Anna, Bo</code>
    <code>Anna bought again 199</code>
customers-due = 📞 { $n-n ->
        [one] One has
       *[other] { $n } have
    } not bought for 28 days or more: time to call
customers-closed = 🔒 Only you can read the names. Leads see how many there are.
customers-open = 👀 Leads can read the names, too.
customers-how-to-open = The names of other people's customers are closed to leads. To open them: <code>/settings customers on</code>
customers-team = <b>The team</b>
customers-seller = { $name }: { $n }, { $due } to call
customer-due = 📞 <b>{ $name }</b> nothing for { $days } days · { $bought }
customer-line = { $name } · { $last } · { $bought }
customer-times = { $n }×
customer-amount = { $amount }
customer-head = 👤 <b>{ $name }</b>
customer-stands = { $bought } · last on { $last } ({ $days-n ->
        [0] today
        [one] { $days } day ago
       *[other] { $days } days ago
    })
customer-bought = { $day }  { $amount }
customer-bought-from = { $day }  { $amount } ({ $name })
customer-more = … and { $n } before
customer-unknown = You have no customer called { $name }.
customer-shared = Colleagues sell to { $name }, too: renaming, forgetting and merging is for leads.
customer-ask-name = What should { $name } be called? Just write the new name.
customer-name-empty = That name shows nothing; please take another.
customer-name-taken = The team has a customer called { $name } already. The same person? Use “Same as …”. Else take another name.
customer-name-colleague = { $name } is a colleague; please take another name.
customer-ask-forget = Forget <b>{ $name }</b>? A number takes the place of the name; how often and for how much stays. The name cannot be brought back.

button-customer = { $name }
button-book = Customers of { $name }
button-page-back = ‹ Back
button-page-on = More ›
button-rename = ✏️ Rename
button-forget = 🗑 Forget
button-merge = 🔗 Same as …
button-merge-do = 🔗 Merge
button-merge-swap = ⇄ The other way
button-merge-undo = ↩️ Undo the merge

merge-which = Who is really somebody else? First choose the name to merge away.
merge-too-few = It takes two customers to merge. Name them when you report: <code>new: Anna, Bo</code>
merge-whom = Who is the same as <b>{ $name }</b>?
merge-nobody = There is no customer but { $name }.
merge-same = Both names are one customer already: { $name }
merge-ask = Merge <b>{ $gone }</b> into <b>{ $kept }</b>?
merge-part = 👤 <b>{ $name }</b> { $bought }
merge-part-closed = 👤 <b>{ $name }</b> { $n }×
merge-effect = There will be one customer less; if both counted as new, only one still does. You can undo it.
merge-done = 🔗 { $gone } is now { $kept }
merge-undone = ↩️ { $gone } and { $kept } are two customers again

audit-customer-merged = merged customer { $gone } into { $kept }
audit-customer-unmerged = undid merging customer { $gone } into { $kept }
audit-customer-renamed = renamed customer { $number }
audit-customer-forgotten = forgot the name of customer { $number }

button-help-customers = 👥 Customers
help-customers = <b>👥 Customers</b>
