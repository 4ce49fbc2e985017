import { say, type Said } from '../accounts/observe.ts';
import { mainOrigin } from '../accounts/people.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { candidateSecrets, namesOf } from '../tokens/common-secrets.ts';
import { benchOf, shown } from './bench.ts';
import type { Endpoint } from './endpoints.ts';
import { signRightly, webhookProbe } from './webhook-probe.ts';
import { isRefusal, judged } from './wrong-signatures.ts';

/** What stands in examples, and what a variable that nobody set becomes in a string. A real secret is never guessed on line. */
const DEFAULTS = ['secret', 'undefined', 'whsec_test', 'changeme', 'webhook-secret', 'your-webhook-secret'];

/** One of few secrets that everybody would try first. */
const tryDefaults = async (context: ProbeContext, endpoint: Endpoint): Promise<Said> => {
  const subject = endpoint.path;
  const bench = await benchOf(context, endpoint);
  for (const secret of DEFAULTS) {
    const delivery = await bench.try({ sign: signRightly(secret) });
    if (delivery.outcome !== 'effect' && delivery.outcome !== 'accepted') continue;
    return say(
      subject,
      'confirmed',
      `${subject} refuses wrong signatures, and took an event that was signed with a secret of the examples.`,
      shown(delivery),
      { facts: { scheme: endpoint.scheme } },
    );
  }
  return say(subject, 'refuted', `None of ${DEFAULTS.length} secrets of the examples signs for ${subject}.`);
};

export const webhookWeakSecret = webhookProbe({
  id: 'webhook-weak-secret',
  tries: 'whether events are signed with a secret that everybody would try first',
  requests: 3 * DEFAULTS.length,
  run: async (context, endpoint) => {
    const { path: subject, secret } = endpoint;
    if (endpoint.scheme === 'paypal')
      return say(subject, 'refuted', 'PayPal signs with a key of its own, not with a secret.');
    const { kind, good, wrong } = await judged(context, endpoint);
    if (kind !== null) return say(subject, 'refuted', `Signatures are not checked (${kind}), so no secret is needed.`);
    if (secret !== undefined && good !== null && ['effect', 'accepted'].includes(good.outcome)) {
      const listed = new Set(candidateSecrets(namesOf(context.config.name, mainOrigin(context)))).has(secret);
      // A secret for development may be anything.
      const verdict = context.config.boundary?.environment === 'development' ? 'likely' : 'confirmed';
      return listed
        ? say(subject, verdict, `The secret of ${subject} stands in a word list, and signs what it takes.`, shown(good))
        : say(subject, 'refuted', 'The secret is none of the common ones; compared off line.', shown(good));
    }
    // Only a clear no to wrong signatures makes a yes tell something.
    if (![wrong.unsigned, ...wrong.garbage.map(({ delivery }) => delivery)].every(isRefusal))
      return say(
        subject,
        'inconclusive',
        `${subject} does not clearly refuse wrong signatures.`,
        shown(wrong.unsigned),
      );
    return tryDefaults(context, endpoint);
  },
});
