import type { IncomingHttpHeaders } from 'node:http';
import type { Observation } from '../../model/evidence/boundary.ts';
import { contextFor, operation, serve, type App, type Setting } from '../accounts/test-context.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';
import type { GoodAnswer } from '../contract/send.ts';

/** For tests: two buyers, whose credential is their name. */
const person = (name: string, carries: Actor['carries']): Actor => ({
  name,
  role: 'customer',
  tenant: name,
  rank: 1,
  login: `${name}@example.com`,
  ids: new Set(),
  carries,
});
export const ann = person('ann', 'bearer');
export const bob = person('bob', 'bearer');
export const carl = person('carl', 'cookie');

export const credentialOf = ({ name, carries }: Actor): Record<string, string> =>
  carries === 'cookie' ? { cookie: `session=${name}` } : { authorization: `Bearer ${name}` };

/** Who asks, by the credential. */
export const whoAsks = (headers: IncomingHttpHeaders): string | undefined =>
  /^Bearer (ann|bob)$/.exec(headers.authorization ?? '')?.[1] ?? /session=(carl)/.exec(headers.cookie ?? '')?.[1];

type Description = readonly [text: string, members?: readonly string[], more?: Partial<Operation>];

/** Runs one probe against an app on loopback; gives what it said. */
export const trial = async (
  probe: Probe,
  app: App,
  operations: readonly Description[],
  { actors = [ann, bob], ...setting }: Partial<Omit<Setting, 'operations'>> = {},
): Promise<readonly Observation[]> => {
  const served = await serve(app);
  const { origin } = served;
  const { context, close } = await contextFor(origin, {
    operations: operations.map(([text, members, more]) => operation(origin, text, members, more)),
    actors,
    credentials: credentialOf,
    ...setting,
  });
  const pairs = actors.flatMap((a) => actors.filter((b) => a !== b).map((b) => [a, b] as const));
  const whole: ProbeContext = { ...context, actors: { ...context.actors, pairs: () => pairs } };
  try {
    return await probe.run(whole);
  } finally {
    await close();
    await served.stop();
  }
};

export const parameter = (name: string, schema: Operation['parameters'][number]['schema'] = { type: 'string' }) => ({
  parameters: [{ name, in: 'query' as const, required: false, schema }],
});

/** An answer as judges see it. */
export const answered = (status: number, text = '', more: Partial<GoodAnswer> = {}): GoodAnswer => ({
  ok: true,
  exchange: 'e1',
  status,
  headers: {},
  cookies: [],
  body: Buffer.from(text),
  text,
  json: /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : undefined,
  cut: false,
  ms: 5,
  ...more,
});
