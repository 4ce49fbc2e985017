import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cypress',
  name: 'Cypress',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://cloud.cypress.io/' },
  rules: [
    {
      id: 'cypress-record-key',
      name: 'Cypress record key',
      anchors: ['cypress'],
      pattern: assigned('cypress', 'key', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Record test runs on your quota.',
      samples: {
        yes: ['CYPRESS_RECORD_KEY={uuid}', "cypressRecordKey: '{uuid}'"],
        no: ['CYPRESS_RECORD_KEY=your_cypress_record_key', 'checksum = "{uuid}"'],
      },
    },
    {
      id: 'cypress-record-key-flag',
      name: 'Cypress record key on a command line',
      anchors: ['--record --key', 'cypress run'],
      pattern:
        /(?:cypress run|--record)[^\n]{0,80}?--key[ =]["']?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/,
      power: 'limited',
      impact: 'Record test runs on your quota.',
      samples: {
        yes: ['cypress run --record --key {uuid}', 'npx cypress run --record --parallel --key="{uuid}"'],
        no: ['cypress run --record --key $CYPRESS_RECORD_KEY'],
      },
    },
  ],
});
