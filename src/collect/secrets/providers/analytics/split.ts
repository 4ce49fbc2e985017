import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'split',
  name: 'Split (Harness FME)',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.split.io/org/admin/apikeys' },
  rules: [
    {
      id: 'split-api-key',
      name: 'Split API key',
      anchors: ['split_api', 'split_io', 'split_sdk', 'splitapi', 'splitio', 'split_admin'],
      pattern: assigned('(?<![a-z])split(?=[_.-]?(?:io|api|sdk|admin))', KEY, '[a-z0-9]{50,56}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'A server key reads feature rules; an admin key switches them.',
      samples: {
        yes: ['SPLIT_API_KEY={lower:52}', "splitApiKey: '{lower:52}'"],
        no: ['SPLIT_API_KEY=your_split_api_key', 'checksum = "{lower:52}"'],
      },
    },
  ],
});
