import { getSchema } from "@tiptap/core"
import StarterKit from "@tiptap/starter-kit"
import { expect, test } from "vitest"
import { descriptionSchema } from "./description-schema.ts"

const ours = getSchema(descriptionSchema)
const kit = getSchema([StarterKit.configure({ undoRedo: false })])

test("knows every node and mark of the starter kit, so that nothing another client wrote is dropped", () => {
  expect(Object.keys(ours.nodes).toSorted()).toEqual(Object.keys(kit.nodes).toSorted())
  expect(Object.keys(ours.marks).toSorted()).toEqual(Object.keys(kit.marks).toSorted())
})

test("keeps what the kit keeps of each: its attributes, and what may stand inside it", () => {
  const all = {
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "One" }] },
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          {
            type: "listItem",
            content: [
              { type: "paragraph", content: [{ type: "text", text: "a" }] },
              { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph" }] }] },
            ],
          },
        ],
      },
      {
        type: "blockquote",
        content: [
          {
            type: "paragraph",
            content: [
              { type: "text", text: "b" },
              { type: "hardBreak" },
              { type: "text", text: "c", marks: [{ type: "bold" }, { type: "italic" }] },
            ],
          },
        ],
      },
      { type: "codeBlock", attrs: { language: "js" }, content: [{ type: "text", text: "d" }] },
      { type: "horizontalRule" },
      { type: "paragraph", content: [{ type: "text", text: "e", marks: [{ type: "link", attrs: { href: "https://example.org" } }] }] },
    ],
  }
  const node = ours.nodeFromJSON(all)
  expect(() => node.check()).not.toThrow()
  expect(node.toJSON()).toMatchObject(all)
})

test("a link is words to read, never a way out of the page", () => {
  const spec = ours.marks["link"]?.spec.toDOM
  expect(JSON.stringify(spec?.(ours.mark("link", { href: "javascript:alert(1)" }), true))).not.toContain("href")
})
