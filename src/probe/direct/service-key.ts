import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { servicesOf, type Service } from './firebase/ask.ts';
import { directApp, type DirectApp } from './project.ts';

/** Pure: what the keys in the client code come to. One line for each project, so that no line means no project. */
export const judgeKeys = (
  { projects, barred, secrets, exchanges }: DirectApp,
  services: readonly Service[] = [],
): Said[] => {
  const said: Said[] = [];
  for (const { name, demo, origin, url, exchange } of secrets) {
    const where = new URL(url).pathname;
    const subject = origin === undefined ? name : `${name} of ${new URL(origin).host}`;
    const shown = { exchanges: [exchange], actor: 'nobody', facts: { file: where.slice(0, 200) } };
    if (said.some((one) => one.subject === subject)) continue;
    said.push(
      demo
        ? {
            subject,
            verdict: 'refuted',
            said: `${where} holds the public demo key of the Supabase CLI.`,
            exchanges: [],
          }
        : {
            subject,
            verdict: 'confirmed',
            said: `${where}, which every visitor gets, holds a ${name}. Whoever has it passes by every policy: all tables, files and accounts, reading and writing.`,
            ...shown,
          },
    );
  }
  const count = exchanges.length;
  const found = 'its public key is there, and no other one of it';
  for (const { origin, names, tables, routines } of projects) {
    const facts = {
      tables: tables.size,
      functions: routines.size,
      buckets: names.buckets.size,
      channels: names.channels.size,
      edgeFunctions: names.edge.size,
    };
    said.push(
      say(origin, 'refuted', `${count} pages and scripts were read that use ${origin}: ${found}.`, [], { facts }),
    );
  }
  for (const { origin } of barred)
    said.push(say(origin, 'refuted', `${count} pages and scripts were read that use ${origin}: ${found}.`));
  for (const id of new Set(services.map(({ config }) => config.projectId)))
    said.push(
      say(`firebase ${id}`, 'refuted', 'The page configures Firebase. Its apiKey is public by design: rules decide.'),
    );
  return said;
};

export const serviceKey = makeProbe({
  id: 'data-service-key',
  tries: 'whether the code that visitors get holds a key that passes by every policy of the database',
  mode: 'passive',
  requests: 0,
  subject: 'the client code',
  run: async (context) => judgeKeys(await directApp(context), await servicesOf(context)),
});
