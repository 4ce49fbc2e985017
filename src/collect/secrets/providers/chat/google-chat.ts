import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'google-chat',
  name: 'Google Chat',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://developers.google.com/workspace/chat/quickstart/webhooks',
    notes: ['Delete the webhook in the space (Apps & integrations) and add a new one.'],
  },
  rules: [
    {
      id: 'google-chat-webhook',
      name: 'Google Chat webhook',
      anchors: ['chat.googleapis.com/v1/spaces'],
      pattern:
        /chat\.googleapis\.com\/v1\/spaces\/[\w-]{8,20}\/messages\?key=[\w-]{39}(?:&|\\u0026|&amp;)token=([\w-]{40,50}(?:%3D)?)(?![\w-])/,
      power: 'messages',
      impact: 'Post anything into your Google Chat space.',
      samples: {
        yes: [
          'GCHAT_WEBHOOK="https://chat.googleapis.com/v1/spaces/{alnum:11}/messages?key=AIza{base64url:35}&token={base64url:43}"',
        ],
        no: ['https://chat.googleapis.com/v1/spaces/SPACE_ID/messages?key=KEY&token=TOKEN'],
      },
    },
  ],
});
