// A workshop with real words on it, made in a second: by stock clients and HTTP, not by hand. For looking at screens, not for proving
// the story: that is told in scenarios/story.spec.ts.
import * as Y from "yjs"
import { call, join, openWorkshop, sayNeed, type Joined, type Opened } from "./api.ts"
import { comments, HOST_AUTHOR, QUESTION } from "./cases/london.ts"
import { TestServer } from "./server.ts"
import { noteId, StockClient, until } from "./stock-client.ts"

export type Played = {
  server: TestServer
  opened: Opened
  /** A second room that nobody here has joined, and one whose door is shut. */
  other: Opened
  shut: Opened
  /** The seat that hosts. */
  host: Joined
  guest: Joined
  /** The link of the one who reads what people need. */
  contactUrl: string
  /** Words of things to open: a note with a suggestion on it, a theme, an option. */
  note: string
  theme: string
  option: string
  /** The words on top of a stack. */
  stack: string
}

const THEMES: readonly { title: string; ids: readonly number[]; aboutUs?: boolean }[] = [
  { title: "Talking as equals", ids: [18, 20, 22, 23, 28, 37] },
  { title: "Power to decide", ids: [19, 16, 31, 36, 30] },
  { title: "Honest facts", ids: [21, 27, 29, 25, 34] },
  { title: "Who polices us, and how they are chosen", ids: [24, 26, 32, 33, 35] },
  { title: "About us", ids: comments.filter((one) => one.isAboutUs).map((one) => one.id), aboutUs: true },
]
/** What three people say each in their words. */
const STACK = [19, 16, 36] as const
const OPTIONS = [
  {
    name: "A youth panel that meets twice a year",
    answers: [31, 36, 28],
    who: "Rosa, and two from the youth club",
    leftOut: "People who work in the evening",
  },
  { name: "Officers write briefs, young people question them", answers: [21, 34], pays: "The borough, out of the training money" },
  { name: "Vouchers for every evening given", answers: [15, 17] },
  { name: "Open days at the station", answers: [] },
] as const
const MATRIX = [
  { text: "Nobody answers for months", kind: "risk", place: { likely: 4, effect: -2 }, forWhom: "young people", about: 1 },
  { text: "Only the loud ones come", kind: "risk", place: { likely: 3, effect: -1 }, forWhom: "quiet people", about: 0 },
  { text: "Officers learn our names", kind: "opportunity", place: { likely: 2, effect: 1 }, about: 0 },
  { text: "يصدقنا الجيران أكثر", kind: "opportunity", place: { likely: 4, effect: 2 }, about: 2 },
  { text: "The room is too far for some of us", kind: "risk" },
] as const
const PLEDGES = [
  "Everyone's words count the same.",
  "We say it when we do not know a word, and nobody laughs.",
  "What people tell about themselves stays in this room, unless they say that it may leave it.",
]
const SENTENCES = [
  "We agree to start a youth panel before the summer.",
  "We agree that officers answer the panel's questions in writing.",
  "We agree to pay for people's time.",
] as const

/** Ranks a0 … az, b00 …: as many as a column needs. */
const rank = (i: number): string => (i < 60 ? `a${DIGITS[i]}` : `b${DIGITS[Math.floor(i / 60)]}${DIGITS[i % 60]}`)
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

const map = (fields: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(fields))

