import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'browserstack',
  name: 'BrowserStack',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://www.browserstack.com/accounts/profile/details' },
  rules: [
    {
      id: 'browserstack-access-key',
      name: 'BrowserStack access key',
      anchors: ['browserstack', 'browser_stack'],
      pattern: assigned('browser[_.-]?stack', 'key', '[A-Za-z0-9]{20}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run tests on your plan and see recordings of yours.',
      samples: {
        yes: ['BROWSERSTACK_ACCESS_KEY={alnum:20}', "browserstackAccessKey: '{alnum:20}'"],
        no: [
          'BROWSERSTACK_ACCESS_KEY=your_browserstack_access_key',
          'checksum = "{alnum:20}"',
          'BROWSERSTACK_ACCESS_KEY={alnum:23}',
        ],
      },
    },
  ],
});
