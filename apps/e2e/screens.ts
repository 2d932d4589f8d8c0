// Every screen there is, and how one gets there: for axe, for narrow screens and for pictures. By addresses and by words.
import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test"
import { call, join, openWorkshop, sayNeedBefore } from "./api.ts"
import { CheckPage, tryRoom } from "./pages/check.ts"
import { beginning } from "./pages/find.ts"
import { comments, QUESTION } from "./cases/london.ts"
import { MentionPart } from "./pages/mention.ts"
import { ContactPage, Needs } from "./pages/access.ts"
import { MePage } from "./pages/me.ts"
import { NeedsPage } from "./pages/needs.ts"
import { HomePage, MatrixPage, OptionsPage } from "./pages/others.ts"
import { PaperNotes } from "./pages/paper-notes.ts"
import { PastPage } from "./pages/past.ts"
import { PeopleHere } from "./pages/people-here.ts"
import { Shell } from "./pages/shell.ts"
import type { Played } from "./played.ts"
import { SIZES, type Size } from "./phones.ts"
import { wordsOf, type Locale, type Say } from "./words.ts"

export type Screen = {
  name: string
  /** Absent: on both. */
  only?: Size
  open: (page: Page, workshop: Played, locale: Locale) => Promise<void>
}

/** A browser that has its seat already: the host on the wide screen, a guest on the phone, in the language asked for. */
export async function seatedPage(
  browser: Browser,
  { server, opened, host, guest }: Played,
  options: { size: Size; locale: Locale; dark: boolean; viewport?: { width: number; height: number } },
): Promise<{ context: BrowserContext; page: Page }> {
  const { size, locale, dark, viewport } = options
  const seat = size === "wide" ? host : guest
  await call(`${server.origin}/api/workshops/${opened.workshopId}/me`, { language: locale }, seat.seatKey, "PATCH")
  const context = await browser.newContext({
    ...SIZES[size],
    ...(viewport ? { viewport } : {}),
    locale,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  })
  await context.addCookies([{ name: `eb_${opened.workshopId}`, value: seat.seatKey, url: server.origin }])
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  return { context, page }
}

/** Until the screen itself is there: no "Opening this page…" left. */
async function settled(page: Page, say: Say): Promise<void> {
  await new Shell(page, say).ready()
  await expect(page.getByText(say("shell.loading"))).toHaveCount(0)
  await expect(page.getByRole("main")).toBeVisible()
}

const workshopPage = (name: string, path: string, only?: Size): Screen => ({
  name,
  ...(only ? { only } : {}),
  open: async (page, { server, opened }, locale) => {
    await page.goto("about:blank")
    await page.goto(`${server.origin}/w/${opened.workshopId}/${path.replace("{locale}", locale)}`)
    await settled(page, wordsOf(locale))
  },
})
const serverPage = (name: string, path: (workshop: Played, locale: Locale) => string): Screen => ({
  name,
  open: async (page, workshop, locale) => {
    await page.goto(new URL(path(workshop, locale), workshop.server.origin).href)
    await expect(page.getByRole("main")).toBeVisible()
  },
})

