import { bouncesAlias, defineProvider, dkimAlias } from './provider.ts';

/** https://clerk.com/docs/deployments/overview; sign-in codes and invitations come from your domain in production. */
export const clerk = defineProvider('clerk', 'Clerk', {
  packages: [
    '@clerk/nextjs',
    '@clerk/backend',
    '@clerk/express',
    '@clerk/fastify',
    '@clerk/remix',
    '@clerk/astro',
    '@clerk/nuxt',
    '@clerk/tanstack-react-start',
    '@clerk/clerk-sdk-node',
  ],
  selectors: ['clk', 'clk2'],
  records: [
    dkimAlias('clk', 'dkim1.<id>.clerk.services'),
    dkimAlias('clk2', 'dkim2.<id>.clerk.services'),
    bouncesAlias('clkmail', 'mail.<id>.clerk.services'),
  ],
  shownAt: 'dashboard.clerk.com, Configure, Domains, “DNS configuration”',
});
