// Which page of the workshop stands on the screen, what is said above it, and the sheets over it.
import { useEffect, useRef, useState, type ComponentType } from "react"
import { useLocation, useParams } from "wouter"
import type { StageKind } from "@evenboard/api"
import { useSession, useWorkshopId } from "../../use-session.ts"
import { useIsReady } from "../../use-board.ts"
import { useValue } from "../../use-value.ts"
import { useWorkshop } from "../../workshop-context.ts"
import { NeedsPage } from "../../list/needs-page.tsx"
import { Sheets } from "../../note/sheets.tsx"
import { Lazily } from "./lazily.tsx"
import { NotFound } from "./not-found.tsx"
import { Ready } from "./ready.tsx"
import { Opening } from "./opening.tsx"
import { Page } from "./page.tsx"
import { screens } from "./screens.ts"

const STAGES: readonly StageKind[] = ["arrive", "needs", "options", "matrix", "agree", "after"]
const loadNotice = () => import("./notice.tsx")
const BESIDE = {
  happened: screens.happened,
  balance: screens.balance,
  log: screens.log,
  "hand-out": screens.handOut,
  door: screens.door,
  help: screens.help,
  me: screens.me,
  mine: screens.became,
  outcomes: screens.became,
  people: screens.people,
  "paper-notes": screens.paperNotes,
  host: screens.hostPanel,
  deck: screens.deck,
  check: screens.check,
}

const withReady = (Screen: ComponentType) => (
  <>
    <Screen />
    <Ready />
  </>
)

export function WorkshopPages() {
  const workshop = useWorkshop()
  const isKnown = useValue(workshop.session, (now) => now.isKnown)
  const isReady = useIsReady()
  if (!isKnown || !isReady) return <Opening />
  return workshop.boot.isScreen ? (
    <RoomPage />
  ) : (
    <>
      <CurrentPage />
      <Sheets />
    </>
  )
}

function CurrentPage() {
  const { page: asked } = useParams<{ page?: string }>()
  const room = useSession((session) => session.stage)
  // Without a page in the address I see where the room was when I came; the room moving on only tells me.
  const [came, setCame] = useState(room)
  const id = useWorkshopId()
  const [, go] = useLocation()
  const goThere = () => {
    setCame(room)
    go(`/w/${id}`)
  }
  const page = asked ?? came
  useArrival(page)
  if (page === "room") return <RoomPage />
  const stage = STAGES.find((kind) => kind === page) ?? null
  const notice = (
    <Lazily isQuiet load={loadNotice}>
      {(Notice) => <Notice page={stage} goThere={goThere} />}
    </Lazily>
  )
  if (stage) return <StagePage key={stage} stage={stage} notice={notice} />
  const beside = page in BESIDE ? BESIDE[page as keyof typeof BESIDE] : null
  return (
    <Page stage={null} notice={notice}>
      {beside ? (
        <Lazily key={page} load={beside}>
          {withReady}
        </Lazily>
      ) : (
        <NotFound />
      )}
    </Page>
  )
}

/** For a projector: nothing of the app stands around it. */
const RoomPage = () => <Lazily load={screens.room}>{(Room) => <Room />}</Lazily>

/** A new page begins at its top, and there for those who listen; the first page is left to the browser. */
function useArrival(page: string): void {
  const [first] = useState(page)
  const moved = useRef(false)
  useEffect(() => {
    if (page === first && !moved.current) return
    moved.current = true
    scrollTo(0, 0)
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true })
  }, [page, first])
}

function StagePage({ stage, notice }: { stage: StageKind; notice: React.ReactNode }) {
  if (stage === "needs") return <NeedsPage notice={notice} />
  return (
    <Page stage={stage} notice={notice}>
      <Lazily load={screens[stage]}>{withReady}</Lazily>
    </Page>
  )
}
