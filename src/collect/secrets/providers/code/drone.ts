import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'drone',
  name: 'Drone',
  category: 'code',
  rotation: {
    kind: 'instant',
    at: 'https://docs.drone.io/api/overview/',
    notes: ['The server is your own: reset the token in your account settings there.'],
  },
  rules: [
    {
      id: 'drone-access-token',
      name: 'Drone access token',
      anchors: ['drone_token', 'drone_api', 'droneci', 'drone_ci', 'dronetoken', 'drone_server_token'],
      pattern: assigned('drone', 'token|key', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: "Start builds and read their secrets' names.",
      samples: {
        yes: ['DRONE_TOKEN={alnum:32}', "droneToken: '{alnum:32}'"],
        no: ['DRONE_TOKEN=your_drone_token', 'checksum = "{alnum:32}"', 'DRONE_TOKEN={alnum:35}'],
      },
    },
    {
      id: 'drone-rpc-secret',
      name: 'Drone RPC secret',
      anchors: ['drone_rpc', 'dronerpc'],
      pattern: assigned('drone', 'rpc[_.-]?secret', '[0-9a-f]{32,64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Pose as a runner and be handed your jobs with their secrets.',
      samples: {
        yes: ['DRONE_RPC_SECRET={hex:32}', "droneRpcSecret: '{hex:32}'"],
        no: ['DRONE_RPC_SECRET=your_drone_rpc_secret', 'checksum = "{hex:32}"'],
      },
    },
  ],
});
