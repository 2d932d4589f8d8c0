import * as encoding from "lib0/encoding"
import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { made, PLAIN_SCHEMA, readFrame, writeFrame } from "../testing/index.ts"
import { checkUpdate, type Owners, type Verdict } from "./guard.ts"
import { withoutGaps } from "./holds.ts"
import { scanUpdate } from "./scan.ts"

const schema = { ...PLAIN_SCHEMA, textLimit: 100 }
const nobody: Owners = { ownerOf: () => undefined }
const check = (update: Uint8Array, doc = new Y.Doc(), owners = nobody, seat = "rosa"): Verdict =>
  checkUpdate(doc, update, seat, owners, schema)

const bytes = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)
const uints = (...numbers: number[]): Uint8Array => bytes((encoder) => numbers.forEach((n) => encoding.writeVarUint(encoder, n)))

function docWith(write: (doc: Y.Doc) => void, clientId?: number): Y.Doc {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  write(doc)
  return doc
}
const updateOf = (write: (doc: Y.Doc) => void, clientId?: number): Uint8Array => Y.encodeStateAsUpdate(docWith(write, clientId))

describe("scanning", () => {
  test("reads everything a board writes, with the lengths Yjs gives", () => {
    const doc = docWith((doc) => {
      doc.getText("text").insert(0, "naïve 👩🏽‍⚕️ عربي")
      doc.getText("text").format(0, 3, { bold: true })
      doc.getText("text").delete(2, 4)
      const map = new Y.Map<unknown>([["a", [1, "b", null, { c: true, d: 1.5 }]]])
      doc.getMap("notes").set("n1", map)
      const fragment = doc.getXmlFragment("description:n1")
      fragment.insert(0, [new Y.XmlElement("paragraph")])
    })
    const scan = scanUpdate(Y.encodeStateAsUpdate(doc))
    expect(scan.ok).toBe(true)
    if (scan.ok) expect(scan.structs.reduce((sum, struct) => sum + struct.length, 0)).toBe(Y.getState(doc.store, doc.clientID))
  })

  test.each([
    ["seven bytes that claim 33 million structs", uints(1, 33_000_000, 1, 0)],
    ["more clients than bytes", uints(100_000_000)],
    [
      "a struct longer than a million",
      bytes(
        (e) =>
          [1, 1, 5, 0].forEach((n) => encoding.writeVarUint(e, n)) ??
          (encoding.writeUint8(e, 0), encoding.writeVarUint(e, 5_000_000), encoding.writeVarUint(e, 0)),
      ),
    ],
    ["bytes left over", new Uint8Array([0, 0, 9])],
    ["nothing", new Uint8Array()],
    ["a subdocument", updateOf((doc) => doc.getMap("notes").set("n", new Y.Doc()))],
    ["binary", updateOf((doc) => doc.getMap("notes").set("n", new Uint8Array([1])))],
    ["__proto__ as a key of the map", updateOf((doc) => doc.getMap("notes").set("__proto__", 1))],
    ["__proto__ inside a value", updateOf((doc) => doc.getMap("notes").set("n", JSON.parse('{"a":[{"__proto__":{"admin":true}}]}')))],
    ["values nested a hundred deep", updateOf((doc) => doc.getMap("notes").set("n", JSON.parse("[".repeat(100) + "]".repeat(100))))],
  ])("refuses %s", (_, update) => {
    expect(check(update).type).toBe("malformed")
  })
})

test("an unknown type in a struct that is known already is refused before anybody decodes it", () => {
  const doc = docWith((d) => d.getMap("notes").set("n", new Y.Map()), 9)
  const hook = writeFrame({
    clients: [
      {
        client: 9,
        clock: 0,
        structs: [made.type(8, { parent: { root: "notes" }, sub: "n" }), made.any([1], { parent: { root: "notes" }, sub: "m" })],
      },
    ],
    deletes: [],
  })
  expect(check(hook, doc).type).toBe("malformed")
})

