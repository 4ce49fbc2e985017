import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'expo',
  name: 'Expo',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://expo.dev/settings/access-tokens',
  },
  rules: [
    {
      id: 'expo-access-token',
      name: 'Expo access token',
      anchors: ['expo_token', 'expo_access_token', 'eas_token', 'expo-token', 'expotoken', 'expoaccesstoken'],
      pattern: assigned('(?<![a-z])expo|(?<![a-z])eas_', 'token', String.raw`[\w-]{40}`),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Publish updates to every install of your app, and use the signing credentials kept at Expo.',
      samples: {
        yes: ['EXPO_TOKEN={base64url:39}a', 'expoAccessToken: "{alnum:40}"'],
        no: ['EXPO_TOKEN=your-token', 'EXPO_PUSH_TOKEN=ExponentPushToken[{alnum:22}]'],
      },
    },
  ],
});
