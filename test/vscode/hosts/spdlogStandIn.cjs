// Stands in for @vscode/spdlog, which has to be compiled: what VS Code calls of it, appending to the log's file.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  #file;
  #level = levels.indexOf('info');
  #bare = false;

  constructor(_type, _name, file) {
    this.#file = file;
    if (file) mkdirSync(dirname(file), { recursive: true });
    for (const [level, word] of levels.entries()) this[word] = message => this.#write(level, message);
  }

  #write(level, message) {
    if (!this.#file || level < this.#level) return;
    appendFileSync(this.#file, this.#bare ? message : `${new Date().toISOString()} [${levels[level]}] ${message}\n`);
  }

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.#bare = true;
  }
  flush() {}
  drop() {}
}

// One by one: VS Code imports them by name, and Node finds names of a CommonJS module only where each is assigned.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