describe("what a step 2 with a gap still holds", () => {
  const doc = docWith((d) => d.getText("text").insert(0, "here"), 9)
  const missing = { client: 77, clock: 3 }
  const cut = (parts: Parameters<typeof writeFrame>[0]) => withoutGaps(doc, writeFrame(parts))

  test("each id's structs up to the first that hangs on something missing, and what hangs on those", () => {
    const kept = cut({
      clients: [
        {
          client: 6,
          clock: 0,
          structs: [made.text("b", { origin: { client: 5, clock: 0 } }), made.text("c", { origin: { client: 5, clock: 1 } })],
        },
        { client: 5, clock: 0, structs: [made.text("a", { origin: { client: 9, clock: 3 } }), made.text("x", { origin: missing })] },
      ],
      deletes: [],
    })
    expect(check(kept, doc).type).toBe("ok")
    Y.applyUpdate(doc, kept)
    expect(doc.getText("text").toJSON()).toBe("hereab")
    expect(doc.store.pendingStructs).toBeNull()
  })

  test("deletions of what is there, and not of what is missing", () => {
    const kept = cut({
      clients: [],
      deletes: [
        {
          client: 9,
          ranges: [
            [0, 1],
            [3, 9],
          ],
        },
        { client: 77, ranges: [[0, 5]] },
      ],
    })
    expect(readFrame(kept)).toEqual({
      clients: [],
      deletes: [
        {
          client: 9,
          ranges: [
            [0, 1],
            [3, 1],
          ],
        },
      ],
    })
  })

  test("nothing of what cannot be read", () => {
    expect(withoutGaps(doc, new Uint8Array([9, 9, 9]))).toEqual(new Uint8Array([0, 0]))
  })
})

describe("whose ids", () => {
  test("an id nobody owns becomes the sender's, and says how far it moves", () => {
    const update = updateOf((doc) => doc.getText("text").insert(0, "hello"), 9)
    expect(check(update)).toEqual({ type: "ok", update, heads: [{ clientId: 9, from: 0, to: 5 }] })
  })

  test("somebody else's id is foreign, even a forged GC struct under it", () => {
    const owners = { ownerOf: (id: number) => (id === 9 ? "sam" : undefined) }
    expect(
      check(
        updateOf((doc) => doc.getText("text").insert(0, "x"), 9),
        new Y.Doc(),
        owners,
      ),
    ).toEqual({ type: "foreign", clientId: 9 })
    const forged = bytes((e) => {
      for (const n of [1, 1, 9, 0]) encoding.writeVarUint(e, n)
      encoding.writeUint8(e, 0)
      encoding.writeVarUint(e, 1000)
      encoding.writeVarUint(e, 0)
    })
    expect(check(forged, new Y.Doc(), owners).type).toBe("foreign")
  })

  test("what is known already may be repeated by anyone", () => {
    const doc = docWith((d) => d.getText("text").insert(0, "known"), 9)
    expect(check(Y.encodeStateAsUpdate(doc), doc, { ownerOf: () => "sam" })).toEqual({
      type: "ok",
      heads: [],
      update: new Uint8Array([0, 0]),
    })
  })

  test("a known struct with forged references is dropped, not left pending", () => {
    const doc = docWith((d) => d.getText("text").insert(0, "known"), 9)
    const forged = bytes((e) => {
      for (const n of [1, 1, 9, 0]) encoding.writeVarUint(e, n)
      encoding.writeUint8(e, 4 | 128)
      for (const n of [12345, 45]) encoding.writeVarUint(e, n)
      encoding.writeVarString(e, "known")
      encoding.writeVarUint(e, 0)
    })
    const verdict = check(forged, doc)
    if (verdict.type === "ok") Y.applyUpdate(doc, verdict.update)
    expect(doc.store.pendingStructs).toBeNull()
  })

  test("deleting what others wrote is everybody's right", () => {
    const server = docWith((d) => d.getText("text").insert(0, "known"), 9)
    const phone = new Y.Doc()
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(server))
    const before = Y.encodeStateVector(phone)
    phone.getText("text").delete(0, 2)
    expect(check(Y.encodeStateAsUpdate(phone, before), server, { ownerOf: () => "sam" }).type).toBe("ok")
  })
})

