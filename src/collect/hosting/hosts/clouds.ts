import { assignmentsOf, instructionsIn } from '../../env/docker/dockerfile.ts';
import type { EnvironmentName } from '../../../model/evidence/env.ts';
import type { Setting } from '../text/settings.ts';
import type { Given, HostFile } from './host-file.ts';

/** Files of whole clouds, and what runs on any machine. */
export const CLOUDS: readonly HostFile[] = [
  {
    host: 'aws',
    file: /(?:^|\/)(?:sst\.config\.[cm]?[jt]s|serverless\.(?:ya?ml|json|ts)|amplify\.ya?ml|cdk\.json|apprunner\.yaml|samconfig\.toml|buildspec\.ya?ml)$/,
    by: 'config',
    // The Serverless Framework and SST deploy to other clouds too.
    counts: (text) => !/provider:\s*(?:name:\s*)?["']?(?:google|azure|cloudflare)/.test(text),
  },
  {
    host: 'cloud-run',
    file: /(?:^|\/)cloudbuild\.ya?ml$/,
    by: 'config',
    counts: (text) => /\brun\b[\s\S]{0,40}\bdeploy\b/.test(text),
  },
  {
    host: 'kubernetes',
    file: /\.ya?ml$/,
    by: 'config',
    counts: (text) => /^kind:\s*(?:Deployment|StatefulSet)\b/m.test(text) && !text.includes('{{'),
  },
  {
    host: 'docker',
    file: /(?:^|\/)Dockerfile(?:\.[\w-]+)?$/,
    by: 'image',
    // A base that others start from, or tools for developers, serves nothing.
    counts: (text) => /^\s*(?:CMD|ENTRYPOINT)\b/im.test(text),
    read: (_, stage, text) => ({ given: shippedEnv(text, stage) }),
  },
  {
    host: 'compose',
    file: /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/,
    by: 'image',
    // Nothing is built there and no image is the app's own: databases for developers.
    counts: (_, settings) => settings.some(({ keys }) => keys[0] === 'services' && keys[2] === 'build'),
    read: (settings, stage) => ({ given: serviceEnv(settings, stage) }),
  },
];

/** `ENV` of the last stage: what earlier ones set is gone in the image that runs. */
const shippedEnv = (text: string, environment: EnvironmentName): Given[] => {
  const all = instructionsIn(text);
  const last = all.findLastIndex(({ word }) => word === 'FROM');
  return all
    .slice(last + 1)
    .filter(({ word }) => word === 'ENV')
    .flatMap((one) => assignmentsOf(one).map((pair) => ({ ...pair, environment, line: one.line })));
};

const serviceEnv = (settings: readonly Setting[], environment: EnvironmentName): Given[] =>
  settings
    .filter(({ keys }) => keys[0] === 'services' && keys[2] === 'environment' && keys.length === 4)
    .flatMap(({ keys, value, line }) => {
      const pair = /^\d+$/.test(keys[3] ?? '') ? /^([A-Za-z_]\w*)=(.*)$/.exec(value) : null;
      const name = pair?.[1] ?? keys[3] ?? '';
      return /^[A-Za-z_]\w*$/.test(name) ? [{ name, value: pair?.[2] ?? value, environment, line }] : [];
    });
