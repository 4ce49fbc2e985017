import type { BoundaryConfig } from '../../model/target.ts';
import type { BoundaryInput } from './boundary-schema.ts';

/** RFC 6761: names below localhost are this machine. */
const isLoopback = (origin: string): boolean =>
  /^https?:\/\/(?:localhost|[^/:]+\.localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(origin);

/** Fills in what was left out. An app elsewhere is taken for production until told otherwise. */
export const withBoundaryDefaults = (input: BoundaryInput): BoundaryConfig => {
  const origins = input.origins.map((origin) => new URL(origin).origin);
  const here = origins.every(isLoopback);
  const environment = input.environment ?? (here ? 'development' : 'production');
  const { login, authFile, mailbox } = input;
  return {
    origins,
    environment,
    mode: input.mode ?? (here ? 'burst' : 'read'),
    actors: (input.actors ?? []) as BoundaryConfig['actors'],
    roles: input.roles ?? [],
    ...(login === undefined ? {} : { login: login as NonNullable<BoundaryConfig['login']> }),
    ...(authFile === undefined ? {} : { authFile }),
    openapi: input.openapi ?? [],
    har: input.har ?? [],
    postman: input.postman ?? [],
    webhooks: (input.webhooks ?? []) as BoundaryConfig['webhooks'],
    ...(mailbox === undefined ? {} : { mailbox }),
    policy: input.policy ?? {},
    budget: (input.budget ?? {}) as BoundaryConfig['budget'],
  };
};
