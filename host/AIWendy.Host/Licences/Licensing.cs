using AIWendy.Host.Configuration;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Licences;

/// <summary>
/// Knows the licences of this installation: reads them from settings and database, judges them, and keeps the result
/// until a token or a state changes.
/// </summary>
internal sealed partial class Licensing(
    HostSettings settings,
    LicenceStore store,
    DevelopmentKeys development,
    TimeProvider time,
    ILogger<Licensing> logger) : ILicences, ILicenceLimits, IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Lazy<LicenceKey[]> anchors = new(() => [.. PinnedLicenceKeys.All, .. development.Read()]);
    private LicencePicture picture = LicencePicture.Empty;

    /// <summary>Raised after a state has changed.</summary>
    public event Action? Changed;

    /// <summary>Everything that is known, as it stands now.</summary>
    public LicencePicture Picture
    {
        get
        {
            LicencePicture known = Volatile.Read(ref picture);
            DateTimeOffset now = known.Now(time);
            return now < known.Snapshot.ValidUntil ? known : Renew(known, now);
        }
    }

    public LicenceSnapshot Current => Picture.Snapshot;

    public bool IsClockBack => Volatile.Read(ref picture).IsClockBack(time);

    /// <summary>The time that counts for licences.</summary>
    public DateTimeOffset Now => Volatile.Read(ref picture).Now(time);

    public long? Find(string name) => Current.Limit(name);

    /// <summary>Reads everything again.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            StoredTokens stored = await store.ReadAsync(cancellationToken);
            LicenceTrust trust = await TrustAsync(stored, cancellationToken);
            List<InstalledLicence> licences = [.. Configured(trust, stored.InstallationId)];
            licences.AddRange(stored.Tokens.Where(token => !token.IsTrustList).Select(token => new InstalledLicence(
                token.Id, LicenceVerifier.Verify(token.Token, trust, stored.InstallationId), token.InstalledAt)));
            Publish(new LicencePicture { InstallationId = stored.InstallationId, SeenAt = stored.SeenAt, Trust = trust, Licences = licences });
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Stores a licence or a trust list on every node.</summary>
    /// <exception cref="LicenceException">It can not be trusted here.</exception>
    public async Task<Guid> InstallAsync(string token, CancellationToken cancellationToken)
    {
        token = token.Trim();
        bool isTrustList = CompactJws.Read(token).Type == TrustList.TokenType;
        if (isTrustList)
        {
            TrustList.Read(token, LicenceTrust.Of(anchors.Value));
        }
        else if (LicenceVerifier.Verify(token, Picture.Trust, Picture.InstallationId).Fault is { } fault)
        {
            throw new LicenceException(fault.Reason);
        }

        Guid id = await store.AddAsync(token, isTrustList, cancellationToken);
        await ReloadAsync(cancellationToken);
        return id;
    }

    /// <summary>Removes a licence from every node.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        bool removed = await store.RemoveAsync(id, cancellationToken);
        await ReloadAsync(cancellationToken);
        return removed;
    }

    public void Dispose() => reading.Dispose();

    private static LicenceSnapshot Snapshot(LicencePicture picture, DateTimeOffset now) =>
        LicenceSnapshot.Of([.. picture.Licences.Select(item => item.Licence)], now);

    // What pages show of it.
    private static IEnumerable<(Guid?, string?, string?, LicenceState)> Marks(LicencePicture picture) => picture.Licences
        .Select(item => (item.Id, item.Licence.KeyId, item.Licence.Claims.Id, item.Licence.Fault?.State ?? picture.Snapshot.State));

    // A moment has come at which a licence changes its state by itself.
    private LicencePicture Renew(LicencePicture known, DateTimeOffset now)
    {
        LicencePicture renewed = known with { Snapshot = Snapshot(known, now) };
        if (Interlocked.CompareExchange(ref picture, renewed, known) == known)
        {
            Announce(known, renewed);
        }

        return renewed;
    }

    private void Publish(LicencePicture fresh)
    {
        LicencePicture known = Volatile.Read(ref picture);

        // What this process has seen counts too, should the database come from a backup.
        DateTimeOffset seen = fresh.SeenAt > known.SeenAt ? fresh.SeenAt : known.SeenAt;
        fresh = fresh with { SeenAt = seen };
        fresh = fresh with { Snapshot = Snapshot(fresh, fresh.Now(time)) };
        Volatile.Write(ref picture, fresh);
        if (fresh.IsClockBack(time) && !known.IsClockBack(time))
        {
            LogClockBack(logger, time.GetUtcNow(), fresh.SeenAt);
        }

        if (!Marks(known).SequenceEqual(Marks(fresh)))
        {
            Announce(known, fresh);
        }
    }

    private void Announce(LicencePicture before, LicencePicture after)
    {
        if (before.Snapshot.State != after.Snapshot.State)
        {
            LogState(logger, before.Snapshot.State, after.Snapshot.State);
        }

        Changed?.Invoke();
    }

    private async Task<LicenceTrust> TrustAsync(StoredTokens stored, CancellationToken cancellationToken)
    {
        LicenceTrust start = LicenceTrust.Of(anchors.Value);
        List<TrustList> lists = [];
        foreach (string token in stored.Tokens.Where(token => token.IsTrustList).Select(token => token.Token))
        {
            Try(() => lists.Add(TrustList.Read(token, start)), HostSettingCatalogue.LicenceTrust.Key);
        }

        foreach (string token in ConfiguredIn(settings.LicenceTrust, HostSettingCatalogue.LicenceTrust.Key).Except(stored.Tokens.Select(token => token.Token)))
        {
            if (Try(() => lists.Add(TrustList.Read(token, start)), HostSettingCatalogue.LicenceTrust.Key))
            {
                // Kept, so that what was taken back does not come back with the removal of the file.
                await store.AddAsync(token, isTrustList: true, cancellationToken);
            }
        }

        return LicenceTrust.Join(anchors.Value, lists);
    }

    private IEnumerable<InstalledLicence> Configured(LicenceTrust trust, Guid installationId)
    {
        IReadOnlyList<string> tokens;
        try
        {
            tokens = ConfiguredTokens.Read(settings.Licence);
        }
        catch (LicenceException exception)
        {
            return [new InstalledLicence(null, new Licence { Fault = (LicenceState.Invalid, Named(exception.Sentence)) }, null)];
        }

        return tokens.Select(token => new InstalledLicence(null, LicenceVerifier.Verify(token, trust, installationId), null));
    }

    private static Text Named(Text sentence) =>
        Text.Of($"{HostSettingCatalogue.Licence.Key}: {sentence.En}", $"{HostSettingCatalogue.Licence.Key}：{sentence.Zh}");

    private IReadOnlyList<string> ConfiguredIn(string? setting, string key)
    {
        IReadOnlyList<string> tokens = [];
        Try(() => tokens = ConfiguredTokens.Read(setting), key);
        return tokens;
    }

    private bool Try(Action read, string key)
    {
        try
        {
            read();
            return true;
        }
        catch (LicenceException exception)
        {
            LogRefused(logger, key, exception.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The licence was {Before} and is now {After}")]
    private static partial void LogState(ILogger logger, LicenceState before, LicenceState after);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A trust list ({Setting}) is passed over: {Reason}")]
    private static partial void LogRefused(ILogger logger, string setting, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock says {Now:yyyy-MM-dd HH:mm}, although {Seen:yyyy-MM-dd HH:mm} was seen before; licences go by the later one")]
    private static partial void LogClockBack(ILogger logger, DateTimeOffset now, DateTimeOffset seen);
}
