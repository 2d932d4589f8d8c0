import { describe, expect, test } from "vitest"
import { bareInHtml } from "./html-words.ts"
import { bareInJsx } from "./jsx-words.ts"

const jsx = (source: string) => bareInJsx(source).map(({ text }) => text)
const html = (source: string) => bareInHtml(source).map(({ text }) => text)

describe("bare words in JSX", () => {
  test.each([
    ["text of a tag", "const a = <p>Hello there</p>", ["Hello there"]],
    ["text of a fragment", "const a = <>Hello</>", ["Hello"]],
    ["text beside an expression", "const a = <p>{n} notes</p>", ["notes"]],
    ["text deep inside an expression", "const a = <ul>{list.map((x) => <li key={x}>Item</li>)}</ul>", ["Item"]],
    ["text in a property", "const a = <Sheet head={<h2>Title</h2>}>{b}</Sheet>", ["Title"]],
    ["a literal as the child", 'const a = <p>{"Hello"}</p>', ["Hello"]],
    ["a literal chosen by a condition", 'const a = <p>{kind === "need" ? "A need" : "An offer"}</p>', ["A need", "An offer"]],
    ["a template as the child", "const a = <p>{`${n} notes`}</p>", ["notes"]],
    ["a label", 'const a = <button aria-label="Close" className="x" />', ["Close"]],
    ["a label in braces", 'const a = <input placeholder={"One idea"} title={open ? "Open" : t("x.shut")} />', ["One idea", "Open"]],
    ["words of any script", "const a = <p>مرحبا</p>", ["مرحبا"]],
    ["text after return and arrow", "const f = () => <b>Yes</b>\nfunction g() { return <i>No</i> }", ["Yes", "No"]],
    ["text with an apostrophe, and what follows", "const a = <p>Don't</p>\nconst b = <p>Do</p>", ["Don't", "Do"]],
  ])("%s", (_, source, found) => {
    expect(jsx(source)).toEqual(found)
  })
  test.each([
    ["words from the catalog", 'const a = <p title={words.say("list.title")}>{words.say("list.empty", { name: "x" })}</p>'],
    ["numbers, marks and entities", "const a = <p>12 · {n}&nbsp;% ●</p>"],
    ["names of classes, keys and types", 'const a = <p className="big note" data-kind="need" type="button" key={`a${b}`} role="list" />'],
    [
      "comparisons of code, and generics",
      "const a = b < c && d > e\nconst f = <T,>(x: T) => x\nconst g = new Map<string, number>()\nconst h = i as Array<string>",
    ],
    ["comments and regular expressions", "const a = <p>{/* a comment */}</p>\nconst b = /<p>text<\\/p>/.test(c)"],
    ["a literal that is compared", 'const a = <p>{kind === "need" && b}{"need" === kind && b}</p>'],
    ["a tag that is given types", "const a = <Choices<Map<string, Look>> value={b} onChange={(c) => c} />\nconst d = 1"],
    ["a line break", 'const a = <p>{more ? "\\n" : ""}</p>'],
    ["a literal given to a call or an index", 'const a = <p>{f("x")}{g["y"]}{h({ i: "z" })}</p>'],
  ])("lets %s pass", (_, source) => {
    expect(jsx(source)).toEqual([])
  })
  test("says where", () => {
    const source = "const a = 1\nconst b = <p>\n  Hello\n</p>"
    expect(bareInJsx(source)).toEqual([{ text: "Hello", at: source.indexOf("Hello") }])
  })
})

describe("bare words in html pages", () => {
  test.each([
    ["text between tags", "html`<p>Hello there</p>`", ["Hello there"]],
    ["text around a substitution", "html`<p>${n} notes</p>`", ["notes"]],
    ["a telling attribute", 'html`<input placeholder="Your name" name="name">`', ["Your name"]],
    ["a page inside a page", "html`<ul>${list.map((x) => html`<li>Item ${x}</li>`)}</ul>`", ["Item"]],
    ["the page's title", "html`<!doctype html><title>Join</title>`", ["Join"]],
  ])("%s", (_, source, found) => {
    expect(html(source)).toEqual(found)
  })
  test.each([
    ["words from the catalog", 'html`<p title="${say("join.title")}">${say("join.what")}</p>`'],
    [
      "styles, scripts, comments and tags with arrows in quotes",
      'html`<style>p { color: red }</style><script>let a = 1</script><!-- note --><a href="/a>b">${c}</a>`',
    ],
    ["a template of attributes alone", 'html`<p ${lang ? html` lang="${lang}"` : ""}>${words}</p>`'],
    ["templates that are no page", "const path = `/w/${id} and more`"],
  ])("lets %s pass", (_, source) => {
    expect(html(source)).toEqual([])
  })
})
