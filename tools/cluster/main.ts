import { resolve } from 'node:path';
import { ConfigError } from '@bookable/platform-config';
import { Cluster } from './cluster';
import { ClusterConfig } from './config';

const say = (line: string) => void process.stdout.write(`cluster | ${line}\n`);
const fail = (error: unknown, code: number) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(code);
};

async function main(): Promise<void> {
  const cluster = new Cluster(ClusterConfig.read(process.env), process.env, say);
  let isAsked = false;
  const stop = () => {
    if (isAsked) cluster.kill();
    isAsked = true;
    void cluster.stop().then(() => process.exit(0), (error: unknown) => fail(error, 1));
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop);
  try {
    await cluster.start(resolve(__dirname, '../..'));
  } catch (error) {
    await cluster.stop();
    fail(error, 1);
  }
}

main().catch((error: unknown) => fail(error, error instanceof ConfigError ? 78 : 1));
