// What a feature says about itself: its pages, which of them stand in the menu and for whom, and how its records are found.
import type { RouteLocationRaw } from 'vue-router'
import type { Component } from 'vue'
import type { IconName } from './ui/icons.ts'
import type { Text } from './i18n.ts'

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
  /** Roles that see it in the menu; everyone when absent. The server decides what they may read. */
  readonly roles?: readonly string[]
  /** Needs no sign-in and is drawn without the shell. */
  readonly public?: true
}

/** A record or page the palette can open. */
export interface Hit {
  readonly title: string
  readonly hint?: string
  readonly to: RouteLocationRaw
}

/** A type of record that has a page of its own: how it is called, and where it is shown. */
export interface RecordType {
  readonly title: Text
  readonly to: (id: string) => RouteLocationRaw
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

/** The page of a record of any feature; undefined when its type has none. */
export const recordType = (type: string | null | undefined): RecordType | undefined =>
  type ? features.find((feature) => feature.records?.[type])?.records?.[type] : undefined
