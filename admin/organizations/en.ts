import names from './names.en.ts'
import register from './register.en.ts'

export default {
  ...names,
  ...register,
  of: {
    status: 'Status',
    division: 'Division',
  },
}
