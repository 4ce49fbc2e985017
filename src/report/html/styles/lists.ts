/** Plan, unproven, waived, checks, coverage, timings, next. */
export const LISTS = `
.hours { display: block; width: 100%; height: 30px; margin-top: 24px; }
.hours .back { fill: var(--sunk); } .hours .block { fill: var(--ink); opacity: 0.82; } .hours .block.fix { fill: var(--stop); opacity: 1; }
.hours .tick { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
.axis { display: flex; justify-content: space-between; margin-top: 4px; }
.timeline { margin-top: 26px; }
.timeline > li { display: grid; grid-template-columns: 108px minmax(0, 1fr); gap: 4px 24px; padding: 0 0 26px; position: relative; }
.timeline > li::before { content: ""; position: absolute; left: 114px; top: 10px; width: 9px; height: 9px; border-radius: 50%; background: var(--ink); }
.timeline > li:not(:last-child)::after { content: ""; position: absolute; left: 118px; top: 25px; bottom: -4px; width: 1px; background: var(--line); }
.timeline .hour { color: var(--soft); }
.timeline .what { padding-left: 16px; }
.timeline h3 { font-size: 1rem; font-weight: 600; line-height: 1.6; }
.timeline .mends { margin-top: 6px; display: grid; gap: 3px; }
.costs { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); margin-top: 26px; }
.costs > div { padding: 18px 24px; } .costs > div + div { border-left: 1px solid var(--line); }
.costs dd:not(.small) { font-size: 1.25rem; font-weight: 640; letter-spacing: -0.015em; }
.unlocks { display: grid; gap: 14px; margin-top: 24px; }
.unlock { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 0.8fr); overflow: hidden; }
.unlock > ul { padding: 20px 28px 22px; display: grid; gap: 10px; align-content: start; }
.unlock > div { padding: 20px 28px 22px; border-left: 1px solid var(--line); background: var(--sunk); }
.unlock .ids { font-weight: 600; display: flex; flex-wrap: wrap; gap: 6px; } .unlock li p { margin-top: 6px; }
.tag.unproven { border-style: dashed; background: none; white-space: normal; }
.plainlist { margin-top: 10px; } .plainlist li { padding: 10px 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 24px; }
.plainlist .wide { grid-column: 1 / -1; }
.coverage { margin-top: 20px; display: grid; gap: 8px; max-width: 72ch; }
.times { margin-top: 28px; display: grid; gap: 8px; max-width: 620px; }
.times li { display: grid; grid-template-columns: 130px minmax(0, 1fr) 84px; gap: 16px; align-items: center; }
.times svg { width: 100%; height: 6px; display: block; } .times rect { fill: var(--soft); } .times .back { fill: var(--line); }
.times .num { text-align: right; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 12px; }
.next { padding: 30px 36px 34px; }
.next .command { margin-top: 16px; padding: 13px 14px 13px 18px; } .next .command code { font-size: 0.9375rem; }
@media screen and (max-width: 640px) {
  .timeline > li { grid-template-columns: 1fr; padding-left: 24px; } .timeline > li::before { left: 0; top: 9px; } .timeline > li:not(:last-child)::after { left: 4px; }
  .timeline .what { padding-left: 0; }
  .costs { grid-template-columns: 1fr; } .costs > div + div { border-left: 0; border-top: 1px solid var(--line); }
  .unlock { grid-template-columns: 1fr; } .unlock > div { border-left: 0; border-top: 1px solid var(--line); }
  .unlock > ul, .unlock > div { padding: 18px 20px; }
  .plainlist li { grid-template-columns: minmax(0, 1fr); } .times li { grid-template-columns: 96px minmax(0, 1fr) 72px; gap: 10px; }
  .next { padding: 24px 22px; }
}
`;
