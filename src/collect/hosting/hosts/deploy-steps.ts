import type { HostName } from '../../../model/evidence/hosting.ts';

/** What a CI step runs or uses to bring the app to a host. */
const STEPS: readonly (readonly [HostName, RegExp])[] = [
  ['vercel', /\bamondnet\/vercel-action|\bvercel(?:@\S+)?\s+(?:deploy|--prod|-[a-z]*\s|pull|build|\$|--token)/],
  ['netlify', /\bnwtgck\/actions-netlify|\bnetlify(?:-cli)?(?:@\S+)?\s+deploy\b/],
  ['cloudflare', /\bcloudflare\/(?:wrangler|pages)-action|\bwrangler(?:@\S+)?\s+(?:pages\s+)?(?:deploy|publish)\b/],
  ['fly', /\bfly(?:ctl)?\s+deploy\b/],
  ['railway', /\brailway\s+up\b|\bbervProject\/railway-deploy/],
  ['render', /\bapi\.render\.com\/deploy|johnbeynon\/render-deploy-action|RENDER_DEPLOY_HOOK/],
  ['heroku', /\bakhileshns\/heroku-deploy|\bgit push heroku\b|\bheroku\s+container:release\b/],
  ['kamal', /\bkamal\s+(?:deploy|redeploy|setup)\b/],
  ['firebase', /\bFirebaseExtended\/action-hosting-deploy|\bfirebase(?:-tools)?(?:@\S+)?\s+deploy\b/],
  ['cloud-run', /\bgoogle-github-actions\/deploy-cloudrun|\bgcloud\s+run\s+deploy\b/],
  ['app-engine', /\bgoogle-github-actions\/deploy-appengine|\bgcloud\s+app\s+deploy\b/],
  [
    'aws',
    /\baws-actions\/amazon-ecs-deploy|\bsst\s+deploy\b|\b(?:serverless|sls)\s+deploy\b|\bcdk\s+deploy\b|\baws\s+s3\s+sync\b|\beb\s+deploy\b|\bsam\s+deploy\b|einaregilsson\/beanstalk-deploy/,
  ],
  ['azure', /\bazure\/(?:webapps-deploy|static-web-apps-deploy|container-apps-deploy-action)/i],
  ['digitalocean', /\bdigitalocean\/app_action|\bdoctl\s+apps\b/],
  ['github-pages', /\bactions\/deploy-pages|\bpeaceiris\/actions-gh-pages|\bJamesIves\/github-pages-deploy-action/],
  ['kubernetes', /\bkubectl\s+(?:apply|set image|rollout)\b|\bhelm\s+upgrade\b/],
  [
    'server',
    /\bappleboy\/ssh-action|\bappleboy\/scp-action|\b(?:bash|sh|\.)\s+\.?\/?[\w./-]*deploy[\w.-]*\.sh\b|\.\/[\w./-]*deploy[\w.-]*\.sh\b|\brsync\b.{0,200}\S+@\S+:|\bssh\b.{0,200}\b(?:docker|pm2|systemctl|git pull)\b/,
  ],
];

/** The host that a step's text deploys to; null for every other step. */
export const deploysTo = (text: string): HostName | null =>
  STEPS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
