import type { ConnectTo } from './consent/scope.ts';

/** The command that looks at the same places again. */
export const commandFor = (origins: readonly string[], connectTo?: ConnectTo): string => {
  const targets = origins.map((origin) => ` --target ${origin}`).join('');
  const connections = [...(connectTo ?? [])].map(
    ([from, { address, port }]) => ` --connect-to ${from}:${address.includes(':') ? `[${address}]` : address}:${port}`,
  );
  return `npx launch-ready${targets}${connections.join('')}`;
};

/** What gets an app to answer that did not, by why it did not. */
export const unlockSilence = (why: string, origins: readonly string[], connectTo?: ConnectTo): string => {
  const again = commandFor(origins, connectTo);
  if (/TLS|certificate|self-signed/i.test(why))
    return `Trust the authority that signed its certificate: \`NODE_EXTRA_CA_CERTS=ca.pem ${again}\`, with its certificate in ca.pem.`;
  if (/429/.test(why))
    return `Lift the limit for this machine, or set \`budget: { perSecond: 2 }\` under boundary in launch-ready.config, and run \`${again}\`.`;
  if (/budget|time of the run/.test(why))
    return `Raise \`budget\` under boundary in launch-ready.config, and run \`${again}\`.`;
  return `Start the app, or correct the address, and run \`${again}\`.`;
};
