import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zoom',
  name: 'Zoom',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://marketplace.zoom.us/user/build' },
  rules: [
    {
      id: 'zoom-client-secret',
      name: 'Zoom client secret',
      anchors: [
        'zoom_client',
        'zoomclient',
        'zoom-client',
        'zoom_app',
        'zoom_secret',
        'zoom_api',
        'zoomapi',
        'zoom_sdk',
        'zoomsdk',
        'zoom_oauth',
        'zoom_meeting',
        'zoom_video',
      ],
      pattern: assigned('zoom[_.-]?(?:client|app|api|oauth|sdk|meeting|video)?', 'secret', '[A-Za-z0-9]{32,36}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Sign in as your Zoom app: create meetings, read recordings and users it has access to.',
      samples: {
        yes: ['ZOOM_CLIENT_SECRET={alnum:32}', "zoomClientSecret: '{alnum:32}'"],
        no: ['ZOOM_CLIENT_SECRET=your_zoom_client_secret', 'checksum = "{alnum:32}"'],
      },
    },
    {
      id: 'zoom-webhook-secret',
      name: 'Zoom webhook secret token',
      anchors: ['zoom_webhook', 'zoomwebhook', 'zoom_secret_token', 'zoomsecrettoken'],
      pattern: assigned('(?<![a-z])zoom(?=[_.-]?(?:webhook|secret))', 'webhook|token', '[A-Za-z0-9_-]{22}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: "Forge events that your app takes for Zoom's.",
      samples: {
        yes: ['ZOOM_WEBHOOK_SECRET_TOKEN={alnum:22}', "zoomWebhookSecretToken: '{alnum:22}'"],
        no: [
          'ZOOM_WEBHOOK_SECRET_TOKEN=your_zoom_webhook_secret_token',
          'checksum = "{alnum:22}"',
          'ZOOM_WEBHOOK_SECRET_TOKEN={alnum:25}',
        ],
      },
    },
  ],
});
