import type { Endpoint } from '../../../model/evidence/code.ts';
import type { Method } from '../../contract/operation.ts';
import { asMethod, hasControl } from '../draft.ts';

/** A route as the source has it. Whether the running app has it too, and at which of its origins, is to be seen. */
export interface CodeRoute {
  /** Template: `/api/orders/{orderId}`. */
  path: string;
  /** Empty where the source leaves the method open. */
  methods: readonly Method[];
  /** Routes of one file are mounted together. */
  file: string;
}

const MOST = 1_500;
const LONGEST = 300;
/** Wildcards and optional parts stand for no one address. */
const PLAIN = /^(?:\/(?:[\w.~@%-]+|\{\w+\})+)+\/?$/;

/** What of the source's endpoints can be asked for by an address. Pages, actions and procedures are reached otherwise. */
export const codeRoutes = (endpoints: readonly Endpoint[]): CodeRoute[] => {
  const routes = new Map<string, CodeRoute>();
  for (const { kind, method, path, at } of endpoints) {
    if (kind !== 'http' || path.length > LONGEST || hasControl(path) || !PLAIN.test(path)) continue;
    const known = asMethod(method);
    if (known === undefined && method !== '*') continue;
    const key = `${at.path} ${path}`;
    const methods = [...(routes.get(key)?.methods ?? []), ...(known === undefined ? [] : [known])];
    routes.set(key, { path, methods: [...new Set(methods)], file: at.path });
  }
  return [...routes.values()].slice(0, MOST);
};
