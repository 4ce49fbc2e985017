import { z } from 'zod';

const count = z.int().min(0);
const fingerprints = z.array(z.string());

const record = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CAA', 'CNAME', 'DS', 'MX', 'NS', 'SRV', 'TXT']),
  ttl: count.describe('Seconds'),
  value: z.string().describe('As in a zone file, names absolute'),
  purpose: z.string(),
  state: z
    .enum(['seen', 'hidden', 'wanted', 'replaced'])
    .describe('hidden: an address of the CDN stands there, and the dashboard alone shows what it leads to'),
  because: z.string().exactOptional().describe('Fingerprint of the finding that asks for it'),
});

const grade = z.object({
  level: z.enum(['modern', 'intermediate', 'below', 'broken']).describe("Of Mozilla's guideline 6.0"),
  points: count.max(100).describe('100 less what the steps take'),
  steps: z.array(z.object({ takes: count, why: z.string() })),
  versions: z.string(),
  until: z.string().exactOptional().describe('Last day of the certificate'),
});

/** model/surface's ReviewSurface. */
export const surfaceSchema = z.object({
  domains: z.array(
    z.object({
      domain: z.string(),
      servers: z.array(z.string()),
      dnssec: z.enum(['secure', 'insecure', 'bogus', 'unknown']),
      mail: z.array(z.string()).describe('Where mail to it goes'),
      senders: z.array(z.string()),
      dmarc: z.enum(['none', 'quarantine', 'reject']).exactOptional(),
      records: z.array(record),
      findings: fingerprints,
    }),
  ),
  hosts: z.array(
    z.object({
      host: z.string(),
      domain: z.string(),
      purpose: z.enum(['apex', 'www', 'app', 'api', 'admin', 'staging', 'assets', 'mail', 'docs', 'status', 'other']),
      aliases: z.array(z.string()),
      addresses: z.array(z.string()),
      front: z.object({ name: z.string(), kind: z.enum(['cdn', 'platform', 'proxy']) }).nullable(),
      past: z.array(z.string()).describe('Addresses that answer past the front'),
      ends: z.string().exactOptional().describe('Where a visitor of http://host/ ends'),
      tls: grade.nullable(),
      findings: fingerprints,
    }),
  ),
  left: count.describe('Hosts that are left out'),
});
