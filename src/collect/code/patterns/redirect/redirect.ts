import type { Expr } from '../../ir.ts';
import { propOf, textOf } from '../../visit.ts';
import type { PatternFinder } from '../spot.ts';
import { runsOnServer } from '../told/server.ts';
import { careFor } from './asked.ts';
import { leadsTo } from './leads.ts';
import { nameOf } from './sent.ts';

const REDIRECTS = /^(?:redirect|permanentRedirect|sendRedirect|redirectDocument)$/;

/** A redirect to what the caller sent, with nothing in between that asks where it leads. */
export const redirectsAnywhere: PatternFinder = ({ program, m, fn, e }) => {
  const target = targetOf(e);
  const leads = target === undefined ? undefined : leadsTo(program, { m, fn }, target);
  if (leads === undefined || !runsOnServer(program, m)) return undefined;
  const care = careFor({ m, fn }, e, leads.names, leads.asked);
  if (care === 'closed' || (care === 'slash' && leads.isJoined === true)) return undefined;
  // Two slashes: a browser takes what follows for a host.
  const stranger =
    leads.isJoined === true ? '.evil.example' : care === 'slash' ? '//evil.example' : 'https://evil.example';
  return { kind: 'open-redirect', what: leads.what, stranger, at: { path: m.path, line: e.at } };
};

/** Where a call sends the browser: `res.redirect(302, url)`, `sendRedirect(event, url)`, `res.setHeader('Location', url)`. */
const targetOf = (e: Expr): Expr | undefined => {
  if (e.k !== 'call') return undefined;
  const name = nameOf(e.f);
  const [first, second] = e.a;
  if (REDIRECTS.test(name)) {
    const isAfter = name === 'sendRedirect' || (first?.k === 'lit' && typeof first.v === 'number');
    return isAfter ? second : first;
  }
  if (e.isNew === true && name === 'Response') {
    const headers = propOf(second, 'headers');
    return propOf(headers, 'Location') ?? propOf(headers, 'location');
  }
  return /^(?:set|setHeader|header)$/.test(name) && textOf(first)?.toLowerCase() === 'location' ? second : undefined;
};
