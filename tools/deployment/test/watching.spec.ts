import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { metricsAskedFor, readAlerts, readExpressions } from '../expressions';
import { ROOT, SERVICE_APPS } from '../manifest';

const runbooks = readFileSync(join(ROOT, 'docs/runbooks.md'), 'utf8');

describe('what is watched', () => {
  it('is asked for in words that Prometheus reads', () => {
    const faults = readExpressions().flatMap(({ where, text }) => metricsAskedFor(text).fault?.split('\n').map((fault) => `${where} ${fault}`) ?? []);
    expect(faults).toEqual([]);
    expect(metricsAskedFor('sum(rate(up[5m])').fault).toContain('cannot be read');
    expect(metricsAskedFor('sum by (service) (rate(a_total{code="b"}[5m])) / max(c)').names).toEqual(['a_total', 'c']);
  });

  it('has a run-book for every alert, and no run-book without one', () => {
    const alerts = readAlerts();
    expect([...runbooks.matchAll(/^## (\w+)$/gm)].map(([, name]) => name).sort()).toEqual(alerts.map(({ alert }) => alert).sort());
    expect(alerts.filter(({ alert, annotations }) => annotations.runbook !== `docs/runbooks.md#${alert.toLowerCase()}`)).toEqual([]);
    expect(alerts.filter(({ labels }) => !['page', 'ticket'].includes(labels.severity))).toEqual([]);
  });

  it('says in every run-book what it means, what to look at and what to do', () => {
    const sections = runbooks.split(/^## /m).slice(1);
    expect(sections.filter((section) => !/\*\*Means\.\*\*[^]*\*\*Look at\.\*\*[^]*\*\*Do\.\*\*/.test(section)).map((section) => section.split('\n')[0])).toEqual([]);
  });

  it('misses no service', () => {
    const missing = readAlerts().find(({ alert }) => alert === 'BookableServiceMissing')!.expr;
    expect(SERVICE_APPS.filter((app) => !missing.includes(`absent(bookable_bus_up{service="${app}"})`))).toEqual([]);
    const { scrape_configs: jobs } = parse(readFileSync(join(ROOT, 'docker/prometheus/prometheus.yml'), 'utf8')) as { readonly scrape_configs: readonly { readonly dns_sd_configs: readonly { readonly names: readonly string[] }[] }[] };
    expect([...jobs[0]!.dns_sd_configs[0]!.names].sort()).toEqual([...SERVICE_APPS].sort());
  });

  it('is the same for the operator of Prometheus', () => {
    const rule = parse(readFileSync(join(ROOT, 'k8s/monitoring/prometheus-rule.yaml'), 'utf8')) as { readonly spec: unknown };
    expect(rule.spec).toEqual(parse(readFileSync(join(ROOT, 'docker/prometheus/alerts.yaml'), 'utf8')));
  });
});
