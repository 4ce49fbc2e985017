import type { EnvironmentName } from '../../../model/evidence/env.ts';
import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import type { DotenvEntry } from '../../env/dotenv.ts';
import { hostOf, isLocal, isStandIn } from '../pointing.ts';

const OWN =
  /(?:^|_)(?:APP|SITE|WEB|WEBAPP|FRONTEND|CLIENT|PUBLIC|BASE|CANONICAL|AUTH|NEXTAUTH|STORE|SHOP|ADMIN|SERVER)_?(?:BASE_)?(?:URL|ORIGIN|DOMAIN)$|^(?:ORIGIN|DOMAIN|URL|BETTER_AUTH_URL|COOKIE_DOMAIN|CORS_ORIGINS?|ALLOWED_ORIGINS?)$/;

/** The app's own addresses; values of other variables are not looked at. */
export const domainsOf = (
  path: string,
  environment: EnvironmentName,
  { name, value, line }: DotenvEntry,
): HostingDomain[] =>
  OWN.test(name)
    ? value.split(',').flatMap((one): HostingDomain[] => {
        const domain = hostOf(one);
        return domain === undefined || isLocal(domain) || isStandIn(domain)
          ? []
          : [{ domain, as: 'variable', environment, at: { path, line } }];
      })
    : [];
