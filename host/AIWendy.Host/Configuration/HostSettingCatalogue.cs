namespace AIWendy.Host.Configuration;

/// <summary>Every setting that the host itself reads. Plugins state theirs in <c>plugin.json</c> under <c>environment</c>.</summary>
internal static class HostSettingCatalogue
{
    private const string Server = "Server";
    private const string Database = "Database";
    private const string Access = "Access and secrets";
    private const string Limits = "Limits";
    private const string Outgoing = "Outgoing calls";
    private const string Plugins = "Plugins";
    private const string Licences = "Licences";
    private const string Logging = "Logging";

    public static readonly SettingDefinition Port = new("AIWENDY_PORT", SettingType.Integer, "3000",
        "Port of the web page and the API.", Server)
    { Minimum = 1, Maximum = 65535 };

    public static readonly SettingDefinition Bind = new("AIWENDY_BIND", SettingType.Text, "",
        "Address to listen on. Empty: 127.0.0.1 while nobody has to sign in, 0.0.0.0 otherwise.", Server);

    public static readonly SettingDefinition Certificate = new("AIWENDY_CERTIFICATE", SettingType.Text, "",
        "Path of a certificate (PEM or PFX) with which the host speaks HTTPS itself; read again when the file changes. Empty: HTTP, for this machine or behind a proxy.", Server);

    public static readonly SettingDefinition CertificateKey = new("AIWENDY_CERTIFICATE_KEY", SettingType.Text, "",
        "Path of the certificate's key (PEM). Empty: it stands in the same file.", Server);

    public static readonly SettingDefinition CertificatePassword = new("AIWENDY_CERTIFICATE_PASSWORD", SettingType.Text, "",
        "Password of the certificate's key, where it has one.", Server)
    { Secret = true };

    public static readonly SettingDefinition TrustedProxies = new("AIWENDY_TRUSTED_PROXIES", SettingType.Text, "",
        "Addresses or networks (10.0.0.0/8) of proxies in front, separated by commas: their X-Forwarded-For and X-Forwarded-Proto are believed, nobody else's.", Server);

    public static readonly SettingDefinition DataFolder = new("AIWENDY_DATA", SettingType.Folder, "",
        "Folder of everything that must survive. Empty: ~/.aiwendy, in a container /data.", Server);

    public static readonly SettingDefinition DeploymentMode = new("DEPLOYMENT_MODE", SettingType.Choice, "self-hosted",
        "self-hosted for yourself or a team, cloud for an operator with customers.", Server)
    { Choices = ["self-hosted", "cloud"] };

    public static readonly SettingDefinition WebFolder = new("AIWENDY_WEB_DIR", SettingType.Folder, "",
        "Folder of the built web page. Empty: wwwroot beside the program.", Server);

    public static readonly SettingDefinition DatabaseUrl = new("DATABASE_URL", SettingType.Text, "",
        "PostgreSQL 15 or newer, as postgres://user:password@host:5432/name or in Npgsql's key=value form; the role becomes the owner of all tables. Empty: AIWendy runs a private server of its own in the data folder.",
        Database)
    { Secret = true };

    public static readonly SettingDefinition DatabaseApplicationUrl = new("DATABASE_APP_URL", SettingType.Text, "",
        "Second connection to the same database, for a role that owns nothing; needed only where the role of DATABASE_URL may not create roles.",
        Database)
    { Secret = true };

    public static readonly SettingDefinition PostgresBinFolder = new("AIWENDY_PG_BIN", SettingType.Folder, "",
        "Folder with initdb and postgres for the private server. Empty: they are looked for beside the program, in the data folder and in the system.", Database);

    public static readonly SettingDefinition AuthenticationRequired = new("AIWENDY_AUTH_REQUIRED", SettingType.Boolean, "",
        "1: people must sign in. 0: whoever reaches the page is the one user. Empty: 0 in self-hosted mode, 1 in cloud mode.", Access);

