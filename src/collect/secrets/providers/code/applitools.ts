import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'applitools',
  name: 'Applitools',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://eyes.applitools.com/app/admin/api-keys' },
  rules: [
    {
      id: 'applitools-api-key',
      name: 'Applitools API key',
      anchors: ['applitools'],
      pattern: assigned('applitools', 'key', '[A-Za-z0-9]{40,60}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Run visual tests on your plan and see recordings of yours.',
      samples: {
        yes: ['APPLITOOLS_API_KEY={alnum:50}', "applitoolsApiKey: '{alnum:50}'"],
        no: ['APPLITOOLS_API_KEY=your_applitools_api_key', 'checksum = "{alnum:50}"'],
      },
    },
  ],
});
