// How React reads the process and the people, and asks the server for what must be decided in one place.
import { useCallback, type ReactNode } from "react"
import type { Session, SessionEvent } from "@evenboard/session"
import type { OwnSeat, StageKind } from "@evenboard/api"
import type { IntentBody, IntentResult, LineState, People, SaveState } from "./connect/open-workshop.ts"
import { askingNow } from "./asking.ts"
import { useAnnounce } from "./ui/announcer.tsx"
import { useUi } from "./ui-store.ts"
import { useValue } from "./use-value.ts"
import { useWords } from "./words.tsx"
import { useWorkshop } from "./workshop-context.ts"

export type { IntentBody, IntentResult }

export function useSession<T>(select: (session: Session) => T): T {
  const workshop = useWorkshop()
  const read = useCallback((now: { session: Session }) => select(now.session), [select])
  return useValue(workshop.session, read)
}

/** What a stage asks: a recipe's own question in my language, a host's question in the host's words. Empty when it asks nothing. */
export function usePrompt(stage: StageKind | null | undefined): string {
  const { prompts } = useWorkshop().boot
  const prompt = useSession(useCallback((session) => session.stages.find(({ kind }) => kind === stage)?.prompt ?? "", [stage]))
  return Object.hasOwn(prompts, prompt) ? (prompts[prompt] ?? prompt) : prompt
}

const eventsOf = (now: { events: readonly SessionEvent[] }) => now.events
/** The whole session log, oldest first. */
export const useEvents = (): readonly SessionEvent[] => useValue(useWorkshop().session, eventsOf)

export function usePeople(): People {
  return useValue(useWorkshop().people)
}

/** How many people are here: connected, or with a place that somebody opened for them. As the list of who is here counts them. */
export function useCountHere(): number {
  const connected = useValue(useWorkshop().people, connectedOf)
  return connected + useSession(withoutPhoneOf)
}
const connectedOf = ({ here }: People): number => here.size
const withoutPhoneOf = ({ withoutPhone }: Session): number => withoutPhone.size

/** What I changed about myself by HTTP, told to this phone at once. */
export const useSetMe = (): ((me: OwnSeat) => void) => useWorkshop().setMe

/** Asks the server; where it says no, its sentence is shown and announced. `written-for` is kept until it is done. */
export function useIntent(): (body: IntentBody) => Promise<IntentResult> {
  const workshop = useWorkshop()
  const words = useWords()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  return useCallback(
    async (body) => {
      const result = await workshop.intent(body)
      if (result.ok) return result
      const { isKept } = result
      const later = isKept ? "save.kept-for-later" : "save.not-kept-author"
      const say = result.title ?? words.say(isKept === undefined ? "save.no-answer" : later)
      showResult({ say, undo: null })
      announce(say)
      return result
    },
    [workshop, words, announce, showResult],
  )
}

/** The server's clock (ms), right on phones whose own is wrong. */
export const useServerNow = (): (() => number) => useWorkshop().now
export const useWorkshopId = (): string => useWorkshop().id

export function useIsHost(): boolean {
  const { id } = usePeople().me
  return useSession((session) => session.host) === id
}

/** While the room is paused, and once the workshop has ended, everything can be read and nothing changed. Every composer, command, key and drag asks this. */
export const mayWrite = (session: Session): boolean => !session.ended && !session.paused
export const useMayWrite = (): boolean => useSession(mayWrite)
/** Shows what changes something only while that is possible; an open sheet of it goes when the workshop ends. */
export const WhileOpen = ({ children }: { children: ReactNode }): ReactNode => (useMayWrite() ? children : null)

/** The seat that asks to host while the host is away. */
export function useAsking(): string | null {
  const { here } = usePeople()
  return useSession(useCallback((session: Session) => askingNow(session, here), [here]))
}

export const useSaveState = (): SaveState => useValue(useWorkshop().save)
export const useLine = (): LineState => useValue(useWorkshop().line)
