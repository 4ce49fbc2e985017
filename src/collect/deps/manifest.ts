/** What a package.json asks for in production. */
export interface Manifest {
  name: string | undefined;
  /** `line` from 1. */
  dependencies: readonly { name: string; declared: string; line: number }[];
}

const KINDS = ['dependencies', 'optionalDependencies'] as const;

/** Reads a package.json; one that is not JSON asks for nothing. */
export const readManifest = (text: string): Manifest => {
  let json: Record<string, unknown>;
  try {
    json = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return { name: undefined, dependencies: [] };
  }
  const lines = text.split('\n');
  return {
    name: typeof json['name'] === 'string' ? json['name'] : undefined,
    dependencies: KINDS.flatMap((kind) => {
      const from = Math.max(
        0,
        lines.findIndex((line) => line.includes(`"${kind}"`)),
      );
      return Object.entries(Object(json[kind]) as object).flatMap(([name, declared]) =>
        typeof declared === 'string' ? [{ name, declared, line: lineOf(lines, from, name) }] : [],
      );
    }),
  };
};

/** The line of a key below that of its section; the section's own when everything stands on one line. */
const lineOf = (lines: readonly string[], from: number, name: string): number => {
  const at = lines.findIndex((line, index) => index >= from && line.includes(`"${name}"`));
  return (at < 0 ? from : at) + 1;
};
