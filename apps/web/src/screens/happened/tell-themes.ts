// Acts on themes and links, in words.
import { DOING_NOTHING, LINK_KINDS, type ChangeKind, type LinkKind } from "@evenboard/board"
import { nameOfNote, reasonOf, textOf, themeTitle, type Act, type Reader, type Tell } from "./row-words.ts"

export const THEME_ACTS = {
  "theme-added": ({ who, target, after }, reader) => ({
    sentence: reader.words.say("happened.add-theme", { who, theme: themeTitle(target, after, reader) }),
  }),
  "theme-named": ({ who, target, before, after }, reader) => ({
    sentence: reader.words.say("happened.name-theme", { who, theme: themeTitle(target, after, reader) }),
    before: textOf(before),
  }),
  "theme-moved": ({ who, target }, reader) => ({
    sentence: reader.words.say("happened.move-theme", { who, theme: themeTitle(target, null, reader) }),
  }),
  "taken-apart": ({ who, target, before }, reader) => ({
    sentence: reader.words.say("happened.take-apart", { who, theme: themeTitle(target, before, reader) }),
  }),
  "stood-again": ({ who, target, after }, reader) => ({
    sentence: reader.words.say("happened.stand-again", { who, theme: themeTitle(target, after, reader) }),
  }),
  "theme-outcome-said": ({ who, target, after }, reader) => ({
    sentence: reader.words.say("happened.theme-outcome-said", {
      who,
      theme: themeTitle(target, null, reader),
      reason: reasonOf(after, reader.words),
    }),
  }),
  "theme-outcome-taken-back": ({ who, target }, reader) => ({
    sentence: reader.words.say("happened.theme-outcome-back", { who, theme: themeTitle(target, null, reader) }),
  }),
  linked: (act, reader) => ({ sentence: linkSentence("linked", act, reader) }),
  unlinked: (act, reader) => ({ sentence: linkSentence("unlinked", act, reader) }),
} satisfies Partial<Record<ChangeKind, Tell>>

const LINK_IDS: Record<LinkKind, "happened.link-answers" | "happened.link-about" | "happened.link-piece" | "happened.link-source"> = {
  answers: "happened.link-answers",
  about: "happened.link-about",
  piece: "happened.link-piece",
  source: "happened.link-source",
}

/** A link's key is `from>to>kind`. */
function linkSentence(did: "linked" | "unlinked", { who, target }: Act, reader: Reader): string {
  const [fromId = "", toId = "", kindWord] = target.split(">")
  const kind = LINK_KINDS.find((known) => known === kindWord)
  const from = kind === "source" ? reader.words.say("happened.an-agreement") : nameOfNote(fromId, reader)
  const to = toId === DOING_NOTHING ? reader.words.say("happened.doing-nothing") : nameOfNote(toId, reader)
  return reader.words.say(did === "linked" && kind ? LINK_IDS[kind] : "happened.unlink", { who, from, to })
}
