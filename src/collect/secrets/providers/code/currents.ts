import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'currents',
  name: 'Currents',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.currents.dev/' },
  rules: [
    {
      id: 'currents-record-key',
      name: 'Currents record key',
      anchors: ['currents_', 'currentsrecord', 'currentsapi'],
      pattern: assigned('currents', 'key', '[A-Za-z0-9]{16}|[A-Za-z0-9]{48,64}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Record test runs on your quota.',
      samples: {
        yes: ['CURRENTS_RECORD_KEY={alnum:16}', "currentsRecordKey: '{alnum:16}'"],
        no: ['CURRENTS_RECORD_KEY=your_currents_record_key', 'checksum = "{alnum:16}"'],
      },
    },
  ],
});
