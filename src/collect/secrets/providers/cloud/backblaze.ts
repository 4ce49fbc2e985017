import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'backblaze',
  name: 'Backblaze B2',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://secure.backblaze.com/app_keys.htm',
  },
  rules: [
    {
      id: 'backblaze-application-key',
      name: 'Backblaze application key',
      anchors: ['backblaze', 'b2_', 'b2-', 'k00'],
      pattern:
        /(?:(?:backblaze|b2[_-])[\w\s"'({:.-]{0,40}?key\w{0,16}["'\]\x60]{0,2}[ \t]{0,4}[:=][ \t]{0,4}["'\x60]?)(K0\d{2}[0-9A-Za-z+/]{27})(?![\w+/-])/i,
      power: 'data',
      impact: 'With its key id, read, change and delete the files of your buckets.',
      samples: {
        yes: ['B2_APPLICATION_KEY=K005{base64:26}a', 'backblaze: { applicationKey: "K001{alnum:27}" }'],
        no: ['B2_APPLICATION_KEY=key', 'B2_APPLICATION_KEY=K005{alnum:6}'],
      },
    },
  ],
});
