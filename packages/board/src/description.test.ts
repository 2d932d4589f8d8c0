// An option's long description survives the way out and back in.
import { expect, test } from "vitest"
import * as Y from "yjs"
import { type DescriptionTree, descriptionTree, fillDescription } from "./description.ts"

const tree: DescriptionTree = [
  { name: "heading", attrs: { level: 2 }, nodes: [{ runs: [{ text: "What changes" }] }] },
  {
    name: "bulletList",
    nodes: [
      {
        name: "listItem",
        nodes: [
          {
            name: "paragraph",
            nodes: [
              {
                runs: [
                  { text: "Officers " },
                  { text: "listen", marks: { bold: {}, link: { href: "https://a.example" } } },
                  { text: " first 🙂" },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  { name: "paragraph", nodes: [] },
]

test("a tree written into a doc reads back equal, also on another phone", () => {
  const doc = new Y.Doc()
  fillDescription(doc, "o1", tree)
  expect(descriptionTree(doc, "o1")).toEqual(tree)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  expect(descriptionTree(other, "o1")).toEqual(tree)
})

test("no description is an empty tree, and an empty tree writes nothing", () => {
  const doc = new Y.Doc()
  expect(descriptionTree(doc, "o1")).toEqual([])
  fillDescription(doc, "o1", [])
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(new Y.Doc()))
})

test("what is not plain text and marks is left out, however deep it goes", () => {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  text.insertEmbed(0, { image: "x" })
  text.insert(1, "kept")
  let deep = new Y.XmlElement("p")
  const root = doc.getXmlFragment("description:o1")
  root.push([deep, text])
  for (let i = 0; i < 100; i++) {
    const below = new Y.XmlElement("p")
    deep.push([below])
    deep = below
  }
  const read = descriptionTree(doc, "o1")
  expect(read[1]).toEqual({ runs: [{ text: "kept" }] })
  expect(JSON.stringify(read).split("nodes").length - 1).toBe(32)
})
