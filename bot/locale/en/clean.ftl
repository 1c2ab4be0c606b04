command-clean = What to look at: unanswered, doubled, far from usual

clean-head-doubts = 🧹 <b>{ $team }</b>: { $n-n ->
    [0] nothing to look at 👍
    [one] { $n } thing to look at
   *[other] { $n } things to look at
}
clean-head-text = 📝 <b>{ $team }</b>: { $n-n ->
    [0] all written reports are checked 👍
    [one] { $n } unchecked written report
   *[other] { $n } unchecked written reports
}
clean-open = { $at }. ❓ { $name } { $report }
    　not answered yet ({ $day } { $time })
clean-twin = { $at }. 👯 #{ $number } { $report }
    　the same as #{ $before }, { $n-n ->
    [0] right after it
    [one] a minute later
   *[other] { $n } minutes later
}
clean-outlier = { $at }. 📈 #{ $number } { $report }
    　usually about { $usual-short } each
clean-text = { $at }. #{ $number } { $report }
clean-name = { $name }
clean-day = { $day }
clean-checked = ✓ #{ $number } is right, noted
clean-reminded = Reminded in private
clean-unreachable = I cannot write to them: they never wrote to me
clean-reminder = 🔔 { $team }: { $name } asks you about this one, which does not count yet: { $report }
clean-dropped = ✖ { $team }: { $name } says that this one does not count: { $report }
button-right = { $at } ✓ Right
button-take-back = { $at } ↩️ Undo
button-look = { $at } 👁 Look
button-remind = { $at } 🔔 Remind
button-do-not-count = { $at } ✖ Drop
button-previous = ‹ Back
button-next = Next ›
button-clean-text = 📝 { $n-n ->
    [one] { $n } unchecked written report
   *[other] { $n } unchecked written reports
}
button-clean-doubts = 🧹 To look at: { $n }
