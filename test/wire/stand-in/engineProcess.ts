import { runEngineProcess } from '../../../electron/wire/runEngineProcess.ts';
import { createEngineStandIn } from './engineStandIn.ts';

const { parent } = JSON.parse(process.argv[2]!) as { parent: number };
runEngineProcess(createEngineStandIn(), parent);
