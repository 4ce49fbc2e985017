import type * as Surface from '../../model/surface.ts';
import { list, members, number, oneOf, orNull, text } from '../shape.ts';

/** Room for versions that carry more. */
const MOST = 2_000;
const name = text(1_000);
const names = list(name, 100);
const fingerprints = list(text(200), MOST);
const purpose = oneOf('apex', 'www', 'app', 'api', 'admin', 'staging', 'assets', 'mail', 'docs', 'status', 'other');

const record = members<Surface.SurfaceRecord>(
  {
    name,
    type: oneOf('A', 'AAAA', 'CAA', 'CNAME', 'DS', 'MX', 'NS', 'SRV', 'TXT'),
    ttl: number,
    value: text(70_000),
    purpose: text(200),
    state: oneOf('seen', 'hidden', 'wanted', 'replaced'),
  },
  { because: text(200) },
);

const domain = members<Surface.SurfaceDomain>(
  {
    domain: name,
    servers: names,
    dnssec: oneOf('secure', 'insecure', 'bogus', 'unknown'),
    mail: names,
    senders: names,
    records: list(record, MOST),
    findings: fingerprints,
  },
  { dmarc: oneOf('none', 'quarantine', 'reject') },
);

const grade = members<Surface.TlsGrade>(
  {
    level: oneOf('modern', 'intermediate', 'below', 'broken'),
    points: number,
    steps: list(members<Surface.TlsGrade['steps'][number]>({ takes: number, why: text(500) }), 100),
    versions: text(200),
  },
  { until: text(100) },
);

const host = members<Surface.SurfaceHost>(
  {
    host: name,
    domain: name,
    purpose,
    aliases: names,
    addresses: names,
    front: orNull(
      members<NonNullable<Surface.SurfaceHost['front']>>({ name, kind: oneOf('cdn', 'platform', 'proxy') }),
    ),
    past: names,
    tls: orNull(grade),
    findings: fingerprints,
  },
  { ends: text(1_000) },
);

export const surfaceShape = members<Surface.ReviewSurface>({
  domains: list(domain, 100),
  hosts: list(host, MOST),
  left: number,
});
