// Before the day Mrs Okafor says, on a phone without JavaScript, what she needs; joins there, changes it, and sees it go. The organiser
// names who reads it and hands over a link, and sees only that it was read; the host sees one line, Sam nothing at all.
import { expect, test } from "@playwright/test"
import { call, exported, join, openWorkshop, sayNeedBefore } from "../api.ts"
import { AccessPage, ContactPage, Needs } from "../pages/access.ts"
import { JoinPage } from "../pages/join-page.ts"
import { Shell } from "../pages/shell.ts"
import { TestServer } from "../server.ts"
import { wordsOf } from "../words.ts"

const ANA = "Ana Ruiz"
const NEED = "A chair near the door. I cannot hear well on my left."
const CHANGED = "A chair near the door, and large print."
const say = wordsOf("en")

let server: TestServer
test.beforeAll(async () => void (server = await TestServer.start()))
test.afterAll(() => server.dispose())

test("what somebody needs reaches the named contact alone, from before they join until they delete it", async ({ browser }) => {
  const opened = await openWorkshop(server.origin, { title: "Better mornings", purpose: "How mornings could begin" })
  const at = `${server.origin}/api/workshops/${opened.workshopId}`
  const host = await join(server.origin, opened, { name: "Farah", showName: true })
  const sam = await join(server.origin, opened, { name: "Sam", showName: true })
  const wide = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const organiser = await wide.newPage()
  const plain = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: "en" })
  const phone = await plain.newPage()
  const door = new JoinPage(phone, say)
  const asks = phone.getByRole("link", { name: say("access.title"), exact: true })
  const needs = new Needs(organiser, say)
  const contact = new ContactPage(await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en" })).newPage(), say)
  const own = new AccessPage(phone, say, ANA)

  let contactLink = ""
  await test.step("nobody is asked before somebody is named, by keyboard", async () => {
    await door.open(opened.joinUrl)
    await expect(door.joinButton).toBeVisible()
    await expect(asks).toHaveCount(0)
    await organiser.goto(opened.organiserUrl)
    contactLink = await needs.name(ANA, "the front desk")
  })

  let link = ""
  await test.step("she says it before she joins, without JavaScript, and finds it again", async () => {
    await door.open(opened.joinUrl)
    await asks.click()
    await own.send({ words: NEED, language: "Igbo", supporter: true })
    link = await own.privateLink()
    expect(phone.url()).not.toContain(link.split("/").at(-1))
    await phone.getByRole("link", { name: say("access.join"), exact: true }).click()
    await asks.click()
    await expect(own.words).toHaveValue(NEED)
    await phone.getByRole("link", { name: say("access.join"), exact: true }).click()
  })

  await test.step("she joins on that phone, and changes it as hers; the link goes on working", async () => {
    await door.join({ name: "Mrs Okafor" })
    await asks.click()
    await expect(phone).toHaveURL(new RegExp(`/w/${opened.workshopId}/access$`))
    await own.change({ words: CHANGED })
    const elsewhere = await browser.newPage()
    await elsewhere.goto(link)
    await expect(elsewhere.getByLabel(say("access.words"), { exact: true })).toHaveValue(CHANGED)
    await elsewhere.close()
  })

  await test.step("what Sam said on another device becomes his by its link, and goes when he deletes his information", async () => {
    const before = await sayNeedBefore(server.origin, opened, { words: "A quiet corner" })
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en" })
    await context.addCookies([{ name: `eb_${opened.workshopId}`, value: sam.seatKey, url: server.origin }])
    const page = await context.newPage()
    await page.goto(before)
    await page.getByRole("button", { name: say("access.mine"), exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`/w/${opened.workshopId}/access\\?said=mine$`))
    await expect(page.getByText(say("access.mine-done"))).toBeVisible()
    await expect(new AccessPage(page, say, ANA).words).toHaveValue("A quiet corner")
    await page.goto(before)
    await expect(page.getByText(say("access.gone"))).toBeVisible()
    await call(`${at}/me/erase`, { words: false }, sam.seatKey)
    await context.close()
  })

  await test.step("the contact reads it, and everybody's log says only that", async () => {
    await contact.open(contactLink)
    expect(contact.page.url()).not.toContain("#")
    await expect(contact.page.getByText(CHANGED)).toHaveCount(0)
    await contact.read()
    for (const part of [CHANGED, say("contact.language", { language: "Igbo" }), say("contact.supporter")])
      await expect(contact.page.getByText(part, { exact: true })).toBeVisible()
    await contact.button("contact.close").click()
    await expect(contact.page.getByText(CHANGED)).toHaveCount(0)
    await expect(contact.button("contact.read")).toBeFocused()
    for (const format of ["html", "json", "csv", "md"])
      expect(await exported(server.origin, opened.workshopId, format, host.seatKey)).not.toContain("large print")
  })

  await test.step("the organiser sees that it was read, never what, and makes a new link: the old one opens nothing", async () => {
    await organiser.reload()
    await expect(needs.part.getByText(say("contact.said", { count: 1 }))).toBeVisible()
    await expect(needs.part.getByText(say("contact.not-you", { name: ANA }))).toBeVisible()
    await expect(organiser.getByText("large print")).toHaveCount(0)
    const renewed = await needs.renew(ANA)
    await contact.open(contactLink)
    await expect(contact.page.getByRole("alert")).toHaveText(say("problems.wrong-contact"))
    await contact.open(renewed)
    await contact.read()
    await expect(contact.page.getByText(CHANGED, { exact: true })).toBeVisible()
    contactLink = renewed
  })

  await test.step("the host sees at the door whom to speak to, Sam finds the way to say it, and neither sees what was said", async () => {
    for (const [seat, path, shown] of [
      [host, "door", say("door.access", { name: ANA, reach: "the front desk" })],
      [host, "log", say("log.access-read")],
      [host, "log", say("log.access-link", { who: say("log.organiser") })],
      [sam, "me", say("me.access")],
    ] as const) {
      const context = await browser.newContext({ locale: "en" })
      await context.addCookies([{ name: `eb_${opened.workshopId}`, value: seat.seatKey, url: server.origin }])
      const page = await context.newPage()
      await page.goto(`${server.origin}/w/${opened.workshopId}/${path}`)
      await new Shell(page, say).ready()
      await expect(page.getByText(shown).first()).toBeVisible()
      await expect(page.getByText("large print")).toHaveCount(0)
      if (path === "me") {
        await page.getByRole("link", { name: shown, exact: true }).click()
        await expect(new AccessPage(page, say, ANA).words).toHaveValue("")
      }
      await context.close()
    }
  })

  await test.step("she deletes it, and nobody has it any more", async () => {
    await phone.getByRole("button", { name: say("access.delete"), exact: true }).click()
    await expect(phone.getByText(say("access.deleted"))).toBeVisible()
    await expect(own.words).toHaveValue("")
    const { needs: left } = await call<{ needs: unknown[] }>(`${at}/contact/read`, undefined, contactLink.split("#")[1])
    expect(left).toEqual([])
  })
  await Promise.all([wide.close(), plain.close(), contact.page.context().close()])
})
