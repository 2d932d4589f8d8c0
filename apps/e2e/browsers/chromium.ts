// Chromium by Playwright, as every other story drives it: here to prove the story itself, so that what fails elsewhere is that browser's.
import type { Browser } from "@playwright/test"
import { isFault, PHONE, type OpenBrowser } from "./driver.ts"

export const chromium =
  (browser: Browser): OpenBrowser =>
  async (locale) => {
    const context = await browser.newContext({ viewport: PHONE, locale })
    const page = await context.newPage()
    const faults: string[] = []
    page.on("pageerror", (error) => faults.push(String(error.stack ?? error)))
    page.on("console", (message) => message.type() === "error" && isFault(message.text()) && faults.push(message.text()))
    return {
      goto: async (url) => void (await page.goto(url)),
      evaluate: (expression) => page.evaluate(expression),
      pressAt: (x, y) => page.mouse.click(x, y),
      type: (text) => page.keyboard.type(text),
      key: (name) => page.keyboard.press(name),
      reload: async () => void (await page.reload()),
      screenshot: () => page.screenshot(),
      faults: async () => faults,
      close: () => context.close(),
    }
  }
