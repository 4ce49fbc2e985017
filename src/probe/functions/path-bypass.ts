import { between, settleSubjects, whoIs } from '../access/report.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { isThrough, refusedReads } from './refused.ts';

/** Other spellings of a path that many routers take for the same, and guards for another one. */
export const spellings = (url: string): { how: string; url: string }[] => {
  const { origin, pathname, search } = new URL(url);
  const parts = pathname.split('/').filter((part) => part !== '');
  const [first = '', ...rest] = parts;
  const last = parts.at(-1) ?? '';
  const without = parts.slice(0, -1);
  const api = /^(?:api|rest)$/i.test(first);
  const version = /\/v(\d{1,2})(?=\/)/.exec(pathname);
  const paths: [string, string][] = [
    ['in capitals', `/${[first.toUpperCase(), ...rest].join('/')}`],
    ['with the last part in capitals', `/${[...without, last.toUpperCase()].join('/')}`],
    ['with a slash at the end', `${pathname.replace(/\/$/, '')}/`],
    ['with two slashes', `/${first}//${rest.join('/')}`],
    ['with two slashes in front', `/${pathname}`],
    ['with ;x at the end', `${pathname};x`],
    ['with .json at the end', `${pathname}.json`],
    [
      'with an encoded letter',
      `/${[...without, `%${(last.codePointAt(0) ?? 97).toString(16)}${last.slice(1)}`].join('/')}`,
    ],
    ['with /./ in it', `/${first}/%2e/${rest.join('/')}`],
    ['with .. in it', `/x/..%2f${parts.join('/')}`],
    [
      'under another version',
      api ? `/${[first, 'v1', ...rest.filter((part) => !/^v\d+$/.test(part))].join('/')}` : `/v1/${parts.join('/')}`,
    ],
    [
      'under version 0',
      api ? `/${[first, 'v0', ...rest.filter((part) => !/^v\d+$/.test(part))].join('/')}` : `/api/${parts.join('/')}`,
    ],
    ...(version === null
      ? []
      : ([['under the next version', pathname.replace(version[0], `/v${Number(version[1]) + 1}`)]] satisfies [
          string,
          string,
        ][])),
    ['with the parts’ prefix left out', api ? `/${rest.join('/')}` : `/api/v1/${parts.join('/')}`],
  ];
  const seen = new Set([pathname]);
  return paths.flatMap(([how, path]) => {
    const fresh = !seen.has(path) && path.length > 1 && URL.canParse(`${origin}${path}${search}`);
    seen.add(path);
    return fresh ? [{ how, url: `${origin}${path}${search}` }] : [];
  });
};

export const pathBypass = makeProbe({
  id: 'path-bypass',
  tries: 'whether another spelling of a path gets around its guard',
  mode: 'read',
  subject: 'spellings of guarded paths',
  requests: () => 24 * 14,
  run: async (context) => {
    const said: Said[] = [];
    for (const refused of await refusedReads(context)) {
      const { operation, attacker, control, refusal, holder } = refused;
      const answers = await Promise.all(
        spellings(refused.url).map(async ({ how, url }) => ({
          how,
          answer: await context.send({ method: 'GET', url }, { as: attacker, mode: 'read', upsets: true }),
        })),
      );
      const through = answers.find(({ answer }) => isThrough(refused, answer));
      if (through !== undefined) {
        const answer: Answer = through.answer;
        context.cells.push(
          leakCell(operation.id, attacker?.role ?? 'nobody', answer.ok ? answer.status : null, answer.exchange),
        );
        const text = `Written ${through.how}, ${whoIs(attacker)} gets what ${holder.name} gets; as it is described, it was refused.`;
        said.push(
          say(
            operation.id,
            'confirmed',
            text,
            [control, refusal, answer],
            between(attacker, holder, { variant: through.how }),
          ),
        );
        continue;
      }
      const dead = answers.every(({ answer }) => !answer.ok);
      said.push(
        say(
          operation.id,
          dead ? 'inconclusive' : 'refuted',
          `No other spelling opened it for ${whoIs(attacker)}.`,
          [control, refusal],
          between(attacker),
        ),
      );
    }
    return settleSubjects(said);
  },
});
