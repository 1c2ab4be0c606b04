# Corrections: before → after on the card, and what is asked when unsure
card-corrected = Corrected: { $changes }
card-change = { $before } → { $after }
card-day = { $before } → { $after }
card-whose = { $before } → { $after }
corrected = ✏️ #{ $number } corrected: { $changes }
nothing-to-correct = There is no report of yours from the last two days to correct. For an older one press Change on its card, or ask your lead.
correct-several = #{ $number } is about several people or days, so nothing was changed. Press Change on its card and write the whole line anew.
ask-target = Shall I change #{ $number } ({ $before }) to { $after }?
button-keep = Leave it
undone-before = #{ $number } was taken back before.
not-your-entry = This one is not yours. Only who reported it, whom it is for, or a lead can change it.
