import type { Exchange } from '../../model/evidence/boundary.ts';
import type { Forge } from './forge.ts';
import { shellText, variableName, type Swap } from './shell.ts';
import { signerOf } from './webhook-signature.ts';

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
  /** The signature of a webhook is right: so many seconds before now was it made. */
  signedBefore?: number;
  /** Makes `$TOKEN` out of the token of the one whose account it opens. */
  forge?: Forge;
  /** What must be done before, as the middle of "Deploy it, …, and send". */
  before?: string;
}

/** Something that the person fills in: `CUSTOMER_B_TOKEN`, `the access token of customer-b`. */
export interface Need {
  variable: string;
  /** Left out for what anybody may have: each check says it in its own words. */
  what?: string;
}

export interface Curl {
  text: string;
  needs: readonly Need[];
}

const whatOf = (name: string, whose: string): string => {
  if (name === 'authorization') return `the access token of ${whose}`;
  if (name === 'cookie') return `the session cookie of ${whose}`;
  return `the ${name} header of ${whose}`;
};

type Arg = readonly [text: string, need?: Need];

const credential = (name: string, value: string, actor: string | null, whose: string): Arg => {
  const owner = actor === null ? [] : [actor];
  const last = name === 'authorization' ? 'token' : name;
  const variable = variableName(...owner, last);
  const need: Need = actor === null ? { variable } : { variable, what: whatOf(name, whose) };
  const [scheme = '', rest] = value.split(' ');
  const kept = name === 'cookie' || rest === undefined || !/^[A-Za-z]+$/.test(scheme) ? '' : `${scheme} `;
  return [`"${name}: ${kept}$${variable}"`, need];
};

const headerArg = (
  { actor }: Exchange,
  [name, value]: readonly [name: string, value: string],
  whose: string,
  signed: boolean,
  swaps: readonly Swap[],
): Arg => {
  // A key that was used answers what it answered before.
  if (name === 'idempotency-key') return ['"idempotency-key: $KEY"'];
  const signer = signed ? signerOf(name) : undefined;
  if (signer !== undefined) return [`"${name}: ${signer}"`, { variable: 'WEBHOOK_SECRET', what: 'your test secret' }];
  return MASKED.test(value) || name === 'cookie' || name === 'authorization'
    ? credential(name, value, actor, whose)
    : [shellText(`${name}: ${value}`, swaps)];
};

/** Tokens against forged requests guard changes only. */
const isNeeded = (name: string, isRead: boolean, hasBody: boolean): boolean =>
  !NOT_NEEDED.test(name) &&
  /^[\w-]{1,100}$/.test(name) &&
  !(name === 'content-type' && !hasBody) &&
  !(isRead && /^x-(?:csrf|xsrf)-token$/.test(name));

/** The time that is signed. */
const timeOf = (before: number): string =>
  before === 0 ? '$(date +%s)' : `$(($(date +%s) ${before > 0 ? '-' : '+'} ${Math.abs(before)}))`;

const isWhole = (body: string): boolean =>
  body.length <= LONGEST_BODY && !/^\([\d,]+ bytes that are no text\)$|… \([\d,]+ bytes in all\)$/.test(body);

const verbOf = (method: string, hasBody: boolean): readonly string[] => {
  if (method === 'GET' && !hasBody) return [];
  return method === 'HEAD' ? ['-I'] : ['-X', shellText(method)];
};

/** The smallest curl that sends the same request. What is masked stands there as a shell variable: `$CUSTOMER_B_TOKEN`. */
export const curlOf = (
  exchange: Exchange,
  whose: string,
  { times = 1, atOnce = false, signedBefore }: CurlOptions = {},
  swaps: readonly Swap[] = [],
): Curl => {
  const { method, url, requestBody = '', requestHeaders } = exchange;
  const hasBody = requestBody !== '';
  const isRead = method === 'GET' || method === 'HEAD';
  const signs = signedBefore !== undefined && requestHeaders.some(([name]) => signerOf(name) !== undefined);
  const headers = requestHeaders.flatMap(([raw, value]): readonly Arg[] => {
    const name = raw.toLowerCase();
    if (!isNeeded(name, isRead, hasBody)) return [];
    return [headerArg(exchange, [name, value], whose, signs, swaps)];
  });
  const data = isWhole(requestBody) ? shellText(requestBody, swaps) : undefined;
  const before = [
    ...(headers.some(([text]) => text.includes('$KEY')) ? ['KEY="replay-$(date +%s)"; '] : []),
    ...(signs && data !== undefined ? [`BODY=${data}; `] : []),
    ...(signs && headers.some(([text]) => text.includes('$T')) ? [`T=${timeOf(signedBefore)}; `] : []),
  ].join('');
  const body = !hasBody
    ? []
    : data === undefined
      ? ['--data-binary', '@body']
      : ['--data-raw', signs ? '"$BODY"' : data];
  const args = [
    ...(times > 1 ? ['-s', '-o', '/dev/null', '-w', String.raw`'%{http_code}\n'`] : ['-si']),
    ...(/\/\.\.?(?:\/|$)/.test(url) ? ['--path-as-is'] : []),
    ...verbOf(method, hasBody),
    shellText(url, swaps),
    ...headers.flatMap(([text]) => ['-H', text]),
    ...body,
  ];
  const one = `curl ${args.join(' ')}`;
  const looped = atOnce
    ? `for i in $(seq ${times}); do ${one} & done; wait`
    : `for i in $(seq ${times}); do ${one}; done`;
  return {
    text: before + (times > 1 ? looped : one),
    needs: [
      ...headers.flatMap(([, need]) => need ?? []),
      ...(hasBody && data === undefined ? [{ variable: 'body', what: 'what was sent, in the file body' }] : []),
    ],
  };
};
