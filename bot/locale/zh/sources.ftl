command-sources = 数据从哪来：文字、命令、导入、代报各多少

sources-head = 📚 <b>{ $team }</b> 数据来源 · { $period }
sources-head-one = 📚 <b>{ $team }</b> { $how } · { $period }
sources-none = 这段时间还没有数据。
sources-line = { $how }：{ $n } 条 · { $figures }
sources-unchecked = { $unchecked-n ->
    [0] { $n } 条都已核对 ✓
   *[other] { $n } 条中 { $unchecked } 条未核对
}
sources-measure = { $figure }（{ $n } 条）
sources-member = 　{ $name }：{ $n } 条 · { $figures }
button-source = { $how }
button-all-sources = 全部来源
