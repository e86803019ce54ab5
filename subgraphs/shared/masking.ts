// How personal data looks to those who may not read it in full: one rule per kind. Knows no viewer and no record.

const stars = (count: number): string => '*'.repeat(Math.max(count, 0))

/** Keeps the first and last `head` and `tail` characters; a text too short to hide anything is hidden whole. */
const keep = (value: string, head: number, tail: number): string => {
  const letters = [...value]
  const hidden = letters.length - head - tail
  if (hidden <= 0) return stars(letters.length)
  return letters.slice(0, head).join('') + stars(hidden) + letters.slice(letters.length - tail).join('')
}

/** 张三 → 张*, 欧阳自强 → 欧**强. Names of people; names of bodies are public. */
export const maskName = (name: string): string => ([...name].length <= 2 ? keep(name, 1, 0) : keep(name, 1, 1))

/** 310113********0018, as officers' lists show it. */
export const maskId = (id: string): string => keep(id, id.length >= 15 ? 6 : 1, id.length >= 15 ? 4 : 1)

/** 138****5678. */
export const maskMobile = (phone: string): string => keep(phone, 3, 4)

/** ****1234: a landline keeps its last four, whatever its length. */
export const maskLandline = (phone: string): string => `****${phone.length > 4 ? phone.slice(-4) : ''}`

/** A mobile or a landline, each by its own rule. */
export const maskPhone = (phone: string): string => (/^1\d{10}$/.test(phone) ? maskMobile(phone) : maskLandline(phone))

/** The address to the building; stairwell and room are hidden: 顾村镇陆翔路111弄4号***. */
export const maskAddress = (address: string): string => {
  const building = /^.*?(?:号楼|号|幢|栋|座)(?:[^号室]*?(?:号楼|幢|栋|座))*/u.exec(address)
  return `${building?.[0] ?? /^\D*/u.exec(address)![0]}***`
}
