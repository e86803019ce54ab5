// Social organisations: the register, who is qualified, what they offer and where, and the grants they carry out.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { BANK } from './bank.ts'
import { DIRECTORY } from './directory.ts'
import { ENCLOSURES } from './enclosures.ts'
import { GRANTS } from './grants.ts'
import { together } from './parts.ts'
import { REGISTER } from './register.ts'
import { seed } from './seed.ts'
import { SERVICES } from './services.ts'
export const organizations: Subgraph = {
  name: 'organizations',
  ...together([REGISTER, DIRECTORY, SERVICES, BANK, GRANTS, ENCLOSURES]),
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  seed,
}
