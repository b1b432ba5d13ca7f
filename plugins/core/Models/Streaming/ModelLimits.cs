namespace AIWendy.Plugins.Models.Streaming;

/// <summary>How much a model server may send and how long it may take.</summary>
internal sealed record ModelLimits
{
    /// <summary>From sending the request to the first byte of the answer; local models load for a while.</summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Between two reads of an answer that has begun.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of a whole answer.</summary>
    public long TotalBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Bytes of one line.</summary>
    public int LineBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Bytes of one event, which may have several lines.</summary>
    public int EventBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of an error's body that are read to tell one error from another.</summary>
    public int ErrorBytes { get; init; } = 64 * 1024;
}
