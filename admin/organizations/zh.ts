import names from './names.zh.ts'
import register from './register.zh.ts'

export default {
  ...names,
  ...register,
  of: {
    status: '状态',
    division: '所属区划',
  },
}
