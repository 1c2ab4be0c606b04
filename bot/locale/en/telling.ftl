told-reported = 📝 { $team }: { $name } reported #{ $number } for you ({ $day })
    { $figures }
told-changed = ✏️ { $team }: { $name } changed your #{ $number } ({ $day })
    { $before } → { $figures }
told-gone = ↩️ { $team }: { $name } took back your #{ $number } ({ $day })
    { $figures }
told-back = ♻️ { $team }: { $name } restored your #{ $number } ({ $day })
    { $figures }
card-twin = ⚠️ The same was counted { $n-n ->
    [0] just now
    [one] a minute ago
   *[other] { $n } minutes ago
}: #{ $number }. If it is the same sale, press Undo.
told-listed = 📋 { $team }: { $name } reported for you by a list
told-day = { $day } { $figures }
told-more-days = … and { $n-n ->
    [one] { $n } day
   *[other] { $n } days
} before