describe("gaps", () => {
  test("a start beyond what is known, a delete of the unknown, and a reference to the unknown are gaps", () => {
    const author = docWith((d) => d.getText("text").insert(0, "one"), 9)
    const afterOne = Y.encodeStateVector(author)
    author.getText("text").insert(3, "two")
    const second = Y.encodeStateAsUpdate(author, afterOne)
    expect(check(second).type).toBe("gap")
    const reader = new Y.Doc()
    reader.clientID = 10
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(author))
    const all = Y.encodeStateVector(reader)
    reader.getText("text").insert(2, "!")
    expect(check(Y.encodeStateAsUpdate(reader, all)).type).toBe("gap")
    const before = Y.encodeStateVector(reader)
    reader.getText("text").delete(0, 1)
    expect(check(Y.encodeStateAsUpdate(reader, before)).type).toBe("gap")
  })
})

describe("what and where", () => {
  test("an unknown root is refused", () => {
    expect(check(updateOf((doc) => doc.getText("elsewhere").insert(0, "x"))).type).toBe("refused")
  })

  test("a text longer than allowed is too large, whether at once or by adding up", () => {
    expect(check(updateOf((doc) => doc.getText("text").insert(0, "x".repeat(101)))).type).toBe("too-large")
    const server = docWith((doc) => doc.getText("text").insert(0, "x".repeat(90)), 1)
    const phone = new Y.Doc()
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(server))
    const before = Y.encodeStateVector(phone)
    phone.getText("text").insert(90, "y".repeat(11))
    expect(check(Y.encodeStateAsUpdate(phone, before), server).type).toBe("too-large")
    phone.getText("text").delete(0, 20)
    expect(check(updateOf((doc) => doc.getText("text").insert(0, "x".repeat(100)))).type).toBe("ok")
  })

  test("an item between two different lists is refused", () => {
    const server = docWith((doc) => {
      doc.getText("text").insert(0, "a")
      doc.getMap("notes").set("n", "b")
    }, 1)
    const between = bytes((e) => {
      for (const n of [1, 1, 5, 0]) encoding.writeVarUint(e, n)
      encoding.writeUint8(e, 4 | 128 | 64)
      for (const n of [1, 0, 1, 1]) encoding.writeVarUint(e, n) // origin in text, right origin in notes
      encoding.writeVarString(e, "x")
      encoding.writeVarUint(e, 0)
    })
    expect(check(between, server)).toEqual({ type: "refused", why: "two lists" })
  })

  test("a parent that is no type is refused", () => {
    const server = docWith((doc) => doc.getText("text").insert(0, "a"), 1)
    const child = bytes((e) => {
      for (const n of [1, 1, 5, 0]) encoding.writeVarUint(e, n)
      encoding.writeUint8(e, 4)
      for (const n of [0, 1, 0]) encoding.writeVarUint(e, n) // parent is the item (1, 0), a string
      encoding.writeVarString(e, "x")
      encoding.writeVarUint(e, 0)
    })
    expect(check(child, server)).toEqual({ type: "refused", why: "parent is no type" })
  })
})

