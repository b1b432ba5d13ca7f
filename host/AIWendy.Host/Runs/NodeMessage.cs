namespace AIWendy.Host.Runs;

/// <summary>What nodes tell one another about runs: ids only, the rest stands in the database.</summary>
internal static class NodeMessage
{
    // PostgreSQL takes 8000 bytes; an id and a comma are 33.
    private const int IdsPerMessage = 230;
    private const string CancelPrefix = "cancel:";
    private const string EventsPrefix = "events:";

    public static string Cancel(Guid runId) => $"{CancelPrefix}{runId:N}";

    /// <summary>Messages that say that these runs have new events.</summary>
    public static IEnumerable<string> Events(IEnumerable<Guid> runIds) =>
        runIds.Chunk(IdsPerMessage).Select(ids => EventsPrefix + string.Join(',', ids.Select(id => id.ToString("N"))));

    /// <summary>Calls back for what a message says; ignores what it does not know, such as words of a newer version.</summary>
    public static void Read(string message, Action<Guid> onCancel, Action<Guid> onEvents)
    {
        (string rest, Action<Guid> callback) = message switch
        {
            _ when message.StartsWith(CancelPrefix, StringComparison.Ordinal) => (message[CancelPrefix.Length..], onCancel),
            _ when message.StartsWith(EventsPrefix, StringComparison.Ordinal) => (message[EventsPrefix.Length..], onEvents),
            _ => (string.Empty, onEvents),
        };
        foreach (string part in rest.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Guid.TryParseExact(part, "N", out Guid id))
            {
                callback(id);
            }
        }
    }
}
