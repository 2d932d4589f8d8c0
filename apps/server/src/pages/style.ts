// The one style sheet of all server pages, sent inside them so that a page is one request. The colours are those of the app's tokens.css.
// Logical properties only; sizes in rem, so that 200 % text only grows the page downwards.
export const STYLE = `:root{color-scheme:light dark;--paper:#faf6ec;--raised:#fffdf7;--ink:#221d17;--soft:#4f473b;--line:#8d806b;--thin:#ddd2be;--accent:#1c5652;--on:#fffdf7;--wash:#e0ebe6;--focus:#14407d;--warn:#8a2a12;--shade:0 2px 0 rgb(60 45 20/12%)}
@media(prefers-color-scheme:dark){:root{--paper:#1c1915;--raised:#282420;--ink:#f5eee0;--soft:#cfc5b4;--line:#8f8473;--thin:#443d33;--accent:#8fd3c6;--on:#10201d;--wash:#22352f;--focus:#9cc4ff;--warn:#ffb59c;--shade:0 2px 0 rgb(0 0 0/40%)}}
@media(prefers-contrast:more){:root{--soft:var(--ink);--line:var(--ink)}}
*{box-sizing:border-box}
html{font:112.5%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Geeza Pro",sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
header,main,footer{max-inline-size:36rem;margin-inline:auto;padding-inline:1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;padding-block:.5rem}
header strong{font-size:1rem}
main{padding-block-end:3rem}
h1{font-size:1.6rem;line-height:1.25;margin-block:.5rem .75rem}
h2{font-size:1.25rem;line-height:1.3;margin-block:2rem .5rem}
h3{font-size:1.05rem;margin-block:1.5rem .25rem}
p,ul{margin-block:.5rem}
ul{padding-inline-start:1.25rem}
a{color:var(--accent)}
a.alone{display:inline-flex;align-items:center;min-block-size:2.75rem;min-inline-size:2.75rem}
.quiet{color:var(--soft);font-size:.9rem}
.langs{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0;gap:0}
.langs a{display:inline-flex;align-items:center;min-block-size:2.75rem;min-inline-size:2.75rem;padding-inline:.35rem;justify-content:center;border-radius:.5rem}
.langs a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none;background:var(--wash)}
form{margin-block:1.25rem}
label,legend{font-weight:600}
label.pick{font-weight:400;display:flex;gap:.75rem;align-items:center;min-block-size:2.75rem}
.picks{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
fieldset{border:0;margin:1rem 0 0;padding:0;min-inline-size:0}
input,select,textarea,button{font:inherit;color:inherit}
input[type=text],select,textarea{display:block;inline-size:100%;min-block-size:3rem;margin-block:.25rem;padding:.5rem .75rem;background:var(--raised);border:1px solid var(--line);border-radius:.65rem}
input.code{font-size:1.5rem;letter-spacing:.15em;max-inline-size:12rem;text-align:start}
textarea{min-block-size:7rem;resize:vertical}
input[type=radio],input[type=checkbox]{inline-size:1.35rem;block-size:1.35rem;flex:none;margin:0;accent-color:var(--accent)}
.field{margin-block:1rem}
.main{display:block;inline-size:100%;min-block-size:3.25rem;margin-block:1.25rem;padding:.65rem 1rem;border:0;border-radius:.65rem;background:var(--accent);color:var(--on);font-weight:600;font-size:1.1rem;text-align:center;text-decoration:none;cursor:pointer}
.second{min-block-size:2.75rem;padding:.5rem 1rem;border:1px solid var(--line);border-radius:.65rem;background:var(--raised);cursor:pointer}
details{border-block-start:1px solid var(--thin)}
details:last-of-type{border-block-end:1px solid var(--thin)}
form details{border-block-end:1px solid var(--thin)}
summary{min-block-size:2.75rem;padding-block:.6rem;cursor:pointer;color:var(--accent);text-decoration:underline;text-underline-offset:.2em}
.said{border-inline-start:4px solid var(--accent);background:var(--wash);padding:.5rem .75rem;border-radius:.25rem}
.warn{border-color:var(--warn);color:var(--warn);font-weight:600}
.notes{list-style:none;padding:0}
.notes li{background:var(--raised);border:1px solid var(--line);border-radius:.75rem;box-shadow:var(--shade);padding:.6rem .8rem;margin-block:.6rem}
.notes form{margin-block:.5rem 0}
.notes p{margin:0;white-space:pre-wrap}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
@media(forced-colors:active){.main,.second{border:1px solid}}
@media print{header,form,.langs{display:none}}`
