namespace AIWendy.Sdk.Testing;

/// <summary>The host did not start, did not take the plugin, or refused a request.</summary>
public sealed class PluginTestException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What went wrong, as a sentence.</param>
    public PluginTestException(string message)
        : base(message)
    {
    }
}
