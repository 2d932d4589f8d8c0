import { expect, test } from "vitest"
import { Gallery } from "./presence.ts"

const sentAt = new Map([[7, [100, 200, 300]]])

test("a state left out counts as shown when a newer one of the same phone is", () => {
  const gallery = new Gallery(sentAt, () => 0)
  gallery.show(7, 1, 150)
  gallery.show(7, 3, 650)
  expect(gallery.delays).toEqual([50, 450, 350])
  expect(gallery.shownItself).toBe(2)
})

test("an older state that comes late, and somebody unknown, count for nothing", () => {
  const gallery = new Gallery(sentAt, () => 0)
  gallery.show(7, 2, 250)
  gallery.show(7, 1, 260)
  gallery.show(8, 1, 260)
  expect(gallery.delays).toEqual([150, 50])
})

test("what was sent while warming up does not count", () => {
  const gallery = new Gallery(sentAt, () => 200)
  gallery.show(7, 2, 250)
  expect(gallery.delays).toEqual([50])
})
