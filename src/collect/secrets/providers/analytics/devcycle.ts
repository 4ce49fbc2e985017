import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'devcycle',
  name: 'DevCycle',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.devcycle.com/' },
  rules: [
    {
      id: 'devcycle-server-key',
      name: 'DevCycle server SDK key',
      anchors: ['dvc_server_'],
      pattern: /\b(dvc_server_[A-Za-z0-9_]{16,80})(?![\w-])/,
      power: 'limited',
      impact: 'Read every feature rule of the environment.',
      samples: {
        yes: ['DEVCYCLE_SERVER_SDK_KEY=dvc_server_{alnum:32}_{hex:7}', '"dvc_server_{alnum:24}"'],
        no: ['dvc_server_key', 'dvc_server_<id>'],
      },
    },
    {
      id: 'devcycle-client-key',
      name: 'DevCycle client or mobile SDK key',
      anchors: ['dvc_client_', 'dvc_mobile_'],
      pattern: /\b(dvc_(?:client|mobile)_[A-Za-z0-9_]{16,80})(?![\w-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers and apps need it to read their flags.',
      samples: { yes: ['dvc_client_{alnum:32}_{hex:7}'], no: ['dvc_client_id'] },
    },
  ],
});
