import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodePlace, Endpoint } from '../../model/evidence/code.ts';
import type { CodeFrame } from '../../model/finding.ts';
import { judge } from '../../model/judge/judge.ts';

const AROUND = 2;
const LONGEST = 200;

interface Framed {
  at: CodePlace;
  frame?: CodeFrame;
}

/** Gives places their lines, read again: the program keeps no text. Each file is read once. */
export const frameReader = (root: string): (<T extends Framed>(one: T) => Promise<T>) => {
  const texts = new Map<string, Promise<readonly string[]>>();
  const linesOf = (path: string): Promise<readonly string[]> => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const lines = readFile(join(root, path), 'utf8').then(
      (text) => text.split('\n'),
      () => [],
    );
    texts.set(path, lines);
    return lines;
  };
  return async (one) => {
    const frame = frameOf(await linesOf(one.at.path), one.at.line);
    return frame === undefined ? one : { ...one, frame };
  };
};

/** Endpoints with the lines around what is told as a defect. */
export const withFrames = async (root: string, endpoints: readonly Endpoint[]): Promise<Endpoint[]> => {
  const framed = frameReader(root);
  const judgements = judge(endpoints);
  return Promise.all(
    endpoints.map(async (endpoint) => {
      const told = judgements.get(endpoint.id)?.access;
      if (endpoint.flows.length === 0 && told === undefined) return endpoint;
      return {
        ...endpoint,
        flows: await Promise.all(endpoint.flows.map(framed)),
        accesses: await Promise.all(endpoint.accesses.map(async (one) => (one === told ? framed(one) : one))),
      };
    }),
  );
};

const frameOf = (lines: readonly string[], line: number): CodeFrame | undefined => {
  if (lines.length < line) return undefined;
  const startLine = Math.max(1, line - AROUND);
  return {
    startLine,
    lines: lines.slice(startLine - 1, line + AROUND).map((one) => one.slice(0, LONGEST)),
    mark: line,
  };
};
