import { type Command, Option } from 'commander';
import { gatherDetours } from '../options/detours.ts';
import { addNetOptions, type EdgeFlags } from '../options/edge-options.ts';
import { addExamples } from '../options/examples.ts';
import type { MailDomainFlags } from '../run/mail-domains.ts';

interface MailFlags extends MailDomainFlags {
  eml?: string;
  ip?: string;
  helo?: string;
  mailFrom?: string;
}

const gather = (text: string, before: readonly string[] | undefined): string[] => [...(before ?? []), text];

/** `launch-ready mail`: whether mail of a domain will arrive and what to publish for it; with `--eml` what receivers make of a mail that arrived. */
export const addMail = (program: Command): void => {
  const command = program
    .command('mail')
    .summary(
      'whether your mail arrives: SPF, DKIM, DMARC of a domain with the records to publish, or of a received mail',
    )
    .description(
      'Looks at the mail of a domain as receivers do, and says what is right, what is not, and which records to publish: as a part of a zone file\n' +
        'that can be pasted. Run again, it says what has changed. It asks DNS, and for the file of MTA-STS, and nothing else.\n' +
        'With --eml it reads one mail as it was received, source and all: SPF of the server that handed it over, its DKIM signatures, and by DMARC\n' +
        'whether one of them speaks for the domain in From.\n' +
        'Exit code: 0 nothing to fix now (a pass), 1 something to fix now (a fail, or no policy), 2 wrong use, 3 not everything could be seen.',
    )
    .argument('[domains...]', 'domains such as shop.example; left out, those of the config')
    .option('--code <folder>', 'hold the code in this folder against it: packages, variables, From addresses')
    .addOption(new Option('--provider <id>', 'who sends for it, e.g. resend; may be repeated').argParser(gather))
    .option('--config <file>', 'use this config')
    .option('--no-save', 'do not keep this run for the next comparison')
    .option('--eml <file>', 'a mail’s source instead: “Show original”, “Download message”')
    .option('--ip <address>', 'of --eml: server that handed it over, instead of the first outside one in Received')
    .option('--helo <name>', 'of --eml: its greeting')
    .option('--mail-from <address>', 'of --eml: bounce address, instead of Return-Path')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'no progress')
    .action(async (domains: string[], flags: MailFlags) => {
      if (flags.eml === undefined) {
        const { runMailDomains } = await import('../run/mail-domains.ts');
        return runMailDomains(domains, flags);
      }
      const { runMail } = await import('../run/mail.ts');
      const { eml, ip, helo, mailFrom, json } = flags;
      const [resolver] = (flags satisfies EdgeFlags).resolver ?? [];
      await runMail({
        eml,
        ...(ip === undefined ? {} : { ip }),
        ...(helo === undefined ? {} : { helo }),
        ...(mailFrom === undefined ? {} : { mailFrom }),
        ...(json === undefined ? {} : { json }),
        ...(resolver === undefined ? {} : { resolver }),
      });
    });
  addNetOptions(command).addOption(
    new Option('--connect-to <host:port:address:port>', 'reach a host at another address, as curl does').argParser(
      gatherDetours,
    ),
  );
  addExamples(command, [
    ['launch-ready mail shop.example --provider resend', 'what to publish for Resend'],
    ['launch-ready mail shop.example --code .', 'and hold the code against it'],
    ['launch-ready mail --eml receipt.eml', 'a receipt that your shop sent to you'],
  ]);
};
