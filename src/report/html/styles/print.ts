/** On paper: no controls, nothing folded, nothing cut off. */
export const PRINT = `
@media print {
  @page { margin: 16mm 14mm; }
  :root { --paper: #ffffff; --round: 8px; }
  body { font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .contents, .filter, .copy, .skip, .anchor { display: none !important; }
  .layout, .top { max-width: none; padding-left: 0; padding-right: 0; } .layout { display: block; }
  main > section { margin-top: 30pt; }
  .hero { padding: 22pt 26pt; } .verdict { font-size: 52pt; } .reason { font-size: 14pt; }
  .board { grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 5pt; } .cell { min-height: 84pt; } .cell > a, .cell.tally > div { padding: 7pt; } .cell .name { font-size: 9pt; }
  .reason, .lede, .answer, .parts p, .parts ol { max-width: none; }
  .finding > header { padding: 14pt 18pt 0; } .parts { display: block; padding: 12pt 18pt 8pt; } .parts > dt { float: left; width: 56pt; } .parts > dd { margin: 0 0 9pt 62pt; }
  .frame, .talk, .snippet pre { overflow: visible; max-height: none; } .frame code { width: auto; }
  .frame .line, .snippet pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  h2, h3, .lede, .finding > header, .parts > dt, .hero, .score, .cell, .unlock, .timeline > li, .next, .frame .line { break-inside: avoid; }
  h2, h3, .finding > header, .lede { break-after: avoid; }
  ::details-content { content-visibility: visible !important; block-size: auto !important; }
  .fold > summary::before, .later > summary::before { content: none !important; }
  .later > summary { grid-template-columns: 88px minmax(0, 1fr) auto; } .later > summary .place { grid-column: 2 / -1; }
  .matrix-group > summary::before, .exchange > summary::before { content: none !important; } .matrix-group > summary, .exchange > summary { padding: 8pt 12pt; }
  .matrix th[scope="col"] { position: static; font-size: 7.5pt; padding: 5pt 1pt 3pt; } .matrix th[scope="row"] { font-size: 8.5pt; padding: 2pt 5pt; } .matrix td { height: 24pt; font-size: 7pt; } .matrix td small { font-size: 6.5pt; } .verb { font-size: 7.5pt; } .mini { max-height: 36pt; }
  .matrix-frame.wide { overflow: visible; max-height: none; } .wide .matrix { width: 100%; table-layout: fixed; } .wide .matrix th[scope="row"] { position: static; width: auto; min-width: 0; }
  .sides { display: block; } .sides pre { max-height: none; font-size: 7.5pt; } .sides figure { padding: 5pt 12pt 8pt; } .sides figure + figure { border-left: 0; padding-top: 0; }
  .matrix tr, .sensitive tr, .matrix-legend li, .runfacts > div { break-inside: avoid; } .matrix-group > summary, .exchange > summary, .sub, .matrix thead, .sensitive thead { break-after: avoid; }
}
`;
