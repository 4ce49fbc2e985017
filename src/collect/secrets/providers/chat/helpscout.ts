import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'helpscout',
  name: 'Help Scout',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://secure.helpscout.net/apps/' },
  rules: [
    {
      id: 'helpscout-app-secret',
      name: 'Help Scout app secret',
      anchors: ['helpscout', 'help_scout', 'help-scout'],
      pattern: assigned('help[_.-]?scout', 'secret|key|token', '[A-Za-z0-9]{32}|[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every support conversation and customer.',
      samples: {
        yes: ['HELPSCOUT_APP_SECRET={alnum:32}', "helpscoutAppSecret: '{alnum:32}'"],
        no: ['HELPSCOUT_APP_SECRET=your_helpscout_app_secret', 'checksum = "{alnum:32}"'],
      },
    },
  ],
});
