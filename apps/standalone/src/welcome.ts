import type { StandaloneConfig } from './config';
import { DEMO_PEOPLE } from './demo/demo-people';

const WIDTH = 30;
const line = (what: string, where: string) => `  ${what.padEnd(WIDTH)}${where}`;

/** What was made up for this machine, and where it is. */
export interface MadeUp {
  readonly demoPassword?: string;
  readonly operatorFile?: string;
}

/** What a person who started the system wants to know; everything else is in the log. */
export function welcomeText(config: StandaloneConfig, { demoPassword, operatorFile }: MadeUp = {}): string {
  const people = Object.values(DEMO_PEOPLE).map(({ email, role }) => line(`Demo ${role}`, email));
  return [
    '',
    'Bookable is ready.',
    '',
    line('API and its documentation', `${config.publicUrl}/api/docs`),
    ...(config.keepsMail ? [line('Mail that would be sent', `${config.publicUrl}/dev/mailbox`)] : []),
    line('Data', config.dataFolder),
    ...(operatorFile === undefined ? [] : [line('Operator, how to sign in as', operatorFile)]),
    ...(demoPassword === undefined ? [] : ['', ...people, line('Their password', demoPassword)]),
    '',
    'Ctrl-C stops it.',
    '',
    '',
  ].join('\n');
}
