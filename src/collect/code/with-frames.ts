import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeFlow, Endpoint } from '../../model/evidence/code.ts';
import type { CodeFrame } from '../../model/finding.ts';

const AROUND = 2;
const LONGEST = 200;

/** The lines around what is told as a defect, read again: the program keeps no text. */
export const withFrames = async (root: string, endpoints: readonly Endpoint[]): Promise<Endpoint[]> => {
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
  const framed = async (flow: CodeFlow): Promise<CodeFlow> => {
    const frame = frameOf(await linesOf(flow.at.path), flow.at.line);
    return frame === undefined ? flow : { ...flow, frame };
  };
  return Promise.all(
    endpoints.map(async (endpoint) =>
      endpoint.flows.length === 0 ? endpoint : { ...endpoint, flows: await Promise.all(endpoint.flows.map(framed)) },
    ),
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
