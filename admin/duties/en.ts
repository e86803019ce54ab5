import type zh from './zh.ts'

const en: typeof zh = {
  list: {
    all: 'Lists',
    about: 'Own duties, assistance by law, certificates and what may not be passed down: compiled yearly, fixed once published.',
  },
}

export default en
