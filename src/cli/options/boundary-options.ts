import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ProbeMode } from '../../model/evidence/boundary.ts';

/** How the running app is reached and how far probes may go. */
export interface BoundaryFlags {
  target?: string[];
  mode?: ProbeMode;
  signUp?: boolean;
  dryRun?: boolean;
  connectTo?: ConnectToFlag[];
}

export interface ConnectToFlag {
  from: string;
  address: string;
  port: number;
}

const MODES: readonly ProbeMode[] = ['passive', 'read', 'write', 'destructive', 'burst'];

const gatherTargets = (text: string, before: readonly string[] | undefined): string[] => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new InvalidArgumentError('Give an address such as http://localhost:3000.');
  }
  return [...(before ?? []), url.origin];
};

/** `host:port:address:port`, as curl has it. */
const gatherConnections = (text: string, before: readonly ConnectToFlag[] | undefined): ConnectToFlag[] => {
  const found = /^(\[[^\]]+\]|[^:]+):(\d+):(\[[^\]]+\]|[^:]+):(\d+)$/.exec(text);
  if (found === null) throw new InvalidArgumentError('Give host:port:address:port, e.g. shop.test:443:127.0.0.1:8443.');
  const [, host = '', from = '', address = '', port = ''] = found;
  return [
    ...(before ?? []),
    { from: `${host}:${from}`, address: address.replaceAll(/[[\]]/g, ''), port: Number(port) },
  ];
};

export const addBoundaryOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--target <origin>', 'the running app; may be repeated, nothing else is ever asked').argParser(
        gatherTargets,
      ),
    )
    .addOption(new Option('--mode <mode>', 'how far probes go, on objects of their own').choices([...MODES]))
    .option('--sign-up', 'make the accounts for the probes where the app has an open sign-up')
    .option('--dry-run', 'say what the probes would do, and do only the looking')
    .addOption(
      new Option('--connect-to <host:port:address:port>', 'reach a host at another address').argParser(
        gatherConnections,
      ),
    );
