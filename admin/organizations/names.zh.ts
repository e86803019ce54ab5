// How the states and kinds of organisations are called in Chinese, by their names in the API.
export default {
  organizationStatus: {
    REGISTERED: '正常',
    LIQUIDATING: '清算中',
    DEREGISTERED: '已注销',
    REVOKED: '已撤销登记',
    MERGED: '已合并',
    DIVIDED: '已分立',
  },
  kind: { ASSOCIATION: '社会团体', SERVICE_AGENCY: '社会服务机构', FOUNDATION: '基金会', OTHER: '其他' },
  grade: { A1: '1A', A2: '2A', A3: '3A', A4: '4A', A5: '5A' },
}
