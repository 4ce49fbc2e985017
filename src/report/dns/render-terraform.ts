import type { Review } from '../../model/review.ts';
import type { SurfaceDomain } from '../../model/surface.ts';
import { fileRecords, preamble, textOf, type FileRecord } from './records.ts';

/** A quoted template of HCL: besides JSON's escapes, `${` and `%{` begin something; it has no `\\b` and no `\\f`. */
const word = (text: string): string =>
  JSON.stringify(text.replaceAll(/\p{Cc}/gu, ' '))
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');

const PROXIED = new Set(['A', 'AAAA', 'CNAME']);

/** `www_cname`, made unique by its place. */
const idOf = ({ name, type }: FileRecord, domain: string, index: number): string => {
  const label = name === domain ? 'apex' : name.slice(0, -domain.length - 1);
  return `r${index + 1}_${label.replaceAll(/[^a-z0-9]+/g, '_')}_${type.toLowerCase()}`;
};

const plainName = (text: string): string => text.replace(/\.$/, '');

const contentOf = (record: FileRecord): readonly string[] => {
  const parts = record.value.split(' ');
  switch (record.type) {
    case 'MX':
      return [`  priority = ${Number(parts[0])}`, `  content  = ${word(plainName(parts[1] ?? ''))}`];
    case 'CAA':
      return [
        `  data     = { flags = ${Number(parts[0])}, tag = ${word(parts[1] ?? '')}, value = ${word(textOf({ type: 'TXT', value: parts.slice(2).join(' ') }))} }`,
      ];
    case 'SRV':
      return [
        `  priority = ${Number(parts[0])}`,
        `  data     = { priority = ${Number(parts[0])}, weight = ${Number(parts[1])}, port = ${Number(parts[2])}, target = ${word(plainName(parts[3] ?? ''))} }`,
      ];
    case 'TXT':
      // Cloudflare wants the quotes of the zone file.
      return [`  content  = ${word(record.value)}`];
    default:
      return [`  content  = ${word(plainName(record.value))}`];
  }
};

const block = (record: FileRecord, domain: string, index: number, proxied: boolean): string => {
  const lines = [
    `resource "cloudflare_dns_record" "${idOf(record, domain, index)}" {`,
    '  zone_id  = var.zone_id',
    `  name     = ${word(record.name)}`,
    `  type     = "${record.type}"`,
    // 1 means: as Cloudflare likes, and nothing else may stand beside proxied.
    `  ttl      = ${proxied ? 1 : Math.max(60, record.ttl)}`,
    ...contentOf(record),
    ...(PROXIED.has(record.type) ? [`  proxied  = ${proxied}`] : []),
    ...(record.purpose === '' ? [] : [`  comment  = ${word(record.purpose.slice(0, 100))}`]),
    '}',
  ];
  return [
    ...(record.note === '' ? [] : [`# ${record.note}`]),
    ...lines.map((line) => (record.open ? `# ${line}` : line)),
    '',
  ].join('\n');
};

const HEAD = `terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5"
    }
  }
}

variable "zone_id" {
  type        = string
  description = "Of the zone at Cloudflare: Overview, on the right"
}
`;

/** Records as resources of Cloudflare's Terraform provider, version 5. */
export const renderTerraform = (review: Review): string => {
  const { surface } = review;
  const behind = new Set(
    (surface?.hosts ?? []).flatMap(({ host, front }) => (front?.name === 'Cloudflare' ? [host] : [])),
  );
  const domainOf = (domain: SurfaceDomain): string =>
    [
      ...preamble(domain, review).map((text) => `# ${text}`),
      '',
      ...fileRecords(domain, review).map((record, index) =>
        block(record, domain.domain, index, behind.has(record.name) && PROXIED.has(record.type)),
      ),
    ].join('\n');
  return [HEAD, ...(surface?.domains ?? []).map(domainOf)].join('\n');
};
