// The page's one style: warm paper on screens light and dark, from 320 px up, and A4 in print. Text stands at 7:1 on what is under it.
// Kinds differ by border and shape as well as by tint. The same colours as the app's tokens.

/** The title stands at the head of every printed page; written as CSS escapes, it can be nothing but text. */
export const pageStyle = (title: string): string => STYLE.replace("TITLE", () => cssString(title))

/** A CSS string in which everything but ASCII letters, digits and spaces is an escape. */
function cssString(text: string): string {
  const short = Array.from(text.replace(/\s+/g, " ").trim()).slice(0, 90)
  return `"${short.map((sign) => (/[A-Za-z0-9 ]/.test(sign) ? sign : `\\${(sign.codePointAt(0) || 0xfffd).toString(16)} `)).join("")}"`
}

const STYLE = `
:root{color-scheme:light;--paper:#faf6ec;--raised:#fffdf7;--ink:#221d17;--soft:#4a4237;--line:#8d806b;--hair:#ddd2be;--accent:#164d49;--wash:#e0ebe6;--warn:#7d250f;--warn-wash:#fbe6dd;--focus:#14407d;--need:#fff6d4;--offer:#e4f2de;--option:#e3edf9;--risk:#fbe5dc;--opportunity:#dff2ee}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#1c1915;--raised:#282420;--ink:#f5eee0;--soft:#d6ccbb;--line:#8f8473;--hair:#443d33;--accent:#8fd3c6;--wash:#22352f;--warn:#ffb59c;--warn-wash:#43241a;--focus:#9cc4ff;--need:#37311a;--offer:#23331f;--option:#1f2d42;--risk:#402820;--opportunity:#1c3531}}
*{box-sizing:border-box}
html{font:1.125rem/1.55 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Geeza Pro",sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:auto}
body{margin:0 auto;max-width:54rem;padding:1.5rem clamp(1rem,5vw,3rem) 4rem;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(2rem,6vw,3rem);letter-spacing:-.01em;margin-block:.25rem 1rem}
h2{font-size:1.7rem;margin-block:3.5rem 1.25rem;padding-block-end:.35rem;border-block-end:3px solid var(--accent)}
h3{font-size:1.25rem;margin-block:2rem .75rem}
h4{font-size:1.05rem;margin-block:1.5rem .5rem}
p{margin:0 0 .75rem;max-width:60ch}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.08em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:4px}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-6rem;padding:.75rem 1rem;background:var(--ink);color:var(--paper);border-radius:8px}
.skip:focus{inset-block-start:1rem}
.app{font-size:.9rem;letter-spacing:.04em;color:var(--soft);margin:0}
.status{display:inline-block;margin-block:0 1rem;padding:.5rem 1rem;border:2px solid var(--accent);border-radius:999px;background:var(--wash)}
.is-draft,.is-open{border-style:dashed;background:var(--raised);border-color:var(--line)}
.dates{color:var(--soft);font-size:1rem}
nav{margin-block:2rem;padding:1.25rem 1.5rem;background:var(--raised);border:1px solid var(--hair);border-radius:12px}
nav h2{font-size:1.1rem;margin:0 0 .5rem;border:0;padding:0}
nav ol{margin:0;padding-inline-start:1.5rem;columns:15rem;column-gap:2rem}
nav a{display:block;width:fit-content;padding-block:.3rem}
.sheet{background:var(--raised);border:1px solid var(--hair);border-radius:16px;padding:1.5rem clamp(1rem,4vw,2rem);margin-block-end:1.5rem}
.sheet>:first-child{margin-block-start:0}
.sheet>:last-child{margin-block-end:0}
.plain{padding-inline-start:1.5rem;margin:0 0 .75rem}
.plain li{margin-block-end:.5rem}
.plain p{margin-block-end:.15rem}
.count{font-size:.95rem;font-weight:400;color:var(--soft);margin-inline-start:.4rem}
.stack{border:2px solid;border-radius:.6rem;padding:.7rem;grid-column:1/-1}
.stack>.said{margin:0 0 .6rem;font-weight:650}
.stack>ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.9rem;align-items:start}
.notes{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.9rem;align-items:start}
.note{position:relative;margin:0;padding:.8rem 1rem .9rem;background:var(--raised);border:1px solid var(--line);border-radius:12px;box-shadow:0 2px 0 rgb(60 45 20/12%)}
.note>:last-child{margin-block-end:0}
.need{background:var(--need)}.offer{background:var(--offer)}.risk{background:var(--risk)}.opportunity{background:var(--opportunity)}.option{background:var(--option)}
.badge{font-size:.92rem;color:var(--soft);margin-block-end:.35rem}
.mark{color:var(--ink)}
.number{font-weight:700;color:var(--ink)}
.words{white-space:pre-line;unicode-bidi:plaintext;text-align:start}
h1,.plain .words,td .words,th .words,dd .words,.sheet>.words,h3.words,.long p{text-align:-webkit-match-parent;text-align:match-parent}
p.words{font-size:1.12rem;line-height:1.42;margin-block-end:.5rem}
.by{font-size:.95rem;color:var(--soft);margin-block-end:.25rem}
.more{font-size:.92rem;color:var(--soft);margin-block:.35rem 0}
.unanswered{font-weight:600}
.none{color:var(--soft);font-style:italic}
:lang(ar) .none{font-style:normal}
.because{font-size:1rem;border-inline-start:3px solid var(--line);padding-inline-start:.75rem;margin-block:.5rem 0}
article.option{padding:1.5rem clamp(1rem,4vw,2rem);border-color:var(--line);margin-block-end:1.75rem}
article.option h3{font-size:1.45rem;margin-block:.1rem .35rem}
article.option .note{background:var(--raised)}
dl{margin:1rem 0 0}
dl>div{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:.25rem 1.25rem;padding-block:.6rem;border-block-start:1px solid var(--line)}
dt{font-weight:700}
dd{margin:0;max-width:60ch}
dd>.words{display:block}
.long>:first-child{margin-block-start:0}.long p{margin-block-end:.5rem}.long ul,.long ol{margin:0 0 .5rem;padding-inline-start:1.5rem}.long pre{white-space:pre-wrap}
.refs{margin:0;padding-inline-start:1.25rem}
table{border-collapse:collapse;width:100%;margin-block:0 1rem;font-size:1rem}
caption{text-align:start;font-size:.95rem;color:var(--soft);padding-block-end:.5rem}
th,td{overflow-wrap:break-word;text-align:start;vertical-align:top;padding:.6rem .75rem;border-block-end:1px solid var(--line)}
thead th{font-size:.92rem;color:var(--soft);border-block-end:2px solid var(--ink)}
tbody th{font-weight:400}
table:not(.wide){width:auto;min-width:min(100%,24rem)}
table .label{display:none}
tr.risk,tr.opportunity,tr.need,tr.offer{background:none}
tr.risk>th{border-inline-start:6px double var(--warn)}
tr.opportunity>th{border-inline-start:6px solid var(--accent)}
.agreement>.words{font-size:1.3rem;line-height:1.4;font-weight:600}
.hands{list-style:none;margin:0 0 .75rem;padding:0}
.worries{list-style:none;margin:0;padding:0}
.worries>li{border-inline-start:6px double var(--warn);padding-inline-start:1rem;margin-block-end:.75rem}
details{background:var(--raised);border:1px solid var(--hair);border-radius:12px;padding:.5rem 1.25rem}
summary{cursor:pointer;font-weight:600;padding-block:.6rem;min-height:2.75rem}
.log{list-style:none;margin:0;padding:0}
.log li{display:grid;grid-template-columns:5rem 1fr;gap:.75rem;padding-block:.35rem;border-block-end:1px solid var(--hair)}
details h3{font-size:1.05rem;margin-block:1rem .25rem}
time{color:var(--soft);font-variant-numeric:tabular-nums}
footer{margin-block-start:4rem;padding-block-start:1rem;border-block-start:1px solid var(--line);font-size:.95rem;color:var(--soft)}
:target{outline:3px solid var(--focus);outline-offset:4px;border-radius:12px}
@media (max-width:46rem){
table.wide,table.wide tbody,table.wide tr,table.wide th,table.wide td{display:block;width:100%}
table.wide caption{display:block}
table.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table.wide tr{background:var(--raised);border:1px solid var(--line);border-radius:12px;padding:.75rem 1rem;margin-block-end:.9rem}
table.wide tr.risk{background:var(--risk)}table.wide tr.opportunity{background:var(--opportunity)}
table.wide th,table.wide td{border:0;padding:.2rem 0}
table.wide tr>th{border-inline-start:0;padding-block-end:.4rem}
table.wide td{display:grid;grid-template-columns:minmax(6rem,2fr) 3fr;gap:.75rem}
table.wide .label{display:block;color:var(--soft);font-size:.92rem}
dl>div{grid-template-columns:1fr}
}
@media (forced-colors:active){.note,.sheet,.status{border:1px solid CanvasText}}
@page{size:A4;margin:22mm 18mm 20mm;@top-center{content:TITLE;font:9pt system-ui,sans-serif;color:#4a4237}@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#4a4237}}
@page:first{@top-center{content:""}}
@media print{
:root{--paper:#fff;--raised:#fff;--wash:#fff}
html{font-size:11pt}
body{max-width:none;padding:0;background:#fff}
.skip,nav{display:none}
h2{font-size:17pt;margin-block:22pt 10pt}
h1,h2,h3,h4,caption,thead,section>p{break-after:avoid}
table:not(.wide),[aria-labelledby=balance] table{break-inside:avoid}
summary{display:none}
.agreement{break-inside:avoid}
section:first-of-type{break-after:page}
.notes{display:block;columns:2;column-gap:10pt}
.note,tr,.worries>li,.log li,dl>div{break-inside:avoid}
article.option.note{break-inside:auto}
.note{box-shadow:none;margin-block-end:8pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
p{orphans:3;widows:3}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
:target{outline:0}
details{border:0;padding:0}
details::details-content{content-visibility:visible;display:block;block-size:auto}
}
`
