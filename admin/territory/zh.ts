export default {
  kind: {
    PROVINCE: '省级', PREFECTURE: '地级', DISTRICT: '区县', SUBDISTRICT: '街道', TOWN: '镇', TOWNSHIP: '乡', SPECIAL_AREA: '政企合一区域',
    RESIDENTS_COMMITTEE: '居民委员会', VILLAGERS_COMMITTEE: '村民委员会', RESIDENTS_AREA: '类似居民委员会', VILLAGERS_AREA: '类似村民委员会',
  },
  division: {
    all: '行政区划', about: '以 12 位统计用区划代码为准，逐级到居村。', tree: '区划树', find: '名称、拼音或代码', findHint: '如：馨佳园、xjy、310113', kind: '类别', parentCode: '上级代码', ended: '已撤销', withEnded: '含已撤销',
    name: '名称', code: '区划代码', path: '全称', pinyin: '拼音', validFrom: '启用日期', validTo: '撤销日期', none: '没有符合条件的区划，请调整查询条件。', gone: '没有找到该区划。', isEnded: '已撤销', current: '现行',
    facts: '区划信息', parent: '上级', predecessors: '由以下区划设立', children: '下级区划（{n}）', asList: '列表查看',
  },
  community: { one: '镇管社区', all: '镇管社区' },
  grid: { one: '网格', all: '网格', add: '新增网格', name: '网格名称', code: '网格编码', none: '尚未划分网格。', hint: '编码由系统按居村代码顺次编排。' },
  cell: { one: '邻里', all: '邻里（楼组）', add: '新增邻里', name: '邻里名称', none: '尚未划分邻里。', hint: '一个邻里以 150 至 300 户为宜。' },
  building: {
    all: '楼栋与门牌码', about: '每栋楼一个二维码，居民扫码可知所属居村和网格，不显示住户信息。', address: '地址', addressHint: '写到楼栋，如：菊盛路99弄4号', committee: '所属居村', committeeHint: '请选到居委会或村委会。', epoch: '门牌码版次', createdAt: '录入日期',
    none: '没有符合条件的楼栋。', gone: '没有找到该楼栋。', add: '新增楼栋', revise: '修改', facts: '楼栋信息', count: '楼栋 {n} 栋',
    print: '打印门牌码', printTitle: '门牌码（{n} 张）', printAbout: 'A4 纸每行三张，打印后张贴在楼栋入口。', code: '门牌码', codeOf: '{address}的门牌码', codeInvites: '扫码了解本楼栋所属居村', codeSays: '扫码打开的页面无需登录，也不显示任何住户。', codeTry: '查看扫码页面',
    renew: '更换门牌码', renewSays: '更换后，已张贴的旧码立即失效，请重新打印张贴。',
  },
  door: { committee: '居村', says: '有事找居村：请到居村办公地点，或向网格员反映。', privacy: '本页面只显示楼栋所属居村和网格，不收集您的信息。', unknown: '这个码已失效', unknownSays: '门牌码可能已更换，请扫描楼栋入口的新码，或向居村反映。' },
}
