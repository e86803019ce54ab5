// Residents: people, homes and households, representatives and guardians, consents, and the rights of people over their data.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { Access, RevealRequest } from './access.entity.ts'
import { Consent } from './consent.entity.ts'
import { ConsentResolver } from './consent.resolver.ts'
import { DataRequest } from './dataRequest.entity.ts'
import { dataRequestMachine } from './dataRequest.machine.ts'
import { DataRequestResolver } from './dataRequest.resolver.ts'
import { forgetIndexes } from './erasure.ts'
import { Dwelling, Household } from './household.entity.ts'
import { DwellingResolver, HouseholdResolver } from './household.resolver.ts'
import { checkImport, purgeImports, resumeImports, runImport } from './import.jobs.ts'
import { CellErrorResolver, ImportResolver } from './import.resolver.ts'
import { ImportPart, ImportRow, ImportRun } from './importRun.entity.ts'
import { importRunMachine } from './importRun.machine.ts'
import { Guardian, ResidentsRepresentative } from './kin.entity.ts'
import { LIMITS } from './limits.rules.ts'
import { GuardianResolver, RepresentativeResolver, tellTerms } from './representative.resolver.ts'
import { PersonKey, Resident } from './resident.entity.ts'
import { ResidentMutations } from './resident.mutations.ts'
import { ResidentResolver } from './resident.resolver.ts'
import { AccessResolver, lapseReveals, RevealRequestResolver } from './reveal.resolver.ts'
import { revealRequestMachine } from './revealRequest.machine.ts'
import { seed } from './seed.ts'
import { Building, Division } from './territory.stub.ts'

export const residents: Subgraph = {
  name: 'residents',
  entities: [
    Resident,
    PersonKey,
    Dwelling,
    Household,
    Guardian,
    ResidentsRepresentative,
    Consent,
    Access,
    RevealRequest,
    DataRequest,
    ImportRun,
    ImportPart,
    ImportRow,
  ],
  resolvers: [
    ResidentResolver,
    ResidentMutations,
    HouseholdResolver,
    DwellingResolver,
    RepresentativeResolver,
    GuardianResolver,
    AccessResolver,
    RevealRequestResolver,
    ConsentResolver,
    DataRequestResolver,
    ImportResolver,
    CellErrorResolver,
  ],
  types: [Division, Building],
  machines: [dataRequestMachine, revealRequestMachine, importRunMachine],
  rules: LIMITS,
  acts: {
    APPOINT: text('就任', 'Appointed'),
    DISMISS: text('离任', 'Term ended'),
    TERM: text('居民代表任期变化', 'Representative’s term changed'),
    ENTER: text('登记', 'Entered'),
    ENTER_GUARDIAN: text('登记监护人', 'Guardian entered'),
    NAME_REPRESENTATIVE: text('确定户代表', 'Household representative named'),
    REPRESENT: text('担任户代表', 'Represents the household'),
    'Consent.GIVE': text('同意', 'Consent given'),
    'Consent.WITHDRAW': text('撤回同意', 'Consent withdrawn'),
    ERASE: text('删除个人信息', 'Personal data erased'),
  },
  migrations: fileURLToPath(new URL('migrations', import.meta.url)),
  appendOnly: ['access'],
  messages: { ImportToCheck: checkImport, ImportToRun: runImport },
  sweeps: [lapseReveals, tellTerms, resumeImports, purgeImports, forgetIndexes],
  constraints: {
    resident_number_unique: text('该证件号码已登记。', 'This number is on a roll already.'),
    dwelling_door_unique: text('该住所已登记。', 'This home is entered already.'),
    consent_open_unique: text('该事项已经授权。', 'This consent is given already.'),
  },
  seed,
}