export const PAGES: readonly Screen[] = [
  serverPage("home", () => "/"),
  {
    name: "opened",
    open: async (page, { server }, locale) => {
      await page.goto(server.origin)
      const home = new HomePage(page, wordsOf(locale))
      await home.open({ title: "Better mornings", purpose: "How mornings could begin", groups: ["service", "staff"], moreGroups: [] })
      await expect(page.getByRole("img").first()).toBeVisible()
    },
  },
  serverPage("join", ({ other }, locale) => `${other.joinUrl}?lang=${locale}`),
  serverPage("access", ({ opened }) => `/w/${opened.workshopId}/access`),
  serverPage("access-new", ({ other }, locale) => `${new URL(other.joinUrl).pathname}/access?lang=${locale}`),
  serverPage("join-shut", ({ shut }, locale) => `${shut.joinUrl}?lang=${locale}`),
  serverPage("join-again", ({ opened }, locale) => `${opened.joinUrl}?lang=${locale}`),
  serverPage("code", (_, locale) => `/join?lang=${locale}`),
  serverPage("away", () => "/away"),
  serverPage("no-such-link", () => "/j/nosuchlinkatall"),
  serverPage("plain", ({ opened }) => `/w/${opened.workshopId}/plain`),
  serverPage("print", ({ opened }, locale) => `/w/${opened.workshopId}/print?lang=${locale}`),
  ...["cards", "tents?tables=2&and=ar", "join", "host", "evening", "mine"].map((sheet) =>
    serverPage(`print-${sheet.split("?")[0]}`, ({ opened }, locale) => {
      const path = `/w/${opened.workshopId}/print/${sheet}`
      return `${path}${path.includes("?") ? "&" : "?"}lang=${locale}`
    }),
  ),
  {
    // A file to save, as it opens.
    name: "my-data",
    open: async (page, { server, opened }, locale) => {
      const file = await page.request.get(`${server.origin}/api/workshops/${opened.workshopId}/me/data.html?lang=${locale}`)
      await page.goto("about:blank")
      await page.setContent(await file.text())
      await expect(page.getByRole("main")).toBeVisible()
    },
  },
  {
    name: "organiser",
    open: async (page, { opened }, locale) => {
      await page.goto("about:blank")
      await page.goto(opened.organiserUrl)
      await expect(page.getByRole("heading", { name: wordsOf(locale)("organiser.plan"), exact: true })).toBeVisible()
    },
  },
  {
    name: "organiser-needs",
    open: async (page, { other }, locale) => {
      await page.goto("about:blank")
      await page.goto(other.organiserUrl)
      await new Needs(page, wordsOf(locale)).renew("Ana Ruiz")
    },
  },
  {
    name: "access-mine",
    open: async (page, { server, other }, locale) => {
      const form = { words: "Large print, and a seat near the front.", reach: "Nadia, 07700 900321" }
      const link = await sayNeedBefore(server.origin, other, form)
      const seat = await join(server.origin, other, { name: "Nadia" })
      await page.context().addCookies([{ name: `eb_${other.workshopId}`, value: seat.seatKey, url: server.origin }])
      await page.goto(`${link}?lang=${locale}`)
      await expect(page.getByRole("button", { name: wordsOf(locale)("access.mine"), exact: true })).toBeVisible()
      await page.context().clearCookies({ name: `eb_${other.workshopId}` })
    },
  },
  {
    name: "contact",
    open: (page, { contactUrl }, locale) => new ContactPage(page, wordsOf(locale)).open(contactUrl),
  },
  {
    name: "contact-read",
    open: async (page, { contactUrl }, locale) => {
      const contact = new ContactPage(page, wordsOf(locale))
      await contact.open(contactUrl)
      await contact.read()
    },
  },
  {
    name: "arrive",
    open: async (page, workshop, locale) => {
      await workshopPage("arrive", "arrive").open(page, workshop, locale)
      await expect(page.getByRole("heading", { name: wordsOf(locale)("together.title"), exact: true })).toBeVisible()
    },
  },
  workshopPage("needs-list", "needs", "phone"),
  workshopPage("needs-board", "needs", "wide"),
  {
    name: "needs-list-wide",
    only: "wide",
    open: async (page, { server, opened }, locale) => {
      await page.goto(`${server.origin}/w/${opened.workshopId}/needs`)
      await settled(page, wordsOf(locale))
      await new NeedsPage(page, wordsOf(locale)).asList()
    },
  },
  workshopPage("deck", "deck"),
  workshopPage("options", "options"),
  workshopPage("matrix", "matrix"),
  {
    name: "matrix-table",
    only: "wide",
    open: async (page, { server, opened }, locale) => {
      const say = wordsOf(locale)
      await page.goto(`${server.origin}/w/${opened.workshopId}/matrix`)
      await settled(page, say)
      await new MatrixPage(page, say).press("matrix.as-table")
    },
  },
  workshopPage("agree", "agree"),
  workshopPage("after", "after"),
  workshopPage("host", "host"),
  workshopPage("help", "help"),
  workshopPage("people", "people"),
  {
    name: "paper-notes",
    open: async (page, { server, opened }, locale) => {
      await page.goto(`${server.origin}/w/${opened.workshopId}/paper-notes`)
      const say = wordsOf(locale)
      await settled(page, say)
      const paper = new PaperNotes(page, say)
      await paper.whose.focus()
      await paper.card({ who: "Old Tom", words: "Come to the youth club on a Friday. Nobody reads letters." })
      await paper.card({ who: "2", words: "Pay the bus home. The last one goes at nine." })
      await paper.type("Mrs")
      await expect(page.getByRole("option").first()).toBeVisible()
    },
  },
  workshopPage("me", "me"),
  {
    name: "me-delete",
    open: async (page, { server, opened }, locale) => {
      const say = wordsOf(locale)
      await page.goto(`${server.origin}/w/${opened.workshopId}/me`)
      await settled(page, say)
      await new MePage(page, say).unfold("mydata.delete")
      await expect(page.getByRole("radio", { name: say("mydata.level-words") })).toBeVisible()
    },
  },
  {
    name: "me-support",
    only: "phone",
    open: async (page, { server, opened, host, guest }, locale) => {
      const say = wordsOf(locale)
      await call(`${server.origin}/api/workshops/${opened.workshopId}/supporters/${host.seatId}`, undefined, guest.seatKey, "PUT")
      await page.goto(`${server.origin}/w/${opened.workshopId}/me`)
      await settled(page, say)
      await new MePage(page, say).unfold("me.support-title")
      await page.getByRole("button", { name: say("me.support-choose"), exact: true }).click()
      await expect(page.getByRole("group", { name: say("me.support-who") })).toBeVisible()
    },
  },
  workshopPage("mine", "mine"),
  workshopPage("outcomes", "outcomes"),
  workshopPage("happened", "happened"),
  { name: "then", open: async (page, workshop, locale) => void (await boardThen(page, workshop, locale)) },
  workshopPage("balance", "balance"),
  workshopPage("log", "log"),
  workshopPage("hand-out", "hand-out"),
  workshopPage("door", "door"),
  workshopPage("check", "check", "phone"),
  {
    name: "check-host",
    only: "wide",
    open: async (page, { server, opened }, locale) => {
      const say = wordsOf(locale)
      await page.goto(`${server.origin}/w/${opened.workshopId}/check`)
      await settled(page, say)
      const check = new CheckPage(page, say)
      const phone = await page.context().newPage()
      await tryRoom(phone, await check.link(), say)
      await phone.close()
      await expect(check.phones.first()).toBeVisible()
      await expect(check.main.getByText(say("check.measuring"))).toHaveCount(0)
      await check.wifi("Hall guests", "tea and cake")
    },
  },
  {
    name: "check-phone",
    only: "phone",
    open: async (page, { server, opened, host }, locale) => {
      const { url } = await call<{ url: string }>(
        `${server.origin}/api/workshops/${opened.workshopId}/check`,
        { page: "forpictures" },
        host.seatKey,
      )
      await tryRoom(page, `${url}?lang=${locale}`, wordsOf(locale))
    },
  },
  serverPage("check-over", (_, locale) => `/check/nosuchcheck?lang=${locale}`),
  workshopPage("room-join", "room?lang={locale}"),
  workshopPage("room-prompt", "room?lang={locale}&and=es#prompt", "wide"),
  workshopPage("room-themes", "room?lang={locale}#themes", "wide"),
  workshopPage("room-plane", "room?lang={locale}#plane", "wide"),
  workshopPage("room-agreed", "room?lang={locale}#agreed", "wide"),
]

