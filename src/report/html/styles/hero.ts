/** The verdict, the two scores and the comparison with the last run. */
export const HERO = `
.hero { border-radius: 20px; padding: 44px 48px 40px; border: 1px solid var(--line); background: var(--surface); }
.hero.stop { background: var(--stop-tint); border-color: var(--stop-line); }
.hero.warn { background: var(--warn-tint); border-color: var(--warn-line); }
.hero.good { background: var(--good-tint); border-color: var(--good-line); }
.verdict { display: flex; align-items: center; gap: 0.22em; font-size: clamp(2.5rem, 9.6vw, 6.25rem); line-height: 1; font-weight: 760; letter-spacing: -0.045em; margin: 10px 0 24px -0.03em; white-space: nowrap; }
.verdict svg { width: 0.66em; height: 0.66em; flex: none; }
.hero.stop .verdict { color: var(--stop); } .hero.warn .verdict { color: var(--warn); } .hero.good .verdict { color: var(--good); }
.reason { font-size: 1.3125rem; line-height: 1.45; letter-spacing: -0.012em; max-width: 50ch; font-weight: 500; }
.first { margin-top: 18px; max-width: 62ch; } .first b { font-weight: 650; margin-right: 0.35em; }
.answer { margin-top: 14px; color: var(--soft); max-width: 62ch; }
.facts { display: flex; flex-wrap: wrap; gap: 14px 40px; margin-top: 32px; }
.facts a { text-decoration: none; display: block; }
.facts dt { font-size: 0.8125rem; color: var(--soft); }
.facts dd { font-size: 1.625rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; }
.facts .stop dd { color: var(--stop); }
.scores { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin-top: 16px; }
.score { padding: 24px 28px 26px; }
.score .value { font-size: 2.25rem; font-weight: 680; letter-spacing: -0.03em; line-height: 1.2; margin: 2px 0 12px; }
.score .value small { font-size: 0.9375rem; font-weight: 400; letter-spacing: 0; color: var(--soft); margin-left: 0.35em; }
.strip { display: block; width: 100%; height: 10px; margin-bottom: 14px; border-radius: 5px; }
.strip .back { fill: var(--line); }
.strip .held { fill: var(--good); } .strip .broken { fill: var(--stop); } .strip .waived { fill: var(--note); } .strip .unproven { fill: var(--line); }
.strip .risk { fill: var(--warn); } .strip .risk.stop { fill: var(--stop); }
.since { margin-top: 16px; padding: 18px 28px; display: flex; flex-wrap: wrap; gap: 6px 28px; align-items: baseline; }
.since b { font-weight: 650; }
.since details { flex-basis: 100%; }
@media screen and (max-width: 640px) {
  .hero { padding: 28px 22px 26px; border-radius: 16px; }
  .reason { font-size: 1.1875rem; }
  .facts { gap: 14px 26px; margin-top: 26px; }
  .scores { grid-template-columns: 1fr; }
  .score { padding: 20px 22px; }
  .since { padding: 16px 22px; }
}
`;
