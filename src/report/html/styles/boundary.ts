/** The role × operation matrix, sensitive actions and exchanges. Every mark has a shape, a word and a colour. */
export const BOUNDARY = `
.sub { font-size: 1.125rem; line-height: 1.35; font-weight: 640; letter-spacing: -0.012em; margin-top: 44px; scroll-margin-top: 24px; }
.runfacts { margin-top: 24px; padding: 8px 28px; }
.runfacts > div { display: grid; grid-template-columns: 108px minmax(0, 1fr); gap: 4px 20px; padding: 11px 0; } .runfacts > div + div { border-top: 1px solid var(--line); }
.runfacts dt { font-size: 0.875rem; font-weight: 550; color: var(--soft); line-height: 1.7; } .runfacts dd { font-variant-numeric: tabular-nums; }
.untested { margin-top: 12px; } .unlock .plainlist li { padding: 6px 0; }
.mark i { font-style: normal; font-weight: 700; }
.mark.leak { --on: var(--stop); --tint: var(--stop-tint); --edge: var(--stop-line); } .mark.odd { --on: var(--warn); --tint: var(--warn-tint); --edge: var(--warn-line); }
.mark.own { --on: var(--good); --tint: var(--good-tint); --edge: var(--good-line); } .mark.open { --on: var(--note); --tint: var(--note-tint); --edge: var(--note-line); }
.mark.refused { --on: var(--soft); --tint: var(--sunk); --edge: var(--line); } .mark.unknown, .mark.not-tested { --on: var(--soft); --tint: transparent; --edge: var(--line); }
.matrix-legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 6px 24px; margin-top: 14px; }
.matrix-legend li { display: grid; grid-template-columns: 104px minmax(0, 1fr); gap: 10px; align-items: baseline; }
span.mark { display: inline-flex; gap: 0.45em; align-items: baseline; font-size: 0.8125rem; font-weight: 600; line-height: 1.5; padding: 1px 9px; border-radius: 99px; white-space: nowrap; color: var(--on); background: var(--tint); border: 1px solid var(--edge); }
span.mark.unknown, span.mark.not-tested { border-style: dashed; } .matrix-legend .mark { justify-self: start; }
.matrix-groups { margin-top: 20px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; }
.matrix-group > summary { display: grid; grid-template-columns: 1ch minmax(0, 1fr) auto; gap: 4px 14px; align-items: center; padding: 14px 20px; }
.matrix-group > summary::before { content: "+"; font-family: var(--mono); color: var(--soft); align-self: start; line-height: 1.5; } .matrix-group[open] > summary::before { content: "\\2212"; }
.matrix-group .about { display: flex; flex-wrap: wrap; gap: 0 14px; align-items: baseline; } .matrix-group h4 { font-size: 1rem; font-weight: 600; line-height: 1.5; }
.tallies { flex: 0 0 100%; display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
.mini { display: block; width: auto; height: auto; max-width: 46vw; max-height: 76px; } .matrix-group[open] .mini { opacity: 0.55; }
.mini path { fill: none; stroke-width: 1.5; stroke: var(--soft); } .mini .leak { stroke: var(--stop); stroke-width: 2.6; } .mini .odd { stroke: var(--warn); stroke-width: 2.6; stroke-linecap: round; }
.mini .own { fill: var(--good); stroke: var(--good); } .mini .open { stroke: var(--note); } .mini .refused { fill: var(--line); stroke: none; }
.matrix-frame { border-top: 1px solid var(--line); padding: 0 12px 12px; }
.matrix { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 3px; }
.matrix th[scope="col"] { position: sticky; top: 0; z-index: 1; background: var(--surface); font-size: 0.75rem; line-height: 1.3; font-weight: 600; color: var(--soft); text-align: center; vertical-align: bottom; padding: 12px 2px 8px; hyphens: auto; }
.matrix th[scope="col"]:first-child { width: 40%; text-align: left; padding-left: 8px; }
.matrix th[scope="row"] { text-align: left; font-weight: 400; font-size: 0.9375rem; line-height: 1.45; padding: 7px 8px; vertical-align: middle; background: var(--surface); }
.verb { font: 600 0.75rem/1.5 var(--mono); color: var(--soft); margin-right: 0.3em; } .verb.writes { color: var(--ink); }
.matrix td { text-align: center; vertical-align: middle; padding: 0; height: 46px; border-radius: 7px; font-size: 0.75rem; line-height: 1.25; font-weight: 550; color: var(--on); background: var(--tint); border: 1px solid var(--edge); overflow-wrap: normal; }
.matrix td.unknown, .matrix td.not-tested { border-style: dashed; font-weight: 450; } .matrix td:is(.leak, .odd) { border-color: var(--on); box-shadow: inset 0 0 0 1px var(--on); font-weight: 700; }
.matrix td i { display: inline-block; margin-right: 0.35em; } .matrix td small { display: block; font-size: 0.6875rem; font-weight: 400; color: var(--soft); }
.matrix td a { display: block; padding: 5px 2px; text-decoration: none; border-radius: 5px; } .matrix td a span { text-decoration: underline; text-underline-offset: 2px; }
.matrix-frame.wide { overflow: auto; max-height: 80vh; } .wide .matrix { table-layout: auto; width: max-content; min-width: 100%; }
.wide .matrix th[scope="col"]:first-child, .wide .matrix th[scope="row"] { position: sticky; left: 0; z-index: 1; width: 240px; min-width: 180px; max-width: 42vw; } .wide .matrix th[scope="col"]:first-child { z-index: 2; } .wide .matrix td { min-width: 84px; } .wide .matrix th[scope="col"]:not(:first-child) { max-width: 84px; }
.sensitive { width: 100%; margin-top: 18px; border-spacing: 0; }
.sensitive th, .sensitive td { text-align: left; vertical-align: baseline; padding: 12px 12px; border-top: 1px solid var(--line); font-weight: 400; } .sensitive th:first-child { padding-left: 20px; } .sensitive thead th { border-top: 0; font-size: 0.8125rem; font-weight: 550; color: var(--soft); padding-top: 14px; }
.sensitive th[scope="row"] { width: 40%; font-size: 0.9375rem; } .sensitive .what { display: block; } .sensitive-more { margin-top: 10px; } .sensitive td:last-child { padding-right: 20px; }
.guards { display: flex; flex-wrap: wrap; gap: 4px 6px; } .guards + span { display: block; margin-top: 6px; }
.guard { font-size: 0.8125rem; line-height: 1.5; padding: 0 8px; border-radius: 99px; border: 1px solid var(--line); color: var(--soft); white-space: nowrap; } .guard.plain { border-style: dashed; }
.guard.stop { color: var(--stop); border-color: var(--stop-line); font-weight: 600; } .guard.warn { color: var(--warn); border-color: var(--warn-line); font-weight: 600; } .guard.good { color: var(--good); border-color: var(--good-line); }
.exchange { margin-top: 10px; } .sides { scroll-margin-top: 88px; } .exchanges-more { margin-top: 12px; } .exchange:has(:target) { outline: 2px solid var(--note); outline-offset: 3px; }
.exchange > summary { display: grid; grid-template-columns: 1ch 168px minmax(0, 1fr) auto; gap: 4px 14px; align-items: baseline; padding: 13px 20px; }
.exchange > summary::before { content: "+"; font-family: var(--mono); color: var(--soft); } .exchange[open] > summary::before { content: "\\2212"; }
.exchange .who { font-weight: 600; } .exchange .status { font-size: 0.9375rem; font-weight: 600; white-space: nowrap; max-width: 16ch; overflow: hidden; text-overflow: ellipsis; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border-top: 1px solid var(--line); }
.sides figure { padding: 14px 20px 18px; min-width: 0; } .sides figure + figure { border-left: 1px solid var(--line); }
.sides pre { margin-top: 6px; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 420px; overflow: auto; }
@media screen and (max-width: 640px) {
  .runfacts { padding: 6px 18px; } .runfacts > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .matrix-legend { grid-template-columns: minmax(0, 1fr); }
  .matrix-group > summary { padding: 13px 14px; gap: 4px 10px; } .mini { max-height: 56px; max-width: 34vw; }
  .matrix-frame { padding: 0 8px 10px; } .matrix-frame:not(.wide) :is(.matrix, thead, tbody) { display: block; }
  .matrix-frame:not(.wide) tr { display: flex; flex-wrap: wrap; gap: 3px; }
  .matrix-frame:not(.wide) tbody tr { padding: 10px 0 8px; border-top: 1px solid var(--line); } .matrix-frame:not(.wide) tbody tr:first-child { border-top: 0; padding-top: 4px; }
  .matrix-frame:not(.wide) :is(td, th[scope="col"]) { flex: 1 1 0; min-width: 0; } .matrix-frame:not(.wide) th[scope="row"] { flex: 0 0 100%; padding: 0 4px 3px; }
  .matrix-frame:not(.wide) th[scope="col"]:first-child { position: absolute; left: -999px; width: 1px; flex: none; }
  .matrix-frame:not(.wide) thead { position: sticky; top: 0; z-index: 1; background: var(--surface); } .matrix th[scope="col"] { font-size: 0.594rem; letter-spacing: -0.02em; padding: 8px 0 6px; } .matrix-frame:not(.wide) thead tr { align-items: end; }
  .matrix td { height: auto; min-height: 40px; font-size: 0.625rem; padding: 4px 0; } .matrix td i { display: block; margin: 0; font-size: 0.875rem; } .matrix td small { font-size: 0.625rem; } .matrix td a { padding: 0; }
  .sensitive, .sensitive tbody, .sensitive tr, .sensitive th, .sensitive td { display: block; } .sensitive thead { display: none; }
  .sensitive tr { padding: 12px 18px 14px; border-top: 1px solid var(--line); } .sensitive tr:first-child { border-top: 0; } .sensitive :is(th, td), .sensitive th[scope="row"] { border: 0; padding: 0 !important; width: auto; } .sensitive td { margin-top: 7px; }
  .exchange > summary { grid-template-columns: 1ch minmax(0, 1fr) auto; padding: 13px 16px; } .exchange > summary code { grid-column: 2 / -1; grid-row: 2; }
  .sides { grid-template-columns: minmax(0, 1fr); } .sides figure { padding: 12px 16px 16px; } .sides figure + figure { border-left: 0; border-top: 1px solid var(--line); }
}
`;
