/** Colours: every text at least 4.5 to 1 against its ground, in both schemes. Printing always takes the light ones. */
const COLOURS = `
:root {
  color-scheme: light dark;
  --ground: #f3f4f6; --sheet: #ffffff; --heading: #f7f8fa; --text: #1b1f24; --quiet: #57606a;
  --rule: #e3e6ea; --tree: #aab2bc; --accent: #0a58a6;
  --good: #0e6027; --good-ground: #e3f4e7; --warn: #854600; --warn-ground: #fdf0dc; --bad: #a8121f; --bad-ground: #fde7e8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1116; --sheet: #161b22; --heading: #1c222b; --text: #e6eaef; --quiet: #9ba5b1;
    --rule: #2a313b; --tree: #56606d; --accent: #7db7f5;
    --good: #7fdc97; --good-ground: #12301b; --warn: #f4bb6b; --warn-ground: #38270d; --bad: #ff9c9c; --bad-ground: #421a1c;
  }
}`;

const SHEET = `
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 28px 24px 48px; max-width: 1240px; background: var(--ground); color: var(--text);
  font: 13px/20px 'Segoe UI', -apple-system, 'Helvetica Neue', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
}
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 24px; margin-bottom: 16px; }
h1 { flex: 1; min-width: 12em; margin: 0; font-size: 22px; line-height: 30px; font-weight: 600; letter-spacing: -0.01em; }
label { color: var(--accent); cursor: pointer; padding: 2px 4px; border-radius: 4px; }
label:hover { text-decoration: underline; }
.aside { position: absolute; width: 1px; height: 1px; margin: 0; opacity: 0; }
#LNK0:focus-visible ~ header label, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
main { background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px; overflow: hidden; }
.time { color: var(--quiet); font-variant-numeric: tabular-nums; }
.bodytext-8p-black-bold { font-weight: 600; }
.success-8p-green, .warn-8p-orange, .alert-8p-red {
  display: inline-block; padding: 2px 9px; border-radius: 10px; font-weight: 600; font-size: 12px; line-height: 16px;
}
.success-8p-green { color: var(--good); background: var(--good-ground); }
.warn-8p-orange { color: var(--warn); background: var(--warn-ground); }
.alert-8p-red { color: var(--bad); background: var(--bad-ground); }
.cell { display: block; min-width: 0; overflow-wrap: anywhere; }`;

/** Columns of 25, 50, 13 and 12 per cent, 9 px between them (domain facts 3.4). */
const ROWS = `
.columns, .row, .line {
  display: grid; grid-template-columns: minmax(0, 25fr) minmax(0, 50fr) minmax(0, 13fr) minmax(0, 12fr);
  column-gap: 9px; padding: 7px 14px;
}
.columns { background: var(--heading); color: var(--quiet); font-size: 12px; font-weight: 600; }
.row, .line { border-top: 1px solid var(--rule); }
.row { position: relative; background: var(--heading); cursor: pointer; list-style: none; }
.action { grid-column: 1 / 3; padding-left: calc(var(--level) * 22px + 20px); }
.information { grid-column: 2; }
.time { grid-column: 3; }
.result { grid-column: 4; }
summary::-webkit-details-marker { display: none; }
.button::before { content: '\\25BC'; content: '\\25BC' / ''; font-size: 10px; color: var(--quiet); }
details:not([open]) .button::before { content: '\\25BA'; content: '\\25BA' / ''; }
.row .button { position: absolute; top: 7px; left: calc(var(--level) * 22px + 14px); width: 14px; text-align: center; }`;

const TREE = `
.level-0 { --level: 0; } .level-1 { --level: 1; } .level-2 { --level: 2; } .level-3 { --level: 3; } .level-4 { --level: 4; }
.level-5 { --level: 5; } .level-6 { --level: 6; } .level-7 { --level: 7; } .level-8 { --level: 8; }
.entry { position: relative; }
.entry::before, .entry::after {
  content: ''; position: absolute; z-index: 1; left: calc(var(--level) * 22px - 2px); pointer-events: none;
}
.entry::before { top: 0; bottom: 0; border-left: 1px solid var(--tree); }
.entry:last-child::before { bottom: auto; height: 17px; }
.entry::after { top: 17px; width: 12px; border-top: 1px solid var(--tree); }
.level-0::before, .level-0::after { display: none; }`;

