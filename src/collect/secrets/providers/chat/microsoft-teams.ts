import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'microsoft-teams',
  name: 'Microsoft Teams',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://make.powerautomate.com/',
    notes: ['Delete the connector or workflow and add a new one: the address itself is the secret.'],
  },
  rules: [
    {
      id: 'microsoft-teams-webhook',
      name: 'Microsoft Teams incoming webhook',
      anchors: ['webhook.office.com/'],
      pattern:
        /\.webhook\.office\.com\/(webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}(?:\/[\w-]{40,80})?)(?![\w-])/i,
      power: 'messages',
      impact: 'Post anything into your Teams channel, phishing links to your own team included.',
      samples: {
        yes: [
          'TEAMS_WEBHOOK=https://acme.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}',
          '"https://acme.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}/V2{alnum:44}"',
        ],
        no: ['https://acme.webhook.office.com/webhookb2/...', 'https://outlook.office.com/webhook/'],
      },
    },
    {
      id: 'microsoft-teams-workflow-url',
      name: 'Power Automate workflow address',
      anchors: ['.logic.azure.com', 'powerplatform.com'],
      pattern: /(?:\.logic\.azure\.com|\.powerplatform\.com)(?::443)?\/[^\s"'<>]{10,260}?[?&;]sig=([\w-]{43})(?![\w-])/,
      reach: [16, 420],
      power: 'messages',
      impact: 'Start your workflow with made-up data: post to Teams, write to lists, or whatever it does.',
      samples: {
        yes: [
          'https://prod-42.westeurope.logic.azure.com:443/workflows/{hex:32}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig={base64url:43}',
        ],
        no: [
          'https://prod-42.westeurope.logic.azure.com:443/workflows/{hex:32}/triggers/manual/paths/invoke?api-version=2016-06-01',
          'https://management.logic.azure.com/',
        ],
      },
    },
  ],
});
