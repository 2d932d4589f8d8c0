// The room screen, as the hall sees it and as whoever holds the clicker turns it. Measures what is on it as a tape measure would.
import { expect, type Locator } from "@playwright/test"
import { Spoken } from "./spoken.ts"

type Measured = {
  /** Every visible text: its words, and its size as a share of the height. */
  texts: { words: string; share: number }[]
  /** What runs out of the screen or is cut off in its box. */
  cut: string[]
  tiles: number
  qrShare: number
}

export class RoomScreen extends Spoken {
  get title(): Locator {
    return this.page.getByRole("heading", { level: 1 })
  }

  async open(origin: string, workshopId: string, search = ""): Promise<void> {
    await this.page.goto(`${origin}/w/${workshopId}/room${search}`)
    await this.ready()
  }
  async ready(): Promise<void> {
    await expect(this.page.locator("html")).toHaveAttribute("data-ready", "board")
    await expect(this.title).toBeVisible()
  }

  /** Where it stands, as its address says. */
  at(): string {
    return decodeURIComponent(new URL(this.page.url()).hash.slice(1))
  }
  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }
  /** By the clicker, until a page of this kind is there. */
  async turnTo(kind: string): Promise<void> {
    for (let i = 0; i < 80 && (await this.#kindThere()) !== kind; i++) await this.press("PageDown")
    expect(await this.#kindThere()).toBe(kind)
  }
  /** As the page itself has it once it is drawn: what Playwright knows of the address comes later, and a press too many goes past. */
  async #kindThere(): Promise<string> {
    const hash = await this.page.evaluate(
      () => new Promise<string>((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(location.hash)))),
    )
    return decodeURIComponent(hash.slice(1)).split(":")[0] ?? ""
  }

  /** Every page from joining to the last, each handed to `look`. */
  async walk(look: (place: string) => Promise<void>): Promise<number> {
    await this.press("Home")
    let pages = 0
    for (let before = ""; pages < 120; pages++) {
      const here = await this.main.evaluate((element) => `${location.hash} ${element.textContent}`)
      if (here === before) return pages
      before = here
      await look(this.at())
      await this.press("PageDown")
    }
    throw new Error("the pages have no end")
  }

  measure(): Promise<Measured> {
    return this.page.evaluate(() => {
      const [width, height] = [innerWidth, innerHeight]
      const isSeen = (element: Element): boolean => {
        for (let one: Element | null = element; one; one = one.parentElement) {
          const style = getComputedStyle(one)
          if (style.visibility === "hidden" || style.display === "none" || style.opacity === "0" || style.clipPath !== "none") return false
        }
        return true
      }
      const texts: { words: string; share: number }[] = []
      const cut: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const [words, holder] = [node.textContent?.trim() ?? "", node.parentElement]
        if (!words || !holder || holder.closest("script, style, noscript") || !isSeen(holder)) continue
        texts.push({ words, share: Number.parseFloat(getComputedStyle(holder).fontSize) / height })
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const box of range.getClientRects())
          if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1) cut.push(`out of the screen: ${words}`)
        for (let one: Element | null = holder; one && one !== document.body; one = one.parentElement) {
          if (getComputedStyle(one).overflowY === "visible") continue
          const [box, edge] = [range.getBoundingClientRect(), one.getBoundingClientRect()]
          if (box.bottom > edge.bottom + 2 || box.right > edge.right + 2 || box.left < edge.left - 2 || box.top < edge.top - 2)
            cut.push(`cut off: ${words}`)
        }
      }
      const boxes = [...document.querySelectorAll("main p, main h1")].filter(isSeen)
      for (const a of boxes.filter((box) => box.tagName === "P"))
        for (const b of boxes)
          if (a !== b && !a.contains(b) && !b.contains(a) && overlap(a, b))
            cut.push(`one over another: ${a.textContent} | ${b.textContent}`)
      function overlap(a: Element, b: Element): boolean {
        // Sideways where the words are, up and down where their lines are: the box of a large letter is taller than its line.
        const [p, q, pBox, qBox] = [textBox(a), textBox(b), a.getBoundingClientRect(), b.getBoundingClientRect()]
        return p.left < q.right - 3 && q.left < p.right - 3 && pBox.top < qBox.bottom - 2 && qBox.top < pBox.bottom - 2
      }
      function textBox(element: Element): DOMRect {
        const range = document.createRange()
        range.selectNodeContents(element)
        return range.getBoundingClientRect()
      }
      const qr = document.querySelector("[role=img]")
      return {
        texts,
        cut: [...new Set(cut)],
        tiles: [...document.querySelectorAll("main li h2")].filter(isSeen).length,
        qrShare: qr ? qr.getBoundingClientRect().height / height : 0,
      }
    })
  }

  /** Readable at eight heights, whole, at most twelve tiles. Answers every word that stands there. */
  async expectReadable(where: string): Promise<string> {
    const { texts, cut, tiles } = await this.measure()
    expect(texts.length, where).toBeGreaterThan(0)
    expect(
      texts.filter(({ share }) => share < 0.04).map(({ words, share }) => `${words}: ${(share * 100).toFixed(2)} %`),
      where,
    ).toEqual([])
    expect(cut, where).toEqual([])
    expect(tiles, where).toBeLessThanOrEqual(12)
    return texts.map(({ words }) => words).join("\n")
  }
}
