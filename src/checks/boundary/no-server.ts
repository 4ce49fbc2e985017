import type { Doubt } from './requires.ts';

/** Said once for all that only a server of the app's own could answer. */
export const NO_SERVER: Doubt = {
  reason: 'No server of the app’s own was found that could be asked: its page talks to the database alone',
  unlock:
    'If there is one (an API, webhooks, edge functions that others call), name its address with --target and its webhooks under boundary.webhooks in launch-ready.config. If there is none, say so in a waiver.',
};