    public static readonly SettingDefinition SecretKey = new("AIWENDY_SECRET_KEY", SettingType.Text, "",
        "Protects stored API keys and sessions; at least 32 random characters, for example from `openssl rand -base64 32`. Empty: made at the first start and kept in the data folder.",
        Access)
    { Secret = true };

    public static readonly SettingDefinition PreviousSecretKey = new("AIWENDY_SECRET_KEY_PREVIOUS", SettingType.Text, "",
        "The key before AIWENDY_SECRET_KEY, while it is changed; several are separated by commas. `./aiwendy secrets rotate` says how.",
        Access)
    { Secret = true };

    public static readonly SettingDefinition AllowPrivateEndpoints = new("AIWENDY_ALLOW_PRIVATE_ENDPOINTS", SettingType.Boolean, "",
        "1: model addresses may lie on this machine or in its private network. Empty: 1 in self-hosted mode, 0 in cloud mode.", Access);

    public static readonly SettingDefinition AllowedHosts = new("AIWENDY_ALLOWED_HOSTS", SettingType.Hosts, "",
        "Host names besides localhost and addresses under which the page may be opened while nobody has to sign in, separated by commas.", Access);

    public static readonly SettingDefinition AuditDays = new("AIWENDY_AUDIT_DAYS", SettingType.Integer, "730",
        "For how many days the audit log is kept; 0 for ever. `./aiwendy audit verify` holds also for what is left.", Access)
    { Minimum = 0, Maximum = 36_500, Administrable = true, Restart = false };

    public static readonly SettingDefinition RateLimitEnabled = new("RATE_LIMIT_ENABLED", SettingType.Boolean, "",
        "1: how often people may do what is limited is held to the figures below. Empty: 0 in self-hosted mode, 1 in cloud mode.", Limits)
    { Administrable = true, Restart = false };

    public static readonly SettingDefinition FreeChatHourly = Figure("RATE_LIMIT_FREE_CHAT_HOURLY", "10",
        "Questions to a coach per person and hour, without a plan that is paid for.");

    public static readonly SettingDefinition FreeJournalDaily = Figure("RATE_LIMIT_FREE_JOURNAL_DAILY", "3",
        "Imports into the journal per person and day, without a plan that is paid for.");

    public static readonly SettingDefinition ProChatHourly = Figure("RATE_LIMIT_PRO_CHAT_HOURLY", "100",
        "Questions to a coach per person and hour, on a plan that is paid for.");

    public static readonly SettingDefinition ProJournalDaily = Figure("RATE_LIMIT_PRO_JOURNAL_DAILY", "999",
        "Imports into the journal per person and day, on a plan that is paid for.");

    public static readonly SettingDefinition SignInPerMinute = Figure("RATE_LIMIT_SIGN_IN_PER_MINUTE", "20",
        "Attempts to sign in per network address and minute.");

    public static readonly SettingDefinition RegistrationHourly = Figure("RATE_LIMIT_REGISTRATION_HOURLY", "10",
        "New accounts per network address and hour.");

    public static readonly SettingDefinition PasswordMailHourly = Figure("RATE_LIMIT_PASSWORD_MAIL_HOURLY", "5",
        "Mails for forgotten passwords and confirmations per network address and hour.");

    public static readonly SettingDefinition StreamsPerCaller = new("AIWENDY_STREAMS_PER_PERSON", SettingType.Integer, "1000",
        "Open streams (pages that listen, answers that are being written) per person, or per address where nobody is signed in, at each process; counts in both modes.", Limits)
    { Minimum = 4, Maximum = 10_000, Administrable = true, Restart = false };

    public static readonly SettingDefinition HttpProxy = new("HTTP_PROXY", SettingType.Proxy, "",
        "Proxy for outgoing http calls, for example to models.", Outgoing)
    { Secret = true };

    public static readonly SettingDefinition HttpsProxy = new("HTTPS_PROXY", SettingType.Proxy, "",
        "Proxy for outgoing https calls.", Outgoing)
    { Secret = true };

    public static readonly SettingDefinition NoProxy = new("NO_PROXY", SettingType.Text, "",
        "Hosts that are called without the proxy, separated by commas.", Outgoing);

