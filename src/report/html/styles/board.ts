/** The bar as a board of thirteen cells and a tally, and the seven stages. */
export const BOARD = `
.board { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 8px; margin-top: 24px; }
.cell { border: 1px solid var(--line); background: var(--surface); border-radius: 12px; min-height: 132px; }
.cell > a, .cell.tally > div { display: flex; flex-direction: column; height: 100%; padding: 12px 12px 11px; text-decoration: none; }
.cell .id { font-size: 0.8125rem; color: var(--soft); font-weight: 550; }
.cell .name { font-size: 0.9rem; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em; margin-top: 4px; overflow-wrap: normal; hyphens: auto; }
.cell .state { margin-top: auto; padding-top: 10px; font-size: 0.8125rem; font-weight: 600; }
.cell.broken { background: var(--stop-tint); border-color: var(--stop-line); } .cell.broken .state { color: var(--stop); }
.cell.held { background: var(--good-tint); border-color: var(--good-line); } .cell.held .state { color: var(--good); }
.cell.waived { background: var(--note-tint); border-color: var(--note-line); } .cell.waived .state { color: var(--note); }
.cell.unproven { border-style: dashed; } .cell.unproven .state, .cell.unproven .name { color: var(--soft); }
.cell.tally { border-color: transparent; background: none; }
.cell.tally .big { white-space: nowrap; font-size: 1.375rem; font-weight: 680; letter-spacing: -0.03em; line-height: 1.1; }
.meaning { margin-top: 20px; }
.meaning li { display: grid; grid-template-columns: 3.2rem minmax(0, 1fr) auto; gap: 2px 12px; padding: 14px 0; border-top: 1px solid var(--line); }
.meaning li:target { background: var(--note-tint); }
.meaning .why { grid-column: 2 / -1; }
.stages { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); margin-top: 24px; border-top: 2px solid var(--line); }
.stages li { padding: 14px 10px 0 0; position: relative; }
.stages li::before { content: ""; position: absolute; top: -6px; left: 0; width: 10px; height: 10px; border-radius: 50%; background: var(--paper); border: 2px solid var(--line); }
.stages .failed::before { background: var(--stop); border-color: var(--stop); } .stages .passed::before { background: var(--good); border-color: var(--good); }
.stages .unproven::before { border-color: var(--warn); }
.stages .failed .word { color: var(--stop); } .stages .passed .word { color: var(--good); } .stages .unproven .word { color: var(--warn); }
.stages .name { font-weight: 600; display: block; } .stages .word { font-size: 0.8125rem; font-weight: 550; color: var(--soft); display: block; }
@media screen and (max-width: 900px) {
  .board { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
  .cell { min-height: 108px; }
  .stages { grid-template-columns: 1fr; border-top: 0; border-left: 2px solid var(--line); margin-left: 5px; }
  .stages li { padding: 0 0 16px 20px; display: flex; justify-content: space-between; gap: 12px; align-items: baseline; }
  .stages li::before { top: 8px; left: -6px; }
  .stages .small { flex: 1; text-align: right; order: -1; display: none; }
}
@media screen and (max-width: 640px) { .board { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
`;
