// The report as Markdown: the same sections in the same order as the page, and readable as plain text.
// Owns layout only; every word of a person goes through md-escape.ts.
import type { DescriptionNode, DescriptionTree } from "@evenboard/board"
import type { Words } from "@evenboard/words"
import { BALANCE_KINDS } from "./balance.ts"
import type { Handout } from "./handout.ts"
import { block, line } from "./md-escape.ts"
import type { NoteLine, NoteRef } from "./note-line.ts"
import {
  type AgreementBlock,
  type NeedLine,
  type OptionBlock,
  type PledgeLine,
  type RefsByTheme,
  type Report,
  reportOf,
  type ThemeBlock,
} from "./report.ts"
import { heardWords, type Say, sayings, whoAndWhen } from "./say.ts"

export function toMarkdown(handout: Handout): string {
  const report = reportOf(handout)
  const { words } = handout
  const say = sayings(handout, report)
  const parts: (string | string[])[] = [
    [`# ${line(report.title)}`, `**${say.status}**`, [say.held, say.made, say.kept].join("  \n")],
    plainWords(report, words, say),
    whoTookPart(words, say),
    report.pledges.length > 0 ? [`## ${words.say("pledge.worked")}`, list(report.pledges.map((one) => pledge(one, words)))] : [],
    [`## ${words.say("common.stage-needs")}`, ...themes(report.needs, words)],
    report.aboutUs.length > 0 ? [`## ${words.say("common.about-us")}`, ...themes(report.aboutUs, words)] : [],
    options(report, words),
    [`## ${words.say("common.stage-matrix")}`, matrix(report, words)],
    [
      `## ${words.say("agree.title")}`,
      ...(report.agreements.length > 0 ? report.agreements.flatMap((one) => agreement(one, words)) : [words.say("export.nothing-agreed")]),
    ],
    [`## ${words.say("agree.actions")}`, actions(report, words)],
    setAside(report, words),
    report.stubs.length > 0 ? [`## ${words.say("export.hidden")}`, words.say("export.hidden-what"), stubs(report, words)] : [],
    [`## ${words.say("balance.title")}`, ...balance(report, words)],
    report.firstWordings.length > 0
      ? [`## ${words.say("export.first-wordings")}`, words.say("export.first-what"), firstWordings(report, words)]
      : [],
    [`## ${words.say("export.log")}`, words.say("log.intro"), log(report, handout)],
    ["---", words.say("export.footer")],
  ]
  return `${parts.flat().filter(Boolean).join("\n\n")}\n`
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n")
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")

const own = (text: string, words: Words, indent = "  "): string => block(text, indent) || `*${words.say("export.no-words")}*`
const ownLine = (text: string, words: Words): string => line(text) || `*${words.say("export.no-words")}*`
const said = (text: string, words: Words, indent = "  "): string => block(text, indent) || words.say("export.nobody-said")
const refs = (notes: readonly NoteRef[]): string => notes.map(({ label }) => label).join(", ")
const badge = (note: NoteLine): string => `${note.mark} ${note.kindWord} **${note.label}**`

/** "- ● Need **12**: the words — Rosa", with what else is said of it below. */
function noteItem(note: NoteLine, words: Words, more: readonly string[] = []): string {
  const said = note.became.map(line)
  const below = [...(note.firstWording === null ? [] : [words.say("export.words-changed")]), ...said, ...more].map((one) => `\\\n  ${one}`)
  return `${badge(note)}: ${own(note.words, words)} — ${line(note.by)}${below.join("")}`
}

function plainWords({ agreements, actions, purpose }: Report, words: Words, say: Say): string[] {
  const does = actions.map((one) => `${ownLine(one.words, words)} (${line(whoAndWhen(one, words))})`)
  return [
    `## ${words.say("export.plain")}`,
    `### ${words.say("export.plain-agreed")}`,
    agreements.length > 0 ? list(agreements.map((one) => own(one.words, words))) : words.say("export.nothing-agreed"),
    say.worried ?? "",
    `### ${words.say("export.plain-why")}`,
    purpose ? `${words.say("export.deciding")} ${line(purpose)}` : "",
    say.gathered,
    say.themes === null ? "" : line(say.themes),
    say.unanswered ?? "",
    `### ${words.say("export.plain-next")}`,
    does.length > 0 ? list(does) : words.say("export.nothing-to-do"),
  ]
}

const whoTookPart = (words: Words, say: Say): string[] => [`## ${words.say("export.people")}`, say.people]

const pledge = ({ words: text, goAlong }: PledgeLine, words: Words): string =>
  `${own(text, words)}${goAlong === null ? "" : `\\\n  ${goAlong}`}`

function themes(blocks: readonly ThemeBlock<NeedLine>[], words: Words): string[] {
  if (blocks.length === 0) return [words.say("export.no-needs")]
  return blocks.flatMap(({ title, notes, stacks }) => [
    `### ${line(title)} (${words.say("common.notes", { count: notes.length })})`,
    list(stacks.map((stack) => stackItem(stack, words))),
  ])
}

/** "- 3 people said this:" with the notes below it. */
function stackItem({ said, notes }: ThemeBlock<NeedLine>["stacks"][number], words: Words): string {
  const items = notes.map((note) => noteItem(note, words, answered(note, words)))
  return said === null ? items.join("") : `**${said}**:\n  ${list(items).replaceAll("\n", "\n  ")}`
}

function answered({ answeredBy }: NeedLine, words: Words): string[] {
  if (answeredBy === null) return []
  return [answeredBy.length === 0 ? words.say("export.answered-by-none") : `${words.say("export.answered-by")} ${refs(answeredBy)}`]
}

const refsByTheme = (blocks: readonly RefsByTheme[]): string[] => blocks.map(({ title, notes }) => `${line(title)}: ${refs(notes)}`)

function options({ options, loosePieces, unanswered }: Report, words: Words): string[] {
  return [
    `## ${words.say("common.stage-options")}`,
    ...(options.length > 0 ? options.flatMap((one) => option(one, words)) : [words.say("export.no-options")]),
    ...(loosePieces.length > 0 ? [`### ${words.say("options.loose")}`, list(loosePieces.map((note) => noteItem(note, words)))] : []),
    `### ${words.say("export.unanswered")}`,
    ...(unanswered.length > 0
      ? [words.say("export.unanswered-which"), list(refsByTheme(unanswered))]
      : [words.say("options.all-answered")]),
  ]
}

function option({ note, sheet, description, answers, pieces, piecesElsewhere, about }: OptionBlock, words: Words): string[] {
  const changes = description.length > 0 ? describe(description) : said(sheet.description, words)
  const rows = [
    `**${words.say("options.changes")}**:${changes.startsWith("\n") ? changes : ` ${changes || words.say("export.nobody-said")}`}`,
    `**${words.say("options.who")}**: ${said(sheet.who, words)}`,
    `**${words.say("options.pays")}**: ${said(sheet.pays, words)}`,
    `**${words.say("options.leftOut")}**: ${said(sheet.leftOut, words)}`,
    `**${words.say("options.answers")}**: ${answers.length > 0 ? refsByTheme(answers).join("; ") : words.say("export.nobody-said")}`,
    ...(about.length > 0 ? [`**${words.say("options.about")}**: ${refs(about)}`] : []),
    ...(piecesElsewhere.length > 0 ? [`**${words.say("export.pieces-elsewhere")}**: ${refs(piecesElsewhere)}`] : []),
  ]
  return [
    `### ${badge(note)}: ${ownLine(note.words, words)}`,
    `— ${line(note.by)}`,
    ...(note.firstWording === null ? [] : [words.say("export.words-changed")]),
    ...note.became.map(line),
    list(rows),
    ...(pieces.length > 0 ? [`#### ${words.say("options.pieces")}`, list(pieces.map((piece) => noteItem(piece, words)))] : []),
  ]
}

/** The long description below its list line: its order and its words, without its looks. */
function describe(tree: DescriptionTree): string {
  const paragraphs = tree.flatMap((node) => paragraphsOf(node, -1))
  const [first] = paragraphs
  if (paragraphs.length === 1 && first?.depth === -1) return first.text
  return paragraphs.map(({ text, depth }) => (depth < 0 ? `\n\n  ${text}` : `\n${"  ".repeat(depth + 1)}- ${text}`)).join("")
}

/** `depth` −1 is a paragraph of its own, 0 an item of a list, 1 an item of a list in it. */
type Paragraph = { text: string; depth: number }
function paragraphsOf(node: DescriptionNode, depth: number): Paragraph[] {
  if ("runs" in node) return []
  const isList = node.name === "bulletList" || node.name === "orderedList"
  const own = line(
    node.nodes
      .flatMap((child) => ("runs" in child ? child.runs.map(({ text }) => text) : child.name === "hardBreak" ? ["\n"] : []))
      .join(""),
  )
  const below = node.nodes.flatMap((child) => paragraphsOf(child, isList ? depth + 1 : depth))
  return own ? [{ text: own, depth }, ...below] : below
}

function matrix({ matrix }: Report, words: Words): string {
  if (matrix.length === 0) return words.say("export.no-matrix")
  const head = [words.say("matrix.col-words"), words.say("export.col-place"), words.say("matrix.col-whom"), words.say("matrix.col-about")]
  const rows = matrix.map((row) => {
    const about = [
      ...row.about.map(({ label }) => `${words.say("common.kind-option")} ${label}`),
      ...(row.aboutNothing ? [words.say("matrix.doing-nothing")] : []),
    ]
    const note = `${badge(row)}: ${ownLine(row.words, words)} — ${line(row.by)}${row.firstWording === null ? "" : ` (${words.say("export.words-changed")})`}${row.became.map((one) => ` — ${line(one)}`).join("")}`
    return [note, row.place, line(row.forWhom) || words.say("export.nobody-said"), about.join(", ") || words.say("export.nobody-said")]
  })
  return table(head, rows)
}

function agreement({ label, words: text, sources, raised, counted, worries }: AgreementBlock, words: Words): string[] {
  const hands = [
    raised.for + raised.worried > 0
      ? words.say("agree.raised", { for: raised.for, worried: raised.worried })
      : words.say("agree.raised-none"),
    ...(counted ? [words.say("agree.counted", { for: counted.for, worried: counted.worried }), words.say("agree.apart")] : []),
    ...(sources.length > 0 ? [`${words.say("export.sources")} ${refs(sources)}`] : []),
  ]
  return [
    `### ${label}`,
    `> ${own(text, words, "> ")}`,
    list(hands),
    ...(worries.length > 0
      ? [`#### ${words.say("agree.worries")}`, list(worries.map((worry) => `${own(worry.words, words)} — ${line(worry.by)}`))]
      : []),
  ]
}

function actions({ actions }: Report, words: Words): string {
  if (actions.length === 0) return words.say("export.nothing-to-do")
  const head = [words.say("export.col-what"), words.say("export.col-who"), words.say("export.col-by"), words.say("export.col-agreement")]
  return table(
    head,
    actions.map(({ words: text, who, by, agreement }) => [
      ownLine(text, words),
      line(who) || words.say("agree.action-nobody"),
      line(by) || words.say("agree.action-no-day"),
      agreement ?? "–",
    ]),
  )
}

function setAside({ setAside }: Report, words: Words): string[] {
  const { notes, agreements, pledges, actions } = setAside
  const head = `## ${words.say("export.aside")}`
  if (notes.length + agreements.length + pledges.length + actions.length === 0) return [head, words.say("export.nothing-aside")]
  const sheet = (note: (typeof notes)[number]) =>
    note.sheet === null
      ? []
      : (
          [
            ["options.changes", note.sheet.description],
            ["options.who", note.sheet.who],
            ["options.pays", note.sheet.pays],
            ["options.leftOut", note.sheet.leftOut],
          ] as const
        ).flatMap(([id, text]) => (text.trim() ? [`${words.say(id)}: ${line(text)}`] : []))
  const others = (title: string, lines: typeof agreements) =>
    lines.length > 0 ? [`### ${title}`, list(lines.map((one) => `${own(one.words, words)}\\\n  ${line(one.because)}`))] : []
  return [
    head,
    words.say("export.aside-what"),
    list(notes.map((note) => noteItem(note, words, [line(note.because ?? ""), ...sheet(note)]))),
    ...others(words.say("export.aside-agreements"), agreements),
    ...others(words.say("export.aside-actions"), actions),
    ...others(words.say("pledge.aside"), pledges),
  ]
}

const stubs = ({ stubs }: Report, words: Words): string =>
  list(stubs.map(({ number, because }) => line(words.say("export.hidden-line", { number, reason: because }))))

function balance({ balance }: Report, words: Words): string[] {
  if (balance.length === 0) return [words.say("balance.none")]
  const head = [words.say("export.group"), ...BALANCE_KINDS.map((kind) => words.say(`balance.kind-${kind}`))]
  return [
    `${words.say("balance.intro")} ${words.say("balance.how")}`,
    ...balance.flatMap(({ stage, rows }) => [
      `### ${words.say(`common.stage-${stage}`)}`,
      table(
        head,
        rows.map((row) => [line(row.group), ...BALANCE_KINDS.map((kind) => heardWords(row[kind], words))]),
      ),
    ]),
  ]
}

const firstWordings = ({ firstWordings }: Report, words: Words): string =>
  list(firstWordings.map((note) => `${note.kindWord} ${note.label}: ${own(note.firstWording ?? "", words)} — ${line(note.by)}`))

/** Folded where Markdown knows folding; a plain list where it is read as text. */
function log({ log }: Report, { words, timeZone }: Handout): string {
  const items = log.map(({ at, sentence }) => `${words.day(at, timeZone)}, ${words.time(at, timeZone)}: ${line(sentence)}`)
  return `<details><summary>${words.say("export.log-open", { count: log.length })}</summary>\n\n${list(items)}\n\n</details>`
}
