import { makeProbe, say } from '../accounts/observe.ts';
import { madeId, tidy } from '../access/tidy.ts';
import { inBatches } from '../answers/in-batches.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { leakIn, type Leak } from './leaks.ts';
import { isError, upsetsFor, type Upset } from './upsets.ts';

const MOST_NAMED = 4;

interface Seen {
  upset: Upset;
  answer: GoodAnswer;
  leak: Leak;
}

/** One cause is mostly one error handler: what leaks in the same way is told once. */
const tell = (kind: string, seen: readonly Seen[]): ReturnType<typeof say> => {
  const [first] = seen;
  const places = [...new Set(seen.map(({ upset }) => upset.operation.id))];
  const named =
    places.slice(0, MOST_NAMED).join(', ') +
    (places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : '');
  const piece = first?.leak.piece ?? '';
  return say(
    `${kind} in errors`,
    'confirmed',
    `Sent with ${first?.upset.name ?? ''}, ${first?.upset.operation.id ?? ''} answered ${first?.answer.status ?? ''} with ${kind} of ${first?.leak.of ?? ''}: "${piece}". Seen at ${named}.`,
    seen.slice(0, 3).map(({ answer }) => answer),
    { actor: first?.upset.as?.name ?? 'nobody', facts: { piece, places: places.length } },
  );
};

export const errorDetails = makeProbe({
  id: 'error-details',
  tries: 'whether errors show stack traces, queries or paths',
  mode: 'read',
  requests: (context) => upsetsFor(context).length + 1,
  subject: 'errors',
  run: async (context) => {
    const upsets = upsetsFor(context);
    if (upsets.length === 0) return [say('errors', 'not-tested', 'No operation was found to send something wrong to.')];
    const answers = await inBatches(upsets, 4, async (upset) => {
      const answer = await context.send(upset.request, {
        as: upset.as,
        mode: upset.mode,
        maxBytes: 256 * 1024,
        upsets: true,
      });
      // To some apps nothing is too wrong.
      if (upset.mode === 'write' && madeId(answer) !== undefined)
        await tidy(context, upset.operation, upset.as, answer);
      return { upset, answer };
    });
    const heard = answers.flatMap(({ upset, answer }) => (answer.ok ? [{ upset, answer }] : []));
    const seen = heard.flatMap(({ upset, answer }): Seen[] => {
      const leak = isError(answer.status, answer.json) ? leakIn(answer.text) : null;
      return leak === null ? [] : [{ upset, answer, leak }];
    });
    if (seen.length > 0) return [...Map.groupBy(seen, ({ leak }) => leak.kind)].map(([kind, same]) => tell(kind, same));
    if (heard.length === 0)
      return [
        say(
          'errors',
          'inconclusive',
          'Nothing wrong that was sent got an answer.',
          answers.map(({ answer }) => answer),
        ),
      ];
    return [
      say(
        'errors',
        'refuted',
        `${heard.length} requests that were wrong in different ways were answered without anything of the inside.`,
        heard.slice(0, 3).map(({ answer }) => answer),
      ),
    ];
  },
});
