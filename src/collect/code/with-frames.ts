import type { CodePlace, Endpoint } from '../../model/evidence/code.ts';
import type { CodeFrame } from '../../model/finding.ts';
import { veil } from '../secrets/veil.ts';
import { MAX_SOURCE } from './parse.ts';
import { readSource } from './read-source.ts';
import { judge } from '../../model/judge/judge.ts';

const AROUND = 2;
const LONGEST = 200;

interface Framed {
  at: CodePlace;
  frame?: CodeFrame;
}

/** Gives places their lines, read again: the program keeps no text. Each file is read once, and what may be a value is masked. */
export const frameReader = (root: string): (<T extends Framed>(one: T) => T) => {
  const texts = new Map<string, readonly string[]>();
  const linesOf = (path: string): readonly string[] => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const read = readSource(root, path, MAX_SOURCE);
    const lines = 'text' in read ? read.text.split('\n') : [];
    texts.set(path, lines);
    return lines;
  };
  return (one) => {
    const frame = frameOf(linesOf(one.at.path), one.at.line);
    return frame === undefined ? one : { ...one, frame };
  };
};

/** Endpoints with the lines around what is told as a defect. */
export const withFrames = (root: string, endpoints: readonly Endpoint[]): Endpoint[] => {
  const framed = frameReader(root);
  const judgements = judge(endpoints);
  return endpoints.map((endpoint) => {
    const told = judgements.get(endpoint.id)?.access;
    if (endpoint.flows.length === 0 && told === undefined) return endpoint;
    return {
      ...endpoint,
      flows: endpoint.flows.map(framed),
      accesses: endpoint.accesses.map((one) => (one === told ? framed(one) : one)),
    };
  });
};

const frameOf = (lines: readonly string[], line: number): CodeFrame | undefined => {
  if (lines.length < line) return undefined;
  const startLine = Math.max(1, line - AROUND);
  const around = lines.slice(startLine - 1, line + AROUND).map((one) => one.slice(0, LONGEST));
  return { startLine, lines: veil(around.join('\n')).split('\n'), mark: line };
};
