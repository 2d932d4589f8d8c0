// The server's HTTP API as an outside program uses it. Knows only the contract.
export type Opened = { workshopId: string; joinUrl: string; joinCode: string; organiserUrl: string; organiserKey: string }
export type Joined = { seatId: string; seatKey: string; returnCode: string; clientIds: { from: number; count: number } }

/** Sends JSON; throws with the server's sentence unless the answer is 2xx. */
export async function call<T>(url: string, body: unknown, key?: string, method = "POST"): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${new URL(url).pathname}: ${answer.status} ${text}`)
  return (text === "" ? null : JSON.parse(text)) as T
}

export const openWorkshop = (origin: string, body: object): Promise<Opened> => call(`${origin}/api/workshops`, body)

/** The join key, as it stands in the link. */
export const keyOf = (opened: Opened): string => new URL(opened.joinUrl).pathname.split("/").at(-1) ?? ""

export const join = (origin: string, opened: Opened, details: object = {}): Promise<Joined> =>
  call(`${origin}/api/workshops/${opened.workshopId}/seats`, { key: keyOf(opened), ...details })

export async function exported(origin: string, workshopId: string, format: string, key: string): Promise<string> {
  const answer = await fetch(`${origin}/api/workshops/${workshopId}/export/${format}`, { headers: { authorization: `Bearer ${key}` } })
  if (!answer.ok) throw new Error(`export ${format}: ${answer.status} ${await answer.text()}`)
  return answer.text()
}

/** As the page's form sends it. */
export async function sayNeed(origin: string, { workshopId }: Opened, { seatKey }: Joined, form: Record<string, string>): Promise<void> {
  const answer = await fetch(`${origin}/w/${workshopId}/access`, {
    method: "POST",
    headers: { cookie: `eb_${workshopId}=${seatKey}`, origin },
    body: new URLSearchParams(form),
  })
  if (!answer.ok) throw new Error(`access: ${answer.status}`)
}

/** Before joining, on a device that others use; answers the private link. */
export async function sayNeedBefore(origin: string, { joinUrl, workshopId }: Opened, form: Record<string, string>): Promise<string> {
  const answer = await fetch(`${joinUrl}/access`, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({ ...form, shared: "yes" }),
  })
  const link = new RegExp(`href="([^"]+/w/${workshopId}/access/\\w+)"`).exec(await answer.text())?.[1]
  if (link === undefined) throw new Error(`access: ${answer.status}`)
  return link
}
