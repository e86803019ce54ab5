// What the receipt of an uploaded file says.

/** The name of the file a receipt is for, as the receipt itself says; a receipt may stand after other words. */
export const nameIn = (receipt: string): string => {
  const [, body = ''] = (receipt.split(' ').at(-1) ?? '').split('.')
  const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.codePointAt(0)!)
  return String((JSON.parse(new TextDecoder().decode(bytes)) as { name?: string }).name ?? '')
}
