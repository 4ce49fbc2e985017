import type { ActorPool } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';

/** A credential with its scheme in front: `Bearer eyJ…`, `Token 9f3…`, or bare. */
const CREDENTIAL = /^([A-Za-z][\w-]{1,20} )?([\w.+/=~:|-]{16,})$/;

/** The headers in which a token travels here: as those of the actors do, `Authorization: Bearer` when none carries one. */
export const carrying = (
  { actors }: { actors: Pick<ActorPool, 'all' | 'credentials'> },
  token: string,
  url: string,
): Record<string, string> => {
  for (const actor of actors.all) {
    for (const [name, value] of Object.entries(actors.credentials(actor, url))) {
      if (/cookie|csrf|xsrf|api-?key/i.test(name)) continue;
      const scheme = CREDENTIAL.exec(value);
      if (scheme !== null) return { [name]: `${scheme[1] ?? ''}${token}` };
    }
  }
  return { authorization: `Bearer ${token}` };
};

/** The same for a probe, which asks at the app's main origin. */
export const carried = (context: ProbeContext, token: string): Record<string, string> =>
  carrying(context, token, `${context.config.boundary?.origins[0] ?? ''}/`);
