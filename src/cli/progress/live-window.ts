import type { WriteStream } from 'node:tty';
import { cutEnd } from '../../report/terminal/wrap.ts';
import { printable } from '../output/printable.ts';
import { duration } from './duration.ts';
import type { Reporter } from './reporter.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const ROWS = 6;
const INTERVAL = 100;
/** A step that has run this long, in milliseconds, is named as what the user waits for. */
const SLOW = 3000;

interface Running {
  name: string;
  start: number;
  detail: string;
  fraction: number | undefined;
}

/** The lines to draw: what runs, longest first, within `rows` lines of at most `columns` characters. Exported for its test. */
export const windowLines = (
  title: string,
  running: readonly Running[],
  done: number,
  now: number,
  begun: number,
  columns: number,
): string[] => {
  const longest = running.toSorted((a, b) => a.start - b.start);
  const [slowest] = longest;
  const waiting = slowest !== undefined && now - slowest.start >= SLOW ? `, waiting for ${slowest.name}` : '';
  const head = `${FRAMES[Math.floor(now / INTERVAL) % FRAMES.length] ?? ''} ${title} · ${duration(now - begun)} · ${done} done${waiting}`;
  const room = ROWS - 1;
  const shown = longest.length > room ? longest.slice(0, room - 1) : longest;
  const rows = shown.map((step) => {
    const share = step.fraction === undefined ? '' : `${Math.floor(Math.min(1, Math.max(0, step.fraction)) * 100)} % `;
    const said = `${step.name} ${share}${step.detail}`.trimEnd();
    return `  ${said} (${duration(now - step.start)})`;
  });
  const hidden = longest.length - shown.length;
  return [head, ...rows, ...(hidden > 0 ? [`  and ${hidden} more`] : [])].map((line) =>
    cutEnd(line, Math.max(1, columns - 1), '…'),
  );
};

/** A window of at most six lines that is redrawn in place and gone at the end. */
export const liveWindow = (stream: WriteStream, title: string, color: boolean): Reporter => {
  const begun = performance.now();
  const running = new Set<Running>();
  let done = 0;
  let drawn = 0;
  let last = 0;
  let open = true;

  const erase = (): string => (drawn > 0 ? `\u001b[${drawn}A\r\u001b[J` : '');
  const draw = (): void => {
    if (!open) return;
    const now = performance.now();
    last = now;
    const lines = windowLines(printable(title, 60), [...running], done, now, begun, stream.columns || 80);
    const text = lines.map((line, index) => (color && index > 0 ? `\u001b[2m${line}\u001b[22m` : line)).join('\n');
    stream.write(`${erase()}${drawn === 0 ? '\u001b[?25l' : ''}${text}\n`);
    drawn = lines.length;
  };
  // Synchronous work in between keeps the timer from firing, so every update draws too when it is time.
  const drawWhenDue = (): void => {
    if (performance.now() - last >= INTERVAL) draw();
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    clearInterval(timer);
    process.removeListener('exit', close);
    if (drawn > 0) stream.write(`${erase()}\u001b[?25h`);
  };
  const timer = setInterval(draw, INTERVAL);
  timer.unref();
  process.on('exit', close);

  return {
    progress: {
      step: (name) => {
        const step: Running = { name: printable(name, 60), start: performance.now(), detail: '', fraction: undefined };
        running.add(step);
        drawWhenDue();
        return {
          update: (detail, fraction) => {
            step.detail = printable(detail, 200);
            step.fraction = fraction;
            drawWhenDue();
          },
          end: () => {
            if (running.delete(step)) done++;
            drawWhenDue();
          },
        };
      },
    },
    note: (text) => {
      stream.write(`${erase()}${text}\n`);
      drawn = 0;
      draw();
    },
    close,
  };
};
