// Components pass aria-* and data-* on to their root element; strict templates have to be told.
import type { AriaAttributes } from 'vue'

declare module 'vue' {
  interface AllowedComponentProps extends AriaAttributes {
    [data: `data-${string}`]: unknown
    title?: string | undefined
    role?: string | undefined
    autofocus?: boolean | undefined
  }
  interface HTMLAttributes {
    [data: `data-${string}`]: unknown
  }
}
