// Is the process alive, can it serve and store, and which version is it. For whatever keeps the server running.
import { Hono } from "hono"
import type { Env } from "../context.ts"
import type { Deps } from "../deps.ts"

export const VERSION = "0.1.0"

export const healthRoutes = ({ store, log }: Pick<Deps, "store" | "log">) =>
  new Hono<Env>()
    .get("/livez", (c) => c.text("ok"))
    .get("/readyz", async (c) => {
      const healthy = await store.healthy().catch((error: unknown) => {
        log.warn({ err: error }, "the store does not answer")
        return false
      })
      return healthy ? c.text("ok") : c.text("cannot store", 503)
    })
    .get("/version", (c) => c.json({ name: "evenboard", version: VERSION }))
