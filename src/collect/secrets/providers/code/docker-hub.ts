import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'docker-hub',
  name: 'Docker Hub',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.docker.com/settings/personal-access-tokens' },
  rules: [
    {
      id: 'docker-hub-personal-access-token',
      name: 'Docker Hub personal access token',
      anchors: ['dckr_pat_'],
      pattern: /\b(dckr_pat_[A-Za-z0-9_-]{27})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Pull your private images, or push a poisoned one that you then deploy.',
      samples: {
        yes: ['DOCKERHUB_TOKEN=dckr_pat_{alnum:27}', 'docker login -u acme -p dckr_pat_{base64url:26}x'],
        no: ['dckr_pat_xxx', 'dckr_pat_{alnum:10}'],
      },
    },
    {
      id: 'docker-hub-organization-access-token',
      name: 'Docker Hub organization access token',
      anchors: ['dckr_oat_'],
      pattern: /\b(dckr_oat_[A-Za-z0-9_-]{32})(?![\w-])/,
      power: 'infrastructure',
      impact: "Pull your organization's private images, or push poisoned ones.",
      samples: { yes: ['DOCKER_TOKEN=dckr_oat_{alnum:32}', '"dckr_oat_{alnum:32}"'], no: ['dckr_oat_xxx'] },
    },
    {
      id: 'docker-hub-swarm-token',
      name: 'Docker Swarm join token or unlock key',
      anchors: ['SWMTKN-1-', 'SWMKEY-1-'],
      pattern: /\b(SWMTKN-1-[a-z0-9]{50}-[a-z0-9]{25}|SWMKEY-1-[A-Za-z0-9+/]{43})(?![\w+/-])/,
      power: 'infrastructure',
      impact: 'Join your cluster and be handed its work and secrets.',
      samples: {
        yes: ['docker swarm join --token SWMTKN-1-{lower:50}-{lower:25} 10.0.0.1:2377', 'SWMKEY-1-{base64:43}'],
        no: ['SWMTKN-1-short'],
      },
    },
  ],
});
