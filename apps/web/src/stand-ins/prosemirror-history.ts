// Stands in for prosemirror-history, which Tiptap's core imports for one call: our undo is the collaboration's, so there is no history
// to close. vite.config.ts puts it in its place; it saves 2 KB.
import type { Transaction } from "@tiptap/pm/state"

export const closeHistory = (transaction: Transaction): Transaction => transaction
