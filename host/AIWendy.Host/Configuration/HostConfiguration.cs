using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AIWendy.Host.Data;
using AIWendy.Host.Http.Https;
using AIWendy.Sdk;

namespace AIWendy.Host.Configuration;

/// <summary>A setting as it stands, for the command line. The value of a secret is not in it.</summary>
/// <param name="Definition">The setting.</param>
/// <param name="Value">The value in force, masked when secret.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record EffectiveSetting(SettingDefinition Definition, string Value, SettingOrigin Origin);

/// <summary>The configuration of this process: read once at the start from the environment and the <c>.env</c> file.</summary>
internal sealed class HostConfiguration
{
    private HostConfiguration(HostSettings settings, SettingValues values, IReadOnlyList<SettingDefinition> known, IReadOnlyList<string> warnings)
    {
        Settings = settings;
        Warnings = warnings;
        Effective = [.. known.Select(definition => Describe(definition, values))];
        Values = new ConfigurationBuilder().AddInMemoryCollection(Pairs(values)).Build();
    }

    /// <summary>The host's own settings, typed.</summary>
    public HostSettings Settings { get; }

    /// <summary>Everything that is set, for plugins.</summary>
    public IConfiguration Values { get; }

    /// <summary>Things to look at that do not prevent a start; one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Every known setting with its value.</summary>
    public IReadOnlyList<EffectiveSetting> Effective { get; }

    /// <summary>Reads and checks everything.</summary>
    /// <param name="environment">Variables to use in place of those of the process.</param>
    /// <param name="workingFolder">Folder of <c>.env</c> and of relative paths; the current one when null.</param>
    /// <exception cref="ConfigurationException">Holds every problem.</exception>
    public static HostConfiguration Load(IReadOnlyDictionary<string, string>? environment = null, string? workingFolder = null)
    {
        environment ??= SettingValues.OfProcess();
        workingFolder ??= Directory.GetCurrentDirectory();
        List<string> problems = [];
        SettingValues values = new(environment, ReadDotEnv(workingFolder, problems));
        SettingReader reader = new(values, workingFolder, environment.GetValueOrDefault("HOME"), problems);
        bool inContainer = environment.GetValueOrDefault("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1";

        HostSettings settings = ReadSettings(reader, workingFolder, environment.GetValueOrDefault("HOME"), inContainer, problems);
        CheckSecrets(settings, problems);
        PluginEnvironmentNames plugins = PluginEnvironment.Read(settings.PluginsFolder, settings.InstalledPluginsFolder);
        SettingDefinition[] known = [.. HostSettingCatalogue.All, .. plugins.Settings.ExceptBy(HostSettingCatalogue.All.Select(setting => setting.Key), setting => setting.Key)];
        CheckTypes(reader, plugins, known);
        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }

        HashSet<string> names = [.. known.Select(definition => definition.Key), .. plugins.FeatureVariables];
        return new HostConfiguration(settings, values, known, [.. UnknownSettings.Describe(values.Keys, names), .. Doubts(settings)]);
    }