describe("how much work", () => {
  test("thousands of first values of one key, which Yjs would compare each with each, are refused", () => {
    const count = 5000
    const update = bytes((e) => {
      for (const n of [1, count, 5, 0]) encoding.writeVarUint(e, n)
      for (let i = 0; i < count; i++) {
        encoding.writeUint8(e, 8 | 32)
        encoding.writeVarUint(e, 1)
        encoding.writeVarString(e, "notes")
        encoding.writeVarString(e, "k")
        encoding.writeVarUint(e, 1)
        encoding.writeUint8(e, 126)
      }
      encoding.writeVarUint(e, 0)
    })
    expect(check(update)).toEqual({ type: "refused", why: "too much at one place" })
  })

  test("fifteen hundred notes in one transaction are no trouble", () => {
    const update = updateOf((doc) =>
      doc.transact(() => {
        for (let i = 0; i < 1500; i++) {
          const note = { kind: "need", canvas: "needs", themeId: null, rank: `a${i}`, text: new Y.Text("The bus stops at six") }
          doc.getMap("notes").set(`n${i}`, new Y.Map<unknown>(Object.entries(note)))
        }
      }),
    )
    expect(check(update).type).toBe("ok")
  })

  test("an afternoon of offline writing into a text that others changed meanwhile is no trouble", () => {
    const roomy = { ...schema, textLimit: 20_000 }
    const server = docWith((doc) => doc.getText("text").insert(0, "start"), 1)
    const [phone, others] = [new Y.Doc(), new Y.Doc()]
    for (const doc of [phone, others]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    for (let i = 0; i < 2000; i++) {
      phone.getText("text").insert((i * 7) % (phone.getText("text").length + 1), "ab")
      others.getText("text").insert((i * 5) % (others.getText("text").length + 1), "cd")
      if (i % 3 === 0) phone.getText("text").delete(i % 50, 1)
    }
    Y.applyUpdate(server, Y.encodeStateAsUpdate(others))
    const verdict = checkUpdate(server, Y.encodeStateAsUpdate(phone, Y.encodeStateVector(server)), "rosa", nobody, roomy)
    expect(verdict.type === "refused" ? verdict.why : verdict.type).toBe("ok")
  })
})

describe("things that are put once", () => {
  const lasting = { ...schema, lastingRoots: ["notes"] }
  const verdictOn = (write: (doc: Y.Doc) => void, doc: Y.Doc): Verdict => {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(other)
    write(other)
    return checkUpdate(doc, Y.encodeStateAsUpdate(other, before), "rosa", nobody, lasting)
  }
  const withNote = (): Y.Doc =>
    docWith((doc) => {
      doc.getMap("notes").set("n1", new Y.Map<unknown>([["text", new Y.Text("bus")]]))
      doc.getMap("notes").set("n2", new Y.Map<unknown>([["text", new Y.Text("tram")]]))
    })
  const inside = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<Y.Map<unknown>>("notes").get("n1") ?? new Y.Map()

  test("nobody takes one away, or puts another in its place, be it there or gone", () => {
    const doc = withNote()
    expect(verdictOn((d) => d.getMap("notes").delete("n1"), doc)).toMatchObject({ type: "refused", why: "taken away" })
    expect(verdictOn((d) => d.getMap("notes").set("n1", new Y.Map()), doc)).toMatchObject({ type: "refused" })
    doc.getMap("notes").delete("n1")
    expect(verdictOn((d) => d.getMap("notes").set("n1", new Y.Map()), doc)).toMatchObject({ type: "refused", why: "put anew" })
  })

  test("not in the shadow of honest words either", () => {
    const both = (d: Y.Doc): void => {
      d.getMap("notes").set("n3", new Y.Map())
      d.getMap("notes").delete("n2")
    }
    expect(verdictOn(both, withNote()).type).toBe("refused")
  })

  test("new ones, words within one, and what a phone says anew of those gone are taken", () => {
    const doc = withNote()
    expect(verdictOn((d) => d.getMap("notes").set("n3", new Y.Map()), doc).type).toBe("ok")
    expect(verdictOn((d) => inside(d).delete("text"), doc).type).toBe("ok")
    expect(verdictOn((d) => inside(d).set("text", new Y.Text("tram")), doc).type).toBe("ok")
    doc.getMap("notes").delete("n1")
    expect(checkUpdate(doc, Y.encodeStateAsUpdate(doc), "rosa", nobody, lasting).type).toBe("ok")
  })

  test("a phone that was away writes on in one that was taken out meanwhile, and harms nothing", () => {
    const doc = withNote()
    const away = new Y.Doc()
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(away)
    inside(away).set("rank", "b")
    doc.getMap("notes").delete("n1")
    const verdict = checkUpdate(doc, Y.encodeStateAsUpdate(away, before), "rosa", nobody, lasting)
    expect(verdict.type).toBe("ok")
  })
})
