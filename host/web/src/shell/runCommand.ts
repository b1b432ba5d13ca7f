import { i18n, pluginName, toast, type Command, type CommandContext } from '@aiwendy/sdk';

/** Runs a plugin's command; one that fails says whose it was. */
export async function runCommand(command: Command & { plugin: string }, context: CommandContext): Promise<void> {
  try {
    await command.run(context);
  } catch (error) {
    console.error(`The command ${command.id} of ${command.plugin} failed`, error);
    toast(i18n.t('palette.commandFailed', { ns: 'shell', title: i18n.t(command.title, { ns: command.plugin }), plugin: pluginName(command.plugin) }), { kind: 'error' });
  }
}
