// Which languages an address asks for, and a recipe's own question in each of them. Pure.
import { RECIPE_PROMPTS } from "@evenboard/session"
import { isLocale, type Locale, type Words } from "@evenboard/words"

export type Spoken = { first: Locale; second: Locale | null }

/** What the address asks for; `otherwise` where it asks for nothing. The same language twice is one. */
export function spokenIn(search: string, otherwise: Locale): Spoken {
  const asked = new URLSearchParams(search)
  const [lang, and] = [asked.get("lang"), asked.get("and")]
  const first = isLocale(lang) ? lang : otherwise
  return { first, second: isLocale(and) && and !== first ? and : null }
}

/** A recipe's own question in another language; null for one that a host wrote, which stands in its own words. */
export function questionIn(words: Words, own: Words, question: string): string | null {
  const built = RECIPE_PROMPTS.find((prompt) => own.say(`recipes.prompt-${prompt}`) === question)
  return built === undefined ? null : words.say(`recipes.prompt-${built}`)
}
