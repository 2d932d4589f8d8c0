// The HTTP description, made from the same schemas that check the bodies. For programs, in English.
// oxlint-disable max-lines -- it is one list, an entry a route, read from top to bottom.
import * as api from "@evenboard/api"
import { Hono } from "hono"
import * as z from "zod/mini"
import type { Env } from "../context.ts"
import { VERSION } from "./health.ts"

type Json = Record<string, unknown>
type Operation = {
  method: "get" | "post" | "put" | "patch" | "delete"
  path: string
  summary: string
  key?: "seat" | "organiser" | "either" | "contact"
  body?: z.core.$ZodType
  answer: [status: number, what: string]
}

const OPERATIONS: Operation[] = [
  { method: "get", path: "/livez", summary: "200 while the process runs", answer: [200, "ok"] },
  { method: "get", path: "/readyz", summary: "200 when it can serve and store", answer: [200, "ok"] },
  { method: "get", path: "/version", summary: "Name and version", answer: [200, "{ name, version }"] },
  {
    method: "post",
    path: "/api/workshops",
    summary: "Opens a workshop, perhaps from an import",
    body: api.OpenWorkshop,
    answer: [201, "OpenedWorkshop: workshopId, joinUrl, joinCode, organiserUrl, organiserKey"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/seats",
    summary: "Joins by the join key, or comes back by three words",
    body: api.JoinByKey,
    answer: [201, "Joined: seatId, seatKey, returnCode, clientIds; browsers also get the cookie"],
  },
  {
    method: "post",
    path: "/api/seats",
    summary: "Joins by the six-digit code",
    body: api.JoinByCode,
    answer: [201, "Joined, with workshopId"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/notes",
    summary: "Adds a whole note",
    key: "seat",
    body: api.AddNote,
    answer: [201, "{ noteId, number }"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/intents",
    summary: "What must be decided in one place; a repeated id does nothing",
    key: "seat",
    body: api.Intent,
    answer: [200, "{ ok: true }; open-seat: and OpenedSeat: seatId, returnCode"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/seats/{seatId}/return-code",
    summary: "New words for somebody without a device, for the seat that opened the place; older ones stop working",
    key: "seat",
    answer: [200, "{ returnCode }"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/drafts",
    summary: "What this seat wrote alone and nobody else has seen",
    key: "seat",
    answer: [200, "OwnDrafts: drafts, roundId, written"],
  },
  {
    method: "put",
    path: "/api/workshops/{id}/drafts/{draftId}",
    summary: "Writes a draft or writes it anew; the caller makes its id, which its note keeps",
    key: "seat",
    body: api.PutDraft,
    answer: [200, "OwnDraft; willShow false where its round is over or it is kept back"],
  },
  {
    method: "delete",
    path: "/api/workshops/{id}/drafts/{draftId}",
    summary: "Throws a draft away",
    key: "seat",
    answer: [200, "{ ok: true }"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/drafts/{draftId}/show",
    summary: "Shows one that was kept back, or came after its round was shown",
    key: "seat",
    answer: [200, "{ noteId, number }"],
  },
  { method: "get", path: "/api/workshops/{id}/me", summary: "One's own seat", key: "seat", answer: [200, "OwnSeat"] },
  {
    method: "patch",
    path: "/api/workshops/{id}/me",
    summary: "Changes one's own seat; absent fields stay",
    key: "seat",
    body: api.SeatDetails,
    answer: [200, "OwnSeat"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/me/counts",
    summary: "What this seat did, told to nobody else",
    key: "seat",
    answer: [200, "OwnCounts: notes, changes, groupings, placings"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/me/return-code",
    summary: "Three new words; older ones stop working",
    key: "seat",
    answer: [200, "{ returnCode }"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/me/data",
    summary: "Everything of one's own, with every change of one's own; nobody else's name",
    key: "seat",
    answer: [200, "MyData, as a file"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/me/data.html",
    summary: "The same as a page to read; ?lang=",
    key: "seat",
    answer: [200, "The file"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/me/erase",
    summary: "Deletes one's name, and with `words` what one wrote, everywhere; other devices are signed out",
    key: "seat",
    body: api.Erase,
    answer: [200, "Erased: receipt, at, level"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/mentions/find",
    summary: "Where words about a person stand in what everybody may read; for whoever hosts",
    key: "seat",
    body: api.FindMention,
    answer: [200, "MentionPlaces: mark; heard, how many things said privately to who asks; places: id, kind, number, words, isBefore"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/mentions",
    summary: "Takes words about a person out of everything but `except`, for good, every earlier wording included; for whoever hosts",
    key: "seat",
    body: api.TakeMentionOut,
    answer: [200, "MentionTakenOut: places, how many"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/mentions/find",
    summary: "Where words about a person stand in what everybody may read; for the organiser",
    key: "organiser",
    body: api.FindMention,
    answer: [200, "MentionPlaces: mark; heard, how many things said privately to who asks; places: id, kind, number, words, isBefore"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/mentions",
    summary: "Takes words about a person out of everything but `except`, for good, every earlier wording included; for the organiser",
    key: "organiser",
    body: api.TakeMentionOut,
    answer: [200, "MentionTakenOut: places, how many"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/me/leave",
    summary: "This browser forgets its seat",
    key: "seat",
    answer: [200, "{ ok: true }"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/private",
    summary: "What only this seat is told",
    key: "seat",
    answer: [200, "PrivateView: quiet, mine, heard, proposed, askedBack, nameTakenOut, removal, goesAlong, hidden"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/concerns",
    summary: "Says privately that something is wrong, to whoever hosts now or to the organiser alone; a repeated id does nothing",
    key: "seat",
    body: api.SayConcern,
    answer: [200, "PrivateView"],
  },
  {
    method: "delete",
    path: "/api/workshops/{id}/concerns/{concernId}",
    summary: "Takes back what this seat said privately",
    key: "seat",
    answer: [200, "PrivateView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/concerns/{concernId}/read",
    summary: "The one who heard it has read it; its writer sees so",
    key: "seat",
    answer: [200, "PrivateView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/ask-back",
    summary: "The author of a note taken out of sight would have it back: the host is told",
    key: "seat",
    body: api.AskBack,
    answer: [200, "PrivateView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/removal",
    summary: "The host asks one other person, who alone is told, whether somebody should leave",
    key: "seat",
    body: api.AskRemoval,
    answer: [200, "PrivateView"],
  },
  {
    method: "delete",
    path: "/api/workshops/{id}/removal",
    summary: "The host asks no longer",
    key: "seat",
    answer: [200, "PrivateView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/removal/answer",
    summary: "The person who was asked says yes or no; at a yes no key of that seat works any more",
    key: "seat",
    body: api.AnswerRemoval,
    answer: [200, "PrivateView"],
  },
  {
    method: "put",
    path: "/api/workshops/{id}/me/quiet",
    summary: "Whether this seat is shown among those who are here",
    key: "seat",
    body: api.Quiet,
    answer: [200, "PrivateView"],
  },
  {
    method: "put",
    path: "/api/workshops/{id}/pledges/{pledgeId}/goes-along",
    summary:
      "This seat, or one without a device, goes along with a sentence of how people want to work together; counted, and told to nobody",
    key: "seat",
    body: api.GoAlong,
    answer: [200, "PrivateView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/rotate-link",
    summary: "A new join link and code, by the host; the old ones stop working",
    key: "seat",
    answer: [200, "PrivateView"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/organiser/safe",
    summary: "What was said to the organiser alone, and who was removed",
    key: "organiser",
    answer: [200, "OrganiserSafe: concerns, removed"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/concerns/{concernId}/read",
    summary: "The organiser has read it",
    key: "organiser",
    answer: [200, "OrganiserSafe"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/remove",
    summary: "Removes a person: no key of that seat works any more; their notes stay",
    key: "organiser",
    body: api.OrganiserPerson,
    answer: [200, "OrganiserSafe"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/return",
    summary: "Lets a removed person back in, with the keys they had",
    key: "organiser",
    body: api.OrganiserPerson,
    answer: [200, "OrganiserSafe"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/door",
    summary: "How others come in",
    key: "either",
    answer: [200, "Door: open, joinUrl, joinCode, qrSvg"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/check",
    summary: "Opens the check of the room, or keeps it open, and answers how it stands; for whoever hosts and the organiser",
    key: "either",
    body: api.RoomCheckPage,
    answer: [200, "RoomCheck: url for a phone, qrSvg, origin, reach, isOpenedHere, isSecure, now, phones, isRehearsal, rehearsal"],
  },
  {
    method: "delete",
    path: "/api/workshops/{id}/check",
    summary: "This page goes: with the last one the check shuts, and the phones that tried are forgotten",
    key: "either",
    body: api.RoomCheckPage,
    answer: [200, "{ ok: true }"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/rehearsal",
    summary: "Makes a rehearsal copy with pretend people, in the place of an earlier one; for whoever hosts and the organiser",
    key: "either",
    answer: [201, "OpenedWorkshop: workshopId, joinUrl, joinCode, organiserUrl, organiserKey"],
  },
  {
    method: "delete",
    path: "/api/workshops/{id}/rehearsal",
    summary: "Throws the rehearsal away, or the workshop itself where it is one",
    key: "either",
    answer: [200, "{ ok: true }"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/screen",
    summary: "A link for a computer that shows the room screen without a seat; it reads, and counts as nobody",
    key: "either",
    answer: [200, "ScreenLink: screenUrl"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/history",
    summary: "Who did what, newest first; ?before=, ?target=, ?until= (ms), ?limit= (to 500) and ?kinds= (with commas between)",
    key: "either",
    answer: [200, "HistoryPage: rows, next"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/balance",
    summary: "Which groups were heard, in words, once for each step that has ended; the same for everybody",
    key: "either",
    answer: [200, "told: one for each step, with its groups of three people or more"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/export/{format}",
    summary: "html, md, csv or json",
    key: "either",
    answer: [200, "The file"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/recipe",
    summary: "The plan as a file to open another workshop with; ?name=",
    key: "either",
    answer: [200, "RecipeFile: steps, questions and minutes; nobody's words"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/organiser",
    summary: "How the workshop stands",
    key: "organiser",
    answer: [200, "OrganiserView"],
  },
  {
    method: "patch",
    path: "/api/workshops/{id}/organiser",
    summary: "Changes title, purpose, a stage, or the last day to a nearer one",
    key: "organiser",
    body: api.OrganiserPatch,
    answer: [200, "OrganiserView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/door",
    summary: "Opens or shuts the door",
    key: "organiser",
    body: api.OrganiserDoor,
    answer: [200, "OrganiserView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/rotate-link",
    summary: "A new join link and code; the old ones stop working",
    key: "organiser",
    answer: [200, "OrganiserView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/host",
    summary: "Gives hosting to a seat",
    key: "organiser",
    body: api.OrganiserHost,
    answer: [200, "OrganiserView"],
  },
  {
    method: "put",
    path: "/api/workshops/{id}/supporters/{seatId}",
    summary: "Lets this person write for me, though I have a phone",
    key: "seat",
    answer: [200, "PrivateView"],
  },
  {
    method: "delete",
    path: "/api/workshops/{id}/supporters/{seatId}",
    summary: "Takes that back",
    key: "seat",
    answer: [200, "PrivateView"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/access",
    summary: "Who reads what people need so that they can take part; people say it at /w/{id}/access or, before joining, /j/{key}/access",
    key: "seat",
    answer: [200, "AccessAsked: contact, null where nobody asks"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/organiser/access",
    summary: "Who reads what people need, until when, how many have said something, and whether it was read",
    key: "organiser",
    answer: [200, "OrganiserAccess: contact, said, unread, readAt, hasLink"],
  },
  {
    method: "put",
    path: "/api/workshops/{id}/organiser/access",
    summary: "Names who reads it: from then on people are asked. Another name gets a link of its own; the one before opens nothing",
    key: "organiser",
    body: api.NameContact,
    answer: [200, "NamedContact: OrganiserAccess, and contactUrl, this once; null where the link stays as it is"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/access/link",
    summary: "A new link for the contact; the one before opens nothing, and everybody's log says so",
    key: "organiser",
    answer: [200, "NamedContact"],
  },
  {
    method: "delete",
    path: "/api/workshops/{id}/organiser/access",
    summary: "Stops asking, and deletes what was said",
    key: "organiser",
    answer: [200, "OrganiserAccess"],
  },
  {
    method: "get",
    path: "/api/workshops/{id}/contact",
    summary: "What the contact sees before they read what people need",
    key: "contact",
    answer: [200, "ContactView: title, contact, said, unread, readAt"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/contact/read",
    summary: "Reads what people need; everybody's log says that it was read",
    key: "contact",
    answer: [200, "AccessNeeds, oldest first"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/print-pass",
    summary: "Lets this browser open the pages to print at /w/{id}/print for some hours",
    key: "organiser",
    answer: [200, "{ ok: true }, and a cookie for those pages"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/end",
    summary: "Ends the workshop; it can still be read",
    key: "organiser",
    answer: [200, "OrganiserView"],
  },
  {
    method: "post",
    path: "/api/workshops/{id}/organiser/delete",
    summary: "Removes the workshop whole",
    key: "organiser",
    answer: [200, "{ ok: true }"],
  },
]

const problem = {
  description: "A problem with a reason",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
}

const WHOSE = {
  seat: "a seat",
  organiser: "the organiser",
  either: "a seat or the organiser",
  contact: "the one who reads what people need",
} as const

function operation({ summary, key, body, path, answer: [status, what] }: Operation): Json {
  return {
    summary,
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } })),
    ...(key
      ? {
          security: key === "organiser" || key === "contact" ? [{ key: [] }] : [{ key: [] }, { cookie: [] }],
          description: `Needs the key of ${WHOSE[key]}.`,
        }
      : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) } },
          },
        }
      : {}),
    responses: { [status]: { description: what }, default: problem },
  }
}

function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const one of OPERATIONS) paths[one.path] = { ...paths[one.path], [one.method]: operation(one) }
  return {
    openapi: "3.1.0",
    info: {
      title: "Evenboard",
      version: VERSION,
      description: "Bodies are JSON. The live board is at GET /sync/{workshopId} (WebSocket); see docs/PROTOCOL.md.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    paths,
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: "The key of a seat, of the organiser, or of the one who reads what people need",
        },
        cookie: {
          type: "apiKey",
          in: "cookie",
          name: "eb_{workshopId}",
          description: "A browser's seat; calls that change something need our own Origin",
        },
      },
      schemas: {
        Problem: {
          type: "object",
          required: ["type", "title", "status", "reason"],
          properties: {
            type: { const: "about:blank" },
            title: { type: "string", description: "A sentence for the person, in the language of the request" },
            status: { type: "integer" },
            reason: { enum: [...api.REASONS] },
            fields: { type: "array", items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } } },
          },
        },
      },
    },
  }
}

export function openApiRoutes(): Hono<Env> {
  const description = openApi()
  return new Hono<Env>().get("/api/openapi.json", (c) => c.json(description))
}
