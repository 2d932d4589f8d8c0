// How long what people type may be; the same as packages/api says, without loading its schemas onto phones.
import { TEXT_LIMITS } from "@evenboard/board"

export const LIMITS = { ...TEXT_LIMITS, name: 60, table: 40 } as const