    private static HostSettings ReadSettings(SettingReader reader, string workingFolder, string? home, bool inContainer, List<string> problems)
    {
        DeploymentMode mode = reader.Choice(HostSettingCatalogue.DeploymentMode) == "cloud" ? DeploymentMode.Cloud : DeploymentMode.SelfHosted;
        bool authentication = reader.Boolean(HostSettingCatalogue.AuthenticationRequired) ?? mode == DeploymentMode.Cloud;
        return new HostSettings
        {
            Port = reader.Integer(HostSettingCatalogue.Port),
            Mode = mode,
            AuthenticationRequired = authentication,
            Bind = Bind(reader.Text(HostSettingCatalogue.Bind) ?? (authentication ? "0.0.0.0" : "127.0.0.1"), problems),
            CertificateFile = reader.ExistingFile(HostSettingCatalogue.Certificate),
            CertificateKeyFile = reader.ExistingFile(HostSettingCatalogue.CertificateKey),
            CertificatePassword = reader.Text(HostSettingCatalogue.CertificatePassword),
            TrustedProxies = Proxies(reader.Text(HostSettingCatalogue.TrustedProxies), problems),
            DataFolder = reader.Folder(HostSettingCatalogue.DataFolder) ?? DefaultDataFolder(home, inContainer, problems),
            AllowPrivateEndpoints = reader.Boolean(HostSettingCatalogue.AllowPrivateEndpoints) ?? mode == DeploymentMode.SelfHosted,
            DatabaseUrl = Database(reader, HostSettingCatalogue.DatabaseUrl, problems),
            DatabaseApplicationUrl = Database(reader, HostSettingCatalogue.DatabaseApplicationUrl, problems),
            PostgresBinFolder = reader.ExistingFolder(HostSettingCatalogue.PostgresBinFolder),
            SecretKey = reader.Text(HostSettingCatalogue.SecretKey),
            PreviousSecretKeys = (reader.Text(HostSettingCatalogue.PreviousSecretKey) ?? string.Empty)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            PluginsFolder = reader.ExistingFolder(HostSettingCatalogue.PluginsFolder) ?? Path.Combine(AppContext.BaseDirectory, "plugins"),
            WebFolder = reader.ExistingFolder(HostSettingCatalogue.WebFolder) ?? Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            SafeMode = reader.Boolean(HostSettingCatalogue.SafeMode) ?? false,
            DisabledPlugins = (reader.Text(HostSettingCatalogue.DisabledPlugins) ?? string.Empty)
                .Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            CollectiblePlugins = reader.Boolean(HostSettingCatalogue.CollectiblePlugins) ?? false,
            Feed = reader.Text(HostSettingCatalogue.Feed),
            Licence = reader.Text(HostSettingCatalogue.Licence),
            LicenceTrust = reader.Text(HostSettingCatalogue.LicenceTrust),
            LicenceKeysFolder = reader.Folder(HostSettingCatalogue.LicenceKeysFolder),
            LogLevel = Enum.Parse<LogLevel>(reader.Choice(HostSettingCatalogue.LogLevel), ignoreCase: true),
            MetricsEndpoint = reader.Address(HostSettingCatalogue.MetricsEndpoint),
            MetricsHeaders = reader.Text(HostSettingCatalogue.MetricsHeaders),
            AuditDays = reader.Integer(HostSettingCatalogue.AuditDays),
            RateLimits = Limits(reader, mode),
            LogFolder = reader.Folder(HostSettingCatalogue.LogFolder) ?? (inContainer ? "/data/logs" : Path.Combine(workingFolder, "logs")),
        };
    }

    /// <summary>The operator's figures of what is limited.</summary>
    public static RateLimitFigures Limits(SettingReader reader, DeploymentMode mode) => new()
    {
        Enabled = reader.Boolean(HostSettingCatalogue.RateLimitEnabled) ?? mode == DeploymentMode.Cloud,
        FreeChatHourly = reader.Integer(HostSettingCatalogue.FreeChatHourly),
        FreeJournalDaily = reader.Integer(HostSettingCatalogue.FreeJournalDaily),
        ProChatHourly = reader.Integer(HostSettingCatalogue.ProChatHourly),
        ProJournalDaily = reader.Integer(HostSettingCatalogue.ProJournalDaily),
        SignInPerMinute = reader.Integer(HostSettingCatalogue.SignInPerMinute),
        RegistrationHourly = reader.Integer(HostSettingCatalogue.RegistrationHourly),
        PasswordMailHourly = reader.Integer(HostSettingCatalogue.PasswordMailHourly),
        StreamsPerCaller = reader.Integer(HostSettingCatalogue.StreamsPerCaller),
    };

    private static string Bind(string text, List<string> problems)
    {
        if (text == "*")
        {
            return "0.0.0.0";
        }

        if (text != "localhost" && !IPAddress.TryParse(text, out _))
        {
            problems.Add($"{HostSettingCatalogue.Bind.Key} must be an address such as 127.0.0.1 or 0.0.0.0; it is '{text}'.");
        }

        return text;
    }

