// The three pictures of how to join, in lines that any printer can do: the camera on the code, six digits, and asking somebody.
// They stand beside their words and say nothing by themselves, so screen readers pass over them.
import { type Markup, markup } from "../markup.ts"

const picture = (lines: Markup): Markup =>
  markup`<svg viewBox="0 0 64 64" aria-hidden="true" focusable="false" fill="none" stroke="#000" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`

/** A phone that looks at a QR code. */
export const SCAN = picture(
  markup`<rect x="4" y="8" width="26" height="26" rx="2"/><rect x="9" y="13" width="6" height="6" fill="#000"/><rect x="19" y="13" width="6" height="6" fill="#000"/><rect x="9" y="23" width="6" height="6" fill="#000"/><path d="M19 23h2v3M25 26v3h-4"/><rect x="34" y="22" width="24" height="38" rx="4"/><path d="M43 55h6M39 34v-5h5M53 34v-5h-5M39 41v5h5M53 41v5h-5"/>`,
)

/** A phone with digits and a finger that types them. */
export const TYPE = picture(
  markup`<rect x="10" y="4" width="34" height="56" rx="5"/><path d="M23 55h8M16 19h22"/><g fill="#000" stroke="none"><circle cx="19" cy="14" r="1.8"/><circle cx="24" cy="14" r="1.8"/><circle cx="30" cy="14" r="1.8"/><circle cx="35" cy="14" r="1.8"/><circle cx="18" cy="28" r="2.4"/><circle cx="27" cy="28" r="2.4"/><circle cx="36" cy="28" r="2.4"/><circle cx="18" cy="37" r="2.4"/><circle cx="27" cy="37" r="2.4"/><circle cx="18" cy="46" r="2.4"/><circle cx="27" cy="46" r="2.4"/></g><path d="M37 38v10l-3-2.5c-2-1.5-4.500 1-3 3l7 9.500h14l3-9v-8l-12-3.500V34c0-4-6-4-6 0z" fill="#fff"/>`,
)

/** Two people, one asks. */
export const ASK = picture(
  markup`<circle cx="16" cy="32" r="7"/><path d="M4 58c0-9 5-14 12-14s12 5 12 14"/><circle cx="46" cy="36" r="7"/><path d="M34 60c0-8 5-12 12-12s12 4 12 12"/><path d="M26 6h22a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4H36l-7 6v-6h-3a4 4 0 0 1-4-4v-9a4 4 0 0 1 4-4z"/><path d="M34 12c0-3.500 6-3.500 6 0 0 2.500-3 2.500-3 5"/><path d="M37 20v.1"/>`,
)
