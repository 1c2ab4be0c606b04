figure-net = { $value }
figure-gross = { $value }
figure-orders = { $value-n ->
    [one] { $value } order
   *[other] { $value } orders
}
figure-aov = AOV { $value }
figure-units = { $value-n ->
    [one] { $value } piece
   *[other] { $value } pieces
}
figure-refunds = refund { $value }
figure-refunded-orders = { $value-n ->
    [one] { $value } order returned
   *[other] { $value } orders returned
}
figure-new-customers = { $value } new
figure-repeat-customers = { $value } returning
figure-contacts = { $value-n ->
    [one] { $value } contact
   *[other] { $value } contacts
}
figure-inquiries = { $value-n ->
    [one] { $value } inquiry
   *[other] { $value } inquiries
}
figure-visitors = { $value-n ->
    [one] { $value } visitor
   *[other] { $value } visitors
}
figure-complaints = { $value-n ->
    [one] { $value } complaint
   *[other] { $value } complaints
}
figure-withdrawn-complaints = { $value } withdrawn
figure-gross-of-orders = { $value }
figure-gross-of-buyers = { $value }
figure-returned-units = { $value-n ->
    [one] { $value } piece returned
   *[other] { $value } pieces returned
}
figure-buyers = { $value-n ->
    [one] { $value } buyer
   *[other] { $value } buyers
}
figure-page-views = { $value-n ->
    [one] { $value } page view
   *[other] { $value } page views
}
figure-ratings = { $value-n ->
    [one] { $value } rating
   *[other] { $value } ratings
}
figure-rating-stars = { $value-n ->
    [one] { $value } star
   *[other] { $value } stars
}
figure-positive-ratings = { $value } positive

button-undo = ↩️ Undo
button-restore = Restore
button-change = ✏️ Change
button-cancel = Cancel
button-yes = Yes
button-no = No
button-help = How it works
button-join = 🙋 Join the team
button-private = Private chat
button-team = { $team }
button-it-is-me = It is me, do it
figure-shipped = { $value-n ->
    [one] { $value } order shipped
   *[other] { $value } orders shipped
}
figure-handling-minutes = { $value-n ->
    [one] { $value } minute in all
   *[other] { $value } minutes in all
}
figure-stars-each = { $value } stars on average
figure-hours-each = { $value } h on average
figure-visits = { $value-n ->
    [one] { $value } visit
   *[other] { $value } visits
}
figure-per-buyer = per buyer { $value }
