// Reads a Yjs V1 update without Yjs: bounded by its bytes, building nothing but a flat list. Owns the format
// (yjs/src/utils/encoding.js, readClientsStructRefs and readDeleteSet); knows no Doc. `Y.decodeUpdate` itself is not safe here:
// seven bytes can claim 33 million structs.
import * as decoding from "lib0/decoding"

/** Structs a frame may hold. A two-hour offline phone sends some hundreds; a 2,000-note board about 15,000. */
const STRUCT_LIMIT = 20_000
/** Client ids and delete ranges in one frame. A step 2 repeats every deletion of the board. */
const CLIENTS_LIMIT = 1000
const DELETES_LIMIT = 100_000
/** Values in one frame, and characters of a format's or embed's JSON. */
const VALUES_LIMIT = 50_000
const JSON_LIMIT = 10_000
/** Length of one struct, in Yjs clock ticks. */
const STRUCT_LENGTH_LIMIT = 1_000_000
const ANY_DEPTH_LIMIT = 32
/** Y type refs a board may hold: array, map, text, xml element, fragment, xml text. Not the xml hook (5). */
const ALLOWED_TYPES = new Set([0, 1, 2, 3, 4, 6])
const SHORT_STRING = 200
const PROTO = "__proto__"
/** Clocks are below this, so that an id fits in one number. A phone that typed a letter a millisecond would need two years. */
const CLOCK_LIMIT = 2 ** 36

export type Id = { readonly client: number; readonly clock: number }
export type Parent = { readonly root: string } | { readonly item: Id } | null
/** `parts`: lists, objects and keys within the values. */
export type Content =
  | { kind: "deleted" }
  | { kind: "string"; units: number }
  | { kind: "format"; key: string }
  | { kind: "embed"; jsonLength: number }
  | { kind: "type" }
  | { kind: "any"; parts: number }
/** `bytes`: where it stands in the update. */
type Any = { client: number; clock: number; length: number; bytes: { from: number; to: number } }
export type Item = Any & {
  type: "item"
  origin: Id | null
  rightOrigin: Id | null
  parent: Parent
  parentSub: string | null
  content: Content
}
export type Struct = (Any & { type: "gc" | "skip" }) | Item
/** Whether everything an item refers to is there. */
export const hasAll = ({ origin, rightOrigin, parent }: Item, isThere: (id: Id) => boolean): boolean =>
  (!origin || isThere(origin)) && (!rightOrigin || isThere(rightOrigin)) && (!parent || !("item" in parent) || isThere(parent.item))

/** `deletes`: client, clock and length of each range, one after the other: of each client in order, none over another. */
type Scan = { ok: true; structs: Struct[]; deletes: number[] } | { ok: false; why: string }

class Malformed extends Error {}
const refuse = (why: string): never => {
  throw new Malformed(why)
}

/** Never throws; cost is linear in the bytes. */
export function scanUpdate(update: Uint8Array): Scan {
  try {
    const decoder = decoding.createDecoder(update)
    const structs = readStructs(decoder)
    const deletes = readDeletes(decoder)
    return decoding.hasContent(decoder) ? { ok: false, why: "bytes left over" } : { ok: true, structs, deletes }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : "unreadable" }
  }
}

const remaining = (decoder: decoding.Decoder): number => decoder.arr.length - decoder.pos

/** A count of things that take at least `bytesEach`, so it can't claim more than is there. */
function readCount(decoder: decoding.Decoder, bytesEach: number): number {
  const count = decoding.readVarUint(decoder)
  return count * bytesEach > remaining(decoder) ? refuse("count beyond the bytes") : count
}

function readClients(decoder: decoding.Decoder, bytesEach: number): number {
  const clients = readCount(decoder, bytesEach)
  return clients > CLIENTS_LIMIT ? refuse("too many clients") : clients
}

function readValues(decoder: decoding.Decoder, bytesEach: number): number {
  const values = readCount(decoder, bytesEach)
  return values > VALUES_LIMIT ? refuse("too many values") : values
}

function readStructs(decoder: decoding.Decoder): Struct[] {
  const structs: Struct[] = []
  const seen = new Set<number>()
  for (let clients = readClients(decoder, 3); clients > 0; clients--) {
    const count = readCount(decoder, 2)
    const client = decoding.readVarUint(decoder)
    if (seen.has(client)) refuse("one client twice")
    seen.add(client)
    let clock = decoding.readVarUint(decoder)
    if (structs.length + count > STRUCT_LIMIT) refuse("too many structs")
    for (let i = 0; i < count; i++) {
      const struct = readStruct(decoder, client, clock)
      if (struct.length < 1 || struct.length > STRUCT_LENGTH_LIMIT) refuse("struct length")
      clock += struct.length
      if (clock > CLOCK_LIMIT) refuse("clock")
      structs.push(struct)
    }
  }
  return structs
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const bytes = { from: decoder.pos, to: 0 }
  const info = decoding.readUint8(decoder)
  const ref = info & 31
  const struct = ref === 0 || ref === 10 ? readEmpty(decoder, client, clock, bytes, ref) : readItem(decoder, client, clock, bytes, info)
  bytes.to = decoder.pos
  return struct
}

const readEmpty = (decoder: decoding.Decoder, client: number, clock: number, bytes: Any["bytes"], ref: 0 | 10): Struct => ({
  type: ref === 0 ? "gc" : "skip",
  client,
  clock,
  length: decoding.readVarUint(decoder),
  bytes,
})

