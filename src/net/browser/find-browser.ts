import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];

const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
];

const WINDOWS = [String.raw`Google\Chrome\Application\chrome.exe`, String.raw`Microsoft\Edge\Application\msedge.exe`];

/** Where a browser that speaks the DevTools protocol is installed; undefined where none is. */
export const findBrowser = (): string | undefined => {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  const places =
    process.platform === 'darwin'
      ? ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => MAC.map((name) => join(folder, name)))
      : process.platform === 'win32'
        ? [PROGRAMFILES, `${PROGRAMFILES} (x86)`, LOCALAPPDATA].flatMap((folder) =>
            WINDOWS.map((name) => join(folder, name)),
          )
        : PATH.split(delimiter).flatMap((folder) => (folder === '' ? [] : NAMES.map((name) => join(folder, name))));
  return places.find((place) => existsSync(place));
};
