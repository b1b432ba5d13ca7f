namespace AIWendy.Host.Plugins;

/// <summary>A plugin can not be used; the message is one sentence for an administrator and carries no plugin type.</summary>
internal sealed class PluginRefusedException(string message, PluginState state = PluginState.Faulted) : Exception(message)
{
    public PluginState State => state;
}
