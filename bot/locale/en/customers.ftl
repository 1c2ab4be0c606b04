customer-name = { $name }
customer-forgotten = Customer { $number }

card-new = 👤 New: { $names }
card-returning = 👤 Returning: { $names }
card-known = ℹ️ { $name } is a customer of the team already, so this counts as returning, not as new. If it is somebody else, add a surname and report again