    public static readonly SettingDefinition PluginsFolder = new("AIWENDY_PLUGINS_DIR", SettingType.Folder, "",
        "Folder of the built-in plugins. Empty: plugins beside the program.", Plugins);

    public static readonly SettingDefinition SafeMode = new("AIWENDY_SAFE_MODE", SettingType.Boolean, "0",
        "1: start with the built-in plugins only.", Plugins);

    public static readonly SettingDefinition DisabledPlugins = new("AIWENDY_DISABLE_PLUGINS", SettingType.Text, "",
        "Ids of plugins that stay off, separated by commas.", Plugins);

    public static readonly SettingDefinition CollectiblePlugins = new("AIWENDY_PLUGINS_COLLECTIBLE", SettingType.Boolean, "0",
        "1: built-in plugins can be replaced while serving too, which makes the start slower.", Plugins);

    public static readonly SettingDefinition Feed = new("AIWENDY_FEED", SettingType.Text, "",
        "Feed of plugins: the address or the folder of an index.json. Empty: none.", Plugins);

    public static readonly SettingDefinition Licence = new("AIWENDY_LICENCE", SettingType.Text, "",
        "A licence for features of the cloud pack, or the path of a file that holds some; the open core needs none. Licences can also be installed on the administration page.",
        Licences)
    { Secret = true };

    public static readonly SettingDefinition LicenceTrust = new("AIWENDY_LICENCE_TRUST", SettingType.Text, "",
        "Path of a signed trust list of the issuer: further issuing keys, and keys and licences that were taken back.", Licences);

    public static readonly SettingDefinition LicenceKeysFolder = new("AIWENDY_LICENCE_KEYS", SettingType.Folder, "",
        "Folder of public keys for development (PEM); their licences count only with DOTNET_ENVIRONMENT=Development, and every administration page says so. Empty: licence-keys in the data folder.",
        Licences);

    public static readonly SettingDefinition LogLevel = new("AIWENDY_LOG_LEVEL", SettingType.Choice, "information",
        "Least level that is logged: debug, information, warning or error.", Logging)
    { Choices = ["debug", "information", "warning", "error"] };

    public static readonly SettingDefinition LogFolder = new("AIWENDY_LOG_DIR", SettingType.Folder, "",
        "Folder of the log files. Empty: logs in the working folder, in a container /data/logs.", Logging);

    public static readonly SettingDefinition MetricsEndpoint = new("OTEL_EXPORTER_OTLP_ENDPOINT", SettingType.Address, "",
        "Address of an OpenTelemetry collector, for example http://localhost:4318, to which figures per plugin are sent as OTLP over HTTP every minute. Empty: none are sent.",
        Logging);

    public static readonly SettingDefinition MetricsHeaders = new("OTEL_EXPORTER_OTLP_HEADERS", SettingType.Text, "",
        "Headers for the collector, as name=value separated by commas.", Logging)
    { Secret = true };

    private static SettingDefinition Figure(string key, string figure, string description) =>
        new(key, SettingType.Integer, figure, description, Limits) { Minimum = 0, Maximum = 1_000_000, Administrable = true, Restart = false };

    /// <summary>All of them, in the order of <c>.env.example</c>.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Port, Bind, Certificate, CertificateKey, CertificatePassword, TrustedProxies, DataFolder, DeploymentMode, WebFolder,
        DatabaseUrl, DatabaseApplicationUrl, PostgresBinFolder,
        AuthenticationRequired, SecretKey, PreviousSecretKey, AllowPrivateEndpoints, AllowedHosts, AuditDays,
        RateLimitEnabled, FreeChatHourly, FreeJournalDaily, ProChatHourly, ProJournalDaily,
        SignInPerMinute, RegistrationHourly, PasswordMailHourly, StreamsPerCaller,
        HttpProxy, HttpsProxy, NoProxy,
        PluginsFolder, SafeMode, DisabledPlugins, CollectiblePlugins, Feed,
        Licence, LicenceTrust, LicenceKeysFolder,
        LogLevel, LogFolder, MetricsEndpoint, MetricsHeaders,
    ];
}