/** A sheet over a page of the workshop. */
const sheet = (name: string, path: string, open: (page: Page, say: Say, workshop: Played) => Promise<void>): Screen => ({
  name,
  open: async (page, workshop, locale) => {
    const say = wordsOf(locale)
    await page.goto(`${workshop.server.origin}/w/${workshop.opened.workshopId}/${path}`)
    await settled(page, say)
    await open(page, say, workshop)
    await expect(page.getByRole("dialog")).toBeVisible()
    await expect(page.getByRole("dialog").getByText(say("shell.loading"))).toHaveCount(0)
  },
})
/** Me, Mrs Okafor and Old Tom on one phone, with a note of hers to be read back and the words of the other to hand over. */
async function withThree(page: Page, say: Say, needsPage: string): Promise<void> {
  const here = new PeopleHere(page, say)
  const needs = new NeedsPage(page, say)
  await needs.button("board.add").click()
  await expect(here.adding).toBeVisible()
  for (const name of ["Mrs Okafor", "Old Tom"]) if (!(await here.chip(name).isVisible())) await here.pick(name)
  await expect(page).toHaveURL(needsPage)
  await here.turnTo("Mrs Okafor")
  await needs.sheet.locator("textarea[data-start]").fill("I would come if it was not in the police station")
  await needs.sheet.getByRole("button", { name: say("several.add-note", { name: "Mrs Okafor" }), exact: true }).click()
  await expect(needs.sheet.getByRole("button", { name: say("several.right", { name: "Mrs Okafor" }), exact: true })).toBeVisible()
}
const noteSheet = (name: string, command: string | null): Screen =>
  sheet(name, "needs", async (page, say, { note }) => {
    const needs = new NeedsPage(page, say)
    await needs.open(note)
    if (command) await needs.choose(command)
  })