const INFORMATION = `
.property { display: grid; grid-template-columns: 11.5em minmax(0, 1fr); }
.property .label { color: var(--quiet); }
.properties br { display: none; }
.detail { margin-top: 2px; }
.more { cursor: pointer; color: var(--accent); list-style: none; width: fit-content; padding-right: 4px; border-radius: 4px; }
.more .button { display: inline-block; width: 16px; }
.detail .body { padding-left: 16px; }
.message { display: block; }
pre {
  margin: 4px 0; padding: 8px 10px; background: var(--heading); border: 1px solid var(--rule); border-radius: 6px;
  font: 12px/18px ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace; white-space: pre-wrap;
  overflow-wrap: anywhere;
}
.names { border: 1px dashed var(--tree); border-radius: 6px; padding: 6px 10px 8px; }
table { width: 100%; border-collapse: collapse; }
table ~ table { margin-top: 10px; }
caption { text-align: left; font-weight: 600; padding-bottom: 4px; }
.addition { font-weight: 400; font-style: italic; color: var(--quiet); padding-left: 6px; }
th { text-align: left; font-weight: 400; font-size: 12px; color: var(--quiet); }
th, td { padding: 2px 12px 2px 0; vertical-align: top; overflow-wrap: anywhere; }
td { border-top: 1px solid var(--rule); }
th:first-child { width: 46%; }`;

const COLLAPSED = `
.collapsed, #LNK0:checked ~ header .expanded, #LNK0:checked ~ main .line { display: none; }
#LNK0:checked ~ header .collapsed { display: inline; }
#LNK0:checked ~ main .entry:nth-last-child(1 of .step)::before { bottom: auto; height: 17px; }
#LNK0:checked ~ main .row { pointer-events: none; }
#LNK0:checked ~ main .row .button { visibility: hidden; }`;

/** A phone: the column headings go, each row is a card of its own. */
const PHONE = `
@media screen and (max-width: 640px) {
  body { padding: 16px 12px 32px; font-size: 14px; }
  h1 { font-size: 19px; line-height: 26px; }
  label { margin-left: -4px; }
  main { background: none; border: 0; overflow: visible; }
  .columns, .entry::before, .entry::after { display: none; }
  .row, .line {
    grid-template-columns: minmax(0, 1fr) auto; row-gap: 4px; padding: 10px 12px; margin-bottom: 8px;
    background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px;
  }
  .row { background: var(--heading); border-color: var(--tree); }
  .action, .information { grid-column: 1 / -1; grid-row: 1; }
  .action { padding-left: 20px; font-size: 15px; }
  .row .button { top: 10px; left: 12px; }
  .time { grid-column: 1; grid-row: 2; font-size: 12px; }
  .row .time { padding-left: 20px; }
  .result { grid-column: 2; grid-row: 2; }
  .step .step, .step .line { margin-left: 12px; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr, td { display: block; }
  td { padding: 0; border: 0; color: var(--quiet); font-size: 12px; }
  .name { padding-top: 6px; color: var(--text); font-size: 14px; }
  .names { border: 0; padding: 0; }
  .property { grid-template-columns: minmax(0, 1fr); }
  .property .label { font-size: 12px; line-height: 16px; padding-top: 4px; }
}`;

const PRINT = `
@page { margin: 14mm; }
@media print {
  :root { color-scheme: light; }
  body { padding: 0; max-width: none; background: none; font-size: 9pt; line-height: 13pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  label { display: none; }
  main { border: 0; border-radius: 0; overflow: visible; }
  .row, .property, .message, tr { break-inside: avoid; }
  .row { break-after: avoid; }
  details:not([open]) .button::before { content: '\\25BC'; content: '\\25BC' / ''; }
  .detail::details-content { content-visibility: visible; display: block; }
}`;

/**
 * The page's style on one line. It holds no `<`, `>`, `&` or quotation mark, so that it goes into the document as
 * plain text like everything else.
 */
export const STYLE_SHEET: string = [COLOURS, SHEET, ROWS, TREE, INFORMATION, COLLAPSED, PHONE, PRINT]
  .join('')
  .replace(/\s*\n\s*/g, ' ')
  .trim();
