import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own in a temporary folder, reached through a socket there. */
export interface PostgresServer {
  /** Runs statements; the rows of the last one as JSON objects. */
  rows<Row>(prepare: string, query: string): Row[];
  stop(): void;
}

const versions = '/usr/lib/postgresql';

/** Folder of the newest server's programs where Debian puts them; null when there is none. */
export function postgresPrograms(): string | null {
  if (!existsSync(versions)) return null;
  const newest = readdirSync(versions).sort((one, other) => Number(other) - Number(one))[0];
  const programs = join(versions, newest ?? '', 'bin');
  return existsSync(join(programs, 'initdb')) ? programs : null;
}

/** Starts a server. It refuses to run as root, so root hands it to the user `postgres`. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-postgres-'));
  const identity = process.getuid?.() === 0 ? userNamed('postgres') : null;
  if (identity) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const run = (program: string, args: string[], input = '') => {
    const done = spawnSync(join(programs, program), args, { ...identity, input, encoding: 'utf8', maxBuffer: 2 ** 28, cwd: folder });
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
    return done.stdout;
  };
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C']);
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'statement_timeout=10s'],
    {
      ...identity,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const query = (text: string) =>
    run('psql', ['-h', folder, '-U', 'postgres', '-d', 'postgres', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'], text);
  for (let tries = 0; ; tries++) {
    try {
      query('select 1');
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    rows: <Row>(prepare: string, text: string) =>
      JSON.parse(query(`${prepare};\nselect coalesce(json_agg(answer), '[]') from (${text}) answer;`)) as Row[],
    stop: () => {
      server.kill('SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

function userNamed(name: string): { uid: number; gid: number } {
  const of = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: of('-u'), gid: of('-g') };
}
