import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'eventbrite',
  name: 'Eventbrite',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.eventbrite.com/platform/api-keys' },
  rules: [
    {
      id: 'eventbrite-private-token',
      name: 'Eventbrite private token',
      anchors: ['eventbrite'],
      pattern: assigned('eventbrite', 'token|key|secret', '[A-Z0-9]{20}|[A-Z0-9]{50}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "Read orders with the guests' names and e-mails, and change your events.",
      verify: {
        url: 'https://www.eventbriteapi.com/v3/users/me/',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['EVENTBRITE_PRIVATE_TOKEN={upper:20}', "eventbritePrivateToken: '{upper:20}'"],
        no: ['EVENTBRITE_PRIVATE_TOKEN=your_eventbrite_private_token', 'checksum = "{upper:20}"'],
      },
    },
  ],
});
