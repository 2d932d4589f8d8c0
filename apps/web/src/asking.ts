// Who asks to host while the host is away. Pure.
import type { Session } from "@evenboard/session"

/** A host who came back answers the question by being here, and the end of the workshop answers it too. */
export const askingNow = ({ asking, host, ended }: Pick<Session, "asking" | "host" | "ended">, here: ReadonlySet<string>): string | null =>
  ended || asking === null || (host !== null && here.has(host)) ? null : asking.seat
