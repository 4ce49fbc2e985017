import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'segment',
  name: 'Segment',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.segment.com/goto-my-workspace/settings/access-management' },
  rules: [
    {
      id: 'segment-public-api-token',
      name: 'Segment Public API token',
      anchors: ['sgp_'],
      pattern: /\b(sgp_[A-Za-z0-9]{64})(?![\w-])/,
      power: 'data',
      impact: 'Change where your customer events go, and read your workspace.',
      verify: {
        url: 'https://api.segmentapis.com/',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SEGMENT_TOKEN=sgp_{alnum:64}', '"sgp_{alnum:64}"'],
        no: ['SRC_ACCESS_TOKEN=sgp_{hex:40}', 'sgp_short'],
      },
    },
    {
      id: 'segment-write-key',
      name: 'Segment write key',
      anchors: [
        'segment_write',
        'segmentwrite',
        'segment-write',
        'segment_key',
        'segmentkey',
        'segment_api',
        'segment_io',
      ],
      pattern: assigned(
        'segment(?=[_.-]?(?:io|write|key|api|analytics))|analytics(?=[_.-]?(?:write|js))',
        'write[_-]?key|key|api',
        '[A-Za-z0-9]{32}',
      ),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: "the source is a browser or app source; a server source's key should stay on the server",
      power: 'limited',
      impact: 'Send made-up events in the name of any user; it reads nothing.',
      samples: {
        yes: ['NEXT_PUBLIC_SEGMENT_WRITE_KEY={alnum:32}', "nextPublicSegmentWriteKey: '{alnum:32}'"],
        no: [
          'NEXT_PUBLIC_SEGMENT_WRITE_KEY=your_next_public_segment_write_key',
          'checksum = "{alnum:32}"',
          'NEXT_PUBLIC_SEGMENT_WRITE_KEY={alnum:35}',
        ],
      },
    },
  ],
});
