// Who would show the notes now and waits for a yes, or null.
import type { Session } from "@evenboard/session"

export const askedOf = (session: Session) => session.round?.asked ?? null
