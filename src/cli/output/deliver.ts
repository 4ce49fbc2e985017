import type { Review } from '../../model/review.ts';
import { CliError } from '../cli-error.ts';
import type { Delivery, Format } from '../options/formats.ts';
import { type Look, lookOf } from './look.ts';
import { printable } from './printable.ts';
import { complain, print } from './streams.ts';
import { appendStepSummary } from './step-summary.ts';
import { writeWhole } from './write-file.ts';

interface Flags {
  verbose?: boolean;
  quiet?: boolean;
  color: boolean;
  width?: number;
}

/**
 * Writes the reports to their files, then prints what goes to stdout: a file that fails does not keep the verdict back. The
 * answer lists what could not be written. `reviewed`: the folder under review, null when it is not here.
 */
export const deliver = async (
  review: Review,
  deliveries: readonly Delivery[],
  flags: Flags,
  reviewed: string | null,
): Promise<string[]> => {
  const problems: string[] = [];
  for (const { format, to } of deliveries) {
    if (to === null) continue;
    try {
      await writeWhole(
        to,
        await rendered(
          review,
          format,
          { color: false, width: flags.width ?? 80, unicode: true },
          flags.verbose === true,
        ),
        reviewed,
      );
      if (flags.quiet !== true) complain(`Written: ${printable(to)}`);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      problems.push(error.message);
    }
  }
  for (const { format, to } of deliveries) {
    if (to === null) await print(await rendered(review, format, lookOf(flags), flags.verbose === true));
  }
  if (deliveries.some((one) => one.format === 'github')) problems.push(...(await appendStepSummary(review)));
  return problems;
};

/** Files of DNS records need a domain that was looked at. */
const mapped = (review: Review, format: Format): Review => {
  if (review.surface !== undefined) return review;
  throw new CliError(
    `--format ${format} needs a domain whose DNS was looked at: npx launch-ready edge <domain> --format ${format}=<file>.`,
  );
};

const rendered = async (review: Review, format: Format, look: Look, verbose: boolean): Promise<string> => {
  switch (format) {
    case 'terminal':
      return (await import('../../report/terminal/render-terminal.ts')).renderTerminal(review, { ...look, verbose });
    case 'html':
      return (await import('../../report/html/render-html.ts')).renderHtml(review);
    case 'zone':
      return (await import('../../report/dns/render-zone.ts')).renderZone(mapped(review, format));
    case 'dnscontrol':
      return (await import('../../report/dns/render-dnscontrol.ts')).renderDnscontrol(mapped(review, format));
    case 'terraform':
      return (await import('../../report/dns/render-terraform.ts')).renderTerraform(mapped(review, format));
    case 'cloudflare':
      return (await import('../../report/dns/render-cloudflare.ts')).renderCloudflare(mapped(review, format));
    case 'markdown':
      return (await import('../../report/markdown/render-markdown.ts')).renderMarkdown(review);
    case 'json':
      return (await import('../../report/json/render-json.ts')).renderJson(review);
    case 'sarif':
      return (await import('../../report/sarif/render-sarif.ts')).renderSarif(review);
    case 'junit':
      return (await import('../../report/junit/render-junit.ts')).renderJunit(review);
    case 'github':
      return (await import('../../report/github/render-annotations.ts')).renderAnnotations(review);
  }
};
