/** Whether a command line asks how it is to be written, rather than for any work. */
export function asksForUsage(args: readonly string[] = process.argv.slice(2)): boolean {
  return args.includes('--help') || args.includes('-h');
}
