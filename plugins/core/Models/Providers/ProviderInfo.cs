namespace AIWendy.Plugins.Models.Providers;

/// <summary>What the settings page needs to know about a kind of connection.</summary>
/// <param name="Kind">Name that connections carry.</param>
/// <param name="Name">What people see.</param>
/// <param name="DefaultBaseUrl">The address when none is given.</param>
/// <param name="KeyRequired">Whether the default address demands a key.</param>
/// <param name="SuggestedModel">A model to start with, or null when only the user's server knows.</param>
internal sealed record ProviderInfo(string Kind, string Name, Uri DefaultBaseUrl, bool KeyRequired, string? SuggestedModel);
