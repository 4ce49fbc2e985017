import type { Program } from '../../program/program.ts';
import type { Extracted, Unresolved } from '../raw.ts';
import { pothosFields } from './pothos.ts';
import { mappedFields } from './resolver-maps.ts';
import { shieldRules } from './shield.ts';

/** Fields of GraphQL's root types, by resolver maps and by Pothos; their path is `Query.me`. Those of classes are found with NestJS. */
export const extractGraphql = (program: Program): Extracted => {
  const unresolved: Unresolved[] = [];
  return {
    endpoints: [...mappedFields(program, shieldRules(program), unresolved), ...pothosFields(program)],
    unresolved,
  };
};
