command-sources = Where figures come from: text, commands, lists, leads

sources-head = 📚 Sources of <b>{ $team }</b> · { $period }
sources-head-one = 📚 <b>{ $team }</b>, { $how } · { $period }
sources-none = Nothing was reported then.
sources-line = { $how }: { $n-n ->
    [one] { $n } report
   *[other] { $n } reports
} · { $figures }
sources-unchecked = { $unchecked-n ->
    [0] all { $n } reports checked ✓
   *[other] { $unchecked } of { $n-n ->
        [one] { $n } report
       *[other] { $n } reports
    } not checked
}
sources-measure = { $figure } ({ $n-n ->
    [one] { $n } report
   *[other] { $n } reports
})
sources-member = 　{ $name }: { $n-n ->
    [one] { $n } report
   *[other] { $n } reports
} · { $figures }
button-source = { $how }
button-all-sources = All sources
