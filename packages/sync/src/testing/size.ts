// How large a random test is: as its environment says, where vitest.config.ts puts the sizes of campaigns.json.

export function sizeOf(name: string): number {
  const size = Number(process.env[name])
  if (!Number.isSafeInteger(size) || size < 1) throw new Error(`${name} is not set: run with the vitest.config.ts of the root`)
  return size
}
