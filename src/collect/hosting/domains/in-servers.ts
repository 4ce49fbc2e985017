import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import { roleOf } from '../../env/role.ts';
import { hostOf, isLocal, isStandIn } from '../pointing.ts';

const FILE = /(?:^|\/)(?:Caddyfile|[\w.-]*nginx[\w.-]*\.conf(?:\.template)?|(?:nginx|conf\.d|sites-[\w]+)\/[\w.-]+)$/i;
const APART = /(?:^|\/)(?:docs?|examples?|samples?|\.devcontainer|dev|local)\//i;
const NAMES = [
  /^[ \t]*server_name[ \t]+([^;#\n]{1,1000});/gm,
  /^((?:https?:\/\/)?[\w*-]+(?:\.[\w-]+)+[^{\n#]{0,500})\{/gm,
] as const;

/** Whether a file tells a web server which hosts it serves. */
export const isServerFile = (path: string): boolean => FILE.test(path) && !APART.test(path) && roleOf(path) !== 'test';

/** Hosts that nginx or Caddy serves. */
export const servedIn = (path: string, text: string): HostingDomain[] =>
  NAMES.flatMap((pattern) => [...text.slice(0, 200_000).matchAll(pattern)]).flatMap((one) =>
    (one[1] ?? '').split(/[\s,]+/).flatMap((name): HostingDomain[] => {
      const domain = name.includes('$') ? undefined : hostOf(name.replace(/^(https?:\/\/)?\*\./, '$1'));
      if (domain === undefined || !domain.includes('.') || isLocal(domain) || isStandIn(domain)) return [];
      const line = text.slice(0, one.index).split('\n').length;
      return [{ domain, as: 'route', environment: 'unknown', at: { path, line } }];
    }),
  );
