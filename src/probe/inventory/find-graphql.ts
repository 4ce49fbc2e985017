import type { Send } from '../contract/send.ts';
import type { Draft } from './draft.ts';
import { askGraphql, GRAPHQL_PATHS } from './graphql.ts';

/** GraphQL endpoints: those that something names, and the usual ones of the main origin. */
export const findGraphql = async (
  drafts: readonly Draft[],
  paths: readonly { origin: string; path: string }[],
  origins: readonly string[],
  send: Send,
) => {
  const named = [...drafts, ...paths]
    .filter(({ path }) => /(?:graphql|gql)$/i.test(path))
    .map(({ origin, path }) => `${origin} ${path}`);
  const usual = GRAPHQL_PATHS.map((path) => `${origins[0]} ${path}`);
  const asked = await Promise.all(
    [...new Set([...named, ...usual])].slice(0, 12).map((key) => {
      const [origin = '', path = ''] = key.split(' ');
      return askGraphql(origin, path, send);
    }),
  );
  const found = asked.filter((one) => one !== undefined);
  return { found, drafts: found.map(({ draft }) => draft), notes: found.flatMap(({ notes }) => notes) };
};
