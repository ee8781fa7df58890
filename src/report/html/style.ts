/** The style of the page: two palettes of sufficient contrast, one column on a phone, no colour that alone means something. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1c1a; --soft: #5d5a54; --line: #dedad1; --accent: #2b5c8a;
  --error: #a8201a; --warning: #8a5a00; --note: #2b5c8a; --mark: #ffe49a; --added: #d9f2dc; --removed: #fbdcd8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --card: #211f1c; --ink: #ece8e0; --soft: #aaa498; --line: #3a372f; --accent: #8fbce6;
    --error: #ff9d94; --warning: #f0bf63; --note: #8fbce6; --mark: #6a5312; --added: #1f4a2a; --removed: #5c2723;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
.top, main { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
.top { padding-top: 2rem; }
h1, h2, h3 { line-height: 1.2; font-family: Georgia, 'Times New Roman', serif; font-weight: 600; }
h1 { font-size: 2rem; margin: 0; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .5rem; overflow-wrap: anywhere; }
.top p, .soft { color: var(--soft); margin: .25rem 0 1rem; }
code, pre, .place, .file, .rule, .number, .places { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .86em; }
code { background: color-mix(in srgb, var(--line) 45%, transparent); border-radius: 3px; padding: .05em .3em; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav a { margin-right: 1.25rem; }
.tiles { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 0 0 1rem; }
.tile { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--line); border-radius: 6px; padding: .6rem 1rem; min-width: 7rem; color: var(--soft); }
.tile strong { display: block; font-size: 1.9rem; line-height: 1.1; color: var(--ink); font-variant-numeric: tabular-nums; }
.tile.error { border-top-color: var(--error); } .tile.error strong { color: var(--error); }
.tile.warning { border-top-color: var(--warning); } .tile.warning strong { color: var(--warning); }
.tile.note { border-top-color: var(--note); } .tile.note strong { color: var(--note); }
.badge { display: inline-block; font-size: .75rem; font-weight: 600; border: 1px solid currentColor; border-radius: 999px; padding: 0 .6em; }
.badge.error, .badge.trouble { color: var(--error); } .badge.warning { color: var(--warning); } .badge.note { color: var(--note); }
.split { display: grid; grid-template-columns: 15rem 1fr; gap: 1.5rem; align-items: start; }
.split > #filter[hidden] + #groups { grid-column: 1 / -1; }
#filter { position: sticky; top: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; }
#filter p { margin: 0 0 .5rem; }
fieldset { border: 0; padding: 0; margin: 0 0 .75rem; min-width: 0; }
legend, #filter p label { font-weight: 600; font-size: .85rem; }
input[type=search], select { width: 100%; font: inherit; padding: .35rem .5rem; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; }
.choice { display: flex; gap: .5rem; align-items: center; padding: .15rem 0; }
.choice .count { margin-left: auto; }
.count { font-variant-numeric: tabular-nums; color: var(--soft); }
#shown { font-weight: 600; }
#groups { min-width: 0; }
.group > h3 { margin-top: 0; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .95rem; }
.group { margin-bottom: 1.75rem; }
.group > p { color: var(--soft); margin: 0 0 .5rem; }
.finding, .conflict { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px; padding: .75rem 1rem; margin: 0 0 .75rem; }
.finding.error, .conflict { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); } .finding.note { border-left-color: var(--note); }
.finding header { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; }
.finding .rule { margin-left: auto; } .finding .rule, .place { color: var(--soft); }
.finding .place .file { font-size: 1em; display: none; } .by-rule .finding .place .file { display: inline; }
.message { margin: .4rem 0; overflow-wrap: anywhere; }
.excerpt { display: grid; grid-template-columns: auto 1fr; gap: .9rem; margin: .5rem 0; padding: .5rem .75rem; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.excerpt .number { color: var(--soft); user-select: none; font-size: 1em; }
.excerpt code { background: none; padding: 0; white-space: pre-wrap; font-size: 1em; }
mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 1px; box-shadow: inset 0 -2px 0 var(--warning); }
details { margin: .25rem 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
.fix { font-weight: 600; }
.edits { margin: .4rem 0; } .edit { display: block; white-space: pre-wrap; overflow-wrap: anywhere; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .86em; }
del { background: var(--removed); } ins { background: var(--added); text-decoration: none; border-bottom: 2px solid currentColor; } del + ins { margin-left: .5em; }
.conflict h3 { margin-top: 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; }
.side { min-width: 0; border-top: 1px solid var(--line); padding-top: .5rem; }
blockquote { margin: 0; font-family: Georgia, 'Times New Roman', serif; white-space: pre-wrap; overflow-wrap: anywhere; }
.places { list-style: none; padding: 0; margin: .5rem 0; color: var(--soft); overflow-wrap: anywhere; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 2.5rem; }
.columns > section { min-width: 0; }
.bars { list-style: none; padding: 0; margin: 0; } .bars li { margin: 0 0 .6rem; } .bars .places li { margin: 0; }
.row { display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; }
.row > div { min-width: 0; overflow-wrap: anywhere; }
.row details { margin: 0; } .title { color: var(--soft); }
.bar { display: block; margin-top: .2rem; } .bar rect { fill: var(--accent); }
.grid { overflow: auto; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; margin: 0 0 1rem; }
.grid table { border-collapse: collapse; } caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
.grid th { font-weight: 400; font-size: .85rem; white-space: nowrap; }
.grid thead th { vertical-align: bottom; padding: 0; } .grid thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11rem; overflow: hidden; text-overflow: ellipsis; padding: .3rem 0; line-height: 1.5rem; }
.grid tbody th { text-align: right; padding: 0 .75rem 0 0; position: sticky; left: -1rem; background: var(--card); max-width: 17rem; overflow: hidden; text-overflow: ellipsis; }
.grid td { width: 1.6rem; min-width: 1.6rem; height: 1.6rem; padding: 0; text-align: center; border: 1px solid color-mix(in srgb, var(--line) 55%, transparent); position: relative; }
.grid thead td { border: 0; } .grid td svg { display: block; margin: 0 auto; } .grid circle { fill: var(--accent); } .grid .troubled circle { fill: var(--error); } .grid .troubled th { color: var(--error); }
.grid .troubled th::before { content: '! '; }
.clean { font-size: 1.1rem; }
@media (max-width: 50rem) { .split { grid-template-columns: minmax(0, 1fr); } #filter { position: static; } }
@media print { #filter, nav, .skip { display: none; } .finding, .conflict { break-inside: avoid; } }
`;
