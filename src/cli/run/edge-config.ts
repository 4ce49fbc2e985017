import { withEdgeDefaults } from '../../collect/target/edge-defaults.ts';
import { hostName } from '../../collect/edge/hosts/read-hosts.ts';
import type { Config } from '../../model/target.ts';
import { CliError } from '../cli-error.ts';
import type { EdgeFlags } from '../options/edge-options.ts';
import { printable } from '../output/printable.ts';

/** The config with the domains that the command line names. Throws CliError for what is no domain. */
export const withEdgeFlags = (config: Config, { domain }: EdgeFlags): Config => {
  if (domain === undefined || domain.length === 0) return config;
  const domains = domain.map(domainIn);
  return { ...config, edge: { ...(config.edge ?? withEdgeDefaults({ domains })), domains } };
};

/** `shop.example`, also out of `https://shop.example/path`. */
const domainIn = (text: string): string => {
  const host = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).hostname : text;
  const name = hostName(host);
  if (name !== null) return name;
  throw new CliError(`${printable(text, 80)} is no domain: give a name such as shop.example.`);
};
