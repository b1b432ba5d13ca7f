namespace AIWendy.Host.Settings.Registry;

/// <summary>Puts what administrators have set below everything else of the configuration, so that the environment wins.</summary>
internal sealed class StoredConfiguration : ConfigurationProvider, IConfigurationSource
{
    /// <summary>Replaces everything.</summary>
    public void Replace(IReadOnlyDictionary<string, string> values)
    {
        Data = values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
