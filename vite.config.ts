// Builds the admin into dist/admin, and runs the tests of the whole house.
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('admin'),
  base: '/admin/',
  // Parts of vue-i18n that nothing here uses; its compiler of words among them (see app/i18n.ts).
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: true,
  },
  resolve: { alias: { '@ctrl/tinycolor': here('admin/app/uncoloured.ts') } },
  plugins: [vue(), Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] })],
  build: {
    outDir: here('dist/admin'),
    emptyOutDir: true,
    manifest: true,
    // The oldest Chromium among the browsers officers have (360, Edge, domestic systems).
    target: 'chrome87',
    cssTarget: 'chrome87',
    // Each page asks for what it stands on when it is opened: a list of it for every page would weigh on the first one.
    modulePreload: { resolveDependencies: () => [] },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify|@vueuse)[\\/]/, priority: 3 },
            {
              name: 'graph',
              test: /node_modules[\\/](@urql|@0no-co|wonka|oidc-client-ts|jwt-decode|gql\.tada)[\\/]/,
              priority: 2,
            },
            // What every page stands on, in one piece: small pieces compress badly.
            {
              name: 'base',
              test: /admin[\\/]app[\\/](client|session|format|mistakes|i18n|zh|preferences|kept|list|tabs|shortcuts|news|read|toast|confirm|places|graphql|app\.queries|work[\\/]later|ui[\\/]icons)\.ts$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    root: here('.'),
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/postgres.global.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    alias: [{ find: /^graphql$/, replacement: here('node_modules/graphql/index.js') }],
  },
})
