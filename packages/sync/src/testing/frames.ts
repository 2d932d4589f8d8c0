// A Yjs V1 update as plain structs, and back: how tests alter honest frames and make up dishonest ones. Checks nothing, since what it
// writes is meant to be wrong. Reads only honest frames.
import * as encoding from "lib0/encoding"
import * as Y from "yjs"

export type FrameId = { client: number; clock: number }
export type FrameStruct = {
  /** As in the info byte: 0 GC, 1 deleted, 2 JSON, 3 binary, 4 string, 5 embed, 6 format, 7 type, 8 any, 9 subdocument, 10 skip. */
  ref: number
  /** Clock ticks it takes when it is honest; of a GC, skip or deleted one also what is written. */
  length: number
  origin: FrameId | null
  right: FrameId | null
  /** Written only when there is neither origin nor right, as the format has it. */
  parent: { root: string } | FrameId | null
  sub: string | null
  content: (encoder: encoding.Encoder) => void
}
/** Structs stand one after the other from `clock` on. `claimed` is how many it says there are. */
export type FrameClient = { client: number; clock: number; structs: FrameStruct[]; claimed?: number }
export type FrameDeletes = { client: number; ranges: [clock: number, length: number][] }
export type FrameParts = { clients: FrameClient[]; deletes: FrameDeletes[] }

const plain = { origin: null, right: null, parent: null, sub: null }
type Where = Partial<Pick<FrameStruct, "origin" | "right" | "parent" | "sub">>

/** Structs by content. */
export const made = {
  gc: (length: number): FrameStruct => ({ ...plain, ref: 0, length, content: () => {} }),
  skip: (length: number): FrameStruct => ({ ...plain, ref: 10, length, content: () => {} }),
  deleted: (length: number, where: Where = {}): FrameStruct => ({ ...plain, ...where, ref: 1, length, content: () => {} }),
  text: (text: string, where: Where = {}): FrameStruct => ({
    ...plain,
    ...where,
    ref: 4,
    length: text.length,
    content: (e) => encoding.writeVarString(e, text),
  }),
  embed: (json: string, where: Where = {}): FrameStruct => ({
    ...plain,
    ...where,
    ref: 5,
    length: 1,
    content: (e) => encoding.writeVarString(e, json),
  }),
  format: (key: string, json: string, where: Where = {}): FrameStruct => ({
    ...plain,
    ...where,
    ref: 6,
    length: 1,
    content: (e) => {
      encoding.writeVarString(e, key)
      encoding.writeVarString(e, json)
    },
  }),
  /** 0 array, 1 map, 2 text, 3 element, 4 fragment, 5 hook, 6 xml text. */
  type: (type: number, where: Where = {}): FrameStruct => ({
    ...plain,
    ...where,
    ref: 7,
    length: 1,
    content: (e) => {
      encoding.writeVarUint(e, type)
      if (type === 3 || type === 5) encoding.writeVarString(e, "paragraph")
    },
  }),
  any: (values: unknown[], where: Where = {}): FrameStruct => ({
    ...plain,
    ...where,
    ref: 8,
    length: values.length,
    content: (e) => {
      encoding.writeVarUint(e, values.length)
      for (const value of values) encoding.writeAny(e, value as Parameters<typeof encoding.writeAny>[1])
    },
  }),
  binary: (where: Where = {}): FrameStruct => ({
    ...plain,
    ...where,
    ref: 3,
    length: 1,
    content: (e) => encoding.writeVarUint8Array(e, new Uint8Array([1, 2, 3])),
  }),
  subdocument: (where: Where = {}): FrameStruct => ({
    ...plain,
    ...where,
    ref: 9,
    length: 1,
    content: (e) => {
      encoding.writeVarString(e, "another-doc")
      encoding.writeAny(e, {})
    },
  }),
}

export function writeFrame({ clients, deletes }: FrameParts): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length)
    for (const { client, clock, structs, claimed } of clients) {
      for (const n of [claimed ?? structs.length, client, clock]) encoding.writeVarUint(encoder, n)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const { client, ranges } of deletes) for (const n of [client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, n)
  })
}

function writeStruct(encoder: encoding.Encoder, { ref, length, origin, right, parent, sub, content }: FrameStruct): void {
  if (ref === 0 || ref === 10) {
    encoding.writeUint8(encoder, ref)
    return encoding.writeVarUint(encoder, length)
  }
  const hasParent = !origin && !right
  encoding.writeUint8(encoder, ref | (origin ? 128 : 0) | (right ? 64 : 0) | (sub === null ? 0 : 32))
  for (const id of [origin, right]) if (id) writeId(encoder, id)
  if (hasParent) {
    const isRoot = parent !== null && "root" in parent
    encoding.writeVarUint(encoder, isRoot ? 1 : 0)
    if (isRoot) encoding.writeVarString(encoder, parent.root)
    else writeId(encoder, parent ?? { client: 0, clock: 0 })
    if (sub !== null) encoding.writeVarString(encoder, sub)
  }
  if (ref === 1) encoding.writeVarUint(encoder, length)
  content(encoder)
}

function writeId(encoder: encoding.Encoder, id: FrameId): void {
  encoding.writeVarUint(encoder, id.client)
  encoding.writeVarUint(encoder, id.clock)
}

/** An honest update as its parts; written again, it is the same bytes or says the same. */
export function readFrame(update: Uint8Array): FrameParts {
  const { structs, ds } = Y.decodeUpdate(update)
  const clients = new Map<number, FrameClient>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const one = clients.get(client) ?? { client, clock, structs: [] }
    clients.set(client, one)
    one.structs.push(partsOf(struct))
  }
  const deletes = [...ds.clients].map(([client, items]) => ({
    client,
    ranges: items.map(({ clock, len }): [number, number] => [clock, len]),
  }))
  return { clients: [...clients.values()], deletes }
}

function partsOf(struct: ReturnType<typeof Y.decodeUpdate>["structs"][number]): FrameStruct {
  if (!(struct instanceof Y.Item)) return { ...plain, ref: struct instanceof Y.Skip ? 10 : 0, length: struct.length, content: () => {} }
  const { origin, rightOrigin, parent, parentSub, content, length } = struct as Y.Item & { parent: unknown }
  return {
    ref: content.getRef(),
    length,
    origin: idOf(origin),
    right: idOf(rightOrigin),
    parent: typeof parent === "string" ? { root: parent } : idOf(parent instanceof Y.ID ? parent : null),
    sub: parentSub,
    content: (encoder) => {
      if (content.getRef() === 1) return
      const own = new Y.UpdateEncoderV1()
      content.write(own, 0)
      encoding.writeUint8Array(encoder, encoding.toUint8Array(own.restEncoder))
    },
  }
}

const idOf = (id: Y.ID | null): FrameId | null => id && { client: id.client, clock: id.clock }
