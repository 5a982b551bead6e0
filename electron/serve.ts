import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { engineScript, pagesDirectory, resourcesDirectory, userDirectory } from './directories.ts';
import { diskFailure } from './engine/study/diskFailure.ts';
import type { EngineArguments } from './engineProcess.ts';
import { createRequestHandler } from './wire/createRequestHandler.ts';
import { EngineKeeper } from './wire/EngineKeeper.ts';
import { Exchange } from './wire/Exchange.ts';
import { forkEngine } from './wire/forkEngine.ts';
import { openBrowser } from './wire/openBrowser.ts';
import { serveLoopback } from './wire/serveLoopback.ts';

const usage = `node out/electron/serve.js [--no-open] [--port N] [STUDY or FILE]
The same app in a local browser, at 127.0.0.1 only.`;

const { values, positionals } = readArguments();
if (values.help) console.log(usage);
else await serve();

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}

async function serve(): Promise<void> {
  const home = userDirectory();
  const options: EngineArguments = { userDirectory: home, resourcesDirectory, parent: process.pid };
  const exchange = await Exchange.open(join(home, 'exchange'));
  const keeper = new EngineKeeper(() => forkEngine(engineScript, options));
  const handle = createRequestHandler(keeper, pagesDirectory);
  const door = await serveLoopback({ handle, invoke: keeper.invoke, exchange, failureOf: diskFailure, port: Number(values.port) });

  const fragment = new URLSearchParams({ token: door.token, ...(positionals[0] ? { open: resolve(positionals[0]) } : {}) });
  const address = `${door.address}/#${fragment}`;
  console.log(`Plumbline is open at ${address}\nNothing leaves this machine. Ctrl+C ends it.`);
  if (!values['no-open']) openBrowser(address);

  const stop = async () => {
    await Promise.allSettled([keeper.close(), door.close()]);
    await exchange.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}
