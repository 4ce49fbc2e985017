import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'statsig',
  name: 'Statsig',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://console.statsig.com/api_keys' },
  rules: [
    {
      id: 'statsig-server-secret',
      name: 'Statsig server secret key',
      anchors: ['statsig'],
      pattern: assigned('statsig', '', 'secret-[A-Za-z0-9]{38,50}|console-[A-Za-z0-9]{38,50}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read every gate and experiment rule; a console key changes them.',
      samples: {
        yes: ['STATSIG_SERVER_KEY=secret-{alnum:43}', "statsigServerKey: 'secret-{alnum:43}'"],
        no: ['STATSIG_SERVER_KEY=your_statsig_server_key', 'checksum = "secret-{alnum:43}"'],
      },
    },
    {
      id: 'statsig-client-key',
      name: 'Statsig client SDK key',
      anchors: ['statsig'],
      pattern: assigned('statsig', '', 'client-[A-Za-z0-9]{38,50}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers need it to read their flags.',
      samples: {
        yes: ['NEXT_PUBLIC_STATSIG_CLIENT_KEY=client-{alnum:43}', "nextPublicStatsigClientKey: 'client-{alnum:43}'"],
        no: ['NEXT_PUBLIC_STATSIG_CLIENT_KEY=your_next_public_statsig_client_key', 'checksum = "client-{alnum:43}"'],
      },
    },
  ],
});
