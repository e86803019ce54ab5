// The address people use, which the codes on doors begin with.

export const originOf = (): string =>
  (process.env['ORIGIN'] || `http://127.0.0.1:${process.env['PORT'] || 4000}`).replace(/\/$/, '')
