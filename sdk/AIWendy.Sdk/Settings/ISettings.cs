namespace AIWendy.Sdk;

/// <summary>A plugin's settings within the current tenant, as last saved by an administrator.</summary>
/// <typeparam name="T">The plugin's settings record; its defaults apply where nothing was saved.</typeparam>
public interface ISettings<T> where T : class, new()
{
    /// <summary>Reads the settings; cached and refreshed on every replica when they change.</summary>
    ValueTask<T> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the settings after validating them against the manifest's schema.</summary>
    /// <exception cref="ProblemException">Code <c>settings_invalid</c>: names every field that does not fit.</exception>
    Task SaveAsync(T settings, CancellationToken cancellationToken = default);
}
