// A cell that no spreadsheet takes for a formula, and the words back out of it.
// The rule (OWASP ASVS 1.2.10, and more): where a text would begin with = + - @ TAB CR LF NUL or their full-width and small forms, be it
// after spaces or apostrophes, an apostrophe goes before it. Such a text that has one already gets one more; so taking one away is
// always the exact inverse. Numbers that we write ourselves (effect −2) are no text and stay as they are.

// oxlint-disable-next-line no-control-regex -- these are what is looked for
const RISKY = /^['\s\uFEFF\u200B]*(?:[=+\-@＝＋－＠﹢﹣﹦﹫−\u0000]|(?<=[\t\r\n]))/u

export const guardCell = (text: string): string => (RISKY.test(text) ? `'${text}` : text)
export const unguardCell = (cell: string): string => (cell.startsWith("'") && RISKY.test(cell) ? cell.slice(1) : cell)
