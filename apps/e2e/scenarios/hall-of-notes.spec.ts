// A phone four times slower than this machine, in a hall of 150 real notes that others change twenty times a second: the list opens
// within a second, a key shows within 100 ms, and neither caret, focus, folds nor what is under the eyes moves.
import { expect, test, type Page } from "@playwright/test"
import { keepChanging, openHall, type Hall } from "../full-board.ts"
import { openPhones, type Phone } from "../phones.ts"
import { TestServer } from "../server.ts"

const SLOWER = 4
const CHANGES_A_SECOND = 20
const OPEN_MS = 1000
const KEY_MS = 100
/** The machine may be busy with something else: the best of these counts. */
const TRIES = 6

let server: TestServer
let hall: Hall
test.beforeAll(async () => {
  server = await TestServer.start()
  hall = await openHall(server, { notes: Number(process.env["HALL_NOTES"] ?? 150) })
})
test.afterAll(async () => {
  hall?.leave()
  await server.dispose()
})

async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER })
}

/** Until `notes` notes are painted, from the next press on this page on. */
function timeToList(page: Page, notes: number): Promise<number> {
  return page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const began = { at: 0 }
        document.addEventListener("click", ({ timeStamp }) => (began.at ||= timeStamp), { capture: true })
        const look = () => {
          if (began.at === 0 || document.querySelectorAll("main [data-note]").length < count) return requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - began.at)
          return requestAnimationFrame(() => port2.postMessage(null))
        }
        look()
      }),
    notes,
  )
}

/** Whether another try is needed, and allowed. */
const isTooSlow = (took: readonly number[], bound: number) => Math.min(...took) > bound && took.length < TRIES
const rounded = (all: readonly number[]) => all.map((ms) => Math.round(ms)).join(", ")

test("150 notes on a slow phone while everybody works", { tag: "@measured" }, async ({ browser }) => {
  const [phone] = (await openPhones(browser, [{ joinUrl: hall.opened.joinUrl, name: "Rosa" }])) as [Phone]
  const { page, shell, needs } = phone
  const notes = hall.words.length
  const home = `${server.origin}/w/${hall.opened.workshopId}`
  await page.goto(`${home}/people`)
  await shell.ready()
  await slowDown(page)

  await test.step("a tap on Needs shows the list within a second", async () => {
    const took: number[] = []
    while (isTooSlow(took, OPEN_MS)) {
      await shell.goTo("people")
      const sheet = await shell.openMore()
      const link = sheet.getByRole("link", { name: new RegExp(`^${phone.say("common.stage-needs")}`) })
      await expect(link).toBeVisible()
      const time = timeToList(page, notes)
      await link.click()
      took.push(await time)
    }
    console.log(`tap to ${notes} notes: ${rounded(took)} ms`)
    expect(Math.min(...took)).toBeLessThanOrEqual(OPEN_MS)
  })

  await test.step("so does opening the page anew", async () => {
    const took: number[] = []
    while (isTooSlow(took, OPEN_MS)) {
      await page.goto(`${home}/needs`, { waitUntil: "commit" })
      took.push(
        await page.evaluate(
          (count) =>
            new Promise<number>((resolve) => {
              const look = () =>
                document.querySelectorAll("main [data-note]").length < count
                  ? requestAnimationFrame(look)
                  : requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
              look()
            }),
          notes,
        ),
      )
    }
    console.log(`reload to ${notes} notes: ${rounded(took)} ms`)
    expect(Math.min(...took)).toBeLessThanOrEqual(OPEN_MS)
  })

  await test.step("keys show within 100 ms in the note I write and in the search, and the caret stays", async () => {
    const others = keepChanging(hall, CHANGES_A_SECOND)
    await needs.button("board.add").click()
    const field = needs.sheet.getByRole("textbox").first()
    const worst: number[] = []
    while (isTooSlow(worst, KEY_MS)) {
      await field.fill("half a thought")
      for (let n = 0; n < 7; n++) await field.press("ArrowLeft")
      worst.push(await slowestKey(page, "and more "))
      expect(await field.inputValue()).toBe("half a and more thought")
    }
    await needs.close()
    const search = page.getByRole("searchbox")
    const searching: number[] = []
    while (isTooSlow(searching, KEY_MS)) {
      await search.fill("")
      await search.focus()
      searching.push(await slowestKey(page, "rent"))
      await expect(search).toBeFocused()
      expect(await search.inputValue()).toBe("rent")
    }
    await search.fill("")
    console.log(`slowest key while writing: ${rounded(worst)} ms; while searching: ${rounded(searching)} ms; ${others.stop()} changes`)
    expect(Math.min(...worst)).toBeLessThanOrEqual(KEY_MS)
    expect(Math.min(...searching)).toBeLessThanOrEqual(KEY_MS)
  })

  await test.step("others change what is above and below, and what I look at, my focus and my folds stay", async () => {
    const mine = hall.mine[Math.floor(hall.mine.length / 2)] ?? ""
    const folded = needs.group(hall.themes[0] ?? "").getByRole("heading")
    await folded.click()
    await needs.note(mine).first().scrollIntoViewIfNeeded()
    await needs.note(mine).first().focus()
    const before = await lookAt(page)
    const others = keepChanging(hall, CHANGES_A_SECOND)
    const moved = await mostMoved(page, 60)
    const made = others.stop()
    console.log(
      `under the eyes moved by at most ${moved.toFixed(1)} px while others made ${made} changes; the page grew ${await grown(page, before)} px`,
    )
    expect(made).toBeGreaterThan(20)
    expect(moved).toBeLessThanOrEqual(1)
    await expect(needs.note(mine).first()).toBeFocused()
    await expect(
      needs
        .group(hall.themes[0] ?? "")
        .getByRole("listitem")
        .first(),
    ).toBeHidden()
  })

  await test.step("a note that others move while I am on it keeps the focus", async () => {
    const { id } = await lookAt(page)
    hall.move(id, 1)
    await expect(needs.group(hall.themes[1] ?? "").locator(`[data-note="${id}"]`)).toBeFocused()
  })

  await test.step("loaded again, I am where I was, and what I folded is folded", async () => {
    await needs
      .note(hall.mine[3] ?? "")
      .first()
      .focus()
    const { at, id } = await lookAt(page)
    await page.reload()
    await shell.ready()
    await expect(async () => expect(Math.abs((await topOf(page, id)) - at)).toBeLessThanOrEqual(2)).toPass({ timeout: 10_000 })
    await expect(
      needs
        .group(hall.themes[0] ?? "")
        .getByRole("listitem")
        .first(),
    ).toBeHidden()
  })

  await test.step("a number leads to its note, words to theirs", async () => {
    const search = page.getByRole("searchbox")
    await search.fill("117")
    await search.press("Enter")
    await expect(page.locator(":focus")).toHaveAccessibleName(new RegExp(`${phone.say("common.note-number", { number: 117 })}\\b`))
    await search.fill((hall.mine[2] ?? "").slice(0, 30).toUpperCase())
    await search.press("Enter")
    await expect(page.locator(":focus")).toHaveAccessibleName(new RegExp(`^${(hall.mine[2] ?? "").slice(0, 12)}`))
  })
  phone.expectNoFaults()
})

