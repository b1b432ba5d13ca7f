using System.Collections.Frozen;
using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Runs;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Npgsql;

namespace AIWendy.Host.Settings.Registry;

/// <summary>
/// Every setting of the installation with its value and where that comes from: the environment, else what an administrator
/// has set, else the default. Follows changes that another node makes.
/// </summary>
internal sealed partial class SettingRegistry(
    HostConfiguration configuration,
    LiveSettings live,
    StoredConfiguration overlay,
    StoredSettings store,
    NodeLink node,
    AuditLog audit,
    ILogger<SettingRegistry> logger) : IDatabaseStep
{
    public const string Action = "settings.change";

    private readonly FrozenDictionary<string, EffectiveSetting> known =
        configuration.Effective.ToFrozenDictionary(setting => setting.Definition.Key, StringComparer.Ordinal);

    private volatile IReadOnlyDictionary<string, string> stored = FrozenDictionary<string, string>.Empty;
    private IReadOnlyDictionary<string, string> atStart = FrozenDictionary<string, string>.Empty;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        node.Listen(NodeLink.SettingsChannel, this, message =>
        {
            // An empty message: the link was lost for a while.
            if (message is "" or StoredSettings.Changed)
            {
                _ = Task.Run(FollowAsync, CancellationToken.None);
            }
        });
        await ReadAsync(cancellationToken);
        atStart = stored;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>All settings in the order of their groups.</summary>
    /// <param name="language">Language of the texts.</param>
    public IReadOnlyList<SettingView> List(string language) => [.. configuration.Effective.Select(setting => View(setting, language))];

    /// <summary>Changes what administrators may change.</summary>
    /// <param name="values">New values by key; null goes back to the default.</param>
    /// <param name="call">Who does it.</param>
    /// <param name="cancellationToken">Cancels; then nothing is changed.</param>
    /// <exception cref="ProblemException">400 <c>settings_invalid</c> that names every value which is not possible.</exception>
    public async Task ChangeAsync(IReadOnlyDictionary<string, string?> values, CallState call, CancellationToken cancellationToken)
    {
        Dictionary<string, Text[]> wrong = [];
        Dictionary<string, StoredSetting> changes = new(StringComparer.Ordinal);
        foreach ((string key, string? value) in values)
        {
            if (Refusal(key, value) is { } refusal)
            {
                wrong[key] = [refusal];
            }
            else
            {
                changes[key] = new StoredSetting(string.IsNullOrWhiteSpace(value) ? null : value.Trim(), known[key].Definition.Secret);
            }
        }

        if (wrong.Count > 0)
        {
            throw new ProblemException(400, "settings_invalid", Text.Of("Some settings can not be changed like this.", "有些设置不能这样修改。"))
            {
                Errors = wrong.ToDictionary(field => field.Key, field => new[] { field.Value[0].En }),
                FieldTexts = wrong,
            };
        }

        IReadOnlyDictionary<string, string> before = stored;
        await store.SaveAsync(changes, call.UserId, cancellationToken);
        await ReadAsync(CancellationToken.None);
        foreach ((string key, StoredSetting change) in changes)
        {
            await audit.AppendAsync(
                new AuditEvent(Action, key) { Before = Shown(before.GetValueOrDefault(key), change.Secret), After = Shown(change.Value, change.Secret) }, CancellationToken.None);
        }
    }

    private static JsonObject? Shown(string? value, bool secret) =>
        value is null ? null : new JsonObject { ["value"] = secret ? "***" : value };

    private Text? Refusal(string key, string? value)
    {
        if (!known.TryGetValue(key, out EffectiveSetting? setting))
        {
            return Text.Of("There is no such setting.", "没有这项设置。");
        }

        if (!setting.Definition.Administrable)
        {
            return Text.Of("Only the environment sets this, and a change needs a restart.", "这项设置只能通过环境变量修改，并且需要重启。");
        }

        if (setting.Origin != SettingOrigin.Default)
        {
            return Text.Of("The environment sets this, and it wins.", "这项设置由环境变量指定，以环境变量为准。");
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        List<string> problems = [];
        Reader(new Dictionary<string, string> { [key] = value.Trim() }, problems).Check(setting.Definition);
        return problems.Count == 0 ? null
            : setting.Definition.Secret ? Text.Of("This value does not have the expected form.", "这个值的格式不对。")
            : Text.Of(problems[0], Expected(setting.Definition));
    }

    private static string Expected(SettingDefinition definition) => definition.Type switch
    {
        SettingType.Integer => FormattableString.Invariant($"请输入 {definition.Minimum} 到 {definition.Maximum} 之间的整数。"),
        SettingType.Boolean => "请输入 1 或 0。",
        SettingType.Choice => "请从以下值中选择：" + string.Join("、", definition.Choices) + "。",
        SettingType.Address => "请输入以 http:// 或 https:// 开头的完整地址。",
        _ => "这个值的格式不对。",
    };

    private SettingView View(EffectiveSetting setting, string language)
    {
        SettingDefinition definition = setting.Definition;
        bool isStored = stored.TryGetValue(definition.Key, out string? value);
        string source = setting.Origin switch
        {
            SettingOrigin.Environment => "environment",
            SettingOrigin.DotEnv => "dotenv",
            _ => isStored ? "database" : "default",
        };
        string? shown = definition.Secret ? null
            : setting.Origin != SettingOrigin.Default ? setting.Value
            : isStored ? value
            : definition.Default.Length > 0 ? definition.Default : null;
        return new SettingView(
            definition.Key,
            HostSettingTexts.Group(definition).For(language),
            definition.Type.ToString().ToLowerInvariant(),
            HostSettingTexts.Description(definition).For(language),
            definition.Default.Length > 0 ? definition.Default : null,
            shown,
            source,
            setting.Origin != SettingOrigin.Default || isStored,
            definition.Secret,
            definition.Restart,
            definition.Restart && setting.Origin == SettingOrigin.Default && value != atStart.GetValueOrDefault(definition.Key),
            definition.Administrable && setting.Origin == SettingOrigin.Default,
            definition.Type == SettingType.Integer && definition.Minimum != int.MinValue ? definition.Minimum : null,
            definition.Type == SettingType.Integer && definition.Maximum != int.MaxValue ? definition.Maximum : null,
            definition.Choices);
    }

    private async Task FollowAsync()
    {
        try
        {
            await ReadAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or InvalidOperationException or ObjectDisposedException)
        {
            // The link makes itself known again once the database is back, and then everything is read anew.
            LogNotRead(logger, exception.Message);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        Dictionary<string, string> read = await store.ReadAsync(cancellationToken);
        foreach (string key in read.Keys.Where(key => !known.TryGetValue(key, out EffectiveSetting? setting) || !setting.Definition.Administrable).ToArray())
        {
            read.Remove(key);
        }

        stored = read;
        overlay.Replace(read);
        List<string> problems = [];
        SettingReader reader = Reader(read, problems);
        RateLimitFigures figures = HostConfiguration.Limits(reader, configuration.Settings.Mode);
        int auditDays = reader.Integer(HostSettingCatalogue.AuditDays);
        if (problems.Count > 0)
        {
            // Whoever wrote into the table past the page: what was in force stays so.
            LogInvalid(logger, problems[0]);
            return;
        }

        live.RateLimits = figures;
        live.AuditDays = auditDays;
    }

    private SettingReader Reader(IReadOnlyDictionary<string, string> below, List<string> problems)
    {
        Dictionary<string, string> environment = configuration.Values.AsEnumerable()
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        return new SettingReader(new SettingValues(environment, below), configuration.Settings.DataFolder, null, problems);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The changed settings could not be read yet: {Reason}")]
    private static partial void LogNotRead(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stored setting is not possible and does not count: {Problem}")]
    private static partial void LogInvalid(ILogger logger, string problem);
}
