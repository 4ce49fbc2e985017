import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'launchdarkly',
  name: 'LaunchDarkly',
  category: 'analytics',
  rotation: {
    kind: 'grace',
    at: 'https://app.launchdarkly.com/settings/projects',
    notes: ['When you reset an SDK key you can give the old one an end date.'],
  },
  rules: [
    {
      id: 'launchdarkly-sdk-key',
      name: 'LaunchDarkly SDK key',
      anchors: afterDelimiter('sdk-'),
      pattern: /(?<![\w.-])(sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(?![\w-])/,
      power: 'limited',
      impact: 'Read every flag rule, with the customer names and e-mails in them.',
      verify: {
        url: 'https://sdk.launchdarkly.com/sdk/latest-flags',
        headers: { authorization: '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['LAUNCHDARKLY_SDK_KEY=sdk-{uuid}', 'init("sdk-{uuid}")'],
        no: ['LD_SDK_KEY=sdk-xxxxxxxx', '"sdk-tools-{uuid}"'],
      },
    },
    {
      id: 'launchdarkly-api-key',
      name: 'LaunchDarkly API access token',
      anchors: ['launchdarkly', 'launch_darkly', 'launch-darkly', 'ld_api', 'ld_access', 'ldapi'],
      pattern: assigned(
        'launch[_.-]??darkly|ld[_.-]?(?:api|access)',
        '',
        'api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Switch features on and off for your users.',
      verify: {
        url: 'https://app.launchdarkly.com/api/v2/caller-identity',
        headers: { authorization: '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['LAUNCHDARKLY_API_KEY=api-{uuid}', "launchdarklyApiKey: 'api-{uuid}'"],
        no: ['LAUNCHDARKLY_API_KEY=your_launchdarkly_api_key', 'checksum = "api-{uuid}"'],
      },
    },
    {
      id: 'launchdarkly-mobile-key',
      name: 'LaunchDarkly mobile key',
      anchors: ['launchdarkly', 'launch_darkly', 'launch-darkly', 'ld_mobile'],
      pattern: assigned(
        'launch[_.-]??darkly|ld[_.-]?mobile',
        '',
        'mob-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: apps need it to read their flags.',
      samples: {
        yes: ['LAUNCHDARKLY_MOBILE_KEY=mob-{uuid}', "launchdarklyMobileKey: 'mob-{uuid}'"],
        no: ['LAUNCHDARKLY_MOBILE_KEY=your_launchdarkly_mobile_key', 'checksum = "mob-{uuid}"'],
      },
    },
  ],
});
