import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import * as monitoring from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import * as apps from 'kubernetes-models/apps/v1';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';

const MODELS = { v1: core, 'apps/v1': apps, 'batch/v1': batch, 'autoscaling/v2': autoscaling, 'networking.k8s.io/v1': networking, 'policy/v1': policy, 'monitoring.coreos.com/v1': monitoring };
/** Their schemas are published by their operators, and not on npm. */
const OF_OPERATORS = ['postgresql.cnpg.io/v1', 'rabbitmq.com/v1beta1'];

function faultOf(manifest) {
  const model = MODELS[manifest.apiVersion]?.[manifest.kind];
  if (model === undefined) return `there is no schema for ${manifest.apiVersion} ${manifest.kind}`;
  try {
    new model(manifest).validate();
    return undefined;
  } catch (error) {
    return error.message;
  }
}

/** Reads manifests from standard input and writes what the published schemas of Kubernetes have against them, one fault a line. */
const manifests = parseAllDocuments(readFileSync(0, 'utf8')).map((document) => document.toJS());
const known = manifests.filter(({ apiVersion }) => !OF_OPERATORS.includes(apiVersion));
const faults = known.flatMap((manifest) => faultOf(manifest)?.split('\n').map((fault) => `${manifest.kind} ${manifest.metadata.name}: ${fault}`) ?? []);
process.stdout.write(JSON.stringify({ looked: known.length, faults }));
