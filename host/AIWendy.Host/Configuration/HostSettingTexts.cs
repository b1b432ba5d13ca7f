using System.Collections.Frozen;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Configuration;

/// <summary>What the host's own settings mean, in Simplified Chinese; the English stands in <see cref="HostSettingCatalogue"/>.</summary>
internal static class HostSettingTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>
    {
        ["AIWENDY_PORT"] = "网页和 API 的端口。",
        ["AIWENDY_BIND"] = "监听地址。留空：无需登录时为 127.0.0.1，否则为 0.0.0.0。",
        ["AIWENDY_CERTIFICATE"] = "证书（PEM 或 PFX）的路径，程序用它直接提供 HTTPS；文件变化后会重新读取。留空：使用 HTTP，适合本机或放在代理之后。",
        ["AIWENDY_CERTIFICATE_KEY"] = "证书私钥（PEM）的路径。留空：与证书在同一个文件中。",
        ["AIWENDY_CERTIFICATE_PASSWORD"] = "证书私钥的密码（如果有）。",
        ["AIWENDY_TRUSTED_PROXIES"] = "前置代理的地址或网段（如 10.0.0.0/8），以逗号分隔：只相信它们的 X-Forwarded-For 和 X-Forwarded-Proto。",
        ["AIWENDY_DATA"] = "所有需要保留的数据所在的文件夹。留空：~/.aiwendy，容器中为 /data。",
        ["DEPLOYMENT_MODE"] = "self-hosted 供自己或团队使用，cloud 供有客户的运营方使用。",
        ["AIWENDY_WEB_DIR"] = "构建好的网页所在文件夹。留空：程序旁的 wwwroot。",
        ["DATABASE_URL"] = "PostgreSQL 15 或更高版本，写作 postgres://user:password@host:5432/name，或 Npgsql 的 key=value 形式；该角色将拥有所有表。留空：AIWendy 在数据文件夹中运行自己的服务器。",
        ["DATABASE_APP_URL"] = "到同一数据库的第二个连接，使用不拥有任何对象的角色；仅当 DATABASE_URL 的角色不能创建角色时才需要。",
        ["AIWENDY_PG_BIN"] = "私有服务器所用 initdb 和 postgres 的文件夹。留空：依次在程序旁、数据文件夹和系统中查找。",
        ["AIWENDY_AUTH_REQUIRED"] = "1：需要登录。0：能打开页面的人就是唯一的用户。留空：自托管为 0，云模式为 1。",
        ["AIWENDY_SECRET_KEY"] = "保护已保存的 API 密钥和会话；至少 32 个随机字符，例如 `openssl rand -base64 32` 的输出。留空：首次启动时生成并保存在数据文件夹。",
        ["AIWENDY_SECRET_KEY_PREVIOUS"] = "更换密钥期间，AIWENDY_SECRET_KEY 之前的密钥；多个以逗号分隔。`./aiwendy secrets rotate` 会说明步骤。",
        ["AIWENDY_ALLOW_PRIVATE_ENDPOINTS"] = "1：模型地址可以位于本机或内网。留空：自托管为 1，云模式为 0。",
        ["AIWENDY_ALLOWED_HOSTS"] = "无需登录时，除 localhost 和 IP 地址外，允许用来打开页面的主机名，以逗号分隔。",
        ["AIWENDY_AUDIT_DAYS"] = "审计日志保留多少天；0 表示永久保留。删除旧记录后，`./aiwendy audit verify` 对剩下的部分仍然有效。",
        ["RATE_LIMIT_ENABLED"] = "1：按下面的数字限制使用次数。留空：自托管为 0，云模式为 1。",
        ["RATE_LIMIT_FREE_CHAT_HOURLY"] = "没有付费方案时，每人每小时可以向教练提问的次数。",
        ["RATE_LIMIT_FREE_JOURNAL_DAILY"] = "没有付费方案时，每人每天可以导入日志的次数。",
        ["RATE_LIMIT_PRO_CHAT_HOURLY"] = "付费方案下，每人每小时可以向教练提问的次数。",
        ["RATE_LIMIT_PRO_JOURNAL_DAILY"] = "付费方案下，每人每天可以导入日志的次数。",
        ["RATE_LIMIT_SIGN_IN_PER_MINUTE"] = "每个网络地址每分钟尝试登录的次数。",
        ["RATE_LIMIT_REGISTRATION_HOURLY"] = "每个网络地址每小时新建账户的次数。",
        ["RATE_LIMIT_PASSWORD_MAIL_HOURLY"] = "每个网络地址每小时请求找回密码和确认邮件的次数。",
        ["AIWENDY_STREAMS_PER_PERSON"] = "每个进程中，每人（未登录时为每个地址）可以同时保持的数据流数量，例如打开的页面和正在生成的回答；两种模式都有效。",
        ["HTTP_PROXY"] = "对外 http 请求（例如访问模型）使用的代理。",
        ["HTTPS_PROXY"] = "对外 https 请求使用的代理。",
        ["NO_PROXY"] = "不经代理访问的主机，以逗号分隔。",
        ["AIWENDY_PLUGINS_DIR"] = "内置插件的文件夹。留空：程序旁的 plugins。",
        ["AIWENDY_SAFE_MODE"] = "1：只启动内置插件。",
        ["AIWENDY_DISABLE_PLUGINS"] = "保持关闭的插件标识，以逗号分隔。",
        ["AIWENDY_PLUGINS_COLLECTIBLE"] = "1：运行时也能替换内置插件，但启动会变慢。",
        ["AIWENDY_FEED"] = "插件源：index.json 的地址或所在文件夹。留空：没有。",
        ["AIWENDY_LICENCE"] = "云端功能包的许可证，或存放许可证的文件路径。也可以在管理页面安装。",
        ["AIWENDY_LICENCE_TRUST"] = "签发方签名的信任列表的路径：新增的签发密钥，以及被收回的密钥和许可证。",
        ["AIWENDY_LICENCE_KEYS"] = "开发用公钥（PEM）的文件夹；只有设置 `DOTNET_ENVIRONMENT=Development` 时，这些密钥签发的许可证才算数。留空：数据文件夹中的 `licence-keys`。",
        ["AIWENDY_LOG_LEVEL"] = "记录的最低级别：debug、information、warning 或 error。",
        ["AIWENDY_LOG_DIR"] = "日志文件夹。留空：工作目录下的 logs，容器中为 /data/logs。",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "OpenTelemetry 收集器的地址，例如 http://localhost:4318；每分钟以 OTLP over HTTP 发送各插件的指标。留空：不发送。",
        ["OTEL_EXPORTER_OTLP_HEADERS"] = "发给收集器的请求头，写作 name=value，用逗号分隔。",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["Server"] = "服务器",
        ["Database"] = "数据库",
        ["Access and secrets"] = "访问与密钥",
        ["Limits"] = "限额",
        ["Outgoing calls"] = "对外请求",
        ["Plugins"] = "插件",
        ["Licences"] = "许可证",
        ["Logging"] = "日志",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a setting means, in the languages of the product.</summary>
    public static Text Description(SettingDefinition setting) =>
        Text.Of(setting.Description, setting.DescriptionZh ?? Chinese.GetValueOrDefault(setting.Key));

    /// <summary>The heading that a setting stands under, in the languages of the product.</summary>
    public static Text Group(SettingDefinition setting) =>
        Text.Of(setting.Group, setting.GroupZh ?? Groups.GetValueOrDefault(setting.Group));
}
