import type * as Records from '../../model/evidence/edge/records.ts';
import { list, members, number, oneOf, text } from '../shape.ts';

const record = members<Records.SeenRecord>({
  name: text(1_000),
  type: oneOf('A', 'AAAA', 'CAA', 'CNAME', 'DS', 'MX', 'NS', 'SRV', 'TXT'),
  ttl: number,
  value: text(70_000),
});

export const edgeRecords = list(
  members<Records.EdgeRecords>({ domain: text(1_000), records: list(record, 1_000) }),
  100,
);
