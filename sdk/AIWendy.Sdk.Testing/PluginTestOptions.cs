namespace AIWendy.Sdk.Testing;

/// <summary>What a test's host needs beyond the usual.</summary>
public sealed record PluginTestOptions
{
    /// <summary>Folders of built plugins; empty for those that the test project names as <c>PluginUnderTest</c>.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>Settings of the host, as in <c>.env</c>; they go before those that the test host chooses.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the host may take until everything is ready.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(2);
}