    private static List<IPNetwork> Proxies(string? text, List<string> problems)
    {
        List<IPNetwork> networks = [];
        foreach (string entry in (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(entry, out IPNetwork network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(entry, out IPAddress? address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                problems.Add($"{HostSettingCatalogue.TrustedProxies.Key} must list addresses or networks such as 10.0.0.0/8; '{entry}' is none.");
            }
        }

        return networks;
    }

    private static string DefaultDataFolder(string? home, bool inContainer, List<string> problems)
    {
        if (inContainer)
        {
            return "/data";
        }

        if (string.IsNullOrEmpty(home) || !Path.IsPathRooted(home))
        {
            problems.Add($"HOME is not set, so {HostSettingCatalogue.DataFolder.Key} must name the data folder.");
            return Path.GetTempPath();
        }

        return Path.Combine(home, ".aiwendy");
    }

    private static string? Database(SettingReader reader, SettingDefinition setting, List<string> problems)
    {
        string? text = reader.Text(setting);
        if (text is not null && DatabaseAddress.Problem(text) is { } problem)
        {
            problems.Add($"{setting.Key} is not usable: {problem}.");
        }

        return text;
    }

    private static void CheckSecrets(HostSettings settings, List<string> problems)
    {
        if (settings.SecretKey is { } key && SecretStrength.Weakness(key) is { } weakness)
        {
            problems.Add($"{HostSettingCatalogue.SecretKey.Key} is too weak: {weakness}. Make one with `openssl rand -base64 32`.");
        }

        if (settings.CertificateFile is not null && File.Exists(settings.CertificateFile))
        {
            try
            {
                using X509Certificate2 certificate = ServerCertificate.Load(settings);
            }
            catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
            {
                problems.Add($"{HostSettingCatalogue.Certificate.Key} can not be used: {exception.Message}");
            }
        }

        if (settings is { PreviousSecretKeys.Count: > 0, SecretKey: null })
        {
            problems.Add($"{HostSettingCatalogue.PreviousSecretKey.Key} is set without {HostSettingCatalogue.SecretKey.Key}.");
        }

        if (settings is { Mode: DeploymentMode.Cloud, SecretKey: null, DatabaseUrl: not null })
        {
            problems.Add($"{HostSettingCatalogue.SecretKey.Key} is empty, and replicas of a cloud installation must share one. Make it with `openssl rand -base64 32`.");
        }

        if (settings is { DatabaseApplicationUrl: not null, DatabaseUrl: null })
        {
            problems.Add($"{HostSettingCatalogue.DatabaseApplicationUrl.Key} is set without {HostSettingCatalogue.DatabaseUrl.Key}.");
        }
    }

    // What the host reads itself has been judged by reading it.
    private static void CheckTypes(SettingReader reader, PluginEnvironmentNames plugins, IEnumerable<SettingDefinition> known)
    {
        HashSet<string> judged = [.. HostSettingCatalogue.All.Where(setting => setting.Type is not (SettingType.Proxy or SettingType.Hosts)).Select(setting => setting.Key)];
        foreach (SettingDefinition setting in known.Where(setting => !judged.Contains(setting.Key)))
        {
            reader.Check(setting);
        }

        foreach (string variable in plugins.FeatureVariables.Order(StringComparer.Ordinal))
        {
            reader.Check(new SettingDefinition(variable, SettingType.Boolean, string.Empty, string.Empty, string.Empty));
        }
    }

    private static IEnumerable<string> Doubts(HostSettings settings)
    {
        bool local = settings.Bind == "localhost" || (IPAddress.TryParse(settings.Bind, out IPAddress? address) && IPAddress.IsLoopback(address));
        if (!settings.AuthenticationRequired && !local)
        {
            yield return $"Everybody who reaches {settings.Bind}:{settings.Port} is the owner, because {HostSettingCatalogue.AuthenticationRequired.Key} is 0.";
        }
    }

    private static Dictionary<string, string> ReadDotEnv(string workingFolder, List<string> problems)
    {
        string path = Path.Combine(workingFolder, ".env");
        try
        {
            return File.Exists(path) ? DotEnvFile.Parse(File.ReadAllText(path), problems) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{path} can not be read: {exception.Message}");
            return [];
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(SettingValues values) =>
        from key in values.Keys
        let value = values.Find(key).Value
        where value is not null
        select KeyValuePair.Create(key, (string?)value);

    private static EffectiveSetting Describe(SettingDefinition definition, SettingValues values)
    {
        (string? value, SettingOrigin origin) = values.Find(definition.Key);
        string shown = value is not null && definition.Secret ? "(hidden)" : value ?? definition.Default;
        return new EffectiveSetting(definition, shown, origin);
    }
}
