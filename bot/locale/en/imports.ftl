# /import: past sales from a file
command-import = Bring in past sales from a CSV or Excel file
import-how = 📥 <b>Import sales</b>
    Fill in the table below and send it back, or send your own .xlsx or .csv file.
    It needs: date, name, amount. If you have them, also orders, units, new customers, refunds and so on.
    The columns may stand in any order, named in English or Chinese.
    A row is one person’s sale or day; refunds are written without a minus. At most { $n } rows and 1 MB.
    I show you everything first, and nothing counts before you confirm. The same file again books nothing twice.
import-template = Sales import template
column-day = Date
column-seller = Name
column-amount = Amount
column-orders = Orders
column-units = Units
column-new = New customers
column-refund = Refund
column-repeat = Returning customers
column-contacts = Contacts
column-inquiries = Inquiries
column-visitors = Visitors
column-complaints = Complaints
column-buyers = Buyers
column-page-views = Page views
column-ratings = Ratings
column-shipped = Shipped orders
column-hours = Hours to ship
file-too-big = This file is too large: at most 1 MB. Please send it in parts.
file-not-fetched = I could not get this file from Telegram. Please send it again.
file-empty = There are no sales in this file.
file-old-excel = This is an old Excel file (.xls). Please save it as .xlsx or .csv and send that.
file-unknown = I cannot read this file, only .xlsx and .csv. A template: /import
file-locked = This file has a password. Please take it off and send it again.
file-broken = This file cannot be opened; it may be damaged. Please save it again in Excel.
file-unpacks = This file unpacks to too much, so I did not read it. Please keep only the columns of sales and save it again.
file-too-many = Too many rows: at most { $n }. Please send it in parts.
file-no-columns = I found no column names. The first line should say: date, name, amount. A template: /import
file-missing = These columns are missing: { $columns }. Please add them; a template: /import
