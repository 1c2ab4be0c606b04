# /import：用文件补录
command-import = 导入 CSV 或 Excel 文件，补录以前的业绩
import-how = 📥 <b>导入业绩</b>
    填好下面的表发回来，或者直接发你自己的 .xlsx、.csv 文件。
    要有的列：日期、姓名、金额。单数、件数、新客、退款等有就写，顺序随意，中英文列名都认。
    一行记一个人一天的一笔；退款写正数。最多 { $n } 行、1 MB。
    我会先列出来给你看，点“确认”才记；同一个文件再发一次不会重复。
import-template = 业绩导入模板
column-day = 日期
column-seller = 姓名
column-amount = 金额
column-orders = 单数
column-units = 件数
column-new = 新客
column-refund = 退款
column-repeat = 老客
column-contacts = 加粉
column-inquiries = 咨询
column-visitors = 访客
column-complaints = 投诉
column-buyers = 买家数
column-page-views = 浏览量
column-ratings = 评分
column-shipped = 发货单数
column-hours = 发货时长
file-too-big = 文件太大了，最多 1 MB。分成几个文件再发。
file-not-fetched = 没能从 Telegram 取到这个文件，请再发一次。
file-empty = 这个文件里没有业绩。
file-old-excel = 这是旧版 Excel（.xls）。请另存为 .xlsx 或 .csv 再发。
file-unknown = 这个文件看不懂，只认 .xlsx 和 .csv。模板：/import
file-locked = 这个文件有密码。请去掉密码再发。
file-broken = 这个文件打不开，可能坏了。请用 Excel 另存一次再发。
file-unpacks = 这个文件展开以后太大了，没有读。请只留业绩那几列，另存再发。
file-too-many = 行数太多了，最多 { $n } 行。分成几个文件再发。
file-no-columns = 没找到列名。第一行要写：日期、姓名、金额。模板：/import
file-missing = 缺这些列：{ $columns }。补上再发，模板：/import
