import { isFile, isGood } from '../access/answers.ts';
import { itemReads } from '../access/item-reads.ts';
import { leavesOf } from '../access/json.ts';
import { between } from '../access/report.ts';
import { survey } from '../access/survey.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { isSameFile } from './judge-file.ts';
import { leakCell } from './matrix.ts';

const SIGNATURE = /^(?:sig|signature|token|hmac|hash|x-amz-signature|x-goog-signature|policy|st|key)$/i;
const EXPIRY = /^(?:exp|expires|expiry|se|x-amz-date|until|e)$/i;
const MOST = 400;

interface Signed {
  url: URL;
  /** Who was given it; null when nobody had to log in. */
  seenBy: Actor | null;
  parameter: string;
}

/** Addresses with a signature in them, in answers to everybody. Those that only their owner is shown first. */
const signedIn = async (context: ProbeContext): Promise<{ closed: Signed[]; open: Signed[] }> => {
  const [seen, { reads }] = [await survey(context), await itemReads(context)];
  const found = new Map<string, Signed>();
  const inOpen = new Set<string>();
  const look = (answer: Answer, viewer: Actor | null, at: string): void => {
    if (!isGood(answer)) return;
    for (const { value } of leavesOf(answer.json).slice(0, 5_000)) {
      if (typeof value !== 'string' || !value.includes('?') || value.length > 2_000 || !URL.canParse(value, at))
        continue;
      const url = new URL(value, at);
      const parameter = [...url.searchParams.keys()].find(
        (name) => SIGNATURE.test(name) && (url.searchParams.get(name) ?? '').length >= 16,
      );
      if (parameter === undefined || found.size > MOST) continue;
      if (viewer === null) inOpen.add(url.origin + url.pathname);
      else if (!found.has(url.origin + url.pathname))
        found.set(url.origin + url.pathname, { url, seenBy: viewer, parameter });
      if (viewer === null) found.set(url.origin + url.pathname, { url, seenBy: null, parameter });
    }
  };
  for (const { viewer, answer, url } of seen.sights) look(answer, viewer, url);
  for (const { target, control, asks } of reads) {
    look(control, target.owner, target.url);
    for (const { viewer, answer } of asks) if (viewer === null) look(answer, null, target.url);
  }
  const all = [...found.values()].filter(({ url }) => context.config.boundary?.origins.includes(url.origin) === true);
  return {
    closed: all.filter(({ url }) => !inOpen.has(url.origin + url.pathname)),
    open: all.filter(({ url }) => inOpen.has(url.origin + url.pathname)),
  };
};

const shapeOf = (path: string): string => path.replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}|\/\d+|\/[\w-]{20,}/gi, '/{}');

const altered = (signature: string): string => {
  const at = Math.floor(signature.length / 2);
  return `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`;
};

/** A signed address without its signature, with another one, and with that of another file. All as nobody. */
export const signedFiles = async (context: ProbeContext): Promise<Said[]> => {
  const { closed, open } = await signedIn(context);
  const said: Said[] = [];
  const done = new Set<string>();
  for (const file of [...closed, ...open]) {
    const shape = file.url.origin + shapeOf(file.url.pathname);
    if (done.has(shape)) continue;
    const one = await trySigned(
      context,
      file,
      closed.includes(file),
      [...open, ...closed].find(
        (other) =>
          other.url.pathname !== file.url.pathname && shapeOf(other.url.pathname) === shapeOf(file.url.pathname),
      ),
    );
    if (one === undefined) continue;
    done.add(shape);
    said.push(one);
    if (done.size >= 4) break;
  }
  return said;
};

const trySigned = async (
  context: ProbeContext,
  { url, seenBy, parameter }: Signed,
  isClosed: boolean,
  other: Signed | undefined,
): Promise<Said | undefined> => {
  const get = (address: URL): Promise<Answer> =>
    context.send({ method: 'GET', url: address.href }, { as: null, mode: 'read' });
  const control = await get(url);
  if (!isGood(control) || !isFile(control)) return undefined;
  const with_ = (change: (address: URL) => void): URL => {
    const copy = new URL(url);
    change(copy);
    return copy;
  };
  const tries: [string, URL][] = [
    ['without its signature', with_((copy) => copy.searchParams.delete(parameter))],
    ['without any of its parameters', with_((copy) => (copy.search = ''))],
    [
      'with an altered signature',
      with_((copy) => copy.searchParams.set(parameter, altered(copy.searchParams.get(parameter) ?? ''))),
    ],
    ['with a later end', with_((copy) => later(copy))],
  ];
  if (other !== undefined)
    tries.push(['with the signature of another file', with_((copy) => (copy.search = other.url.search))]);
  const same =
    other !== undefined && other.url.search === url.search && isOfOneFile(url, parameter)
      ? await get(other.url)
      : undefined;
  if (same !== undefined && isGood(same) && isFile(same)) {
    const subject = subjectOf(context, url);
    context.cells.push(leakCell(subject, 'nobody', same.status, same.exchange));
    return say(
      subject,
      isClosed ? 'confirmed' : 'likely',
      'Two files open with one and the same signature: it does not cover which file it is for.',
      [control, same],
      between(null, isClosed && seenBy !== null ? seenBy : undefined, { variant: 'the signature of another file' }),
    );
  }
  const subject = subjectOf(context, url);
  const answers: Answer[] = [control];
  for (const [how, address] of tries) {
    if (address.href === url.href) continue;
    const answer = await get(address);
    answers.push(answer);
    if (!isSameFile(control, answer)) continue;
    context.cells.push(leakCell(subject, 'nobody', (answer as GoodAnswer).status, answer.exchange));
    const text = `The file opens ${how}${isClosed ? `, though only ${seenBy?.name ?? 'its owner'} is shown its address` : ''}.`;
    return say(
      subject,
      isClosed ? 'confirmed' : 'likely',
      text,
      [control, answer],
      between(null, isClosed && seenBy !== null ? seenBy : undefined, { variant: how }),
    );
  }
  return say(
    subject,
    'refuted',
    `The file opens with its own signature only (tried ${tries.map(([how]) => how).join(', ')}).`,
    answers,
    between(null),
  );
};

/** Made for an address and a time; a token may be a person's, and the same for all files. */
const isOfOneFile = ({ searchParams }: URL, parameter: string): boolean =>
  /^(?:sig|signature|hmac|hash|x-amz-signature|x-goog-signature|st)$/i.test(parameter) &&
  [...searchParams.keys()].some((name) => EXPIRY.test(name));

const later = (url: URL): void => {
  for (const [name, value] of url.searchParams) {
    if (EXPIRY.test(name) && /^\d{9,13}$/.test(value))
      url.searchParams.set(name, String(Number(value) + (value.length > 11 ? 86_400_000 : 86_400)));
  }
};

/** The operation that such an address belongs to, or the address without what is special. */
const subjectOf = ({ operations }: ProbeContext, url: URL): string => {
  const segments = url.pathname.split('/');
  const operation = operations.find(({ method, origin, path }) => {
    const parts = path.split('/');
    return (
      method === 'GET' &&
      origin === url.origin &&
      parts.length === segments.length &&
      path.includes('{') &&
      parts.every((part, index) => part.includes('{') || part === segments[index])
    );
  });
  return operation?.id ?? `GET ${shapeOf(url.pathname)}`;
};
