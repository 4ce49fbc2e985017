import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'uptime-robot',
  name: 'UptimeRobot',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://dashboard.uptimerobot.com/integrations' },
  rules: [
    {
      id: 'uptime-robot-api-key',
      name: 'UptimeRobot API key',
      anchors: ['uptimerobot', 'uptime_robot', 'uptime-robot'],
      pattern: assigned('uptime[_.-]?robot', '', '(?:ur?|m)\\d{6,10}-[0-9a-f]{24,32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and pause your monitors.',
      verify: {
        url: 'https://api.uptimerobot.com/v2/getAccountDetails',
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'format=json&api_key={secret}',
        live: [200],
        dead: [401],
        liveText: '"stat":"ok"',
      },
      samples: {
        yes: ['UPTIMEROBOT_API_KEY=u{digit:7}-{hex:24}', "uptimerobotApiKey: 'u{digit:7}-{hex:24}'"],
        no: ['UPTIMEROBOT_API_KEY=your_uptimerobot_api_key', 'checksum = "u{digit:7}-{hex:24}"'],
      },
    },
  ],
});
