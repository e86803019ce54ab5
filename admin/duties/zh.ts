export default {
  list: { all: '清单', about: '依法履行、依法协助、出具证明和不得下交的事项，逐年编制，发布后不再更改。' },
}
