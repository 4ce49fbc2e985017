import { printable } from '../output/printable.ts';
import { duration } from './duration.ts';
import type { Reporter } from './reporter.ts';

/** One line when a step ends, for logs. */
export const plainLines = (stream: NodeJS.WritableStream): Reporter => ({
  progress: {
    step: (name) => {
      const start = performance.now();
      let ended = false;
      return {
        update: () => {},
        end: (detail) => {
          if (ended) return;
          ended = true;
          const words = detail === undefined ? '' : `: ${printable(detail)}`;
          stream.write(`${printable(name)}${words} (${duration(performance.now() - start)})\n`);
        },
      };
    },
  },
  note: (text) => void stream.write(`${text}\n`),
  close: () => {},
});
