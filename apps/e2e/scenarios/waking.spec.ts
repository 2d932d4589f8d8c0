// A phone that slept while its line went silent is live again within three seconds; words that the line swallows are told within twelve.
import { expect, test, type Page } from "@playwright/test"
import { join, openWorkshop } from "../api.ts"
import { Line } from "../line.ts"
import { Phone } from "../phones.ts"
import { TestServer } from "../server.ts"
import { StockClient, until } from "../stock-client.ts"

const WORDS = "Written while the phone slept"

/** Tells the page that it runs again, and watches for the words by the page's own clock: how busy the test's machine is says nothing. */
const wake = (page: Page, words: string): Promise<void> =>
  page.evaluate((sought) => {
    const woke = performance.now()
    new MutationObserver((_, observer) => {
      if (!document.body.textContent?.includes(sought)) return
      document.documentElement.dataset["live"] = String(Math.round(performance.now() - woke))
      observer.disconnect()
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    // Freezing by DevTools freezes nothing in a headless browser, and no event tells of it: this is what a phone's browser sends.
    document.dispatchEvent(new Event("resume"))
  }, words)

test("a phone wakes on a dead line and is live within 3 s; a line that swallows words is told within 12 s, and nothing is lost", async ({
  browser,
}) => {
  const server = await TestServer.start()
  const line = await Line.to(server.port)
  try {
    const opened = await openWorkshop(server.origin, { title: "Better mornings" })
    const hall = new StockClient(server.origin, opened.workshopId, await join(server.origin, opened, { name: "Farah" }))
    await hall.synced()
    const phone = await Phone.open(browser)
    await phone.join(opened.joinUrl.replace(server.origin, `http://hall.test:${line.port}`), { name: "Rosa" })
    await phone.shell.goToStage("needs")
    const { page } = phone

    await test.step("asleep, its sockets die without a word; awake, it is live within 3 s", async () => {
      line.silence()
      hall.addNote(WORDS)
      line.mend()
      await wake(page, WORDS)
      await phone.needs.see(WORDS)
      const live = await page.evaluate(() => Number(document.documentElement.dataset["live"]))
      console.log(`= waking: live ${live} ms after waking on a dead line`)
      expect(live).toBeLessThan(3000)
    })

    await test.step("awake, on a line that takes words and brings nothing", async () => {
      line.silence()
      const written = Date.now()
      await phone.needs.add("Said into nothing")
      await expect(page.getByText(phone.say("save.kept"), { exact: true })).toBeVisible({ timeout: 12_000 })
      console.log(`= waking: told after ${Date.now() - written} ms that words are only here`)
      expect(hall.texts()).not.toContain("Said into nothing")
      line.mend()
      await phone.shell.expectSaved("saved")
      await until("the words to arrive, once", () => hall.texts().filter((text) => text === "Said into nothing").length === 1)
    })
    phone.expectNoFaults()
    hall.leave()
    await phone.context.close()
  } finally {
    await line.close()
    await server.dispose()
  }
})
