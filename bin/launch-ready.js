#!/usr/bin/env node
'use strict';
// Old JavaScript on purpose: an old Node must be able to read this file to say that it is too old.
var fs = require('fs');
var path = require('path');

var NEEDED = [22, 18];
var root = path.join(__dirname, '..');
var args = process.argv.slice(2);

var version = function () {
  return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version;
};

var isOld = function () {
  var parts = process.versions.node.split('.');
  var major = Number(parts[0]);
  return major < NEEDED[0] || (major === NEEDED[0] && Number(parts[1]) < NEEDED[1]);
};

var hint = function (inCheckout) {
  if (inCheckout) return 'Run `npm ci` here: it brings a newer Node, which `npx launch-ready` then uses.';
  return 'Get it from https://nodejs.org, with `nvm install 24`, or once with `npx -p node@24 -p launch-ready launch-ready`.';
};

/** Runs the same command with the Node that `npm ci` installed; its signals and exit code are passed through. */
var runWith = function (node) {
  var child = require('child_process').spawn(node, [__filename].concat(args), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { LAUNCH_READY_NODE: node }),
  });
  var names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  var handlers = names.map(function (name) {
    var handler = function () {
      // A terminal sends Ctrl-C to both processes; sending it again would count as a second Ctrl-C.
      if (name !== 'SIGINT' || !process.stdin.isTTY) child.kill(name);
    };
    process.on(name, handler);
    return handler;
  });
  child.on('error', function () {
    tooOld(true);
  });
  child.on('exit', function (code, signal) {
    names.forEach(function (name, index) {
      process.removeListener(name, handlers[index]);
    });
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
};

var tooOld = function (inCheckout) {
  var needed = NEEDED.join('.');
  process.stderr.write(
    'launch-ready needs Node ' +
      needed +
      ' or newer; this is Node ' +
      process.versions.node +
      '. ' +
      hint(inCheckout) +
      '\n',
  );
  process.exitCode = 2;
};

var start = function () {
  var checkout = fs.existsSync(path.join(root, 'src', 'cli', 'main.ts'));
  if (isOld()) {
    var newer = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
    // The variable stops a loop when that Node is too old as well.
    if (checkout && !process.env.LAUNCH_READY_NODE && fs.existsSync(newer)) return runWith(newer);
    return tooOld(checkout);
  }
  // A relative TMPDIR would put the cache into the folder under review.
  if (path.isAbsolute(require('os').tmpdir())) require('module').enableCompileCache();
  var main = path.join(root, checkout ? 'src/cli/main.ts' : 'dist/cli/main.js');
  return import(require('url').pathToFileURL(main).href)
    .then(function (cli) {
      return cli.main(args);
    })
    .catch(function (error) {
      // Node's own exit code for this is 1, which means NO-GO.
      process.stderr.write('launch-ready could not start: ' + (error && error.message) + '\n');
      process.exitCode = 2;
    });
};

if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
  fs.writeSync(1, version() + '\n');
} else {
  start();
}
