import * as z from 'zod';
import { hostName } from '../edge/hosts/read-hosts.ts';

const text = (max: number) => z.string().min(1).max(max);
const host = text(253)
  .refine((value) => hostName(value) !== null, 'must be a name such as shop.example')
  .transform((value) => hostName(value) ?? value);
const path = text(500).startsWith('/');

/** The public surface, as the config may name it. */
export const edgeSchema = z
  .strictObject({
    domains: z.array(host).min(1).max(20).describe('The domains of the launch, e.g. shop.example.'),
    hosts: z.array(host).max(200).optional().describe('Hosts below them that nothing else names.'),
    canonical: host.optional().describe('The one host that shows the site. Default: what the others redirect to.'),
    zone: text(1000).optional().describe('A BIND zone file, relative to the root, whose names are looked at too.'),
    cutover: z.iso
      .date()
      .optional()
      .describe(
        'The day on which the names are pointed at the new servers: until then their records must be short-lived.',
      ),
    callbacks: z
      .array(z.url({ protocol: /^https?$/ }))
      .max(100)
      .optional()
      .describe('Addresses that others call: webhooks and sign-in callbacks. They must answer without a redirect.'),
    login: path.optional().describe('The page where one signs in. Default: found out.'),
    private: z.array(path).max(100).optional().describe('Paths whose answers are for one user only.'),
    public: z.array(path).max(100).optional().describe('Marketing pages that a shared cache may keep.'),
    originAddresses: z
      .array(text(60))
      .max(50)
      .optional()
      .describe('Addresses of the servers behind the edge, to see whether they answer by themselves.'),
    mail: z
      .strictObject({
        domains: z.array(host).max(50).optional().describe('Domains that mail is sent from. Default: the domains.'),
        providers: z
          .array(text(50))
          .max(20)
          .optional()
          .describe('Who sends, where the code does not tell: resend, ses.'),
        selectors: z.array(text(100)).max(50).optional().describe('DKIM selectors in use.'),
      })
      .optional(),
  })
  .describe('The public surface: names, who fronts them, and the mail of the domain.');

export type EdgeInput = z.input<typeof edgeSchema>;
