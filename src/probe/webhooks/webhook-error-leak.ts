import { say } from '../accounts/observe.ts';
import { deliver } from './deliver.ts';
import { shown } from './bench.ts';
import { signatureHeaders, signatureNames } from './schemes.ts';
import { webhookProbe } from './webhook-probe.ts';
import { judged } from './wrong-signatures.ts';

/** Signatures in a text, as they are written: hexadecimal or base64 of 32 bytes. */
export const signaturesIn = (text: string): string[] => [
  ...new Set(
    [...text.slice(0, 20_000).matchAll(/(?<![\w+/])(?:[0-9a-f]{64}|[A-Za-z0-9+/]{43}=)(?![\w+/=])/g)].map(
      ([found]) => found,
    ),
  ),
];

/** The signature in a header's value, without what stands around it. */
const bareSignature = (value: string): string => signaturesIn(value)[0] ?? value;

export const webhookErrorLeak = webhookProbe({
  id: 'webhook-error-leak',
  tries: 'whether the answer to a wrong signature shows the right one',
  requests: 3,
  run: async (context, endpoint) => {
    const subject = endpoint.path;
    const { kind, wrong } = await judged(context, endpoint);
    if (kind !== null)
      return say(subject, 'refuted', `Signatures are not checked (${kind}); there is nothing to leak.`);
    const names = signatureNames(endpoint.scheme, endpoint.header);
    for (const delivery of [wrong.unsigned, ...wrong.garbage.map((one) => one.delivery)]) {
      const { answer, body, headers } = delivery;
      if (!answer.ok || answer.status < 400) continue;
      const sent = Object.values(headers).map(bareSignature);
      for (const found of signaturesIn(answer.text)
        .filter((one) => !sent.includes(one))
        .slice(0, 3)) {
        // The proof: what was shown is accepted.
        const at = Number(
          /t=(\d+)/.exec(headers['stripe-signature'] ?? '')?.[1] ??
            headers['webhook-timestamp'] ??
            headers['x-slack-request-timestamp'] ??
            Math.floor(Date.now() / 1000),
        );
        const shape = signatureHeaders(
          { scheme: endpoint.scheme, secret: 'shape', header: endpoint.header, at, id: headers['webhook-id'] ?? '' },
          body,
        );
        const signed = Object.fromEntries(
          Object.entries(shape)
            .filter(([name]) => names.includes(name))
            .map(([name, value]) => [name, value.replace(bareSignature(value), () => found)]),
        );
        const again = await deliver(context, endpoint, body, { ...headers, ...signed });
        if (again.ok && again.status < 300)
          return say(
            subject,
            'confirmed',
            `The answer to a wrong signature (${answer.status}) showed the right one, and an event that carries it was accepted.`,
            [answer, again],
            { facts: { scheme: endpoint.scheme } },
          );
      }
    }
    return say(subject, 'refuted', 'Answers to wrong signatures show none that works.', shown(wrong.unsigned));
  },
});
