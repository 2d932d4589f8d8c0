// Coming in: without JavaScript, in four languages, and coming back to the same seat. What people see, on a phone's screen.
import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test"
import { call, exported, join, keyOf, openWorkshop, type Opened } from "../api.ts"
import { JoinPage } from "../pages/join-page.ts"
import { TestServer } from "../server.ts"
import { wordsOf, type Locale } from "../words.ts"

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const TITLE = "Better mornings"
const en = wordsOf("en")

let server: TestServer
let opened: Opened

test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: TITLE, purpose: "How mornings could begin", groups: ["Residents", "Staff"] })
  // The first seat hosts, and is nobody in these tests.
  await join(server.origin, opened, { name: "Rosa", showName: true })
})
test.afterAll(() => server.dispose())

const contexts: BrowserContext[] = []
test.afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
})

async function phone(
  browser: Browser,
  options: { scripts?: boolean; locale?: Locale; kept?: Awaited<ReturnType<BrowserContext["storageState"]>> } = {},
): Promise<Page> {
  const { scripts = true, locale = "en", kept } = options
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: scripts, locale, ...(kept ? { storageState: kept } : {}) })
  contexts.push(context)
  return context.newPage()
}

type Me = {
  id: string
  guest: number
  name: string | null
  ownName: string
  credit: string
  language: string
  group: string | null
  table: string | null
}
/** Who this browser is, as the server knows it by the cookie. */
async function me(page: Page): Promise<Me> {
  const answer = await page.request.get(`${server.origin}/api/workshops/${opened.workshopId}/me`)
  expect(answer.status()).toBe(200)
  return (await answer.json()) as Me
}

for (const locale of ["en", "es", "pt", "ar"] as const) {
  test(`without JavaScript, in ${locale}: join, and add a note that everyone sees`, async ({ browser }) => {
    const say = wordsOf(locale)
    const page = await phone(browser, { scripts: false, locale })
    const door = new JoinPage(page, say)
    // The workshop's language is English; each person may choose their own.
    await door.open(opened.joinUrl, locale)
    await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr")
    await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible()
    await expect(page.getByText(say("join.keep-nobody"))).toBeVisible()
    await expect(page.getByRole("navigation").getByRole("link")).toHaveText(["English", "Español", "Português", "العربية"])
    await door.name.fill("Ana")
    await page.getByText(say("join.more")).click()
    await page.getByRole("radio", { name: "Staff" }).check()
    await door.sitAt("2")
    await door.joinButton.click()

    await expect(page).toHaveURL(new RegExp(`/w/${opened.workshopId}/plain$`))
    expect(await me(page)).toMatchObject({ ownName: "Ana", credit: "none", name: null, language: locale, group: "Staff", table: "2" })
    const words = `Without JavaScript, in ${locale}`
    await page.getByLabel(say("plain.text"), { exact: true }).fill(words)
    await page.getByLabel(say("plain.kind"), { exact: true }).selectOption("offer")
    await page.getByRole("button", { name: say("plain.send") }).click()
    await expect(page.getByRole("status")).toBeVisible()
    const note = page.getByRole("listitem").filter({ hasText: words })
    await expect(note).toContainText(say("common.kind-offer"))
    await expect(note).toContainText(say("common.guest", { number: (await me(page)).guest }))
  })
}

test("the join page is at most 14 KB as sent, in every language", async () => {
  for (const locale of ["en", "es", "pt", "ar"]) {
    const answer = await fetch(`${opened.joinUrl}?lang=${locale}`, { headers: { "accept-encoding": "identity" } })
    const page = new Uint8Array(await answer.arrayBuffer())
    const packed = new Response(new Blob([page]).stream().pipeThrough(new CompressionStream("gzip")))
    expect((await packed.arrayBuffer()).byteLength, locale).toBeLessThanOrEqual(14 * 1024)
    const sent = await fetch(`${opened.joinUrl}?lang=${locale}`, { headers: { "accept-encoding": "br" } })
    expect(sent.headers.get("content-encoding")).toBe("br")
  }
})

