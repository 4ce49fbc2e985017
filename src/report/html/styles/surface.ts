/** The map of the public surface, and its twin in words. */
export const SURFACE = `
.map-frame { margin-top: 20px; padding: 22px; overflow-x: auto; }
.map { display: block; width: 100%; min-width: 720px; height: auto; }
.map rect { fill: var(--surface); stroke: var(--line); stroke-width: 1.2; }
.map text { fill: var(--ink); font-family: var(--sans); font-size: 13.5px; } .map .name { font-weight: 560; } .map .under { fill: var(--soft); font-size: 12px; }
.map .sign { font-weight: 700; font-size: 15px; }
.map .good .sign { fill: var(--good); }
.map .stop rect { fill: var(--stop-tint); stroke: var(--stop); } .map .stop .sign, .map .stop .name { fill: var(--stop); }
.map .warn rect { fill: var(--warn-tint); stroke: var(--warn-line); } .map .warn .sign { fill: var(--warn); }
.map .front rect { fill: var(--note-tint); stroke: var(--note-line); } .map .front .name { fill: var(--note); }
.map .none rect { fill: none; stroke: var(--soft); stroke-dasharray: 5 4; } .map .none .name { fill: var(--soft); }
.map .lead { fill: none; stroke: var(--line); stroke-width: 1.6; } .map .lead.stop { stroke: var(--stop); stroke-width: 2.2; }
.hosts-frame { margin-top: 14px; overflow-x: auto; }
.hosts, .record-table { width: 100%; border-spacing: 0; }
.hosts th, .hosts td, .record-table th, .record-table td { text-align: left; vertical-align: baseline; padding: 11px 12px; border-top: 1px solid var(--line); font-weight: 400; }
.hosts thead th, .record-table thead th { border-top: 0; font-size: 0.8125rem; font-weight: 550; color: var(--soft); }
.hosts { table-layout: fixed; } .hosts th:nth-child(1) { width: 25%; } .hosts th:nth-child(2) { width: 19%; } .hosts th:nth-child(3) { width: 16%; } .hosts th:nth-child(4) { width: 23%; }
.hosts .tag { white-space: normal; }
.hosts thead th, .day { white-space: nowrap; } .on-phone { display: none; }
.hosts th:first-child { padding-left: 20px; } .hosts td:last-child { padding-right: 20px; } .hosts .wide { display: block; margin-top: 3px; }
.host-tone { display: inline-block; width: 1.1em; font-weight: 700; } .host-tone.stop { color: var(--stop); } .host-tone.warn { color: var(--warn); } .host-tone.good { color: var(--good); }
.records { margin-top: 14px; } .record-table { margin-top: 8px; } .record-table td:nth-child(3) { min-width: 14rem; } .record-table .replaced code { text-decoration: line-through; }
@media screen and (max-width: 760px) {
  .map-frame { display: none; } .on-phone { display: inline; }
  .hosts, .hosts :is(tbody, tr, th, td), .record-table, .record-table :is(tbody, tr, th, td) { display: block; width: auto; } .hosts tbody th:nth-child(n) { width: auto; } .hosts thead, .record-table thead { display: none; }
  .hosts tr { padding: 13px 18px 15px; border-top: 1px solid var(--line); } .hosts tr:first-child { border-top: 0; } .hosts tbody :is(th, td) { border: 0; padding: 0 !important; } .hosts td { margin-top: 6px; }
  .record-table tr { padding: 9px 0; border-top: 1px solid var(--line); } .record-table tbody :is(th, td) { border: 0; padding: 0; }
}
@media print { .map-frame { padding: 8pt; overflow: visible; } .map { min-width: 0; } .hosts th, .hosts td { padding: 4pt 6pt; font-size: 8pt; } .hosts tr, .map-frame { break-inside: avoid; } }
`;
