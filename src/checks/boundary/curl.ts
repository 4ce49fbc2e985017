import type { Exchange } from '../../model/evidence/boundary.ts';
import { printable, shellWord } from '../secrets/leak/text.ts';

/** Headers that curl sends itself, or that are ours alone. */
const NOT_NEEDED = /^(?:accept|user-agent|x-launch-ready-run|traceparent|content-length|connection|accept-encoding)$/;
/** Headers whose value is masked in the evidence; the person puts the own one into a variable. */
const MASKED = /\*{4}/;
const LONGEST_BODY = 900;

export interface CurlOptions {
  /** How often it must be sent to show the defect. */
  times?: number;
  /** All of them at once. */
  atOnce?: boolean;
}

const variable = (...parts: readonly string[]): string => {
  const name = parts
    .join('_')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, 60);
  return /^[A-Z]/.test(name) ? name : `X_${name}`;
};

const credential = (name: string, value: string, actor: string | null): string => {
  const whose = actor === null ? [] : [actor];
  if (name === 'cookie') return `"cookie: $${variable(...whose, 'cookie')}"`;
  const [scheme = '', rest] = value.split(' ');
  const kept = rest === undefined || !/^[A-Za-z]+$/.test(scheme) ? '' : `${scheme} `;
  return `"${name}: ${kept}$${variable(...whose, name === 'authorization' ? 'token' : name)}"`;
};

const headerArgs = ({ requestHeaders, actor }: Exchange): readonly string[] =>
  requestHeaders.flatMap(([raw, value]) => {
    const name = raw.toLowerCase();
    if (NOT_NEEDED.test(name) || !/^[\w-]{1,100}$/.test(name)) return [];
    const secret = MASKED.test(value) || name === 'cookie' || name === 'authorization';
    return ['-H', secret ? credential(name, value, actor) : shellWord(`${name}: ${value}`)];
  });

const bodyArgs = ({ requestBody }: Exchange): readonly string[] => {
  if (requestBody === undefined || requestBody === '') return [];
  const whole =
    requestBody.length <= LONGEST_BODY &&
    !/^\([\d,]+ bytes that are no text\)$|… \([\d,]+ bytes in all\)$/.test(requestBody);
  return whole ? ['--data-raw', shellWord(requestBody)] : ['--data-binary', '@body'];
};

/** The smallest curl that sends the same request. What is masked stands there as a shell variable: `$CUSTOMER_B_TOKEN`. */
export const curlOf = (exchange: Exchange, { times = 1, atOnce = false }: CurlOptions = {}): string => {
  const { method, url } = exchange;
  const verb =
    method === 'GET' && exchange.requestBody === undefined
      ? []
      : method === 'HEAD'
        ? ['-I']
        : ['-X', shellWord(method)];
  const shown = times > 1 ? ['-s', '-o', '/dev/null', '-w', String.raw`'%{http_code}\n'`] : ['-si'];
  const pathAsIs = /\/\.\.?(?:\/|$)/.test(url) ? ['--path-as-is'] : [];
  const args = [
    ...shown,
    ...pathAsIs,
    ...verb,
    shellWord(printable(url)),
    ...headerArgs(exchange),
    ...bodyArgs(exchange),
  ];
  const one = `curl ${args.join(' ')}`;
  if (times <= 1) return one;
  return atOnce ? `for i in $(seq ${times}); do ${one} & done; wait` : `for i in $(seq ${times}); do ${one}; done`;
};
