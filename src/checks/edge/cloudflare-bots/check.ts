import { defineCheck } from '../../../model/check.ts';
import { printable, shellWord } from '../../secrets/leak/text.ts';
import { judgeZones, readSetting, unread } from '../cloudflare-words.ts';

export default defineCheck({
  id: 'edge/cloudflare-bots',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Cloudflare’s bot filter does not stand in the way of webhooks',
    fail: 'Cloudflare’s bot filter may stop webhooks',
  },
  why: 'A webhook is a bot: payment and mail events are answered with a challenge page, and orders stay unpaid without an error anywhere.',
  references: [
    'https://developers.cloudflare.com/bots/get-started/bot-fight-mode/',
    'https://docs.stripe.com/webhooks',
  ],
  needs: ['edge.front', 'edge.cloudflare'],
  evaluate: (given) => {
    const { called } = given['edge.cloudflare'];
    if (called.length === 0) return 'not-applicable';
    return judgeZones(given, (zone) => {
      const { bots } = zone;
      if (!bots.ok) return [unread(zone, 'The bot settings', bots)];
      // Rules can skip the paid filter; Bot Fight Mode they cannot.
      if (!bots.value.fightMode) return [];
      return [
        {
          key: zone.name,
          where: { host: zone.name, record: 'fight_mode = true' },
          title: `Bot Fight Mode is on for ${printable(zone.name)}, and webhooks come in there`,
          proof: {
            kind: 'record' as const,
            text: `fight_mode is on; no rule can except paths from it. Machines call ${called.slice(0, 3).map(printable).join(', ')}.`,
          },
          data: { id: zone.id, host: zone.name, path: called[0] ?? '' },
        },
      ];
    });
  },
  fix: ({ data }) => {
    const { id, host, path } = data as { id: string; host: string; path: string };
    return {
      steps: [
        'Security, Bots: switch Bot Fight Mode off, or take webhooks in on a host of their own that is not proxied.',
        'On a paid plan use Super Bot Fight Mode instead, with a skip rule for the webhook paths.',
        `Send a test event from the provider’s dashboard to https://${shellWord(host)}${path.startsWith('/') ? '' : '/'}${printable(path)} and look that it arrives.`,
      ],
      verify: `${readSetting(id, 'bot_management')} | grep -o '"fight_mode":[a-z]*'`,
    };
  },
});
