import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'slack',
  name: 'Slack',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://api.slack.com/apps',
    notes: [
      'Tokens of an app are revoked with auth.revoke or by reinstalling the app; a signing secret is regenerated under Basic Information.',
    ],
  },
  rules: [
    {
      id: 'slack-bot-token',
      name: 'Slack bot token',
      anchors: ['xoxb-'],
      pattern: /\b(xoxb-\d{8,14}-(?:\d{8,14}-)?[A-Za-z0-9]{18,34})(?![\w-])/,
      power: 'messages',
      impact: 'Read channels the bot is in, post as your bot, and look up every member of the workspace.',
      verify: {
        url: 'https://slack.com/api/auth.test',
        method: 'POST',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
        liveText: '"ok":true',
      },
      samples: {
        yes: ['SLACK_BOT_TOKEN=xoxb-{digit:12}-{digit:13}-{alnum:24}', '"token": "xoxb-{digit:12}-{alnum:24}"'],
        no: ['xoxb-your-token-here', 'xoxb-123456789012-xxxxxxxxxxxxxxxxxxxxxxxx', 'xoxb-{digit:12}-{alnum:8}'],
      },
    },
    {
      id: 'slack-user-token',
      name: 'Slack user token',
      anchors: ['xoxp-', 'xoxe-'],
      pattern: /\b(xox[pe]-(?:\d{8,14}-){2,3}[A-Za-z0-9]{28,64})(?![\w-])/,
      power: 'messages',
      impact: 'Act as the person who made it: read their private messages and channels, and post in their name.',
      verify: {
        url: 'https://slack.com/api/auth.test',
        method: 'POST',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
        liveText: '"ok":true',
      },
      samples: {
        yes: [
          'SLACK_TOKEN=xoxp-{digit:12}-{digit:12}-{digit:12}-{hex:32}',
          "token: 'xoxp-{digit:11}-{digit:10}-{digit:12}-{hex:32}'",
        ],
        no: [
          'xoxp-1234567890',
          'xoxp-1234-1234-1234-{hex:32}',
          'xoxp-XXXXXXXXXX-XXXXXXXXXX-XXXXXXXXXXX-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
        ],
      },
    },
    {
      id: 'slack-session-token',
      name: 'Slack browser session token',
      anchors: ['xoxc-', 'xoxs-', 'xoxo-'],
      pattern: /\b(xox[cos]-(?:\d{8,14}-){2,3}[a-f0-9]{10,64})(?![\w-])/,
      power: 'messages',
      impact: 'Act as a signed-in person in your workspace, with everything they can read.',
      samples: {
        yes: ['xoxc-{digit:12}-{digit:12}-{digit:13}-{hex:64}', 'token=xoxs-{digit:12}-{digit:9}-{digit:10}-{hex:10}'],
        no: ['https://indieweb.org/images/2018-250-xoxo-indieweb-1.jpg', 'xoxs-2024-01-01-backup'],
      },
    },
    {
      id: 'slack-app-token',
      name: 'Slack app-level token',
      anchors: ['xapp-'],
      pattern: /\b(xapp-\d-[A-Z0-9]{8,14}-\d{10,14}-[a-f0-9]{40,80})(?![\w-])/,
      power: 'messages',
      impact: 'Open a socket as your app and receive every event it is sent, messages included.',
      samples: {
        yes: [
          'SLACK_APP_TOKEN=xapp-1-A{upper:10}-{digit:13}-{hex:64}',
          "appToken: 'xapp-1-A{upper:9}-{digit:13}-{hex:64}'",
        ],
        no: ['xapp-1-your-app-token', 'xapp-{digit:1}-{upper:4}'],
      },
    },
    {
      id: 'slack-rotating-token',
      name: 'Slack rotating token',
      anchors: ['xoxe.xoxb-', 'xoxe.xoxp-', 'xoxe-1-'],
      pattern: /\b(xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{130,220})(?![\w-])/,
      reach: [16, 360],
      power: 'messages',
      impact: 'Act as your app, or keep getting fresh tokens for it; a configuration token can change the app itself.',
      samples: {
        yes: ['"access_token": "xoxe.xoxp-1-{alnum:164}"', 'SLACK_CONFIG_REFRESH_TOKEN=xoxe-1-{alnum:146}'],
        no: ['xoxe.xoxp-1-', 'xoxe-1-{alnum:40}'],
      },
    },
    {
      id: 'slack-legacy-workspace-token',
      name: 'Slack legacy workspace token',
      anchors: ['xoxa-', 'xoxr-'],
      pattern: /\b(xox[ar]-\d{1,14}-(?:\d{8,14}-){0,3}[0-9a-zA-Z]{8,64})(?![\w-])/,
      power: 'messages',
      impact: 'Act as your app in the workspace: read channels and post messages.',
      samples: {
        yes: [
          'xoxa-2-{digit:9}-{digit:11}-{digit:13}-{hex:18}',
          'refresh: "xoxr-{digit:12}-{digit:12}-{digit:12}-{hex:32}"',
        ],
        no: ['https://github.com/xoxa-nyc/xoxa-nyc.github.io', 'xoxa-token'],
      },
    },
    {
      id: 'slack-webhook',
      name: 'Slack incoming webhook',
      anchors: ['hooks.slack.com/', 'hooks.slack-gov.com/'],
      pattern:
        /hooks\.slack(?:-gov)?\.com\/((?:services\/E?T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}|workflows\/E?T[A-Z0-9]{6,12}\/A[A-Z0-9]{6,12}\/\d{10,22}|triggers\/E?T[A-Z0-9]{6,12}\/\d{8,22})\/[A-Za-z0-9]{20,40})(?![\w-])/,
      power: 'messages',
      impact: 'Post anything into your Slack channel, phishing links to your own team included.',
      samples: {
        yes: [
          'SLACK_WEBHOOK_URL=https://hooks.slack.com/services/T{upper:10}/B{upper:10}/{alnum:24}',
          'fetch("https://hooks.slack.com/triggers/T{upper:10}/{digit:13}/{hex:32}")',
          'https://hooks.slack.com/workflows/T{upper:8}/A{upper:8}/{digit:18}/{alnum:24}',
        ],
        no: [
          'https://hooks.slack.com/services/...',
          'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
          'https://hooks.slack.com/services/YOUR/WEBHOOK/URL',
        ],
      },
    },
    {
      id: 'slack-signing-secret',
      name: 'Slack signing secret',
      anchors: ['slack_signing', 'slacksigning', 'slack-signing', 'slack.signing'],
      pattern: assigned('slack', 'signing', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Forge requests that your app takes for commands and events from Slack.',
      samples: {
        yes: ['SLACK_SIGNING_SECRET={hex:32}', "slackSigningSecret: '{hex:32}'"],
        no: [
          'SLACK_SIGNING_SECRET=your_slack_signing_secret',
          'checksum = "{hex:32}"',
          'SLACK_SIGNING_SECRET={hex:35}',
        ],
      },
    },
    {
      id: 'slack-client-secret',
      name: 'Slack client secret',
      anchors: ['slack_client', 'slackclient', 'slack-client', 'slack.client', 'slack_oauth'],
      pattern: assigned('slack', 'client[_.-]?secret|oauth[_.-]?secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: "Finish sign-ins in the name of your Slack app and collect its installers' tokens.",
      samples: {
        yes: ['SLACK_CLIENT_SECRET={hex:32}', "slackClientSecret: '{hex:32}'"],
        no: ['SLACK_CLIENT_SECRET=your_slack_client_secret', 'checksum = "{hex:32}"', 'SLACK_CLIENT_SECRET={hex:35}'],
      },
    },
  ],
});
