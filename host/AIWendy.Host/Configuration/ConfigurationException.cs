namespace AIWendy.Host.Configuration;

/// <summary>The settings do not allow a start; holds every problem, so that one run shows all of them.</summary>
internal sealed class ConfigurationException(IReadOnlyList<string> problems)
    : Exception("The configuration is not usable:" + string.Concat(problems.Select(problem => Environment.NewLine + "  - " + problem)))
{
    /// <summary>Exit code for unusable configuration, EX_CONFIG of sysexits.h.</summary>
    public const int ExitCode = 78;

    /// <summary>One sentence for each problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
