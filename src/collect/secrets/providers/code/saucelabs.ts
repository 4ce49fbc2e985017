import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'saucelabs',
  name: 'Sauce Labs',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://app.saucelabs.com/user-settings' },
  rules: [
    {
      id: 'saucelabs-access-key',
      name: 'Sauce Labs access key',
      anchors: ['saucelabs', 'sauce_access', 'sauce_labs', 'sauceaccess', 'sauce_key'],
      pattern: assigned(
        'sauce(?=[_.-]?(?:labs|access|key))',
        'key',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run tests on your plan and see recordings of yours.',
      samples: {
        yes: ['SAUCE_ACCESS_KEY={uuid}', "sauceAccessKey: '{uuid}'"],
        no: ['SAUCE_ACCESS_KEY=your_sauce_access_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
