// Loaded into each measured process: leaves its peak memory, in KiB, in a file.
process.on('exit', () =>
  require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)),
);
