import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseResolver } from './resolver.ts';

/** How the public surface is reached. */
export interface EdgeFlags {
  domain?: string[];
  resolver?: ReturnType<typeof parseResolver>[];
  ca?: string[];
  trustAnchor?: string[];
  now?: Date;
  ranges?: string;
  record?: string;
  replay?: string;
  browser?: boolean;
  browserProgram?: string;
  browserSandbox?: boolean;
}

const gather = (text: string, before: readonly string[] | undefined): string[] => [...(before ?? []), text];

const gatherResolvers = (text: string, before: EdgeFlags['resolver']) => [...(before ?? []), parseResolver(text)];

const moment = (text: string): Date => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('Give a date, e.g. 2026-12-31.');
  return at;
};

/** How a domain is asked for, whatever is looked at. */
export const addNetOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--resolver <server>', 'ask this name server instead of the system’s; may be repeated').argParser(
        gatherResolvers,
      ),
    )
    .addOption(new Option('--ca <file>', 'trust this authority too, PEM; may be repeated').argParser(gather))
    .addOption(new Option('--now <date>', 'judge certificates and signatures as on this day').argParser(moment));

export const addEdgeOptions = (command: Command): Command =>
  addNetOptions(command)
    .addOption(
      new Option(
        '--trust-anchor <file>',
        'DS or DNSKEY lines where DNSSEC begins, in place of the root’s; may be repeated',
      ).argParser(gather),
    )
    .option(
      '--browser',
      'load the pages in an installed Chromium too: what scripts load is seen, whoever they load from is contacted',
    )
    .addOption(new Option('--browser-program <file>', 'the same with this browser'))
    .addOption(
      new Option(
        '--no-browser-sandbox',
        'where none can be had, as in a container or as root: for sites that you trust',
      ),
    )
    .addOption(new Option('--record <file>', 'keep every answer of name servers, TLS and web servers in a file'))
    .addOption(new Option('--replay <file>', 'look at such a file in place of the network'))
    .addOption(new Option('--ranges <file>', 'address ranges of CDNs, JSON: { "cloudflare": ["192.0.2.0/24"] }'));
