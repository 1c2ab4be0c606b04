# Questions about a report with one open point. { $piece } is the part of the message that is open.
doubt-approx = “{ $piece }” is a rough figure. What is the exact one?
doubt-correction = Which record should I change? Edit that message, or press Change on its card.
doubt-negative = “{ $piece }”: what is that? For money given back, write: /refund 50
doubt-product-price = “{ $piece }”: was it sold, or is that the price?
doubt-bare-money = “{ $piece }”: is that a sale?
doubt-which-number = “{ $piece }”: orders or amount?
doubt-span = “{ $piece }”: how much was it on each day? Please report day by day.
doubt-mismatch = The items and the total differ ({ $piece }). Which is right?
doubt-deposit = Only part is paid ({ $piece }): log it now, or when it is paid in full?
doubt-refund-which = Which order was refunded, and how much?
doubt-decimal = “{ $piece }”: a decimal or thousands? Please write 3450 or 3.45.
doubt-no-such-day = There is no { $piece }. Which day was it?
doubt-future-date = { $piece } is still to come. Which day was it?
doubt-who = “{ $piece }” is no member that I know. Whose figures are these? Just answer with a member’s name.