const pressed = (name: string, path: string, id: string): Screen =>
  sheet(name, path, (page, say) =>
    page
      .getByRole("main")
      .getByRole("button", { name: say(id), exact: true })
      .first()
      .click(),
  )

/** A room of its own, where everything that can stand above a page stands there at once, as a guest sees it. */
const notices: Screen = {
  name: "safe-notices",
  open: async (page, { server: { origin } }, locale) => {
    const opened = await openWorkshop(origin, { title: "Better mornings", groups: ["Residents", "Staff"] })
    const at = `${origin}/api/workshops/${opened.workshopId}`
    const seats = []
    for (const name of ["Farah", "Rosa", "Sam"]) seats.push(await join(origin, opened, { name, showName: true, language: locale }))
    const [host, guest, sam] = seats.map(({ seatKey }) => seatKey)
    const intent = (body: object, key: string | undefined) => call(`${at}/intents`, { id: crypto.randomUUID(), ...body }, key)
    const notes = []
    for (const text of ["The bus stops at six", "Something with a private address in it", "Somebody at my door at eight"])
      notes.push((await call<{ noteId: string }>(`${at}/notes`, { text, kind: "need" }, guest)).noteId)
    await intent({ type: "move-stage", to: "needs" }, host)
    await intent({ type: "hide-note", noteId: notes[1], reason: "It named where somebody lives" }, host)
    await intent({ type: "propose-hide", noteId: notes[2], reason: "It could tell whose door" }, sam)
    await intent({ type: "ask-help", what: "word", word: "SLA" }, sam)
    await intent({ type: "pause" }, host)
    await page.context().addCookies([{ name: `eb_${opened.workshopId}`, value: guest ?? "", url: origin }])
    await page.goto(`${origin}/w/${opened.workshopId}/needs`)
    const say = wordsOf(locale)
    await settled(page, say)
    await call(`${at}/removal`, { seatId: seats[2]?.seatId, confirmer: seats[1]?.seatId }, host)
    await expect(page.getByText(say("safe.removal-what"), { exact: true })).toBeVisible()
    await expect(page.getByText(say("safe.told-word", { word: "SLA" }), { exact: true })).toBeVisible()
  },
}

