import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'airbrake',
  name: 'Airbrake',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://airbrake.io/' },
  rules: [
    {
      id: 'airbrake-project-key',
      name: 'Airbrake project or user key',
      anchors: ['airbrake'],
      pattern: assigned('airbrake', 'key|token', '[0-9a-f]{32}|[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up errors; a user key reads them.',
      samples: {
        yes: ['AIRBRAKE_PROJECT_KEY={hex:32}', "airbrakeProjectKey: '{hex:32}'"],
        no: ['AIRBRAKE_PROJECT_KEY=your_airbrake_project_key', 'checksum = "{hex:32}"'],
      },
    },
  ],
});
