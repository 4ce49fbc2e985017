import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'datadog',
  name: 'Datadog',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://app.datadoghq.com/organization-settings/api-keys',
    notes: ['Application keys are listed beside the API keys; both are needed to read.'],
  },
  rules: [
    {
      id: 'datadog-api-key',
      name: 'Datadog API key',
      anchors: ['datadog', 'dd_api', 'dd-api', 'ddapikey'],
      pattern: assigned('(?:datadog|dd[_.-]?(?:api|site))', 'key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up metrics and logs on your bill; with an application key, read everything.',
      pairsWith: ['datadog-application-key'],
      verify: {
        url: 'https://api.datadoghq.com/api/v1/validate',
        headers: { 'dd-api-key': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['DD_API_KEY={hex:32}', "ddApiKey: '{hex:32}'", 'DATADOG_API_KEY="{hex:32}"', 'DD-API-KEY: {hex:32}'],
        no: ['DD_API_KEY=your_dd_api_key', 'checksum = "{hex:32}"', 'DD_API_KEY={hex:35}'],
      },
    },
    {
      id: 'datadog-application-key',
      name: 'Datadog application key',
      anchors: ['datadog', 'dd_app', 'dd-app', 'ddappkey', 'ddapplication'],
      pattern: assigned('(?:datadog|dd[_.-]?app)', 'key', '[0-9a-f]{40}|ddapp_[A-Za-z0-9]{34}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the API key, read every log and metric, and change monitors.',
      pairsWith: ['datadog-api-key'],
      samples: {
        yes: ['DD_APP_KEY={hex:40}', "ddAppKey: '{hex:40}'", 'DATADOG_APPLICATION_KEY={hex:40}'],
        no: ['DD_APP_KEY=your_dd_app_key', 'checksum = "{hex:40}"', 'DD_APP_KEY={hex:43}'],
      },
    },
    {
      id: 'datadog-client-token',
      name: 'Datadog client token',
      anchors: ['datadog', 'dd_client', 'ddclient', 'dd_rum', 'clienttoken', 'client_token'],
      pattern: assigned('datadog|dd[_.-]?(?:rum|client)|client[_.-]?token', '', 'pub[0-9a-f]{32}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up logs and page views; it reads nothing.',
      samples: {
        yes: ['NEXT_PUBLIC_DD_CLIENT_TOKEN=pub{hex:32}', "nextPublicDdClientToken: 'pub{hex:32}'"],
        no: [
          'NEXT_PUBLIC_DD_CLIENT_TOKEN=your_next_public_dd_client_token',
          'checksum = "pub{hex:32}"',
          'NEXT_PUBLIC_DD_CLIENT_TOKEN=pub{hex:35}',
        ],
      },
    },
  ],
});
