// Everybody's rights over content are the same: whatever one seat may do to anybody's notes, every seat may, whether it hosts, types for
// others, or just came; and whoever set the workshop up has no rights over content by that (R36, PR20).
import { afterEach, expect, test } from "vitest"
import {
  COMMAND_TYPES,
  newId,
  readBoard,
  run,
  type ActionId,
  type AgreementId,
  type Command,
  type NoteId,
  type PledgeId,
  type StackId,
  type SuggestionId,
  type ThemeId,
} from "@evenboard/board"
import { livePhone } from "./testing/live-phone.ts"
import { openTestServer, problemOf, type TestServer } from "./testing/server.ts"

let server: TestServer
afterEach(() => server.close())

/** Every way to change a board, each at once to something that somebody else made. Ids are new each time. */
function everything({ need, other, worry, option }: Record<"need" | "other" | "worry" | "option", NoteId>): Command[] {
  const [theme, second] = [newId<ThemeId>(), newId<ThemeId>()]
  const [agreement, action] = [newId<AgreementId>(), newId<ActionId>()]
  const suggestions = [newId<SuggestionId>(), newId<SuggestionId>()] as const
  const note = newId<NoteId>()
  const pledge = newId<PledgeId>()
  const link = { from: option, to: need, kind: "answers" } as const
  return [
    { type: "add-note", id: note, kind: "need", canvas: "needs", text: "One more" },
    { type: "change-words", id: need, text: `Other words ${note}` },
    { type: "change-kind", id: other, kind: "offer" },
    { type: "change-kind", id: other, kind: "need" },
    { type: "put-together", themeId: theme, canvas: "needs", title: "Mornings", notes: [need, other] },
    { type: "put-together", themeId: second, canvas: "needs", title: "Evenings", notes: [note] },
    { type: "name-theme", themeId: theme, title: "Early mornings" },
    { type: "move-theme", themeId: second, before: theme },
    { type: "stack", stack: newId<StackId>(), on: need, notes: [other] },
    { type: "leave-stack", id: other },
    { type: "stack", stack: newId<StackId>(), on: need, notes: [other] },
    { type: "take-stack-apart", id: need },
    { type: "move", id: other, spot: { themeId: second } },
    { type: "join-themes", themeId: second, into: theme },
    { type: "make-option", id: newId<NoteId>(), themeId: theme },
    { type: "take-apart", themeId: theme },
    { type: "link", link },
    { type: "unlink", link },
    { type: "place", id: worry, place: { likely: 2, effect: -1 } },
    { type: "place", id: worry, place: null },
    { type: "say-for-whom", id: worry, forWhom: `families ${note}` },
    { type: "fill-sheet", id: option, field: "who", text: `The council ${note}` },
    { type: "move-canvas", id: other, canvas: "matrix", spot: { themeId: null } },
    { type: "move-canvas", id: other, canvas: "needs", spot: { themeId: null } },
    { type: "set-aside", id: need, reason: "said twice" },
    { type: "bring-back", id: need },
    { type: "say-outcome", of: { note: need }, reason: "no money" },
    { type: "answer-outcome", id: need, text: `Not what I meant ${note}` },
    { type: "take-back-outcome", of: { note: need } },
    { type: "suggest-words", suggestionId: suggestions[0], noteId: need, text: `Better words ${note}` },
    { type: "take-words", suggestionId: suggestions[0] },
    { type: "reopen-suggestion", suggestionId: suggestions[0], text: null },
    { type: "suggest-words", suggestionId: suggestions[1], noteId: need, text: `Or these ${note}` },
    { type: "keep-words", suggestionId: suggestions[1] },
    { type: "add-agreement", id: agreement, text: "We agree to begin", sources: [need] },
    { type: "change-agreement", id: agreement, text: "We agree to begin in May" },
    { type: "set-aside-agreement", id: agreement, reason: "later" },
    { type: "bring-back-agreement", id: agreement },
    { type: "add-action", id: action, agreementId: agreement, text: "Find a room", who: "Rosa", by: "" },
    { type: "change-action", id: action, text: "Find a warm room" },
    { type: "set-aside-action", id: action, reason: "done" },
    { type: "bring-back-action", id: action },
    { type: "add-pledge", id: pledge, text: "We listen" },
    { type: "change-pledge", id: pledge, text: "We listen to the end" },
    { type: "set-aside-pledge", id: pledge, reason: "said twice" },
    { type: "bring-back-pledge", id: pledge },
  ]
}
/** The two that only undo what another of these does. */
const UNDOING = new Set(["undo-move", "stand-again"])

test("host, scribe, participant and newcomer can do the same to everybody's words, and it is all kept", async () => {
  server = await openTestServer()
  const workshop = await server.open()
  const { workshopId } = workshop
  const host = await server.join(workshop, { name: "Rosa", showName: true })
  const author = await server.join(workshop, { name: "Ana", showName: true })
  const scribe = await server.join(workshop, { name: "Sam" })
  const participant = await server.join(workshop, { group: "Staff", table: "2" })
  const add = async (text: string, kind: "need" | "risk" | "option", key = author.seatKey, more = {}): Promise<NoteId> => {
    const answer = await server.call("POST", `/api/workshops/${workshopId}/notes`, { json: { text, kind, ...more }, key })
    expect(answer.status).toBe(201)
    return ((await answer.json()) as { noteId: NoteId }).noteId
  }
  await add("Somewhere warm", "need", scribe.seatKey, { for: { name: "Old Tom" } })
  const newcomer = await server.join(workshop)
  const roles = { host, scribe, participant, newcomer }
  for (const [role, { seatId }] of Object.entries(roles)) {
    const made = {
      need: await add("The bus stops at six", "need"),
      other: await add("No bus at night", "need"),
      worry: await add("Nobody comes", "risk"),
      option: await add("A night bus", "option"),
    }
    const commands = everything(made)
    expect(new Set(commands.map(({ type }) => type)), role).toEqual(new Set(COMMAND_TYPES.filter((type) => !UNDOING.has(type))))
    const phone = await livePhone(server.live, workshopId, seatId)
    for (const command of commands) expect(run(phone.doc, command), `${role}: ${command.type}`).toMatchObject({ ok: true })
    await phone.leave()
    const now = await server.live.now(workshopId)
    expect(now.board, role).toEqual(readBoard(phone.doc))
    // However much was changed, whose words they are stays with who wrote them.
    for (const id of Object.values(made)) expect(now.facts.get(id)?.author, role).toBe(author.seatId)
  }
})

test("the organiser's key writes nothing, and guiding the room is not writing either", async () => {
  server = await openTestServer()
  const workshop = await server.open()
  const at = `/api/workshops/${workshop.workshopId}`
  const host = await server.join(workshop)
  const refused = await server.call("POST", `${at}/notes`, { json: { text: "Mine", kind: "need" }, key: workshop.organiserKey })
  expect([refused.status, (await problemOf(refused)).reason]).toEqual([403, "not-allowed"])
  const hand = { id: newId(), type: "raise-hand", agreementId: "a", stance: "for" }
  const asked = await server.call("POST", `${at}/intents`, { json: hand, key: workshop.organiserKey })
  expect(asked.status).toBeGreaterThanOrEqual(400)
  const moved = await server.call("POST", `${at}/intents`, { json: { id: newId(), type: "move-stage", to: "needs" }, key: host.seatKey })
  expect(moved.status).toBe(200)
  expect((await server.live.now(workshop.workshopId)).board.notes.size).toBe(0)
})
