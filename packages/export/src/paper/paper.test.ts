// Pages to print: whole in every language, nothing but ours in their markup, and nobody's words where they do not belong.
import fc from "fast-check"
import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { LOCALES, type Locale } from "@evenboard/words"
import type { Handout } from "../handout.ts"
import { wordsIn } from "../locale-words.ts"
import { everywhere, HIDDEN_WORDS, TAKEN_BACK_WORRY, workshop } from "../testing/workshop.ts"
import { cardKindsOf, noteCards } from "./cards.ts"
import { evening } from "./evening.ts"
import { ownWords } from "./own-words.ts"
import { runSheet } from "./run-sheet.ts"
import { joinSheet, MOST_TENTS, tableTents } from "./way-in.ts"

const KEY = "0Qh3kPz7mWx2LcV9bTn4Ys"
const way = (title: string, joinCode: string | null = "482913") => ({
  title,
  joinUrl: `https://hall.example/j/${KEY}`,
  joinCode,
  qrSvg: `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1"/></svg>`,
})
const seatAt = (handout: Handout, guest: number): string => handout.seats.find((seat) => seat.guest === guest)?.id ?? ""

function pagesOf(handout: Handout): Record<string, string> {
  const { words, session, seats } = handout
  const back = "/w/w1/print"
  const all = seats.map(({ id }) => id)
  return {
    cards: noteCards(words, session, { which: cardKindsOf(session), prompts: {}, back }),
    tents: tableTents(words, wordsIn(words.locale === "ar" ? "en" : "ar"), way(session.title), 2, back),
    join: joinSheet(words, way(session.title), back),
    host: runSheet(words, session, { prompts: {}, pledges: [], back }),
    evening: evening(handout, back),
    people: ownWords(handout, { seats: all, own: false }, back),
    mine: ownWords(handout, { seats: all.slice(1, 2), own: true }, back),
  }
}
/** What a person reads. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[^<]*<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")

describe.each(LOCALES)("in %s", (locale: Locale) => {
  test.each(Object.entries(pagesOf(workshop(locale))))("%s is a whole page for screen readers and printers", (_name, page) => {
    const words = wordsIn(locale)
    expect(page).toContain(`<html lang="${words.tag}" dir="${words.dir}">`)
    expect(page).not.toMatch(/<script|<form|\sstyle=|\son\w+=|undefined|\[object/)
    expect(page.match(/<style>/g)).toHaveLength(1)
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? ""
    expect(page).toContain(`style-src &#39;sha256-${createHash("sha256").update(style).digest("base64")}&#39;`)
    expect(style).toContain("@page{size:A4 portrait")
    expect([page.match(/<h1>/g)?.length, page.match(/<main>/g)?.length]).toEqual([1, 1])
    // Headings go down one step at a time, ids stand once, pictures have words or are passed over.
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id)
    for (const [image] of page.matchAll(/<img[^>]*>/g)) expect(image).toMatch(/alt="[^"]+"/)
    for (const [svg] of page.matchAll(/<svg[^>]*>/g)) expect(svg).toContain('aria-hidden="true"')
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toBe("/w/w1/print")
  })
})

describe("whatever people write stays words", () => {
  const TAGS =
    /^(!doctype|html|head|meta|title|style|body|header|main|section|h[1-3]|p|a|ul|ol|li|div|span|bdi|strong|br|i|img|svg|g|rect|path|circle|table|thead|tbody|tr|th|td)$/
  const isOurs = (text: string) => {
    for (const page of Object.values(pagesOf(everywhere(text)))) {
      const body = page.replace(/<style>[^<]*<\/style>/, "<style></style>")
      const tags = [...body.matchAll(/<\/?([a-z!][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<]*")?)*)\s*\/?>/g)]
      expect(body.split("<").length - 1).toBe(tags.length)
      for (const [, tag = "", attributes = ""] of tags) {
        expect(tag).toMatch(TAGS)
        for (const [, name = "", value = ""] of attributes.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
          expect(name).not.toMatch(/^(on|style$|srcset$|formaction$)/i)
          if (name === "src") expect(value).toMatch(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/)
          if (name === "href") expect(value).toBe("/w/w1/print")
        }
      }
    }
  }
  test.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><svg onload=alert(1)>",
    "<style>{style}</style>",
    "$&$'$`",
    "' onmouseover='alert(1)",
  ])("%j", isOurs)
  test("any signs", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from("<>\"'&=/ a\n`{}$\u0000;:-!")) }), isOurs), { numRuns: 30 })
  })
})

describe("the way in", () => {
  test("stands on the tents and the join sheet only, and the link itself only in the picture", () => {
    const { tents = "", join = "", ...others } = pagesOf(workshop())
    for (const page of [tents, join]) {
      expect(page).not.toContain(KEY)
      expect(Buffer.from(/base64,([^"]+)"/.exec(page)?.[1] ?? "", "base64").toString()).toContain("<svg")
      expect(textOf(page)).toContain("482 913")
      expect(textOf(page)).toContain("hall.example")
    }
    for (const page of Object.values(others)) expect(page).not.toMatch(/hall\.example|482.?913|\/j\/|\/o\//)
  })
  test("each table has its tent, with a back in its own language; without a number there is one", () => {
    const tents = (tables: number) => tableTents(wordsIn("en"), wordsIn("ar"), way("Better mornings"), tables, null)
    expect(tents(3).match(/class="a4 tent"/g)).toHaveLength(3)
    expect(textOf(tents(3))).toContain("Table 3")
    expect(tents(3).match(/<div class="face" lang="(ar|en)" dir="(rtl|ltr)">/g)).toHaveLength(6)
    expect(tents(0).match(/class="a4 tent"/g)).toHaveLength(1)
    expect(textOf(tents(0))).not.toMatch(/Table \d/)
    expect(tents(500).match(/class="a4 tent"/g)).toHaveLength(MOST_TENTS)
  })
  test("a shut door has no code on paper, and the screen says so first", () => {
    const page = joinSheet(wordsIn("en"), way("Better mornings", null), null)
    expect(textOf(page)).not.toMatch(/six digits|null/)
    expect(page).toContain(`<p class="warn">${wordsIn("en").say("print.shut")}</p>`)
  })
})

describe("note cards", () => {
  const { session } = workshop()
  const cards = (which: Parameters<typeof noteCards>[2]["which"], prompts = {}) =>
    noteCards(wordsIn("es"), session, { which, prompts, back: null })
  test("are four on a page, for each stage that asks for notes, and blank ones", () => {
    expect(cardKindsOf(session)).toEqual(["needs", "options", "matrix", "blank"])
    expect(cardKindsOf({ stages: [{ kind: "needs", prompt: "", minutes: 5 }] })).toEqual(["needs", "blank"])
    const page = cards(cardKindsOf(session))
    expect(page.match(/class="a4 cards"/g)).toHaveLength(4)
    expect(page.match(/class="card"/g)).toHaveLength(16)
  })
  test("carry the question, in the reader's language where it is a recipe's own", () => {
    expect(textOf(cards(["options"]))).toContain("What could we try, from Monday?")
    expect(textOf(cards(["matrix"], { "What could go wrong, what could go well?": "¿Qué podría salir mal?" }))).toContain(
      "¿Qué podría salir mal?",
    )
  })
  test("offer the kinds of their stage, with word and mark", () => {
    expect(textOf(cards(["matrix"]))).toMatch(/▼\s+Preocupación[\s\S]*▲\s+Esperanza/)
    expect(textOf(cards(["needs"]))).not.toContain("▼")
  })
})

test("the run sheet counts the minutes on, and tells of every step", () => {
  const words = wordsIn("en")
  const page = textOf(runSheet(words, workshop().session, { prompts: {}, pledges: ["We listen to the end"], back: null }))
  for (const from of [0, 10, 40, 70, 90, 115]) expect(page).toContain(`From minute ${from}`)
  expect(page).toContain("115 minutes in all")
  for (const { kind } of workshop().session.stages) expect(page).toContain(words.say(`print.do-${kind}`))
  expect(page).toContain("No time planned")
  expect(page).toContain("We listen to the end")
})

describe("the workshop on one page", () => {
  const page = textOf(evening(workshop(), null))
  test("says what was agreed with its worries, and who does what", () => {
    expect(page).toContain("We agree to try written briefs for three months, and to question them together.")
    expect(page).toContain("Who reads them when we are not in the room?")
    expect(page).toContain("Raised on phones: 2 can go with it, 1 worried.")
    expect(page).toContain("Counted in the room: 9 can go with it, 2 worried.")
    expect(page).toContain("Write the first two briefs")
  })
  test("names nobody, no group under three, and nothing taken back or out of sight", () => {
    expect(page).not.toMatch(/Rosa|Sam Okafor|Marlon|Guest \d/)
    expect(page).not.toContain("Family and carers")
    expect(page).not.toContain("We agree to meet every week.")
    for (const gone of [TAKEN_BACK_WORRY, HIDDEN_WORDS]) expect(page).not.toContain(gone)
  })
  test("counts what does not fit, and cuts no sentence", () => {
    const handout = workshop()
    const long = (at: number) => `We agree on number ${at}, ${"and on this too ".repeat(20)}full stop.`
    const agreements = new Map(
      Array.from({ length: 20 }, (_, at) => {
        const id = `agreementlong${String(at).padStart(3, "0")}` as never
        return [id, { id, text: long(at), rank: `a${String(at).padStart(2, "0")}`, aside: null }] as const
      }),
    )
    const full = textOf(evening({ ...handout, board: { ...handout.board, agreements } }, null))
    const shown = Array.from({ length: 20 }, (_, at) => full.includes(long(at))).filter(Boolean).length
    expect(shown).toBeGreaterThan(1)
    expect(shown).toBeLessThan(9)
    expect(full).toContain(`and ${20 - shown} more, in the whole record`)
    expect(full.match(/We agree on number/g)).toHaveLength(shown)
  })
  test("says plainly when nothing was agreed", () => {
    const handout = workshop()
    const empty = textOf(evening({ ...handout, board: { ...handout.board, agreements: new Map(), actions: new Map() } }, null))
    expect(empty).toContain("Nothing was agreed yet.")
  })
})

describe("words to take home", () => {
  const handout = workshop()
  const of = (guest: number, own = true) => textOf(ownWords(handout, { seats: [seatAt(handout, guest)], own }, null))
  test("are one's own notes, with the option that came of them, the agreement and who does it", () => {
    const rosa = of(1)
    expect(rosa).toContain("Words to take home:")
    expect(rosa).toContain("Officers write briefs, young people question them")
    expect(rosa).toMatch(/We agreed:\s+We agree to try written briefs/)
    expect(rosa).toContain("Jo and one colleague")
    expect(rosa).toContain("It stands on the board. Nothing was decided about it yet.")
  })
  test("keep a sentence whole where who does it is told in a script that runs the other way", () => {
    const arabic = workshop("ar")
    const page = textOf(ownWords(arabic, { seats: [seatAt(arabic, 1)], own: true }, null))
    expect(page).toContain("\u2068Write the first two briefs\u2069 (")
  })
  test("follow a need to the option that answers it", () => {
    expect(of(9)).toMatch(/Options that answer it:\s+Officers write briefs, young people question them/)
  })
  test("say why something was set aside, and give the first wording where others changed it", () => {
    expect(of(3)).toContain("It was set aside. Because: Many in the room do not want to join the police to be heard.")
    expect(of(2)).toMatch(/The first words were:\s+Have officers write briefs\s/)
  })
  test("of somebody without a phone are those typed for them, and the worries they said", () => {
    const marlon = of(11, false)
    expect(marlon).toContain("Marlon")
    expect(marlon).toContain("2 notes on the board")
    expect(marlon).toContain("Who reads them when we are not in the room?")
    // The scribe's own page does not have them.
    expect(of(3)).not.toContain("pan3l discussions")
  })
  test("never hold the words of another, but where the note became part of something common", () => {
    const [page, others] = [of(10), [1, 2, 4, 5, 6, 7, 8].map((guest) => seatAt(handout, guest))]
    for (const note of handout.board.notes.values()) {
      const isOthers = others.includes(handout.facts.get(note.id)?.author ?? "") && note.kind === "need"
      if (isOthers) expect(page).not.toContain(note.text)
    }
    expect(page).not.toContain(TAKEN_BACK_WORRY)
  })
  test("tell oneself, and nobody else, of one's note out of sight: number and reason, no word of it", () => {
    expect(of(2)).toContain("Note 27 was taken out of sight. Because: It named a person who is not here.")
    expect(of(2, false)).not.toContain("Note 27")
    expect(of(1)).not.toContain("Note 27")
    expect(of(2)).not.toContain(HIDDEN_WORDS)
  })
  test("are one page for each person, and say so when there is nobody", () => {
    const two = ownWords(handout, { seats: [seatAt(handout, 1), seatAt(handout, 11)], own: false }, null)
    expect(two.match(/class="leaf"/g)).toHaveLength(2)
    expect(textOf(ownWords(handout, { seats: [], own: false }, null))).toContain("Nobody without a phone is in this workshop.")
  })
})
