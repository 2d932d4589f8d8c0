// The screens that load on their own, by name. A screen is a default export; Vite makes each a chunk.
import type { ComponentType } from "react"

type Screen = { default: ComponentType }

export const screens = {
  home: () => import("../home/home.tsx"),
  organiser: () => import("../organiser/organiser.tsx"),
  door: () => import("../door/door.tsx"),
  happened: () => import("../happened/happened.tsx"),
  balance: () => import("../balance/balance.tsx"),
  log: () => import("../log/log.tsx"),
  handOut: () => import("../hand-out/hand-out.tsx"),
  check: () => import("../check/check.tsx"),
  help: () => import("../help/help.tsx"),
  me: () => import("../me/me.tsx"),
  notHere: () => import("../kept/not-here.tsx"),
  room: () => import("../room/room.tsx"),
  became: () => import("../outcomes/pages.tsx"),
  people: () => import("../people/people.tsx"),
  paperNotes: () => import("../paper-notes/paper-notes.tsx"),
  hostPanel: () => import("../host/host-panel.tsx"),
  arrive: () => import("../arrive/arrive.tsx"),
  after: () => import("../arrive/after.tsx"),
  deck: () => import("../../deck/deck.tsx"),
  board: () => import("../../board/needs-board.tsx"),
  options: () => import("../../options/options-screen.tsx"),
  matrix: () => import("../../matrix/matrix-screen.tsx"),
  agree: () => import("../../agree/agree-screen.tsx"),
} satisfies Record<string, () => Promise<Screen>>
