import grants from './grants.zh.ts'
import names from './names.zh.ts'
import offers from './offers.zh.ts'
import register from './register.zh.ts'

export default {
  ...names,
  ...offers,
  ...grants,
  ...register,
  of: {
    due: '办理期限',
    back: '返回',
    print: '打印',
    status: '状态',
    division: '所属区划',
  },
}
