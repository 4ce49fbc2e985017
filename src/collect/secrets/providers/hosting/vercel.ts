import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'vercel',
  name: 'Vercel',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://vercel.com/account/settings/tokens',
    notes: [
      'Give the new token one team and an end date.',
      'A token could read every environment variable: rotate those too if it was public.',
    ],
  },
  rules: [
    {
      id: 'vercel-token',
      name: 'Vercel access token',
      anchors: ['vcp_'],
      pattern: /\b(vcp_[\w-]{56})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.vercel.com/v2/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['VERCEL_TOKEN=vcp_{alnum:56}', 'vercel deploy --token=vcp_{alnum:56}'],
        no: ['vcp_xxx', 'vcp_{alnum:20}'],
      },
    },
    {
      id: 'vercel-app-token',
      name: 'Vercel app or integration token',
      anchors: ['vci_', 'vca_', 'vcr_'],
      pattern: /\b(vc[iar]_[\w-]{56})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Whatever the integration was allowed: deployments, domains, environment variables.',
      samples: {
        yes: ['VERCEL_INTEGRATION_TOKEN=vci_{alnum:56}', '"token": "vca_{alnum:56}"', 'refresh: vcr_{alnum:56}'],
        no: ['vci_token', 'vca_{alnum:20}'],
      },
    },
    {
      id: 'vercel-ai-gateway-key',
      name: 'Vercel AI Gateway key',
      anchors: ['vck_'],
      pattern: /\b(vck_[\w-]{56})(?![\w-])/,
      power: 'spend',
      impact: 'Run models of every provider on your Vercel bill.',
      verify: {
        url: 'https://ai-gateway.vercel.sh/v1/credits',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['AI_GATEWAY_API_KEY=vck_{alnum:56}', 'apiKey: "vck_{alnum:56}"'],
        no: ['vck_xxx', 'vck_{alnum:20}'],
      },
    },
    {
      id: 'vercel-legacy-token',
      name: 'Vercel access token',
      anchors: ['vercel', 'now_token'],
      pattern: assigned('vercel|(?<![a-z])now(?=_token)', 'token|key|secret', '[0-9A-Za-z]{24}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.vercel.com/v2/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['VERCEL_TOKEN={alnum:24}', 'vercelToken: "{alnum:24}"'],
        no: ['VERCEL_TOKEN=your-token', 'VERCEL_PROJECT_ID=prj_{alnum:24}', 'VERCEL_ORG_ID=team_{alnum:24}'],
      },
    },
    {
      id: 'vercel-blob-token',
      name: 'Vercel Blob read-write token',
      anchors: ['vercel_blob_rw_'],
      pattern: /\b(vercel_blob_rw_[0-9A-Za-z]{12,24}_[0-9A-Za-z]{24,40})(?![\w-])/,
      power: 'data',
      impact: 'Read, replace and delete every file of the store, private uploads included.',
      samples: {
        yes: [
          'BLOB_READ_WRITE_TOKEN=vercel_blob_rw_{alnum:16}_{alnum:30}',
          'BLOB_READ_WRITE_TOKEN="vercel_blob_rw_{alnum:16}_{alnum:30}"',
        ],
        no: ['vercel_blob_rw_xxx', 'vercel_blob_rw_{alnum:16}'],
      },
    },
    {
      id: 'vercel-deploy-hook',
      name: 'Vercel deploy hook',
      anchors: ['api.vercel.com/v1/integrations/deploy/'],
      pattern:
        /(https:\/\/api\.vercel\.com\/v1\/integrations\/deploy\/prj_[0-9A-Za-z]{20,40}\/[0-9A-Za-z]{8,24})(?![\w-])/,
      power: 'limited',
      impact: 'Start deployments of your own code as often as they like, on your build minutes.',
      samples: {
        yes: [
          'DEPLOY_HOOK=https://api.vercel.com/v1/integrations/deploy/prj_{alnum:32}/{alnum:10}',
          'fetch("https://api.vercel.com/v1/integrations/deploy/prj_{alnum:28}/{alnum:10}")',
        ],
        no: ['https://api.vercel.com/v1/integrations/deploy/prj_xxx/yyy', 'https://api.vercel.com/v9/projects'],
      },
    },
    {
      id: 'vercel-edge-config',
      name: 'Vercel Edge Config connection string',
      anchors: ['edge-config.vercel.com/'],
      pattern: /edge-config\.vercel\.com\/ecfg_[0-9a-z]{10,40}\?token=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/,
      power: 'limited',
      impact: 'Read the configuration in the store: flags, redirects, and what else you keep there.',
      samples: {
        yes: [
          'EDGE_CONFIG=https://edge-config.vercel.com/ecfg_{lower:27}?token={uuid}',
          '"https://edge-config.vercel.com/ecfg_{lower:27}?token={uuid}"',
        ],
        no: ['https://edge-config.vercel.com/ecfg_x?token=', 'https://edge-config.vercel.com/ecfg_{lower:27}'],
      },
    },
    {
      id: 'vercel-bypass-secret',
      name: 'Vercel protection bypass secret',
      anchors: ['vercel_automation_bypass', 'x-vercel-protection-bypass'],
      pattern: assigned('vercel', 'bypass', '[0-9A-Za-z]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Open protected preview deployments, often with a copy of real data behind them.',
      samples: {
        yes: [
          'VERCEL_AUTOMATION_BYPASS_SECRET={alnum:32}',
          'https://app.vercel.app/?x-vercel-protection-bypass={alnum:32}',
        ],
        no: ['VERCEL_AUTOMATION_BYPASS_SECRET=secret', 'x-vercel-protection-bypass: {alnum:8}'],
      },
    },
  ],
});
