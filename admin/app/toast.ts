// Short news at the edge of the page: done, or what went wrong. Bad news stays until it is closed.
import { reactive } from 'vue'

export interface Toast {
  readonly id: number
  readonly tone: 'good' | 'bad'
  readonly says: string
  readonly requestId?: string | null
}

export const toasts = reactive<Toast[]>([])
let last = 0

export const dismiss = (id: number) => {
  const at = toasts.findIndex((toast) => toast.id === id)
  if (at >= 0) toasts.splice(at, 1)
}

export const tellGood = (says: string) => {
  const id = ++last
  toasts.push({ id, tone: 'good', says })
  setTimeout(() => dismiss(id), 5000)
}

export const tellBad = (says: string, requestId: string | null = null) => {
  toasts.push({ id: ++last, tone: 'bad', says, requestId })
}
