export interface Hold {
  /** Resolves when a request for that path has been carried out and its answer waits. */
  readonly reached: Promise<void>;
  release(): void;
}

export interface Faults {
  /** Keeps back the answer to the next request whose `METHOD /path` starts so; the work itself is done. */
  readonly hold: (route: string) => Hold;
  /** Answers the next request whose `METHOD /path` starts so with a 500, before anything is done. */
  readonly breakNext: (route: string) => void;
  readonly isBroken: (route: string) => boolean;
  readonly waitFor: (route: string) => Promise<void>;
}

/** The moments at which a payments provider fails: before it has done the work, and after it, before the answer. */
export const createFaults = (): Faults => {
  const broken: string[] = [];
  const held: { prefix: string; reach: () => void; released: Promise<void> }[] = [];
  return {
    hold: (prefix) => {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      held.push({ prefix, reach: reached.resolve, released: released.promise });
      return { reached: reached.promise, release: released.resolve };
    },
    breakNext: (prefix) => void broken.push(prefix),
    isBroken: (route) => {
      const index = broken.findIndex((prefix) => route.startsWith(prefix));
      if (index >= 0) broken.splice(index, 1);
      return index >= 0;
    },
    waitFor: async (route) => {
      const index = held.findIndex(({ prefix }) => route.startsWith(prefix));
      const [hold] = index >= 0 ? held.splice(index, 1) : [];
      hold?.reach();
      await hold?.released;
    },
  };
};
