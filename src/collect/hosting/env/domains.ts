import type { EnvironmentName } from '../../../model/evidence/env.ts';
import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import type { DotenvEntry } from '../../env/dotenv.ts';
import { callbackOf } from '../domains/callback.ts';
import { hostOf, isLocal, isStandIn } from '../pointing.ts';

const KINDS: readonly (readonly [HostingDomain['as'], RegExp])[] = [
  ['cookie', /(?:^|_)COOKIE_DOMAIN$/],
  ['origin', /(?:^|_)(?:CORS|ALLOWED|TRUSTED|EXTRA)_?ORIGINS?$/],
  ['callback', /(?:^|_)(?:CALLBACK|REDIRECT|WEBHOOK|RETURN|NOTIFY|NOTIFICATION)_?(?:URL|URI|ENDPOINT)$/],
  [
    'variable',
    /(?:^|_)(?:APP|SITE|WEB|WEBAPP|FRONTEND|CLIENT|PUBLIC|BASE|CANONICAL|AUTH|NEXTAUTH|STORE|SHOP|STOREFRONT|ADMIN|SERVER|BACKEND|API|MARKETPLACE_ROOT)_?(?:BASE_)?(?:URL|ORIGIN|DOMAIN)$|^(?:ORIGIN|DOMAIN|URL|BETTER_AUTH_URL)$/,
  ],
];

/** The app's own addresses, who may call it, and who calls it back; values of other variables are not looked at. */
export const domainsOf = (
  path: string,
  environment: EnvironmentName,
  { name, value, line }: Pick<DotenvEntry, 'name' | 'value' | 'line'>,
): HostingDomain[] => {
  const as = KINDS.find(([, pattern]) => pattern.test(name))?.[0];
  if (as === undefined) return [];
  return value.split(/[,\s]+/).flatMap((one): HostingDomain[] => {
    const domain = hostOf(one.replace(/^\./, ''));
    if (domain === undefined || isLocal(domain) || isStandIn(domain)) return [];
    const url = as === 'callback' ? callbackOf(one) : undefined;
    return [{ domain, as, environment, at: { path, line }, ...(url === undefined ? {} : { url }) }];
  });
};
