// The screens that load on their own, by name. A screen is a default export; Vite makes each a chunk.
import type { ComponentType } from "react"

type Screen = { default: ComponentType }
const files = import.meta.glob<Screen>([
  "../home/home.tsx",
  "../organiser/organiser.tsx",
  "../door/door.tsx",
  "../happened/happened.tsx",
  "../log/log.tsx",
  "../hand-out/hand-out.tsx",
  "../me/me.tsx",
  "../people/people.tsx",
  "../host/host-panel.tsx",
  "../../board/needs-board.tsx",
  "../../options/options-screen.tsx",
  "../../matrix/matrix-screen.tsx",
  "../../agree/agree-screen.tsx",
])
const at = (path: string) => (): Promise<Screen> => files[path]?.() ?? Promise.reject(new Error(`no screen at ${path}`))

export const screens = {
  home: at("../home/home.tsx"),
  organiser: at("../organiser/organiser.tsx"),
  door: at("../door/door.tsx"),
  happened: at("../happened/happened.tsx"),
  log: at("../log/log.tsx"),
  handOut: at("../hand-out/hand-out.tsx"),
  me: at("../me/me.tsx"),
  people: at("../people/people.tsx"),
  hostPanel: at("../host/host-panel.tsx"),
  board: at("../../board/needs-board.tsx"),
  options: at("../../options/options-screen.tsx"),
  matrix: at("../../matrix/matrix-screen.tsx"),
  agree: at("../../agree/agree-screen.tsx"),
}
