import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Detour } from '../../net/net.ts';
import { gatherDetours } from './detours.ts';

/** How the running app is reached and how far probes may go. */
export interface BoundaryFlags {
  target?: string[];
  mode?: ProbeMode;
  signUp?: boolean;
  dryRun?: boolean;
  connectTo?: Detour[];
}

const MODES: readonly ProbeMode[] = ['passive', 'read', 'write', 'destructive', 'burst'];

const gatherTargets = (text: string, before: readonly string[] | undefined): string[] => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new InvalidArgumentError('Give an address such as http://localhost:3000.');
  }
  return [...(before ?? []), url.origin];
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
      new Option('--connect-to <host:port:address:port>', 'reach a host at another address').argParser(gatherDetours),
    );
