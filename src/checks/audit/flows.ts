import type { CodeFlow, Endpoint } from '../../model/evidence/code.ts';
import type { Where } from '../../model/finding.ts';
import { printable } from '../secrets/leak/text.ts';

export interface Reached {
  flow: CodeFlow;
  /** The endpoints whose callers get there; a few. */
  ids: readonly string[];
}

const MOST_NAMED = 4;

/** Places that callers reach with what they send, each once, whatever the number of endpoints that lead there. */
export const reachedBy = (endpoints: readonly Endpoint[], to: CodeFlow['to']): Reached[] => {
  const found = endpoints.flatMap(({ id, flows }) =>
    flows.filter((flow) => flow.to === to).map((flow) => ({ id, flow })),
  );
  return [...Map.groupBy(found, ({ flow }) => `${flow.at.path}:${flow.at.line}`).values()].flatMap((same) => {
    const [first] = same;
    const ids = [...new Set(same.map(({ id }) => printable(id)))];
    return first === undefined ? [] : [{ flow: first.flow, ids: ids.slice(0, MOST_NAMED) }];
  });
};

export const placeOf = ({ at }: CodeFlow): Where => ({ path: at.path, line: at.line });
