import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ngrok',
  name: 'ngrok',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.ngrok.com/authtokens',
  },
  rules: [
    {
      id: 'ngrok-token',
      name: 'ngrok authtoken or API key',
      anchors: ['ngrok', 'authtoken'],
      pattern:
        /(?:ngrok[\w\s"'({:.-]{0,40}?(?:authtoken|auth_token|api_?key|token)|\bauthtoken)\w{0,16}["'\]\x60]{0,2}(?:[ \t]{0,4}(?::=|[:=,]|\|\|)[ \t]{0,4}|[ \t]{1,4})["'\x60]?([0-9A-Za-z]{27}_[0-9A-Za-z]{20,24})(?![\w-])/i,
      power: 'infrastructure',
      impact: 'Open tunnels as you, on your reserved names: stand in for your webhooks or site.',
      samples: {
        yes: [
          'NGROK_AUTHTOKEN={alnum:27}_{alnum:21}',
          'ngrok config add-authtoken {alnum:27}_{alnum:21}',
          'authtoken: {alnum:27}_{alnum:21}',
        ],
        no: ['NGROK_AUTHTOKEN=your_token', 'NGROK_AUTHTOKEN={alnum:10}_{alnum:5}'],
      },
    },
  ],
});
