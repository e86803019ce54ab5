// Sets one paper as PDF and ends.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.d.ts'
import type { Paper, Section } from './paper.ts'

const FONTS = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
const GREY = '#555555'
const LINES = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#999999',
  vLineColor: () => '#999999',
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

const contentOf = ({ title, facts = [], words = [], table }: Section): Content[] => [
  { text: title, fontSize: 13, bold: true, margin: [0, 14, 0, 6], headlineLevel: 1 },
  ...(facts.length
    ? [
        {
          layout: 'noBorders',
          table: { widths: [96, '*'], body: facts.map(([label, value]) => [{ text: label, color: GREY }, { text: value }]) },
        },
      ]
    : []),
  ...words.map((text) => ({ text, margin: [0, 3, 0, 3] as [number, number, number, number] })),
  ...(table
    ? [
        {
          layout: LINES,
          margin: [0, 6, 0, 0] as [number, number, number, number],
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: [...table.widths],
            body: [table.head.map((text) => ({ text, bold: true, fillColor: '#f2f2f2' })), ...table.rows.map((row) => [...row])],
          },
        },
      ]
    : []),
]

const definitionOf = ({ title, about, sections, foot, pages }: Paper): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [56, 56, 56, 56],
  defaultStyle: { font: 'Noto', fontSize: 9.5, lineHeight: 1.25 },
  info: { title },
  footer: (page, count) => ({
    margin: [56, 16, 56, 0],
    fontSize: 8,
    color: GREY,
    columns: [
      { text: foot, width: '*' },
      {
        text: pages.replace('{page}', String(page)).replace('{pages}', String(count)),
        width: 'auto',
      },
    ],
  }),
  // A heading does not stand alone at the foot of a page.
  pageBreakBefore: (node, { getFollowingNodesOnPage }) => node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
  content: [
    { text: title, fontSize: 18, bold: true },
    { text: about, color: GREY, margin: [0, 2, 0, 4] },
    ...sections.flatMap(contentOf),
  ],
})

pdfmake.setFonts({ Noto: { normal: join(FONTS, 'NotoSansHans-Regular.otf'), bold: join(FONTS, 'NotoSansHans-Bold.otf') } })
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(FONTS))
pdfmake.setUrlAccessPolicy(() => false)

const pdf = new Uint8Array(await pdfmake.createPdf(definitionOf(workerData as Paper)).getBuffer())
parentPort!.postMessage(pdf, [pdf.buffer])
