import type { Program } from '../program/program.ts';
import type { Extracted, Extractor } from './raw.ts';
import { extractReceivers } from './receivers/extract.ts';

const EXTRACTORS: readonly Extractor[] = [extractReceivers];

/** All endpoints of a program, whatever it is built with. */
export const extractEndpoints = (program: Program): Extracted => {
  const all = EXTRACTORS.map((extract) => extract(program));
  return {
    endpoints: all.flatMap(({ endpoints }) => endpoints),
    unresolved: all.flatMap(({ unresolved }) => unresolved),
  };
};