test("the same seat after closing the browser, and after scanning the code again", async ({ browser }) => {
  const page = await phone(browser)
  const door = new JoinPage(page, en)
  await door.open(opened.joinUrl)
  await door.join({ name: "Ibrahim" })
  const before = await me(page)
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/w/${opened.workshopId}`))
  // What a browser keeps when it is closed: its cookies that last, and storage.
  const kept = await page.context().storageState()
  expect(kept.cookies.every((cookie) => cookie.httpOnly && cookie.sameSite === "Lax" && cookie.expires > Date.now() / 1000)).toBe(true)
  await page.context().close()

  const again = await phone(browser, { kept })
  await again.goto(`${server.origin}/w/${opened.workshopId}`)
  expect((await me(again)).id).toBe(before.id)

  const scanned = new JoinPage(again, en)
  await scanned.open(opened.joinUrl)
  await expect(again.getByRole("heading", { name: en("join.back-named", { name: "Ibrahim" }) })).toBeVisible()
  await expect(scanned.joinButton).toHaveCount(0)
  await again.getByRole("link", { name: en("join.back-go") }).click()
  await expect(again).toHaveURL(new RegExp(`/w/${opened.workshopId}`))
  expect((await me(again)).id).toBe(before.id)
})

test("sending the join form a second time gives the same seat", async ({ browser }) => {
  const page = await phone(browser, { scripts: false })
  const door = new JoinPage(page, en)
  await door.open(opened.joinUrl)
  await door.join({ name: "Twice" })
  const { id } = await me(page)
  await expect(page).toHaveURL(/plain$/)
  await page.goto(opened.joinUrl)
  await expect(page.getByRole("link", { name: en("join.back-go") })).toBeVisible()
  const form = { name: "Twice", language: "en" }
  await page.request.post(opened.joinUrl, { form, headers: { origin: server.origin } })
  expect((await me(page)).id).toBe(id)
})

test("three words bring the same person back on another phone, and wrong words say so", async ({ browser }) => {
  const first = await phone(browser, { scripts: false })
  const door = new JoinPage(first, en)
  await door.open(opened.joinUrl)
  await door.join({ name: "Lindiwe", showName: true })
  const { id } = await me(first)
  await first.getByText(en("plain.words"), { exact: true }).click()
  await first.getByRole("button", { name: en("plain.words-go") }).click()
  const [begin = "", end = ""] = en("plain.words-are", { code: "…" }).split("…")
  const said = (await first.getByRole("status").textContent()) ?? ""
  const threeWords = said.replace(begin, "").replace(end, "").trim()
  expect(threeWords.split(/\s+/)).toHaveLength(3)

  const second = await phone(browser, { scripts: false })
  const other = new JoinPage(second, en)
  await other.open(opened.joinUrl)
  await other.comeBack("three wrong words")
  await expect(second.getByRole("alert")).toHaveText(en("problems.wrong-return-code"))
  await second.getByLabel(en("join.return-words")).fill(`  ${threeWords.toUpperCase()} `)
  await second.getByRole("button", { name: en("join.return-go") }).click()
  await expect(second).toHaveURL(new RegExp(`/w/${opened.workshopId}/plain$`))
  expect((await me(second)).id).toBe(id)
  expect((await me(first)).id).toBe(id)
})

test("by the six digits: what the workshop is stands there before joining; a wrong code says so", async ({ browser }) => {
  const page = await phone(browser, { scripts: false })
  await page.goto(`${server.origin}/join`)
  await page.getByLabel(en("join.code"), { exact: true }).fill(opened.joinCode === "111111" ? "222222" : "111111")
  await page.getByRole("button", { name: en("join.code-go") }).click()
  await expect(page.getByRole("alert")).toHaveText(en("problems.wrong-code"))
  await page.getByLabel(en("join.code"), { exact: true }).fill(`${opened.joinCode.slice(0, 3)} ${opened.joinCode.slice(3)}`)
  await page.getByRole("button", { name: en("join.code-go") }).click()
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible()
  await new JoinPage(page, en).join()
  expect((await me(page)).ownName).toBe("")
})

test("a shut door lets nobody new in, and whoever is inside comes and goes", async ({ browser }) => {
  const inside = await phone(browser, { scripts: false })
  await new JoinPage(inside, en).open(opened.joinUrl)
  await new JoinPage(inside, en).join({ name: "Inside" })
  const door = (open: boolean) => call(`${server.origin}/api/workshops/${opened.workshopId}/organiser/door`, { open }, opened.organiserKey)
  const waiting = await phone(browser, { scripts: false })
  await new JoinPage(waiting, en).open(opened.joinUrl)
  await door(false)
  try {
    // Somebody who had the form open when the door was shut, and somebody who comes now.
    await new JoinPage(waiting, en).joinButton.click()
    await expect(waiting.getByRole("heading", { name: en("join.shut"), exact: true })).toBeVisible()
    const outside = await phone(browser, { scripts: false })
    await new JoinPage(outside, en).open(opened.joinUrl)
    await expect(outside.getByRole("heading", { name: en("join.shut"), exact: true })).toBeVisible()
    await expect(outside.getByText(en("join.shut-ask", { host: "Rosa" }))).toBeVisible()
    await expect(new JoinPage(outside, en).joinButton).toHaveCount(0)
    await inside.goto(`${server.origin}/w/${opened.workshopId}`)
    await expect(inside.getByRole("heading", { level: 1, name: TITLE })).toBeVisible()
  } finally {
    await door(true)
  }
  await waiting.getByRole("link", { name: en("join.again") }).click()
  await expect(new JoinPage(waiting, en).joinButton).toBeVisible()
})

test("an old link leads nowhere, and says so on a page", async ({ browser }) => {
  const page = await phone(browser, { scripts: false })
  await page.goto(`${server.origin}/j/nosuchkeyatall`)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en("problems.not-found"))
})

test("a name stands on notes only when its owner ticked the box: on the board, on phones and in every export", async ({ browser }) => {
  const hidden = await phone(browser, { scripts: false })
  await new JoinPage(hidden, en).open(opened.joinUrl)
  await new JoinPage(hidden, en).join({ name: "Secretname" })
  const shown = await phone(browser, { scripts: false })
  await new JoinPage(shown, en).open(opened.joinUrl)
  await new JoinPage(shown, en).join({ name: "Openname", showName: true })
  for (const [page, words] of [
    [hidden, "By somebody hidden"],
    [shown, "By somebody open"],
  ] as const) {
    await page.getByLabel(en("plain.text"), { exact: true }).fill(words)
    await page.getByRole("button", { name: en("plain.send") }).click()
    await expect(page.getByRole("status")).toBeVisible()
  }
  const { guest } = await me(hidden)
  const credited = en("common.guest", { number: guest })
  await shown.reload()
  await expect(shown.getByRole("listitem").filter({ hasText: "By somebody hidden" })).toContainText(credited)
  await expect(shown.getByRole("listitem").filter({ hasText: "By somebody open" })).toContainText("Openname")
  expect(await shown.content()).not.toContain("Secretname")

  const outsider = await join(server.origin, opened)
  for (const format of ["html", "md", "csv", "json"]) {
    const file = await exported(server.origin, opened.workshopId, format, outsider.seatKey)
    expect(file, format).toContain("Openname")
    expect(file, format).toContain("By somebody hidden")
    expect(file, format).not.toContain("Secretname")
    // In the JSON the person is a number; the file's reader makes the words of it.
    if (format !== "json") expect(file, format).toContain(credited)
  }

  // A mind can be changed, both ways, and every file follows.
  const change = async (page: Page, showName: boolean) => {
    const at = `${server.origin}/api/workshops/${opened.workshopId}/me`
    expect((await page.request.patch(at, { data: { showName }, headers: { origin: server.origin } })).status()).toBe(200)
  }
  await change(shown, false)
  await change(hidden, true)
  const after = await exported(server.origin, opened.workshopId, "md", outsider.seatKey)
  expect(after).not.toContain("Openname")
  expect(after).toContain("Secretname")
})

test("a browser too old for the app gets the plain page, and its note stands with the others", async ({ browser }) => {
  const page = await phone(browser, { scripts: false })
  const { seatKey } = await join(server.origin, opened)
  await call(`${server.origin}/api/workshops/${opened.workshopId}/notes`, { text: "Said by a program", kind: "need" }, seatKey)
  await new JoinPage(page, en).open(opened.joinUrl)
  await new JoinPage(page, en).join()
  await page.getByLabel(en("plain.for"), { exact: true }).fill("Mrs Okafor")
  await page.getByLabel(en("plain.text"), { exact: true }).fill("Said aloud, without a phone")
  await page.getByRole("button", { name: en("plain.send") }).click()
  const note = page.getByRole("listitem").filter({ hasText: "Said aloud, without a phone" })
  const scribe = en("common.guest", { number: (await me(page)).guest })
  await expect(note).toContainText(en("common.written-by", { author: "Mrs Okafor", scribe }))
  await expect(page.getByText("Said by a program")).toBeVisible()
})

test("the join key is the only way in: the door of another workshop does not open", async ({ browser }) => {
  const other = await openWorkshop(server.origin, { title: "Another room" })
  const page = await phone(browser, { scripts: false })
  await new JoinPage(page, en).open(other.joinUrl)
  await new JoinPage(page, en).join()
  // Without scripts the app's page sends on to the plain one: gone elsewhere before that, the browser would go two ways.
  await expect(page).toHaveURL(/\/plain$/)
  await page.goto(`${server.origin}/w/${opened.workshopId}`)
  await expect(page).not.toHaveURL(new RegExp(opened.workshopId))
  expect(keyOf(other)).not.toBe(keyOf(opened))
})
