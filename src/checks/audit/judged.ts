import type { CodeAccess, Endpoint } from '../../model/evidence/code.ts';
import type { Defect } from '../../model/finding.ts';
import { judge, type Judgement } from '../../model/judge/judge.ts';
import { printable } from '../secrets/leak/text.ts';

export interface Judged {
  endpoint: Endpoint;
  access: CodeAccess;
  peers: NonNullable<Judgement['peers']>;
  /** All endpoints that lead to the same place of the code. */
  ids: readonly string[];
}

const MOST_NAMED = 4;

/** Endpoints that miss a guard or an owner, those that lead to the same statement together. */
export const judgedAs = (endpoints: readonly Endpoint[], missing: 'guard' | 'owner'): Judged[] => {
  const judgements = judge(endpoints);
  const found = endpoints.flatMap((endpoint) => {
    const { missing: own, access, peers } = judgements.get(endpoint.id) ?? {};
    return own === missing && access !== undefined && peers !== undefined ? [{ endpoint, access, peers }] : [];
  });
  const place = ({ access: { at, deed } }: (typeof found)[number]): string => `${deed} ${at.path}:${at.line}`;
  return [...Map.groupBy(found, place).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, ids: same.map(({ endpoint }) => endpoint.id) }];
  });
};

export const named = (ids: readonly string[]): string =>
  `${ids.slice(0, MOST_NAMED).map(printable).join(', ')}${ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : ''}`;

const DEEDS: Readonly<Record<CodeAccess['deed'], string>> = {
  create: 'creates',
  update: 'changes',
  delete: 'deletes',
  find: 'shows',
  list: 'lists',
  call: 'calls',
  raw: 'runs SQL on',
};

/** `deletes comment by the id that the caller sends`. */
export const doneWith = ({ deed, model, key, written }: CodeAccess): string => {
  const by = key?.columns.slice(0, 3).map(printable).join(', ') ?? '';
  const how =
    key === undefined
      ? written === undefined
        ? ''
        : ' with what the caller sends'
      : key.by === 'row'
        ? ' by way of a row that the caller picks'
        : by === ''
          ? ' that the caller picks'
          : ` by ${by} as the caller sends ${key.columns.length > 1 ? 'them' : 'it'}`;
  return `${DEEDS[deed]} ${printable(model)}${how}`;
};

/** The part of a defect that all these checks have: where it is, and its lines. */
export const defectOf = ({ endpoint, access }: Judged, text: string): Pick<Defect, 'key' | 'where' | 'proof'> => ({
  key: `${endpoint.id} ${access.deed} ${access.model}`,
  where: { path: access.at.path, line: access.at.line },
  proof: {
    kind: 'code',
    text,
    ...(access.frame === undefined ? {} : { frame: access.frame }),
    ...(access.at.path === endpoint.at.path ? {} : { more: [`${printable(endpoint.at.path)}:${endpoint.at.line}`] }),
  },
});
