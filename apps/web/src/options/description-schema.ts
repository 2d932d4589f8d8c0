// What a description is made of: the nodes and marks of Tiptap's starter kit by the same names, so that nothing another client wrote is
// unknown here (ProseMirror drops what it does not know). Written out because the kit brings 30 KB a phone does not need: its own undo,
// finding links while typing, and so on. Links are kept and shown, never made.
import { type AnyExtension, Mark, mergeAttributes, Node } from "@tiptap/core"

/** A node whose HTML is one tag around its content. */
const block = (name: string, tag: string, content: string, more: { group?: string; code?: boolean; defining?: boolean } = {}) =>
  Node.create({
    name,
    group: more.group ?? "block",
    content,
    code: more.code ?? false,
    defining: more.defining ?? false,
    parseHTML: () => [{ tag, ...(more.code ? { preserveWhitespace: "full" as const } : {}) }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

const mark = (name: string, tags: readonly [string, ...string[]], key?: string) =>
  Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }) => [tags[0], HTMLAttributes, 0],
    ...(key ? { addKeyboardShortcuts: () => ({ [key]: ({ editor }) => editor.commands.toggleMark(name) }) } : {}),
  })

const listItem = block("listItem", "li", "paragraph block*", { group: "", defining: true }).extend({
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => editor.commands.splitListItem("listItem"),
    "Mod-]": ({ editor }) => editor.commands.sinkListItem("listItem"),
    "Mod-[": ({ editor }) => editor.commands.liftListItem("listItem"),
    // An empty bullet is left by deleting it; Tab goes on to the next button, as everywhere on the page.
    Backspace: ({ editor }) => {
      const { $from, empty } = editor.state.selection
      return empty && $from.parentOffset === 0 && editor.isActive("listItem") ? editor.commands.liftListItem("listItem") : false
    },
  }),
})

/** One heading is enough to write with; others' levels are kept. */
const heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ level: { default: 3, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ HTMLAttributes }) => ["h3", HTMLAttributes, 0],
})

const hardBreak = Node.create({
  name: "hardBreak",
  group: "inline",
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
  addKeyboardShortcuts: () => ({ "Shift-Enter": ({ editor }) => editor.commands.insertContent({ type: "hardBreak" }) }),
})

const horizontalRule = Node.create({ name: "horizontalRule", group: "block", parseHTML: () => [{ tag: "hr" }], renderHTML: () => ["hr"] })

const orderedList = block("orderedList", "ol", "listItem+", { group: "block list" }).extend({
  addAttributes: () => ({ start: { default: 1 }, type: { default: null } }),
})
const codeBlock = block("codeBlock", "pre", "text*", { code: true, defining: true }).extend({
  marks: "",
  addAttributes: () => ({ language: { default: null, rendered: false } }),
  addKeyboardShortcuts: () => ({ "Mod-Enter": ({ editor }) => editor.commands.exitCode() }),
})

/** Shown as words with their line, not as something to press: an address from elsewhere is opened in the exports, where it can be read first. */
const link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    target: { default: null },
    rel: { default: null },
    class: { default: null },
    title: { default: null },
  }),
  parseHTML: () => [{ tag: "a[href]" }],
  renderHTML: ({ HTMLAttributes }) => ["u", mergeAttributes({ title: String(HTMLAttributes["href"] ?? "") }), 0],
})

export const descriptionSchema: AnyExtension[] = [
  Node.create({ name: "doc", topNode: true, content: "block+" }),
  Node.create({ name: "text", group: "inline" }),
  block("paragraph", "p", "inline*").extend({ priority: 1000 }),
  heading,
  block("bulletList", "ul", "listItem+", { group: "block list" }),
  orderedList,
  listItem,
  block("blockquote", "blockquote", "block+", { defining: true }),
  codeBlock,
  horizontalRule,
  hardBreak,
  mark("bold", ["strong", "b"], "Mod-b"),
  mark("italic", ["em", "i"], "Mod-i"),
  mark("underline", ["u"], "Mod-u"),
  mark("strike", ["s", "del", "strike"]),
  mark("code", ["code"]),
  link,
]
