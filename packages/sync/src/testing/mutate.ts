// Honest frames made dishonest, on a seed: in their bytes, or in their structure, which reaches what bytes hardly ever do. Knows the
// format and no guard.
import type { Random } from "./random.ts"
import { made, readFrame, writeFrame, type FrameClient, type FrameId, type FrameParts, type FrameStruct } from "./frames.ts"

export function mutateBytes(update: Uint8Array, random: Random): Uint8Array {
  const bytes = [...update]
  for (let changes = 1 + random.below(3); changes > 0; changes--) {
    const at = random.below(bytes.length)
    const dice = random.next()
    if (dice < 0.5) bytes[at] = random.below(256)
    else if (dice < 0.7) bytes.splice(at, 1)
    else if (dice < 0.9) bytes.splice(at, 0, random.below(256))
    else bytes.length = at
  }
  return Uint8Array.from(bytes)
}

/** One to four changes of structure. `ids` are client ids that the board knows. */
export function mutateStructure(update: Uint8Array, random: Random, ids: readonly number[]): Uint8Array {
  const parts = readFrame(update)
  for (let changes = 1 + random.below(4); changes > 0; changes--) random.pick(MUTATIONS)(parts, random, ids)
  return writeFrame(parts)
}

type Mutation = (parts: FrameParts, random: Random, ids: readonly number[]) => void

const HUGE = [2 ** 31, 2 ** 36 - 1, 2 ** 36, 2 ** 48, Number.MAX_SAFE_INTEGER]
/** Mostly near, where it might pass; seldom far. */
const near = (n: number, random: Random): number => (random.chance(0.05) ? random.pick(HUGE) : Math.max(0, n + random.below(9) - 4))

function anId(parts: FrameParts, random: Random, ids: readonly number[]): FrameId {
  const own = parts.clients.length > 0 && random.chance(0.5) ? random.pick(parts.clients) : null
  if (own) return { client: own.client, clock: near(own.clock + random.below(own.structs.length + 1), random) }
  return { client: random.chance(0.9) && ids.length > 0 ? random.pick(ids) : random.below(2 ** 32), clock: near(random.below(40), random) }
}

function aClient({ clients }: FrameParts, random: Random): FrameClient | null {
  const filled = clients.filter(({ structs }) => structs.length > 0)
  return filled.length > 0 ? random.pick(filled) : null
}

/** Alters one struct. */
const struct =
  (alter: (struct: FrameStruct, parts: FrameParts, random: Random, ids: readonly number[]) => FrameStruct | void): Mutation =>
  (parts, random, ids) => {
    const client = aClient(parts, random)
    if (!client) return
    const at = random.below(client.structs.length)
    const one = client.structs[at]
    const altered = one && alter(one, parts, random, ids)
    if (altered) client.structs[at] = altered
  }

const where = ({ origin, right, parent, sub }: FrameStruct) => ({ origin, right, parent, sub })

function anyContent(one: FrameStruct, random: Random): FrameStruct {
  const place = where(one)
  const contents = [
    () => made.gc(1 + random.below(9)),
    () => made.skip(1 + random.below(9)),
    () => made.deleted(near(3, random), place),
    () => made.text(random.pick(["x", "", "👩🏽‍⚕️", "\uD83D", "long ".repeat(5000)]), place),
    () => made.embed(random.pick(["{}", "null", "[[1]]", '{"__proto__":1}', "{", "7"]), place),
    () => made.format(random.pick(["bold", "", "__proto__", "paragraph"]), random.pick(["true", "null", '{"a":1}', "x"]), place),
    () => made.type(random.below(8), place),
    () =>
      made.any(
        random.pick<unknown[]>([[], [1], [null, undefined], [{ a: [1] }], [new Uint8Array(2)], Array.from({ length: 300 }, () => 0)]),
        place,
      ),
    () => made.binary(place),
    () => made.subdocument(place),
  ]
  return random.pick(contents)()
}

const MUTATIONS: Mutation[] = [
  // whose, and from where
  (parts, random, ids) => {
    const client = aClient(parts, random)
    if (client) client.client = random.chance(0.7) && ids.length > 0 ? random.pick(ids) : random.below(2 ** 40)
  },
  (parts, random) => {
    const client = aClient(parts, random)
    if (client) client.clock = near(client.clock, random)
  },
  (parts, random) => {
    const client = aClient(parts, random)
    if (client) client.claimed = near(client.structs.length, random)
  },
  // references
  struct((one, parts, random, ids) => void (one.origin = random.chance(0.2) ? null : anId(parts, random, ids))),
  struct((one, parts, random, ids) => void (one.right = random.chance(0.2) ? null : anId(parts, random, ids))),
  struct((one) => void ([one.origin, one.right] = [one.right, one.origin])),
  struct((one) => void (one.right = one.origin)),
  struct((one, parts, random, ids) => {
    ;[one.origin, one.right] = [null, null]
    one.parent = random.chance(0.4) ? { root: random.pick(["notes", "text", "elsewhere", ""]) } : anId(parts, random, ids)
  }),
  struct((one, _parts, random) => void (one.sub = random.pick([null, "k", "n1", "text", "__proto__", "constructor", ""]))),
  // contents and lengths
  struct((one, _parts, random) => anyContent(one, random)),
  struct((one, _parts, random) => void (one.length = near(one.length, random))),
  struct((one, _parts, random) => void (one.ref = random.below(12))),
  // order and number
  (parts, random) => {
    const client = aClient(parts, random)
    const one = client && random.pick(client.structs)
    if (client && one) client.structs.splice(random.below(client.structs.length + 1), 0, { ...one })
  },
  (parts, random) => {
    const client = aClient(parts, random)
    client?.structs.splice(random.below(client.structs.length), 1)
  },
  (parts, random) => {
    const client = aClient(parts, random)
    if (client) client.structs = client.structs.toReversed()
  },
  (parts) => void (parts.clients = parts.clients.toReversed()),
  (parts, random) => {
    const client = aClient(parts, random)
    if (client) parts.clients.push({ ...client, client: random.chance(0.5) ? client.client : client.client + 1 })
  },
  (parts, random, ids) => {
    const structs = [
      made.text("own", { parent: { root: "text" } }),
      anyContent(made.text("x", { origin: anId(parts, random, ids) }), random),
    ]
    parts.clients.push({ client: 7_000_000 + random.below(9), clock: random.below(2), structs })
  },
  // deletions
  (parts, random, ids) => {
    const { client, clock } = anId(parts, random, ids)
    parts.deletes.push({ client, ranges: Array.from({ length: 1 + random.below(4) }, () => [near(clock, random), near(2, random)]) })
  },
  (parts, random) => {
    const all = parts.deletes.length > 0 ? random.pick(parts.deletes) : null
    const range = all && random.pick(all.ranges)
    if (range) range[random.below(2)] = near(range[0], random)
  },
  (parts, random) => {
    const all = parts.deletes.length > 0 ? random.pick(parts.deletes) : null
    if (all) all.ranges.push(...all.ranges.map(([clock, length]): [number, number] => [clock, length]))
  },
]
