import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'anthropic',
  name: 'Anthropic',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.anthropic.com/settings/keys',
    notes: ['Put the app into a workspace of its own with a spend limit.'],
  },
  rules: [
    {
      id: 'anthropic-api-key',
      name: 'Anthropic API key',
      anchors: ['sk-ant-api'],
      pattern: /\b(sk-ant-api\d{2}-[\w-]{93}AA)(?![\w-])/,
      power: 'spend',
      impact: 'Run Claude on your bill, and read files and batches of the workspace.',
      verify: {
        url: 'https://api.anthropic.com/v1/models',
        headers: { 'x-api-key': '{secret}', 'anthropic-version': '2023-06-01' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'ANTHROPIC_API_KEY=sk-ant-api03-{base64url:93}AA',
          'new Anthropic({ apiKey: "sk-ant-api03-{base64url:93}AA" })',
        ],
        no: ['ANTHROPIC_API_KEY=sk-ant-api03-xxxxx', 'sk-ant-...', 'sk-ant-api03-{base64url:40}AA'],
      },
    },
    {
      id: 'anthropic-admin-key',
      name: 'Anthropic admin key',
      anchors: ['sk-ant-admin'],
      pattern: /\b(sk-ant-admin\d{2}-[\w-]{93}AA)(?![\w-])/,
      power: 'infrastructure',
      impact: 'Manage members, workspaces and API keys of the organization, and read its usage.',
      verify: {
        url: 'https://api.anthropic.com/v1/organizations/me',
        headers: { 'x-api-key': '{secret}', 'anthropic-version': '2023-06-01' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['ANTHROPIC_ADMIN_KEY=sk-ant-admin01-{base64url:93}AA', '"x-api-key": "sk-ant-admin01-{base64url:93}AA"'],
        no: ['sk-ant-admin01-your-key', 'sk-ant-api03-{base64url:93}AA'],
      },
    },
    {
      id: 'anthropic-oauth-token',
      name: 'Claude login token',
      anchors: ['sk-ant-oat', 'sk-ant-ort', 'sk-ant-sid'],
      pattern: /\b(sk-ant-(?:oat|ort|sid)\d{2}-[\w-]{80,140})(?![\w-])/,
      power: 'identity',
      impact:
        'Act as the person who signed in to Claude: use the subscription, and with a session read the conversations.',
      samples: {
        yes: [
          'CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-{base64url:93}AA',
          '"refreshToken": "sk-ant-ort01-{base64url:93}AA"',
        ],
        no: ['sk-ant-oat01-...', 'sk-ant-oat01-{alnum:20}'],
      },
    },
  ],
});
