// Where somebody who leaves quickly lands: a page that says nothing, leads nowhere and names nothing of ours. And the way there for
// pages without a script.
import { html } from "hono/html"
import { Hono } from "hono"
import { accessCookieHeader, isSecure, seatCookieHeader } from "../asking.ts"
import { headerOf, type Env } from "../context.ts"
import type { Deps } from "../deps.ts"

export const awayRoutes = (deps: Pick<Deps, "config">) =>
  new Hono<Env>()
    .get("/away", (c) => {
      const { words } = c.var
      const page = html`<!doctype html>
        <html lang="${words.tag}" dir="${words.dir}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="robots" content="noindex" />
            <title>${words.say("away.title")}</title>
            <link rel="icon" href="data:," />
          </head>
          <body>
            <main><h1>${words.say("away.words")}</h1></main>
          </body>
        </html>`
      return c.html(page, 200, { "Content-Language": words.tag, Vary: "Accept-Language" })
    })
    // Whoever made a browser send this form has only made it forget where it was: the three words lead back.
    .post("/w/:id{[0-9A-Za-z]+}/away", (c) => {
      const gone = { workshopId: c.req.param("id"), seconds: 0, secure: isSecure(headerOf(c), deps.config) }
      c.header("Set-Cookie", seatCookieHeader({ ...gone, seatKey: "" }))
      c.header("Set-Cookie", accessCookieHeader({ ...gone, key: "" }), { append: true })
      return c.redirect("/away", 303)
    })
