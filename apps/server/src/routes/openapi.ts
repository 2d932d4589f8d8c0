// The HTTP description, made from the same schemas that check the bodies. For programs, in English. What is said of each call stands in
// ../openapi.
import { REASONS } from "@evenboard/api"
import { Hono } from "hono"
import * as z from "zod/mini"
import type { Env } from "../context.ts"
import type { Operation } from "../openapi/operation.ts"
import { ORGANISER_OPERATIONS } from "../openapi/organiser-operations.ts"
import { SEAT_OPERATIONS } from "../openapi/seat-operations.ts"
import { WORKSHOP_OPERATIONS } from "../openapi/workshop-operations.ts"
import { VERSION } from "./health.ts"

type Json = Record<string, unknown>

const OPERATIONS = [...WORKSHOP_OPERATIONS, ...SEAT_OPERATIONS, ...ORGANISER_OPERATIONS]

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
            reason: { enum: [...REASONS] },
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
