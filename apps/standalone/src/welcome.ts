import type { StandaloneConfig } from './config';

/** What a person who started the system wants to know; everything else is in the log. */
function welcomeText(config: StandaloneConfig): string {
  const lines = [
    '',
    'Bookable is ready.',
    '',
    `  API and its documentation   ${config.publicUrl}/api/docs`,
    ...(config.keepsMail ? [`  Mail that would be sent     ${config.publicUrl}/dev/mailbox`] : []),
    `  Data                        ${config.dataFolder}`,
    '',
    'Ctrl-C stops it.',
    '',
  ];
  return lines.join('\n');
}

/** Says that the system is ready, and where. */
export async function welcome(config: StandaloneConfig): Promise<void> {
  process.stdout.write(`${welcomeText(config)}\n`);
}
