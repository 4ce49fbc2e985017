/** Colours and measures. Dark only on screens: paper stays paper. */
export const TOKENS = `
:root {
  color-scheme: light;
  --paper: #faf9f6; --surface: #ffffff; --sunk: #f4f2ec; --ink: #1b1a17; --soft: #5c594f; --line: #e6e2d8;
  --stop: #ad1f17; --stop-tint: #fcf0ed; --stop-line: #efcdc6;
  --warn: #855000; --warn-tint: #fdf5e5; --warn-line: #ecdab1;
  --good: #1a6b42; --good-tint: #edf6f0; --good-line: #c6e2d1;
  --note: #2c5a87; --note-tint: #eef4f9; --note-line: #c9dbeb;
  --sans: Inter, ui-sans-serif, -apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --round: 14px;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #131210; --surface: #1b1a17; --sunk: #24221f; --ink: #eeebe3; --soft: #aca89c; --line: #34312c;
    --stop: #ff9385; --stop-tint: #2b1916; --stop-line: #5a2c25;
    --warn: #e8bb70; --warn-tint: #282013; --warn-line: #55431f;
    --good: #7bd3a2; --good-tint: #14231a; --good-line: #28503a;
    --note: #95bee8; --note-tint: #16202a; --note-line: #2b435b;
  }
}
`;
