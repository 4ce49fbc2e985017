import type { SpfNode, SpfTerm } from '../evidence/mail.ts';

/** Terms of ten that a sender uses up who is found nowhere (RFC 7208 4.6.4). */
export const lookupsOf = ({ terms }: SpfNode): number => terms.reduce((sum, { lookups }) => sum + lookups, 0);

/** All records that take part, the upper ones first. */
export const nodesOf = (node: SpfNode): SpfNode[] => [
  node,
  ...node.terms.flatMap(({ into }) => (into === undefined ? [] : nodesOf(into))),
];

/** Terms that ask for what is not there. */
export const voidsOf = (node: SpfNode): SpfTerm[] =>
  nodesOf(node).flatMap(({ terms }) => terms.filter(({ isVoid }) => isVoid));
