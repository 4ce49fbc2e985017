import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Canary } from '../contract/resource.ts';
import { wordsOf } from '../values/names.ts';

/** Of the person, not of a thing: in whatever answer about something else, it is too much. */
export const isPersonal = ({ place }: Canary): boolean => {
  const [thing = ''] = place.split(/[.[]/);
  const words = wordsOf(thing);
  return words.some((word) =>
    /^(?:me|self|profile|profiles|user|users|account|accounts|member|contact|settings)$/.test(word),
  );
};

/** Contact data: what one writes to, calls or goes to. */
export const isContact = ({ place }: Canary): boolean => /e-?mail|phone|mobile|tel|address|street|login/i.test(place);

/** What in a text the viewer may not know: canaries of others of which the viewer is no party. */
export const foreignIn = (context: ProbeContext, text: string, viewer: Actor | null): readonly Canary[] =>
  context.canaries
    .seenIn(text)
    .filter(
      (canary) =>
        !canary.public &&
        (viewer === null ||
          (canary.owner !== viewer.name &&
            canary.parties?.includes(viewer.name) !== true &&
            context.actors.named(canary.owner)?.tenant !== viewer.tenant)),
    );

/** The addresses by which other actors log in that a text holds. Nobody but staff and their owner need to know them. */
export const loginsIn = (context: ProbeContext, text: string, viewer: Actor | null): readonly Actor[] => {
  const lower = text.toLowerCase();
  return context.actors.all.filter(
    ({ login, name, tenant }) =>
      login !== undefined &&
      login.includes('@') &&
      name !== viewer?.name &&
      tenant !== viewer?.tenant &&
      lower.includes(login.toLowerCase()),
  );
};
