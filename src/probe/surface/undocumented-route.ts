import { makeProbe, say } from '../accounts/observe.ts';
import { given, MOST_READ, nobodyReads } from '../answers/nobody-reads.ts';
import { kindOf } from '../answers/routes.ts';
import type { Operation } from '../contract/operation.ts';

const SUBJECT = 'routes without a description';
const DESCRIBED = new Set(['openapi', 'config']);
/** Known by convention; nobody describes them. */
const USUAL =
  /(?:openapi|swagger|api-?docs|schema)[\w.-]*$|\/(?:health\w*|livez?|ready|readyz|status|ping|version|up|robots\.txt|sitemap[\w-]*\.xml|manifest\.(?:json|webmanifest)|favicon\.ico|graphql)\/?$|\/\.well-known\/|^\/(?:_next|assets|static|_nuxt|_app|__nextjs)\//i;
/** Of these other probes speak: hidden-route and debug-surface. */
const HIDDEN = /(?:debug|admin|internal|private|staff|backup|test|env|config|metrics|actuator|outbox|console|secret)/i;
const MOST_NAMED = 12;

/** Answers data to nobody, and the API's own description does not name it. */
export const isUndescribed = ({ path, sources }: Pick<Operation, 'path' | 'sources'>): boolean =>
  !sources.some((source) => DESCRIBED.has(source)) && !USUAL.test(path) && !HIDDEN.test(path);

export const undocumentedRoute = makeProbe({
  id: 'undocumented-route',
  tries: 'whether routes answer that the description does not name',
  mode: 'read',
  requests: ({ operations }) => Math.min(MOST_READ, operations.length),
  subject: SUBJECT,
  run: async (context) => {
    // Without a description nothing can be missing in it.
    if (!context.operations.some(({ sources }) => sources.includes('openapi'))) return [];
    const reads = (await nobodyReads(context)).filter(({ operation }) => isUndescribed(operation));
    const open = reads.flatMap((read) => {
      const answer = given(read);
      return answer !== null && kindOf(answer).includes('json') && answer.json !== undefined
        ? [{ ...read, answer }]
        : [];
    });
    if (open.length === 0) return [say(SUBJECT, 'refuted', 'What answers data to nobody stands in the description.')];
    const named = open.map(({ operation }) => operation.id).sort();
    const said = `${named.length === 1 ? 'A route answers' : `${named.length} routes answer`} data to nobody, though the description does not name ${named.length === 1 ? 'it' : 'them'}: ${named.slice(0, MOST_NAMED).join(', ')}${named.length > MOST_NAMED ? ' …' : ''}.`;
    return [
      say(
        SUBJECT,
        'confirmed',
        said,
        open.slice(0, 5).map(({ answer }) => answer),
        { actor: 'nobody', facts: { routes: named.length } },
      ),
    ];
  },
});
