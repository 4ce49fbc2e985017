import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'klarna',
  name: 'Klarna',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://portal.klarna.com/',
    notes: ['Settings, Klarna API keys: generate the new one, deploy it, disable the old.'],
  },
  rules: [
    {
      id: 'klarna-live-key',
      name: 'Klarna live API key',
      anchors: ['klarna_live_api_'],
      pattern: /\b(klarna_live_api_(?=[a-z+/_-]{0,40}[A-Z0-9])[A-Za-z0-9+/_-]{32,400}={0,2})(?![A-Za-z0-9+/_=-])/,
      reach: [16, 480],
      power: 'money',
      impact: 'Create, capture and refund orders and read the buyers behind them.',
      samples: {
        yes: ['KLARNA_API_KEY=klarna_live_api_{alnum:160}', 'Authorization: Basic klarna_live_api_{base64:161}a='],
        no: ['klarna_live_api_<random>', 'klarna_live_api_{alnum:12}', 'klarna_live_api_key'],
      },
    },
    {
      id: 'klarna-test-key',
      name: 'Klarna playground API key',
      anchors: ['klarna_test_api_'],
      pattern: /\b(klarna_test_api_(?=[a-z+/_-]{0,40}[A-Z0-9])[A-Za-z0-9+/_-]{32,400}={0,2})(?![A-Za-z0-9+/_=-])/,
      reach: [16, 480],
      power: 'limited',
      testMode: true,
      impact: 'Create orders on the playground; no real money moves.',
      samples: {
        yes: ['KLARNA_API_KEY=klarna_test_api_{alnum:160}', 'password: "klarna_test_api_{alnum:150}"'],
        no: ['XML_PATH_KLARNA_TEST_API_KEY', 'klarna_test_api_{alnum:10}'],
      },
    },
  ],
});
