/** Finding cards, their five parts, code frames and the filter. */
export const FINDINGS = `
.filter { display: flex; flex-wrap: wrap; gap: 10px 12px; align-items: center; margin-top: 20px; }
.filter[hidden] { display: none; }
.filter input, .filter select { font: 400 0.9375rem/1.4 var(--sans); color: var(--ink); background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 8px 12px; }
.filter input { flex: 1 1 240px; min-width: 0; }
.finding { margin-top: 20px; scroll-margin-top: 20px; }
.finding > header { padding: 26px 32px 0; }
.finding .tags { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; font-size: 0.875rem; color: var(--soft); }
.finding h3 { font-size: 1.25rem; line-height: 1.35; font-weight: 640; letter-spacing: -0.017em; margin-top: 12px; text-wrap: balance; }
.finding h3 .ordinal { color: var(--soft); font-weight: 450; margin-right: 0.5em; }
.anchor { text-decoration: none; color: var(--soft); font-weight: 400; opacity: 0; margin-left: 0.35em; }
h3:hover .anchor, .anchor:focus-visible { opacity: 1; }
.finding:target, .other:target, .later:target { outline: 2px solid var(--note); outline-offset: 3px; border-radius: var(--round); }
.other:target { outline-offset: 6px; border-top-color: transparent; }
.parts { display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 18px 16px; padding: 20px 32px 30px; }
.parts > dt { font-size: 0.875rem; line-height: 1.75; font-weight: 550; color: var(--soft); }
.parts p + p { margin-top: 6px; }
.parts p, .parts ol { max-width: 68ch; }
.where { line-height: 1.75; }
.frame { margin-top: 12px; background: var(--sunk); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; padding: 10px 0; line-height: 1.7; tab-size: 2; }
.frame code { display: block; width: max-content; min-width: 100%; }
.frame .line { display: block; padding-right: 16px; white-space: pre; }
.frame .line::before { content: "   " attr(data-n) "  "; color: var(--soft); white-space: pre; user-select: none; }
.frame .marked { background: var(--warn-tint); box-shadow: inset 3px 0 var(--warn); }
.frame .marked::before { content: " › " attr(data-n) "  "; color: var(--warn); font-weight: 700; }
.stop-card .frame .marked { background: var(--stop-tint); box-shadow: inset 3px 0 var(--stop); } .stop-card .frame .marked::before { color: var(--stop); }
.talk { margin-top: 12px; padding: 12px 14px; background: var(--sunk); border: 1px solid var(--line); border-radius: 10px; line-height: 1.65; white-space: pre-wrap; overflow-wrap: anywhere; } .talk span:not(.soft) { font-weight: 600; }
.also { margin-top: 10px; }
.steps { counter-reset: step; display: grid; gap: 8px; }
.steps li { counter-increment: step; display: grid; grid-template-columns: 1.6em minmax(0, 1fr); }
.steps li::before { content: counter(step) "."; color: var(--soft); font-variant-numeric: tabular-nums; }
.snippet { margin-top: 16px; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.snippet figcaption { padding: 7px 14px; border-bottom: 1px solid var(--line); display: flex; justify-content: space-between; gap: 12px; font-size: 0.875rem; }
.snippet pre { padding: 12px 14px; overflow: auto; max-height: 480px; background: var(--sunk); line-height: 1.6; }
.check { margin-top: 16px; } .check .eyebrow { margin-bottom: 6px; }
.refs { margin-top: 16px; color: var(--soft); display: flex; flex-wrap: wrap; gap: 2px 18px; }
.others { border-top: 1px solid var(--line); padding: 14px 32px 16px; }
.other { padding: 16px 0; border-top: 1px solid var(--line); } .other:first-of-type { margin-top: 10px; }
.other h4 { font-size: 1rem; font-weight: 600; }
.other .parts { padding: 12px 0 0; }
.later { margin-top: 10px; }
.later > summary { display: grid; grid-template-columns: 1ch 88px minmax(0, 1fr) auto; gap: 4px 14px; align-items: baseline; padding: 15px 24px; }
.later > summary h3 { font-size: 1rem; line-height: 1.5; font-weight: 600; margin: 0; letter-spacing: -0.008em; }
.later > summary .tag { justify-self: start; }
.later > summary .place { grid-column: 3 / -1; }
.later > .parts { border-top: 1px solid var(--line); padding: 20px 24px 24px; }
.later > .others { padding: 14px 24px 16px; }
@media screen and (max-width: 640px) {
  .finding > header { padding: 20px 20px 0; }
  .parts { grid-template-columns: minmax(0, 1fr); gap: 4px; padding: 14px 20px 22px; }
  .parts > dd { margin-bottom: 14px; }
  .others, .later > .others { padding: 12px 20px 14px; }
  .later > summary { grid-template-columns: 1ch minmax(0, 1fr); padding: 14px 18px; }
  .later > summary .tag { justify-self: start; }
  .later > summary h3, .later > summary .place, .later > summary .effort { grid-column: 2; }
  .later > .parts { padding: 16px 18px 18px; }
}
`;
