import type { Check } from '../model/check.ts';
import type { CodeFrame, Defect, Finding, Fix, Proof, Where } from '../model/finding.ts';
import { bound, LIMITS } from './bound.ts';
import { errorText } from './error-text.ts';
import { fingerprint } from './fingerprint.ts';
import { mustFix } from './verdict/policy.ts';

const MOST_FRAME_LINES = 40;
const MOST_FURTHER_PLACES = 20;
const MOST_STEPS = 50;

const boundWhere = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? bound(value, LIMITS.path) : value]),
  );

const boundFrame = (frame: CodeFrame): CodeFrame => ({
  ...frame,
  lines: frame.lines.slice(0, MOST_FRAME_LINES).map((line) => bound(line, LIMITS.frameLine)),
});

/** The places besides `where`. One in a commit may stand in today's file too, which is further. */
const furtherPlaces = ({ where, proof }: Defect): readonly string[] | undefined => {
  const own = where.commit === undefined ? `${where.path}:${where.line}` : null;
  const more = proof.more?.filter((place) => place !== own);
  return more?.length === 0 ? undefined : more;
};

const boundProof = (proof: Proof, more: readonly string[] | undefined): Proof => ({
  kind: proof.kind,
  text: bound(proof.text, LIMITS.proof),
  ...(proof.frame && { frame: boundFrame(proof.frame) }),
  ...(more && { more: more.slice(0, MOST_FURTHER_PLACES).map((place) => bound(place, LIMITS.path)) }),
});

const boundFix = (fix: Fix): Fix => ({
  steps: fix.steps.slice(0, MOST_STEPS).map((step) => bound(step, LIMITS.sentence)),
  ...(fix.snippet && { snippet: { ...fix.snippet, content: bound(fix.snippet.content, LIMITS.snippet) } }),
  ...(fix.verify !== undefined && { verify: bound(fix.verify, LIMITS.sentence) }),
});

/** A defect is never lost because its fix text could not be made. */
const fixOf = (check: Check, defect: Defect): { fix: Fix; crash: string | null } => {
  try {
    return { fix: boundFix(check.fix(defect)), crash: null };
  } catch (error) {
    const step = 'This version could not write the steps for this one. The proof above says what to change.';
    return { fix: { steps: [step] }, crash: errorText(error) };
  }
};

/** One defect as a Finding, bounded and weighed. `crash` tells that the check's `fix` threw. */
export const makeFinding = (check: Check, defect: Defect): { finding: Finding; crash: string | null } => {
  const { fix, crash } = fixOf(check, defect);
  const severity = defect.severity ?? check.severity;
  const finding: Finding = {
    check: check.id,
    title: bound(defect.title ?? check.title.fail, LIMITS.title),
    severity,
    mustFix: mustFix({ severity, bar: check.bar }),
    stage: check.stage,
    bar: check.bar,
    where: boundWhere(defect.where),
    proof: boundProof(defect.proof, furtherPlaces(defect)),
    why: bound(defect.why ?? check.why, LIMITS.sentence),
    fix,
    effort: defect.effort ?? check.effort,
    fingerprint: fingerprint(check.id, defect.key),
    state: 'new',
    references: check.references,
  };
  return { finding, crash };
};
