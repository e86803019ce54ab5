// Clocks that are stopped and go on: what is left of one, and when it ends then.

/** Seconds until an instant; negative when it has passed, null when there is none. */
export const secondsLeft = (end: Date | null, now: Date): number | null =>
  end && Math.round((end.getTime() - now.getTime()) / 1000)

export const secondsOn = (seconds: number | null, now: Date): Date | null =>
  seconds === null ? null : new Date(now.getTime() + seconds * 1000)

export const laterBy = (at: Date | null, ms: number): Date | null => at && new Date(at.getTime() + ms)
