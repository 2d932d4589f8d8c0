// How paper looks: black on white, so that it survives any copier; millimetres, so that a card is a card. On a screen the same pages
// reflow like any other. Two sheets of style: one for pages whose edges are cut or folded, one for text that runs over pages.

const BASE = `*{box-sizing:border-box}
html{font:12pt/1.4 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Geeza Pro",sans-serif;color:#000;background:#fff;-webkit-text-size-adjust:100%;text-size-adjust:100%;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol,dl,dd{margin:0}
h1,h2,h3{line-height:1.2}
svg,img{display:block}
.bar{max-inline-size:210mm;margin-inline:auto;padding:.75rem 1rem;font-size:1rem}
.bar a{display:inline-flex;align-items:center;min-block-size:2.75rem;min-inline-size:2.75rem;color:#164d49}
.bar h1{font-size:1.5rem}
.warn{font-weight:650;color:#7d250f}
:focus-visible{outline:3px solid #14407d;outline-offset:2px}
.steps{list-style:none;padding:0;display:grid;gap:5mm}
.steps li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:5mm;align-items:center}
.steps svg{inline-size:22mm;block-size:22mm}
.code{font-weight:700;letter-spacing:.06em;line-height:1.1;white-space:nowrap;font-variant-numeric:lining-nums tabular-nums}
.code-name{font-size:12pt}
@media screen{html{background:#e9e4d8}.a4,.leaf{background:#fff;max-inline-size:210mm;margin:0 auto 1rem;box-shadow:0 1px 4px rgb(0 0 0/30%)}}
@media print{.bar{display:none}}
`

/** For A4 pages that are cut, folded or hung up: no margin but their own. */
export const SHEET_STYLE = `${BASE}@page{size:A4 portrait;margin:0}
.a4{break-after:page;break-inside:avoid}
.a4:last-child{break-after:auto}
.cards{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);grid-template-rows:minmax(0,1fr) minmax(0,1fr);list-style:none;padding:0}
.card{display:flex;flex-direction:column;gap:2mm;padding:8mm 8mm 7mm;min-inline-size:0}
.card:nth-child(odd){border-inline-end:1px dashed #777}
.card:nth-child(-n+2){border-block-end:1px dashed #777}
.card .of{font-size:8.5pt;color:#333}
.card h2{font-size:14pt}
.card .ask{font-size:11.5pt;line-height:1.35;font-weight:600}
.ticks{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1.5mm 4mm;font-size:10.5pt}
.ticks li{display:flex;align-items:center;gap:1.5mm}
.box{inline-size:4mm;block-size:4mm;border:1.2px solid #000;border-radius:.6mm;flex:none}
.lines{flex:1;display:flex;flex-direction:column;min-block-size:30mm}
.lines i{flex:1;border-block-end:.8px solid #999}
.foot{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:2mm 4mm;font-size:9pt}
.blank{display:flex;align-items:flex-end;gap:2mm}
.blank::after{content:"";flex:1;border-block-end:.8px solid #000;min-inline-size:10mm;block-size:7mm}
.number{grid-column:1/-1}
.number::after{flex:0 0 22mm}
.tent{display:grid;grid-template-rows:minmax(0,1fr) minmax(0,1fr)}
.face{display:grid;grid-template-columns:auto minmax(0,1fr);grid-template-rows:auto minmax(0,1fr);gap:2mm 8mm;align-items:center;padding:9mm 12mm 7mm}
.face:first-child{border-block-end:1px dashed #777}
.face .head{grid-column:1/-1;display:flex;justify-content:space-between;gap:8mm;align-items:baseline;font-size:18pt;font-weight:700;line-height:1.2}
.face .table{font-size:30pt;white-space:nowrap}
.face .way{text-align:center;block-size:100%;inline-size:84mm;display:grid;grid-template-rows:minmax(0,1fr) auto;align-content:center}
.face .qr{inline-size:100%;block-size:100%;min-block-size:0;max-block-size:88mm;object-fit:contain;align-self:end}
.face .code{font-size:30pt}
.face .steps{font-size:15pt;line-height:1.3;gap:4mm}
.poster{display:grid;grid-template-rows:auto auto minmax(60mm,1fr) auto auto;justify-items:center;text-align:center;gap:3mm;padding:15mm 16mm 14mm}
.poster h2{font-size:34pt;text-wrap:balance}
.poster .what{font-size:18pt}
.poster .qr{inline-size:100%;block-size:100%;min-block-size:0;max-block-size:150mm;object-fit:contain}
.poster .code{font-size:54pt}
.poster .code-name{font-size:16pt}
.poster .steps{font-size:18pt;text-align:start;inline-size:100%;gap:4mm}
@media print{.a4{inline-size:210mm;block-size:296.8mm}.face:first-child{transform:rotate(180deg);border-block-end:0;border-block-start:1px dashed #777}}
@media screen and (max-width:40rem){.cards{grid-template-columns:minmax(0,1fr);grid-template-rows:none}.card{border-inline-end:0 !important;border-block-end:1px dashed #777}.face{grid-template-columns:minmax(0,1fr);padding:6mm}.face .way{inline-size:100%}.face .head{flex-wrap:wrap}.poster{padding:6mm}.poster .code{font-size:30pt}.poster h2{font-size:22pt}}
@media screen and (min-width:40rem){.card{min-block-size:140mm}}
`

