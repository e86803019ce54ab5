// The questions of the bench.
import { d1, d1kept } from './d1.ts'
import { d2 } from './d2.ts'
import { d3 } from './d3.ts'
import { d4, d4kept } from './d4.ts'
import { d5, d5first } from './d5.ts'
import { d6 } from './d6.ts'
import type { Question } from './question.ts'
import { w1 } from './w1.ts'
import { w2 } from './w2.ts'
import { w3 } from './w3.ts'

export const QUESTIONS: readonly Question[] = [d1, d1kept, d2, d3, d4, d4kept, d5first, d5, d6, w1, w2, w3]
