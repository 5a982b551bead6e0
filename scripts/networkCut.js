import { spawnSync } from 'node:child_process';

const upThenRun = 'ip link set lo up && exec "$@"';

/** A command with the network cut off but for this machine itself, as one to spawn; null where that is not permitted (it takes root on Linux). */
export function withNetworkCut(command, args) {
  if (!isPermitted()) return null;
  return { command: 'unshare', args: ['--net', 'sh', '-c', upThenRun, 'sh', command, ...args] };
}

function isPermitted() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return false;
  return spawnSync('unshare', ['--net', 'sh', '-c', upThenRun, 'sh', 'true'], { stdio: 'ignore' }).status === 0;
}
