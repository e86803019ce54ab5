export default {
  hello: '{name}，您好',
  workbench: '我的工作台',
  yes: '是',
  no: '否',
  do: '操作',
  recent: '最近访问',
  due: { all: '全部待办', overdue: '已超期', soon: '两日内到期' },
  todo: { title: '事项', type: '类型', division: '所属辖区', since: '到达时间', due: '办理期限', none: '没有待办，辛苦了。', noneDue: '没有这一类待办。', noneNext: '有新的事项需要您办理时，会出现在这里并发消息提醒。' },
  message: {
    centre: '消息中心', unread: '未读消息', all: '全部 {n} 条', none: '没有新消息。', title: '内容', at: '时间', state: '状态', isRead: '已读', isNew: '未读',
    read: '标为已读', readAll: '全部已读', showAll: '显示全部', showUnread: '只看未读',
  },
  account: {
    all: '账号与角色', about: '系统管理员开立和停用账号，安全管理员授予和收回角色，审计管理员查看；三者不得由一人兼任。', add: '新增账号', none: '没有符合条件的账号，请调整查询条件。', gone: '没有找到该账号，或不在您的管理范围内。',
    find: '账号或姓名', findHint: '账号名、姓名的一部分', name: '姓名', username: '账号名', unit: '所属单位', role: '角色', roles: '现有角色', divisionCode: '辖区代码', status: '状态', locked: '已锁定',
    lastSignIn: '最近登录', secondFactor: '双因素认证', lockedUntil: '锁定至', createdAt: '开立时间', facts: '账号信息', firstPassword: '初始密码',
    usernameHint: '3 至 32 位小写字母、数字、点或短横线。', passwordHint: '至少 10 位，含大写字母、小写字母、数字、符号中的三类。', state: { ACTIVE: '在用', DISABLED: '停用' },
  },
  grant: {
    all: '角色授权', add: '授予角色', addTo: '为{name}授予角色', role: '角色', division: '管辖范围', divisionHint: '角色对该区划及其下级有效。', period: '有效期', open: '长期', reason: '理由', until: '有效期至', untilHint: '不填为长期有效。', revoke: '收回',
    none: '尚未授予角色，该账号登录后不能办理业务。',
  },
  client: {
    all: '接口客户端', about: '合作社会组织的程序凭客户端编号和密钥访问接口，权限以授予的范围为限。', add: '新增客户端', name: '名称', id: '客户端编号', secret: '密钥', division: '辖区范围', scopes: '权限范围',
    scopesHint: '按最小必要原则选择；read 为读取，write 为写入。', createdAt: '开立时间', active: '有效', revoked: '已吊销', revoke: '吊销', once: '密钥只显示这一次，请立即交给对方妥善保管。', kept: '已保存，关闭',
  },
  audit: { all: '审计日志', about: '每一次操作都留痕，只能查看，不能修改或删除。', text: '事项或人员', textHint: '标题、操作人的一部分', at: '时间', by: '操作人', action: '操作', title: '事项', change: '状态变化', stream: '记录编号', none: '没有符合条件的记录，请调整查询条件。' },
  password: { title: '修改密码', about: '修改后，您在其他设备上的登录将全部退出。', current: '当前密码', next: '新密码', again: '再次输入新密码', differs: '两次输入的新密码不一致。' },
}
