import { roleOf } from './role.ts';

/** Programs that run at the top of a repository; other files there are helpers that somebody starts by hand. */
const STARTS = /^(?:index|server|app|main|worker|start|middleware|proxy|instrumentation|functions?|api|edge)\b/i;
const APART = /(?:^|\/)\.[^/]+\/|(?:server|client|unit|integration)test\.[cm]?[jt]sx?$/i;

/** Whether a source file takes part in the running app, as far as its path tells. */
export const runsInApp = (path: string): boolean =>
  roleOf(path) === 'app' && !APART.test(path) && (path.includes('/') || STARTS.test(path));
