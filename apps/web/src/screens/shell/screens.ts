// The screens that load on their own, by name. A screen is a default export; Vite makes each a chunk.
import type { ComponentType } from "react"

type Screen = { default: ComponentType; /** Words of its own. */ bringWords?: (locale: string) => Promise<unknown> }

/**
 * A page beside the stages, or the organiser's, with the words that only those say. They come before the page is shown: what waits on
 * the page itself is held back (lazily.tsx).
 */
const beside = async (page: () => Promise<Screen>): Promise<Screen> => {
  const [{ default: Page, bringWords }, { bringBesideWords, withBesideWords }] = await Promise.all([
    page(),
    import("../../beside-words.tsx"),
  ])
  const locale = document.documentElement.lang.slice(0, 2)
  await Promise.all([bringBesideWords(locale), bringWords?.(locale)])
  return { default: withBesideWords(Page) }
}

export const screens = {
  home: () => import("../home/home.tsx"),
  organiser: () => beside(() => import("../organiser/organiser.tsx")),
  contact: () => import("../contact/contact.tsx"),
  door: () => beside(() => import("../door/door.tsx")),
  happened: () => beside(() => import("../happened/happened.tsx")),
  balance: () => beside(() => import("../balance/balance.tsx")),
  log: () => beside(() => import("../log/log.tsx")),
  handOut: () => beside(() => import("../hand-out/hand-out.tsx")),
  check: () => beside(() => import("../check/check.tsx")),
  help: () => beside(() => import("../help/help.tsx")),
  credit: () => beside(() => import("../me/credit-part.tsx").then(({ CreditPart }) => ({ default: CreditPart }))),
  me: () => beside(() => import("../me/me.tsx")),
  notHere: () => import("../kept/not-here.tsx"),
  room: () => import("../room/room.tsx"),
  became: () => beside(() => import("../outcomes/pages.tsx")),
  people: () => beside(() => import("../people/people.tsx")),
  paperNotes: () => beside(() => import("../paper-notes/paper-notes.tsx")),
  hostPanel: () => beside(() => import("../host/host-panel.tsx")),
  arrive: () => import("../arrive/arrive.tsx"),
  after: () => import("../arrive/after.tsx"),
  deck: () => beside(() => import("../../deck/deck.tsx")),
  board: () => import("../../board/needs-board.tsx"),
  options: () => import("../../options/options-screen.tsx"),
  matrix: () => import("../../matrix/matrix-screen.tsx"),
  agree: () => import("../../agree/agree-screen.tsx"),
} satisfies Record<string, () => Promise<Screen>>
