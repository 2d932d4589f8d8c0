// An option's long description as HTML: the few nodes and marks that a Tiptap starter kit knows, and the plain words of all others.
// Headings become strong paragraphs, so that the document's own h1 to h4 stay in order.
import type { DescriptionNode, DescriptionRun, DescriptionTree } from "@evenboard/board"
import { html, type Html } from "./html-template.ts"

export const describe = (tree: DescriptionTree): Html[] => tree.map(node)

function node(one: DescriptionNode): Html {
  if ("runs" in one) return html`${one.runs.map(run)}`
  const inner = describe(one.nodes)
  switch (one.name) {
    case "paragraph":
      return one.nodes.length === 0 ? html`` : html`<p dir="auto">${inner}</p>`
    case "heading":
      return html`<p dir="auto"><strong>${inner}</strong></p>`
    case "bulletList":
      return html`<ul>
        ${inner}
      </ul>`
    case "orderedList":
      return html`<ol>
        ${inner}
      </ol>`
    case "listItem":
      return html`<li dir="auto">${inner}</li>`
    case "blockquote":
      return html`<blockquote>${inner}</blockquote>`
    case "codeBlock":
      return html`<pre dir="auto">${inner}</pre>`
    case "hardBreak":
      return html`<br />`
    default:
      return html`${inner}`
  }
}

function run({ text, marks }: DescriptionRun): Html {
  let made = html`${text}`
  if (!marks) return made
  if (marks["code"]) made = html`<code>${made}</code>`
  if (marks["bold"]) made = html`<strong>${made}</strong>`
  if (marks["italic"]) made = html`<em>${made}</em>`
  if (marks["underline"]) made = html`<u>${made}</u>`
  if (marks["strike"]) made = html`<s>${made}</s>`
  const href = safeHref(marks["link"])
  return href === null ? made : html`<a href="${href}" rel="noopener noreferrer">${made}</a>`
}

/** Only addresses that cannot run anything. */
export function safeHref(link: unknown): string | null {
  const href = typeof link === "object" && link !== null && "href" in link ? link.href : null
  return typeof href === "string" && /^(https?:\/\/|mailto:)[^\s\u0000-\u001F]+$/i.test(href) ? href : null
}
