// How the way in is said aloud: the address without what nobody types, and the code in two groups. Pure.

/** "192.168.1.20:4400", or "board.example.org": what to type into a browser. */
export function spokenAddress(joinUrl: string): string {
  return URL.canParse(joinUrl) ? new URL(joinUrl).host : joinUrl
}

/** "123 456". */
export const spokenCode = (code: string): string => code.replaceAll(/\D/g, "").replace(/^(\d{3})(\d{3})$/, "$1 $2")
