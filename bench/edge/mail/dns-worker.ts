/** A name server in a thread of its own, so that what it costs is nobody's time. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDnsServer, type ZoneName } from '../../../src/net/testing/dns-server.ts';

const { address, port } = await openDnsServer(workerData as Map<string, ZoneName>);
parentPort?.postMessage({ address, port });
