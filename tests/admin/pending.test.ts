// A step that can be taken back: sent after eight seconds, at once, or never.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  isAnyPending,
  pendingElsewhere,
  pendingOf,
  sendAll,
  sendLater,
  sendNow,
  takeBack,
  takeBackLast,
  unwatchPending,
  watchPending,
} from '../../admin/app/pending.ts'

let sent: string[]
const step = (record: string) => {
  sendLater({ record, title: '提交', about: '楼道堆物', to: 'SUBMITTED' }, () => Promise.resolve(sent.push(record)))
}

beforeEach(() => {
  sent = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  expect(isAnyPending()).toBe(false)
})

test('waits for eight seconds, counts down, and is sent once', () => {
  step('a')
  vi.advanceTimersByTime(7_999)
  expect([sent, pendingOf('a')?.left]).toEqual([[], 1])
  vi.advanceTimersByTime(1)
  expect([sent, pendingOf('a')]).toEqual([['a'], undefined])
  vi.advanceTimersByTime(60_000)
  expect(sent).toEqual(['a'])
})

test('taken back, it is never sent', () => {
  step('a')
  vi.advanceTimersByTime(5_000)
  takeBack('a')
  vi.advanceTimersByTime(60_000)
  expect(sent).toEqual([])
})

test('the last of several is taken back first', () => {
  step('a')
  step('b')
  takeBackLast()
  vi.advanceTimersByTime(8_000)
  expect(sent).toEqual(['a'])
})

test('sent at once, it is not sent again', async () => {
  step('a')
  await sendNow('a')
  vi.advanceTimersByTime(60_000)
  expect(sent).toEqual(['a'])
})

test('a second step of the same record lets the first go before it', () => {
  step('a')
  step('a')
  expect(sent).toEqual(['a'])
  vi.advanceTimersByTime(8_000)
  expect(sent).toEqual(['a', 'a'])
})

test('when the window goes, whatever waits is sent', async () => {
  step('a')
  step('b')
  await sendAll()
  expect(sent).toEqual(['a', 'b'])
})

test('stands on the desk of its record, and at the edge of the page while that is not shown', () => {
  step('a')
  watchPending('a')
  expect(pendingElsewhere()).toEqual([])
  unwatchPending('a')
  expect(pendingElsewhere().map(({ record }) => record)).toEqual(['a'])
  takeBackLast()
})
