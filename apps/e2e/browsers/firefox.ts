// Firefox by WebDriver BiDi: Debian's firefox-esr, which Playwright cannot drive and puppeteer-core can.
import { launch } from "puppeteer-core"
import { isFault, PHONE, programAt, type OpenBrowser } from "./driver.ts"

const PATHS = [process.env["FIREFOX"], "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"]

export const firefox: OpenBrowser = async (locale) => {
  const browser = await launch({
    browser: "firefox",
    executablePath: programAt(PATHS, "Firefox", "firefox-esr"),
    headless: true,
    // As on a phone: scrollbars that take no room.
    extraPrefsFirefox: { "intl.accept_languages": locale, "ui.prefersReducedMotion": 1, "ui.useOverlayScrollbars": 1 },
  })
  const page = await browser.newPage()
  const faults: string[] = []
  page.on("pageerror", (error) => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    // A socket that could not open is told as an error of the page here.
    if (isFault(told)) faults.push(told)
  })
  page.on("console", (message) => {
    if (message.type() === "error" && isFault(message.text())) faults.push(message.text())
  })
  await page.setViewport(PHONE)
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    pressAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    key: (name) => page.keyboard.press(name),
    reload: async () => void (await page.reload()),
    screenshot: async () => Buffer.from(await page.screenshot()),
    faults: async () => faults,
    close: () => browser.close(),
  }
}
