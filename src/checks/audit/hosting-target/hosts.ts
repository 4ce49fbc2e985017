import type { HostName } from '../../../model/evidence/hosting.ts';

/** Names of hosts for people. */
export const HOSTS: Readonly<Record<HostName, string>> = {
  'app-engine': 'App Engine',
  aws: 'AWS',
  azure: 'Azure',
  'cloud-run': 'Cloud Run',
  cloudflare: 'Cloudflare',
  compose: 'Docker Compose',
  digitalocean: 'DigitalOcean',
  docker: 'a container',
  firebase: 'Firebase',
  fly: 'Fly.io',
  'github-pages': 'GitHub Pages',
  heroku: 'Heroku',
  kamal: 'Kamal',
  kubernetes: 'Kubernetes',
  netlify: 'Netlify',
  railway: 'Railway',
  render: 'Render',
  replit: 'Replit',
  server: 'a server',
  vercel: 'Vercel',
};
