// A board of more notes than a window holds: only what is near is mounted, and still everything can be reached and read.
import { expect, test } from "@playwright/test"
import { join, openWorkshop } from "../api.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { StockClient, until } from "../stock-client.ts"

const NOTES = 240
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const rankOf = (n: number): string => `b${digits[Math.floor(n / 62)]}${digits[n % 62]}`

test("a large board mounts what is near, goes to what is far, and the List has all of it", async ({ browser }) => {
  const server = await TestServer.start()
  try {
    const opened = await openWorkshop(server.origin, { title: "A full hall" })
    const writer = new StockClient(server.origin, opened.workshopId, await join(server.origin, opened))
    await writer.synced()
    writer.doc.transact(() => {
      for (let n = 0; n < NOTES; n++) writer.addNote(`Need number ${n + 1} of the hall`, { rank: rankOf(n) })
    })
    const wide = await Phone.open(browser, { size: "wide" })
    await wide.join(opened.joinUrl)
    await wide.page.goto(`${server.origin}/w/${opened.workshopId}/needs`)
    await wide.shell.ready()
    const { page } = wide
    const region = page.getByRole("region", { name: wide.say("wide.board") })
    const mounted = region.locator("[data-note]")

    await expect(wide.needs.note("Need number 1 of the hall")).toBeVisible()
    await until("some notes and by far not all", async () => {
      const count = await mounted.count()
      return count > 10 && count < NOTES / 2
    })

    // Down to the end, which was not there before, and an arrow key from note to note.
    await expect(wide.needs.note(`Need number ${NOTES} of the hall`)).toHaveCount(0)
    await region.evaluate((board) => board.scrollTo(0, board.scrollHeight))
    await expect(wide.needs.note(`Need number ${NOTES} of the hall`)).toBeVisible()
    const last = wide.needs.note(`Need number ${NOTES} of the hall`)
    await last.focus()
    await page.keyboard.press("ArrowUp")
    await expect(wide.needs.note(`Need number ${NOTES - 1} of the hall`)).toBeFocused()
    // The note that has the focus stays, wherever the board is scrolled to.
    await region.evaluate((board) => board.scrollTo(0, 0))
    await expect(wide.needs.note("Need number 1 of the hall")).toBeVisible()
    await expect(wide.needs.note(`Need number ${NOTES - 1} of the hall`)).toBeFocused()

    // From afar every note in the window is a picture with its name; near again, its words.
    await page.getByRole("button", { name: wide.say("wide.fit"), exact: true }).click()
    await expect(region.getByRole("button", { name: /^Need number 1 of the hall/ })).toBeVisible()
    await expect(region.getByText("Need number 1 of the hall", { exact: true })).toHaveCount(0)
    await page.getByRole("button", { name: wide.say("wide.hundred"), exact: true }).click()
    await expect(region.getByText(/^Need number \d+ of the hall$/).first()).toBeVisible()

    await page.getByRole("button", { name: wide.say("shell.view-list"), exact: true }).click()
    await expect(page.getByRole("main").locator("[data-note]")).toHaveCount(NOTES)
    wide.expectNoFaults()
    writer.leave()
    await wide.context.close()
  } finally {
    await server.dispose()
  }
})

test("the first notes can be read before any script has come, and the app takes their place", async ({ browser }) => {
  const server = await TestServer.start()
  try {
    const opened = await openWorkshop(server.origin, { title: "Slow scripts" })
    const writer = new StockClient(server.origin, opened.workshopId, await join(server.origin, opened))
    await writer.synced()
    writer.addNote("A bus after ten")
    const phone = await Phone.open(browser)
    await phone.join(opened.joinUrl)
    let goOn = (): void => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await phone.page.route(/\/assets\//, async (route) => {
      await held
      await route.continue()
    })
    await phone.page.goto(`${server.origin}/w/${opened.workshopId}/needs`, { waitUntil: "commit" })
    await expect(phone.page.locator("#first").getByText("A bus after ten")).toBeVisible()
    goOn()
    await phone.shell.ready()
    await expect(phone.page.locator("#first")).toHaveCount(0)
    await expect(phone.needs.note("A bus after ten")).toBeVisible()
    phone.expectNoFaults()
    writer.leave()
    await phone.context.close()
  } finally {
    await server.dispose()
  }
})