/** A room of its own, where the host asks whether there is anyone we have not heard, as somebody sees it who has added nothing. */
const unheard: Screen = {
  name: "unheard",
  open: async (page, { server: { origin } }, locale) => {
    const opened = await openWorkshop(origin, { title: "Better mornings", groups: ["Residents", "Staff"] })
    const at = `${origin}/api/workshops/${opened.workshopId}`
    const host = await join(origin, opened, { name: "Farah", showName: true })
    const quiet = await join(origin, opened, { name: "Rosa", language: locale })
    const intent = (body: object) => call(`${at}/intents`, { id: crypto.randomUUID(), ...body }, host.seatKey)
    await intent({ type: "move-stage", to: "needs" })
    for (const text of ["The bus stops at six", "Somebody at my door at eight"])
      await call(`${at}/notes`, { text, kind: "need" }, host.seatKey)
    await intent({ type: "ask-quiet" })
    await page.context().addCookies([{ name: `eb_${opened.workshopId}`, value: quiet.seatKey, url: origin }])
    await page.goto(`${origin}/w/${opened.workshopId}/needs`)
    const say = wordsOf(locale)
    await settled(page, say)
    await expect(page.getByText(say("unheard.offer"), { exact: true })).toBeVisible()
  },
}

/** A room of its own, where whoever looks hosts, and sees where a name stands. */
const nameOut: Screen = {
  name: "host-name-out",
  open: async (page, { server: { origin } }, locale) => {
    const opened = await openWorkshop(origin, { title: "Young people and policing", purpose: QUESTION, language: locale })
    const at = `${origin}/api/workshops/${opened.workshopId}`
    const host = await join(origin, opened, { name: "Farah", showName: true, language: locale })
    for (const { words: text } of comments.slice(0, 18)) await call(`${at}/notes`, { text, kind: "need" }, host.seatKey)
    for (const text of [
      "PC Barnaby said we could come on Fridays, and then nobody was there",
      "Ask Barnaby why",
      "قال لي السيد Barnaby إن الباب مغلق",
    ])
      await call(`${at}/notes`, { text, kind: "need" }, host.seatKey)
    await page.context().addCookies([{ name: `eb_${opened.workshopId}`, value: host.seatKey, url: origin }])
    await page.goto(`${origin}/w/${opened.workshopId}/host`)
    const say = wordsOf(locale)
    await settled(page, say)
    await new MentionPart(page, say).look("Barnaby")
  },
}

/** The board as it stood a good way back. */
async function boardThen(page: Page, workshop: Played, locale: Locale): Promise<PastPage> {
  await workshopPage("then", "happened#then").open(page, workshop, locale)
  const past = new PastPage(page, wordsOf(locale))
  await expect(past.slider).toBeVisible()
  // Screens before this one may have added notes: while nothing else is other, there is nothing to bring back.
  const back = past.button("history.restore-page")
  for (let n = 0; n < 60 && (n < 6 || !(await back.isVisible())); n++) await past.slider.press("ArrowDown")
  await expect(back).toBeVisible()
  return past
}

