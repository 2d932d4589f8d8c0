// An option's long description as HTML: the few nodes and marks that a Tiptap starter kit knows, and the plain words of all others.
// Headings become strong paragraphs, so that the document's own h1 to h4 stay in order.
import type { DescriptionNode, DescriptionRun, DescriptionTree } from "@evenboard/board"
import { type Markup, markup } from "./markup.ts"

export const describe = (tree: DescriptionTree): Markup[] => tree.map(node)

function node(one: DescriptionNode): Markup {
  if ("runs" in one) return markup`${one.runs.map(run)}`
  const inner = describe(one.nodes)
  switch (one.name) {
    case "paragraph":
      return one.nodes.length === 0 ? markup`` : markup`<p dir="auto">${inner}</p>`
    case "heading":
      return markup`<p dir="auto"><strong>${inner}</strong></p>`
    case "bulletList":
      return markup`<ul>${inner}</ul>`
    case "orderedList":
      return markup`<ol>${inner}</ol>`
    case "listItem":
      return markup`<li>${inner}</li>`
    case "blockquote":
      return markup`<blockquote>${inner}</blockquote>`
    case "codeBlock":
      return markup`<pre dir="auto">${inner}</pre>`
    case "hardBreak":
      return markup`<br>`
    default:
      return markup`${inner}`
  }
}

function run({ text, marks }: DescriptionRun): Markup {
  let made = markup`${text}`
  if (!marks) return made
  if (marks["code"]) made = markup`<code>${made}</code>`
  if (marks["bold"]) made = markup`<strong>${made}</strong>`
  if (marks["italic"]) made = markup`<em>${made}</em>`
  if (marks["underline"]) made = markup`<u>${made}</u>`
  if (marks["strike"]) made = markup`<s>${made}</s>`
  const href = safeHref(marks["link"])
  return href === null ? made : markup`<a href="${href}" rel="noopener noreferrer">${made}</a>`
}

/** Only addresses that cannot run anything. */
export function safeHref(link: unknown): string | null {
  const href = typeof link === "object" && link !== null && "href" in link ? link.href : null
  return typeof href === "string" && /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href) ? href : null
}
