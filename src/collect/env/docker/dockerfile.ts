export interface Instruction {
  line: number;
  /** Upper case. */
  word: string;
  rest: string;
}

export interface Stage {
  name: string;
  /** The image or the earlier stage it starts from. */
  from: string;
  instructions: readonly Instruction[];
}

/** Splits a Dockerfile into stages; continued lines are joined, comments and here-documents left out. */
export const readDockerfile = (text: string): Stage[] => {
  const stages: { name: string; from: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsIn(text)) {
    if (instruction.word === 'FROM') {
      const [from = '', , name] = instruction.rest.replace(/^(?:--\S+\s+)+/, '').split(/\s+/);
      stages.push({ name: (name ?? String(stages.length)).toLowerCase(), from: from.toLowerCase(), instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
};

export const instructionsIn = (text: string): Instruction[] => {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(0, 5000);
  const instructions: Instruction[] = [];
  let until: string | null = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? '';
    if (until !== null) {
      if (row.trim() === until) until = null;
      continue;
    }
    const found = /^\s*(?:ONBUILD\s+)?([A-Za-z]+)\s+(.*)$/.exec(row);
    if (found === null || row.trimStart().startsWith('#')) continue;
    const line = i + 1;
    let rest = (found[2] ?? '').trimEnd();
    while (/\\$/.test(rest) && i + 1 < rows.length) {
      const next = rows[++i] ?? '';
      rest = next.trimStart().startsWith('#') ? rest : `${rest.slice(0, -1).trimEnd()} ${next.trim()}`;
    }
    until = /<<-?\s*["']?(\w+)["']?/.exec(rest)?.[1] ?? null;
    instructions.push({ line, word: (found[1] ?? '').toUpperCase(), rest: rest.slice(0, 10_000) });
  }
  return instructions;
};

export interface Copy {
  line: number;
  /** Stage or image of `--from`. */
  from: string | null;
  sources: readonly string[];
  target: string;
}

/** `COPY` and `ADD`, in both the plain and the JSON form. */
export const copyOf = (instruction: Instruction): Copy | null => {
  if (instruction.word !== 'COPY' && instruction.word !== 'ADD') return null;
  const flags = /^(?:--\S+\s+)*/.exec(instruction.rest)?.[0] ?? '';
  const rest = instruction.rest.slice(flags.length).trim();
  const parts = rest.startsWith('[')
    ? [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((part) => part[1] ?? '')
    : rest.split(/\s+/);
  const target = parts.pop();
  if (target === undefined || parts.length === 0 || parts.some((part) => part.startsWith('<<'))) return null;
  return {
    line: instruction.line,
    from: /--from=(\S+)/.exec(flags)?.[1]?.toLowerCase() ?? null,
    sources: parts,
    target,
  };
};

/** `ENV A=b C="d e"`, `ENV A b`, `ARG A=b`. */
export const assignmentsOf = (instruction: Instruction): { name: string; value: string }[] => {
  if (instruction.word !== 'ENV' && instruction.word !== 'ARG') return [];
  const pairs = [...instruction.rest.matchAll(/([A-Za-z_]\w*)=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*))/g)];
  if (pairs.length > 0)
    return pairs.map((pair) => ({ name: pair[1] ?? '', value: pair[2] ?? pair[3] ?? pair[4] ?? '' }));
  const old = /^([A-Za-z_]\w*)\s+(.+)$/.exec(instruction.rest);
  return old === null || instruction.word === 'ARG' ? [] : [{ name: old[1] ?? '', value: old[2] ?? '' }];
};
