// While somebody fills in a form of an issue, their colleagues see it; kept up as long as the form is open.
import { onBeforeUnmount, ref } from 'vue'
import { plainClient } from '../app/client.ts'
import { holdIssueMutation, releaseIssueMutation } from './issue.mutations.ts'
import type { IssueWhole } from './issue.queries.ts'

const AGAIN = 120_000

export const useHold = (id: () => string) => {
  /** What the server said last; undefined until it was asked. */
  const held = ref<IssueWhole['held']>()
  let timer: ReturnType<typeof setInterval> | undefined

  const ask = async (takeOver: boolean) => {
    const { data } = await plainClient.mutation(holdIssueMutation, { id: id(), takeOver }).toPromise()
    if (data) held.value = data.holdIssue.held
  }
  const end = () => {
    if (!timer) return
    clearInterval(timer)
    timer = undefined
    void plainClient.mutation(releaseIssueMutation, { id: id() }).toPromise()
    held.value = undefined
  }
  onBeforeUnmount(end)

  return {
    held,
    begin: () => {
      timer ??= setInterval(() => void ask(false), AGAIN)
      return ask(false)
    },
    end,
    takeOver: () => ask(true),
  }
}