/** The note I look at: with the focus, else the first in sight; and where on the glass it stands. */
const lookAt = (page: Page): Promise<{ id: string; at: number; height: number }> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("main [data-note]")]
    const inSight = (one: HTMLElement) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().top > 0
    const focus = document.activeElement
    const note = focus instanceof HTMLElement && focus.dataset["note"] ? focus : all.find(inSight)
    return { id: note?.dataset["note"] ?? "", at: note?.getBoundingClientRect().top ?? 0, height: document.body.scrollHeight }
  })
const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((one) => document.querySelector(`main [data-note="${one}"]`)?.getBoundingClientRect().top ?? 0, id)
const grown = async (page: Page, { height }: { height: number }): Promise<number> => (await lookAt(page)).height - height

/** Over so many pictures: how far the note I look at was ever from where it stood, as painted. */
const mostMoved = (page: Page, pictures: number): Promise<number> =>
  page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const note = document.activeElement
        const at = note?.getBoundingClientRect().top ?? 0
        let [most, seen] = [0, 0]
        const look = () =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              most = Math.max(most, Math.abs((note?.getBoundingClientRect().top ?? 0) - at))
              seen += 1
              // Twenty pictures a second are enough to see a jump.
              if (seen < count) setTimeout(look, 50)
              else resolve(most)
            }
            port2.postMessage(null)
          })
        look()
      }),
    pictures,
  )

/** Types at a quick hand's pace; answers the longest time from a key to the picture that shows it, as the browser measures it. */
async function slowestKey(page: Page, words: string): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(globalThis, { seenKeys: seen })
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (/^(?:key|input|beforeinput)/.test(name)) seen.push(duration)
    })
    observer.observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })
  await page.keyboard.type(words, { delay: 120 })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        setTimeout(() => resolve(Math.max(16, ...(globalThis as unknown as { seenKeys: number[] }).seenKeys)), 300)
      }),
  )
}
