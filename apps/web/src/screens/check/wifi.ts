// What a phone's camera reads to join a Wi-Fi: the MECARD-like text that Android and iOS know. Pure; nothing typed here leaves the page.

type Wifi = { name: string; password: string }

/** Bytes of a network's name, and letters of a password, at most. */
const MOST_NAME_BYTES = 32
const MOST_PASSWORD = 63

/** Null without a name. A network without a password is an open one. */
export function wifiCode({ name, password }: Wifi): string | null {
  // A phone's keyboard leaves a space after a word it knows.
  const network = name.trim()
  if (network === "") return null
  return password === "" ? `WIFI:T:nopass;S:${escaped(network)};;` : `WIFI:T:WPA;S:${escaped(network)};P:${escaped(password)};;`
}

export const isNameTooLong = (name: string): boolean => new TextEncoder().encode(name.trim()).length > MOST_NAME_BYTES
export const isPasswordTooLong = (password: string): boolean => password.length > MOST_PASSWORD

const escaped = (text: string): string => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`)
