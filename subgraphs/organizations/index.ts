// Social organisations: the register, who is qualified, what they offer and where, and the grants they carry out.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { together } from './parts.ts'
import { REGISTER } from './register.ts'
import { seed } from './seed.ts'

export const organizations: Subgraph = {
  name: 'organizations',
  ...together([REGISTER]),
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  seed,
}
