/** Page, type and what all sections share. */
export const BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 24px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 16px/1.6 var(--sans); -webkit-font-smoothing: antialiased; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.02em; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--note); outline-offset: 3px; border-radius: 4px; }
code, pre { font-family: var(--mono); font-size: 0.86em; font-variant-ligatures: none; }
pre { font-size: 0.84rem; } pre code { font-size: inherit; }
.soft { color: var(--soft); }
.small { font-size: 0.875rem; line-height: 1.55; }
.num { font-variant-numeric: tabular-nums; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 16px; top: 16px; background: var(--surface); padding: 8px 12px; z-index: 2; }
.top { display: flex; flex-wrap: wrap; gap: 4px 24px; justify-content: space-between; align-items: baseline; max-width: 1160px; margin: 0 auto; padding: 28px 32px 20px; }
.wordmark { font-weight: 650; letter-spacing: -0.01em; }
.layout { max-width: 1160px; margin: 0 auto; padding: 0 32px 96px; display: grid; grid-template-columns: minmax(0, 1fr); }
.contents { display: none; }
main > section { margin-top: 72px; }
main > section:first-child { margin-top: 0; }
.lede { margin-top: 8px; color: var(--soft); max-width: 66ch; }
.count { color: var(--soft); font-weight: 400; margin-left: 0.35em; }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--round); }
.eyebrow { font-size: 0.8125rem; font-weight: 550; color: var(--soft); }
.tag { display: inline-flex; align-items: baseline; gap: 0.4em; white-space: nowrap; font-size: 0.8125rem; line-height: 1.5; font-weight: 600; padding: 1px 9px; border-radius: 99px; border: 1px solid var(--line); background: var(--sunk); color: var(--soft); }
.tag.stop { color: var(--stop); background: var(--stop-tint); border-color: var(--stop-line); }
.tag.warn { color: var(--warn); background: var(--warn-tint); border-color: var(--warn-line); }
.tag.good { color: var(--good); background: var(--good-tint); border-color: var(--good-line); }
.tag.note { color: var(--note); background: var(--note-tint); border-color: var(--note-line); }
.command { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; background: var(--sunk); border: 1px solid var(--line); border-radius: 10px; padding: 9px 12px 9px 14px; }
.command code { white-space: pre-wrap; min-width: 0; line-height: 1.65; }
.copy { flex: none; font: 550 0.8125rem/1.5 var(--sans); color: var(--soft); background: none; border: 0; padding: 2px 6px; border-radius: 6px; cursor: pointer; }
.copy:hover { color: var(--ink); background: var(--line); }
details > summary { cursor: pointer; list-style: none; }
details > summary::-webkit-details-marker { display: none; }
.fold > summary { display: inline-flex; align-items: baseline; gap: 8px; font-weight: 550; padding: 6px 0; }
.fold > summary::before, .later > summary::before { content: "+"; font-family: var(--mono); font-weight: 400; color: var(--soft); width: 1ch; }
.fold[open] > summary::before, .later[open] > summary::before { content: "\\2212"; }
.zero { margin-top: 20px; padding: 20px 24px; color: var(--soft); }
.zero b { color: var(--good); font-weight: 650; margin-right: 0.5em; }
@media screen and (min-width: 1080px) {
  .layout { grid-template-columns: 168px minmax(0, 1fr); gap: 64px; }
  .contents { display: block; position: sticky; top: 32px; align-self: start; font-size: 0.9rem; padding-top: 4px; }
  .contents a { display: flex; justify-content: space-between; gap: 8px; padding: 5px 0; text-decoration: none; color: var(--soft); }
  .contents a:hover { color: var(--ink); }
}
@media screen and (max-width: 640px) {
  body { font-size: 15.5px; }
  .top { padding: 20px 18px 14px; }
  .layout { padding: 0 18px 64px; }
  main > section { margin-top: 56px; }
}
`;
