import { fileURLToPath } from 'node:url';
import { openBenchStudy } from './import.ts';

// node importOnce.js FILE LIMIT: one import, reported to the parent with the highest resident memory of this process.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , path, limit] = process.argv;
  const study = await openBenchStudy(limit!);
  const start = performance.now();
  const { loaded } = await study.importAccounts(path!);
  const milliseconds = performance.now() - start;
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const lastAccount = await study.lastAccount(loaded);
  await study.close();
  process.send?.({ milliseconds, lastAccount, peakMemoryMb });
}
