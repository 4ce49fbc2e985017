import { say, type Said } from '../accounts/observe.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

const PROVIDERS =
  'google|github|gitlab|facebook|apple|microsoft|azure|twitter|linkedin|discord|slack|auth0|okta|keycloak|oidc|sso';
const START = new RegExp(
  `(?:^|/)(?:oauth2?|auth|login|sign-?in|connect|social)/(?:[\\w-]{1,40}/)?(?:${PROVIDERS})(?:/(?:login|start|authorize|redirect|connect))?/?$`,
  'i',
);
const MOST = 6;

/** Where a sign-in with another service begins. */
export const oauthStarts = (operations: readonly Operation[]): Operation[] =>
  operations
    .filter(({ method, path }) => method === 'GET' && START.test(path) && !/callback/i.test(path))
    .slice(0, MOST);

/** The address of the other service that an answer leads to; null when it leads to none. */
export const authorizationIn = (answer: Answer, from: string, own: readonly string[]): URL | null => {
  const location = answer.ok && answer.status >= 300 && answer.status < 400 ? answer.headers['location'] : undefined;
  if (location === undefined || !URL.canParse(location, from)) return null;
  const url = new URL(location, from);
  const asks = url.searchParams.has('client_id') && url.searchParams.has('redirect_uri');
  return asks && /^https?:$/.test(url.protocol) && !own.includes(url.origin) ? url : null;
};

/** What ties the way back to the browser that began: RFC 6749 10.12; PKCE and an OpenID nonce do it too (RFC 9700 2.1). */
const TIES = ['state', 'code_challenge', 'nonce'] as const;

/** Whether a sign-in with another service that somebody else began can be ended in a visitor's browser. Says nothing where there is none. */
export const oauthStates = async ({ send, operations, config }: ProbeContext): Promise<Said[]> => {
  const own = config.boundary?.origins ?? [];
  const said: Said[] = [];
  for (const { path, origin } of oauthStarts(operations)) {
    const url = new URL(path, origin).href;
    const begin = (): Promise<Answer> => send({ method: 'GET', url }, { as: null, mode: 'read' });
    const first = await begin();
    const to = authorizationIn(first, url, own);
    if (to === null) continue;
    const subject = `sign-in with ${to.host}`;
    const facts = { facts: { kind: 'oauth' } };
    const ties = TIES.filter((name) => (to.searchParams.get(name) ?? '') !== '');
    if (ties.length === 0) {
      const text = `${path} leads to ${to.host} without state, PKCE or nonce, so the way back belongs to no browser.`;
      said.push(say(subject, 'confirmed', text, [first], facts));
      continue;
    }
    const second = await begin();
    const again = authorizationIn(second, url, own);
    const same = again !== null && ties.every((name) => again.searchParams.get(name) === to.searchParams.get(name));
    said.push(
      same
        ? say(
            subject,
            'confirmed',
            `${path} gives every visitor the same ${ties.join(', ')}, so anybody knows it.`,
            [first, second],
            facts,
          )
        : say(
            subject,
            again === null ? 'inconclusive' : 'refuted',
            `Each try has its own ${ties.join(', ')}.`,
            [first, second],
            facts,
          ),
    );
  }
  return said;
};
