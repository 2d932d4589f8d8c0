// How a person finds things on the screen: by the words that stand there. Knows nothing of our markup but roles.
import type { Locator, Page } from "@playwright/test"

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Begins with these words, whatever the runs of spaces between them. */
export const beginning = (words: string): RegExp => new RegExp(`^\\s*${words.trim().split(/\s+/).map(escaped).join("\\s+")}`)

/** A note: a button whose name is its words first, then number and author. The first words are enough. */
export const noteIn = (place: Page | Locator, words: string): Locator => place.getByRole("button", { name: beginning(words) })
