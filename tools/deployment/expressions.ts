import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { ROOT } from './manifest';

/** A question to Prometheus, and where it is asked. */
export interface Expression {
  readonly where: string;
  readonly text: string;
}

export interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}
interface AdapterRule {
  readonly seriesQuery: string;
  readonly metricsQuery: string;
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The alerts of the rule file, in their order. */
export function readAlerts(): Alert[] {
  const { groups } = parse(read('docker/prometheus/alerts.yaml')) as { readonly groups: readonly { readonly rules: readonly Alert[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

/** Everything that the alerts, the dashboards and the autoscalers ask. */
export function readExpressions(): Expression[] {
  const dashboards = readdirSync(join(ROOT, 'k8s/monitoring/dashboards')).flatMap((file) =>
    (JSON.parse(read(`k8s/monitoring/dashboards/${file}`)) as Dashboard).panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: `${file}: ${title}`, text: expr }))),
  );
  const { rules } = parse(read('k8s/monitoring/prometheus-adapter.values.yaml')) as { readonly rules: { readonly custom: AdapterRule[]; readonly external: AdapterRule[] } };
  const adapter = [...rules.custom, ...rules.external].flatMap(({ seriesQuery, metricsQuery }) =>
    [seriesQuery, metricsQuery.replaceAll('<<.LabelMatchers>>', 'a="b"').replaceAll('<<.GroupBy>>', 'pod')].map((text) => ({ where: 'prometheus-adapter', text })),
  );
  return [...readAlerts().map(({ alert, expr }) => ({ where: alert, text: expr })), ...dashboards, ...adapter];
}

/** The metrics that a question asks for, or the place where it cannot be read. */
export function metricsAskedFor(text: string): { readonly names: readonly string[]; readonly fault?: string } {
  const names = new Set<string>();
  let fault: string | undefined;
  parser.parse(text).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) fault ??= `cannot be read at ${from}: ${text.slice(from, from + 20)}`;
      if (type.name === 'Identifier' && node.parent?.type.name === 'VectorSelector') names.add(text.slice(from, to));
    },
  });
  return { names: [...names], fault };
}
