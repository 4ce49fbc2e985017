import type { DataProofs, DataSchema } from '../../../model/evidence/data.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { firstFew, settle } from './words.ts';

const OF_EXTENSIONS = /^(?:spatial_ref_sys|geometry_columns|geography_columns)$/;
const ABSENT = /^relation "(?:public\.)?(\w+)" does not exist/;

/** What kept the replay from answering for every table; null when nothing did. */
export const gapsIn = (
  { tables, views, troubles, direct }: DataSchema,
  { proofs, withoutRow }: DataProofs,
): { unproven: string; unlock: string } | null => {
  if (direct === null) return null;
  const concerning = new Set(tables.filter(({ privacy }) => privacy.kind !== 'public').map(({ name }) => name));
  const known = new Set([...tables, ...views].map(({ name }) => name));
  const rowless = withoutRow.map(({ table }) => table).filter((table) => concerning.has(table));
  const untold = [
    ...new Set(
      proofs
        .filter(
          ({ on, verb, outcome, subject }) =>
            on === 'table' &&
            outcome === 'unproven' &&
            verb !== 'add' &&
            verb !== 'forge' &&
            verb !== 'promote' &&
            concerning.has(subject),
        )
        .map(({ subject }) => subject),
    ),
  ];
  // It was made by hand, or its making failed.
  const absent = [
    ...new Set(
      troubles.flatMap(({ kind, reason }) => {
        const name = kind === 'failed' ? ABSENT.exec(reason)?.[1] : undefined;
        return name === undefined || OF_EXTENSIONS.test(name) || known.has(`public.${name}`) ? [] : [`public.${name}`];
      }),
    ),
  ];
  const built = troubles.filter(({ kind }) => kind === 'not literal');
  const [first] = built;
  const parts = [
    ...(rowless.length > 0 ? [`no row could be made for ${firstFew(rowless)}`] : []),
    ...(untold.length > 0 ? [`an attempt ended with an error of another kind in ${firstFew(untold)}`] : []),
    ...(absent.length > 0
      ? [
          `${plural(absent.length, 'table')} that migrations speak of ${absent.length === 1 ? 'is' : 'are'} made by none: ${firstFew(absent)}`,
        ]
      : []),
  ];
  if (first !== undefined)
    parts.push(
      `${plural(built.length, 'migration')} in code ${built.length === 1 ? 'puts' : 'put'} SQL together when ${built.length === 1 ? 'it runs' : 'they run'} (${printable(first.place.path)}:${first.place.line})`,
    );
  if (parts.length === 0) return null;
  return {
    unproven: `Not every table could be tried: ${parts.join('; ')}.`,
    unlock: settle([...rowless, ...untold, ...absent]),
  };
};
