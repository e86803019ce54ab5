import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './app/theme.css'
import { createApp } from 'vue'
import App from './app/App.vue'
import { client } from './app/client.ts'
import { i18n } from './app/i18n.ts'
import { applyPreferences } from './app/preferences.ts'
import { router } from './app/router.ts'
import urql from '@urql/vue'

applyPreferences().then(() => createApp(App).use(i18n).use(urql, client).use(router).mount('#app'))
