import type { BoundaryTrials, TrialWebhook } from '../../model/evidence/trials.ts';
import { beforeSource, moduleText, patience, runnerImports } from './module-text.ts';
import type { TestsOptions } from './options.ts';
import { memberName, quote, variableOf } from './source.ts';
import { signText } from './sign-text.ts';
import type { ThingNames } from './things-file.ts';
import { partSource, valueSource, type Filling } from './values.ts';

/** The variable of the environment in which the secret of a webhook's test mode stands. */
export const secretVariable = ({ secretEnv, path }: TrialWebhook): string =>
  secretEnv !== undefined && /^[A-Za-z_]\w{0,99}$/.test(secretEnv)
    ? secretEnv
    : `LAUNCH_READY_${variableOf(path)}_SECRET`;

/** Whoever is not the provider is refused, an old event too, and the same event counts once. */
export const webhooksText = (
  options: TestsOptions,
  trials: BoundaryTrials,
  names: ThingNames,
  filling: Filling,
): string => {
  const uses = new Set<string>(['send']);
  const makers = new Set<string>();
  if (options.runner !== 'node') uses.add('PATIENCE');
  const blocks = trials.webhooks.map((hook) => {
    if (hook.thing !== undefined) makers.add(names.maker(hook.thing));
    return blockSource(options, hook, names, { ...filling, uses });
  });
  for (const name of uses) filling.uses.add(name);
  const schemes = new Set(trials.webhooks.map(({ scheme }) => scheme));
  const text = blocks.join('\n\n');
  const body = `/*
 * Whoever is not the provider cannot tell the app that somebody has paid: events without a signature, with a wrong one or an old
 * one are refused and change nothing, and the same event counts once. What has to be signed needs the secret of the webhook's
 * test mode; without it those tests are shown as skipped.
 */

${signText(schemes, options)}

${text}`;
  const crypto = [
    'createHmac',
    ...(text.includes('randomBytes(') ? ['randomBytes'] : []),
    ...(/newId\(/.test(signText(schemes, options) + text) ? ['randomUUID'] : []),
  ];
  return moduleText(
    options,
    [
      { names: [], whole: 'assert', from: 'node:assert/strict' },
      { names: crypto, from: 'node:crypto' },
      ...runnerImports(options, [...(makers.size > 0 ? ['before'] : []), 'describe', 'test']),
      { names: [...uses], from: './support' },
      { names: [...makers], from: './things' },
    ],
    body,
  );
};

const WORDS = {
  unsigned: 'without a signature',
  forged: 'with a wrong signature',
  stale: 'signed an hour ago',
} as const;

const blockSource = (options: TestsOptions, hook: TrialWebhook, names: ThingNames, shared: Filling): string => {
  const { path, origin, scheme, header, event, headers, thing, refuses, statuses, takes, once, broken } = hook;
  const { uses } = shared;
  const own = thing === undefined ? '' : names.variable(thing);
  const maker = thing === undefined ? '' : names.maker(thing);
  const filling: Filling = {
    ...shared,
    thing: (name, key) => (name === thing ? `${own}${names.key(key)}` : quote(name)),
  };
  const hasRead = thing !== undefined;
  if (hasRead) uses.add('unchanged');
  const at = shared.origins[origin] ?? '';
  if (at !== '') uses.add(at);
  const address = at === '' ? quote(path) : `${at} + ${quote(path)}`;
  const isWatched = (act: string): string => (hasRead ? `unchanged(${own}.read, () => ${act})` : act);
  const asked = Object.entries(headers).map(([name, part]) => `${memberName(name)}: ${partSource(part, filling)}`);
  const argument = thing === undefined ? '' : `${own}⟨: Awaited<ReturnType<typeof ${maker}>>⟩`;
  const header2 = header === undefined ? '' : `, ${quote(header)}`;
  const sign = (secret: string, seconds = ''): string =>
    `sign.${scheme}(body, ${secret}${seconds === '' && header === undefined ? '' : `, ${seconds || 'now()'}`}${header2})`;
  const tests = refuses.map((kind) => {
    const signed = { unsigned: '{}', forged: sign(`'not the secret'`), stale: sign('secret', 'now() - 3600') }[kind];
    return `  ${kind === 'stale' ? 'signedTest' : 'test'}('an event ${WORDS[kind]} is refused${hasRead ? ', and nothing changes' : ''}', async () => {
    const body = JSON.stringify(event(${own}));
    const answer = await ${isWatched(`deliver(body, ${signed})`)};
    assert.ok(refused.includes(answer.status), \`it was answered \${answer.status}: \${answer.text.slice(0, 200)}\`);
  }${patience(options)});`;
  });
  if (takes)
    tests.push(`  signedTest('a rightly signed one is taken', async () => {
    const body = JSON.stringify(event(${own}));
    const answer = await deliver(body, ${sign('secret')});
    assert.ok(answer.status < 300, \`it was answered \${answer.status}: \${answer.text.slice(0, 200)}\`);
  }${patience(options)});`);
  if (once && hasRead)
    tests.push(`  signedTest('the same event counts once', async () => {
    const fresh = await ${maker}();
    const body = JSON.stringify(event(fresh));
    const headers = { ${[...asked, `...${sign('secret')}`].join(', ')} };
    await deliver(body, headers);
    await unchanged(fresh.read, () => deliver(body, headers));
  }${patience(options)});`);
  const setUp = hasRead
    ? `  let ${own}⟨: Awaited<ReturnType<typeof ${maker}>>⟩;\n  ${beforeSource(options, `    ${own} = await ${maker}();`)}\n\n`
    : '';
  return `describe(${quote(`POST ${path} (${scheme})`)}, () => {
  const secret = process.env[${quote(secretVariable(hook))}] ?? '';
  const signedTest = secret === '' ? test.skip : test;
  const refused = [${statuses.join(', ')}];
  const event = (${argument}) => (${valueSource(event, filling, '  ')});
  const deliver = (body⟨: string⟩, headers⟨: Record<string, string>⟩) =>
    send('nobody', 'POST', ${address}, body, ${asked.length === 0 ? 'headers' : `{ ${asked.join(', ')}, ...headers }`});
${setUp === '' ? '' : setUp}
${broken ? '  // Found broken by the review: these fail until it is mended.\n' : ''}${tests.join('\n\n')}
});`;
};
