import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'grafana',
  name: 'Grafana',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/' },
  rules: [
    {
      id: 'grafana-service-account-token',
      name: 'Grafana service account token',
      anchors: ['glsa_'],
      pattern: /\b(glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8})(?![\w-])/,
      power: 'data',
      impact: 'Read dashboards and every data source behind them; an admin token changes users too.',
      samples: {
        yes: ['GRAFANA_TOKEN=glsa_{alnum:32}_{hex:8}', 'Authorization: Bearer glsa_{alnum:32}_{hex:8}'],
        no: ['glsa_your_token', 'glsa_{alnum:10}_{hex:8}'],
      },
    },
    {
      id: 'grafana-cloud-token',
      name: 'Grafana Cloud access policy token',
      anchors: ['glc_eyJ'],
      pattern: /\b(glc_eyJ[A-Za-z0-9+/]{40,300}={0,2})(?![A-Za-z0-9+/=])/,
      reach: [16, 360],
      power: 'data',
      impact: 'Read or write your logs, metrics and stacks, as far as its policy allows.',
      samples: {
        yes: ['GRAFANA_CLOUD_TOKEN=glc_eyJ{base64:120}==', '"password": "glc_eyJ{alnum:90}"'],
        no: ['glc_xxxxxxxx', 'GLC_CreateLightmapTextureArray'],
      },
    },
    {
      id: 'grafana-api-key',
      name: 'Grafana API key',
      anchors: ['eyJrIjoi'],
      pattern: /(?<![A-Za-z0-9+/])(eyJrIjoi[A-Za-z0-9+/]{60,200}={0,2})(?![A-Za-z0-9+/=])/,
      power: 'data',
      impact: 'Read dashboards and data sources; an admin key changes users too.',
      samples: {
        yes: ['Authorization: Bearer eyJrIjoi{alnum:84}', 'GRAFANA_API_KEY=eyJrIjoi{base64:82}=='],
        no: ['eyJrIjoi', 'eyJrIjoi{alnum:12}'],
      },
    },
  ],
});
