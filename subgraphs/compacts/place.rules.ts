// What the code of a committee says of it: residents' or villagers'.

/** Whether the committee of the twelve digits is a villagers' committee (200–399, or of the like 500–599). */
export const isVillage = (division: string): boolean => {
  const band = Number(division.slice(9, 12))
  return division.length >= 12 && ((band >= 200 && band < 400) || (band >= 500 && band < 600))
}
