// Saves a file that came through the API as base64, and cuts one that goes there into parts.
export interface FileContent {
  readonly fileName: string
  /** Base64. */
  readonly content: string
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a file to the browser's downloads. */
export const download = (blob: Blob, fileName: string) => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const saveFile = ({ fileName, content }: FileContent) => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))
  download(new Blob([bytes], { type: SHEET }), fileName)
}

const base64 = (bytes: Uint8Array): string => {
  const CHUNK = 0x8000
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return btoa(pieces.join(''))
}

/** The file in parts of at most so many bytes, each as base64. */
export const partsOf = async (file: File, size: number): Promise<string[]> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / size)) }, (_, at) =>
    base64(bytes.subarray(at * size, (at + 1) * size)),
  )
}
