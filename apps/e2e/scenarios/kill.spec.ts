// The server is killed at random moments while ten stock clients write. What any other client has seen is there afterwards, once.
import { expect, test } from "@playwright/test"
import { join, openWorkshop } from "../api.ts"
import { TestServer } from "../server.ts"
import { StockClient, until } from "../stock-client.ts"

const KILLS = Number(process.env.KILLS)
const CLIENTS = 10

test(`${KILLS} kills: what another phone has seen is never lost and never doubled`, async () => {
  test.setTimeout(60_000 + KILLS * 10_000)
  const server = await TestServer.start()
  try {
    const opened = await openWorkshop(server.origin, { title: "Kills" })
    const seats = await Promise.all(Array.from({ length: CLIENTS }, () => join(server.origin, opened)))
    const reader = await join(server.origin, opened)
    const seen = new Set<string>()
    for (let kill = 1; kill <= KILLS; kill++) {
      await writeUntilKilled(kill)
      await server.boot()
      const after = new StockClient(server.origin, opened.workshopId, reader)
      await after.synced()
      const texts = after.texts()
      after.leave()
      const counts = new Map<string, number>()
      for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
      expect(
        [...seen].filter((text) => !counts.has(text)),
        `lost at kill ${kill}`,
      ).toEqual([])
      expect(
        [...counts].filter(([, count]) => count !== 1),
        `doubled at kill ${kill}`,
      ).toEqual([])
    }
    expect(seen.size).toBeGreaterThan(KILLS * CLIENTS)
    console.log(`= kills: ${KILLS} kills, ${seen.size} notes seen by others, 0 lost, 0 doubled`)

    /** New docs each time: the authors' own are thrown away at the kill, so only the server can know. */
    async function writeUntilKilled(round: number): Promise<void> {
      const clients = seats.map((seat) => new StockClient(server.origin, opened.workshopId, seat))
      await Promise.all(clients.map((client) => client.synced()))
      clients.forEach((client, author) =>
        client.notes.observe((event, transaction) => {
          if (transaction.local) return
          for (const id of event.keysChanged) {
            const text = String(client.notes.get(id)?.get("text"))
            if (!text.startsWith(`${author}-`)) seen.add(text)
          }
        }),
      )
      const writing = clients.map((client, author) => {
        let n = 0
        return setInterval(() => client.addNote(`${author}-${round}-${(n += 1)}`), 5 + author)
      })
      await until("others to see something", () => seen.size > (round - 1) * CLIENTS)
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 230))
      await server.kill()
      writing.forEach(clearInterval)
      clients.forEach((client) => client.leave())
    }
  } finally {
    await server.dispose()
  }
})
