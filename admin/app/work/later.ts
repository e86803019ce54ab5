// Parts of this folder are fetched when they are first drawn, together with their words.
import { defineAsyncComponent, type Component } from 'vue'
import { loadWords } from '../i18n.ts'

export const later = <Part extends Component>(part: () => Promise<{ default: Part }>): Part =>
  defineAsyncComponent(async () => (await Promise.all([part(), loadWords('work')]))[0].default) as Part
