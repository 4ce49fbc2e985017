import { isIP } from 'node:net';
import { makeProbe } from '../accounts/observe.ts';
import { SUBJECT } from './subject.ts';
import { tryOrigins } from './try-origins.ts';

/** Our names as a careless comparison takes them for: whole, and without what stands before the domain. */
const hostsOf = (origins: readonly string[]): URL[] =>
  [
    ...new Map(
      origins.filter((origin) => URL.canParse(origin)).map((origin) => [new URL(origin).hostname, new URL(origin)]),
    ).values(),
  ].slice(0, 3);

/** Origins that others can have and that begin, end or look like ours. */
export const lookAlikes = (origins: readonly string[]): string[] => {
  const made = hostsOf(origins).flatMap(({ protocol, hostname, port }) => {
    const host = hostname.replace(/^www\./, '');
    const labels = host.split('.');
    const domain = isIP(hostname) === 0 && labels.length > 2 ? labels.slice(-2).join('.') : host;
    const at = port === '' ? '' : `:${port}`;
    const names = [
      `evil${host}`,
      `evil${domain}`,
      `${host}.evil.example`,
      `evil-${host}.example`,
      ...(host.includes('.') ? [hostname.replace('.', 'x')] : []),
    ];
    const whole = names.map((name) => `https://${name}`);
    const same =
      at === '' && protocol === 'https:'
        ? []
        : [`${protocol}//evil${host}${at}`, `${protocol}//${host}.evil.example${at}`];
    return [...whole, ...same];
  });
  const own = new Set(origins);
  return [...new Set(made)].filter((origin) => !own.has(origin)).slice(0, 18);
};

export const corsSuffix = makeProbe({
  id: 'cors-suffix',
  tries: 'whether sites with a name like the app’s may read private answers',
  mode: 'read',
  requests: ({ config }) => lookAlikes(config.boundary?.origins ?? []).length * 2,
  subject: SUBJECT,
  run: (context) => tryOrigins(context, lookAlikes(context.config.boundary?.origins ?? []), 2),
});
