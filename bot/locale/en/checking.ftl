command-check = Check the reports of a day and mark them right

checking-head = 🔍 <b>{ $team }</b> { $period }: { $n-n ->
    [0] no reports
   *[other] { $n-n ->
        [one] { $n } report
       *[other] { $n } reports
    }, { $unchecked-n ->
        [0] all checked ✓
       *[other] { $unchecked } not checked
    }
}
checking-line = { $name } { $figures } ({ $n-n ->
    [one] { $n } report
   *[other] { $n } reports
}{ $unchecked-n ->
    [0] {" "}✓
   *[other] , { $unchecked } not checked
})
checking-more = … and { $n } more
checking-done = { $n-n ->
    [0] Nothing new to check
    [one] Checked { $n } report
   *[other] Checked { $n } reports
}
button-check-all = ✓ { $n-n ->
    [one] This one is right
   *[other] These { $n } are right
}
button-period = { $period }
card-checked = ✓ checked by { $name }
audit-checked = { $period } checked ({ $n-n ->
    [one] { $n } report
   *[other] { $n } reports
})
