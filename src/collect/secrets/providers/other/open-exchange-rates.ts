import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'open-exchange-rates',
  name: 'Open Exchange Rates',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://openexchangerates.org/account/app-ids' },
  rules: [
    {
      id: 'open-exchange-rates-app-id',
      name: 'Open Exchange Rates App ID',
      anchors: ['openexchangerates', 'open_exchange_rates', 'openexchange', 'oxr_app'],
      pattern: assigned('open[_.-]?exchange(?:[_.-]?rates)?|oxr', 'key|app[_.-]?id', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for exchange rates on your plan.',
      verify: { url: 'https://openexchangerates.org/api/usage.json?app_id={secret}', live: [200], dead: [401] },
      samples: {
        yes: ['OPENEXCHANGERATES_APP_ID={hex:32}', "openexchangeratesAppId: '{hex:32}'"],
        no: [
          'OPENEXCHANGERATES_APP_ID=your_openexchangerates_app_id',
          'checksum = "{hex:32}"',
          'OPENEXCHANGERATES_APP_ID={hex:35}',
        ],
      },
    },
    {
      id: 'open-exchange-rates-url-key',
      name: 'Open Exchange Rates App ID in an address',
      anchors: ['openexchangerates.org'],
      pattern: /openexchangerates\.org[^\s"'`<>]{0,160}?[?&](?:amp;)?app_id=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Ask for exchange rates on your plan.',
      samples: {
        yes: [
          'https://openexchangerates.org/x?app_id={hex:32}',
          'fetch("https://openexchangerates.org/v1/x?q=a&app_id={hex:32}")',
        ],
        no: ['https://openexchangerates.org/x?app_id=YOUR_KEY', 'https://openexchangerates.org/x?app_id=${KEY}'],
      },
    },
  ],
});
