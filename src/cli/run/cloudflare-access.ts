import type { CloudflareAccess } from '../../collect/edge/cloudflare/collector.ts';
import { CliError } from '../cli-error.ts';
import { inForkPullRequest } from './fork-pull-request.ts';

/** Cloudflare's own programs read the same variables. */
export const TOKEN = 'CLOUDFLARE_API_TOKEN';
const BASE = 'CLOUDFLARE_BASE_URL';

/** The token of the environment, and where the API is. Throws CliError for an address that must not get a token. */
export const cloudflareAccess = (env: NodeJS.ProcessEnv): CloudflareAccess | undefined => {
  const token = env[TOKEN]?.trim() ?? '';
  // The author of such a pull request chooses which domain is asked for.
  if (token === '' || inForkPullRequest(env)) return undefined;
  if (!/^[\x21-\x7e]{1,500}$/.test(token)) throw new CliError(`${TOKEN} holds characters that no token has.`);
  const base = env[BASE]?.trim() ?? '';
  if (base === '') return { token };
  const url = URL.canParse(base) ? new URL(base) : null;
  const isOwn = url !== null && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwn)) return { token, base };
  throw new CliError(`${BASE} must be an https:// address: the token is sent there.`);
};
