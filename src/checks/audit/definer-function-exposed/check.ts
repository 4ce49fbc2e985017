import { defineCheck } from '../../../model/check.ts';
import type { DataFunction, DataProof } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { firstFew, REPLAYED, told, whereOf } from '../database/words.ts';

const POWER =
  /\.(?:\w*role\w*|is_\w*admin|admin|\w*balance|credits?|points|amount|total\w*|price|status|payment_status|paid\w*|verified|is_verified|approved|is_approved|password\w*|email|\w*_token)$/i;

const severityOf = (one: DataFunction, proofs: readonly DataProof[]): Severity => {
  const isGrave = proofs.some(
    ({ verb, columns }) => verb === 'read' || verb === 'delete' || columns.some((column) => POWER.test(column)),
  );
  if (isGrave) return 'blocker';
  // Something that many add to, by a function that writes down who it was, may be meant.
  return one.asksWho ? 'medium' : 'high';
};

const defectOf = (one: DataFunction, proofs: readonly DataProof[]): Defect => {
  const signature = printable(one.signature);
  const schema = one.name.slice(0, one.name.indexOf('.'));
  const types = signature.replace(/(\(|, )(?:\w+ )(?=\w)/g, '$1');
  const does = proofs.some(({ verb }) => verb === 'read') ? 'gives away' : 'changes';
  const columns = [...new Set(proofs.flatMap((proof) => proof.columns))];
  return {
    key: `${schema}.${one.signature}`,
    where: whereOf(one.place),
    severity: severityOf(one, proofs),
    title: `${printable(one.name)}() ${does} ${firstFew(columns, 3)} of others, whoever calls it`,
    proof: {
      kind: 'record',
      text: [
        REPLAYED,
        ...proofs.slice(0, 3).map(told),
        `${signature} is security definer: no policy holds in it${one.asksWho ? '' : ', and its text never asks who is calling'}.`,
      ].join('\n'),
    },
    data: {
      sql: [
        `-- Whoever must not call it at all (jobs, triggers, your server):`,
        `revoke execute on function ${schema}.${types} from public, anon, authenticated;`,
        `-- Where people call it: in its first lines, and take no id of a person as an argument`,
        `-- if p_user is distinct from (select auth.uid()) then raise exception 'not allowed' using errcode = '42501'; end if;`,
      ].join('\n'),
    },
  };
};

const subjectOf = ({ name, signature }: DataFunction): string => `${name.slice(0, name.indexOf('.'))}.${signature}`;

export default defineCheck({
  id: 'audit/definer-function-exposed',
  stage: 'audit',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'No function hands out or changes what belongs to others',
    fail: 'A function passes by the policies for whoever calls it',
  },
  why: 'A `security definer` function runs as its owner and passes by every policy, and Supabase lets everybody call it: unless it asks who is calling, it does for strangers what it does for you.',
  references: ['OWASP API5:2023', 'CWE-862', 'ASVS 5.0 8.2.1', 'Supabase: Database Functions'],
  needs: ['data.schema', 'data.proofs'],
  evaluate: ({ 'data.schema': { direct, functions }, 'data.proofs': { proofs } }) => {
    const definers = functions.filter(({ definer, trigger }) => definer && !trigger);
    if (direct === null || definers.length === 0) return 'not-applicable';
    const open = definers.flatMap((one) => {
      const subject = `${one.name.slice(0, one.name.indexOf('.'))}.${one.signature}`;
      const own = proofs.filter(
        (proof) => proof.on === 'function' && proof.subject === subject && proof.outcome === 'open',
      );
      const byVisitor = own.filter(({ actor }) => actor === 'visitor');
      return own.length === 0 ? [] : [{ one, ways: byVisitor.length > 0 ? byVisitor : own }];
    });
    const defects = open.filter(({ one }) => one.doubt === null).map(({ one, ways }) => defectOf(one, ways));
    const doubted = open.filter(({ one }) => one.doubt !== null).map(({ one }) => one);
    // It ended with an error of its own on made-up arguments, and nothing in it asks who is calling.
    const untold = definers.filter((one) => {
      const own = proofs.filter((proof) => proof.on === 'function' && proof.subject === subjectOf(one));
      return !one.asksWho && own.length > 0 && own.every(({ outcome }) => outcome === 'unproven');
    });
    if (doubted.length === 0 && untold.length === 0) return defects;
    const names = (some: readonly DataFunction[]): string => firstFew(some.map(({ name }) => `${name}()`));
    return {
      unproven: [
        ...(doubted.length > 0
          ? [
              `${names(doubted)} ${doubted.length === 1 ? 'is' : 'are'} open in the replay, but not all migrations could be replayed: ${doubted[0]?.doubt ?? ''}`,
            ]
          : []),
        ...(untold.length > 0
          ? [
              `${names(untold)} ${untold.length === 1 ? 'asks' : 'ask'} nobody who is calling, and ended with an error when called with made-up values`,
            ]
          : []),
      ].join('; '),
      unlock: `Read their text, or ask the real database (it only reads): select p.proname, p.prosecdef, p.proacl, p.prosrc from pg_proc p where p.proname in (${[
        ...doubted,
        ...untold,
      ]
        .slice(0, 12)
        .map(({ name }) => `'${printable(name.slice(name.indexOf('.') + 1))}'`)
        .join(', ')});`,
      defects,
    };
  },
  fix: ({ data }) => ({
    steps: [
      'Take the right to call it from those who need it not; let it ask who is calling where people call it.',
      "Set `search_path` on it too: `set search_path = ''`.",
    ],
    snippet: { path: 'supabase/migrations', language: 'sql', content: `${(data as { sql: string }).sql}\n` },
    verify: 'npx launch-ready --only audit/definer-function-exposed',
  }),
});
