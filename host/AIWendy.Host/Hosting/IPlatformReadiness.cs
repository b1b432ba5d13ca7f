namespace AIWendy.Host.Hosting;

/// <summary>How far the start has come. The server listens from the beginning; requests to plugins wait for this.</summary>
internal interface IPlatformReadiness
{
    /// <summary>Whether the database answers and every plugin was started or set aside.</summary>
    bool IsReady { get; }

    /// <summary>Why the start failed, in one sentence; null while it goes on or when it succeeded.</summary>
    string? Failure { get; }
}
