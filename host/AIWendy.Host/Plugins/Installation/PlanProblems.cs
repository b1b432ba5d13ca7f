using AIWendy.Host.Calls;
using AIWendy.Packaging;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>What can speak against a package, in the language of the administrator who looks at it.</summary>
internal static class PlanProblems
{
    private static readonly Dictionary<string, string> PackageZh = new(StringComparer.Ordinal)
    {
        [PackageErrors.Corrupt] = "这个文件不是插件包，或者在打包之后被改动过。",
        [PackageErrors.Path] = "插件包里有不安全的文件名。",
        [PackageErrors.TooLarge] = "插件包超出了大小限制。",
        [PackageErrors.Hash] = "插件包的内容与打包时不一致。",
        [PackageErrors.Manifest] = "插件包的 plugin.json 不能用。",
        [PackageErrors.Signature] = "插件包的签名不能用。",
        [PackageErrors.Mismatch] = "这不是所要的那个插件包。",
        [PackageErrors.Sdk] = "插件需要另一个版本的 SDK。",
        [PackageErrors.Platform] = "插件的原生库不适用于这个系统。",
        [PackageErrors.References] = "插件用到了这台主机没有的内容。",
    };

    /// <summary>Why a package is refused; the details are of the technical kind and stay in English.</summary>
    public static Text OfPackage(string code, string message) =>
        Text.Of(message, PackageZh.TryGetValue(code, out string? zh) ? $"{zh}（{message}）" : message);

    public static PlanProblem Package(PackageProblem problem) => Problem(problem.Code, OfPackage(problem.Code, problem.Message));

    public static PlanProblem SafeMode() => Problem("safe_mode", Text.Of(
        "The host runs in safe mode. Start it without AIWENDY_SAFE_MODE to install plugins.", "主机正在安全模式下运行。要安装插件，请去掉 AIWENDY_SAFE_MODE 后重新启动。"));

    public static PlanProblem ReservedId(string id) => Problem("reserved_id", Text.Of($"The id {id} belongs to the host.", $"{id} 是主机自己的标识。"));

    /// <summary>What speaks against a package that no trusted publisher signed, or null.</summary>
    public static PlanProblem? Trust(TrustVerdict verdict) => verdict.Kind switch
    {
        TrustKind.Trusted => null,
        TrustKind.Unsigned => Problem("unsigned", Text.Of(verdict.Message, "插件包没有签名。"), "unsigned"),
        TrustKind.UnknownKey => Problem("unknown_key", Text.Of(verdict.Message, $"插件包由密钥 {verdict.KeyId} 签名，这里并不信任它。"), "unsigned"),
        TrustKind.RevokedKey => Problem("revoked_key", Text.Of(verdict.Message, $"插件包由 {verdict.Publisher} 的密钥 {verdict.KeyId} 签名，这个密钥已被撤销。")),
        _ => Problem("bad_signature", Text.Of(verdict.Message, $"插件包声称由 {verdict.Publisher} 的密钥 {verdict.KeyId} 签名，其实不是。")),
    };

    public static PlanProblem AlreadyInstalled(string id, string version) =>
        Problem("already_installed", Text.Of($"{id} {version} is installed already.", $"{id} {version} 已经安装。"));

    public static PlanProblem OlderThanBuiltIn(string version) =>
        Problem("older_than_built_in", Text.Of($"The product brings {version} of this plugin, which is newer.", $"产品自带的是更新的 {version}。"));

    public static PlanProblem Downgrade(string version) =>
        Problem("downgrade", Text.Of($"{version} is installed, which is newer.", $"已安装的 {version} 比它新。"), "downgrade");

    public static PlanProblem TablesTooNew(string version, string oldest) => Problem("schema_incompatible", Text.Of(
        $"{version} has changed its tables in a way that only {oldest} and newer can read.", $"{version} 改过数据表，只有 {oldest} 及更新的版本能读取。"));

    public static PlanProblem TablesTooOld(string fresh, string old, string needed) => Problem("schema_incompatible", Text.Of(
        $"{fresh} changes its tables in a way that {old} can not read, so the two can not serve side by side. Upgrade to {needed} first, or switch the plugin off for the upgrade.",
        $"{fresh} 会改动数据表，{old} 读不了，两者不能同时运行。请先升级到 {needed}，或停用插件后再升级。"));

    public static PlanProblem Unmet(PlanRequirement requirement) => requirement.State switch
    {
        "missing" => Problem("dependency_missing", Text.Of(
            $"Needs {requirement.Id} in {requirement.Range}, which is not installed.", $"需要 {requirement.Id}（{requirement.Range}），它没有安装。")),
        "version" => Problem("dependency_version", Text.Of(
            $"Needs {requirement.Id} in {requirement.Range}; another version is installed.", $"需要 {requirement.Id}（{requirement.Range}），已安装的是其他版本。")),
        _ => Problem("dependency_inactive", Text.Of(
            $"Needs {requirement.Id}, which is installed and not active.", $"需要 {requirement.Id}，它已安装但没有运行。")),
    };

    public static PlanProblem Breaks(PlanBreak broken) =>
        Problem("breaks_dependants", Text.Of($"{broken.Id} would stop: {broken.Reason}", $"{broken.Id} 会停止运行：{broken.Reason}"));

    /// <summary>Why a dependant would stop.</summary>
    public static string NeedsOther(string id, string range) => Say(Text.Of($"it needs {id} in {range}.", $"它需要 {id}（{range}）。"));

    private static PlanProblem Problem(string code, Text message, string? consent = null) => new(code, Say(message), consent);

    private static string Say(Text text) => text.For(CallContext.Current?.Language ?? "en");
}
