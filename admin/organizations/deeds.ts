// Something that can be entered about a record besides its steps.
import type { Step } from '../app/step.ts'

export interface Deed {
  readonly key: string
  readonly title: string
  /** Made when it is opened, so that it starts from how the record stands then. */
  readonly step: () => Step
}
