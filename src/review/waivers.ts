import { BAR, type BarId } from '../model/bar.ts';
import type { Finding } from '../model/finding.ts';
import type { Waiver } from '../model/target.ts';
import { appendLine, bound, LIMITS } from './bound.ts';

/** What the waivers of the config came to. */
export interface Waived {
  findings: readonly Finding[];
  /** Waivers of whole bar items that hold today. */
  bar: ReadonlyMap<BarId, Waiver>;
  /** For bar items whose waiver ended: the sentence that says so. */
  endedBar: ReadonlyMap<BarId, string>;
  /** Sentences on waivers that have ended, match nothing, or match more than one finding. */
  notes: readonly string[];
}

const barIdOf = (waiver: Waiver): BarId | undefined => BAR.find((item) => item.id === waiver.finding.toUpperCase())?.id;

const isPrefix = (text: string): boolean => /^[0-9a-f]{8,16}$/i.test(text);

/** An end date that cannot be read has ended: a waiver without an end is none. */
const holds = (waiver: Waiver, today: string): boolean =>
  /^\d{4}-\d{2}-\d{2}/.test(waiver.until) && waiver.until.slice(0, 10) >= today.slice(0, 10);

const ended = (waiver: Waiver): string =>
  `The waiver of ${bound(waiver.owner, 100)} ended on ${bound(waiver.until, 40)}.`;

const soonest = (waivers: readonly Waiver[]): Waiver | undefined =>
  waivers.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0];

const named = (waiver: Waiver, findings: readonly Finding[]): readonly Finding[] => {
  if (!isPrefix(waiver.finding)) return findings.filter((finding) => finding.check === waiver.finding);
  const prefix = waiver.finding.toLowerCase();
  return findings.filter((finding) => finding.fingerprint.startsWith(prefix));
};

const note = (waiver: Waiver, findings: readonly Finding[], today: string): string | null => {
  const what = `${bound(waiver.finding, 100)} (${bound(waiver.owner, 100)})`;
  const matches = named(waiver, findings).length;
  if (isPrefix(waiver.finding) && matches > 1)
    return `The waiver for ${what} fits ${matches} findings; give more of the fingerprint.`;
  if (barIdOf(waiver) === undefined && matches === 0)
    return `The waiver for ${what} matches nothing found in this run.`;
  return holds(waiver, today) ? null : `The waiver for ${what} ended on ${bound(waiver.until, 40)}.`;
};

const accepted = (finding: Finding, waiver: Waiver): Finding => ({
  ...finding,
  state: 'waived',
  waiver: {
    reason: bound(waiver.reason, LIMITS.sentence),
    owner: bound(waiver.owner, 100),
    until: bound(waiver.until, 40),
  },
});

/**
 * Applies waivers by fingerprint (or a prefix of at least 8 digits that fits one finding), by check id, or by bar id.
 * A bar id covers a finding only when every bar item that the finding concerns is waived. `today` is an ISO date;
 * `until` is inclusive. A finding whose waiver ended is open, and its proof says so.
 */
export const applyWaivers = (findings: readonly Finding[], waivers: readonly Waiver[], today: string): Waived => {
  const usable = waivers.filter((waiver) => !isPrefix(waiver.finding) || named(waiver, findings).length === 1);
  const ofBar = (id: BarId, current: boolean): Waiver | undefined =>
    usable.find((waiver) => barIdOf(waiver) === id && holds(waiver, today) === current);
  const bar = new Map(
    BAR.flatMap(({ id }) => {
      const waiver = ofBar(id, true);
      return waiver === undefined ? [] : [[id, waiver] as const];
    }),
  );
  const endedBar = new Map(
    BAR.flatMap(({ id }) => {
      const waiver = bar.has(id) ? undefined : ofBar(id, false);
      return waiver === undefined ? [] : [[id, ended(waiver)] as const];
    }),
  );

  const settle = (finding: Finding): Finding => {
    const own = usable.filter((waiver) => named(waiver, [finding]).length > 0);
    const byBar = finding.bar.map((id) => bar.get(id)).filter((waiver) => waiver !== undefined);
    const covering =
      own.find((waiver) => holds(waiver, today)) ??
      (finding.bar.length > 0 && byBar.length === finding.bar.length ? soonest(byBar) : undefined);
    if (covering !== undefined) return accepted(finding, covering);
    const over =
      own[0] === undefined
        ? finding.bar.map((id) => endedBar.get(id)).find((text) => text !== undefined)
        : ended(own[0]);
    if (over === undefined) return finding;
    return { ...finding, proof: { ...finding.proof, text: appendLine(finding.proof.text, over, LIMITS.proof) } };
  };

  return {
    findings: findings.map(settle),
    bar,
    endedBar,
    notes: waivers.map((waiver) => note(waiver, findings, today)).filter((text) => text !== null),
  };
};
