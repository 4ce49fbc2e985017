import type { Command } from 'commander';
import { addExamples } from '../options/examples.ts';
import { parseResolver } from '../options/resolver.ts';

interface MailFlags {
  eml: string;
  ip?: string;
  helo?: string;
  mailFrom?: string;
  resolver?: ReturnType<typeof parseResolver>;
  json?: boolean;
}

/** `launch-ready mail --eml <file>`: what receivers make of a mail that arrived. */
export const addMail = (program: Command): void => {
  const command = program
    .command('mail')
    .summary('whether a mail that arrived proves itself: SPF, DKIM, DMARC')
    .description(
      'Reads a mail as it was received, source and all, and checks it as receivers do: SPF of the server that handed it over, its DKIM\n' +
        'signatures, and by DMARC whether one of them speaks for the domain in From. It asks DNS and nothing else.\n' +
        'Exit code 0 for a pass, 1 for a fail or no policy, 3 where DNS did not answer.',
    )
    .requiredOption('--eml <file>', 'the mail’s source: “Show original”, “Download message”')
    .option('--ip <address>', 'server that handed it over, instead of the first outside one in Received')
    .option('--helo <name>', 'its greeting')
    .option('--mail-from <address>', 'bounce address, instead of Return-Path')
    .option('--resolver <server>', 'ask this name server', parseResolver)
    .option('--json', 'print the result as JSON')
    .action(async (flags: MailFlags) => {
      const { runMail } = await import('../run/mail.ts');
      await runMail(flags);
    });
  addExamples(command, [
    ['launch-ready mail --eml receipt.eml', 'a receipt that your shop sent to you'],
    ['launch-ready mail --eml receipt.eml --json', 'for a script'],
  ]);
};
