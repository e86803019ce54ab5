// What a feature says about itself: its pages, which of them stand in the menu and for whom, and how its records are found.
import type { RouteLocationRaw } from 'vue-router'
import type { Component } from 'vue'
import type { Bulk } from './work/bulk.ts'
import type { IconName } from './ui/icons.ts'
import type { AnyDesk } from './desk.ts'
import { loadWords, say, type Text } from './i18n.ts'

export interface Page {
  readonly path: string
  readonly name: string
  readonly title: Text
  readonly page: () => Promise<{ default: Component }>
  /** The page above it in the breadcrumbs. */
  readonly parent?: string
  /** Stands in the side navigation, under this icon or the feature's. */
  readonly menu?: true
  readonly icon?: IconName
  /** Stands in the account menu. */
  readonly account?: true
  /** Roles that see it in the menu; everyone when absent. The server decides what they may read. */
  readonly roles?: readonly string[]
  /** The file that says what its list asks for: issue for issue.list.ts. It counts the rows of any state of the list. */
  readonly list?: string
  /** Needs no sign-in and is drawn without the shell. */
  readonly public?: true
}

/** A record or page the palette can open. */
export interface Hit {
  readonly title: string
  readonly hint?: string
  readonly to: RouteLocationRaw
  /** The record it is, when something can be done with it at once. */
  readonly desk?: { readonly type: string; readonly id: string }
}

/** A type of record that has a page of its own: how it is called, and where it is shown. */
export interface RecordType {
  /** Absent when it is called as its page is. */
  readonly title?: Text
  /** The name of the page of one of them; absent when it has none. */
  readonly page?: string
  /** What can be done with one of them, wherever it is met. */
  readonly desk?: () => Promise<{ default: AnyDesk }>
}

/** Something that can be begun from anywhere; leads to the page that does it. */
export interface Deed {
  readonly title: Text
  readonly roles?: readonly string[]
  readonly to: RouteLocationRaw
}

export interface Feature {
  readonly name: string
  readonly title: Text
  readonly icon: IconName
  /** Place in the navigation, small first. */
  readonly order: number
  readonly pages: readonly Page[]
  /** Its types of records by their name in the API, so that a to-do or a message can lead to them. */
  readonly records?: Readonly<Record<string, RecordType>>
  /** What can be begun here, for the palette. */
  readonly deeds?: readonly Deed[]
  /** How the actions of its types of records are taken for many at once; a type left out is acted on one by one. */
  readonly bulks?: () => Promise<Readonly<Record<string, Bulk>>>
  /** Finds records by number or name, for the palette. */
  readonly find?: (words: string) => Promise<Hit[]>
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: Text
    feature?: string
    parent?: string
    public?: true
  }
}

const modules = import.meta.glob<{ default: Feature }>('../*/routes.ts', { eager: true })

export const features: readonly Feature[] = Object.values(modules)
  .map((module) => module.default)
  .sort((a, b) => a.order - b.order)

const recordTypes: Readonly<Record<string, RecordType>> = Object.assign({}, ...features.map((feature) => feature.records ?? {}))

/** How a type of record is called; its name in the API when no feature knows it. */
export const recordTitle = (type: string): string => {
  const known = recordTypes[type]
  const title = known && (known.title ?? features.flatMap(({ pages }) => pages).find(({ name }) => name === known.page)?.title)
  return title ? say(title) : type
}

/** The page of a record of any feature; undefined when its type has none. */
export const recordPage = (type: string | null | undefined, id: string | null | undefined): RouteLocationRaw | undefined => {
  const name = type && recordTypes[type]?.page
  return name && id ? { name, params: { id } } : undefined
}

/** The desk of a type of record, with the words it needs; undefined when nothing can be done with it outside its page. */
export const recordDesk = async (type: string): Promise<AnyDesk | undefined> => {
  const load = recordTypes[type]?.desk
  const owner = features.find(({ records }) => records && type in records)
  if (!load || !owner) return undefined
  const [{ default: desk }] = await Promise.all([load(), loadWords(owner.name)])
  return desk
}

/** Whether something can be done with such a record wherever it is met. */
export const hasDesk = (type: string): boolean => recordTypes[type]?.desk !== undefined

/** How the actions of a type of record are taken for many at once. */
export const bulkOf = async (type: string): Promise<Bulk | undefined> => {
  const owner = features.find((feature) => feature.records?.[type])
  return (await owner?.bulks?.())?.[type]
}

/** All types of record, for filters. */
export const recordOptions = () => Object.keys(recordTypes).map((value) => ({ value, label: recordTitle(value) }))
