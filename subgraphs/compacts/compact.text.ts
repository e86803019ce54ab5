// Writing the articles of an edition.
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { Article, Compact } from './compact.entity.ts'
import { textHashOf } from './compact.facts.ts'
import type { LegalityCheck } from './compact.rules.ts'
import { said } from './said.ts'

/** Numbers the articles from 1; an article that reads as before keeps its legality check. */
export const setArticles = (ctx: Context, compact: Compact, bodies: readonly string[], before: readonly Article[] = []): void => {
  const articles = bodies.map((body, i) => {
    const same = before.find((a) => a.body === body.trim())
    const passed: LegalityCheck[] = same ? [...same.passed] : []
    return ctx.em.create(Article, {
      id: uuidv7(),
      compact,
      number: i + 1,
      body: said(body, 'articles'),
      passed,
      reviewNote: same?.reviewNote ?? null,
    })
  })
  compact.textHash = textHashOf(compact.title, articles)
}

/** The number of the next edition that grows from an issue; a withdrawn draft keeps its own. */
export const nextEdition = async (ctx: Context, issue: string): Promise<number> => {
  const [row] = await ctx.em.execute<{ last: number | null }[]>(
    'select max(edition) as last from compacts.compact where issue_id = ?',
    [issue],
  )
  return (row?.last ?? 0) + 1
}
