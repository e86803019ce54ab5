// The divisions a service or a place may name: the place one works in, and those below it.
import { shallowRef, watchEffect } from 'vue'
import { childrenOf } from '../app/places.ts'
import { here } from '../app/session.ts'

export interface Area {
  readonly value: string
  readonly label: string
}

export const useAreas = () => {
  const areas = shallowRef<readonly Area[]>([])
  watchEffect(async () => {
    const place = here.value
    if (!place) return
    const below = await childrenOf(place.code)
    areas.value = [place, ...below].map(({ code, name }) => ({ value: code, label: name }))
  })
  return areas
}

/** The same with those that are named already, so that none is lost when the form is sent. */
export const withNamed = (
  areas: readonly Area[],
  named: readonly { readonly code: string; readonly name: string }[],
): readonly Area[] => [
  ...areas,
  ...named
    .filter(({ code }) => !areas.some(({ value }) => value === code))
    .map(({ code, name }) => ({ value: code, label: name })),
]
