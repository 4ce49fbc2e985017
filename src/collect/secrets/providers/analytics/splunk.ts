import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'splunk',
  name: 'Splunk',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector',
  },
  rules: [
    {
      id: 'splunk-hec-token',
      name: 'Splunk HEC token',
      anchors: ['splunk'],
      pattern: assigned('splunk', 'token', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up events to your Splunk.',
      samples: {
        yes: ['SPLUNK_HEC_TOKEN={uuid}', "splunkHecToken: '{uuid}'"],
        no: ['SPLUNK_HEC_TOKEN=your_splunk_hec_token', 'checksum = "{uuid}"'],
      },
    },
    {
      id: 'splunk-authorization',
      name: 'Splunk authorization header',
      anchors: [
        'authorization: splunk',
        '"authorization": "splunk',
        "authorization': 'splunk",
        'authorization: "splunk',
        "authorization: 'splunk",
      ],
      pattern:
        /authorization["']?[ \t]{0,2}:[ \t]{0,2}["'`]?splunk ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
      power: 'limited',
      impact: 'Send made-up events to your Splunk.',
      samples: {
        yes: ['-H "Authorization: Splunk {uuid}"', "{ 'Authorization': 'Splunk {uuid}' }"],
        no: ['Authorization: Splunk <token>'],
      },
    },
  ],
});
