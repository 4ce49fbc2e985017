import type { Review } from '../../model/review.ts';
import type { SurfaceDomain } from '../../model/surface.ts';
import { fileRecords, labelOf, preamble, textOf, type FileRecord } from './records.ts';

const word = (text: string): string =>
  JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** `MX('@', 10, 'mail.example.', TTL(300))`: https://docs.dnscontrol.org/language-reference/domain-modifiers */
const call = (record: FileRecord, domain: string): string => {
  const { name, type, ttl, value } = record;
  const label = word(labelOf(name, domain));
  const end = `TTL(${ttl})`;
  const parts = value.split(' ');
  switch (type) {
    case 'MX':
      return `MX(${label}, ${Number(parts[0])}, ${word(parts[1] ?? '')}, ${end})`;
    case 'SRV':
      return `SRV(${label}, ${parts.slice(0, 3).map(Number).join(', ')}, ${word(parts[3] ?? '')}, ${end})`;
    case 'CAA': {
      const critical = (Number(parts[0]) & 128) === 0 ? '' : ', CAA_CRITICAL';
      return `CAA(${label}, ${word(parts[1] ?? '')}, ${word(textOf({ type: 'TXT', value: parts.slice(2).join(' ') }))}${critical}, ${end})`;
    }
    default:
      return `${type}(${label}, ${word(textOf(record))}, ${end})`;
  }
};

const domainOf = (domain: SurfaceDomain, review: Review): string =>
  [
    ...preamble(domain, review).map((text) => `// ${text}`),
    `D(${word(domain.domain)}, REG_NONE, DnsProvider(DSP),`,
    ...fileRecords(domain, review).map(
      (record) =>
        `${record.note === '' ? '' : `  // ${record.note}\n`}  ${record.open ? '// ' : ''}${call(record, domain.domain)},`,
    ),
    '  END',
    ');',
    '',
  ].join('\n');

/** `dnsconfig.js` of DNSControl; the credentials' name in `creds.json` is the one thing to change. */
export const renderDnscontrol = (review: Review): string =>
  [
    "var REG_NONE = NewRegistrar('none');",
    '// the entry of creds.json that names your DNS host',
    "var DSP = NewDnsProvider('dns-host');",
    '',
    ...(review.surface?.domains ?? []).map((domain) => domainOf(domain, review)),
  ].join('\n');
