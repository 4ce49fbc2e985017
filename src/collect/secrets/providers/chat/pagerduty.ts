import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pagerduty',
  name: 'PagerDuty',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://support.pagerduty.com/main/docs/api-access-keys' },
  rules: [
    {
      id: 'pagerduty-api-key',
      name: 'PagerDuty API key',
      anchors: ['pagerduty', 'pager_duty', 'pd_api'],
      pattern: assigned('(?:pager[_.-]?duty|pd[_.-]?api)', 'token|key', '(?:u\\+|y_|e\\+)?[A-Za-z0-9_+-]{18,20}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Silence or resolve your alerts, and read who is on call.',
      verify: {
        url: 'https://api.pagerduty.com/abilities',
        headers: { authorization: 'Token token={secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PAGERDUTY_API_KEY=u+{alnum:18}', "pagerdutyApiKey: 'u+{alnum:18}'", 'PAGERDUTY_TOKEN={alnum:20}'],
        no: ['PAGERDUTY_API_KEY=your_pagerduty_api_key', 'checksum = "u+{alnum:18}"'],
      },
    },
    {
      id: 'pagerduty-integration-key',
      name: 'PagerDuty integration key',
      anchors: ['pagerduty', 'pager_duty'],
      pattern: assigned('pager[_.-]?duty', 'key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Page your team with made-up incidents, or resolve real ones.',
      samples: {
        yes: ['PAGERDUTY_INTEGRATION_KEY={hex:32}', "pagerdutyIntegrationKey: '{hex:32}'"],
        no: [
          'PAGERDUTY_INTEGRATION_KEY=your_pagerduty_integration_key',
          'checksum = "{hex:32}"',
          'PAGERDUTY_INTEGRATION_KEY={hex:35}',
        ],
      },
    },
  ],
});
