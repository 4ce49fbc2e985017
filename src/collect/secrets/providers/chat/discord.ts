import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

/** A bot token begins with its numeric user id in base 64, so its second letter narrows what can follow an assignment. */
const STARTS = ['MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'];
const BEFORE = [
  'token=',
  'token="',
  "token='",
  'token = "',
  "token = '",
  'token: "',
  "token: '",
  'token": "',
  'token":"',
  'login("',
  "login('",
  'run("',
  "run('",
  'bot ',
];

export default defineProvider({
  id: 'discord',
  name: 'Discord',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://discord.com/developers/applications',
    notes: [
      'Discord kills bot tokens it finds in public GitHub repositories by itself; a private repository has no such net.',
    ],
  },
  rules: [
    {
      id: 'discord-bot-token',
      name: 'Discord bot token',
      anchors: ['discord', ...BEFORE.flatMap((before) => STARTS.map((start) => before + start))],
      pattern:
        /(?:(?:[Dd]iscord|DISCORD)[\w.-]{0,30}["'\]]{0,2}[ \t]{0,4}[:=][ \t]{0,4}|(?:[Tt]oken|TOKEN)["']?[ \t]{0,2}[=:][ \t]{0,2}|(?:login|run)\(|[Bb]ot )["'`]?((?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){5,6}(?:[MNO][DTjz][AEIMQUYcgk]|[MNO][QAgw])?\.[\w-]{6}\.[\w-]{27,38})(?![\w-])/,
      power: 'messages',
      impact: 'Control your bot: read every channel it is in, message or ban members, and delete channels if it may.',
      verify: {
        url: 'https://discord.com/api/v10/users/@me',
        headers: { authorization: 'Bot {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'DISCORD_TOKEN=MTEyMzQ1Njc4OTAxMjM0NTY3.{base64url:6}.{base64url:38}',
          'client.login("OTgxMjM0NTY3ODkwMTIzNDU2.{alnum:6}.{base64url:27}")',
          'Authorization: Bot MTEwODQ1MjM5NzE0NjA1MDU2Mw.{alnum:6}.{base64url:38}',
        ],
        no: [
          'DISCORD_TOKEN=your-bot-token',
          'token: "{base64url:24}.{base64url:6}.{base64url:27}x{base64url:40}"',
          'DISCORD_TOKEN={hex:24}.{hex:6}.{hex:27}',
        ],
      },
    },
    {
      id: 'discord-mfa-token',
      name: 'Discord user token',
      anchors: ['mfa.'],
      pattern: /\b(mfa\.[\w-]{84})(?![\w-])/,
      power: 'identity',
      impact: 'Act as the person whose account it is: read and send their direct messages.',
      samples: {
        yes: ['DISCORD_USER_TOKEN=mfa.{base64url:84}', "token: 'mfa.{alnum:84}'"],
        no: ['mfa.enabled = true', 'mfa.{alnum:20}'],
      },
    },
    {
      id: 'discord-webhook',
      name: 'Discord webhook',
      anchors: ['discord.com/api', 'discordapp.com/api'],
      pattern: /discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/(\d{17,20}\/[\w-]{60,90})(?![\w-])/,
      power: 'messages',
      impact: 'Post anything into your Discord channel, phishing links included, or delete the webhook.',
      verify: { url: 'https://discord.com/api/webhooks/{secret}', live: [200], dead: [401, 404] },
      samples: {
        yes: [
          'DISCORD_WEBHOOK_URL=https://discord.com/api/webhooks/{digit:19}/{base64url:68}',
          "'https://discordapp.com/api/webhooks/{digit:18}/{base64url:68}'",
        ],
        no: [
          'https://discord.com/api/webhooks/1234567890/abcdef',
          'https://discord.com/api/webhooks/...',
          'https://discord.com/api/v10/users/@me',
        ],
      },
    },
    {
      id: 'discord-client-secret',
      name: 'Discord client secret',
      anchors: ['discord'],
      pattern: assigned('discord', 'secret', '[\\w-]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app and read the accounts of people who log in with Discord.',
      samples: {
        yes: ['DISCORD_CLIENT_SECRET={alnum:32}', "discordClientSecret: '{alnum:32}'"],
        no: [
          'DISCORD_CLIENT_SECRET=your_discord_client_secret',
          'checksum = "{alnum:32}"',
          'DISCORD_CLIENT_SECRET={alnum:35}',
        ],
      },
    },
    {
      id: 'discord-public-key',
      name: 'Discord application public key',
      anchors: ['discord'],
      pattern: assigned('discord', 'public', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing: it only checks signatures that Discord made.',
      samples: {
        yes: ['DISCORD_PUBLIC_KEY={hex:64}', "discordPublicKey: '{hex:64}'"],
        no: ['DISCORD_PUBLIC_KEY=your_discord_public_key', 'checksum = "{hex:64}"', 'DISCORD_PUBLIC_KEY={hex:67}'],
      },
    },
  ],
});
