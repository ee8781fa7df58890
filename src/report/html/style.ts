/** The style of the page: two palettes of sufficient contrast, one column on a phone, no colour that alone means something. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f7f6f2; --card: #ffffff; --ink: #1f1e1b; --soft: #5b5850; --line: #ddd9cf; --faint: #ece9e1; --accent: #1f5f7a;
  --error: #ab1f24; --warning: #835300; --note: #2c5d8f; --good: #23683a;
  --mark: #ffe7a3; --added: #d8f0dc; --removed: #fadcd9;
  --shadow: 0 1px 2px rgb(40 35 20 / .06), 0 2px 8px rgb(40 35 20 / .05);
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --serif: 'Iowan Old Style', Charter, Georgia, 'DejaVu Serif', serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161614; --card: #201f1d; --ink: #ebe8e0; --soft: #aba69a; --line: #3a3832; --faint: #2a2925; --accent: #86c1d8;
    --error: #ff9b94; --warning: #efbe62; --note: #93bfee; --good: #8fd3a3;
    --mark: #66500f; --added: #1e4828; --removed: #5a2724; --shadow: none;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.wide { max-width: 78rem; margin: 0 auto; padding-inline: 1.5rem; }
h1, h2, h3 { line-height: 1.25; font-weight: 650; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0; letter-spacing: -.015em; }
h2 { font-size: 1.4rem; margin: 0 0 1rem; letter-spacing: -.01em; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
p { margin: 0 0 .75rem; }
code, pre, .place, .file, .rule, .places { font-family: var(--mono); font-size: .86em; }
code { background: var(--faint); border-radius: 4px; padding: .1em .35em; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 3; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.soft { color: var(--soft); }
.count { font-variant-numeric: tabular-nums; color: var(--soft); }
.top { padding-top: 2.25rem; }
.top .soft { margin: .35rem 0 1.5rem; }
.tiles { list-style: none; display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; padding: 0; margin: 0 0 1rem; }
.tiles a { text-decoration: none; }
.tile { display: block; color: var(--soft); }
.tile strong { display: block; font-size: 2.1rem; font-weight: 600; line-height: 1.15; letter-spacing: -.02em; color: var(--ink); font-variant-numeric: tabular-nums; }
.tile.error strong { color: var(--error); } .tile.warning strong { color: var(--warning); } .tile.note strong { color: var(--note); }
a.tile:hover { text-decoration: underline; }
.share { display: block; border-radius: 4px; overflow: hidden; margin: 0 0 .5rem; background: var(--faint); }
.share .error { fill: var(--error); } .share .warning { fill: var(--warning); } .share .note { fill: var(--note); }
.clean { display: flex; gap: 1rem; align-items: center; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.4rem; margin: 0 0 1.5rem; font-size: 1.1rem; box-shadow: var(--shadow); }
.clean svg { flex: none; } .clean circle { fill: var(--good); } .clean path { fill: none; stroke: var(--card); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.clean p { margin: 0; } .clean strong { display: block; }
nav { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); margin-top: 1rem; }
nav .wide { display: flex; flex-wrap: wrap; gap: 0 2rem; }
nav a { padding: .8rem 0 .7rem; border-bottom: 3px solid transparent; margin-bottom: -1px; text-decoration: none; color: var(--soft); font-weight: 600; }
nav a:hover { color: var(--ink); }
nav a[aria-current] { color: var(--ink); border-bottom-color: var(--accent); }
nav .count { font-weight: 400; margin-left: .4rem; }
main > section { padding-block: 1.75rem 1.5rem; }
.away { display: none; }
.parted main h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; }
.badge { display: inline-block; font-size: .76rem; font-weight: 650; line-height: 1.55; border-radius: 999px; padding: 0 .65em; white-space: nowrap; text-decoration: none; }
.badge.error, .badge.trouble { color: var(--error); background: color-mix(in srgb, var(--error) 10%, var(--card)); }
.badge.warning { color: var(--warning); background: color-mix(in srgb, var(--warning) 12%, var(--card)); }
.badge.note { color: var(--note); background: color-mix(in srgb, var(--note) 10%, var(--card)); }
a.badge:hover { text-decoration: underline; }
.split { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2rem; align-items: start; }
.split > #filter[hidden] + #groups { grid-column: 1 / -1; }
#filter { position: sticky; top: 4.25rem; max-height: calc(100vh - 5rem); overflow-y: auto; scrollbar-width: thin; padding: 0 .25rem .5rem; margin: 0 -.25rem; }
fieldset { border: 0; padding: 0; margin: 0 0 1.1rem; min-width: 0; }
legend, .label { display: block; padding: 0; margin: 0 0 .3rem; font-weight: 650; font-size: .82rem; color: var(--soft); }
input[type=search] { width: 100%; font: inherit; padding: .45rem .7rem; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 7px; }
input[type=checkbox], input[type=radio] { accent-color: var(--accent); flex: none; margin: 0; width: 1rem; height: 1rem; }
.choice { display: flex; gap: .55rem; align-items: center; padding: .2rem .4rem; margin: 0 -.4rem; border-radius: 6px; font-size: .92rem; cursor: pointer; overflow-wrap: anywhere; }
.choice:hover { background: var(--faint); }
.choice .count { margin-left: auto; }
.choice.on { background: var(--faint); font-weight: 600; }
#choices { margin: 0; } #choices > summary { display: none; }
.pair { display: flex; gap: 1.25rem; }
#shown { font-weight: 650; margin: 0 0 1rem; }
#groups { min-width: 0; }
.group { margin: 0 0 1.5rem; }
.many .group { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
.group > summary { display: flex; gap: .6rem; align-items: baseline; padding: .25rem 0 .5rem; list-style: none; }
.group > summary::-webkit-details-marker { display: none; }
.group > summary::before { content: ''; flex: none; width: .45em; height: .45em; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(-45deg); margin-right: .1rem; }
.group[open] > summary::before { transform: translateY(-.15em) rotate(45deg); }
.group > summary h3 { font-family: var(--mono); font-size: .9rem; }
.group > p { color: var(--soft); margin: -.25rem 0 .6rem; }
.finding, .conflict, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.finding, .conflict { padding: .9rem 1.1rem; margin: 0 0 .75rem; }
.many .finding { content-visibility: auto; contain-intrinsic-size: auto 10rem; }
.finding header { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.finding .rule { margin-left: auto; } .finding .rule, .place { color: var(--soft); overflow-wrap: anywhere; }
.finding .place .file { font-size: 1em; display: none; } .by-rule .finding .place .file { display: inline; }
.message { margin: .45rem 0 .6rem; overflow-wrap: anywhere; }
.excerpt { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .9rem; margin: .5rem 0; padding: .55rem .8rem; background: var(--paper); border-radius: 7px; line-height: 1.6; }
.excerpt .number { color: var(--soft); user-select: none; text-align: right; }
.excerpt code { background: none; padding: 0; white-space: pre-wrap; font-size: 1em; }
mark { background: var(--mark); color: inherit; border-radius: 3px; padding: .05em .1em; box-shadow: inset 0 -2px 0 var(--warning); }
details { margin: .3rem 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
.fix { display: inline-block; font-weight: 650; color: var(--good); } .fix::first-letter { text-transform: uppercase; }
p.change { margin: .4rem 0 0; overflow-wrap: anywhere; }
.edits { margin: .4rem 0 0; display: block; } .edit { white-space: pre-wrap; overflow-wrap: anywhere; font-family: var(--mono); font-size: .86em; } .edits .edit { display: block; }
del, ins { border-radius: 3px; padding: .1em .25em; text-decoration: none; } del { background: var(--removed); text-decoration: line-through; } ins { background: var(--added); }
del + ins { margin-left: .4em; }
.conflict .message { color: var(--soft); margin: .35rem 0 .8rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem; }
.side { min-width: 0; background: var(--paper); border-radius: 7px; padding: .8rem 1rem; }
blockquote { margin: 0; font-family: var(--serif); font-size: 1.05rem; white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote.entry { font-family: var(--mono); font-size: .86rem; }
.places { list-style: none; padding: 0; margin: .5rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
.card { padding: 1.1rem 1.3rem; margin: 0 0 1.25rem; min-width: 0; }
.columns { columns: 28rem 2; column-gap: 1.25rem; } .columns > .card { break-inside: avoid; }
.card h3 { margin: 0 0 .75rem; font-size: 1.05rem; }
.bars { list-style: none; padding: 0; margin: 0; }
.bars > li { display: grid; grid-template-columns: minmax(0, 1fr) 5.5rem 2.25rem; gap: 0 .9rem; align-items: start; padding: .45rem 0; border-top: 1px solid var(--faint); }
.bars > li:first-child { border-top: 0; }
.bars > li > .count { text-align: right; }
.bars details { margin: 0; overflow-wrap: anywhere; } .bars .file { overflow-wrap: anywhere; line-height: 1.75; }
.bars summary { display: inline; } .bars .badge { margin-top: .2rem; }
.title { color: var(--soft); }
.bar { display: block; margin-top: .55rem; } .bar rect { fill: var(--accent); } .bar .rest { fill: var(--faint); }
.grid { overflow: auto; position: relative; margin: 0 -1.3rem; padding: 0 1.3rem; }
.grid table { border-collapse: separate; border-spacing: 0; }
.grid th { font-weight: 400; font-size: .85rem; white-space: nowrap; }
.grid thead th { vertical-align: bottom; padding: 0; } .grid thead span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); max-height: 12rem; overflow: hidden; text-overflow: ellipsis; padding: .4rem 0; line-height: 1.75rem; }
.grid tbody th { text-align: right; padding: 0 .8rem 0 0; position: sticky; left: -1.3rem; background: var(--card); max-width: 17rem; overflow: hidden; text-overflow: ellipsis; }
.grid td { width: 1.75rem; min-width: 1.75rem; height: 1.75rem; padding: 0; border-left: 1px solid var(--faint); border-top: 1px solid var(--faint); }
.grid thead td { border: 0; } .grid td svg { display: block; margin: 0 auto; } .grid circle { fill: var(--accent); } .grid .troubled circle { fill: var(--error); } .grid .troubled th { color: var(--error); }
.grid tbody tr:hover > * { background: var(--faint); }
.grid .troubled th::before { content: '! '; }
footer { color: var(--soft); font-size: .88rem; padding-top: 1rem; padding-bottom: 2.5rem; }
@media (max-width: 56rem) {
  .wide { padding-inline: 1rem; }
  .split { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
  #filter { position: static; max-height: none; } #choices > summary { display: revert; font-weight: 650; } #choices[open] > summary { margin-bottom: .75rem; } #rules { max-height: 13rem; overflow-y: auto; }
  .bars > li { grid-template-columns: minmax(0, 1fr) 3rem 2rem; }
  .finding .rule { margin-left: 0; }
  .tiles { gap: .5rem 1.75rem; } .tile strong { font-size: 1.7rem; }
}
@media print {
  body { background: none; } nav, #filter, .skip { display: none; } .away { display: block; } .split { display: block; }
  .finding, .conflict, .card { break-inside: avoid; box-shadow: none; }
  .many .group, .many .finding { content-visibility: visible; }
}
`;
