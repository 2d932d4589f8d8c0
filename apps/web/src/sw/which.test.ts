import { expect, test } from "vitest"
import { isEnded, whichIsMine } from "./which.ts"

const ORIGIN = "https://hall.test"
const asked = (path: string, mode = "navigate", method = "GET") => whichIsMine({ method, mode, url: new URL(path, ORIGIN).href }, ORIGIN)

test("a workshop's pages and the app's files are the worker's", () => {
  expect(asked("/w/abcdefgh12345678")).toEqual({ is: "page", workshopId: "abcdefgh12345678" })
  expect(asked("/w/abcdefgh12345678/needs")).toEqual({ is: "page", workshopId: "abcdefgh12345678" })
  expect(asked("/assets/index-x1.js", "cors")).toEqual({ is: "file" })
  expect(asked("/icon.svg", "no-cors")).toEqual({ is: "file" })
})

test.each([
  ["/api/workshops/abcdefgh12345678/me", "cors"],
  ["/api/workshops/abcdefgh12345678/export/html", "navigate"],
  ["/j/abcdefghabcdefghabcdef", "navigate"],
  ["/join", "navigate"],
  ["/", "navigate"],
  ["/o/abcdefgh12345678", "navigate"],
  ["/w/abcdefgh12345678/plain", "navigate"],
  ["/w/abcdefgh12345678/access", "navigate"],
  ["/w/abcdefgh12345678/access/abcdefghabcdefghabcdef", "navigate"],
  ["/w/abcdefgh12345678/print", "navigate"],
  ["/w/abcdefgh12345678/print/cards", "navigate"],
  ["/sw.js", "same-origin"],
  ["https://elsewhere.test/assets/index-x1.js", "no-cors"],
])("%s is the server's alone", (path, mode) => {
  expect(asked(path, mode)).toBeNull()
})

test("what changes anything is the server's alone", () => {
  expect(asked("/w/abcdefgh12345678/plain", "navigate", "POST")).toBeNull()
  expect(asked("/w/abcdefgh12345678", "navigate", "POST")).toBeNull()
})

test.each<[string, Pick<Response, "status" | "type">, boolean]>([
  ["the page", { status: 200, type: "basic" }, false],
  ["a server that is being replaced", { status: 503, type: "basic" }, false],
  ["a key that is none any more", { status: 401, type: "basic" }, true],
  ["somebody who was asked to leave", { status: 403, type: "basic" }, true],
  ["a workshop that is gone", { status: 404, type: "basic" }, true],
  ["the way out", { status: 0, type: "opaqueredirect" }, true],
])("an answer that is %s: whether nothing of the workshop stays", (_what, answer, ended) => {
  expect(isEnded(answer)).toBe(ended)
})
