import { InProcessBus } from '@bookable/platform-bus';
import { readConfig, text } from '@bookable/platform-config';
import { runProcess } from '@bookable/platform-runtime';

/** A process that keeps itself busy until it is told to stop; run by the tests as a child. */
void runProcess({
  name: 'small',
  connect: async () => new InProcessBus(),
  start: async (env, { tracing }) => {
    tracing?.begin('start', 'internal', undefined)?.end();
    const watchers = ['@sentry/node', '@opentelemetry/sdk-trace-base', '@opentelemetry/exporter-trace-otlp-http'];
    const loaded = watchers.filter((name) => Object.keys(require.cache).some((file) => file.includes(`/node_modules/${name}/`)));
    process.stdout.write(`loaded: ${loaded.join(', ') || 'none'}\n`);
    const { BEHAVIOUR } = readConfig(env, { BEHAVIOUR: text({ choices: ['steady', 'stuck', 'throws', 'rejects', 'fails'] }) });
    if (BEHAVIOUR === 'fails') throw new Error('no such luck');
    const work = setInterval(() => undefined, 1_000);
    if (BEHAVIOUR === 'throws') setTimeout(() => { throw new Error('thrown by nobody'); }, 50);
    if (BEHAVIOUR === 'rejects') setTimeout(() => void Promise.reject(new Error('rejected by nobody')), 50);
    const stop = async () => {
      if (BEHAVIOUR === 'stuck') await new Promise(() => undefined);
      clearInterval(work);
    };
    return { name: 'small', stop };
  },
});
