using System.Text.Json.Nodes;

namespace AIWendy.Sdk.Testing;

/// <summary>What a coach answered.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Events">Every event of the stream, in order: <c>delta</c>, <c>tool</c>, <c>finish</c> and so on.</param>
public sealed record CoachAnswer(string Text, IReadOnlyList<JsonObject> Events);
