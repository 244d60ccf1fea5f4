import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Listeners, topicsOwedTo } from '@bookable/platform-bus';

const APPS = resolve(__dirname, '../../apps');
const CONSUMERS = '.consumer.ts';

/** Which facts are owed to which service, read from the consumers in the code. */
export async function findListeners(): Promise<Listeners> {
  const found: Record<string, readonly string[]> = {};
  for (const service of readdirSync(APPS).sort()) {
    const topics = (await Promise.all(consumersOf(service).map(topicsIn))).flat();
    if (topics.length > 0) found[service] = [...new Set(topics)].sort();
  }
  return found;
}

function consumersOf(service: string): readonly string[] {
  const folder = join(APPS, service, 'src');
  const files = readdirSync(join(APPS, service), { withFileTypes: true }).some(({ name }) => name === 'src') ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return files.filter((file) => file.endsWith(CONSUMERS)).map((file) => join(folder, file));
}

async function topicsIn(file: string): Promise<readonly string[]> {
  const exported = Object.values((await import(file)) as Record<string, unknown>);
  return exported.filter((one): one is typeof Object => typeof one === 'function').flatMap(topicsOwedTo);
}

/** The file that says so, as it is kept. */
export function listenersFile(listeners: Listeners): string {
  const services = Object.entries(listeners).map(([service, topics]) => {
    return `  ${/^\w+$/.test(service) ? service : `'${service}'`}: [\n${topics.map((topic) => `    '${topic}',\n`).join('')}  ],\n`;
  });
  return `/**
 * Which facts are owed to which service. Written by \`npm run listeners\` from the consumers in the code: every process
 * makes a place at the broker for all of them before it tells its first fact, so that nobody misses what was told
 * before they first started.
 */
export const LISTENERS = {
${services.join('')}} as const;
`;
}
