import type { SpfNode, SpfTerm } from '../../../model/evidence/mail.ts';
import { lookupsOf } from '../../../model/judge/spf.ts';
import { canonical } from '../../../net/dns/message.ts';
import type { SpfDns } from './lookup.ts';
import { isSpf, parseSpf, type Mechanism, type SpfRecord } from './record.ts';

const DEEPEST = 12;
const MOST_NODES = 60;

/** Follows a record to its ends. Bounded; what is asked twice is asked once by the DNS that is given. */
export const spfTree = async (domain: string, dns: SpfDns): Promise<SpfNode> => {
  let nodes = 0;
  const follow = async (name: string, above: readonly string[]): Promise<SpfNode> => {
    const key = canonical(name);
    const node = (state: SpfNode['state'], more: Partial<SpfNode> = {}): SpfNode => ({
      domain: name,
      state,
      terms: [],
      ...more,
    });
    if (name.includes('%')) return node('dynamic');
    if (above.includes(key)) return node('loop');
    if (above.length >= DEEPEST || ++nodes > MOST_NODES) return node('deep');
    const looked = await dns.txt(name);
    if (looked.found === 'error') return node('error');
    const records = looked.found === 'records' ? looked.records.filter(isSpf) : [];
    const [text] = records;
    if (text === undefined) return node('none');
    if (records.length > 1) return node('several', { text, others: records.slice(1) });
    const parsed = parseSpf(text);
    if (!parsed.ok) return node('faulty', { text, problem: `“${parsed.term}”: ${parsed.problem}` });
    const terms = await Promise.all([
      ...parsed.record.mechanisms.map((mechanism) => termOf(mechanism, name, [...above, key])),
      ...redirectOf(parsed.record).map((target) =>
        intoTerm(`redirect=${target}`, '', 'redirect', target, [...above, key]),
      ),
    ]);
    return node('read', { text, terms });
  };
  const intoTerm = async (
    text: string,
    qualifier: string,
    mechanism: string,
    target: string,
    above: readonly string[],
  ): Promise<SpfTerm> => {
    const into = await follow(target, above);
    return { text, qualifier, mechanism, into, lookups: 1 + lookupsOf(into), isVoid: into.state === 'none' };
  };
  const termOf = async (
    { name, qualifier, text, domain: target, prefix4, prefix6 }: Mechanism,
    own: string,
    above: readonly string[],
  ): Promise<SpfTerm> => {
    if (name === 'include') return intoTerm(text, qualifier, name, target ?? '', above);
    const base = { text, qualifier, mechanism: name, isVoid: false };
    if (name === 'ip4') return { ...base, lookups: 0, prefix: prefix4 };
    if (name === 'ip6') return { ...base, lookups: 0, prefix: prefix6 };
    if (name === 'all') return { ...base, lookups: 0 };
    const asked = target ?? own;
    return { ...base, lookups: 1, isVoid: !asked.includes('%') && (await isEmpty(name, asked, dns)) };
  };
  return follow(domain, []);
};

/** A redirect behind `all` is never looked at: RFC 7208 5.1. */
const redirectOf = ({ redirect, mechanisms }: SpfRecord): string[] =>
  redirect === undefined || mechanisms.some(({ name }) => name === 'all') ? [] : [redirect];

const isEmpty = async (name: string, asked: string, dns: SpfDns): Promise<boolean> => {
  if (name === 'mx') return (await dns.mx(asked)).found === 'void';
  if (name === 'exists') return (await dns.a(asked)).found === 'void';
  // Clients of the one version find nothing where only the other has addresses; what neither finds is void for all.
  if (name === 'a') return (await dns.a(asked)).found === 'void' && (await dns.aaaa(asked)).found === 'void';
  return false;
};
