// The server itself, opening a workshop, and what any seat and the organiser may ask of it alike.
import * as api from "@evenboard/api"
import type { Operation } from "./operation.ts"

export const WORKSHOP_OPERATIONS: readonly Operation[] = [
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
]
