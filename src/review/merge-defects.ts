import type { Defect } from '../model/finding.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import { placed } from './words.ts';

/** Defects of one key are one defect: the worst comes first and the places of the others go to its proof. */
export const mergeDefects = (defects: readonly Defect[], usual: Severity): readonly Defect[] =>
  [...Map.groupBy(defects, (defect) => defect.key).values()].flatMap((same) => {
    const [worst, ...others] = same.toSorted((a, b) => compareSeverity(a.severity ?? usual, b.severity ?? usual));
    if (worst === undefined) return [];
    if (others.length === 0) return [worst];
    const places = others.map((defect) => placed(defect.where)).filter((place) => place !== '');
    return [{ ...worst, proof: { ...worst.proof, more: [...(worst.proof.more ?? []), ...places] } }];
  });
