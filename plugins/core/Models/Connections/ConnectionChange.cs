namespace AIWendy.Plugins.Models.Connections;

/// <summary>What a person enters for a connection.</summary>
/// <param name="Kind"><c>openai</c>, <c>anthropic</c> or <c>ollama</c>; fixed once the connection exists.</param>
/// <param name="BaseUrl">Address of the server; empty for the provider's own.</param>
/// <param name="ApiKey">The key; a masked one or null leaves it, an empty one clears it.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Name">What the person calls it; the model's name when empty.</param>
/// <param name="MakeDefault">Whether new conversations use it from now on; when not stated, the first connection of a user becomes his default.</param>
internal sealed record ConnectionChange(
    string? Kind = null,
    string? BaseUrl = null,
    string? ApiKey = null,
    string? Model = null,
    string? Name = null,
    bool? MakeDefault = null);