/** For text that may run over several pages. */
export const TEXT_STYLE = `${BASE}@page{size:A4 portrait;margin:14mm 15mm}
.leaf{padding:10mm 12mm;font-size:11pt}
.leaf+.leaf{break-before:page}
.leaf h2{font-size:20pt;text-wrap:balance}
.leaf h3{font-size:12.5pt;margin-block:5mm 1.5mm;break-after:avoid}
.leaf .quiet{color:#333;font-size:9.5pt}
.leaf ul,.leaf ol{padding-inline-start:5mm}
.leaf li+li{margin-block-start:1mm}
.purpose,.purpose+*{margin-block-start:1.5mm}
.words{white-space:pre-wrap}
.agreed{list-style:none;padding:0 !important}
.agreed>li{break-inside:avoid;border-inline-start:1mm solid #000;padding-inline-start:3mm;margin-block-end:2.5mm}
.agreed .words{font-size:12pt;font-weight:600}
.worry{margin-inline-start:4mm}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(70mm,1fr));gap:0 8mm}
.note{break-inside:avoid;border:1px solid #000;border-radius:3mm;padding:3.5mm 4.5mm;margin-block:3mm}
.note>.words{font-size:13pt;margin-block:1mm}
.note h3{font-size:9.5pt;margin:2.5mm 0 .5mm}
.badge{font-size:9.5pt;font-weight:650}
.became{margin-block-start:1mm}
table{font-size:10pt;border-collapse:collapse;inline-size:100%;margin-block-start:4mm}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:1px solid #000;padding:2mm 2.5mm;text-align:start;vertical-align:top}
thead th{font-size:9.5pt}
tbody th{font-size:12pt}
.clock{inline-size:36mm;white-space:nowrap}
.clock .write{block-size:6mm;border-block-end:1px solid #000;margin-block-end:1.5mm}
tbody th p{font-weight:400}
.ask{font-size:10.5pt;margin-block-start:1mm}
.together{break-inside:avoid}
.checks{list-style:none;padding:0 !important}
.checks li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2.5mm;align-items:baseline;break-inside:avoid}
.box{inline-size:3.6mm;block-size:3.6mm;border:1.2px solid #000;border-radius:.6mm;transform:translateY(.5mm)}
.last{margin-block-start:5mm}
@media print{.leaf{padding:0 .5mm}}
@media screen and (max-width:40rem){.leaf{padding:1rem}table,thead,tbody,tr,th,td{display:block}thead{display:none}tr+tr{margin-block-start:1rem}.clock{inline-size:auto}.columns{grid-template-columns:minmax(0,1fr)}}
`
/** What a server's policy must let in. */
export const PAPER_STYLES: readonly string[] = [SHEET_STYLE, TEXT_STYLE]
