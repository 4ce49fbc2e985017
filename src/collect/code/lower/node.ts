/** A node of a syntax tree as the parsers give it. Which members it has depends on its type. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [member: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export const nodeOf = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

export const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
