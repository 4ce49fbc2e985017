import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'buildkite',
  name: 'Buildkite',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://buildkite.com/user/api-access-tokens' },
  rules: [
    {
      id: 'buildkite-user-token',
      name: 'Buildkite API access token',
      anchors: ['bkua_'],
      pattern: /\b(bkua_(?:[a-z0-9]{40}|[a-z0-9]{53}))(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read builds and start them, as far as its scopes go.',
      verify: {
        url: 'https://api.buildkite.com/v2/access-token',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['BUILDKITE_API_TOKEN=bkua_{lower:40}', '"bkua_{lower:53}"'], no: ['bkua_short'] },
    },
    {
      id: 'buildkite-service-token',
      name: 'Buildkite agent, package or portal token',
      anchors: ['bkaa_', 'bkaj_', 'bkar_', 'bkct_', 'bkpt_', 'bkpat_', 'bkps_'],
      pattern: /\b(bk(?:a[ajr]|ct|pt|pat|ps)_[A-Za-z0-9_-]{50,340})(?![\w-])/,
      reach: [16, 400],
      power: 'infrastructure',
      impact: 'Register an agent and be handed your jobs, or reach your packages.',
      samples: {
        yes: ['BUILDKITE_AGENT_TOKEN=bkct_{alnum:73}', 'token="bkps_{alnum:64}"'],
        no: ['bkct_token', 'bkaa_{alnum:20}'],
      },
    },
    {
      id: 'buildkite-agent-token',
      name: 'Buildkite agent token (older form)',
      anchors: ['buildkite'],
      pattern: assigned('buildkite', 'token', '[0-9a-f]{50}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Register an agent and be handed your jobs with their secrets.',
      samples: {
        yes: ['BUILDKITE_AGENT_TOKEN={hex:50}', "buildkiteAgentToken: '{hex:50}'"],
        no: [
          'BUILDKITE_AGENT_TOKEN=your_buildkite_agent_token',
          'checksum = "{hex:50}"',
          'BUILDKITE_AGENT_TOKEN={hex:53}',
        ],
      },
    },
  ],
});
