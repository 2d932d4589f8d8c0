// Reads a Yjs V1 update without Yjs: bounded by its bytes, building nothing but a flat list. Owns the format
// (yjs/src/utils/encoding.js, readClientsStructRefs and readDeleteSet); knows no Doc. `Y.decodeUpdate` itself is not safe here:
// seven bytes can claim 33 million structs.
import * as decoding from "lib0/decoding"

/** Structs a frame may hold. A two-hour offline phone sends some hundreds; a 2,000-note board about 15,000. */
export const STRUCT_LIMIT = 20_000
/** Client ids and delete ranges in one frame. A step 2 repeats every deletion of the board. */
const CLIENTS_LIMIT = 1000
const DELETES_LIMIT = 100_000
/** Values in one frame, and characters of a format's or embed's JSON. */
const VALUES_LIMIT = 50_000
const JSON_LIMIT = 10_000
/** Length of one struct, in Yjs clock ticks. */
export const STRUCT_LENGTH_LIMIT = 1_000_000
const ANY_DEPTH_LIMIT = 32

export type Id = { readonly client: number; readonly clock: number }
export type Parent = { readonly root: string } | { readonly item: Id } | null
export type Content =
  | { kind: "deleted" }
  | { kind: "string"; units: number }
  | { kind: "format" }
  | { kind: "embed" }
  | { kind: "type"; ref: number }
  | { kind: "any" }
export type Struct =
  | { type: "gc" | "skip"; client: number; clock: number; length: number }
  | {
      type: "item"
      client: number
      clock: number
      length: number
      origin: Id | null
      rightOrigin: Id | null
      parent: Parent
      parentSub: string | null
      content: Content
    }
/** `deletes`: client, clock and length of each range, one after the other. */
export type Scan = { ok: true; structs: Struct[]; deletes: number[] } | { ok: false; why: string }

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
      structs.push(struct)
    }
  }
  return structs
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const info = decoding.readUint8(decoder)
  const ref = info & 31
  if (ref === 0) return { type: "gc", client, clock, length: decoding.readVarUint(decoder) }
  if (ref === 10) return { type: "skip", client, clock, length: decoding.readVarUint(decoder) }
  const origin = info & 128 ? readId(decoder) : null
  const rightOrigin = info & 64 ? readId(decoder) : null
  const hasParent = (info & 192) === 0
  const parent = hasParent ? readParent(decoder) : null
  const parentSub = hasParent && info & 32 ? readKey(decoder) : null
  const { content, length } = readContent(decoder, ref)
  return { type: "item", client, clock, length, origin, rightOrigin, parent, parentSub, content }
}

const readId = (decoder: decoding.Decoder): Id => ({ client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) })

function readParent(decoder: decoding.Decoder): Parent {
  return decoding.readVarUint(decoder) === 1 ? { root: decoding.readVarString(decoder) } : { item: readId(decoder) }
}

function readKey(decoder: decoding.Decoder): string {
  const key = decoding.readVarString(decoder)
  return key === "__proto__" ? refuse("forbidden key") : key
}

function readContent(decoder: decoding.Decoder, ref: number): { content: Content; length: number } {
  switch (ref) {
    case 1:
      return { content: { kind: "deleted" }, length: decoding.readVarUint(decoder) }
    case 4: {
      const units = decoding.readVarString(decoder).length
      return { content: { kind: "string", units }, length: units }
    }
    case 5:
      readJson(decoder)
      return { content: { kind: "embed" }, length: 1 }
    case 6:
      readKey(decoder)
      readJson(decoder)
      return { content: { kind: "format" }, length: 1 }
    case 7: {
      const type = decoding.readVarUint(decoder)
      if (type === 3) readKey(decoder)
      return { content: { kind: "type", ref: type }, length: 1 }
    }
    case 8: {
      const length = readValues(decoder, 1)
      for (let i = 0; i < length; i++) skipAny(decoder, 0)
      return { content: { kind: "any" }, length }
    }
    default: // 2 JSON and 3 binary are never written by a board, 9 is a subdocument
      return refuse(`content kind ${ref}`)
  }
}

function readJson(decoder: decoding.Decoder): void {
  const json = decoding.readVarString(decoder)
  if (json.length > JSON_LIMIT) refuse("json too long")
  checkKeys(JSON.parse(json), 0)
}

function checkKeys(value: unknown, depth: number): void {
  if (depth > ANY_DEPTH_LIMIT) refuse("nested too deep")
  if (typeof value !== "object" || value === null) return
  if (!Array.isArray(value) && Object.hasOwn(value, "__proto__")) refuse("forbidden key")
  for (const inner of Object.values(value)) checkKeys(inner, depth + 1)
}

/** lib0's `any` encoding, kind by kind, without building the value. */
function skipAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > ANY_DEPTH_LIMIT) refuse("nested too deep")
  const kind = decoding.readUint8(decoder)
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      decoding.readVarInt(decoder)
      return
    case 124:
      decoding.readFloat32(decoder)
      return
    case 123:
      decoding.readFloat64(decoder)
      return
    case 122:
      decoding.readBigInt64(decoder)
      return
    case 119:
      decoding.readVarString(decoder)
      return
    case 118:
      for (let count = readValues(decoder, 2); count > 0; count--) {
        readKey(decoder)
        skipAny(decoder, depth + 1)
      }
      return
    case 117:
      for (let count = readValues(decoder, 1); count > 0; count--) skipAny(decoder, depth + 1)
      return
    default: // 116 is binary
      refuse(`value kind ${kind}`)
  }
}

function readDeletes(decoder: decoding.Decoder): number[] {
  const ranges: number[] = []
  for (let clients = readClients(decoder, 2); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    for (let count = readCount(decoder, 2); count > 0; count--) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length < 1 || clock + length > Number.MAX_SAFE_INTEGER) refuse("delete range")
      ranges.push(client, clock, length)
      if (ranges.length > 3 * DELETES_LIMIT) refuse("too many deletes")
    }
  }
  return ranges
}
