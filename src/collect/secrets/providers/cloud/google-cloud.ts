import { defineProvider } from '../../define-provider.ts';

const SERVICE_ACCOUNT = {
  kind: 'overlap',
  at: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
  notes: ['Add a second key, deploy it, disable the first, watch, delete.'],
} as const;

/** What a person allowed an app to do: there is no new one without asking them again. */
const GRANT = {
  kind: 'instant',
  at: 'https://myaccount.google.com/connections',
  notes: ["Take the app's access away in the account of the person who signed in, then let them sign in again."],
} as const;

export default defineProvider({
  id: 'google-cloud',
  name: 'Google Cloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.cloud.google.com/apis/credentials',
    notes: ['Restrict it to its APIs and to your sites or apps, then make a new one for what needs a server.'],
  },
  rules: [
    {
      id: 'google-cloud-api-key',
      name: 'Google API key',
      anchors: ['AIza'],
      pattern: /(?<![\w-])(AIza[\w-]{35})(?![\w-])/,
      verdict: 'public',
      publicIf: 'it is restricted to your sites or apps and to the APIs that they use, and none of them is Gemini',
      power: 'spend',
      impact: 'Unrestricted, call every enabled Google API (Maps, Places, Gemini, Translate) on your bill.',
      verify: {
        url: 'https://generativelanguage.googleapis.com/v1beta/models?key={secret}',
        live: [200, 403],
        dead: [400],
      },
      samples: {
        yes: [
          'NEXT_PUBLIC_FIREBASE_API_KEY=AIza{base64url:35}',
          'https://maps.googleapis.com/maps/api/js?key=AIza{base64url:35}&libraries=places',
          'apiKey: "AIza{base64url:35}"',
        ],
        no: ['AIzaSy...', 'AIza{base64url:20}', 'AIzaXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'],
      },
    },
    {
      id: 'google-cloud-oauth-secret',
      name: 'Google OAuth client secret',
      anchors: ['GOCSPX-'],
      pattern: /\b(GOCSPX-[\w-]{28})(?![\w-])/,
      power: 'identity',
      impact: 'Pose as your app in Sign in with Google: with a stolen code or refresh token, act for your users.',
      rotation: { kind: 'overlap', at: 'https://console.cloud.google.com/auth/clients' },
      samples: {
        yes: ['GOOGLE_CLIENT_SECRET=GOCSPX-{base64url:28}', '"client_secret": "GOCSPX-{base64url:28}"'],
        no: ['GOCSPX-xxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'GOCSPX-{alnum:10}'],
      },
    },
    {
      id: 'google-cloud-service-account-key',
      name: 'Google service account key',
      anchors: ['private_key_id'],
      pattern:
        /private_key_id\\?["']\s{0,8}:\s{0,8}\\?["'][^"'\\]{1,64}\\?["']\s{0,8},\s{0,16}(?:\\n)?\s{0,16}\\?["']private_key\\?["']\s{0,8}:\s{0,8}\\?["'](-----BEGIN (?:RSA )?PRIVATE KEY-----[0-9A-Za-z+/=\\\s]{200,4000}-----END (?:RSA )?PRIVATE KEY-----)/,
      reach: [4, 4600],
      power: 'infrastructure',
      impact: 'Act as the service account: often read the whole database and storage of the project.',
      rotation: SERVICE_ACCOUNT,
      samples: {
        yes: [
          String.raw`{"type": "service_account", "private_key_id": "{hex:40}", "private_key": "-----BEGIN PRIVATE KEY-----\n{base64:64}\n{base64:64}\n{base64:64}\n{base64:64}\n-----END PRIVATE KEY-----\n"}`,
          String.raw`{\"private_key_id\":\"{hex:40}\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n{base64:400}\\n-----END PRIVATE KEY-----\\n\"}`,
        ],
        no: [
          String.raw`{"private_key_id": "abc", "private_key": "-----BEGIN PRIVATE KEY-----\nYOUR_KEY\n-----END PRIVATE KEY-----"}`,
          '"private_key_id": "{hex:40}"',
        ],
      },
    },
    {
      id: 'google-cloud-service-account-beside-email',
      name: 'Google service account key',
      anchors: ['gserviceaccount.com'],
      pattern:
        /gserviceaccount\.com\\?["']?[\s\S]{0,60}?private_?key\\?["']?\s{0,8}[:=]\s{0,8}\\?["'\x60]?(-----BEGIN (?:RSA )?PRIVATE KEY-----[0-9A-Za-z+/=\\\s]{200,4000}-----END (?:RSA )?PRIVATE KEY-----)/i,
      reach: [4, 4600],
      power: 'infrastructure',
      impact: 'Act as the service account: often read the whole database and storage of the project.',
      rotation: SERVICE_ACCOUNT,
      samples: {
        yes: [
          'FIREBASE_CLIENT_EMAIL=a@b.iam.gserviceaccount.com\nFIREBASE_PRIVATE_KEY="-----BEGIN PRIVATE KEY-----\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n-----END PRIVATE KEY-----\\n"',
          String.raw`clientEmail: 'a@b.iam.gserviceaccount.com', privateKey: '-----BEGIN PRIVATE KEY-----\n{base64:400}\n-----END PRIVATE KEY-----\n'`,
        ],
        no: [
          'clientEmail: "a@b.iam.gserviceaccount.com", privateKey: process.env.KEY',
          String.raw`gserviceaccount.com private_key: "-----BEGIN PRIVATE KEY-----\nYOUR\n-----END PRIVATE KEY-----"`,
        ],
      },
    },
    {
      id: 'google-cloud-access-token',
      name: 'Google access token',
      anchors: ['ya29.'],
      pattern: /\b(ya29\.[\w-]{60,1200}(?:\.[\w-]{10,400})?)(?![\w-])/,
      reach: [4, 1700],
      power: 'identity',
      impact: 'Act for the signed-in person or service account until it expires, usually one hour.',
      rotation: GRANT,
      verify: { url: 'https://oauth2.googleapis.com/tokeninfo?access_token={secret}', live: [200], dead: [400] },
      samples: {
        yes: ['Authorization: Bearer ya29.a0{base64url:180}a', '"access_token": "ya29.{base64url:150}b"'],
        no: ['ya29.', 'ya29.{alnum:12}'],
      },
    },
    {
      id: 'google-cloud-refresh-token',
      name: 'Google refresh token',
      anchors: ['1//0'],
      pattern: /(?<![\w/:.-])(1\/\/0[\w-]{60,180})(?![\w/-])/,
      power: 'identity',
      impact: 'With the client id and secret, act for the person who signed in, for as long as they do not revoke it.',
      rotation: GRANT,
      pairsWith: ['google-cloud-oauth-secret'],
      samples: {
        yes: ['"refresh_token": "1//0{base64url:99}a"', 'GOOGLE_REFRESH_TOKEN=1//04{base64url:98}b'],
        no: ['https://1//0', '1//0{alnum:20}'],
      },
    },
    {
      id: 'google-cloud-hmac-id',
      name: 'Google Cloud Storage HMAC id',
      anchors: ['GOOG1E'],
      pattern: /(?<![0-9A-Za-z])(GOOG1E[0-9A-Z]{55})(?![0-9A-Za-z])/,
      power: 'data',
      impact: 'With its secret, read and change the files of your buckets.',
      samples: { yes: ['GCS_ACCESS_KEY=GOOG1E{upper:55}', '"GOOG1E{upper:55}"'], no: ['GOOG1E', 'GOOG1E{upper:20}'] },
    },
  ],
});