function readItem(decoder: decoding.Decoder, client: number, clock: number, bytes: Any["bytes"], info: number): Item {
  const origin = info & 128 ? readId(decoder) : null
  const rightOrigin = info & 64 ? readId(decoder) : null
  const hasParent = (info & 192) === 0
  const parent = hasParent ? readParent(decoder) : null
  const parentSub = hasParent && info & 32 ? readKey(decoder) : null
  const { content, length } = readContent(decoder, info & 31)
  return { type: "item", client, clock, length, origin, rightOrigin, parent, parentSub, content, bytes }
}

const readId = (decoder: decoding.Decoder): Id => ({ client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) })

function readParent(decoder: decoding.Decoder): Parent {
  return decoding.readVarUint(decoder) === 1 ? { root: decoding.readVarString(decoder) } : { item: readId(decoder) }
}

/** Most strings are short and plain: those need no decoding to be known sound. Answers the UTF-16 units. */
function skipString(decoder: decoding.Decoder): number {
  const from = decoder.pos
  const length = decoding.readVarUint(decoder)
  const end = decoder.pos + length
  if (length > SHORT_STRING || end > decoder.arr.length) return decodeAt(decoder, from).length
  for (let at = decoder.pos; at < end; at++) if ((decoder.arr[at] ?? 128) > 127) return decodeAt(decoder, from).length
  decoder.pos = end
  return length
}

function decodeAt(decoder: decoding.Decoder, at: number): string {
  decoder.pos = at
  return decoding.readVarString(decoder)
}

function skipKey(decoder: decoding.Decoder): void {
  const from = decoder.pos
  if (skipString(decoder) !== PROTO.length) return
  const end = decoder.pos
  decoder.pos = from
  readKey(decoder)
  decoder.pos = end
}

function readKey(decoder: decoding.Decoder): string {
  const key = decoding.readVarString(decoder)
  return key === PROTO ? refuse("forbidden key") : key
}

function readContent(decoder: decoding.Decoder, ref: number): { content: Content; length: number } {
  switch (ref) {
    case 1:
      return { content: { kind: "deleted" }, length: decoding.readVarUint(decoder) }
    case 4: {
      const units = skipString(decoder)
      return { content: { kind: "string", units }, length: units }
    }
    case 5:
      return { content: { kind: "embed", jsonLength: readJson(decoder) }, length: 1 }
    case 6:
      return { content: readFormat(decoder), length: 1 }
    case 7: {
      const type = decoding.readVarUint(decoder)
      if (!ALLOWED_TYPES.has(type)) refuse(`type ${type}`)
      if (type === 3) skipKey(decoder)
      return { content: { kind: "type" }, length: 1 }
    }
    case 8: {
      const length = readValues(decoder, 1)
      let parts = 0
      for (let i = 0; i < length; i++) parts += skipAny(decoder, 0)
      return { content: { kind: "any", parts }, length }
    }
    default: // 2 JSON and 3 binary are never written by a board, 9 is a subdocument
      return refuse(`content kind ${ref}`)
  }
}

function readFormat(decoder: decoding.Decoder): Content {
  const key = readKey(decoder)
  readJson(decoder)
  return { kind: "format", key }
}

/** Answers its length in characters. */
function readJson(decoder: decoding.Decoder): number {
  const json = decoding.readVarString(decoder)
  if (json.length > JSON_LIMIT) refuse("json too long")
  checkKeys(JSON.parse(json), 0)
  return json.length
}

function checkKeys(value: unknown, depth: number): void {
  if (depth > ANY_DEPTH_LIMIT) refuse("nested too deep")
  if (typeof value !== "object" || value === null) return
  if (!Array.isArray(value) && Object.hasOwn(value, PROTO)) refuse("forbidden key")
  for (const inner of Object.values(value)) checkKeys(inner, depth + 1)
}

/** lib0's `any` encoding, kind by kind, without building the value. Answers how many lists, objects and keys it has. */
function skipAny(decoder: decoding.Decoder, depth: number): number {
  if (depth > ANY_DEPTH_LIMIT) refuse("nested too deep")
  const kind = decoding.readUint8(decoder)
  if (kind === 118) return skipObject(decoder, depth)
  if (kind === 117) return skipArray(decoder, depth)
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return 0
    case 125:
      decoding.readVarInt(decoder)
      return 0
    case 124:
      decoding.readFloat32(decoder)
      return 0
    case 123:
      decoding.readFloat64(decoder)
      return 0
    case 122:
      decoding.readBigInt64(decoder)
      return 0
    case 119:
      skipString(decoder)
      return 0
    default: // 116 is binary
      return refuse(`value kind ${kind}`)
  }
}

function skipObject(decoder: decoding.Decoder, depth: number): number {
  const count = readValues(decoder, 2)
  let parts = 1 + count
  for (let i = 0; i < count; i++) {
    skipKey(decoder)
    parts += skipAny(decoder, depth + 1)
  }
  return parts
}

function skipArray(decoder: decoding.Decoder, depth: number): number {
  let parts = 1
  for (let count = readValues(decoder, 1); count > 0; count--) parts += skipAny(decoder, depth + 1)
  return parts
}

/** Yjs looks at every struct in every range, so ranges over one another would cost their product: what it writes itself is sorted. */
function readDeletes(decoder: decoding.Decoder): number[] {
  const ranges: number[] = []
  const seen = new Set<number>()
  for (let clients = readClients(decoder, 2); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    if (seen.has(client)) refuse("one client twice")
    seen.add(client)
    let end = 0
    for (let count = readCount(decoder, 2); count > 0; count--) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length < 1 || clock < end || clock + length > CLOCK_LIMIT) refuse("delete range")
      end = clock + length
      ranges.push(client, clock, length)
      if (ranges.length > 3 * DELETES_LIMIT) refuse("too many deletes")
    }
  }
  return ranges
}
