import type { Evidence } from '../../model/evidence/map.ts';
import type { Progress } from '../../model/progress.ts';
import type { EdgeConfig, Target } from '../../model/target.ts';
import { openBrowser, type Browser } from '../../net/browser/browser.ts';
import { createNet, type Net, type NetOptions } from '../../net/net.ts';
import { readText } from '../env/read-text.ts';
import { mailCollector } from '../mail/collector.ts';
import { cachingCollector } from './caching/collector.ts';
import { cloudflareCollector, type CloudflareAccess } from './cloudflare/collector.ts';
import { codeNamesCollector } from './code/collector.ts';
import { dnsCollector } from './dns/collector.ts';
import type { AnyEdgeCollector } from './edge-collector.ts';
import { frontCollector } from './front/collector.ts';
import { hostsInZone, hostsNamedIn } from './hosts/named-hosts.ts';
import { lookAtEdge, noEdge } from './look-at-edge.ts';
import { recordsCollector } from './records/collector.ts';
import { relianceCollector } from './reliance/collector.ts';
import { setupCollector } from './setup/collector.ts';
import { tlsCollector } from './tls/collector.ts';
import { trustCollector } from './trust/collector.ts';
import { webCollector } from './web/collector.ts';

export interface EdgeRequest {
  target: Target;
  config: EdgeConfig;
  /** What the repository told. */
  evidence: Evidence;
  net: NetOptions;
  /** Address ranges of vendors, in place of the built-in ones. */
  ranges?: Readonly<Record<string, readonly string[]>>;
  /** The user's token for Cloudflare's API. */
  cloudflare?: CloudflareAccess;
  /** Load the pages in this browser too: it contacts whoever they load from. */
  browser?: { program: string; sandbox: boolean };
  progress: Progress;
  timings: Record<string, number>;
}

/** Looks at the public surface from all sides at once. Passive: it asks for what anybody may see. Throws BrowserError when the browser that was asked for does not start. */
export const collectEdge = async ({
  target,
  config,
  evidence,
  net: options,
  ranges,
  cloudflare,
  browser,
  progress,
  timings,
}: EdgeRequest): Promise<Evidence> => {
  const net = createNet(options);
  const opened = browser === undefined ? undefined : await openBrowserFor(net, config, browser);
  try {
    return await lookAtEdge({
      net,
      config,
      named: [
        ...hostsNamedIn(evidence),
        ...(config.zone === undefined
          ? []
          : hostsInZone(readText(target.root, config.zone), config.zone, config.domains)),
      ],
      evidence,
      ...(opened === undefined ? {} : { visit: opened.visit }),
      readText: (path) => readText(target.root, path),
      collectors: edgeCollectors(ranges, cloudflare),
      progress,
      timings,
    });
  } finally {
    await opened?.close();
    await net.close();
  }
};

/** What stands for the public surface where nothing looked at it. */
export const edgeUnseen = (reason: string, unlock: string): Evidence => noEdge(edgeCollectors(), reason, unlock);

const openBrowserFor = async (
  net: Net,
  { domains }: EdgeConfig,
  browser: NonNullable<EdgeRequest['browser']>,
): Promise<Browser> => {
  const isOwn = (host: string): boolean => domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  try {
    return await openBrowser(net, { ...browser, isOwn });
  } catch (error) {
    await net.close();
    throw error;
  }
};

const edgeCollectors = (ranges?: EdgeRequest['ranges'], cloudflare?: CloudflareAccess): readonly AnyEdgeCollector[] => [
  frontCollector(ranges, cloudflare),
  cloudflareCollector(cloudflare),
  mailCollector,
  tlsCollector,
  webCollector,
  dnsCollector,
  recordsCollector,
  relianceCollector,
  setupCollector,
  codeNamesCollector,
  cachingCollector,
  trustCollector,
];
