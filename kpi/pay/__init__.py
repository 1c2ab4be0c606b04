"""Pay: closed rules, and what they make of a month, to the minor unit.

Shares, rates and steps are whole parts of `kpi.aim.PARTS`, limits of metrics are in the units of targets, amounts are
minor units of the team's currency. Each line of a slip is exact until it is rounded, once, half-up.
"""
