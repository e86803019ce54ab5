// What may be handed in, told by its bytes and not by its name; and pictures made anew, so that nothing hides in them.
import { fileTypeFromBuffer } from 'file-type'
import { badInput } from '../../shared/errors.ts'
import { text } from '../../shared/words.ts'

export const MOST_BYTES = 10 * 1024 * 1024
const MOST_PIXELS = 50_000_000

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The kinds taken, and the ending of each. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  [WORD]: 'docx',
  [EXCEL]: 'xlsx',
}

/** Pictures are shown where they are; anything else is saved first. */
export const isPicture = (type: string): boolean => type.startsWith('image/')

export interface Kind {
  readonly type: string
  readonly ending: string
}

/** What the bytes are; refused when they are nothing that is taken. */
export const kindOf = async (bytes: Uint8Array): Promise<Kind> => {
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const ending = ENDINGS[type]
  if (!ending)
    throw badInput(
      text(
        '只接受 JPG、PNG、WebP 图片和 PDF、Word、Excel 文件。',
        'Only JPG, PNG and WebP pictures, PDF, Word and Excel files are taken.',
      ),
      { field: 'file' },
    )
  return { type, ending }
}

/** A picture without its metadata, upright: where and with what it was taken is nobody's business. Other files as they are. */
export const cleaned = async (bytes: Uint8Array, type: string): Promise<Uint8Array> => {
  if (!isPicture(type)) return bytes
  const { default: sharp } = await import('sharp')
  try {
    const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient().keepIccProfile()
    if (type === 'image/png') return await upright.png().toBuffer()
    return await (type === 'image/webp' ? upright.webp({ quality: 90 }) : upright.jpeg({ quality: 90 })).toBuffer()
  } catch {
    throw badInput(text('图片损坏或者过大，无法读取。', 'The picture is damaged or too large to be read.'), { field: 'file' })
  }
}

/** The name as given, fit for a header and a folder, with the ending of what it really is. */
export const nameOf = (given: string, ending: string): string => {
  const plain = given
    .normalize('NFC')
    .replace(/[\p{C}/\\:*?"<>|]/gu, '')
    .replace(/\.[^.]*$/u, '')
    .trim()
  return `${[...plain].slice(0, 80).join('') || '附件'}.${ending}`
}