export const SHEETS: readonly Screen[] = [
  nameOut,
  {
    name: "then-restore",
    open: async (page, workshop, locale) => {
      await (await boardThen(page, workshop, locale)).button("history.restore-page").click()
      await expect(page.getByRole("dialog")).toBeVisible()
    },
  },
  sheet("more", "needs", async (page, say) => void (await new Shell(page, say).openMore())),
  sheet("composer", "needs", async (page, say) => {
    await new NeedsPage(page, say).button("board.add").click()
    await expect(page.getByRole("dialog").getByRole("textbox").first()).toBeVisible()
  }),
  sheet("composer-add-person", "needs", async (page, say) => {
    await new NeedsPage(page, say).button("board.add").click()
    await new PeopleHere(page, say).openPanel()
  }),
  sheet("composer-several", "needs", (page, say, { server, opened }) =>
    withThree(page, say, `${server.origin}/w/${opened.workshopId}/needs`),
  ),
  sheet("arrive-pledge", "arrive", async (page, say) => {
    await page
      .getByRole("button", { name: say("together.change"), exact: true })
      .first()
      .click()
    await expect(page.getByRole("dialog").getByRole("textbox")).toBeVisible()
  }),
  {
    // Who hosts there has written theirs.
    only: "phone",
    ...sheet("arrive-first", "arrive", async (page, say) => {
      await page.getByRole("button", { name: say("together.first-do"), exact: true }).click()
      await expect(page.getByRole("dialog").getByRole("textbox")).toBeVisible()
    }),
  },
  noteSheet("note", null),
  noteSheet("note-words", "change-words"),
  noteSheet("note-move", "move"),
  noteSheet("note-like", "put-together"),
  noteSheet("note-link", "link"),
  noteSheet("note-aside", "set-aside"),
  ...([null, "stack", "leave-stack", "take-stack-apart"] as const).map((command) =>
    sheet(command === null ? "stack" : `stack-${command}`, "needs", async (page, say, { stack }) => {
      const needs = new NeedsPage(page, say)
      await needs.open(stack)
      if (command) await needs.choose(command)
      // As people look for what says the same, in a hall's notes.
      if (command === "stack") await page.getByRole("dialog").getByRole("searchbox").fill("conversation")
    }),
  ),
  sheet("keys", "needs", async (page, say, { note }) => {
    await new NeedsPage(page, say).note(note).first().focus()
    await page.keyboard.press("?")
  }),
  sheet("theme", "needs", async (page, say, { theme }) => {
    const needs = new NeedsPage(page, say)
    if (await needs.board.isVisible()) await needs.column(theme).getByRole("heading").getByRole("button").click()
    else await needs.openTheme(theme)
  }),
  pressed("deck-other", "deck", "deck.another"),
  pressed("deck-new", "deck", "deck.new"),
  sheet("theme-join", "needs", async (page, say, { theme }) => {
    const needs = new NeedsPage(page, say)
    if (await needs.board.isVisible()) await needs.column(theme).getByRole("heading").getByRole("button").click()
    else await needs.openTheme(theme)
    await needs.choose("join-themes")
  }),
  pressed("option-add", "options", "options.add"),
  pressed("option-from-theme", "options", "options.from-theme"),
  sheet("option-needs", "options", async (page, say, { option }) => {
    await new OptionsPage(page, say)
      .option(option)
      .getByRole("button", { name: say("options.answers-choose") })
      .click()
    // A long list scrolls behind the button at its foot, which would half hide one of its boxes just now.
    await page.getByRole("dialog").getByRole("searchbox").fill("conversation")
  }),
  sheet("option-description", "options", async (page, say, { option }) => {
    await new OptionsPage(page, say)
      .option(option)
      .getByRole("button", { name: say("options.changes-write"), exact: true })
      .click()
    await expect(page.getByRole("dialog").getByRole("textbox")).toBeVisible()
  }),
  pressed("worry-add", "matrix", "matrix.add-worry"),
  sheet("place", "matrix", async (page, say) => {
    const main = page.getByRole("main")
    const row = main.getByRole("button", { name: say("matrix.place-this"), exact: true })
    if (await row.first().isVisible()) await row.first().click()
    else
      await main
        .getByRole("table")
        .getByRole("button", { name: beginning("Nobody answers for months") })
        .click()
  }),
  pressed("agree-add", "agree", "agree.add"),
  pressed("agree-count", "agree", "agree.count"),
  pressed("agree-worry", "agree", "agree.worry-say"),
  pressed("agree-action", "agree", "agree.action-add"),
  noteSheet("note-hide", "hide-note"),
  notices,
  unheard,
]
