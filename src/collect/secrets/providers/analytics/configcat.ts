import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'configcat',
  name: 'ConfigCat',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.configcat.com/' },
  rules: [
    {
      id: 'configcat-sdk-key',
      name: 'ConfigCat SDK key',
      anchors: ['configcat-sdk-1/'],
      pattern: /\b(configcat-sdk-1\/[\w-]{22}\/[\w-]{22})(?![\w-])/,
      power: 'limited',
      impact: 'Read your feature flags and their targeting rules.',
      samples: {
        yes: [
          'CONFIGCAT_SDK_KEY=configcat-sdk-1/{alnum:22}/{alnum:22}',
          "getClient('configcat-sdk-1/{alnum:22}/{alnum:22}')",
        ],
        no: ['configcat-sdk-1/short/key'],
      },
    },
    {
      id: 'configcat-legacy-sdk-key',
      name: 'ConfigCat SDK key (older form)',
      anchors: ['configcat'],
      pattern: assigned('configcat', '', '[\\w-]{22}/[\\w-]{22}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read your feature flags and their targeting rules.',
      samples: {
        yes: ['CONFIGCAT_SDK_KEY={alnum:22}/{alnum:22}', "configcatSdkKey: '{alnum:22}/{alnum:22}'"],
        no: ['CONFIGCAT_SDK_KEY=your_configcat_sdk_key', 'checksum = "{alnum:22}/{alnum:22}"'],
      },
    },
  ],
});
