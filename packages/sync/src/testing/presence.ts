// Awareness frames as phones send them, honest or not: written by hand, so that a test may lie.
import * as encoding from "lib0/encoding"

export type Said = { clientId: number; clock: number; json: string }

/** `count` is what the frame says it holds. */
export const awarenessOf = (said: readonly Said[], count = said.length): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, count)
        for (const { clientId, clock, json } of said) {
          encoding.writeVarUint(inner, clientId)
          encoding.writeVarUint(inner, clock)
          encoding.writeVarString(inner, json)
        }
      }),
    )
  })

/** One state with a cursor. */
export const cursorAt = (clientId: number, clock: number, cursor: unknown): Uint8Array =>
  awarenessOf([{ clientId, clock, json: JSON.stringify({ cursor }) }])
