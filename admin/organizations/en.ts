import grants from './grants.en.ts'
import names from './names.en.ts'
import offers from './offers.en.ts'
import register from './register.en.ts'

export default {
  ...names,
  ...offers,
  ...grants,
  ...register,
  of: {
    due: 'Due',
    back: 'Back',
    print: 'Print',
    status: 'Status',
    division: 'Division',
  },
}
