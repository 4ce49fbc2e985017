import { randomBytes } from 'node:crypto';
import type { ProbeContext } from '../contract/probe.ts';
import { once } from '../accounts/memo.ts';
import { benchOf, control, type Delivery } from './bench.ts';
import { forgedDelivery } from './forged-delivery.ts';
import type { Endpoint } from './endpoints.ts';
import { signatureHeaders, signatureNames, type Headers, type Signing } from './schemes.ts';

type Sign = (body: string, signing: Omit<Signing, 'secret'>) => Headers;

const random = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/** No signature; what stands beside it (id, time) stays. */
export const withoutSignature: Sign = (body, signing) => {
  const left = new Set(signatureNames(signing.scheme, signing.header));
  return Object.fromEntries(
    Object.entries(signatureHeaders({ ...signing, secret: random() }, body)).filter(([name]) => !left.has(name)),
  );
};

/** As it should be, but for what stands in the signature's own header. */
const written =
  (change: (value: string) => string): Sign =>
  (body, signing) =>
    Object.fromEntries(
      Object.entries(signatureHeaders({ ...signing, secret: random() }, body)).map(([name, value]) => [
        name,
        signatureNames(signing.scheme, signing.header).includes(name) ? change(value) : value,
      ]),
    );

/** Signatures that are wrong, from crude to subtle. */
export const wrongSigners = (secret: string | undefined): { name: string; sign: Sign }[] => [
  {
    name: 'with a signature by another secret',
    sign: (body, signing) => signatureHeaders({ ...signing, secret: random() }, body),
  },
  { name: 'with a signature that is none', sign: written(() => 'launch-ready') },
  // What is compared only as far as the shorter one goes, or as a beginning, takes an empty one.
  {
    name: 'with an empty signature',
    sign: written((value) => value.replace(/(?<=^|v[01][=,]|sha256=)[\w+/=]{40,}$/, '')),
  },
  { name: 'signed with an empty secret', sign: (body, signing) => signatureHeaders({ ...signing, secret: '' }, body) },
  ...(secret === undefined
    ? []
    : [
        {
          name: 'with the right signature of another body',
          sign: ((_body, signing) =>
            signatureHeaders({ ...signing, secret }, '{"id":"evt_other","type":"ping"}')) satisfies Sign,
        },
      ]),
];

export interface Wrong {
  unsigned: Delivery;
  garbage: readonly { name: string; delivery: Delivery }[];
}

/** Sent once for each endpoint, since several probes judge by it. */
export const wrongDeliveries = (context: ProbeContext, endpoint: Endpoint): Promise<Wrong> =>
  once(context, `wrong ${endpoint.url}`, async () => {
    const bench = await benchOf(context, endpoint);
    const unsigned = await bench.try({ sign: withoutSignature });
    const garbage: { name: string; delivery: Delivery }[] = [];
    for (const { name, sign } of wrongSigners(endpoint.secret)) {
      const delivery = await bench.try({ sign });
      garbage.push({ name, delivery });
      if (delivery.outcome === 'effect') break;
    }
    const forged = await forgedDelivery(context, endpoint, bench);
    return { unsigned, garbage: forged === undefined ? garbage : [...garbage, forged] };
  });

export type Pass = 'proven' | 'likely' | 'unclear' | 'no';

/** It made the app fail, and was seen not to work where the good one was seen to: a library that throws, and nobody who catches. */
export const failedWithoutEffect = ({ answer, thing }: Delivery, good: Delivery | null): boolean =>
  answer.ok && answer.status >= 500 && thing !== null && good?.outcome === 'effect';

/** Whether a wrong event got through. By its effect; else by an answer that is the good one's. */
export const passOf = (delivery: Delivery, good: Delivery | null): Pass => {
  if (delivery.outcome === 'effect') return 'proven';
  if (delivery.outcome === 'silent') return failedWithoutEffect(delivery, good) ? 'no' : 'unclear';
  if (good === null) return delivery.outcome === 'refused' && isRefusal(delivery) ? 'no' : 'unclear';
  // When the good event is refused as well, it was not the signature.
  if (delivery.outcome === 'refused') return ['effect', 'accepted'].includes(good.outcome) ? 'no' : 'unclear';
  // It was taken. Where the good event was seen to work, this one was seen not to.
  if (good.outcome === 'effect') return 'no';
  return good.outcome === 'accepted' && sameAnswer(delivery, good) ? 'likely' : 'unclear';
};

/** A refusal for the signature's sake, and not for the body's. */
export const isRefusal = ({ answer }: Pick<Delivery, 'answer'>): boolean =>
  answer.ok &&
  ([401, 403].includes(answer.status) ||
    (answer.status === 400 && (answer.text.length < 200 || /sign|verif|auth|accept/i.test(answer.text))));

export const sameAnswer = (a: Pick<Delivery, 'answer'>, b: Pick<Delivery, 'answer'>): boolean =>
  a.answer.ok && b.answer.ok && a.answer.status === b.answer.status && bare(a.answer.text) === bare(b.answer.text);
const bare = (text: string): string => text.slice(0, 5_000).replaceAll(/[\w-]{16,}|\d+/g, '#');

export type Kind = 'webhook-unsigned' | 'webhook-signature-unchecked' | 'webhook-fails-open';

export interface Judged {
  kind: Kind | null;
  pass: Pass;
  name: string;
  delivery: Delivery;
}

/** One flaw, one finding: nothing is checked; what is there is not checked; or only what is there is. */
export const judgeWrong = ({ unsigned, garbage }: Wrong, good: Delivery | null): Judged => {
  const order: readonly Pass[] = ['proven', 'likely', 'unclear', 'no'];
  const without = passOf(unsigned, good);
  const ranked = garbage
    .map((one) => ({ ...one, pass: passOf(one.delivery, good) }))
    .toSorted((a, b) => order.indexOf(a.pass) - order.indexOf(b.pass));
  const [worst] = ranked;
  const through = (pass: Pass | undefined): boolean => pass === 'proven' || pass === 'likely';
  const name = 'without a signature';
  if (through(without) && through(worst?.pass))
    return { kind: 'webhook-unsigned', pass: without, name, delivery: unsigned };
  if (through(without))
    return {
      kind: worst?.pass === 'no' ? 'webhook-fails-open' : 'webhook-unsigned',
      pass: without,
      name,
      delivery: unsigned,
    };
  if (worst !== undefined && through(worst.pass))
    return { kind: 'webhook-signature-unchecked', pass: worst.pass, name: worst.name, delivery: worst.delivery };
  const unclear = without === 'unclear' ? unsigned : ranked.find(({ pass }) => pass === 'unclear')?.delivery;
  return { kind: null, pass: unclear === undefined ? 'no' : 'unclear', name, delivery: unclear ?? unsigned };
};

export const judged = async (
  context: ProbeContext,
  endpoint: Endpoint,
): Promise<Judged & { good: Delivery | null; wrong: Wrong }> => {
  const wrong = await wrongDeliveries(context, endpoint);
  const good = await control(context, endpoint);
  return { ...judgeWrong(wrong, good), good, wrong };
};
