import { EngineKeeper } from '../../../electron/wire/EngineKeeper.ts';
import { forkEngine } from '../../../electron/wire/forkEngine.ts';
import { stateOf } from './engineStandIn.ts';

// A door with a query running for ever, for a test to kill: prints the engine's process id once the query runs.
const keeper = new EngineKeeper(() => forkEngine(process.argv[2]!, { parent: process.pid }));
const { process: engine } = await stateOf(keeper.invoke);
await keeper.invoke('summarise-observations', {}, { onProgress: () => setTimeout(() => console.log(engine), 300) });