export async function played(): Promise<Played> {
  const server = await TestServer.start()
  const opened = await openWorkshop(server.origin, {
    title: "Young people and policing",
    purpose: QUESTION,
    groups: ["Young Londoners", "Police and council staff", "Voluntary groups"],
  })
  const seatOf = (details: object): Promise<Joined> => join(server.origin, opened, details)
  const host = await seatOf({ name: "Farah", showName: true, group: "Voluntary groups", table: "1" })
  const guest = await seatOf({ name: "Rosa", showName: true, group: "Young Londoners", table: "2" })
  const seats = new Map<string, Joined>([
    [HOST_AUTHOR, host],
    ["11", guest],
  ])
  for (const { author } of comments)
    if (!seats.has(author))
      seats.set(
        author,
        await seatOf({
          name: `Person ${author}`,
          showName: Number(author) % 2 === 0,
          group: Number(author) % 3 ? "Young Londoners" : "Police and council staff",
          table: Number(author) % 4 ? "2" : "online",
        }),
      )
  const at = `${server.origin}/api/workshops/${opened.workshopId}`
  const ids = new Map<number, string>()
  for (const { id, author, words } of comments) {
    const added = await call<{ noteId: string }>(`${at}/notes`, { text: words, kind: "need" }, seats.get(author)?.seatKey)
    ids.set(id, added.noteId)
  }
  const spoken = await call<{ noteId: string }>(
    `${at}/notes`,
    { text: "I would come if it was not in the police station", kind: "need", for: { name: "Mrs Okafor" } },
    guest.seatKey,
  )
  await call(`${at}/notes`, { text: "I can bring tea and a warm room", kind: "offer", for: { table: "2" } }, guest.seatKey)
  await call(`${at}/intents`, { id: "open-old-tom", type: "open-seat", name: "Old Tom", table: "2" }, guest.seatKey)

  const client = new StockClient(server.origin, opened.workshopId, guest)
  await client.synced()
  const { doc } = client
  const [themes, links, agreements, actions, pledges] = ["themes", "links", "agreements", "actions", "pledges"].map((name) =>
    doc.getMap<Y.Map<unknown>>(name),
  )
  if (!themes || !links || !agreements || !actions || !pledges) throw new Error("the board has no maps")
  const link = (from: string, to: string, kind: string) => links.set(`${from}>${to}>${kind}`, map({}))
  const themeIds = THEMES.map(() => noteId())
  const optionIds = OPTIONS.map(() => noteId())
  const pledgeIds = PLEDGES.map(() => noteId())
  const sentenceIds = SENTENCES.map(() => noteId())
  doc.transact(() => {
    THEMES.forEach(({ title, ids: members, aboutUs }, i) => {
      themes.set(themeIds[i] ?? "", map({ canvas: "needs", title: new Y.Text(title), rank: rank(i), ...(aboutUs ? { aboutUs } : {}) }))
      members.forEach((id, j) => {
        const note = client.notes.get(ids.get(id) ?? "")
        note?.set("themeId", themeIds[i])
        note?.set("rank", rank(j))
      })
    })
    OPTIONS.forEach((option, i) => {
      const id = optionIds[i] ?? ""
      client.notes.set(id, map({ kind: "option", canvas: "options", themeId: null, rank: rank(i), text: new Y.Text(option.name) }))
      for (const need of option.answers) link(id, ids.get(need) ?? "", "answers")
      for (const field of ["who", "pays", "leftOut"] as const)
        if (field in option) doc.getText(`${field}:${id}`).insert(0, String((option as Record<string, unknown>)[field]))
    })
    for (const id of STACK) client.notes.get(ids.get(id) ?? "")?.set("stack", ids.get(STACK[0]))
    const paragraph = new Y.XmlElement("paragraph")
    paragraph.insert(0, [new Y.XmlText("After each stop, the officer writes half a page: what was seen, what was done, and why.")])
    doc.getXmlFragment(`description:${optionIds[1]}`).insert(0, [paragraph])
    MATRIX.forEach((one, i) => {
      const id = noteId()
      client.notes.set(
        id,
        map({
          kind: one.kind,
          canvas: "matrix",
          themeId: null,
          rank: rank(i),
          text: new Y.Text(one.text),
          ...("place" in one ? { place: map(one.place) } : {}),
          ...("forWhom" in one ? { forWhom: one.forWhom } : {}),
        }),
      )
      if ("about" in one) link(id, optionIds[one.about] ?? "", "about")
    })
    SENTENCES.forEach((text, i) => {
      agreements.set(sentenceIds[i] ?? "", map({ text: new Y.Text(text), rank: rank(i) }))
      link(sentenceIds[i] ?? "", optionIds[i] ?? "", "source")
    })
    PLEDGES.forEach((text, i) => pledges.set(pledgeIds[i] ?? "", map({ text: new Y.Text(text), rank: rank(i) })))
    actions.set(
      noteId(),
      map({
        text: new Y.Text("Ask the youth club for a room"),
        who: "Rosa",
        by: "2030-05-01",
        agreementId: sentenceIds[0] ?? null,
        rank: "a0",
      }),
    )
    actions.set(
      noteId(),
      map({ text: new Y.Text("Ask the council for vouchers"), who: "", by: "", agreementId: sentenceIds[2] ?? null, rank: "a0" }),
    )
    client.notes.get(ids.get(38) ?? "")?.set("aside", map({ reason: "We answer this in the meeting with the commander" }))
    const suggestion = map({
      noteId: ids.get(29) ?? "",
      text: new Y.Text("Good detail, clear and thorough: the full truth"),
      state: "open",
    })
    doc.getMap("suggestions").set(noteId(), suggestion)
  })
  // Somebody else's change of a note of the guest's.
  const changer = new StockClient(server.origin, opened.workshopId, seats.get("14") ?? host)
  await changer.synced()
  const changed = changer.notes.get(ids.get(25) ?? "")?.get("text")
  if (changed instanceof Y.Text) changed.insert(changed.length, " And from their own mistakes.")
  // It is not in the plan this time, nor is a whole theme; its author answers.
  changer.notes.get(ids.get(25) ?? "")?.set("notThisTime", map({ reason: "The training for this year is fixed already" }))
  changer.doc
    .getMap<Y.Map<unknown>>("themes")
    .get(themeIds[3] ?? "")
    ?.set("notThisTime", map({ reason: "Parliament decides this, not we" }))
  client.notes.get(ids.get(25) ?? "")?.set("answer", "I did not mean a training, I meant that they say sorry")
  const intent = (body: object, key: string) => call(`${at}/intents`, { id: noteId(), ...body }, key)
  await until("the sentences to be there", () =>
    intent({ type: "raise-hand", agreementId: sentenceIds[0], stance: "for" }, guest.seatKey).then(
      () => true,
      () => false,
    ),
  )
  await intent({ type: "raise-hand", agreementId: sentenceIds[0], stance: "for" }, host.seatKey)
  for (const { seatKey } of [guest, host])
    await call(`${at}/pledges/${pledgeIds[0]}/goes-along`, { words: PLEDGES[0], goes: true }, seatKey, "PUT")
  await intent({ type: "raise-hand", agreementId: sentenceIds[1], stance: "worried" }, host.seatKey)
  await intent({ type: "count-hands", agreementId: sentenceIds[0], for: 11, worried: 2 }, guest.seatKey)
  await intent(
    { type: "say-worry", agreementId: sentenceIds[1], words: "What if an officer writes what suits them?", for: { name: "Mrs Okafor" } },
    guest.seatKey,
  )
  const harsh = await call<{ noteId: string }>(
    `${at}/notes`,
    { text: "Something with a private address in it", kind: "need" },
    (seats.get("14") ?? guest).seatKey,
  )
  await intent({ type: "hide-note", noteId: harsh.noteId, reason: "It named where somebody lives" }, host.seatKey)
  await intent({ type: "move-stage", to: "needs" }, host.seatKey)
  await intent({ type: "start-timer", minutes: 20 }, host.seatKey)
  await until("the words of somebody else's change", () => client.texts().some((text) => text.endsWith("their own mistakes.")))
  client.leave()
  changer.leave()
  const other = await openWorkshop(server.origin, {
    title: "Better mornings",
    purpose: "How mornings could begin for people who need help",
    groups: ["Residents", "Staff"],
  })
  const shut = await openWorkshop(server.origin, { title: "Better evenings" })
  await join(server.origin, shut, { name: "Farah", showName: true })
  const contact = { name: "Ana Ruiz", reach: "07700 900123, or at the front desk of the library" }
  const naming = ({ workshopId, organiserKey }: Opened) =>
    call<{ contactUrl: string }>(`${server.origin}/api/workshops/${workshopId}/organiser/access`, contact, organiserKey, "PUT")
  const [{ contactUrl }] = await Promise.all([naming(opened), naming(other)])
  const needs = [
    [guest, { words: "I come straight from work. Something to eat, and a chair near the door.", speaks: "Spanish", supporter: "yes" }],
    [host, { words: "أحتاج إلى مترجم، ولا أستطيع صعود الدرج.", speaks: "العربية", reach: "Farah, 07700 900456" }],
  ] as const
  for (const [seat, form] of needs) await sayNeed(server.origin, opened, seat, form)
  await call(`${server.origin}/api/workshops/${shut.workshopId}/organiser/door`, { open: false }, shut.organiserKey)
  return {
    server,
    opened,
    other,
    shut,
    host,
    guest,
    contactUrl,
    note: comments.find((one) => one.id === 29)?.words ?? spoken.noteId,
    theme: THEMES[0]?.title ?? "",
    option: OPTIONS[0].name,
    stack: comments.find((one) => one.id === STACK[0])?.words ?? "",
  }
}
